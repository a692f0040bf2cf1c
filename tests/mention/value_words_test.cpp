#include "mention/value_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "case_file.h"
#include "mention/amounts_reader.h"
#include "mention/times_reader.h"
#include "support/notation.h"

namespace crossread {
namespace {

std::string shown(const MaybeTime& time) {
  return time ? std::to_string(time->first) + "-" + std::to_string(time->last) + " " + time->value
              : "nothing";
}

std::string shown(const MaybeAmount& amount, std::size_t skip) {
  return amount ? std::to_string(amount->first) + "-" + std::to_string(amount->last)
                : "nothing, on at " + std::to_string(skip);
}

std::vector<MarkedCase> all_cases() {
  std::vector<MarkedCase> cases = read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/dates.cases");
  for (MarkedCase& one : read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/figures.cases"))
    cases.push_back(std::move(one));
  return cases;
}

// The words that a rule begins with have to stand in value_openers.tsv, or the rule is not asked.
TEST(ValueWords, LetEveryRuleOfTimesBeginWhereItMay) {
  for (const MarkedCase& one : all_cases()) {
    const Document document = document_of(one.text, {.published = one.published});
    const Pieces pieces(document);
    TimeReader reader(pieces, document.published);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const MaybeTime asked = reader.read(i);
      EXPECT_EQ(shown(asked), shown(reader.read(i, kTimeRules)))
          << one.text << ": " << pieces.surface(i);
      if (asked) reader.remember(*asked);
    }
  }
}

TEST(ValueWords, LetEveryFigureBeginWhereItMay) {
  for (const MarkedCase& one : all_cases()) {
    const Document document = document_of(one.text, {.published = one.published});
    const Pieces pieces(document);
    const std::vector<bool> in_time(pieces.size());
    const AmountReader reader(pieces, in_time);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      std::size_t skip = 0;
      std::size_t skip_all = 0;
      const std::string asked = shown(reader.read(i, skip), skip);
      EXPECT_EQ(asked, shown(reader.read_all(i, skip_all), skip_all))
          << one.text << ": " << pieces.surface(i);
    }
  }
}

TEST(ValueWords, AreKnownByTheTables) {
  EXPECT_EQ(value_word("eleven").number.value, 11);
  EXPECT_EQ(value_word("decade").unit.count, 10);
  EXPECT_TRUE(value_word("least").hedge);
  EXPECT_TRUE(value_word("the").leads);
  EXPECT_FALSE(value_word("yesterday").leads);
  EXPECT_EQ(find_value_word("table"), 0);
  EXPECT_EQ(value_word("table").opens, 0u);
}

TEST(ValueWords, OpenNothingBeforeAWordThatDoesNotFollow) {
  const Document document = document_of("The table of the last week.");
  const Pieces pieces(document);
  EXPECT_EQ(pieces.opens(1), 0u);  // "The" before "table"
  EXPECT_NE(pieces.opens(4), 0u);  // "the" before "last"
}

}  // namespace
}  // namespace crossread
