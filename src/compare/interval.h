// interval.h — do two figures agree? Values as intervals, and the arithmetic in words.
//
//     26 % , 26.3 %                        compatible   rounds     "26.3% rounds to 26%."
//     more than 100 , 144                  compatible   bound      "144 is more than 100."
//     9 nmi , 17 km                        compatible   converted  "… is 16.7 km; the other …"
//     this week , 16 May                   compatible   coarser    "16 May lies within this week."
//     about eight months , over six        apart        disjoint   "… 213 to 274 days, … 183 to …"
//     27 yards , 27 metres                 apart        unit_swapped
//     built in 1984 , 41 years old (2025)  compatible   year_and_age
//
// An exact integer under 100 is a point, other figures carry half a unit of
// their last digit, hedges widen; logical bounds ("more than x") reach as far as twice x. O(1).
#pragma once

#include <string>
#include <string_view>

#include "claim/analysis.h"
#include "compare/comparison.h"

namespace crossread {

struct Facet {
  FindingKind kind = FindingKind::number;
  double value = 0;  // in base units (m, km/h, kg, days, minutes); of a range, its middle
  double low = 0;    // what the words allow
  double high = 0;
  double step = 0;  // one unit of the last written digit; 0 for a point
  Hedge hedge = Hedge::none;
  bool is_range = false;
  bool vague = false;      // "dozens", "recently": an interval without a value
  DayRange days;           // of a date
  std::string base;        // base unit: only equal ones compare
  std::string unit;        // as written: "nmi"
  std::string normal;      // normal form, for SideValue
  double written = 0;      // the number as written, before conversion
  Day seen_from = kNoDay;  // the day of the article
  bool usable = false;     // false: nothing can be said about it
};

Facet facet_of(const Analysis& analysis, const Value& value);

enum class Relation : std::uint8_t { incomparable, same, compatible, apart };

struct Compared {
  Relation relation = Relation::incomparable;
  std::string_view rule;  // "rounds", "bound", "converted", "coarser", "disjoint", …
  bool far = false;       // compatible by logic alone, far apart in fact
};

// Both of one kind and base unit; a year alone also meets an age or a span of years.
Compared compare_facets(const Facet& a, const Facet& b);

// The arithmetic as a sentence; `a` and `b` are the words of the two sides.
std::string explain(const Facet& a, std::string_view a_words, const Facet& b,
                    std::string_view b_words, const Compared& compared);

}  // namespace crossread
