// Time of day: 5:15 a.m., 18:00 UTC, 2pm tomorrow, noon, Tuesday afternoon, early on Tuesday.
#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// 0 to 99.
std::string two(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

Meridiem meridiem_at(const Pieces& p, std::size_t i, std::size_t& end) {
  const std::string_view word = p.bare(i);
  if (word == "am" || word == "pm") {
    end = i + 1;
    // "a.m" "." where the dot was taken for the end of the sentence stays outside.
    return word == "am" ? Meridiem::am : Meridiem::pm;
  }
  if (p.is_any(i, {"a", "p"}) && p.is(i + 1, ".") && p.is_any(i + 2, {"m", "m."})) {
    end = i + 3;
    if (p.is(end, ".") && p.joined(end)) ++end;
    return p.is(i, "a") ? Meridiem::am : Meridiem::pm;
  }
  return Meridiem::none;
}

// 5:15 | 17:00:30; perhaps a.m.
std::optional<ClockTime> clock_with_colon(const Pieces& p, std::size_t at) {
  if (p.digits(at) == 0 || p.digits(at) > 2 || p.joined(at) || !p.is(at + 1, ":") ||
      !p.joined(at + 1) || !p.joined(at + 2) || p.digits(at + 2) != 2) {
    return std::nullopt;
  }
  ClockTime clock{p.integer(at), p.integer(at + 2), Meridiem::none, {}, at + 3};
  if (p.is(clock.end, ":") && p.joined(clock.end) && p.digits(clock.end + 1) == 2) clock.end += 2;
  clock.half = meridiem_at(p, clock.end, clock.end);
  return clock;
}

// midnight | 5:15 | 6.40am | 10 a.m. | 1800 GMT
std::optional<ClockTime> clock_in_figures(const Pieces& p, std::size_t at) {
  if (p.is(at, "midnight")) return ClockTime{0, 0, Meridiem::none, {}, at + 1};
  if (std::optional<ClockTime> clock = clock_with_colon(p, at)) return clock;
  if (!p.number(at) || (p.joined(at) && !p.is(at - 1, "("))) return std::nullopt;
  ClockTime clock;
  clock.end = at + 1;
  clock.half = meridiem_at(p, clock.end, clock.end);
  if (clock.half == Meridiem::none) {
    if (p.digits(at) != 4 || !p.is_any(clock.end, {"gmt", "utc"})) return std::nullopt;
    clock.hour = p.integer(at) / 100;
    clock.minute = p.integer(at) % 100;
    return clock;
  }
  const std::string_view figure = p.surface(at);
  const std::size_t dot = figure.find('.');
  if (dot <= 2 && figure.size() == dot + 3 && figure.find(',') == std::string_view::npos) {
    clock.hour = 0;
    for (const char c : figure.substr(0, dot)) clock.hour = clock.hour * 10 + (c - '0');
    clock.minute = (figure[dot + 1] - '0') * 10 + (figure[dot + 2] - '0');
  } else if (p.digits(at) > 0 && p.digits(at) <= 2) {
    clock.hour = p.integer(at);
  } else {
    return std::nullopt;
  }
  return clock;
}

// four o'clock | five p.m.
std::optional<ClockTime> clock_in_words(const Pieces& p, std::size_t at) {
  const std::optional<Numeral> n = read_numeral(p, at);
  if (!n || n->value < 1 || n->value > 12 || n->step != 1) return std::nullopt;
  ClockTime clock{static_cast<int>(n->value), 0, Meridiem::none, {}, n->end};
  if (p.is_any(clock.end, {"o'clock", "oclock"})) {
    ++clock.end;
  } else if (p.is(clock.end, "o") && p.is(clock.end + 1, "'") && p.is(clock.end + 2, "clock")) {
    clock.end += 3;
  } else {
    if (n->in_words) clock.half = meridiem_at(p, clock.end, clock.end);
    if (clock.half == Meridiem::none) return std::nullopt;
  }
  return clock;
}

// "in the morning"; then the hour is one of 24. False if there is no such hour.
bool take_half_of_day(const Pieces& p, ClockTime& clock) {
  if (p.is(clock.end, "in") && p.is(clock.end + 1, "the") &&
      !part_of_day(p.form(clock.end + 2)).empty()) {
    clock.half = p.is(clock.end + 2, "morning") ? Meridiem::am : Meridiem::pm;
    clock.end += 3;
  }
  if (clock.half == Meridiem::pm && clock.hour < 12) clock.hour += 12;
  if (clock.half == Meridiem::am && clock.hour == 12) clock.hour = 0;
  return clock.hour >= 0 && clock.hour <= 24 && clock.minute <= 59;
}

// UTC | (GMT) | local time
void take_zone(const Pieces& p, ClockTime& clock) {
  static const Table kZones = table("zones");
  std::size_t& end = clock.end;
  if (p.capitalised(end) && p.word(end)) {
    if (const Table::Row row = kZones.find(p.bare(end))) {
      clock.zone = row.field(0);
      ++end;
    }
  } else if (p.is(end, "(") && p.is_any(end + 1, {"utc", "gmt"})) {
    std::size_t close = end + 2;
    while (close < end + 6 && !p.border(close) && !p.is(close, ")")) ++close;
    if (!p.is(close, ")")) return;
    if (close == end + 2) clock.zone.assign(1, 'Z');
    end = close + 1;
  } else if (p.is_any(end, {"local", "eastern", "pacific", "central"}) && p.is(end + 1, "time")) {
    end += 2;
  }
}

}  // namespace

