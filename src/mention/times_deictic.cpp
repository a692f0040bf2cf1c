// Dates that need the dateline: on Tuesday, yesterday afternoon, last month, a day earlier, the
// same day.
#include <algorithm>

#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// "Black Friday", "Good Friday", the "Sunday Times": names, not days of this week.
bool named_weekday(const Pieces& p, std::size_t i) {
  return p.is_any(i - 1, {"black", "good", "ash", "super", "cyber", "easter", "palm", "shrove",
                          "maundy", "bloody", "giving", "fat", "holy", "whit"}) ||
         (p.capitalised(i + 1) &&
          p.is_any(i + 1, {"times", "telegraph", "mirror", "express", "mail", "herald", "post",
                           "tribune", "star", "mass", "school"}));
}

// The side of the dateline that "last", "next", "the past", … point to.
enum class Side { none, before, here, after };
Side side_of(const Pieces& p, std::size_t i) {
  if (p.is_any(i, {"last", "past", "previous", "preceding", "prior"})) return Side::before;
  if (p.is_any(i, {"this", "current", "present"})) return Side::here;
  if (p.is_any(i, {"next", "coming", "following", "upcoming", "ensuing"})) return Side::after;
  return Side::none;
}

}  // namespace

int TimeReader::weekday_at(std::size_t i) const {
  static const Table kWeekdays = table("weekdays");
  if (!p_.word(i)) return -1;
  const Table::Row row = kWeekdays.find(p_.bare(i));
  if (!row || named_weekday(p_, i)) return -1;
  if (row.field(1) == "short") {
    // "Thurs", "Tues." before a date alone; "wed", "sat" and "sun" are words.
    if (!p_.capitalised(i)) return -1;
    const std::size_t next = p_.is_any(i + 1, {",", "."}) ? i + 2 : i + 1;
    if (!p_.number(next) && month_at(next) == 0 && p_.bare(i).size() < 4) return -1;
  }
  return row.field(0)[0] - '0';
}

// Tuesday | Thursday, May 16 | Monday and Tuesday | Friday last week | Tuesday afternoon
MaybeTime TimeReader::read_weekday(std::size_t i) const {
  const int wanted = weekday_at(i);
  if (wanted < 0) return std::nullopt;
  std::size_t end = i + 1;
  if (p_.is(end, "the")) ++end;
  for (const std::size_t at : {i + 1, p_.is_any(i + 1, {",", ".", "the"}) ? i + 2 : i + 1}) {
    MaybeTime date = read_written_date(at);
    if (!date || (date->period && date->period->grain != Grain::day)) continue;
    date->first = i;
    if (date->days.known() && weekday(date->days.low) != wanted) {
      date->stale = true;  // that day was no Tuesday: one of the two is wrong
      date->value.clear();
      date->days = {};
      date->period.reset();
    }
    return date;
  }
  end = i + 1;
  if (!dated()) {
    const int second = p_.is_any(end, {"and", "or", "to", "through"}) ? weekday_at(end + 1) : -1;
    return make_open(i, second >= 0 && p_.is(end, "and") ? end + 2 : end, TimeType::date);
  }
  if (p_.is_any(end, {"last", "next", "this"}) && p_.is(end + 1, "week")) {
    const int shift = p_.is(end, "last") ? -1 : p_.is(end, "next") ? 1 : 0;
    const Day monday = days_of(shifted(period_at(Grain::week, published_), shift)).low;
    return make(i, end + 2, day_period(monday + wanted), true);
  }
  const int back = (weekday(published_) - wanted + 7) % 7;
  const int ahead = (wanted - weekday(published_) + 7) % 7;
  const bool past = direction(i, end) == Direction::past;
  const Day day = past ? published_ - back : published_ + ahead;
  if (contradicted(i, day)) {
    TimeDraft open = make_open(i, end, TimeType::date);
    open.stale = true;
    return open;
  }
  const int second = p_.is_any(end, {"and", "or"}) || p_.is(end, "-") ? weekday_at(end + 1) : -1;
  if (second >= 0 && (second - wanted + 7) % 7 <= 3 && second != wanted) {
    return make_range(i, end + 2, day_period(day), day_period(day + (second - wanted + 7) % 7),
                      true);
  }
  return make(i, end, day_period(day), true);
}

