// Do two names fit each other, and by which rule?
#include <gtest/gtest.h>

#include "entity/entities.h"
#include "entity/name_match.h"

namespace crossread {
namespace {

struct Case {
  NameType type;
  std::string a;
  std::string b;
  std::string rule;  // "" = they stay apart
  SecondSign sign = SecondSign::absent;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.a << " / " << c.b; }

std::string rule_of(const Case& c) {
  const auto rule = match_names(c.type, name_words(c.a), name_words(c.b), c.sign);
  return rule ? std::string(merge_rule_code(*rule)) : "";
}

class TwoNames : public testing::TestWithParam<Case> {};

TEST_P(TwoNames, FitByTheirRuleInBothDirections) {
  Case c = GetParam();
  EXPECT_EQ(rule_of(c), c.rule);
  std::swap(c.a, c.b);
  EXPECT_EQ(rule_of(c), c.rule);
}

constexpr NameType P = NameType::person;
constexpr NameType O = NameType::organization;
constexpr NameType L = NameType::location;
constexpr NameType F = NameType::facility;

INSTANTIATE_TEST_SUITE_P(
    People, TwoNames,
    testing::Values(Case{P, "Marta Quiroga", "Marta Quiroga", "exact"},
                    Case{P, "MARTA QUIROGA", "Marta Quiroga", "exact"},
                    Case{P, "Siân Môrgan", "Sian Morgan", "exact"},
                    Case{P, "Quiroga", "Marta Quiroga", "name_part"},
                    Case{P, "Marta", "Marta Quiroga", "name_part"},
                    Case{P, "M. Quiroga", "Marta Quiroga", "name_part"},
                    Case{P, "M. L. Quiroga", "Marta Luisa Quiroga", "name_part"},
                    Case{P, "M.L. Quiroga", "Marta Luisa Quiroga", "name_part"},
                    Case{P, "Marta Luisa Quiroga", "Marta Quiroga", "name_part"},
                    Case{P, "Oleg Petrovich Sedov", "Oleg Sedov", "name_part"},
                    Case{P, "van den Broek", "Pieter van den Broek", "name_part"},
                    Case{P, "Broek", "Pieter van den Broek", "name_part"},
                    Case{P, "Ana Ruiz", "Ana Ruiz Ochoa", "name_part"},
                    Case{P, "Xu", "Xu Meiling", "family_name_first"},
                    Case{P, "Meiling", "Xu Meiling", "family_name_first"},
                    Case{P, "Meiling Xu", "Xu Meiling", "family_name_first"},
                    Case{P, "Nguyen Van Thanh", "Van Thanh Nguyen", "family_name_first"},
                    Case{P, "Bálint Horváth", "Horváth Bálint", "family_name_first"},
                    Case{P, "Antony Harlow", "Anthony Harlow", "name_part"},
                    Case{P, "Marta Quirogga", "Marta Quiroga", "near_spelling"},
                    Case{P, "Oleg Sedovski", "Oleg Sedovsky", "near_spelling"},
                    Case{P, "Leonid Maltzev", "Leonid Maltsev", "near_spelling"},
                    Case{P, "Boris Kuznetsow", "Boris Kouznetsov", "near_spelling"},
                    Case{P, "Kouznetsov", "Kuznetsov", "near_spelling", SecondSign::present}));

INSTANTIATE_TEST_SUITE_P(PeopleApart, TwoNames,
                         testing::Values(Case{P, "Marta Quiroga", "Jorge Quiroga", ""},
                                         Case{P, "M. Quiroga", "Jorge Quiroga", ""},
                                         Case{P, "Maria Stone", "Marta Stone", ""},
                                         Case{P, "Jon Blake", "Joan Blake", ""},
                                         Case{P, "Peter Bell", "Peter Bellamy", ""},
                                         Case{P, "Kuznetsov", "Kouznetsov", ""},
                                         Case{P, "Adam Lane Jr.", "Adam Lane Sr.", ""},
                                         Case{P, "Quiroga", "Quirk", ""},
                                         Case{P, "Lee", "Leo", "", SecondSign::present},
                                         Case{P, "Luisa", "Marta Luisa Quiroga", ""}));

INSTANTIATE_TEST_SUITE_P(
    Organisations, TwoNames,
    testing::Values(Case{O, "Fallowmere", "Fallowmere Dairies plc", "name_part"},
                    Case{O, "Fallowmere Dairies", "Fallowmere Dairies plc", "abbreviation"},
                    Case{O, "the Harbour Trust", "Harbour Trust", "exact"},
                    Case{O, "HRT", "Harbour Rescue Trust", "acronym"},
                    Case{O, "UCD", "University of Central Doria", "acronym"},
                    Case{O, "Doria University", "University of Doria", "abbreviation"},
                    Case{O, "UN", "United Nations", "abbreviation"},
                    Case{O, "U.N.", "United Nations", "abbreviation"},
                    Case{O, "Rovers", "Selby Rovers", "name_part"},
                    Case{O, "Selby", "Selby Rovers", "name_part"},
                    Case{O, "Courier", "Selby Courier", "name_part"},
                    Case{O, "Foreign Ministry", "Chinese Foreign Ministry", "name_part"},
                    Case{O, "Shina Foreign Ministry", "Chinese Foreign Ministry", ""},
                    Case{O, "Ministry", "Foreign Ministry", ""},
                    Case{O, "Bank", "Bank of Doria", ""}, Case{O, "Selby Rovers", "Selby City", ""},
                    Case{O, "Doria University", "Doria Hospital", ""},
                    Case{O, "European", "European Commission", ""},
                    Case{O, "Rescue Trust", "Harbour Rescue Trust", ""}));

INSTANTIATE_TEST_SUITE_P(
    Places, TwoNames,
    testing::Values(Case{L, "U.S.", "United States", "abbreviation"},
                    Case{L, "US", "USA", "abbreviation"},
                    Case{L, "Britain", "United Kingdom", "abbreviation"},
                    Case{L, "Kiev", "Kyiv", "abbreviation"}, Case{L, "DORIA", "Doria", "exact"},
                    Case{L, "England", "United Kingdom", ""}, Case{L, "Russia", "Soviet Union", ""},
                    Case{L, "York", "New York", ""}, Case{L, "Washington", "Washington State", ""},
                    Case{F, "Ardley", "Ardley Stadium", "name_part"},
                    Case{L, "Ardley", "Ardley Stadium", ""}));

TEST(NameWords, LeaveArticlesDotsAndHyphensOut) {
  EXPECT_EQ(name_words("The St. Brannoc’s"), (NameWords{"st", "brannoc's"}));
  EXPECT_EQ(name_words("V. V. Putin"), (NameWords{"v", "v", "putin"}));
  EXPECT_EQ(name_words("U.S."), (NameWords{"us"}));
  EXPECT_EQ(name_words("Jean-Luc Fabre"), (NameWords{"jean", "luc", "fabre"}));
}

TEST(Spelling, SkeletonCarriesANameThroughTransliteration) {
  EXPECT_EQ(consonant_skeleton("putin"), consonant_skeleton("poutine"));
  EXPECT_EQ(consonant_skeleton("yeltsin"), consonant_skeleton("ieltsin"));
  EXPECT_NE(consonant_skeleton("merkel"), consonant_skeleton("macron"));
}

TEST(Spelling, EditDistanceCountsASwapAsOne) {
  EXPECT_EQ(edit_distance("blinken", "blniken", 2), 1);
  EXPECT_EQ(edit_distance("sedov", "sidov", 2), 1);
  EXPECT_EQ(edit_distance("sedov", "marlow", 2), 3);
}

TEST(MayBeSame, JoinsAcrossArticlesByTheFullestFormAndKeepsTwoFullNamesApart) {
  const std::vector<std::string> first = {"Marta Quiroga", "Quiroga"};
  const std::vector<std::string> other = {"Jorge Quiroga", "Quiroga"};
  MergeRule rule = MergeRule::same_role;
  EXPECT_FALSE(may_be_same({P, "Marta Quiroga", &first}, {P, "Jorge Quiroga", &other}, rule));
  EXPECT_TRUE(may_be_same({P, "Marta Quiroga", &first}, {P, "M. Quiroga", nullptr}, rule));
  EXPECT_EQ(rule, MergeRule::name_part);
  EXPECT_FALSE(may_be_same({L, "Doria", nullptr}, {O, "Doria", nullptr}, rule));
}

}  // namespace
}  // namespace crossread
