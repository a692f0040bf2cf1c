#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

#include "base/accents.h"

namespace crossread {
namespace {

TEST(Utf8, DecodesForwardsAndBackwards) {
  const std::string text = "aé—😀";
  EXPECT_EQ(decode(text, 0).code, U'a');
  EXPECT_EQ(decode(text, 1).code, U'é');
  EXPECT_EQ(decode(text, 3).code, U'—');
  EXPECT_EQ(decode(text, 6).code, U'😀');
  EXPECT_EQ(decode(text, 6).bytes, 4u);
  EXPECT_EQ(decode_before(text, 10).code, U'😀');
  EXPECT_EQ(decode_before(text, 6).code, U'—');
  EXPECT_EQ(decode_before(text, 3).code, U'é');
  EXPECT_EQ(decode_before(text, 1).code, U'a');
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (const char32_t code : {U'a', U'é', U'—', U'😀', char32_t{0x7FF}, char32_t{0x10FFFF}}) {
    std::string out;
    append_utf8(out, code);
    EXPECT_EQ(decode(out, 0).code, code);
    EXPECT_EQ(decode(out, 0).bytes, out.size());
  }
}

TEST(Utf8, FindsTheFirstBrokenByte) {
  const struct {
    std::string bytes;
    std::size_t bad;
  } cases[] = {
      {"plain ascii of more than sixteen bytes", std::string::npos},
      {"é—😀", std::string::npos},
      {"", std::string::npos},
      {"abc\xFFz", 3},
      {"long enough to be skipped by eights \xC3", 36},  // cut inside a character
      {"a\xC0\xAF", 1},                                  // overlong
      {"a\xED\xA0\x80", 1},                              // a surrogate
      {"a\xF4\x90\x80\x80", 1},                          // beyond U+10FFFF
      {"é\x80", 2},                                      // a lone continuation
  };
  for (const auto& c : cases) EXPECT_EQ(find_invalid_utf8(c.bytes), c.bad) << c.bytes;
}

TEST(Utf8, KnowsBorders) {
  const std::string text = "é—";
  const bool border[] = {true, false, true, false, false, true};
  for (std::uint32_t at = 0; at < 6; ++at) EXPECT_EQ(on_border(text, at), border[at]) << at;
  EXPECT_FALSE(on_border(text, 6));
  EXPECT_EQ(floor_border(text, 1), 0u);
  EXPECT_EQ(floor_border(text, 4), 2u);
  EXPECT_EQ(floor_border(text, 99), 5u);
}

TEST(Utf8, TellsLettersFromMarks) {
  for (const char32_t c : U"azAZéßŁжЯαΩאع習の가ก\u0301\u00AD") {
    if (c != 0) {
      EXPECT_TRUE(is_letter(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
  for (const char32_t c : U" 0.-—“’×÷€™😀。、\uFFFD\u00A0") {
    if (c != 0) {
      EXPECT_FALSE(is_letter(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(Utf8, KnowsEverySpace) {
  for (const char32_t c : U" \t\n\r\u0085\u00A0\u2003\u200B\u2028\u202F\u3000\uFEFF") {
    if (c != 0) {
      EXPECT_TRUE(is_space(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
  EXPECT_FALSE(is_space(U'_'));
  EXPECT_FALSE(is_space(0x200D));
}

TEST(Utf8, PairsUpperAndLower) {
  constexpr std::u32string_view kUpper = U"AZÀÞĀĲŁŽŸƠƯǍȘẞİΆΈΌΏΑΣΩЁАЯҐӁԱḀẸＡ";
  constexpr std::u32string_view kLower = U"azàþāĳłžÿơưǎșßiάέόώασωёаяґӂաḁẹａ";
  ASSERT_EQ(kUpper.size(), kLower.size());
  for (std::size_t i = 0; i < kUpper.size(); ++i) {
    EXPECT_EQ(to_lower(kUpper[i]), kLower[i]) << i;
    EXPECT_TRUE(is_upper(kUpper[i])) << i;
    EXPECT_TRUE(is_lower(kLower[i])) << i;
    EXPECT_FALSE(is_upper(kLower[i])) << i;
  }
}

TEST(Utf8, LoweringTwiceIsLoweringOnce) {
  for (char32_t c = 0; c < 0x30000; ++c) {
    EXPECT_EQ(to_lower(to_lower(c)), to_lower(c)) << std::hex << static_cast<std::uint32_t>(c);
    EXPECT_FALSE(is_upper(c) && is_lower(c)) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Utf8, FoldsToTheFormUsedForMatching) {
  const struct {
    const char* text;
    const char* folded;
  } cases[] = {
      {"Putin’s “No Limits”", "putin's \"no limits\""},
      {"16–17 May — now", "16-17 may - now"},
      {"a\u00A0b\u2009c", "a b c"},
      {"a \n b", "a b"},
      {"co\u00ADoperation", "cooperation"},
      {"ﬁnal", "final"},
      {"ＡＢＣ１２", "abc12"},
      {"Gdańsk", "gdańsk"},
      {"Cafe\u0301", "café"},
      {"wait…", "wait..."},
      {"«Да»", "\"да\""},
      {"ΑΘΗΝΑ", "αθηνα"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(fold(c.text), c.folded);
}

TEST(Utf8, FoldingTwiceIsFoldingOnce) {
  for (const char* text :
       {"Putin’s “No”", "E\u0301 e\u0301", "ĲSSEL", "ẞ İ", "Å — ﬃ…", "Ｗｉｄｅ"}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

TEST(Utf8, TakesAccentsOffLatinAlone) {
  EXPECT_EQ(fold_accents("Gdańsk"), "gdansk");
  EXPECT_EQ(fold_accents("Åkerblad"), "akerblad");
  EXPECT_EQ(fold_accents("Nguyễn"), "nguyen");
  EXPECT_EQ(fold_accents("Łódź Æsir Straße Øre"), "lodz aesir strasse ore");
  EXPECT_EQ(fold_accents("Москва й"), "москва й");
  EXPECT_EQ(compose(U'e', 0x301), U'é');
  EXPECT_EQ(compose(U'q', 0x301), char32_t{0});
}

TEST(Utf8, ComparesFolded) {
  EXPECT_TRUE(equal_folded("Putin", "PUTIN"));
  EXPECT_TRUE(equal_folded("Xi’s", "xi's"));
  EXPECT_TRUE(equal_folded("a  b", "a b"));
  EXPECT_FALSE(equal_folded("Putin", "Puton"));
  EXPECT_FALSE(equal_folded("Putin", "Putin "));
}

TEST(Utf8, BlankIsNothingButSpace) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \n\u00A0\uFEFF"));
  EXPECT_FALSE(is_blank(" ."));
}

}  // namespace
}  // namespace crossread
