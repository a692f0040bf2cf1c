// times_reader.h — the grammar of dates and times; inside of times.h.
//
// A rule looks at the pieces from i on and gives a draft: how far it reaches, and what it means.
// The longest draft wins. Rules are grouped by file: times_dates.cpp (written dates),
// times_deictic.cpp (relative ones), times_spans.cpp (durations and sets), times_clock.cpp (time of
// day), times_context.cpp (which side of the dateline, what a sentence is about). Every rule looks
// at a bounded number of pieces, so that the whole is O(pieces).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mention/numerals.h"
#include "mention/periods.h"
#include "mention/pieces.h"
#include "mention/times.h"
#include "mention/value_words.h"

namespace crossread {

enum class Direction : std::uint8_t { unknown, past, future };

struct TimeDraft {
  std::size_t first = 0;  // pieces, half open
  std::size_t last = 0;
  TimeType type = TimeType::date;
  std::string value;
  DayRange days;
  Interval length;  // in days, of a duration
  bool relative = false;
  bool vague = false;
  bool stale = false;
  bool derived = false;          // counted from another date of the text: no base for a third one
  std::optional<Period> period;  // of a resolved date of one grain
};
using MaybeTime = std::optional<TimeDraft>;

enum class Meridiem : std::uint8_t { none, am, pm };

struct ClockTime {
  int hour = -1;  // 0 to 24 once the half of the day is counted in
  int minute = 0;
  Meridiem half = Meridiem::none;
  std::string zone;     // "Z", "+02:00"; "" if none is named
  std::size_t end = 0;  // the piece behind it
};

inline TimeUnit time_unit(std::string_view form) { return value_word(form).unit; }
std::optional<Grain> grain_of(const TimeUnit& unit);

class TimeReader {
 public:
  TimeReader(const Pieces& pieces, Day published) : p_(pieces), published_(published) {}

  MaybeTime read(std::size_t i) const { return read(i, p_.opens(i)); }
  // The longest expression that begins at piece i, of those that these rules read.
  MaybeTime read(std::size_t i, ValueRules rules) const;
  void remember(const TimeDraft& draft);  // becomes the context of what follows

 private:
  // times_dates.cpp
  int month_at(std::size_t i) const;                      // 1 to 12, 0 if there is none
  bool month_alone(std::size_t i) const;                  // it may stand without a day or a year
  std::size_t after_month(std::size_t i) const;           // behind the name and the dot of "Sept ."
  int day_number(std::size_t i, std::size_t& end) const;  // "16", "16th"; 0 if there is none
  int year_number(std::size_t i) const;                   // 1000 to 2199, 0 if there is none
  std::size_t year_after(std::size_t i, int& year) const;  // [,] 2024
  MaybeTime read_written_date(std::size_t i) const;
  MaybeTime read_month_first(std::size_t i) const;
  MaybeTime read_day_first(std::size_t i) const;
  int year_of_pair(std::size_t at, int month) const;  // "March and May 2023"
  int year_beside(std::size_t at) const;              // "last year" beside "May 16"
  MaybeTime read_numeric_date(std::size_t i) const;
  MaybeTime read_year(std::size_t i) const;
  MaybeTime read_decade_or_century(std::size_t i) const;
  MaybeTime read_part_of_year(std::size_t i) const;  // the next three
  MaybeTime read_fiscal_year(std::size_t i) const;
  MaybeTime read_quarter_or_half(std::size_t i) const;
  MaybeTime read_season(std::size_t i) const;
  MaybeTime read_festival(std::size_t i) const;
  bool year_stands_alone(std::size_t i) const;

  // times_deictic.cpp
  int weekday_at(std::size_t i) const;  // 0 Monday … 6, -1 if there is none
  MaybeTime read_weekday(std::size_t i) const;
  MaybeTime read_weekday_part(std::size_t i) const;  // Tuesday afternoon
  MaybeTime read_day_word(std::size_t i) const;      // today, yesterday
  MaybeTime read_this_last_next(std::size_t i) const;
  MaybeTime read_neighbour(std::size_t i) const;  // "the year before", "the following day"
  MaybeTime read_that(std::size_t i) const;       // "that day", "the same month", "the day"
  MaybeTime read_edge(std::size_t i) const;       // "early June", "the end of last year"
  MaybeTime read_reference(std::size_t i) const;  // "now", "recently", "soon"
  MaybeTime read_last_part(std::size_t i) const;  // "the last week of March"

  // times_spans.cpp
  MaybeTime read_duration(std::size_t i) const;
  MaybeTime read_whole_unit(std::size_t i) const;  // "another full week"
  MaybeTime read_unit_long(std::size_t i) const;   // "year-long"
  MaybeTime read_shifted(const TimeDraft& duration, const TimeUnit& unit, double n) const;
  MaybeTime read_set(std::size_t i) const;

  // times_clock.cpp
  MaybeTime read_clock(std::size_t i) const;
  TimeDraft make_clock(std::size_t first, std::size_t last, const ClockTime& clock) const;
  MaybeTime with_part_of_day(TimeDraft draft) const;  // "Tuesday" + "afternoon"
  MaybeTime read_early_late_on(std::size_t i) const;  // "early on Tuesday"
  Day day_of_clock(std::size_t first, std::size_t last) const;

  // times_context.cpp
  Direction direction(std::size_t first, std::size_t last) const;
  bool border_within(std::size_t i, std::size_t pieces) const;
  bool contradicted(std::size_t first, Day day) const;  // another date of the clause excludes it
  int year_near(int month, int day, std::size_t first, std::size_t last) const;
  const Period* context(Grain grain,
                        std::size_t i) const;  // named in this sentence, at most as coarse
  Day anchor_day() const { return last_day_ != kNoDay ? last_day_ : published_; }

  TimeDraft make(std::size_t first, std::size_t last, Period period, bool relative) const;
  TimeDraft make_open(std::size_t first, std::size_t last, TimeType type) const;
  TimeDraft make_range(std::size_t first, std::size_t last, Period from, Period to,
                       bool relative) const;
  bool dated() const { return published_ != kNoDay; }

  struct Remembered {
    std::size_t piece;
    Period period;
  };

  const Pieces& p_;
  Day published_;
  Day last_day_ = kNoDay;           // last single day named
  std::vector<Remembered> recent_;  // the last few periods, newest at the end
};

// "TMO", "TAF", …; "" if the word names no part of the day.
std::string_view part_of_day(std::string_view form);

}  // namespace crossread
