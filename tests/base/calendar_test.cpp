#include "base/calendar.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Calendar, CountsDaysFrom1970) {
  EXPECT_EQ(day_of(1970, 1, 1), 0);
  EXPECT_EQ(day_of(2024, 5, 14), 19857);
  EXPECT_EQ(day_of(1969, 12, 31), -1);
  EXPECT_EQ(day_of(2024, 2, 29) + 1, day_of(2024, 3, 1));
}

TEST(Calendar, KnowsWhichDaysExist) {
  EXPECT_EQ(day_of(2024, 4, 31), kNoDay);
  EXPECT_EQ(day_of(2023, 2, 29), kNoDay);
  EXPECT_EQ(day_of(1900, 2, 29), kNoDay);
  EXPECT_NE(day_of(2000, 2, 29), kNoDay);
  EXPECT_EQ(day_of(2024, 13, 1), kNoDay);
  EXPECT_EQ(day_of(2024, 0, 1), kNoDay);
  EXPECT_EQ(day_of(2024, 1, 0), kNoDay);
  EXPECT_EQ(day_of(-5, 1, 1), kNoDay);
}

TEST(Calendar, GoesThereAndBack) {
  for (Day day = day_of(1895, 1, 1); day < day_of(2105, 1, 1); day += 13) {
    const CivilDate date = civil(day);
    EXPECT_EQ(day_of(date.year, date.month, date.day), day);
    EXPECT_EQ(monday_of(iso_week_year(day), iso_week(day)) + weekday(day), day);
    EXPECT_EQ(parse_iso_day(iso_date(day)), day);
  }
}

TEST(Calendar, KnowsWeekdaysAndIsoWeeks) {
  const struct {
    int year, month, day, weekday, week, week_year;
  } cases[] = {
      {2024, 5, 14, 1, 20, 2024},  // a Tuesday
      {2024, 5, 19, 6, 20, 2024}, {2024, 12, 30, 0, 1, 2025},  {2021, 1, 3, 6, 53, 2020},
      {2026, 1, 1, 3, 1, 2026},   {2020, 12, 31, 3, 53, 2020}, {1970, 1, 1, 3, 1, 1970},
  };
  for (const auto& c : cases) {
    const Day day = day_of(c.year, c.month, c.day);
    EXPECT_EQ(weekday(day), c.weekday) << iso_date(day);
    EXPECT_EQ(iso_week(day), c.week) << iso_date(day);
    EXPECT_EQ(iso_week_year(day), c.week_year) << iso_date(day);
  }
  EXPECT_EQ(iso_date(monday_of(2024, 20)), "2024-05-13");
}

TEST(Calendar, KnowsTheLengthOfMonths) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2023, 2), 28);
  EXPECT_EQ(days_in_month(2023, 4), 30);
  EXPECT_EQ(days_in_month(2023, 12), 31);
}

TEST(Calendar, ReadsIsoDatesAlone) {
  EXPECT_EQ(parse_iso_day("2024-05-14"), day_of(2024, 5, 14));
  EXPECT_EQ(parse_iso_day("2024-05-14T09:30Z"), day_of(2024, 5, 14));
  EXPECT_EQ(parse_iso_day("2024-05-14 09:30"), day_of(2024, 5, 14));
  for (const char* text : {"", "2024", "2024-05", "2024-5-14", "24-05-14", "2024-05-32",
                           "2024-05-14x", "2024/05/14", "May 14, 2024"}) {
    EXPECT_FALSE(parse_iso_day(text)) << text;
  }
}

TEST(Calendar, ReadsMinutesOnlyWithTimeAndZone) {
  const std::int64_t noon = std::int64_t{day_of(2024, 5, 14)} * 1440 + 720;
  for (const char* text :
       {"2024-05-14T12:00Z", "2024-05-14T14:00+02:00", "2024-05-14T14:00+0200",
        "2024-05-14T14:00+02", "2024-05-14T08:30:59-03:30", "2024-05-14 12:00:00.125Z"}) {
    EXPECT_EQ(parse_iso_minutes(text), noon) << text;
  }
  for (const char* text : {"2024-05-14", "2024-05-14T12:00", "2024-05-14T12Z", "2024-05-14T12:60Z",
                           "2024-05-14T12:00+2", "2024-05-14T12:00 CET", "2024-05-14T12:00:Z"}) {
    EXPECT_FALSE(parse_iso_minutes(text)) << text;
  }
}

TEST(Calendar, RangesContainAndOverlap) {
  const DayRange week{10, 16}, two{14, 18}, day{12, 12};
  EXPECT_TRUE(week.contains(day));
  EXPECT_FALSE(week.contains(two));
  EXPECT_TRUE(week.overlaps(two));
  EXPECT_FALSE(day.overlaps(two));
  EXPECT_FALSE(DayRange{}.known());
}

}  // namespace
}  // namespace crossread
