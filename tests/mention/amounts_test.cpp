#include "mention/amounts.h"

#include <gtest/gtest.h>

#include "base/number.h"
#include "base/utf8.h"
#include "case_file.h"
#include "support/notation.h"

namespace crossread {
namespace {

std::vector<Amount> amounts_in(const Document& document) {
  return find_amounts(document, find_times(document));
}

std::string number(double value) { return format_number(value, 4); }

std::vector<Mark> marks_of(const Document& document) {
  std::vector<Mark> marks;
  for (const Amount& amount : amounts_in(document)) {
    std::string says(amount_kind_code(amount.kind));
    const bool open = amount.is_range || amount.approximate_words;
    says += " " + (open ? number(amount.low) + ".." + number(amount.high) : number(amount.value));
    if (!amount.unit.empty()) says += " " + amount.unit;
    if (!amount.of.empty()) says += " of " + std::string(document.text(amount.of));
    marks.push_back({amount.span, says});
  }
  return marks;
}

TEST(Amounts, ReadEveryLineOfTheCaseFile) {
  const std::vector<MarkedCase> cases =
      read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/figures.cases");
  EXPECT_GE(cases.size(), 400u);
  for (const MarkedCase& one : cases) {
    const Document document = document_of(one.text, {.published = one.published});
    EXPECT_EQ(with_marks(one.text, marks_of(document)), one.expected)
        << "figures.cases:" << one.line;
  }
}

TEST(Amounts, NeverOverlapEachOtherOrTimes) {
  for (const MarkedCase& one : read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/figures.cases")) {
    const Document document = document_of(one.text, {.published = one.published});
    const std::vector<TimeMention> times = find_times(document);
    std::uint32_t end = 0;
    for (const Amount& amount : find_amounts(document, times)) {
      EXPECT_LE(end, amount.span.begin) << one.text;
      EXPECT_TRUE(on_border(one.text, amount.span.begin) && on_border(one.text, amount.span.end))
          << one.text;
      EXPECT_TRUE(amount.kind == AmountKind::score || amount.low <= amount.high) << one.text;
      for (const TimeMention& time : times)
        EXPECT_FALSE(time.span.overlaps(amount.span)) << one.text;
      end = amount.span.end;
    }
  }
}

struct IntervalCase {
  const char* text;
  double low, high;
  Hedge hedge;
};

TEST(Amounts, WidenByHedgeAndRounding) {
  for (const IntervalCase& c : std::initializer_list<IntervalCase>{
           {"It has 12 ships.", 12, 12, Hedge::none},
           {"It has 280 ships.", 279.5, 280.5, Hedge::none},
           {"It has 26,000 ships.", 25500, 26500, Hedge::none},
           {"It has 5,000 ships.", 4750, 5250, Hedge::none},
           {"It has 61,483 ships.", 61482.5, 61483.5, Hedge::none},
           {"It rose 26%.", 25.5, 26.5, Hedge::none},
           {"It rose 26.3%.", 26.25, 26.35, Hedge::none},
           {"It cost $240 billion.", 239.5e9, 240.5e9, Hedge::none},
           {"It has more than 280 ships.", 280, 336, Hedge::more_than},
           {"It has at least 10 ships.", 10, 12, Hedge::at_least},
           {"It has about 80 ships.", 70, 90, Hedge::about},
           {"It has some 400 ships.", 350, 450, Hedge::about},
           {"It has nearly 100 ships.", 90, 100, Hedge::nearly},
           {"It has just over 100 ships.", 100, 115, Hedge::just_over},
           {"It has fewer than 100 ships.", 80, 100, Hedge::less_than},
           {"It has up to 100 ships.", 80, 100, Hedge::up_to},
           {"It has no more than 100 ships.", 80, 100, Hedge::up_to},
           {"It has no fewer than 10 ships.", 10, 12, Hedge::at_least}}) {
    const std::vector<Amount> amounts = amounts_in(document_of(c.text));
    ASSERT_EQ(amounts.size(), 1u) << c.text;
    EXPECT_NEAR(amounts[0].low, c.low, 1e-6 * c.low) << c.text;
    EXPECT_NEAR(amounts[0].high, c.high, 1e-6 * c.high) << c.text;
    EXPECT_EQ(amounts[0].hedge, c.hedge) << c.text;
  }
}

TEST(Amounts, ConvertUnitsOfOneDimension) {
  const UnitInfo mile = unit_info("nmi");
  const UnitInfo km = unit_info("km");
  EXPECT_EQ(mile.dimension, km.dimension);
  EXPECT_NEAR(9 * mile.factor / km.factor, 16.668, 1e-9);
  EXPECT_NEAR(40 * unit_info("mph").factor / unit_info("kn").factor, 34.76, 0.01);
  EXPECT_NEAR(50 * unit_info("°F").factor + unit_info("°F").offset, 283.15, 1e-6);
  EXPECT_FALSE(unit_info("parsnip"));
}

TEST(Amounts, TakeLinearTimeOnRepetitiveText) {
  std::string text;
  while (text.size() < 50'000)
    text += "Some 400 people paid $5 million, or 26.3%, for 27 yards in his fifth term. ";
  const Document document = document_of(text, {.published = "2024-05-14"});
  EXPECT_GT(amounts_in(document).size(), 3'000u);
}

}  // namespace
}  // namespace crossread
