// document.h — an article, cut into tokens, sentences and blocks.
//
// Tokens tile the text: token i owns the white space before it, [lead, span.end), and the last
// token, of kind `end` and without surface, owns what is left. Nothing lost, nothing twice.
//
//     text    "  Ana's 26.3%  up.\n"
//     token    |  Ana|'s| 26.3|%|  up|.|\n        lead..begin is white space, begin..end the
//     surface kind      word  word number symbol word punct end
//
// A glued word ("Fridayas", "2023according") becomes two tokens with nothing between them: the
// repair adds a border, it never moves a byte. Hyphens split ("nation" "-" "state"), possessives
// and contractions split ("Ana" "'s", "did" "n't"), abbreviations keep their dot ("U.S.", "Mr.").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/span.h"
#include "text/article.h"

namespace crossread {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol, link, end };
enum class Casing : std::uint8_t { none, lower, capitalised, upper, mixed };

struct Token {
  std::uint32_t lead = 0;  // byte where the white space before the token begins
  Span span;               // the surface, in bytes of Article::text
  Span folded;             // into Document::forms: lower case, plain quotes and dashes, repaired
  Span lemma;              // into Document::forms: "ties" → "tie"
  TokenKind kind = TokenKind::word;
  Casing casing = Casing::none;
  bool glued = false;  // no space before it in the text, but there should be one
};

// What a stretch of the article is. Statements come from title, lede and body alone.
enum class BlockKind : std::uint8_t {
  date_line,  // " date 2024-05-14"
  title,
  heading,   // "To discuss trade, visit Harbin"
  byline,    // "By Ana Holm"
  dateline,  // "NEW YORK, July 22 (Reuters) —"; the paragraph it opens is a body block of its own
  body,
  credit,       // "Reuters with additional editing by …", "(With information from EFE)"
  boilerplate,  // "Continue reading", "Sign up for our newsletter", "Politics" above a title
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::body;
};

struct Sentence {
  Span span;  // without white space at its edges
  Range tokens;
  std::uint32_t block = 0;  // index into Document::blocks
  bool question = false;
  bool repeated = false;  // the same words stood earlier in this article
};

// A place where the text is damaged, and how it is read. Shown as written, matched as repaired.
enum class DamageKind : std::uint8_t { glued, misspelt, stray_mark, lost_quote, odd_character };
struct Damage {
  Span span;
  DamageKind kind = DamageKind::glued;
  std::string repair;  // "Friday As"; "" where nothing better is known
};

enum class DateSource : std::uint8_t { none, given, text, siblings };

struct Document {
  Article article;
  std::string forms;  // pool of folded forms and lemmas
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Block> blocks;  // tile the non-blank text, in order
  std::vector<Damage> damage;
  std::string language = "en";  // ISO 639-1, "und" where there is too little to tell
  Span title;                   // empty where the text has none (Article::title may)
  Day published = kNoDay;
  DateSource published_from = DateSource::none;
  std::vector<std::string> agencies;  // named in credit lines: "Reuters", "EFE"
  bool stub = false;                  // cut off: "continue reading", a sentence without an end
  std::vector<Note> notes;

  std::string_view text(Span span) const { return slice(article.text, span); }
  std::string_view surface(const Token& t) const { return slice(article.text, t.span); }
  std::string_view folded(const Token& t) const { return slice(forms, t.folded); }
  std::string_view lemma(const Token& t) const { return slice(forms, t.lemma); }
  // The bytes from the first to the last token of the range; requires a non-empty range.
  Span span_of(Range range) const {
    return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
  }
  // Tokens that lie wholly inside the span. O(log tokens).
  Range tokens_in(Span span) const;
  // Index of the sentence that holds byte `at`, or of the last one before it. O(log sentences).
  std::uint32_t sentence_at(std::uint32_t at) const;
};

struct TextOptions {
  std::uint32_t max_tokens = 2'000'000;     // what comes after is not read, with a note
  std::uint32_t max_token_bytes = 4'096;    // a longer "word" is cut into pieces of this size
  std::uint32_t max_sentence_tokens = 400;  // a longer sentence is cut, at a comma if there is one
};

// clean → tokenize → sentences → lemma, and language, title, date line, credits. O(bytes).
Document read_document(Article article, const TextOptions& options = {});

}  // namespace crossread
