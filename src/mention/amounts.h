// amounts.h — money, percentages, counts, measures, ages, ordinals.
//
//     "up 26.3% from"            PERCENT  26.3    %    low 26.25  high 26.35
//     "$240.1 billion"           MONEY    2.401e11 USD low 240.05e9 high 240.15e9
//     "more than 280 entities"   COUNT    280          low 280  high 336   of "entities"
//     "Putin, 71,"               AGE      71
//     "his fifth term"           ORDINAL  5            of "term"
//
// The span is number + magnitude + unit or currency; hedge ("more than") and counted noun stay
// outside, in low/high and `of`. Intervals as in numerals.h: exact integers below 100 are
// points, else half a unit of the last written digit; a hedge widens to one side or both.
#pragma once

#include <string>
#include <vector>

#include "mention/numerals.h"
#include "mention/times.h"
#include "text/document.h"

namespace crossread {

enum class AmountKind : std::uint8_t {
  money,
  percent,
  percent_points,
  count,
  measure,
  age,
  ordinal,
  score,
  rate
};

// MONEY PERCENT (points too: their unit is "pp") COUNT MEASURE AGE ORDINAL SCORE RATE
std::string_view amount_kind_code(AmountKind kind);

struct Amount {
  Span span;
  Range tokens;
  AmountKind kind = AmountKind::count;
  double value = 0;
  double low = 0;  // what the words allow, hedge and rounding applied
  double high = 0;
  bool is_range = false;  // "18 to 64": low and high as written, value is open
  std::string unit;       // ISO currency, "%", "pp", "km", …; "" for COUNT, AGE, ORDINAL
  Hedge hedge = Hedge::none;
  Span of;  // the words that say what is counted ("entities", "term"), or empty
  bool approximate_words = false;  // "dozens", "tens of thousands": interval, no value
};

// In order of the text, never overlapping each other or `times`. O(tokens).
std::vector<Amount> find_amounts(const Document& document, const std::vector<TimeMention>& times);

// What a unit measures, and how much of the base unit it is: a value v in `unit` is
// v * factor + offset base units. Units of one dimension can be set against each other.
struct UnitInfo {
  std::string_view dimension;  // "length", "speed", "mass", …; "" if the unit is unknown
  double factor = 1;
  double offset = 0;
  explicit operator bool() const { return !dimension.empty(); }
};
UnitInfo unit_info(std::string_view unit);  // "km" → {"length", 1000, 0}

}  // namespace crossread
