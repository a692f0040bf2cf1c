// numerals.h — figures and number words, and what they leave open.
//
//     "26.3" 26.3 ± .05    "54.9-million" 54.9e6 ± .05e6    "two and a half" 2.5    "Twenty-four"
//     24 "hundreds of thousands" [2e5, 1e6), no value         "75th", "fifth" ordinals
//
// Interval of a figure: half a unit of its last written digit. Three or more zeros at the end of an
// integer count as not written, but never for more than 5 %: "26,000" is [25500, 26500], "5,000" is
// [4750, 5250]. Integers below 100 are points when they count. O(1) a figure.
#pragma once

#include <cstdint>
#include <optional>

#include "mention/pieces.h"

namespace crossread {

enum class Hedge : std::uint8_t {
  none,
  about,
  nearly,
  just_over,
  more_than,
  at_least,
  less_than,
  up_to
};

struct Interval {
  double low = 0;
  double high = 0;
};

struct Numeral {
  std::size_t end = 0;  // piece after it
  double value = 0;
  double step = 1;  // worth of the last written digit
  bool in_words = false;
  bool magnitude = false;    // "million", "bn", …
  bool grouped = false;      // "1,234"
  bool fraction = false;     // "half", "two-thirds"
  bool approximate = false;  // "dozens", "tens of thousands": interval alone
  Interval open;             // of an approximate one
};

// A cardinal at piece i; nothing if there is none. A letter magnitude ("5m", "5k") only where
// `letters` allows it: after a currency. O(length of the numeral).
enum class MagnitudeLetters : std::uint8_t { no, yes };
std::optional<Numeral> read_numeral(const Pieces& pieces, std::size_t i,
                                    MagnitudeLetters letters = MagnitudeLetters::no);

// "75th", "fifth", "twenty-first".
std::optional<Numeral> read_ordinal(const Pieces& pieces, std::size_t i);

// The hedge that ends before piece i, and where it begins (i if there is none).
struct HedgeBefore {
  Hedge kind = Hedge::none;
  std::size_t first = 0;
};
HedgeBefore hedge_before(const Pieces& pieces, std::size_t i);

// What the words allow: rounding, then hedge.
enum class Exactness : std::uint8_t { counted, measured };
Interval interval_of(const Numeral& numeral, Hedge hedge, Exactness exactness);

}  // namespace crossread
