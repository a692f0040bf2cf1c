// periods.h — stretches of the calendar at a grain, as TIMEX3 names them.
//
// A period is the n-th of its grain, counted from a fixed origin, so that «next», «last» and «three
// before» are additions:
//
//     period_at(Grain::week, 2024-05-14)        2024-W20     days [2024-05-13, 2024-05-19]
//     shifted(period_at(Grain::month, …), -1)   2024-04
//
// All O(1).
#pragma once

#include <cstdint>
#include <string>

#include "base/calendar.h"

namespace crossread {

enum class Grain : std::uint8_t {
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

struct Period {
  Grain grain = Grain::day;
  std::int32_t index = 0;
  friend constexpr bool operator==(Period, Period) = default;
};

Period period_at(Grain grain, Day day);  // the one that holds the day
Period day_period(Day day);
Period month_period(int year, int month);
Period year_period(int year);
constexpr Period shifted(Period period, std::int32_t by) {
  return {period.grain, period.index + by};
}

DayRange days_of(Period period);
std::string timex_of(Period period);  // "2024-05-14", "2024-W20", "2024-Q2", "199"

}  // namespace crossread
