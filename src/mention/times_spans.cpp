// Lengths of time and repeated times: five-year, almost two and a half years, every week, 15 a
// year.
#include <algorithm>

#include "base/number.h"
#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

std::string number_text(double value) { return format_number(value, 3); }

std::string duration_value(const std::string& number, const TimeUnit& unit) {
  if (unit.letter == "Q") return "P" + number + "Q";
  if (unit.letter == "WE") return "P" + number + "WE";
  if (unit.letter.starts_with('T')) return "PT" + number + std::string(unit.letter.substr(1));
  return "P" + number + std::string(unit.letter);
}

struct Vague {
  double low = 0, high = 0;
  std::size_t end = 0;
  bool exact = false;
};

// "several", "a few", "a couple of", "many"
Vague vague_number(const Pieces& p, std::size_t i) {
  if (p.is(i, "several")) return {3, 9, i + 1};
  if (p.is_any(i, {"few", "some"})) return {2, 9, i + 1};
  if (p.is(i, "a") && p.is(i + 1, "few")) return {2, 5, i + 2};
  if (p.is(i, "a") && p.is(i + 1, "couple")) return {2, 2, p.is(i + 2, "of") ? i + 3 : i + 2, true};
  if (p.is(i, "many")) return {4, 40, i + 1};
  return {};
}

// "hours of video", "75 hours of music": an amount of something, still a length.
// "112 kilometres an hour": a speed.
bool speed_before(const Pieces& p, std::size_t i) {
  return p.is_any(i - 1, {"kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile",
                          "km", "metres", "meters", "knots", "feet"});
}

// "Ardelean, of 63 years", "children of five to eleven years"
bool age_before(const Pieces& p, std::size_t i) {
  if (p.is_any(i - 1, {"to", "-"}) && read_numeral(p, i - 2)) i -= 2;
  static const Table kWords = table("figure_words");
  if (!p.is(i - 1, "of")) return false;
  if (p.is(i - 2, ",") || (p.capitalised(i - 2) && !p.starts_sentence(i - 2)))
    return p.is_any(i, {"a", "an"}) ? false : true;
  const Table::Row row = kWords.find(p.form(i - 2));
  return p.is_any(i - 2, {"children", "boys", "girls", "students"}) ||
         (row && row.field(0).find("person") != std::string_view::npos);
}

bool age_follows(const Pieces& p, std::size_t i) {
  return p.is(i, "old") || (p.is(i, "-") && p.is(i + 1, "old")) || p.is(i, "older") ||
         (p.is(i, "of") && p.is(i + 1, "age"));
}

// How many there are of a unit: what stands before "months".
struct Counted {
  std::size_t first = 0;  // behind "the past"; take_hedge moves it behind the hedge
  Hedge hedge = Hedge::none;
  Numeral n;
  double high = 0;  // of "six to nine", n being the six
  Vague vague;
  bool bare_plural = false;  // "hours", and no number
  std::size_t unit_at = 0;
};

// The hedge that begins at piece `at`; moves `at` behind it.
Hedge take_hedge(const Pieces& p, std::size_t& at) {
  for (std::size_t k = at + 1; k <= at + 4; ++k) {
    const HedgeBefore found = hedge_before(p, k);
    if (found.kind == Hedge::none || found.first != at) continue;
    at = k;
    return found.kind;
  }
  return Hedge::none;
}

// "months" without a number, where something makes a length of it: "decades-long", "for hours".
bool bare_plural_at(const Pieces& p, std::size_t at) {
  const TimeUnit unit = time_unit(p.form(at));
  if (!unit || !unit.plural || unit.letter == "TS" || unit.letter == "Q") return false;
  return (p.is(at + 1, "-") && p.is(at + 2, "long")) ||
         p.is_any(at - 1, {"in", "for", "over", "within", "after", "of", "took", "take", "takes",
                           "lasted"}) ||
         p.is_any(at + 1, {"ago", "later", "earlier"});
}

