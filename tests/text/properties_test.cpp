// What holds for every text, tried on texts that nobody would write: fixed seeds, all valid UTF-8.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf16.h"
#include "base/utf8.h"
#include "support/notation.h"

namespace crossread {
namespace {

// Under the sanitizers that is seconds; tests/wasm/large.test.mjs has 10 MB.
constexpr std::size_t kLarge = 500'000;

std::u16string utf16_of(std::string_view text) {
  std::u16string out;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = decode(text, at);
    at += c.bytes;
    if (c.code > 0xFFFF) {
      out.push_back(static_cast<char16_t>(0xD7C0 + (c.code >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + (c.code & 0x3FF)));
    } else {
      out.push_back(static_cast<char16_t>(c.code));
    }
  }
  return out;
}

void expect_tokens_tile(const Document& doc) {
  const std::string& text = doc.article.text;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    const Token& t = doc.tokens[i];
    ASSERT_EQ(t.lead, at);
    ASSERT_LE(t.lead, t.span.begin);
    ASSERT_TRUE(on_border(text, t.span.begin) && on_border(text, t.span.end));
    if (i + 1 < doc.tokens.size()) {
      ASSERT_TRUE(is_blank(doc.text({t.lead, t.span.begin})));
      ASSERT_FALSE(t.span.empty());
      ASSERT_NE(t.kind, TokenKind::end);
    } else {
      ASSERT_EQ(t.kind, TokenKind::end);
    }
    ASSERT_LE(t.folded.end, doc.forms.size());
    ASSERT_LE(t.lemma.end, doc.forms.size());
    at = t.span.end;
  }
  ASSERT_EQ(at, text.size());
}

void expect_sentences_in_order(const Document& doc) {
  std::uint32_t at = 0, token = 0;
  for (std::uint32_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence& s = doc.sentences[i];
    ASSERT_GE(s.span.begin, at);
    ASSERT_GE(s.tokens.first, token);
    ASSERT_FALSE(s.tokens.empty());
    ASSERT_EQ(s.span, doc.span_of(s.tokens));
    ASSERT_LT(s.block, doc.blocks.size());
    ASSERT_TRUE(doc.blocks[s.block].span.contains(s.span));
    ASSERT_EQ(doc.sentence_at(s.span.begin), i);
    at = s.span.end;
    token = s.tokens.last;
  }
}

void expect_blocks_cover(const Document& doc) {
  std::uint32_t at = 0;
  for (const Block& b : doc.blocks) {
    ASSERT_LE(at, b.span.begin);
    ASSERT_FALSE(b.span.empty());
    ASSERT_TRUE(is_blank(doc.text({at, b.span.begin})));
    ASSERT_TRUE(on_border(doc.article.text, b.span.begin) &&
                on_border(doc.article.text, b.span.end));
    at = b.span.end;
  }
  ASSERT_TRUE(is_blank(std::string_view(doc.article.text).substr(at)));
}

void expect_slices_agree(const Document& doc) {
  const std::u16string wide = utf16_of(doc.article.text);
  const Utf16Offsets offsets(doc.article.text);
  for (const Token& t : doc.tokens) {
    const Span units = offsets.of(t.span);
    ASSERT_EQ(wide.substr(units.begin, units.size()), utf16_of(doc.surface(t)));
  }
}

bool same(const Document& a, const Document& b) {
  if (a.tokens.size() != b.tokens.size() || a.sentences.size() != b.sentences.size()) return false;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    if (a.tokens[i].span != b.tokens[i].span || a.lemma(a.tokens[i]) != b.lemma(b.tokens[i]))
      return false;
  }
  return a.forms == b.forms && a.language == b.language && a.damage.size() == b.damage.size();
}

void expect_properties(const std::string& text) {
  SCOPED_TRACE("text: " + text.substr(0, 300));
  ASSERT_EQ(find_invalid_utf8(text), std::string::npos);
  const Document doc = document_of(text);
  ASSERT_EQ(doc.article.text, text);
  expect_tokens_tile(doc);
  expect_sentences_in_order(doc);
  expect_blocks_cover(doc);
  expect_slices_agree(doc);
  ASSERT_TRUE(same(doc, document_of(text)));
}

