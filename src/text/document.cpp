#include "text/document.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/forms.h"
#include "text/headings.h"
#include "text/language.h"
#include "text/repair.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace crossread {
namespace {

void take_layout(Document& doc) {
  Layout layout = read_layout(doc.article.text, doc.article.title);
  doc.blocks = std::move(layout.blocks);
  doc.title = layout.title;
  doc.agencies = std::move(layout.agencies);
  doc.stub = layout.stub;
  if (const auto given = parse_iso_day(doc.article.published)) {
    doc.published = *given;
    doc.published_from = DateSource::given;
  } else if (layout.dated != kNoDay) {
    doc.published = layout.dated;
    doc.published_from = DateSource::text;
  }
}

void add_lemmas(Document& doc, Forms& forms, const std::vector<std::uint32_t>& ids) {
  const auto lemma = [&](std::uint32_t i, WordUse use) {
    Token& t = doc.tokens[i];
    if (t.kind == TokenKind::word) t.lemma = forms.lemma(ids[i], use);
  };
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    doc.tokens[i].lemma = doc.tokens[i].folded;
    lemma(i, doc.tokens[i].casing == Casing::lower ? WordUse::common : WordUse::name);
  }
  for (const Sentence& s : doc.sentences) {
    const BlockKind kind = doc.blocks[s.block].kind;
    const bool headline = kind == BlockKind::title || kind == BlockKind::heading;
    for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      lemma(i, WordUse::common);
      // The first word alone, and the opening quote before it.
      if (!headline && doc.tokens[i].kind != TokenKind::punctuation) break;
    }
  }
}

}  // namespace

Range Document::tokens_in(Span span) const {
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                       [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last =
      std::upper_bound(first, tokens.end(), span.end,
                       [](std::uint32_t at, const Token& t) { return at < t.span.end; });
  Range range{static_cast<std::uint32_t>(first - tokens.begin()),
              static_cast<std::uint32_t>(last - tokens.begin())};
  // The end token has no surface and lies in no span.
  if (!range.empty() && tokens[range.last - 1].kind == TokenKind::end) --range.last;
  return range;
}

std::uint32_t Document::sentence_at(std::uint32_t at) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](std::uint32_t a, const Sentence& s) { return a < s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

namespace {

// Was a "word" cut into pieces? Each but the last is as long as a token may be, to a character, and
// nothing stands between them.
bool has_cut_word(const std::vector<Token>& tokens, std::uint32_t limit) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& before = tokens[i - 1];
    if (before.span.size() + 3 >= limit && before.kind == tokens[i].kind &&
        tokens[i].lead == tokens[i].span.begin)
      return true;
  }
  return false;
}

}  // namespace

Document read_document(Article article, const TextOptions& options) {
  Document doc;
  doc.article = std::move(article);
  const std::string_view text = doc.article.text;
  take_layout(doc);
  doc.tokens = tokenize(text, options);
  if (doc.tokens.size() > options.max_tokens && !is_blank(text.substr(doc.tokens.back().lead))) {
    doc.notes.push_back({"too_many_tokens", "Only the first " + std::to_string(options.max_tokens) +
                                                " words were read."});
  }
  if (has_cut_word(doc.tokens, options.max_token_bytes)) {
    doc.notes.push_back(
        {"long_word",
         "A word of more than " + std::to_string(options.max_token_bytes) + " bytes was cut."});
  }
  Forms forms(doc.forms);
  std::vector<std::uint32_t> ids(doc.tokens.size());
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    Token& t = doc.tokens[i];
    ids[i] = forms.intern(doc.surface(t));
    t.folded = forms.form(ids[i]).folded;
    t.casing = forms.form(ids[i]).casing;
  }
  doc.language = language_of(doc);
  if (doc.language == "en") repair_words(doc, forms, ids);
  note_stray_marks(doc);
  cut_run_in_headings(doc);
  add_sentences(doc, options);
  add_lemmas(doc, forms, ids);
  return doc;
}

}  // namespace crossread