// "half a", "a half", "several", "another", "five", "six to nine"; what stands at c.first, up to
// the unit.
bool take_number(const Pieces& p, Counted& c) {
  const std::size_t at = c.first;
  const auto unit = [&](std::size_t i) { return time_unit(p.form(i)); };
  if (p.is(at, "half") && p.is_any(at + 1, {"a", "an"}) && unit(at + 2)) {
    c.n.value = 0.5;
    c.n.step = 0;
    c.unit_at = at + 2;
    return true;
  }
  if (p.is_any(at, {"a", "an", "one"}) && p.is(at + 1, "half") && unit(at + 2)) {
    c.n.value = 0.5;
    c.unit_at = at + 2;
    return true;
  }
  if (const Vague vague = vague_number(p, at); vague.end != 0 && unit(vague.end)) {
    c.vague = vague;
    c.n.value = vague.low;
    c.unit_at = vague.end;
    return true;
  }
  if (p.is_any(at, {"a", "an", "another"}) && unit(at + 1) && !unit(at + 1).plural) {
    c.n.value = 1;
    c.unit_at = at + 1;
    return true;
  }
  const std::optional<Numeral> read = read_numeral(p, at);
  if (!read) return false;
  c.n = *read;
  c.unit_at = read->end;
  if (!p.is_any(c.unit_at, {"to", "-", "or"})) return true;
  const std::optional<Numeral> second = read_numeral(p, c.unit_at + 1);
  if (second && second->value > c.n.value && (unit(second->end) || p.is(second->end, "-"))) {
    c.high = second->value;
    c.unit_at = second->end;
  }
  return true;
}

// The number and what may stand between it and the unit: "five straight", "two-".
bool take_count(const Pieces& p, Counted& c) {
  if (!take_number(p, c)) {
    if (c.hedge != Hedge::none || !bare_plural_at(p, c.first)) return false;
    c.bare_plural = true;
    c.unit_at = c.first;
  }
  if (p.is(c.unit_at, "-") && p.joined(c.unit_at)) ++c.unit_at;
  if (p.is_any(c.unit_at,
               {"straight", "consecutive", "more", "full", "long", "whole", "successive", "trading",
                "working", "calendar", "business", "further", "additional"})) {
    ++c.unit_at;
  }
  return true;
}

// Not so "a second", "a quarter", "one day it will" and speeds.
bool counts(const Pieces& p, std::size_t i, const Counted& c, const TimeUnit& unit) {
  if (c.n.magnitude && c.n.value > 1e12) return false;
  if (unit.letter == "TS" && !unit.plural) return false;
  if (unit.letter == "Q" && (c.n.value <= 1 || c.hedge != Hedge::none)) return false;
  if (unit.letter == "TH" && speed_before(p, i)) return false;
  return !(p.is(c.first, "one") && p.is(c.unit_at, "day") && i == c.first &&
           !p.is(c.first + 1, "-") &&
           !p.is_any(c.unit_at + 1, {"after", "before", "later", "ago", "earlier"}));
}

// "of 63 years", "five years old", "a two-year-old"
bool is_age(const Pieces& p, std::size_t i, std::size_t end, const Counted& c,
            const TimeUnit& unit) {
  if (age_follows(p, end)) return true;
  if (unit.letter != "Y") return false;
  return (unit.count == 1 && unit.plural && c.hedge == Hedge::none && age_before(p, i)) ||
         (p.is(end, "-") && p.is(end + 1, "old"));
}

// Of "months" and "several years".
void set_unknown_length(TimeDraft& draft, const Counted& c, const TimeUnit& unit) {
  draft.value = duration_value("X", unit);
  draft.vague = true;
  const double low = c.bare_plural ? 2 : c.n.approximate ? c.n.open.low : c.vague.low;
  const double high = c.bare_plural ? 20 : c.n.approximate ? c.n.open.high : c.vague.high;
  draft.length = {low * unit.days, high * unit.days};
}

void set_length(TimeDraft& draft, const Counted& c, const TimeUnit& unit) {
  const double value = c.n.value * unit.count;
  draft.vague = c.hedge != Hedge::none || c.high > 0;
  draft.value = duration_value(number_text(value), unit);
  if (c.high > 0) {
    const double days = unit.days / unit.count;  // of one written in the value
    draft.value += "/" + duration_value(number_text(c.high * unit.count), unit);
    draft.length = {value * days, c.high * unit.count * days};
    return;
  }
  const Interval range = interval_of(c.n, c.hedge, Exactness::counted);
  draft.length = {range.low * unit.days, range.high * unit.days};
}

}  // namespace

std::optional<Grain> grain_of(const TimeUnit& unit) {
  if (unit.letter == "Y") {
    if (unit.count == 10) return Grain::decade;
    if (unit.count == 100) return Grain::century;
    return unit.count == 1 ? std::optional<Grain>(Grain::year) : std::nullopt;
  }
  if (unit.count != 1) return std::nullopt;
  if (unit.letter == "M") return Grain::month;
  if (unit.letter == "W") return Grain::week;
  if (unit.letter == "D") return Grain::day;
  if (unit.letter == "Q") return Grain::quarter;
  if (unit.letter == "WE") return Grain::weekend;
  return std::nullopt;
}

