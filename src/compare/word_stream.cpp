#include "compare/word_stream.h"

#include "tables/tables.h"

namespace crossread {
namespace {

void mark_range(Range tokens, std::vector<bool>& flags) {
  for (std::uint32_t t = tokens.first; t < tokens.last && t < flags.size(); ++t) flags[t] = true;
}

bool is_told(const Document& document, const Sentence& sentence) {
  if (document.blocks.empty()) return true;
  const BlockKind kind = document.blocks[sentence.block].kind;
  return kind == BlockKind::body || kind == BlockKind::title || kind == BlockKind::heading;
}

}  // namespace

WordStream WordReader::read(const Analysis& analysis) {
  static const Table kLight = table("light_words");
  const Document& document = analysis.document;
  std::vector<bool> quoted(document.tokens.size(), false);
  for (const Quote& quote : analysis.quotes) {
    if (!quote.direct) continue;
    for (const Span content : quote.content) mark_range(document.tokens_in(content), quoted);
  }
  std::vector<bool> named(document.tokens.size(), false);
  for (const NameMention& name : analysis.names) {
    mark_range(name.tokens, named);
    mark_range(name.title, named);
  }
  WordStream stream;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    const auto first = static_cast<std::uint32_t>(stream.words.size());
    for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      if (!is_told(document, sentence)) break;
      const Token& token = document.tokens[t];
      if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
      const std::string form(document.folded(token));
      StreamWord word;
      word.form = forms_.try_emplace(form, static_cast<std::uint32_t>(forms_.size())).first->second;
      word.sentence = s;
      word.span = token.span;
      word.figure = token.kind == TokenKind::number;
      word.content = !named[t] && token.span.size() > 1 && !kLight.has(form);
      word.quoted = quoted[t];
      stream.own += word.quoted ? 0 : 1;
      stream.words.push_back(word);
    }
    stream.of_sentence.push_back({first, static_cast<std::uint32_t>(stream.words.size())});
  }
  return stream;
}

}  // namespace crossread
