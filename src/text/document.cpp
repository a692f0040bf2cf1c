#include "text/document.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/forms.h"
#include "text/language.h"
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

// Where the words of a common kind stand, capitals and all: sentence starts and headlines.
bool stands_as_common(const Document& doc, const Sentence& s, std::uint32_t token) {
  const BlockKind kind = doc.blocks[s.block].kind;
  if (kind == BlockKind::title || kind == BlockKind::heading) return true;
  if (doc.tokens[token].casing == Casing::lower) return true;
  for (std::uint32_t i = s.tokens.first; i < token; ++i) {
    if (doc.tokens[i].kind != TokenKind::punctuation) return false;
  }
  return true;
}

void add_lemmas(Document& doc, Forms& forms, const std::vector<std::uint32_t>& ids) {
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    Token& t = doc.tokens[i];
    t.lemma = t.folded;
    if (t.kind != TokenKind::word) continue;
    forms.lemmatise(ids[i]);
    t.lemma = t.casing == Casing::lower ? forms.form(ids[i]).lemma : forms.form(ids[i]).name_lemma;
  }
  for (const Sentence& s : doc.sentences) {
    for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      Token& t = doc.tokens[i];
      if (t.kind != TokenKind::word || t.casing == Casing::lower) continue;
      if (!stands_as_common(doc, s, i)) {
        if (doc.blocks[s.block].kind != BlockKind::title) break;
        continue;
      }
      t.lemma = forms.form(ids[i]).lemma;
    }
  }
}

}  // namespace

Range Document::tokens_in(Span span) const {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last = std::upper_bound(first, tokens.end(), span.end,
                                     [](std::uint32_t at, const Token& t) { return at < t.span.end; });
  Range range{static_cast<std::uint32_t>(first - tokens.begin()),
              static_cast<std::uint32_t>(last - tokens.begin())};
  // The end token has no surface and lies in no span.
  if (!range.empty() && tokens[range.last - 1].kind == TokenKind::end) --range.last;
  return range;
}

std::uint32_t Document::sentence_at(std::uint32_t at) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), at,
                                      [](std::uint32_t a, const Sentence& s) { return a < s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

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
  Forms forms(doc.forms);
  std::vector<std::uint32_t> ids(doc.tokens.size());
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    Token& t = doc.tokens[i];
    ids[i] = forms.intern(doc.surface(t));
    t.folded = forms.form(ids[i]).folded;
    t.casing = forms.form(ids[i]).casing;
  }
  doc.language = language_of(doc);
  add_sentences(doc, options);
  add_lemmas(doc, forms, ids);
  return doc;
}

}  // namespace crossread
