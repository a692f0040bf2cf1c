#include "report/layout.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Printable, TakesOutWhatCouldSteerATerminal) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"plain — “text” é 😀", "plain — “text” é 😀"},
      {"one\n\n  two\tthree ", "one two three"},
      {"\x1b[31mred\x1b[0m \x07"
       "bell",
       "[31mred[0m bell"},
      {"a\u202eevil\u202c b\u2066c\u2069", "aevil bc"},
      {"c1 \u009b31m end", "c1 31m end"},
      {"non\u00a0breaking", "non breaking"},
      {"broken \xff bytes \xc3", "broken \xef\xbf\xbd bytes \xef\xbf\xbd"},
      {"", ""},
  };
  for (const auto& [text, shown] : cases) EXPECT_EQ(printable(text), shown) << text;
}

TEST(Columns, AreWhatATerminalShows) {
  const std::pair<std::string_view, int> cases[] = {
      {"abc", 3}, {"é—“”", 4}, {"e\u0301", 1}, {"日本", 4}, {"😀", 2}, {"שלום", 4}, {"", 0}};
  for (const auto& [text, width] : cases) EXPECT_EQ(columns(text), width) << text;
}

TEST(Shorten, CutsAtWordsAndShowsIt) {
  EXPECT_EQ(shorten("short", 10), "short");
  EXPECT_EQ(shorten("a rather long sentence here", 16), "a rather long…");
  EXPECT_EQ(shorten("Unbreakablelongword", 8), "Unbreak…");
  EXPECT_EQ(shorten("日本語の文章", 7), "日本語…");
}

std::string wrapped(const InkLine& line, int width) {
  std::string out;
  for (const InkLine& one : wrap(line, width)) out += paint(one, Color::off) + "|";
  return out;
}

TEST(Wrap, BreaksAtSpacesAndNeverOverflows) {
  EXPECT_EQ(wrapped({ink("one two three")}, 7), "one two|three|");
  EXPECT_EQ(wrapped({ink("one two three")}, 80), "one two three|");
  EXPECT_EQ(wrapped({ink("a verylongwordhere b")}, 8), "a|verylon…|b|");
  EXPECT_EQ(wrapped({}, 10), "|");
  const std::string text =
      "Some words of — different — lengths, 日本語 and 😀 among them, to be wrapped.";
  for (int width = 16; width < 60; ++width) {
    std::string joined;
    for (const InkLine& line : wrap({ink(text)}, width)) {
      EXPECT_LE(columns(line), width);
      joined += (joined.empty() ? "" : " ") + paint(line, Color::off);
    }
    EXPECT_EQ(joined, text) << width;
  }
}

TEST(Wrap, KeepsPiecesThatTouchTogether) {
  EXPECT_EQ(wrapped({ink("the “"), ink("fifth", Style::marked), ink("” term")}, 11),
            "the “fifth”|term|");
}

TEST(Paint, MarksByColourOrByBrackets) {
  const InkLine line = {ink("his "), ink("fifth", Style::marked), ink(" term")};
  EXPECT_EQ(paint(bracketed(line), Color::off), "his [fifth] term");
  EXPECT_EQ(paint(line, Color::on), "his \x1b[1;33mfifth\x1b[0m term");
  EXPECT_EQ(paint({source_ink("A", 0), source_ink("I", 8)}, Color::on),
            "\x1b[1;34mA\x1b[0m\x1b[1;34mI\x1b[0m");
}

}  // namespace
}  // namespace crossread
