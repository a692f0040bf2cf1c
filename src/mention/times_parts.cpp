// Parts of a year and edges of a period: third quarter, first half of 2026, last spring, early
// June, the end of last year, the last week of March.
#include <algorithm>

#include "mention/times_reader.h"

namespace crossread {
namespace {

int season_at(const Pieces& p, std::size_t i) {
  if (p.is(i, "spring")) return 0;
  if (p.is(i, "summer")) return 1;
  if (p.is_any(i, {"autumn", "fall"})) return 2;
  if (p.is(i, "winter")) return 3;
  return -1;
}

// A quarter of a match is no quarter of a year.
bool about_sport(const Pieces& p, std::size_t i) {
  for (std::size_t k = i; k > 0 && k + 20 > i && !p.border(k); --k) {
    if (p.is_any(k, {"touchdown", "game", "yard", "scored", "kick", "playoff", "basket"}))
      return true;
  }
  for (std::size_t k = i; k < i + 20 && !p.border(k); ++k) {
    if (p.is_any(k, {"touchdown", "game", "yard", "scored", "kick", "playoff", "basket"}))
      return true;
  }
  return false;
}

DayRange edge_of(DayRange days, std::string_view edge) {
  const int third = (days.high - days.low + 1) / 3;
  if (edge == "early") return {days.low, days.low + std::max(third - 1, 0)};
  if (edge == "late") return {days.high - std::max(third - 1, 0), days.high};
  if (edge == "mid") return {days.low + third, days.high - third};
  return days;
}

}  // namespace

// Q3 2024 | 3Q | the third quarter of this year | second-quarter | H1 2025 | the first half of 2026
// summer 2010 | this autumn | fiscal 2024
MaybeTime TimeReader::read_part_of_year(std::size_t i) const {
  std::size_t at = p_.is(i, "the") ? i + 1 : i;
  int index = 0;  // from 1
  Grain grain = Grain::quarter;
  const bool fiscal = p_.is_any(at, {"fiscal", "financial"});
  if (fiscal || (p_.is(at, "fy") && at == i)) {
    if (fiscal) ++at;
    if (p_.is(at, "year") || p_.is(at, "fy")) ++at;
    if (const int year = year_number(at)) {
      TimeDraft draft = make(i, at + 1, year_period(year), false);
      draft.value = "FY" + draft.value;
      draft.vague = true;  // fiscal years begin on different days
      return draft;
    }
    if (!fiscal) return std::nullopt;
    at = p_.is(i, "the") ? i + 2 : i + 1;
  }
  if (p_.is_any(at, {"q", "h"}) && p_.joined(at + 1) && p_.digits(at + 1) == 1) {
    index = p_.integer(at + 1);
    if (p_.is(at, "h")) grain = Grain::half;
    at += 2;
  } else if (p_.digits(at) == 1 && p_.is_any(at + 1, {"q", "h"}) && p_.joined(at + 1)) {
    index = p_.integer(at);
    if (p_.is(at + 1, "h")) grain = Grain::half;
    at += 2;
  } else {
    const std::optional<Numeral> n = read_ordinal(p_, at);
    std::size_t end = n ? n->end : at + 1;
    if (n) {
      index = static_cast<int>(n->value);
    } else if (p_.is_any(at, {"final", "last", "closing"})) {
      index = -1;
    } else if (p_.is(at, "opening")) {
      index = 1;
    } else {
      index = 0;
    }
    if (index != 0 && p_.is_any(end, {"-", "fiscal"})) ++end;
    if (index == 0 || !p_.is_any(end, {"quarter", "half"})) {
      index = 0;
    } else {
      if (p_.is(end, "half")) grain = Grain::half;
      if (index < 0) index = grain == Grain::half ? 2 : 4;
      at = end + 1;
    }
  }
  if (index > 0) {
    const int count = grain == Grain::half ? 2 : 4;
    if (index > count) return std::nullopt;
    std::size_t year_at = p_.is_any(at, {"of", "in", ","}) ? at + 1 : at;
    int year = year_number(year_at);
    bool relative = false;
    if (year != 0) {
      at = year_at + 1;
    } else if (dated() && p_.is_any(year_at, {"this", "last", "next", "the"}) &&
               p_.is(year_at + 1, "year")) {
      year = civil(published_).year + (p_.is(year_at, "last")   ? -1
                                       : p_.is(year_at, "next") ? 1
                                                                : 0);
      at = year_at + 2;
      relative = true;
    } else if (p_.is_any(year_at, {"this", "last", "next", "the"}) && p_.is(year_at + 1, "year")) {
      return make_open(i, year_at + 2, TimeType::date);
    }
    if (year != 0) return make(i, at, {grain, year * count + index - 1}, relative);
    // "the second half" alone is mostly of a match; "the last quarter" is read as the previous one.
    if (grain == Grain::half || about_sport(p_, i) ||
        p_.is_any(at - 2, {"last", "final", "closing", "opening"})) {
      return std::nullopt;
    }
    if (!dated()) return make_open(i, at, TimeType::date);
    const Period now = period_at(grain, published_);
    std::int32_t best = civil(published_).year * 4 + index - 1;
    if (direction(i, at) == Direction::future ? best < now.index : best > now.index) {
      best += best < now.index ? 4 : -4;
    }
    return make(i, at, {grain, best}, true);
  }
  // seasons
  at = i;
  int shift = 0;
  bool deictic = false;
  if (p_.is_any(at, {"this", "last", "next"})) {
    shift = p_.is(at, "last") ? -1 : p_.is(at, "next") ? 1 : 0;
    deictic = true;
    ++at;
  } else if (p_.is(at, "the") && season_at(p_, at + 1) >= 0) {
    ++at;
  }
  const int season = season_at(p_, at);
  if (season < 0) return std::nullopt;
  std::size_t end = at + 1;
  if (p_.is(end, "of")) ++end;
  if (const int year = year_number(end); year != 0 && !deictic)
    return make(i, end + 1, {Grain::season, year * 4 + season}, false);
  end = at + 1;
  const bool introduced =
      deictic || (p_.is(i, "the") && p_.is_any(i - 1, {"in", "by", "until", "during", "since"})) ||
      (p_.is_any(i - 1, {"in", "by", "since", "until", "early", "late"}) && i == at);
  if (!introduced || p_.capitalised(at) || (p_.is(at, "fall") && !deictic && !p_.is(i, "the")))
    return std::nullopt;
  if (!dated()) return make_open(i, end, TimeType::date);
  const int year = civil(published_).year;
  const Period now = period_at(Grain::season, published_);
  std::int32_t index_here = year * 4 + season;
  if (season == 3 && now.index == (year - 1) * 4 + 3)
    index_here = now.index;  // January: this winter
  if (shift < 0 && index_here >= now.index) index_here -= 4;
  if (shift > 0 && index_here <= now.index) index_here += 4;
  if (!deictic && direction(i, end) == Direction::past && index_here > now.index) index_here -= 4;
  return make(i, end, {Grain::season, index_here}, true);
}

// early June | late last year | mid-May | the end of this year | the beginning of 2026
MaybeTime TimeReader::read_edge(std::size_t i) const {
  std::size_t at = i;
  std::string_view edge;
  if (p_.is_any(at, {"early", "late", "mid", "earlier", "later"})) {
    edge = p_.form(at);
    ++at;
    if (p_.is_any(at, {"-", "in"})) ++at;
  } else {
    if (p_.is(at, "the")) ++at;
    if (p_.is_any(at, {"very"})) ++at;
    if (p_.is_any(at, {"beginning", "start", "onset"})) {
      edge = "early";
    } else if (p_.is_any(at, {"end", "close"})) {
      edge = "late";
    } else if (p_.is_any(at, {"middle"})) {
      edge = "mid";
    } else {
      return std::nullopt;
    }
    ++at;
    if (!p_.is(at, "of")) return std::nullopt;
    ++at;
  }
  if (p_.is_any(at, {"early", "late", "mid"})) return std::nullopt;
  MaybeTime inner;
  if (p_.is(at, "the") &&
      p_.is_any(at + 1, {"year", "month", "week", "decade", "century", "day"})) {
    const std::optional<Grain> grain = grain_of(time_unit(p_.form(at + 1)));
    if (!dated()) {
      inner = make_open(at, at + 2, TimeType::date);
    } else {
      inner = make(at, at + 2, period_at(*grain, published_), true);
    }
  } else {
    for (const MaybeTime& found : {read_written_date(at), read_this_last_next(at),
                                   read_part_of_year(at), read_decade_or_century(at)}) {
      if (found && found->type == TimeType::date && (!inner || found->last > inner->last))
        inner = found;
    }
    const bool cut = p_.joined(at + 1) && !p_.is_any(at + 1, {".", ",", ")", ";", "'s", "\"", "'"});
    if (!inner && year_number(at) != 0 && !cut)
      inner = make(at, at + 1, year_period(year_number(at)), false);
    if (!inner) inner = read_day_word(at);
  }
  if (!inner) return std::nullopt;
  inner->first = i;
  inner->vague = true;
  if (inner->period && inner->period->grain != Grain::day && edge != "earlier" && edge != "later") {
    inner->days = edge_of(inner->days, edge);
  }
  return inner;
}

// the last week of March | the first week of May | the last day of the year
MaybeTime TimeReader::read_last_part(std::size_t i) const {
  std::size_t at = p_.is(i, "the") ? i + 1 : i;
  int number = 0;
  if (p_.is_any(at, {"last", "final"})) {
    number = -1;
    ++at;
  } else if (const std::optional<Numeral> n = read_ordinal(p_, at); n && n->value <= 5) {
    number = static_cast<int>(n->value);
    at = n->end;
  } else {
    return std::nullopt;
  }
  if (!p_.is_any(at, {"week", "weekend", "day", "month"}) || !p_.is_any(at + 1, {"of", "in"}))
    return std::nullopt;
  const Grain grain = *grain_of(time_unit(p_.form(at)));
  MaybeTime whole = read_written_date(at + 2);
  if (!whole) whole = read_this_last_next(at + 2);
  if (!whole && year_number(at + 2) != 0)
    whole = make(at + 2, at + 3, year_period(year_number(at + 2)), false);
  if (!whole || !whole->period || whole->period->grain <= grain) return std::nullopt;
  const DayRange days = days_of(*whole->period);
  Period part =
      number < 0 ? period_at(grain, days.high) : shifted(period_at(grain, days.low), number - 1);
  // A week belongs to the month that has its Thursday.
  if (grain == Grain::week && number < 0 && days_of(part).low + 3 > days.high)
    part = shifted(part, -1);
  if (grain == Grain::week && number > 0 && days_of(period_at(grain, days.low)).low + 3 < days.low)
    part = shifted(part, 1);
  if (days_of(part).low > days.high) return std::nullopt;
  return make(i, whole->last, part, whole->relative);
}

}  // namespace crossread