std::string_view part_of_day(std::string_view form) {
  if (form == "morning") return "TMO";
  if (form == "afternoon") return "TAF";
  if (form == "evening") return "TEV";
  if (form == "night") return "TNI";
  return {};
}

MaybeTime TimeReader::with_part_of_day(TimeDraft draft) const {
  std::size_t at = draft.last;
  if (p_.is_any(at, {"early", "late"}) && !part_of_day(p_.form(at + 1)).empty()) ++at;
  const std::string_view part = part_of_day(p_.form(at));
  if (part.empty() || draft.type != TimeType::date ||
      (draft.period && draft.period->grain != Grain::day))
    return draft;
  draft.last = at + 1;
  draft.type = TimeType::time;
  if (!draft.value.empty()) draft.value += part;
  return draft;
}

// early on Tuesday | late on Wednesday | the early hours of Tuesday
MaybeTime TimeReader::read_early_late_on(std::size_t i) const {
  std::string_view part;
  std::size_t at = i;
  if (p_.is_any(i, {"early", "late"})) {
    part = p_.is(i, "early") ? "TMO" : "TEV";
    at = p_.is(i + 1, "on") ? i + 2 : i + 1;
  } else if (p_.is(i, "the") && p_.is_any(i + 1, {"early", "small"}) && p_.is(i + 2, "hours") &&
             p_.is(i + 3, "of")) {
    part = "TNI";
    at = i + 4;
    if (!part_of_day(p_.form(at)).empty()) ++at;
    if (p_.is(at, "on")) ++at;
  } else {
    return std::nullopt;
  }
  MaybeTime day = read_weekday(at);
  if (!day) day = read_day_word(at);
  if (!day || (day->period && day->period->grain != Grain::day)) return std::nullopt;
  day->first = i;
  if (day->type == TimeType::time) return day;
  day->type = TimeType::time;
  // "late Friday night", "early Sunday morning".
  if (const std::string_view named = part_of_day(p_.form(day->last));
      !named.empty() && p_.word(day->last)) {
    part = named;
    ++day->last;
  }
  if (!day->value.empty()) day->value += part;
  return day;
}

Day TimeReader::day_of_clock(std::size_t first, std::size_t last) const {
  // The day that is named right behind it: "10 a.m. on Tuesday", "16:15 UTC, June 1st".
  std::size_t at = last;
  for (int k = 0; k < 2 && p_.is_any(at, {"on", ",", "in", "the", "of"}); ++k) ++at;
  for (const MaybeTime& next : {read_written_date(at), read_weekday(at), read_day_word(at)}) {
    if (next && next->days.known() && next->days.low == next->days.high) return next->days.low;
  }
  if (const Period* day = context(Grain::day, first)) return day->index;
  return anchor_day();
}

// noon | midday | 5:15 a.m. | 6.40am | 17:00 | 18:00 UTC | shortly after midnight | four o'clock
MaybeTime TimeReader::read_clock(std::size_t i) const {
  std::size_t at = i;
  if (p_.is_any(at, {"shortly", "just", "soon"}) && p_.is_any(at + 1, {"after", "before"})) {
    at += 2;
  } else if (p_.is_any(at, {"about", "around", "roughly", "approximately", "nearly", "almost",
                            "towards", "toward", "exactly"})) {
    ++at;
  }
  if (p_.is_any(at, {"noon", "midday"})) {
    TimeDraft draft = make_open(i, at + 1, TimeType::time);
    if (const Day day = day_of_clock(i, at + 1); day != kNoDay) {
      draft.value = iso_date(day) + (p_.is(at, "noon") ? "T12:00" : "TMI");
      draft.days = {day, day};
    }
    draft.vague = at != i;
    draft.relative = true;
    return draft;
  }
  std::optional<ClockTime> clock = clock_in_figures(p_, at);
  if (!clock) clock = clock_in_words(p_, at);
  if (!clock || !take_half_of_day(p_, *clock)) return std::nullopt;
  take_zone(p_, *clock);
  TimeDraft draft = make_clock(i, clock->end, *clock);
  draft.vague = at != i;
  return draft;
}

TimeDraft TimeReader::make_clock(std::size_t first, std::size_t last,
                                 const ClockTime& clock) const {
  TimeDraft draft = make_open(first, last, TimeType::time);
  const Day day = day_of_clock(first, last);
  draft.value = (day != kNoDay ? iso_date(day) : std::string("XXXX-XX-XX")) + "T" +
                two(clock.hour == 24 ? 0 : clock.hour) + ":" + two(clock.minute) + clock.zone;
  if (day != kNoDay) draft.days = {day, day};
  draft.relative = true;
  // "2pm tomorrow" and "06:00 CET on Wednesday, 5 November" are one expression.
  if (MaybeTime next = read_day_word(last);
      next && next->days.known() && next->type == TimeType::date)
    draft.last = next->last;
  if (p_.is(last, "on") && !clock.zone.empty()) {
    const MaybeTime next = read_weekday(last + 1);
    if (next && next->days.known() && next->days.low == next->days.high && next->last > last + 2)
      draft.last = next->last;
  }
  return draft;
}

}  // namespace crossread
