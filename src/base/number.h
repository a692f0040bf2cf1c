// number.h — numbers in and out of text, the same bytes on every machine.
//
// No libm: powers of ten come from a table (exact to 1e22), logarithms from a series of + - * / on
// doubles, given out as integers in fixed point, so native and wasm agree to the last bit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossread {

// "240.1", "1,234", "1.234.567", "1,2" (decimal comma), "1,00,000" (lakh), "12 000" (any space),
// "007". No sign. Nothing for what is no number ("1.2.3"). `decimals` is what rounding works with.
struct ParsedNumber {
  double value = 0;
  int decimals = 0;        // digits after the decimal mark
  int trailing_zeros = 0;  // zeros that end the integer part: 12,000 → 3
  bool ambiguous = false;  // "1,234" could be a decimal comma in another country
};
std::optional<ParsedNumber> parse_number(std::string_view text);

// 10^exponent, exact; requires -22 <= exponent <= 22.
double power_of_ten(int exponent);

// Shortest fixed notation with at most `decimals` digits after the point, no trailing zeros:
// format_number(26.30, 2) → "26.3".
std::string format_number(double value, int decimals);

// round(2^16 * ln(numerator / denominator)); requires both > 0.
std::int32_t fixed_log(std::uint32_t numerator, std::uint32_t denominator);
constexpr std::int32_t kFixedOne = 1 << 16;

}  // namespace crossread
