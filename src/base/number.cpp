#include "base/number.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr std::array<double, 23> kPowers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                            1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                            1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// A number cut at its marks: "1.234,5" → groups {1, 234, 5}, marks {'.', ','}.
struct Groups {
  std::vector<std::string_view> digits;
  std::vector<char> marks;  // '.', ',' or ' ' (any space) or '\'' (Swiss), one less than digits
};

std::optional<Groups> cut(std::string_view text) {
  Groups groups;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(text, at);
    if (!is_digit(c.code)) {
      const char32_t plain = is_space(c.code) ? U' ' : plain_mark(c.code);
      if (plain != '.' && plain != ',' && plain != ' ' && plain != '\'') return std::nullopt;
      groups.digits.push_back(text.substr(begin, at - begin));
      groups.marks.push_back(static_cast<char>(plain));
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  groups.digits.push_back(text.substr(begin));
  for (const std::string_view g : groups.digits) {
    if (g.empty()) return std::nullopt;
  }
  return groups;
}

// True if the first `count` groups are thousands: 1 to 3 digits, then threes (or the twos of a
// lakh, which still ends in three).
bool grouped(const Groups& groups, std::size_t count) {
  if (groups.digits[0].size() > 3 || (count > 1 && groups.digits[0][0] == '0')) return false;
  bool threes = true, lakh = groups.digits[0].size() < 3;
  for (std::size_t i = 1; i < count; ++i) {
    if (groups.marks[i - 1] != groups.marks[0]) return false;
    threes = threes && groups.digits[i].size() == 3;
    lakh = lakh && groups.digits[i].size() == (i + 1 == count ? 3u : 2u);
  }
  return threes || (lakh && groups.marks[0] == ',');
}

// How many groups belong to the integer part; nothing if this is no number.
std::optional<std::size_t> integer_groups(const Groups& g) {
  const std::size_t count = g.digits.size();
  if (count == 1) return 1;
  const char last = g.marks.back();
  if (count == 2) {
    const bool three = grouped(g, 2);
    if (last == '.') return 1;
    if (last == ',') return three ? 2 : 1;
    return three ? std::optional<std::size_t>(2) : std::nullopt;
  }
  if (grouped(g, count)) return count;
  if (last != g.marks[0] && (last == '.' || last == ',') && grouped(g, count - 1)) return count - 1;
  return std::nullopt;
}

}  // namespace

std::optional<ParsedNumber> parse_number(std::string_view text) {
  if (text.size() > 1 && text[0] == '.') return parse_number(std::string(1, '0').append(text));
  const std::optional<Groups> groups = cut(text);
  if (!groups) return std::nullopt;
  const std::optional<std::size_t> whole = integer_groups(*groups);
  if (!whole) return std::nullopt;

  ParsedNumber number;
  // A lone mark before three digits can mean either thing: 1,234 and 1.234.
  number.ambiguous = groups->digits.size() == 2 && grouped(*groups, 2) &&
                     (groups->marks[0] == '.' || groups->marks[0] == ',');
  for (std::size_t i = 0; i < groups->digits.size(); ++i) {
    for (const char c : groups->digits[i]) {
      number.value = number.value * 10 + (c - '0');
      if (i < *whole)
        number.trailing_zeros = c == '0' && number.value > 0 ? number.trailing_zeros + 1 : 0;
    }
  }
  if (*whole < groups->digits.size()) {
    number.decimals = static_cast<int>(groups->digits.back().size());
    int left = number.decimals;
    for (; left > 22; left -= 22) number.value /= kPowers[22];
    number.value /= kPowers[static_cast<std::size_t>(left)];
  }
  return number;
}

double power_of_ten(int exponent) {
  return exponent >= 0 ? kPowers[static_cast<std::size_t>(exponent)]
                       : 1.0 / kPowers[static_cast<std::size_t>(-exponent)];
}

std::string format_number(double value, int decimals) {
  std::string out;
  const bool negative = value < 0;
  if (negative) value = -value;
  if (value >= 1e15) {  // no digits after the point are known
    char buffer[400];
    const int length = std::snprintf(buffer, sizeof buffer, "%.0f", value);
    out.assign(buffer, static_cast<std::size_t>(length));
    return negative ? "-" + out : out;
  }
  // A double holds 15 digits: what stands beyond them is noise.
  while (decimals > 0 && (decimals > 15 || value * power_of_ten(decimals) >= 1e15)) --decimals;
  auto scaled = static_cast<std::uint64_t>(value * power_of_ten(decimals) + 0.5);
  for (; decimals > 0 && scaled % 10 == 0; --decimals) scaled /= 10;
  out = std::to_string(scaled);
  if (decimals > 0) {
    const auto places = static_cast<std::size_t>(decimals);
    if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
    out.insert(out.size() - places, 1, '.');
  }
  return negative && scaled != 0 ? "-" + out : out;
}

std::int32_t fixed_log(std::uint32_t numerator, std::uint32_t denominator) {
  constexpr double kLn2 = 0.693147180559945309417;
  double x = static_cast<double>(numerator) / static_cast<double>(denominator);
  int twos = 0;
  for (; x > 1.4142135623730951; x *= 0.5) ++twos;
  for (; x < 0.7071067811865476; x *= 2) --twos;
  // ln x = 2 (s + s³/3 + s⁵/5 + …) with |s| < 0.172: 12 terms leave less than 2^-60.
  const double s = (x - 1) / (x + 1);
  const double square = s * s;
  double sum = 0;
  for (int k = 23; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
  const double scaled = (twos * kLn2 + 2 * s * sum) * kFixedOne;
  return static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

}  // namespace crossread
