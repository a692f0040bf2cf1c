#include "compare/interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/calendar.h"
#include "base/number.h"
#include "base/one_of.h"

namespace crossread {
namespace {

constexpr double kFractionSlack = 4;  // percentage points: "a third" may be 34 %

FindingKind kind_of(AmountKind kind) {
  switch (kind) {
    case AmountKind::money:
      return FindingKind::money;
    case AmountKind::percent:
    case AmountKind::percent_points:
      return FindingKind::percent;
    case AmountKind::measure:
    case AmountKind::rate:
      return FindingKind::measure;
    case AmountKind::age:
      return FindingKind::age;
    case AmountKind::ordinal:
      return FindingKind::ordinal;
    case AmountKind::count:
    case AmountKind::score:
      return FindingKind::number;
  }
  return FindingKind::number;
}

double magnitude(double value) { return value < 0 ? -value : value; }

// One unit of the last digit that counts: 240.1e9 → 1e8, 1,150 → 10, 26 → 1.
double step_of(double value) {
  double rest = magnitude(value);
  if (rest == 0) return 1;
  for (int exponent = 12; exponent >= -6; --exponent) {
    const double unit = power_of_ten(exponent);
    const double times = rest / unit;
    const double whole = std::floor(times + 0.5);
    if (whole >= 1 && magnitude(times - whole) < 1e-6 * std::max(1.0, whole)) return unit;
  }
  return 1e-6;
}

std::string plain(double value) { return format_number(value, 6); }

std::string grouped(double value) {
  std::string digits = format_number(value, magnitude(value) >= 1000 ? 1 : 2);
  std::size_t point = digits.find('.');
  if (point == std::string::npos) point = digits.size();
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  if (point - first > 4) {
    for (std::size_t at = point; at > first + 3;) digits.insert(at -= 3, ",");
  }
  return digits;
}

Facet amount_facet(const Amount& amount) {
  Facet f;
  f.kind = kind_of(amount.kind);
  f.written = amount.value;
  f.unit = amount.unit;
  f.hedge = amount.hedge;
  f.is_range = amount.is_range;
  f.vague = amount.approximate_words;
  f.value = amount.is_range || f.vague ? (amount.low + amount.high) / 2 : amount.value;
  f.low = amount.low;
  f.high = amount.high;
  f.step = step_of(f.value);
  f.base = amount.unit;
  switch (amount.kind) {
    case AmountKind::percent:
      f.base = "%";
      break;
    case AmountKind::percent_points:
      f.base = "pp";
      break;
    case AmountKind::ordinal:
      f.base = "th";
      break;
    case AmountKind::score:
      f.base = "score";
      break;
    case AmountKind::age:
      f.base = "years";
      break;
    default:
      break;
  }
  if (amount.kind == AmountKind::rate && amount.unit.empty()) {  // "a fifth" is 20 %
    f.kind = FindingKind::percent;
    f.base = f.unit = "%";
    for (double* x : {&f.value, &f.low, &f.high, &f.written, &f.step}) *x *= 100;
    if (f.hedge == Hedge::none) {  // nobody writes a fraction in words to the last digit
      const double loose = std::min(kFractionSlack, f.value / 5);
      f.low -= loose, f.high += loose;
      f.hedge = Hedge::about;
    }
  }
  const bool measured = amount.kind == AmountKind::measure || amount.kind == AmountKind::rate;
  if (const UnitInfo scale = unit_info(amount.unit); measured && scale) {
    f.base = std::string(scale.dimension);
    for (double* x : {&f.value, &f.low, &f.high}) *x = *x * scale.factor + scale.offset;
    f.step *= scale.factor;
  }
  f.normal = f.is_range
                 ? plain(amount.low) + "/" + plain(amount.high)
                 : (f.vague ? plain(amount.low) + "/" + plain(amount.high) : plain(amount.value));
  f.usable = f.high >= f.low;
  return f;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool left = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (left && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

// Minutes after midnight of a TIMEX3 clock time: "2025-03-04T06:40", "T05".
std::optional<int> clock_minutes(std::string_view value) {
  const std::size_t t = value.find('T');
  if (t == std::string_view::npos || value.find('/') != std::string_view::npos) return std::nullopt;
  const std::string_view clock = value.substr(t + 1);
  const auto digit = [&](std::size_t i) {
    return i < clock.size() && clock[i] >= '0' && clock[i] <= '9' ? clock[i] - '0' : -1;
  };
  if (digit(0) < 0 || digit(1) < 0) return std::nullopt;
  int minutes = (digit(0) * 10 + digit(1)) * 60;
  if (clock.size() >= 5 && clock[2] == ':' && digit(3) >= 0 && digit(4) >= 0)
    minutes += digit(3) * 10 + digit(4);
  return minutes;
}

Facet clock_facet(const Analysis& analysis, const TimeMention& time, int minutes) {
  Facet f;
  f.kind = FindingKind::time;
  f.base = "clock";
  f.value = f.low = f.high = f.written = minutes;
  f.days = time.days;
  const std::string_view words = analysis.document.text(time.span);
  if (has_word(words, "after") || has_word(words, "past")) f.high += 30, f.hedge = Hedge::just_over;
  if (has_word(words, "before")) f.low -= 30, f.hedge = Hedge::nearly;
  for (const std::string_view about :
       {"about", "around", "roughly", "some", "towards", "approximately", "circa"}) {
    if (has_word(words, about)) f.low -= 10, f.high += 10, f.hedge = Hedge::about;
  }
  const std::string hour = std::to_string(minutes / 60);
  const std::string minute = std::to_string(minutes % 60);
  f.normal = "T" + std::string(hour.size() < 2 ? "0" : "") + hour + ":" +
             std::string(minute.size() < 2 ? "0" : "") + minute;
  f.usable = true;
  return f;
}

// "by March 31", "before the end of March".
bool is_deadline(const Document& document, std::uint32_t first) {
  return first > 0 && is_one_of(document.folded(document.tokens[first - 1]), {"by", "before"});
}

Facet time_facet(const Analysis& analysis, const TimeMention& time) {
  Facet f;
  f.vague = time.vague;
  f.normal = time.value;
  if (time.type == TimeType::time) {
    if (const auto minutes = clock_minutes(time.value))
      return clock_facet(analysis, time, *minutes);
  }
  if (time.type == TimeType::duration) {
    f.kind = FindingKind::duration;
    f.base = "days";
    f.low = time.low_days;
    f.high = time.high_days;
    f.value = f.written = (f.low + f.high) / 2;
    f.usable = f.high > 0 && f.high >= f.low && !time.value.empty();
    return f;
  }
  f.kind = FindingKind::date;
  f.base = "date";
  f.days = time.days;
  if (is_deadline(analysis.document, time.tokens.first)) f.hedge = Hedge::up_to;
  f.usable = time.type != TimeType::set && time.days.known() && !time.stale &&
             time.value.find("_REF") == std::string::npos;
  if (f.usable) f.low = time.days.low, f.high = time.days.high, f.value = (f.low + f.high) / 2;
  return f;
}

constexpr bool is_lower_bound(Hedge h) {
  return h == Hedge::more_than || h == Hedge::at_least || h == Hedge::just_over;
}
constexpr bool is_upper_bound(Hedge h) {
  return h == Hedge::less_than || h == Hedge::up_to || h == Hedge::nearly;
}

bool close(double a, double b) {
  return magnitude(a - b) <= 1e-9 * std::max(magnitude(a), magnitude(b));
}

Compared compare_dates(const Facet& a, const Facet& b) {
  if (a.days == b.days) return {Relation::same, "same_days", false};
  if (a.days.contains(b.days) || b.days.contains(a.days))
    return {Relation::compatible, "coarser", false};
  if (a.days.overlaps(b.days)) return {Relation::compatible, "overlaps", false};
  const Facet& early = a.days.low < b.days.low ? a : b;
  const Facet& late = a.days.low < b.days.low ? b : a;
  if (late.hedge == Hedge::up_to && early.hedge == Hedge::none)
    return {Relation::compatible, "deadline", true};
  return {Relation::apart, "disjoint_days", false};
}

Compared compare_ranges(const Facet& a, const Facet& b) {
  if (close(a.low, b.low) && close(a.high, b.high)) return {Relation::same, "same_range", false};
  if (a.is_range && b.is_range) {
    // Two written ranges: an end that differs by more than rounding is a different range.
    const double slack = 0.03 * std::max(magnitude(a.high - a.low), magnitude(b.high - b.low));
    if (magnitude(a.low - b.low) <= slack && magnitude(a.high - b.high) <= slack) {
      return {Relation::compatible, "near_range", false};
    }
    return {Relation::apart, "range_differs", false};
  }
  if (a.high < b.low || b.high < a.low) return {Relation::apart, "disjoint", false};
  return {Relation::compatible, "within_range", false};
}

// 26.3 against 26: the finer figure, rounded where the coarser one ends.
bool rounds(const Facet& fine, const Facet& coarse) {
  return coarse.step > fine.step * 1.5 &&
         magnitude(fine.value - coarse.value) <= coarse.step * 0.5 * (1 + 1e-9) &&
         coarse.step <= 0.2 * magnitude(coarse.value);
}

Compared compare_plain(const Facet& a, const Facet& b) {
  const bool converted = a.unit != b.unit && !a.unit.empty() && !b.unit.empty();
  if (converted) {
    // Both ends of a conversion are rounded, integers too.
    const double slack =
        (a.step + b.step) / 2 + 0.015 * std::max(magnitude(a.value), magnitude(b.value));
    const bool meet = a.low - slack <= b.high && b.low - slack <= a.high;
    if (close(a.written, b.written) && a.hedge == Hedge::none && b.hedge == Hedge::none &&
        !close(a.value, b.value)) {
      return {Relation::apart, "unit_swapped", false};
    }
    if (meet) return {Relation::compatible, "converted", false};
    return {Relation::apart, "disjoint_converted", false};
  }
  if (close(a.value, b.value))
    return {Relation::same, a.hedge == b.hedge ? "same_value" : "same_but_hedge", false};
  if (rounds(a, b) || rounds(b, a)) return {Relation::compatible, "rounds", false};
  const bool meet = a.low <= b.high && b.low <= a.high;
  if (is_lower_bound(a.hedge) && b.value > a.value) {
    if (meet) return {Relation::compatible, "bound", false};
    if (a.hedge != Hedge::just_over && b.value <= 2 * a.value)
      return {Relation::compatible, "bound", true};
  }
  if (is_lower_bound(b.hedge) && a.value > b.value) {
    if (meet) return {Relation::compatible, "bound", false};
    if (b.hedge != Hedge::just_over && a.value <= 2 * b.value)
      return {Relation::compatible, "bound", true};
  }
  if (is_upper_bound(a.hedge) && b.value < a.value &&
      (meet || (a.hedge != Hedge::nearly && 2 * b.value >= a.value))) {
    return {Relation::compatible, "bound", !meet};
  }
  if (is_upper_bound(b.hedge) && a.value < b.value &&
      (meet || (b.hedge != Hedge::nearly && 2 * a.value >= b.value))) {
    return {Relation::compatible, "bound", !meet};
  }
  if (meet && (a.hedge != Hedge::none || b.hedge != Hedge::none))
    return {Relation::compatible, "about", false};
  if (meet && a.kind != FindingKind::ordinal && a.kind != FindingKind::age) {
    // Rounded intervals touch, yet neither figure is the other rounded: 1,150 and 1,200.
    if (magnitude(a.value - b.value) <= 0.02 * std::max(magnitude(a.value), magnitude(b.value)) &&
        (a.step > 1 || b.step > 1) && a.step != b.step) {
      return {Relation::compatible, "about", false};
    }
  }
  return {Relation::apart, "disjoint", false};
}

// "built in 1984" and "41 years old", read in 2025. A year and an age that do not fit need not be
// about one thing, so there is no "apart".
Compared compare_year_with_age(const Facet& date, const Facet& years) {
  if (date.normal.size() != 4 || years.seen_from == kNoDay || years.is_range || years.vague)
    return {};
  double age = 0;
  if (years.kind == FindingKind::age) {
    age = years.value;
  } else if (years.kind == FindingKind::duration && years.value > 700 &&
             years.normal.ends_with('Y')) {
    age = std::floor(years.value / 365.0 + 0.5);
  } else {
    return {};
  }
  const int gone = civil(years.seen_from).year - civil(date.days.low).year - static_cast<int>(age);
  return gone == 0 || gone == 1 ? Compared{Relation::compatible, "year_and_age", false}
                                : Compared{};
}

}  // namespace

Facet facet_of(const Analysis& analysis, const Value& value) {
  Facet facet;
  if (value.amount < analysis.amounts.size()) facet = amount_facet(analysis.amounts[value.amount]);
  if (value.time < analysis.times.size()) facet = time_facet(analysis, analysis.times[value.time]);
  facet.seen_from = analysis.document.published;
  return facet;
}

Compared compare_facets(const Facet& a, const Facet& b) {
  if (!a.usable || !b.usable) return {};
  if (a.kind == FindingKind::date && b.kind != FindingKind::date)
    return compare_year_with_age(a, b);
  if (b.kind == FindingKind::date && a.kind != FindingKind::date)
    return compare_year_with_age(b, a);
  if (a.kind != b.kind || a.base != b.base) return {};
  switch (a.kind) {
    case FindingKind::date:
      return compare_dates(a, b);
    case FindingKind::time: {
      if (a.days.known() && b.days.known() && !a.days.overlaps(b.days)) return {};
      if (close(a.value, b.value)) return {Relation::same, "same_time", false};
      if (a.low <= b.high && b.low <= a.high) return {Relation::compatible, "about", false};
      return {Relation::apart, "disjoint", false};
    }
    case FindingKind::duration: {
      if (a.normal == b.normal) return {Relation::same, "same_duration", false};
      const double slack = 0.005 * std::max(a.high, b.high);
      if (a.low <= b.high + slack && b.low <= a.high + slack)
        return {Relation::compatible, "about", false};
      return {Relation::apart, "disjoint", false};
    }
    default:
      break;
  }
  if (a.is_range || b.is_range || a.vague || b.vague) return compare_ranges(a, b);
  return compare_plain(a, b);
}

namespace {

std::string quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

std::string span_of_days(double low, double high) {
  const std::string a = format_number(low, 0);
  const std::string b = format_number(high, 0);
  if (high < 2)
    return plain(std::floor(low * 24 + 0.5)) +
           (a == b ? " hours" : " to " + plain(std::floor(high * 24 + 0.5)) + " hours");
  return a == b ? a + " days" : a + " to " + b + " days";
}

std::string day_words(DayRange days) {
  return days.low == days.high ? iso_date(days.low)
                               : iso_date(days.low) + " to " + iso_date(days.high);
}

std::string explain_converted(const Facet& a, std::string_view aw, const Facet& b,
                              std::string_view bw, bool apart) {
  const UnitInfo to = unit_info(b.unit);
  if (!to) return quoted(aw) + " and " + quoted(bw) + " are given in different units.";
  const double there = (a.value - to.offset) / to.factor;
  std::string text = quoted(aw) + " is " + format_number(there, 1) + " " + b.unit;
  return apart ? text + ", not " + quoted(bw) + "." : text + "; the other says " + quoted(bw) + ".";
}

}  // namespace

std::string explain(const Facet& a, std::string_view aw, const Facet& b, std::string_view bw,
                    const Compared& c) {
  const std::string x = quoted(aw);
  const std::string y = quoted(bw);
  if (c.relation == Relation::same) return "Both say the same: " + x + " and " + y + ".";
  if (c.rule == "rounds") {
    const bool a_fine = a.step < b.step;
    return (a_fine ? x : y) + " rounds to " + (a_fine ? y : x) + ".";
  }
  if (c.rule == "bound") {
    const bool a_bounds =
        a.hedge != Hedge::none &&
        (b.hedge == Hedge::none || is_lower_bound(a.hedge) == (b.value > a.value));
    const Facet& bound = a_bounds ? a : b;
    const Facet& other = a_bounds ? b : a;
    return grouped(other.written) +
           (other.value > bound.value ? " is more than " : " is less than ") +
           grouped(bound.written) + ", and " + (a_bounds ? x : y) + " is given as " +
           (is_lower_bound(bound.hedge) ? "a lower" : "an upper") + " bound.";
  }
  if (c.rule == "converted") return explain_converted(a, aw, b, bw, false);
  if (c.rule == "unit_swapped" || c.rule == "disjoint_converted")
    return explain_converted(a, aw, b, bw, true);
  if (c.rule == "coarser") {
    const bool a_wide = a.days.contains(b.days);
    return (a_wide ? y : x) + " lies within " + (a_wide ? x : y) + ".";
  }
  if (c.rule == "deadline") {
    const bool a_early = a.days.low < b.days.low;
    return (a_early ? x : y) + " keeps the deadline, " + (a_early ? y : x) + ".";
  }
  if (c.rule == "year_and_age") return x + " and " + y + " come to the same year.";
  if (a.kind == FindingKind::date) {
    const std::string both = x + " is " + day_words(a.days) + ", " + y + " is " + day_words(b.days);
    return c.relation == Relation::apart ? both + ": no day in common." : both + ": they overlap.";
  }
  if (a.kind == FindingKind::duration) {
    const std::string both =
        x + " is " + span_of_days(a.low, a.high) + ", " + y + " is " + span_of_days(b.low, b.high);
    return c.relation == Relation::apart ? both + ": they do not meet." : both + ": they meet.";
  }
  if (c.relation == Relation::compatible)
    return x + " and " + y + " can both be right: one is given loosely.";
  if (a.kind == FindingKind::ordinal || a.kind == FindingKind::time)
    return x + " is not " + y + ".";
  const double difference = magnitude(a.value - b.value);
  if (a.is_range || b.is_range || a.vague || b.vague || a.unit != b.unit)
    return x + " is not " + y + ".";
  return x + " and " + y + " are " + grouped(difference) +
         (a.base == "%" ? " percentage points" : "") + " apart.";
}

}  // namespace crossread