// today | yesterday | tomorrow | tonight | the day after tomorrow | last night
MaybeTime TimeReader::read_day_word(std::size_t i) const {
  int shift = 0;
  std::size_t end = i + 1;
  std::string_view part;
  if (p_.is(i, "today") || (p_.is_any(i, {"earlier", "later"}) && p_.is(i + 1, "today"))) {
    end = p_.is(i, "today") ? i + 1 : i + 2;
  } else if (p_.is(i, "yesterday")) {
    shift = -1;
  } else if (p_.is(i, "tomorrow")) {
    shift = 1;
  } else if (p_.is(i, "tonight")) {
    part = "TNI";
  } else if (p_.is(i, "last") && p_.is_any(i + 1, {"night", "evening"})) {
    shift = -1;
    part = part_of_day(p_.form(i + 1));
    end = i + 2;
  } else {
    std::size_t at = p_.is(i, "the") ? i + 1 : i;
    if (!p_.is(at, "day")) return std::nullopt;
    if (p_.is(at + 1, "after") && p_.is(at + 2, "tomorrow")) {
      shift = 2;
    } else if (p_.is(at + 1, "before") && p_.is(at + 2, "yesterday")) {
      shift = -2;
    } else {
      return std::nullopt;
    }
    end = at + 3;
  }
  if (p_.is_any(i, {"today", "tomorrow", "yesterday"}) && p_.is(end, "'s") &&
      p_.is_any(end + 1, {"world", "youth"})) {
    return std::nullopt;
  }
  if (!dated()) {
    TimeDraft open = make_open(i, end, part.empty() ? TimeType::date : TimeType::time);
    return with_part_of_day(open);
  }
  TimeDraft draft = make(i, end, day_period(published_ + shift), true);
  if (part.empty()) return with_part_of_day(draft);
  draft.type = TimeType::time;
  draft.value += part;
  return draft;
}

// this week | last month | next year | last Tuesday | this March | this morning | the past year
MaybeTime TimeReader::read_this_last_next(std::size_t i) const {
  const std::size_t at = p_.is(i, "the") ? i + 1 : i;
  const Side side = side_of(p_, at);
  if (side == Side::none || p_.is(at, "following") || p_.is(at, "prior")) return std::nullopt;
  const bool article = at != i;
  std::size_t end = at + 1;
  const int shift = side == Side::before ? -1 : side == Side::after ? 1 : 0;
  if (const int wanted = weekday_at(end);
      wanted >= 0 && !article && p_.is_any(at, {"last", "this", "next", "coming", "past"})) {
    if (!dated()) return with_part_of_day(make_open(i, end + 1, TimeType::date));
    const int today = weekday(published_);
    const int back = (today - wanted + 7) % 7;
    const int ahead = (wanted - today + 7) % 7;
    Day day = published_ + ahead;
    if (side == Side::before) day = published_ - (back == 0 ? 7 : back);
    if (side == Side::after) day = published_ + (ahead == 0 ? 7 : ahead);
    if (side == Side::here && direction(i, end + 1) == Direction::past) day = published_ - back;
    return with_part_of_day(make(i, end + 1, day_period(day), true));
  }
  if (const std::string_view part = part_of_day(p_.form(end));
      !part.empty() && p_.is(at, "this") && !article) {
    if (!dated()) return make_open(i, end + 1, TimeType::time);
    TimeDraft draft = make(i, end + 1, day_period(published_), true);
    draft.type = TimeType::time;
    draft.value += part;
    return draft;
  }
  if (const int month = month_at(end);
      month != 0 && !article && p_.is_any(at, {"last", "this", "next"})) {
    if (!dated()) return make_open(i, end + 1, TimeType::date);
    const int this_month = civil(published_).month;
    int year = civil(published_).year;
    if (side == Side::before && month >= this_month) --year;
    if (side == Side::after && month <= this_month) ++year;
    if (p_.number(end + 1)) return std::nullopt;
    return make(i, end + 1, month_period(year, month), true);
  }
  const TimeUnit unit = time_unit(p_.form(end));
  if (!unit || unit.plural) return std::nullopt;
  const std::optional<Grain> grain = grain_of(unit);
  if (!grain) return std::nullopt;
  // "the past year", "the last decade" are lengths, counted back; "last year" is a date.
  const bool length =
      article && (p_.is_any(at, {"past", "coming"}) ||
                  (p_.is(at, "last") && (*grain == Grain::decade || *grain == Grain::century)));
  if (length) {
    TimeDraft draft = make_open(i, end + 1, TimeType::duration);
    draft.value = "P" + std::to_string(unit.count) + std::string(unit.letter);
    draft.length = {unit.days * unit.count, unit.days * unit.count};
    if (unit.count > 1) draft.length = {unit.days, unit.days};
    draft.relative = true;
    return draft;
  }
  if (article && p_.is_any(at, {"next"}) && *grain == Grain::day)
    return std::nullopt;  // read_neighbour
  if (*grain == Grain::day && !article) return std::nullopt;
  if (p_.is_any(at, {"previous", "preceding", "coming"}) && *grain != Grain::year)
    return std::nullopt;
  if (!dated()) return make_open(i, end + 1, TimeType::date);
  const Period* near = p_.is_any(at, {"previous", "preceding"}) ? context(*grain, i) : nullptr;
  const Period base = near != nullptr ? *near : period_at(*grain, published_);
  return make(i, end + 1, shifted(base, shift), true);
}

