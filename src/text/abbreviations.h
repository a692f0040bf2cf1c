// abbreviations.h — what a word with a dot is, and whether the dot may end a sentence.
//
//     "Mr." title: stands before a name       "U.S.", "Inc." company: may end a sentence
//     "Feb." month: before a number           "No." number: only before a digit
//     "Calif." place: with a capital          "J." initial        "stop." none
//
// One table look-up.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

enum class Abbreviation : std::uint8_t {
  none,
  title,
  company,
  month,
  number,
  place,
  other,
  initial
};
// Requires the surface with its dot.
Abbreviation abbreviation(std::string_view surface);

}  // namespace crossread
