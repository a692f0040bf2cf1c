// Time of day: 5:15 a.m., 18:00 UTC, 2pm tomorrow, noon, Tuesday afternoon, early on Tuesday.
#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// 0 to 99.
std::string two(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

enum class Meridiem { none, am, pm };

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

// 5:15 a.m. | 6.40am | 17:00 | 18:00 UTC | 10 a.m. | noon | shortly after midnight | four o'clock
MaybeTime TimeReader::read_clock(std::size_t i) const {
  std::size_t at = i;
  bool vague = false;
  if (p_.is_any(at, {"shortly", "just", "soon"}) && p_.is_any(at + 1, {"after", "before"})) {
    at += 2;
    vague = true;
  } else if (p_.is_any(at, {"about", "around", "roughly", "approximately", "nearly", "almost",
                            "towards", "toward", "exactly"})) {
    ++at;
    vague = true;
  }
  int hour = -1;
  int minute = 0;
  std::size_t end = at;
  bool sure = false;
  Meridiem half = Meridiem::none;
  if (p_.is_any(at, {"noon", "midday"})) {
    TimeDraft draft = make_open(i, at + 1, TimeType::time);
    const Day day = day_of_clock(i, at + 1);
    if (day != kNoDay) {
      draft.value = iso_date(day) + (p_.is(at, "noon") ? "T12:00" : "TMI");
      draft.days = {day, day};
    }
    draft.vague = vague;
    draft.relative = true;
    return draft;
  }
  if (p_.is(at, "midnight")) {
    hour = 0;
    end = at + 1;
    sure = true;
  } else if (p_.digits(at) > 0 && p_.digits(at) <= 2 && p_.is(at + 1, ":") && p_.joined(at + 1) &&
             p_.joined(at + 2) && p_.digits(at + 2) == 2 && !p_.joined(at)) {
    hour = p_.integer(at);
    minute = p_.integer(at + 2);
    end = at + 3;
    if (p_.is(end, ":") && p_.joined(end) && p_.digits(end + 1) == 2) end += 2;
    half = meridiem_at(p_, end, end);
    sure = true;
  } else if (p_.number(at) && (!p_.joined(at) || p_.is(at - 1, "("))) {
    const std::string_view figure = p_.surface(at);
    const std::size_t dot = figure.find('.');
    const bool with_minutes = dot != std::string_view::npos && figure.size() == dot + 3 &&
                              dot <= 2 && figure.find(',') == std::string_view::npos;
    if (with_minutes) {
      hour = 0;
      for (const char c : figure.substr(0, dot)) hour = hour * 10 + (c - '0');
      minute = (figure[dot + 1] - '0') * 10 + (figure[dot + 2] - '0');
    } else if (p_.digits(at) > 0 && p_.digits(at) <= 2) {
      hour = p_.integer(at);
    }
    end = at + 1;
    half = meridiem_at(p_, end, end);
    sure = half != Meridiem::none;
    if (!sure && p_.digits(at) == 4 && p_.is_any(end, {"gmt", "utc"})) {
      hour = p_.integer(at) / 100;
      minute = p_.integer(at) % 100;
      sure = true;
    }
  }
  if (!sure) {
    const std::optional<Numeral> n = read_numeral(p_, at);
    if (!n || n->value < 1 || n->value > 12 || n->step != 1) return std::nullopt;
    std::size_t after = n->end;
    const bool clock = p_.is_any(after, {"o'clock", "oclock"});
    if (clock) {
      ++after;
    } else if (p_.is(after, "o") && p_.is(after + 1, "'") && p_.is(after + 2, "clock")) {
      after += 3;
    } else {
      half = n->in_words ? meridiem_at(p_, after, after) : Meridiem::none;
      if (half == Meridiem::none) return std::nullopt;
    }
    hour = static_cast<int>(n->value);
    end = after;
  }
  static const Table kZones = table("zones");
  std::string zone;
  if (p_.is(end, "in") && p_.is(end + 1, "the") && !part_of_day(p_.form(end + 2)).empty()) {
    half = p_.is(end + 2, "morning") ? Meridiem::am : Meridiem::pm;
    end += 3;
  }
  if (half == Meridiem::pm && hour < 12) hour += 12;
  if (half == Meridiem::am && hour == 12) hour = 0;
  if (hour < 0 || hour > 24 || minute > 59) return std::nullopt;
  if (p_.capitalised(end) && p_.word(end)) {
    if (const Table::Row row = kZones.find(p_.bare(end))) {
      zone = row.field(0);
      ++end;
    }
  } else if (p_.is(end, "(") && p_.is_any(end + 1, {"utc", "gmt"})) {
    std::size_t close = end + 2;
    while (close < end + 6 && !p_.border(close) && !p_.is(close, ")")) ++close;
    if (p_.is(close, ")") && close == end + 2) zone.assign(1, 'Z');
    if (p_.is(close, ")")) end = close + 1;
  } else if (p_.is_any(end, {"local", "eastern", "pacific", "central"}) && p_.is(end + 1, "time")) {
    end += 2;
  }
  TimeDraft draft = make_open(i, end, TimeType::time);
  const Day day = day_of_clock(i, end);
  draft.value = (day != kNoDay ? iso_date(day) : std::string("XXXX-XX-XX")) + "T" +
                two(hour == 24 ? 0 : hour) + ":" + two(minute) + zone;
  if (day != kNoDay) draft.days = {day, day};
  draft.relative = true;
  draft.vague = vague;
  // "2pm tomorrow" and "06:00 CET on Wednesday, 5 November" are one expression.
  if (MaybeTime next = read_day_word(end);
      next && next->days.known() && next->type == TimeType::date)
    draft.last = next->last;
  if (p_.is(end, "on") && !zone.empty()) {
    const MaybeTime next = read_weekday(end + 1);
    if (next && next->days.known() && next->days.low == next->days.high && next->last > end + 2)
      draft.last = next->last;
  }
  return draft;
}

}  // namespace crossread