// Pieces that tokenizers stumble over.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces = {
      "é",          "—",          "😀",        "👨‍👩‍👧",
      "שלום",       "مرحبا",      "習近平",   "カタカナ",
      "ไทย",        "e\u0301",    "\u0301",   "\u200D",
      "\uFEFF",     "\u00AD",     "\r\n",     "\n",
      "\n\n",       "\t",         " ",        " ",
      "  ",         "\x01",       "\x7F",     "\u0085",
      "\u00A0",     "\u2028",     "\uFFFD",   "\uFFFF",
      ".",          ",",          "...",      "…",
      "?",          "!",          "'",        "’",
      "“",          "”",          "\"",       "(",
      ")",          "[",          "-",        "--",
      "–",          "/",          "@",        "#",
      "$",          "€",          "%",        "&",
      "_",          "*",          ":",        ";",
      "<b>",        "http://",    "www.",     "a@b.c",
      "Mr.",        "U.S.",       "Inc.",     "No.",
      "J.",         "p.m.",       "The",      "He",
      "said",       "the",        "of",       "Putin",
      "Xi",         "Jinpingin",  "FridayAs", "tiescooperation",
      "iPhone",     "don't",      "it’s",     "AT&T",
      "1",          "2023",       "1,234.5",  "5:15",
      "2024-05-14", "10/12/2024", "75th",     "2023according",
      "date",       "By",         "Reuters",  "(AP)",
      "â€™",        "Ã©",         "x",        "ABC",
      "\U0010FFFF"};
  return kPieces;
}

TEST(Properties, HoldForTextsOfOddPieces) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    const auto length = static_cast<std::uint32_t>(random() % 60);
    for (std::uint32_t i = 0; i < length; ++i) {
      text += pieces()[random() % pieces().size()];
      if (random() % 2 == 0) text += " ";
    }
    expect_properties(text);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

TEST(Properties, HoldForRandomCharacters) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    const auto length = static_cast<std::uint32_t>(random() % 80);
    for (std::uint32_t i = 0; i < length; ++i) {
      constexpr char32_t kTops[] = {0x7F, 0x7F, 0x250, 0x2100, 0xFFFF, 0x1FFFF, 0x10FFFF};
      const auto code = static_cast<char32_t>(1 + random() % kTops[random() % 7]);
      if (code < 0xD800 || code > 0xDFFF) append_utf8(text, code);
    }
    expect_properties(text);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

TEST(Properties, HoldForWhatIsValidInRandomBytes) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 200; ++i) text.push_back(static_cast<char>(random() % 255 + 1));
    for (std::size_t bad; (bad = find_invalid_utf8(text)) != std::string::npos;) text.erase(bad, 1);
    expect_properties(text);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

TEST(Properties, AGiantTokenIsCutInLinearTime) {
  std::string text(kLarge, 'a');
  text += " b";
  const Document doc = document_of(text);
  expect_tokens_tile(doc);
  TextOptions options;
  for (const Token& t : doc.tokens) ASSERT_LE(t.span.size(), options.max_token_bytes);
  ASSERT_FALSE(doc.notes.empty());
  EXPECT_EQ(doc.notes[0].code, "long_word");
  EXPECT_TRUE(document_of("A word, and one more. " + std::string(4096, 'b') + ".").notes.empty());
}

TEST(Properties, GiantRunsOfAnyKindAreCut) {
  for (const char* unit :
       {"é", "習", ".", "?", "1", "1,", "a'", "a.", "-", "a@", "\u0301", "&A", "http://a/"}) {
    std::string text;
    while (text.size() < kLarge / 50) text += unit;
    const Document doc = document_of(text);
    expect_tokens_tile(doc);
    if (HasFatalFailure()) FAIL() << unit;
  }
}

TEST(Properties, TooManyTokensAreCutWithANote) {
  TextOptions options;
  options.max_tokens = 10;
  const Document doc = read_document(article_of("a b c d e f g h i j k l m n o p."), options);
  expect_tokens_tile(doc);
  EXPECT_EQ(doc.tokens.size(), 11u);
  ASSERT_EQ(doc.notes.size(), 1u);
  EXPECT_EQ(doc.notes[0].code, "too_many_tokens");
}

}  // namespace
}  // namespace crossread
