#include "base/accents.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace crossread {
namespace {

struct Accented {
  std::uint16_t letter, plain, accent;
};
constexpr Accented kAccented[] = {
#include "base/accents_data.inc"
};

}  // namespace

char32_t compose(char32_t letter, char32_t accent) {
  // Rare enough (texts in decomposed form) for a walk through the table.
  for (const Accented& a : kAccented) {
    if (a.plain == letter && a.accent == accent) return a.letter;
  }
  return 0;
}

char32_t without_accent(char32_t letter) {
  while (letter >= 0xE0 && letter < 0x10000) {
    const auto* found =
        std::lower_bound(std::begin(kAccented), std::end(kAccented), letter,
                         [](const Accented& a, char32_t code) { return a.letter < code; });
    if (found == std::end(kAccented) || found->letter != letter) break;
    letter = found->plain;
  }
  return letter;
}

}  // namespace crossread
