// Figures set against each other: one line a case.
#include "compare/interval.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/notation.h"

namespace crossread {
namespace {

// The first figure or date of a text, as compare/ sees it.
Facet facet_in(const std::string& text) {
  Analysis analysis;
  analysis.document = document_of(text, {.published = "2025-03-05"});
  analysis.times = find_times(analysis.document);
  analysis.amounts = find_amounts(analysis.document, analysis.times);
  Value value;
  if (!analysis.amounts.empty() &&
      (analysis.times.empty() || analysis.amounts[0].span.begin < analysis.times[0].span.begin)) {
    value.amount = 0;
  } else if (!analysis.times.empty()) {
    value.time = 0;
  } else {
    ADD_FAILURE() << "no figure in: " << text;
  }
  return facet_of(analysis, value);
}

struct Case {
  const char* a;
  const char* b;
  Relation relation;
  const char* rule;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.a << " | " << c.b; }

class Figures : public ::testing::TestWithParam<Case> {};

TEST_P(Figures, AreComparedAsIntervals) {
  const Case& c = GetParam();
  const Facet a = facet_in(c.a);
  const Facet b = facet_in(c.b);
  const Compared forth = compare_facets(a, b);
  const Compared back = compare_facets(b, a);
  EXPECT_EQ(forth.relation, c.relation) << forth.rule;
  EXPECT_EQ(forth.rule, c.rule);
  EXPECT_EQ(back.relation, forth.relation) << "the order of the sides matters";
}

constexpr Relation kSame = Relation::same;
constexpr Relation kFits = Relation::compatible;
constexpr Relation kApart = Relation::apart;
constexpr Relation kNothing = Relation::incomparable;

INSTANTIATE_TEST_SUITE_P(
    Cases, Figures,
    ::testing::Values(
        Case{"It rose by 26%.", "It rose by 26.3%.", kFits, "rounds"},
        Case{"It cost $240 billion.", "It cost $240.1 billion.", kFits, "rounds"},
        Case{"A third of voters left.", "34 percent of voters left.", kFits, "about"},
        Case{"A third of voters left.", "44 percent of voters left.", kApart, "disjoint"},
        Case{"They meet by March 31.", "They meet on March 26.", kFits, "deadline"},
        Case{"They meet by March 26.", "They meet on March 31.", kApart, "disjoint_days"},
        Case{"It cost $240 billion.", "It cost $290 billion.", kApart, "disjoint"},
        Case{"It cost $38.50.", "It cost $35.80.", kApart, "disjoint"},
        Case{"It cost $38.50.", "It cost 38.50 euros.", kNothing, ""},
        Case{"The police counted 144 people.", "More than 100 people were rescued.", kFits,
             "bound"},
        Case{"The police counted 201 people.", "More than 200 people were there.", kFits, "bound"},
        Case{"The police counted 901 people.", "More than 200 people were there.", kApart,
             "disjoint"},
        Case{"At least 11 people died.", "11 people died.", kSame, "same_but_hedge"},
        Case{"11 people died.", "19 people died.", kApart, "disjoint"},
        Case{"It was 9 nautical miles away.", "It was 17 kilometres away.", kFits, "converted"},
        Case{"It was 27 yards away.", "It was 25 metres away.", kFits, "converted"},
        Case{"It was 27 yards away.", "It was 27 metres away.", kApart, "unit_swapped"},
        Case{"It was 300 metres away.", "It was 3 kilometres away.", kApart, "disjoint_converted"},
        Case{"It is his fifth term.", "It is his fourth term.", kApart, "disjoint"},
        Case{"It took 26 days.", "It rose by 26%.", kNothing, ""},
        Case{"It was the second visit in about eight months.",
             "It was the second visit in just over six months.", kSame, "same_value"},
        Case{"They stayed for about eight months.", "It happened on 13 February 2025.", kNothing,
             ""},
        Case{"It was on 13 February 2025.", "It was in February 2025.", kFits, "coarser"},
        Case{"It was on 13 February 2025.", "It was on 14 February 2025.", kApart, "disjoint_days"},
        Case{"The ship was built in 1984.", "The ship is 41 years old.", kFits, "year_and_age"},
        Case{"The ship was built in 1994.", "The ship is 41 years old.", kNothing, ""},
        Case{"It owns 22.4% of the shares.", "It owns more than a fifth of the shares.", kFits,
             "bound"},
        Case{"It lasted three days.", "It lasted five days.", kApart, "disjoint"},
        Case{"It lasted about eight months.", "It lasted just over six months.", kApart,
             "disjoint"},
        Case{"It left at 5:15 a.m. today.", "It left shortly after 5 a.m. today.", kFits, "about"},
        Case{"It left at about 6:40 a.m. today.", "It left at roughly 7:40 a.m. today.", kApart,
             "disjoint"}));

TEST(Explain, ShowsTheArithmetic) {
  const Facet a = facet_in("It rose by 26%.");
  const Facet b = facet_in("It rose by 26.3%.");
  EXPECT_EQ(explain(a, "26%", b, "26.3%", compare_facets(a, b)), "“26.3%” rounds to “26%”.");
  const Facet c = facet_in("It was 9 nautical miles away.");
  const Facet d = facet_in("It was 17 kilometres away.");
  EXPECT_EQ(explain(c, "9 nautical miles", d, "17 kilometres", compare_facets(c, d)),
            "“9 nautical miles” is 16.7 km; the other says “17 kilometres”.");
}

}  // namespace
}  // namespace crossread
