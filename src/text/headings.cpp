#include "text/headings.h"

#include <algorithm>
#include <initializer_list>

#include "base/one_of.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongParagraph = 120;  // tokens
constexpr std::uint32_t kLongestRunIn = 10;    // tokens, hyphens among them

// What a heading has no need of, and a clause has.
bool is_finite(std::string_view word) {
  static const Table kSaying = table("saying_verbs");
  return is_one_of(word, {"is",     "are",  "was",   "were", "be",    "been", "has",   "have",
                          "had",    "will", "would", "can",  "could", "may",  "might", "must",
                          "should", "do",   "does",  "did",  "that",  "who",  "which", "he",
                          "she",    "they", "it",    "we",   "i"}) ||
         kSaying.has(word);
}

// Words after which "The …" is a name: the newspaper The Guardian, at The Hague.
bool leads_to_name(std::string_view word) {
  return is_one_of(word,
                   {"newspaper",   "film",  "book",    "novel",   "series", "magazine", "band",
                    "song",        "show",  "movie",   "paper",   "outlet", "daily",    "website",
                    "broadcaster", "album", "play",    "tabloid", "weekly", "journal",  "to",
                    "in",          "at",    "of",      "by",      "for",    "from",     "with",
                    "and",         "or",    "the",     "a",       "an",     "on",       "as",
                    "rapper",      "group", "musical", "drama",   "called", "named",    "titled"});
}

bool opens_sentence(std::string_view word) {
  return is_one_of(word,
                   {"the", "he",    "she",    "they",      "it",    "in",  "this", "these", "after",
                    "but", "since", "during", "according", "his",   "her", "its",  "their", "on",
                    "at",  "while", "when",   "although",  "there", "we",  "as"});
}

// Length in tokens of the heading that opens at `first`; 0 if none does.
std::uint32_t heading_at(const Document& doc, std::uint32_t first, std::uint32_t last) {
  const std::uint32_t stop = std::min(last, first + kLongestRunIn + 1);
  if (doc.tokens[first].kind != TokenKind::word || doc.tokens[first].casing == Casing::lower ||
      opens_sentence(doc.folded(doc.tokens[first]))) {
    return 0;
  }
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < stop; ++i) {
    const Token& t = doc.tokens[i];
    const std::string_view word = doc.folded(t);
    if (t.kind == TokenKind::punctuation && word != "-") return 0;
    if (words >= 2 && t.casing == Casing::capitalised && opens_sentence(word) &&
        t.lead != t.span.begin) {
      const Token& before = doc.tokens[i - 1];
      const bool plain = before.kind == TokenKind::word && before.casing == Casing::lower &&
                         !leads_to_name(doc.folded(before));
      const bool goes_on = last - i >= 5;
      return plain && goes_on ? i - first : 0;
    }
    if (is_finite(word)) return 0;
    if (t.kind == TokenKind::word) ++words;
  }
  return 0;
}

bool ends_sentence(const Document& doc, std::uint32_t i) {
  const Token& t = doc.tokens[i];
  const std::string_view mark = doc.folded(t);
  return t.kind == TokenKind::punctuation && is_one_of(mark, {".", "!", "?"});
}

}  // namespace

void cut_run_in_headings(Document& doc) {
  std::vector<Block> blocks;
  for (const Block& block : doc.blocks) {
    const Range tokens = doc.tokens_in(block.span);
    std::uint32_t begin = tokens.first;  // of the block that is being written
    if (block.kind == BlockKind::body && tokens.size() >= kLongParagraph) {
      for (std::uint32_t i = tokens.first + 1; i < tokens.last; ++i) {
        if (!ends_sentence(doc, i - 1)) continue;
        const std::uint32_t length = heading_at(doc, i, tokens.last);
        if (length == 0) continue;
        blocks.push_back({doc.span_of({begin, i}), BlockKind::body});
        blocks.push_back({doc.span_of({i, i + length}), BlockKind::heading});
        begin = i + length;
        i = begin;
      }
    }
    const bool whole = begin == tokens.first;
    blocks.push_back(whole ? block
                           : Block{{doc.tokens[begin].span.begin, block.span.end}, block.kind});
  }
  doc.blocks = std::move(blocks);
}

}  // namespace crossread
