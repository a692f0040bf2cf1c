// calendar.h — days as numbers, without a locale and without a time zone.
//
// A Day counts from 1970-01-01 (std::chrono::sys_days underneath). Vague times are DayRange, both
// ends included: "this week" before a Tuesday 2024-05-14 is [2024-05-13, 2024-05-19].
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace crossread {

using Day = std::int32_t;
constexpr Day kNoDay = std::numeric_limits<Day>::min();

struct DayRange {
  Day low = kNoDay;
  Day high = kNoDay;  // included

  constexpr bool known() const { return low != kNoDay; }
  constexpr bool contains(DayRange o) const { return low <= o.low && o.high <= high; }
  constexpr bool overlaps(DayRange o) const { return low <= o.high && o.low <= high; }
  friend constexpr bool operator==(DayRange, DayRange) = default;
};

struct CivilDate {
  int year = 0;
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31
};

// kNoDay if there is no such day (31 April).
Day day_of(int year, int month, int day);
CivilDate civil(Day day);
int weekday(Day day);   // 0 = Monday … 6 = Sunday
int iso_week(Day day);  // 1 to 53
int iso_week_year(Day day);
Day monday_of(int iso_year, int iso_week);
int days_in_month(int year, int month);

std::string iso_date(Day day);  // "2024-05-14"

// The day of an ISO date or date-time ("2024-05-14", "2024-05-14T09:30Z"); nothing if it is none.
std::optional<Day> parse_iso_day(std::string_view text);

// Minutes since 1970-01-01T00:00Z of an ISO date-time with a zone; nothing without time or zone.
std::optional<std::int64_t> parse_iso_minutes(std::string_view text);

}  // namespace crossread
