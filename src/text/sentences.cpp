#include "text/sentences.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "tables/tables.h"
#include "text/abbreviations.h"

namespace crossread {
namespace {

class Splitter {
 public:
  Splitter(Document& doc, const TextOptions& options) : doc_(doc), options_(options) {}

  void run() {
    for (std::uint32_t b = 0; b < doc_.blocks.size(); ++b) {
      const Range tokens = doc_.tokens_in(doc_.blocks[b].span);
      const BlockKind kind = doc_.blocks[b].kind;
      const bool whole = kind == BlockKind::date_line || kind == BlockKind::byline ||
                         kind == BlockKind::dateline || kind == BlockKind::credit;
      split(tokens, b, whole);
    }
    if (cut_) {
      doc_.notes.push_back({"long_sentence", "A sentence of more than " +
                                                 std::to_string(options_.max_sentence_tokens) +
                                                 " words was cut into pieces."});
    }
  }

 private:
  const Token& token(std::uint32_t i) const { return doc_.tokens[i]; }
  std::string_view folded(std::uint32_t i) const { return doc_.folded(token(i)); }

  void split(Range tokens, std::uint32_t block, bool whole) {
    std::uint32_t first = tokens.first;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (whole) continue;
      if (i > first && opens_after_glue(i)) {
        put({first, i}, block);
        first = i;
      }
      if (!may_end(i)) continue;
      std::uint32_t after = i + 1;
      while (after < tokens.last && closes(after)) ++after;
      if (after < tokens.last && !is_boundary(i, after, tokens.last)) continue;
      put({first, after}, block);
      first = after;
      i = after - 1;
    }
    if (first < tokens.last) put({first, tokens.last}, block);
  }

  // "… in the Court of PenmarthHis brother was": the dot went with the space.
  bool opens_after_glue(std::uint32_t i) const {
    constexpr std::string_view kOpeners[] = {"he", "she", "they", "it",    "his", "her", "their",
                                             "we", "the", "this", "these", "but", "its"};
    const Token& t = token(i);
    return t.glued && t.casing == Casing::capitalised && token(i - 1).kind == TokenKind::word &&
           std::find(std::begin(kOpeners), std::end(kOpeners), folded(i)) != std::end(kOpeners);
  }

  // A mark that can end a sentence: . ! ? … or an abbreviation's dot.
  bool may_end(std::uint32_t i) const {
    const std::string_view s = folded(i);
    const Token& t = token(i);
    if (t.kind == TokenKind::punctuation) {
      const char c = s[0];
      return c == '.' || c == '!' || c == '?' || s == "。" || s == "！" || s == "？" || s == "؟" ||
             s == "۔" || s == "।";
    }
    return t.kind == TokenKind::word && s.size() > 1 && s.back() == '.';
  }

  // Closing quotes and brackets right after the mark belong to the sentence before.
  bool closes(std::uint32_t i) const {
    const Token& t = token(i);
    if (t.kind != TokenKind::punctuation) return false;
    const std::string_view surface = doc_.surface(t);
    if (surface == "”" || surface == "’" || surface == "»" || surface == ")" || surface == "]" ||
        surface == "›") {
      return t.lead == t.span.begin || next_is_spaced(i);
    }
    // Straight quotes close if they touch what is before them and not what follows.
    return (surface == "\"" || surface == "'" || surface == "“") && t.lead == t.span.begin &&
           next_is_spaced(i);
  }

  bool next_is_spaced(std::uint32_t i) const {
    const Token& next = token(i + 1);
    return next.kind == TokenKind::end || next.lead != next.span.begin ||
           next.kind == TokenKind::punctuation;
  }

  // `dot` ends a sentence if what stands at `next` can begin one.
  bool is_boundary(std::uint32_t dot, std::uint32_t next, std::uint32_t last) const {
    const bool closed = next > dot + 1;
    const bool spaced = token(next).lead != token(next).span.begin;
    std::uint32_t word = next;  // past opening quotes and brackets
    while (word + 1 < last && opens(word)) ++word;
    const std::string_view mark = folded(dot);
    if (static_cast<unsigned char>(mark[0]) >= 0x80) return true;  // 。 and the like
    if (!spaced && !token(next).glued && word == next) {
      // "end.Next" lost its space; "x.y" and "3.x" did not.
      return mark == "." && token(next).casing == Casing::capitalised &&
             token(next).span.size() > 1 && dot > 0 && token(dot - 1).casing == Casing::lower;
    }
    if (!can_begin(word, closed || word > next)) return false;
    if (token(dot).kind == TokenKind::word) return abbreviation_ends(dot, next, word);
    if (mark[0] == '.' && mark.size() > 1) return is_starter(word) || word > next || closed;
    if (mark[0] != '.' || closed) return !speaker_follows(dot, next, last);
    return true;
  }

