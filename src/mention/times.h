// times.h — dates, times, durations and sets, in the manner of TIMEX3.
//
//     published Tue 2024-05-14
//     "on Thursday"       DATE      2024-05-16      days [2024-05-16, 2024-05-16]
//     "this week"         DATE      2024-W20        days [2024-05-13, 2024-05-19]
//     "May 16-17"         DATE      2024-05-16/2024-05-17
//     "just over six months"  DURATION  P6M         measure [6, 6.9] months
//     "every year"        SET       P1Y
//
// Spans leave a leading preposition outside and keep a hedge inside.
// After HeidelTime (Strötgen & Gertz 2013); rules and tables are our own.
#pragma once

#include <string>
#include <vector>

#include "text/document.h"

namespace crossread {

enum class TimeType : std::uint8_t { date, time, duration, set };

struct TimeMention {
  Span span;
  Range tokens;
  TimeType type = TimeType::date;
  std::string value;    // TIMEX3; "" where it must stay open
  DayRange days;        // unknown for durations, sets and unresolved dates
  double low_days = 0;  // a duration as an interval of days, hedge applied
  double high_days = 0;
  bool relative = false;  // needed the publication day
  bool vague = false;     // "recently", "in the 1990s", "about eight months"
  bool stale = false;     // a weekday that cannot be meant by this dateline: flagged, not resolved
};

// In order of the text, never overlapping. Uses document.published, and leaves relative dates open
// without it. O(tokens).
std::vector<TimeMention> find_times(const Document& document);

}  // namespace crossread