// another full week | an entire month
MaybeTime TimeReader::read_whole_unit(std::size_t i) const {
  if (!p_.is_any(i, {"another", "an", "a"}) ||
      !p_.is_any(i + 1, {"additional", "further", "full", "whole", "entire"})) {
    return std::nullopt;
  }
  const TimeUnit unit = time_unit(p_.form(i + 2));
  if (!unit || unit.plural || unit.letter.starts_with("TS") || unit.letter == "Q")
    return std::nullopt;
  TimeDraft draft = make_open(i, i + 3, TimeType::duration);
  draft.value = duration_value(number_text(unit.count), unit);
  draft.length = {unit.days, unit.days};
  return draft;
}

// [just over] six months | a five-year | two and a half years | several days | six to nine months
// | the past three months | decades-long | hours; then perhaps "ago" or "earlier"
MaybeTime TimeReader::read_duration(std::size_t i) const {
  if (MaybeTime whole = read_whole_unit(i)) return whole;
  std::size_t at = i;
  bool counted_back = false;
  if (p_.is(at, "the") && p_.is_any(at + 1, {"past", "last", "next", "coming", "first", "preceding",
                                             "previous", "final"})) {
    at += 2;
    counted_back = true;
  } else if (p_.is_any(at, {"another", "an", "a"}) &&
             p_.is_any(at + 1, {"additional", "further", "full", "whole", "entire"})) {
    at += 2;
  }
  Counted c;
  c.first = at;
  c.hedge = take_hedge(p_, c.first);
  if (!take_count(p_, c)) return std::nullopt;
  const TimeUnit unit = time_unit(p_.form(c.unit_at));
  if (!unit || !counts(p_, i, c, unit)) return std::nullopt;
  std::size_t end = c.unit_at + 1;
  if (p_.is(end, "and") && p_.is(end + 1, "a") && p_.is(end + 2, "half") && c.n.step <= 1) {
    c.n.value += 0.5;  // five years and a half
    end += 3;
  }
  if (is_age(p_, i, end, c, unit)) return std::nullopt;
  const bool compound = p_.is(end, "-") && p_.joined(end) && p_.is(end + 1, "long");
  if (compound) {
    end += 2;
  } else if (c.n.value == 1 && p_.is_any(c.first, {"a", "an"}) && c.hedge == Hedge::none &&
             !counted_back && p_.is(end, "-")) {
    return std::nullopt;  // "a day-trip"
  }
  TimeDraft draft = make_open(i, end, TimeType::duration);
  if (c.bare_plural || (c.vague.end != 0 && !c.vague.exact) || c.n.approximate) {
    set_unknown_length(draft, c, unit);
    if (p_.is(end, "ago")) {  // "months ago", "several years ago": past, and nobody knows when
      draft.last = end + 1;
      draft.type = TimeType::date;
      draft.value = "PAST_REF";
    }
    return draft;
  }
  set_length(draft, c, unit);
  if (c.high > 0) return draft;
  draft.relative = counted_back;
  if (!counted_back) {
    if (MaybeTime date = read_shifted(draft, unit, c.n.value * (unit.count == 14 ? 2 : 1)))
      return date;
  }
  return draft;
}

// year-long | a week-long
MaybeTime TimeReader::read_unit_long(std::size_t i) const {
  const TimeUnit unit = time_unit(p_.form(i));
  if (!unit || unit.plural || !p_.is(i + 1, "-") || !p_.joined(i + 1) || !p_.is(i + 2, "long") ||
      p_.is(i - 1, "-"))
    return std::nullopt;
  TimeDraft draft = make_open(i, i + 3, TimeType::duration);
  draft.value = duration_value(number_text(unit.count), unit);
  draft.length = {unit.days, unit.days};
  return draft;
}