  bool opens(std::uint32_t i) const {
    const Token& t = token(i);
    if (t.kind != TokenKind::punctuation) return false;
    const std::string_view surface = doc_.surface(t);
    const std::string_view f = doc_.folded(t);
    return f == "\"" || f == "'" || surface == "(" || surface == "[" || surface == "¿" ||
           surface == "¡" || f == "-" || f == "--" || surface == "•";
  }

  bool can_begin(std::uint32_t i, bool after_quote) const {
    const Token& t = token(i);
    if (t.kind == TokenKind::number || t.kind == TokenKind::symbol) return true;
    if (t.kind == TokenKind::link) return true;
    if (t.kind != TokenKind::word) return after_quote;
    if (t.casing == Casing::mixed) return true;  // iPhone, eBay
    return t.casing != Casing::lower;
  }

  bool is_starter(std::uint32_t i) const {
    static const Table kStarters = table("sentence_starters");
    return token(i).casing == Casing::capitalised && kStarters.has(folded(i));
  }

  bool abbreviation_ends(std::uint32_t dot, std::uint32_t next, std::uint32_t word) const {
    switch (abbreviation(doc_.surface(token(dot)))) {
      case Abbreviation::title:
      case Abbreviation::number:
        return false;
      case Abbreviation::initial:
      case Abbreviation::month:
        return false;
      case Abbreviation::none:
      case Abbreviation::company:
      case Abbreviation::place:
      case Abbreviation::other:
        break;
    }
    return is_starter(word) || (word > next && token(word).casing == Casing::capitalised);
  }

  // “Why?” Putin asked. — a capital after the quote, but its speaker and a verb of saying.
  bool speaker_follows(std::uint32_t dot, std::uint32_t next, std::uint32_t last) const {
    static const Table kSaying = table("saying_verbs");
    const std::string_view mark = folded(dot);
    if (mark[0] == '.') return false;
    if (next == dot + 1) return false;  // no closing quote: a plain end
    const std::uint32_t stop = std::min(last, next + 6);
    for (std::uint32_t i = next; i < stop; ++i) {
      if (token(i).kind == TokenKind::punctuation && folded(i) != "'") return false;
      if (i > next && token(i).casing == Casing::lower && kSaying.has(folded(i))) return true;
    }
    return false;
  }

  void put(Range tokens, std::uint32_t block) {
    while (tokens.size() > options_.max_sentence_tokens) {
      const std::uint32_t half = options_.max_sentence_tokens / 2;
      std::uint32_t cut = tokens.first + options_.max_sentence_tokens;
      for (std::uint32_t i = cut; i > tokens.first + half; --i) {
        if (folded(i - 1) == ",") {
          cut = i;
          break;
        }
      }
      add({tokens.first, cut}, block);
      tokens.first = cut;
      cut_ = true;
    }
    if (!tokens.empty()) add(tokens, block);
  }

  void add(Range tokens, std::uint32_t block) {
    Sentence s;
    s.tokens = tokens;
    s.span = doc_.span_of(tokens);
    s.block = block;
    for (std::uint32_t i = tokens.last; i > tokens.first; --i) {
      const std::string_view f = folded(i - 1);
      if (f.starts_with('?')) s.question = true;
      if (token(i - 1).kind != TokenKind::punctuation || (f != "\"" && f != "'" && f != ")")) break;
    }
    doc_.sentences.push_back(s);
  }

  Document& doc_;
  const TextOptions& options_;
  bool cut_ = false;
};

// Marks sentences whose words stood before. Short ones ("He won.") may repeat by chance.
void mark_repeated(Document& doc) {
  std::unordered_set<std::uint64_t> seen;  // looked up only, never walked
  for (Sentence& s : doc.sentences) {
    const BlockKind kind = doc.blocks[s.block].kind;
    if (s.tokens.size() < 6 || kind == BlockKind::date_line || kind == BlockKind::byline) continue;
    std::uint64_t hash = 14695981039346656037ull;
    for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      const Token& t = doc.tokens[i];
      if (t.kind == TokenKind::punctuation) continue;
      for (const char c : doc.folded(t)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
      }
      hash = (hash ^ 0x20) * 1099511628211ull;
    }
    s.repeated = !seen.insert(hash).second;
  }
}

}  // namespace

void add_sentences(Document& doc, const TextOptions& options) {
  Splitter(doc, options).run();
  mark_repeated(doc);
}

}  // namespace crossread
