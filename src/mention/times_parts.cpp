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

struct PartOfYear {
  int index = 0;  // from 1; 0 if there is none
  Grain grain = Grain::quarter;
  std::size_t end = 0;
};

// Q3 | 3Q | H1 | third-quarter | first half | fiscal second quarter | final quarter
PartOfYear part_at(const Pieces& p, std::size_t at) {
  const auto grain = [](bool half) { return half ? Grain::half : Grain::quarter; };
  if (p.is_any(at, {"fiscal", "financial"})) ++at;
  if (p.is_any(at, {"q", "h"}) && p.joined(at + 1) && p.digits(at + 1) == 1)
    return {p.integer(at + 1), grain(p.is(at, "h")), at + 2};
  if (p.digits(at) == 1 && p.is_any(at + 1, {"q", "h"}) && p.joined(at + 1))
    return {p.integer(at), grain(p.is(at + 1, "h")), at + 2};
  int index = 0;
  std::size_t end = at + 1;
  bool from_end = false;
  if (const std::optional<Numeral> n = read_ordinal(p, at)) {
    index = static_cast<int>(n->value);
    end = n->end;
  } else if (p.is_any(at, {"final", "last", "closing"})) {
    from_end = true;
  } else if (p.is(at, "opening")) {
    index = 1;
  } else {
    return {};
  }
  if (p.is_any(end, {"-", "fiscal"})) ++end;
  if (!p.is_any(end, {"quarter", "half"})) return {};
  const bool half = p.is(end, "half");
  if (from_end) index = half ? 2 : 4;
  return {index, grain(half), end + 1};
}

}  // namespace

// What the next three read, in this order.
MaybeTime TimeReader::read_part_of_year(std::size_t i) const {
  if (MaybeTime fiscal = read_fiscal_year(i)) return fiscal;
  if (MaybeTime part = read_quarter_or_half(i)) return part;
  return read_season(i);
}

// fiscal 2024 | the financial year 2023 | FY 2025
MaybeTime TimeReader::read_fiscal_year(std::size_t i) const {
  std::size_t at = p_.is(i, "the") ? i + 1 : i;
  if (p_.is_any(at, {"fiscal", "financial"})) {
    ++at;
  } else if (!p_.is(at, "fy") || at != i) {
    return std::nullopt;
  }
  if (p_.is(at, "year") || p_.is(at, "fy")) ++at;
  const int year = year_number(at);
  if (year == 0) return std::nullopt;
  TimeDraft draft = make(i, at + 1, year_period(year), false);
  draft.value = "FY" + draft.value;
  draft.vague = true;  // fiscal years begin on different days
  return draft;
}

// Q3 2024 | 3Q | the third quarter of this year | second-quarter | H1 2025 | the first half of 2026
MaybeTime TimeReader::read_quarter_or_half(std::size_t i) const {
  const PartOfYear part = part_at(p_, p_.is(i, "the") ? i + 1 : i);
  const int count = part.grain == Grain::half ? 2 : 4;
  if (part.index < 1 || part.index > count) return std::nullopt;
  const std::size_t year_at = p_.is_any(part.end, {"of", "in", ","}) ? part.end + 1 : part.end;
  if (const int year = year_number(year_at))
    return make(i, year_at + 1, {part.grain, year * count + part.index - 1}, false);
  if (p_.is_any(year_at, {"this", "last", "next", "the"}) && p_.is(year_at + 1, "year")) {
    if (!dated()) return make_open(i, year_at + 2, TimeType::date);
    const int shift = p_.is(year_at, "last") ? -1 : p_.is(year_at, "next") ? 1 : 0;
    const int year = civil(published_).year + shift;
    return make(i, year_at + 2, {part.grain, year * count + part.index - 1}, true);
  }
  // "the second half" alone is mostly of a match; "the last quarter" is read as the previous one.
  if (part.grain == Grain::half || about_sport(p_, i) ||
      p_.is_any(part.end - 2, {"last", "final", "closing", "opening"})) {
    return std::nullopt;
  }
  if (!dated()) return make_open(i, part.end, TimeType::date);
  const Period now = period_at(part.grain, published_);
  std::int32_t best = civil(published_).year * 4 + part.index - 1;
  const bool ahead = direction(i, part.end) == Direction::future;
  if (ahead ? best < now.index : best > now.index) best += best < now.index ? 4 : -4;
  return make(i, part.end, {part.grain, best}, true);
}

// summer 2010 | last autumn | this winter | in the spring
MaybeTime TimeReader::read_season(std::size_t i) const {
  std::size_t at = i;
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
  const std::size_t year_at = p_.is(at + 1, "of") ? at + 2 : at + 1;
  if (const int year = year_number(year_at); year != 0 && !deictic)
    return make(i, year_at + 1, {Grain::season, year * 4 + season}, false);
  const std::size_t end = at + 1;
  const bool introduced =
      deictic || (p_.is(i, "the") && p_.is_any(i - 1, {"in", "by", "until", "during", "since"})) ||
      (p_.is_any(i - 1, {"in", "by", "since", "until", "early", "late"}) && i == at);
  if (!introduced || p_.capitalised(at) || (p_.is(at, "fall") && !deictic && !p_.is(i, "the")))
    return std::nullopt;
  if (!dated()) return make_open(i, end, TimeType::date);
  const int year = civil(published_).year;
  const Period now = period_at(Grain::season, published_);
  std::int32_t index = year * 4 + season;
  // January: this winter
  if (season == 3 && now.index == (year - 1) * 4 + 3) index = now.index;
  if (shift < 0 && index >= now.index) index -= 4;
  if (shift > 0 && index <= now.index) index += 4;
  if (!deictic && direction(i, end) == Direction::past && index > now.index) index -= 4;
  return make(i, end, {Grain::season, index}, true);
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