// "two years ago", "a day earlier" are dates; "six weeks later" stays a length.
MaybeTime TimeReader::read_shifted(const TimeDraft& duration, const TimeUnit& unit,
                                   double n) const {
  const std::size_t end = duration.last;
  const bool ago = p_.is(end, "ago") || (p_.is(end, "from") && p_.is(end + 1, "now"));
  const bool earlier =
      (p_.is_any(end, {"earlier", "beforehand", "previously"}) && !p_.is(end + 1, "than")) ||
      (p_.is(end, "before") && !p_.word(end + 1) && !p_.number(end + 1));
  if (!ago && !earlier) return std::nullopt;
  const int sign = p_.is(end, "from") ? -1 : 1;
  const std::size_t last = end + (p_.is(end, "from") ? 2 : 1);
  const std::optional<Grain> grain = grain_of(unit);
  TimeDraft open = make_open(duration.first, last, grain ? TimeType::date : TimeType::time);
  open.relative = true;
  if (!grain || !dated() || n > 900 || (*grain >= Grain::decade && n > 9)) return open;
  const auto steps =
      static_cast<std::int32_t>(n) * sign * (unit.letter == "W" && unit.count == 2 ? 1 : 1);
  if (steps == 0 || n != static_cast<double>(static_cast<std::int32_t>(n))) return open;
  const Period* near = earlier ? context(*grain, duration.first) : nullptr;
  if (*grain == Grain::year && near == nullptr && !recent_.empty() &&
      recent_.back().period.grain == Grain::quarter && duration.first < recent_.back().piece + 60) {
    TimeDraft date = make(duration.first, last, shifted(recent_.back().period, -4 * steps), true);
    date.derived = true;
    return date;
  }
  if (earlier && *grain == Grain::week) {  // counted from a day: exact
    const Period* day = context(Grain::day, duration.first);
    return make(duration.first, last,
                day_period((day != nullptr ? day->index : anchor_day()) - 7 * steps), true);
  }
  const Period base = near != nullptr ? *near : period_at(*grain, published_);
  TimeDraft date = make(duration.first, last, shifted(base, -steps), true);
  date.vague = duration.vague || *grain != Grain::day;
  date.derived = true;
  return date;
}

// every year | each Tuesday | weekly | annual | 15 a year | twice a week | per day
MaybeTime TimeReader::read_set(std::size_t i) const {
  static constexpr struct {
    std::string_view word, value;
  } kAdverbs[] = {{"annual", "P1Y"},   {"annually", "P1Y"},   {"yearly", "P1Y"},
                  {"monthly", "P1M"},  {"weekly", "P1W"},     {"daily", "P1D"},
                  {"nightly", "P1D"},  {"hourly", "PT1H"},    {"quarterly", "P3M"},
                  {"biennial", "P2Y"}, {"fortnightly", "P2W"}};
  for (const auto& adverb : kAdverbs) {
    if (!p_.is(i, adverb.word) || (p_.capitalised(i) && !p_.starts_sentence(i))) continue;
    TimeDraft draft = make_open(i, i + 1, TimeType::set);
    draft.value = adverb.value;
    return draft;
  }
  std::size_t at = i;
  const bool every = p_.is_any(at, {"every", "each"});
  const bool rate = p_.is_any(at, {"a", "an", "per"});
  if ((!every && !rate) || speed_before(p_, i)) return std::nullopt;
  ++at;
  double n = 1;
  if (every) {
    if (weekday_at(at) >= 0) {
      TimeDraft draft = make_open(i, at + 1, TimeType::set);
      draft.value = "XXXX-WXX-" + std::to_string(weekday_at(at) + 1);
      return draft;
    }
    if (month_at(at) != 0) {
      TimeDraft draft = make_open(i, at + 1, TimeType::set);
      draft.value =
          "XXXX-" + std::string(month_at(at) < 10 ? "0" : "") + std::to_string(month_at(at));
      return draft;
    }
    if (p_.is_any(at, {"single", "other"})) {
      if (p_.is(at, "other")) n = 2;
      ++at;
    } else if (const std::optional<Numeral> many = read_numeral(p_, at)) {
      n = many->value;
      at = many->end;
    }
  }
  const TimeUnit unit = time_unit(p_.form(at));
  if (!unit || unit.letter == "WE" || (unit.plural && n < 2)) return std::nullopt;
  if (rate) {
    if (unit.letter.starts_with('T') && !p_.is(i, "per")) return std::nullopt;
    bool counted = p_.is(i, "per") || p_.is_any(i - 1, {"twice", "once", "times"});
    for (std::size_t k = i - 1; !counted && k + 4 > i && k > 0 && !p_.border(k); --k) {
      if (p_.is_any(k, {"for",    "in",     "over", "of",   "within", "after", "about",
                        "nearly", "almost", "than", "just", "took",   "and",   "lasted",
                        "was",    "is",     ",",    "with", "at",     "on"})) {
        break;
      }
      counted = p_.number(k) || p_.is_any(k, {"million", "billion", "%", "percent"}) ||
                (k + 1 < i && read_numeral(p_, k).has_value());
    }
    if (!counted || p_.is_any(at + 1, {"ago", "earlier", "later", "before", "after", "old"}) ||
        p_.is(at + 1, "-"))
      return std::nullopt;
  }
  TimeDraft draft = make_open(i, at + 1, TimeType::set);
  draft.value = duration_value(number_text(n * unit.count), unit);
  return draft;
}

}  // namespace crossread
