#include "mention/times.h"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"
#include "case_file.h"
#include "mention/amounts.h"
#include "mention/periods.h"
#include "support/notation.h"

namespace crossread {
namespace {

std::vector<Mark> marks_of(const std::vector<TimeMention>& times) {
  std::vector<Mark> marks;
  for (const TimeMention& time : times) {
    std::string says = time.value.empty() ? "?" : time.value;
    if (time.stale) says += "!";
    if (time.type == TimeType::set) says += " SET";
    marks.push_back({time.span, says});
  }
  return marks;
}

TEST(Times, ReadEveryLineOfTheCaseFile) {
  const std::vector<MarkedCase> cases =
      read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/dates.cases");
  EXPECT_GE(cases.size(), 400u);
  for (const MarkedCase& one : cases) {
    const Document document = document_of(one.text, {.published = one.published});
    EXPECT_EQ(with_marks(one.text, marks_of(find_times(document))), one.expected)
        << "dates.cases:" << one.line;
  }
}

TEST(Times, NeverOverlapAndLieOnBorders) {
  for (const MarkedCase& one : read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/dates.cases")) {
    const Document document = document_of(one.text, {.published = one.published});
    std::uint32_t end = 0;
    for (const TimeMention& time : find_times(document)) {
      EXPECT_LE(end, time.span.begin) << one.text;
      EXPECT_LT(time.span.begin, time.span.end) << one.text;
      EXPECT_TRUE(on_border(one.text, time.span.begin) && on_border(one.text, time.span.end))
          << one.text;
      EXPECT_LE(time.low_days, time.high_days) << one.text;
      if (time.days.known()) {
        EXPECT_LE(time.days.low, time.days.high) << one.text;
      }
      end = time.span.end;
    }
  }
}

TEST(Times, StayOpenWithoutADateline) {
  for (const MarkedCase& one : read_cases(CROSSREAD_SOURCE_DIR "/tests/mention/dates.cases")) {
    for (const TimeMention& time : find_times(document_of(one.text))) {
      if (time.relative && time.type == TimeType::date && time.days.known()) {
        // Only what is counted from a date written in the text itself may be known.
        EXPECT_NE(one.text.find_first_of("0123456789"), std::string::npos) << one.text;
      }
    }
  }
}

TEST(Times, AreTheSameTwice) {
  const std::string text =
      "On Tuesday, a day after the vote of May 12, he said that in 2023, up from a year earlier, "
      "it rained.";
  const Document document = document_of(text, {.published = "2024-05-14"});
  EXPECT_EQ(with_marks(text, marks_of(find_times(document))),
            with_marks(text, marks_of(find_times(document))));
}

TEST(Times, FlagAWeekdayThatItsDateContradicts) {
  const std::vector<TimeMention> times =
      find_times(document_of("It opens on Monday, May 16.", {.published = "2024-05-14"}));
  ASSERT_EQ(times.size(), 1u);
  EXPECT_TRUE(times[0].stale);
  EXPECT_FALSE(times[0].days.known());
}

TEST(Times, GiveHedgedDurationsAsIntervals) {
  const auto length = [](const char* text) {
    const std::vector<TimeMention> times =
        find_times(document_of(text, {.published = "2024-05-14"}));
    return times.size() == 1 ? Interval{times[0].low_days, times[0].high_days} : Interval{};
  };
  const Interval eight = length("It took about eight months.");
  const Interval six = length("It took just over six months.");
  EXPECT_LT(six.high, eight.low);  // the two cannot both hold
  EXPECT_NEAR(six.low, 182.6, 0.1);
  EXPECT_NEAR(six.high, 210.0, 0.1);
  EXPECT_NEAR(eight.low, 213.1, 0.1);
  EXPECT_EQ(length("It took seven days.").low, 7);
}

TEST(Times, TakeLinearTimeOnRepetitiveText) {
  std::string text;
  while (text.size() < 50'000)
    text += "On May 16-17 and on Tuesday it rained for five years, a year ago. ";
  const Document document = document_of(text, {.published = "2024-05-14"});
  EXPECT_GT(find_times(document).size(), 2'500u);
}

TEST(Periods, AreAdditions) {
  const Day day = *parse_iso_day("2024-05-14");
  EXPECT_EQ(timex_of(period_at(Grain::week, day)), "2024-W20");
  EXPECT_EQ(timex_of(shifted(period_at(Grain::month, day), -5)), "2023-12");
  EXPECT_EQ(timex_of(shifted(period_at(Grain::quarter, day), -2)), "2023-Q4");
  EXPECT_EQ(timex_of(period_at(Grain::season, *parse_iso_day("2024-01-03"))), "2023-WI");
  EXPECT_EQ(timex_of(period_at(Grain::weekend, day)), "2024-W20-WE");
  EXPECT_EQ(timex_of(period_at(Grain::week, *parse_iso_day("2024-12-30"))), "2025-W01");
}

TEST(Periods, HoldTheDayTheyAreMadeFrom) {
  for (Day day = *parse_iso_day("1969-12-20"); day < *parse_iso_day("1972-03-05"); ++day) {
    for (const Grain grain : {Grain::day, Grain::week, Grain::month, Grain::season, Grain::quarter,
                              Grain::half, Grain::year, Grain::decade, Grain::century}) {
      EXPECT_TRUE(days_of(period_at(grain, day)).contains({day, day})) << iso_date(day);
      EXPECT_EQ(days_of(period_at(grain, day)).high + 1,
                days_of(shifted(period_at(grain, day), 1)).low)
          << iso_date(day);
    }
  }
}

}  // namespace
}  // namespace crossread
