#include "base/calendar.h"

#include <chrono>

namespace crossread {
namespace {

namespace chrono = std::chrono;

chrono::sys_days point(Day day) { return chrono::sys_days{chrono::days{day}}; }

// Reads exactly `digits` ASCII digits at `at`; -1 if they are not there.
int read_digits(std::string_view text, std::size_t at, int digits) {
  int value = 0;
  for (int i = 0; i < digits; ++i, ++at) {
    if (at >= text.size() || text[at] < '0' || text[at] > '9') return -1;
    value = value * 10 + (text[at] - '0');
  }
  return value;
}

bool has(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// Minutes east of Greenwich of "Z", "+02", "+0200", "-03:30" that fill `text`.
std::optional<int> parse_zone(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::size_t minutes_at = has(text, 3, ':') ? 4 : 3;
  const int hours = read_digits(text, 1, 2);
  const int minutes = text.size() == 3 ? 0 : read_digits(text, minutes_at, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
  if (text.size() != 3 && text.size() != minutes_at + 2) return std::nullopt;
  const int east = hours * 60 + minutes;
  return text[0] == '-' ? -east : east;
}

}  // namespace

Day day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return kNoDay;
  const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                    chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return kNoDay;
  return static_cast<Day>(chrono::sys_days{date}.time_since_epoch().count());
}

CivilDate civil(Day day) {
  const chrono::year_month_day date{point(day)};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday(Day day) { return static_cast<int>(chrono::weekday{point(day)}.iso_encoding()) - 1; }

// The week of a day is the week of its Thursday (ISO 8601).
int iso_week_year(Day day) { return civil(day - weekday(day) + 3).year; }

int iso_week(Day day) { return (day - weekday(day) - monday_of(iso_week_year(day), 1)) / 7 + 1; }

Day monday_of(int iso_year, int iso_week) {
  const Day fourth = day_of(iso_year, 1, 4);  // always in week 1
  return fourth == kNoDay ? kNoDay : fourth - weekday(fourth) + 7 * (iso_week - 1);
}

int days_in_month(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (day_of(year, month, day) != kNoDay) return day;
  }
  return 28;
}

std::string iso_date(Day day) {
  const CivilDate date = civil(day);
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t last, int value) {
    for (; value > 0; value /= 10) out[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, date.year);
  put(6, date.month);
  put(9, date.day);
  return out;
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (!has(text, 4, '-') || !has(text, 7, '-')) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') {
    return std::nullopt;
  }
  const Day day = day_of(read_digits(text, 0, 4), read_digits(text, 5, 2), read_digits(text, 8, 2));
  if (day == kNoDay) return std::nullopt;
  return day;
}

std::optional<std::int64_t> parse_iso_minutes(std::string_view text) {
  const std::optional<Day> day = parse_iso_day(text);
  if (!day || !has(text, 13, ':')) return std::nullopt;
  const int hour = read_digits(text, 11, 2);
  const int minute = read_digits(text, 14, 2);
  std::size_t at = 16;
  if (has(text, at, ':')) {
    if (read_digits(text, at + 1, 2) < 0) return std::nullopt;
    at += 3;
    if (has(text, at, '.')) {
      ++at;
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
  }
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || at > text.size()) return std::nullopt;
  const std::optional<int> east = parse_zone(text.substr(at));
  if (!east) return std::nullopt;
  return std::int64_t{*day} * 1440 + hour * 60 + minute - *east;
}

}  // namespace crossread