// the year before | the previous day | the following week | a year earlier is in times_spans
MaybeTime TimeReader::read_neighbour(std::size_t i) const {
  const std::size_t at = p_.is(i, "the") ? i + 1 : i;
  std::size_t end = at;
  int shift = 0;
  std::size_t unit_at = at;
  if (p_.is_any(at, {"previous", "preceding", "prior", "following", "next"}) &&
      (at != i || !p_.is(at, "next"))) {
    shift = p_.is_any(at, {"following", "next"}) ? 1 : -1;
    unit_at = at + 1;
    end = at + 2;
  } else if (at != i &&
             p_.is_any(at + 1, {"before", "earlier", "previous", "after", "prior", "later"})) {
    shift = p_.is_any(at + 1, {"after", "later"}) ? 1 : -1;
    unit_at = at;
    end = at + 2;
    // "the day before the vote", "the year after he left" point to an event.
    if (p_.is_any(at + 1, {"before", "after", "prior"}) && p_.word(end) &&
        !p_.is_any(end, {"and", "when", "but", "as", "in", "on", "at", "with", "while"})) {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  const TimeUnit unit = time_unit(p_.form(unit_at));
  const std::optional<Grain> grain = unit && !unit.plural ? grain_of(unit) : std::nullopt;
  if (!grain || *grain > Grain::century) return std::nullopt;
  const Period* near = context(*grain, i);
  if (near == nullptr && !dated()) return make_open(i, end, TimeType::date);
  const Period base = near != nullptr        ? *near
                      : *grain == Grain::day ? day_period(anchor_day())
                                             : period_at(*grain, published_);
  // "the quarter" stays a quarter when a year is stepped.
  if (*grain == Grain::year && !recent_.empty() && recent_.back().period.grain == Grain::quarter &&
      i < recent_.back().piece + 40 && near == nullptr) {
    return make(i, end, shifted(recent_.back().period, 4 * shift), true);
  }
  return make(i, end, shifted(base, shift), true);
}

// that day | the same month | that morning | the day (of trading)
MaybeTime TimeReader::read_that(std::size_t i) const {
  std::size_t at = i;
  bool same = false;
  if (p_.is(at, "the") && p_.is(at + 1, "same")) {
    at += 2;
    same = true;
  } else if (p_.is_any(at, {"that", "same"})) {
    same = p_.is(at, "same");
    ++at;
  } else if (p_.is(at, "the") && p_.is(at + 1, "day") &&
             p_.is_any(i - 1, {"for", "end", "ended", "ending", "finish", "finished"}) &&
             !p_.is_any(i + 2, {"of", "when", "that", "after", "before"})) {
    if (anchor_day() == kNoDay) return make_open(i, i + 2, TimeType::date);
    return make(i, i + 2, day_period(anchor_day()), true);
  } else if (p_.is(at, "the") && p_.is(at + 1, "quarter") &&
             p_.is_any(i - 1, {"for", "in", "during"}) && !p_.is(i + 2, "of")) {
    if (!dated()) return make_open(i, i + 2, TimeType::date);
    const Period* near = context(Grain::quarter, i);
    return make(i, i + 2,
                near != nullptr ? *near : shifted(period_at(Grain::quarter, published_), -1), true);
  } else {
    return std::nullopt;
  }
  if (const std::string_view part = part_of_day(p_.form(at));
      !part.empty() && anchor_day() != kNoDay) {
    TimeDraft draft = make(i, at + 1, day_period(anchor_day()), true);
    draft.type = TimeType::time;
    draft.value += part;
    return draft;
  }
  if (p_.is(at, "time") && !same && p_.is_any(i - 1, {"by", "at", "until", "since"})) {
    if (last_day_ != kNoDay && !recent_.empty())
      return make(i, at + 1, recent_.back().period, true);
    return make_open(i, at + 1, TimeType::date);
  }
  const TimeUnit unit = time_unit(p_.form(at));
  const std::optional<Grain> grain = unit && !unit.plural ? grain_of(unit) : std::nullopt;
  if (!grain || *grain == Grain::weekend) return std::nullopt;
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    if (it->period.grain <= *grain)
      return make(i, at + 1, period_at(*grain, days_of(it->period).low), true);
  }
  return make_open(i, at + 1, TimeType::date);
}

// recently | very soon | the coming weeks | the near future; plain "now" says nothing to compare
MaybeTime TimeReader::read_reference(std::size_t i) const {
  std::string_view value;
  std::size_t end = i + 1;
  if (p_.is_any(i, {"recently", "recent"})) {
    value = "PAST_REF";
    if (p_.is(i, "recent") &&
        p_.is_any(i + 1, {"years", "months", "weeks", "days", "decades", "times"}))
      end = i + 2;
  } else if (p_.is(i, "more") && p_.is(i + 1, "recently")) {
    value = "PAST_REF";
    end = i + 2;
  } else if (p_.is(i, "very") && p_.is(i + 1, "soon")) {
    value = "FUTURE_REF";
    end = i + 2;
  } else if (p_.is(i, "the") && p_.is(i + 1, "coming") &&
             p_.is_any(i + 2, {"years", "months", "weeks", "days", "decades", "hours"})) {
    value = "FUTURE_REF";
    end = i + 3;
  } else if (p_.is(i, "the") && p_.is_any(i + 1, {"near", "long", "short"}) &&
             p_.is_any(i + 2, {"term", "future"})) {
    value = "FUTURE_REF";
    end = i + 3;
  } else {
    return std::nullopt;
  }
  TimeDraft draft = make_open(i, end, TimeType::date);
  draft.value = value;
  draft.vague = true;
  return draft;
}

}  // namespace crossread
