#include "base/number.h"

#include <gtest/gtest.h>

#include <cmath>

namespace crossread {
namespace {

TEST(Number, ReadsHowNumbersAreWritten) {
  const struct {
    const char* text;
    double value;
    int decimals, zeros;
    bool ambiguous;
  } cases[] = {
      {"0", 0, 0, 0, false},
      {"7", 7, 0, 0, false},
      {"007", 7, 0, 0, false},
      {"240.1", 240.1, 1, 1, false},
      {"26.30", 26.3, 2, 0, false},
      {"12000", 12000, 0, 3, false},
      {"1,234", 1234, 0, 0, true},
      {"1.234", 1.234, 3, 0, true},
      {"12,000", 12000, 0, 3, true},
      {"1,2", 1.2, 1, 0, false},
      {"50,8", 50.8, 1, 1, false},
      {"1,2345", 1.2345, 4, 0, false},
      {"0.123", 0.123, 3, 0, false},
      {"0,123", 0.123, 3, 0, false},
      {"1,234.5", 1234.5, 1, 0, false},
      {"1.234,5", 1234.5, 1, 0, false},
      {"1,234,567", 1234567, 0, 0, false},
      {"1.234.567", 1234567, 0, 0, false},
      {"1,234,567.89", 1234567.89, 2, 0, false},
      {"1,00,000", 100000, 0, 5, false},
      {"12,34,567", 1234567, 0, 0, false},
      {"12\u00A0000", 12000, 0, 3, false},
      {"1 234 567,8", 1234567.8, 1, 0, false},
      {"1’234’567", 1234567, 0, 0, false},
      {"3.141592653589793", 3.141592653589793, 15, 0, false},
  };
  for (const auto& c : cases) {
    const auto number = parse_number(c.text);
    ASSERT_TRUE(number) << c.text;
    EXPECT_EQ(number->value, c.value) << c.text;
    EXPECT_EQ(number->decimals, c.decimals) << c.text;
    EXPECT_EQ(number->trailing_zeros, c.zeros) << c.text;
    EXPECT_EQ(number->ambiguous, c.ambiguous) << c.text;
  }
}

TEST(Number, RefusesWhatIsNone) {
  for (const char* text : {"", "x", "1.2.3", "3,5,7", "1,23,4", "12 34", "1..2", "1,", "-5", "5:15",
                           "2024-05-14", "1,2.3,4"}) {
    EXPECT_FALSE(parse_number(text)) << text;
  }
}

TEST(Number, ReadsALeadingMark) { EXPECT_EQ(parse_number(".5")->value, 0.5); }

TEST(Number, PrintsShortestFixed) {
  const struct {
    double value;
    int decimals;
    const char* text;
  } cases[] = {
      {26.30, 2, "26.3"},
      {26, 2, "26"},
      {0, 3, "0"},
      {0.05, 2, "0.05"},
      {0.004, 2, "0"},
      {-0.004, 2, "0"},
      {-1.5, 1, "-1.5"},
      {240.1, 1, "240.1"},
      {1e15, 2, "1000000000000000"},
      {1e22, 2, "10000000000000000000000"},
      {0.1 + 0.2, 6, "0.3"},
      {1234567.891, 2, "1234567.89"},
      {2.5, 0, "3"},
      {999.999, 2, "1000"},
  };
  for (const auto& c : cases) EXPECT_EQ(format_number(c.value, c.decimals), c.text);
}

TEST(Number, WhatIsPrintedReadsBack) {
  for (int i = 0; i < 5000; ++i) {
    const double value = i * 37 / 100.0;
    EXPECT_EQ(parse_number(format_number(value, 2))->value, value) << value;
  }
}

TEST(Number, PowersOfTenAreExact) {
  EXPECT_EQ(power_of_ten(0), 1.0);
  EXPECT_EQ(power_of_ten(9), 1e9);
  EXPECT_EQ(power_of_ten(22), 1e22);
  EXPECT_EQ(power_of_ten(-3), 1e-3);
}

TEST(Number, FixedLogIsTheRoundedLogarithm) {
  EXPECT_EQ(fixed_log(1, 1), 0);
  EXPECT_EQ(fixed_log(2, 1), 45426);
  EXPECT_EQ(fixed_log(1, 2), -45426);
  for (std::uint32_t n = 1; n < 3000; n += 7) {
    for (const std::uint32_t d : {1u, 2u, 3u, 10u, 997u, 1000000u, 4294967295u}) {
      const double exact = std::log(static_cast<double>(n) / d) * kFixedOne;
      EXPECT_NEAR(fixed_log(n, d), exact, 0.5000001) << n << "/" << d;
    }
  }
}

}  // namespace
}  // namespace crossread
