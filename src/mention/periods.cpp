#include "mention/periods.h"

namespace crossread {
namespace {

constexpr int kSeasonMonth[] = {3, 6, 9, 12};  // spring, summer, autumn, winter

// Floor division: years before the common era never come in, weeks before 1970 do.
std::int32_t floor_div(std::int32_t a, std::int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr std::int32_t kMonday = -3;  // 1969-12-29, the Monday of the week of day 0

std::string padded(int value, int width) {
  std::string digits = std::to_string(value);
  if (static_cast<int>(digits.size()) < width)
    digits.insert(0, static_cast<std::size_t>(width) - digits.size(), '0');
  return digits;
}

Day month_begin(int month_index) { return day_of(month_index / 12, month_index % 12 + 1, 1); }

DayRange months(int first, int count) {
  return {month_begin(first), month_begin(first + count) - 1};
}

}  // namespace

Period day_period(Day day) { return {Grain::day, day}; }
Period month_period(int year, int month) { return {Grain::month, year * 12 + month - 1}; }
Period year_period(int year) { return {Grain::year, year}; }

Period period_at(Grain grain, Day day) {
  const CivilDate date = civil(day);
  switch (grain) {
    case Grain::day:
      return {grain, day};
    case Grain::weekend:
    case Grain::week:
      return {grain, floor_div(day - kMonday, 7)};
    case Grain::month:
      return month_period(date.year, date.month);
    case Grain::season: {
      const int moved =
          date.year * 12 + date.month - 3;  // a winter belongs to the year it begins in
      return {grain, moved / 3};
    }
    case Grain::quarter:
      return {grain, date.year * 4 + (date.month - 1) / 3};
    case Grain::half:
      return {grain, date.year * 2 + (date.month - 1) / 6};
    case Grain::year:
      return {grain, date.year};
    case Grain::decade:
      return {grain, date.year / 10};
    case Grain::century:
      return {grain, date.year / 100};
  }
  return {};
}

DayRange days_of(Period period) {
  const std::int32_t n = period.index;
  switch (period.grain) {
    case Grain::day:
      return {n, n};
    case Grain::weekend:
      return {n * 7 + kMonday + 5, n * 7 + kMonday + 6};
    case Grain::week:
      return {n * 7 + kMonday, n * 7 + kMonday + 6};
    case Grain::month:
      return months(n, 1);
    case Grain::season:
      return months(n / 4 * 12 + kSeasonMonth[n % 4] - 1, 3);
    case Grain::quarter:
      return months(n * 3, 3);
    case Grain::half:
      return months(n * 6, 6);
    case Grain::year:
      return months(n * 12, 12);
    case Grain::decade:
      return months(n * 120, 120);
    case Grain::century:
      return months(n * 1200, 1200);
  }
  return {};
}

std::string timex_of(Period period) {
  const std::int32_t n = period.index;
  const Day first = days_of(period).low;
  switch (period.grain) {
    case Grain::day:
      return iso_date(n);
    case Grain::weekend:
    case Grain::week:
      return padded(iso_week_year(first), 4) + "-W" + padded(iso_week(first), 2) +
             (period.grain == Grain::weekend ? "-WE" : "");
    case Grain::month:
      return padded(n / 12, 4) + "-" + padded(n % 12 + 1, 2);
    case Grain::season: {
      constexpr const char* kNames[] = {"-SP", "-SU", "-FA", "-WI"};
      return padded(n / 4, 4) + kNames[n % 4];
    }
    case Grain::quarter:
      return padded(n / 4, 4) + "-Q" + std::to_string(n % 4 + 1);
    case Grain::half:
      return padded(n / 2, 4) + "-H" + std::to_string(n % 2 + 1);
    case Grain::year:
      return padded(n, 4);
    case Grain::decade:
      return padded(n, 3);
    case Grain::century:
      return padded(n, 2);
  }
  return {};
}

}  // namespace crossread
