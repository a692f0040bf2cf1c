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

// [just over] six months | a five-year | two and a half years | several days | six to nine months
// | the past three months | decades-long | hours; then perhaps "ago" or "earlier"
MaybeTime TimeReader::read_duration(std::size_t i) const {
  std::size_t at = i;
  bool counted_back = false;
  if (p_.is(at, "the") && p_.is_any(at + 1, {"past", "last", "next", "coming", "first", "preceding",
                                             "previous", "final"})) {
    at += 2;
    counted_back = true;
  } else if (p_.is_any(at, {"another", "an", "a"}) &&
             p_.is_any(at + 1, {"additional", "further", "full", "whole", "entire"})) {
    at += 2;
    if (const TimeUnit one = time_unit(p_.form(at));
        one && !one.plural && !one.letter.starts_with("TS") && one.letter != "Q") {
      TimeDraft draft = make_open(i, at + 1, TimeType::duration);
      draft.value = duration_value(number_text(one.count), one);
      draft.length = {one.days, one.days};
      return draft;
    }
  }
  Hedge hedge = Hedge::none;
  for (std::size_t k = at + 1; k <= at + 4; ++k) {  // the hedge that fills exactly [at, k)
    const HedgeBefore found = hedge_before(p_, k);
    if (found.kind != Hedge::none && found.first == at) {
      hedge = found.kind;
      at = k;
      break;
    }
  }
  Numeral n;
  Vague vague;
  bool bare_plural = false;
  double high_value = 0;  // of "six to nine"
  std::size_t unit_at = at;
  if (p_.is(at, "half") && p_.is_any(at + 1, {"a", "an"}) && time_unit(p_.form(at + 2))) {
    n.value = 0.5;
    n.step = 0;
    unit_at = at + 2;
  } else if (p_.is_any(at, {"a", "an", "one"}) && p_.is(at + 1, "half") &&
             time_unit(p_.form(at + 2))) {
    n.value = 0.5;
    unit_at = at + 2;
  } else if (vague = vague_number(p_, at); vague.end != 0 && time_unit(p_.form(vague.end))) {
    n.value = vague.low;
    unit_at = vague.end;
  } else if (p_.is_any(at, {"a", "an", "another"}) && time_unit(p_.form(at + 1)) &&
             !time_unit(p_.form(at + 1)).plural) {
    n.value = 1;
    unit_at = at + 1;
    vague = {};
  } else if (std::optional<Numeral> read = read_numeral(p_, at)) {
    n = *read;
    vague = {};
    unit_at = n.end;
    if (p_.is_any(unit_at, {"to", "-", "or"})) {
      const std::optional<Numeral> second = read_numeral(p_, unit_at + 1);
      if (second && second->value > n.value &&
          (time_unit(p_.form(second->end)) || p_.is(second->end, "-"))) {
        high_value = second->value;
        unit_at = second->end;
      }
    }
  } else if (const TimeUnit plural = time_unit(p_.form(at));
             plural && plural.plural && hedge == Hedge::none && plural.letter != "TS" &&
             plural.letter != "Q") {
    const bool long_one = p_.is(at + 1, "-") && p_.is(at + 2, "long");
    if (!long_one &&
        !p_.is_any(at - 1, {"in", "for", "over", "within", "after", "of", "took", "take", "takes",
                            "lasted"}) &&
        !p_.is_any(at + 1, {"ago", "later", "earlier"})) {
      return std::nullopt;
    }
    bare_plural = true;
    vague = {};
  } else {
    return std::nullopt;
  }
  if (p_.is(unit_at, "-") && p_.joined(unit_at)) ++unit_at;
  if (p_.is_any(unit_at, {"straight", "consecutive", "more", "full", "long", "whole", "successive",
                          "trading", "working", "calendar", "business", "further", "additional"})) {
    ++unit_at;
  }
  const TimeUnit unit = time_unit(p_.form(unit_at));
  if (!unit || (n.magnitude && n.value > 1e12)) return std::nullopt;
  if (unit.letter == "TS" && !unit.plural) return std::nullopt;  // "a second", "one second"
  if (unit.letter == "Q" && (n.value <= 1 || hedge != Hedge::none))
    return std::nullopt;  // "a quarter"
  if (p_.is_any(at, {"one"}) && p_.is(unit_at, "day") &&
      !p_.is_any(unit_at + 1, {"after", "before", "later", "ago", "earlier"}) && i == at &&
      !p_.is(at + 1, "-")) {
    return std::nullopt;  // "one day it will"
  }
  std::size_t end = unit_at + 1;
  if (p_.is(end, "and") && p_.is(end + 1, "a") && p_.is(end + 2, "half") &&
      n.step <= 1) {  // five years and a half
    n.value += 0.5;
    end += 3;
  }
  if (unit.letter == "Y" && unit.count == 1 && unit.plural && age_before(p_, i) &&
      hedge == Hedge::none)
    return std::nullopt;
  if (unit.letter == "TH" && speed_before(p_, i)) return std::nullopt;
  if (age_follows(p_, end) || (unit.letter == "Y" && p_.is(end, "-") && p_.is(end + 1, "old")))
    return std::nullopt;
  const bool compound = p_.is(end, "-") && p_.joined(end) && p_.is(end + 1, "long");
  if (compound) end += 2;
  if (n.value == 1 && p_.is_any(at, {"a", "an"}) && hedge == Hedge::none && !counted_back &&
      (p_.is_any(end, {"-"}) && !compound)) {
    return std::nullopt;  // "a day-trip"
  }
  TimeDraft draft = make_open(i, end, TimeType::duration);
  const double days = unit.days / unit.count;  // of one written in the value
  if (bare_plural || (vague.end != 0 && !vague.exact) || n.approximate) {
    draft.value = duration_value("X", unit);
    draft.vague = true;
    const double low = bare_plural ? 2 : n.approximate ? n.open.low : vague.low;
    const double high = bare_plural ? 20 : n.approximate ? n.open.high : vague.high;
    draft.length = {low * unit.days, high * unit.days};
    if (p_.is(end, "ago")) {  // "months ago", "several years ago": past, and nobody knows when
      draft.last = end + 1;
      draft.type = TimeType::date;
      draft.value = "PAST_REF";
    }
    return draft;
  }
  const double value = n.value * unit.count;
  draft.vague = hedge != Hedge::none || high_value > 0;
  if (high_value > 0) {
    draft.value = duration_value(number_text(value), unit) + "/" +
                  duration_value(number_text(high_value * unit.count), unit);
    draft.length = {value * days, high_value * unit.count * days};
    return draft;
  }
  draft.value = duration_value(number_text(value), unit);
  const Interval range = interval_of(n, hedge, Exactness::counted);
  draft.length = {range.low * unit.days, range.high * unit.days};
  draft.relative = counted_back;
  if (!counted_back) {
    if (MaybeTime date = read_shifted(draft, unit, n.value * (unit.count == 14 ? 2 : 1)))
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
