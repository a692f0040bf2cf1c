// Written dates: May 16, 16–17 May, 2024-05-16, February 2022, the 1990s, third quarter, Christmas.
#include <algorithm>
#include <string>

#include "base/number.h"
#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;

bool range_word(const Pieces& p, std::size_t i) {
  return p.is_any(i, {"-", "to", "and", "through", "until", "till", "or"});
}

int small_field(std::string_view text) {
  int value = 0;
  for (const char c : text) value = 10 * value + (c - '0');
  return value;
}

// "People", "votes": what follows "16 and 17" when 17 is a count and no day.
bool counted_after(const Pieces& p, std::size_t i) {
  return p.is_any(i, {"people", "men", "women", "children", "others", "persons", "dead", "injured",
                      "per", "%"});
}

}  // namespace

int TimeReader::month_at(std::size_t i) const {
  static const Table kMonths = table("months");
  if (!p_.word(i)) return 0;
  const Table::Row row = kMonths.find(p_.bare(i));
  if (!row) return 0;
  const bool ambiguous = p_.is_any(i, {"may", "march", "august"}) || row.field(1) == "short";
  if (ambiguous && !p_.capitalised(i)) return 0;
  return small_field(row.field(0));
}

std::size_t TimeReader::after_month(std::size_t i) const {
  return p_.is(i + 1, ".") && p_.joined(i + 1) && p_.number(i + 2) ? i + 2 : i + 1;
}

bool TimeReader::month_alone(std::size_t i) const {
  const std::string_view name = p_.bare(i);
  if (name.size() < 4 && name != "may") return false;  // "Jan", "Mar" without a figure
  const bool introduced =
      p_.is_any(i - 1, {"in",   "since", "until",   "till",   "by",      "of",    "during",
                        "from", "to",    "through", "before", "after",   "early", "late",
                        "mid",  "last",  "next",    "this",   "between", "-",     "throughout"}) ||
      (p_.is_any(i - 1, {"and", "or", ","}) && month_at(i - 2) != 0);
  if (name == "may" || name == "march") return introduced && !p_.is(i - 1, "-");
  if (introduced) return true;
  if (p_.starts_sentence(i) ||
      (p_.capitalised(i - 1) && !p_.is_any(i - 1, {"the", "a", "an", "its", "their"})))
    return false;
  return !(p_.capitalised(i + 1) && p_.word(i + 1)) && !p_.is(i + 1, "'s");
}

int TimeReader::day_number(std::size_t i, std::size_t& end) const {
  if (const std::optional<Numeral> n = read_ordinal(p_, i); n && !n->in_words && n->value <= 31) {
    end = n->end;
    return static_cast<int>(n->value);
  }
  const int value = p_.integer(i);
  if (p_.digits(i) > 2 || value < 1 || value > 31) return 0;
  if (p_.joined(i + 1) && p_.word(i + 1)) return 0;                // "16m"
  if (p_.joined(i + 1) && p_.is_any(i + 1, {":", "%"})) return 0;  // "16:15", "16%"
  if (p_.is(i + 1, ".") && p_.joined(i + 1) && p_.number(i + 2) && p_.joined(i + 2)) return 0;
  end = i + 1;
  return value;
}

int TimeReader::year_number(std::size_t i) const {
  const int value = p_.integer(i);
  return p_.digits(i) == 4 && value >= kFirstYear && value <= kLastYear ? value : 0;
}

std::size_t TimeReader::year_after(std::size_t i, int& year) const {
  const std::size_t at = p_.is(i, ",") ? i + 1 : p_.is(i, "of") ? i + 1 : i;
  const int value = year_number(at);
  if (value < 1400 || counted_after(p_, at + 1)) return i;
  year = value;
  return at + 1;
}

int TimeReader::year_of_pair(std::size_t at, int month) const {
  if (!p_.is_any(at, {"and", "or", "to", "through", "until", "-"})) return 0;
  const int second = month_at(at + 1);
  if (second == 0) return 0;
  const int year = year_number(after_month(at + 1));
  return year == 0 ? 0 : second < month ? year - 1 : year;
}

MaybeTime TimeReader::read_written_date(std::size_t i) const {
  MaybeTime best;
  for (const MaybeTime& found : {read_month_first(i), read_day_first(i), read_numeric_date(i)}) {
    if (found && (!best || found->last > best->last)) best = found;
  }
  return best;
}

// "last year" and its like at a piece, counted from the dateline; 0 if there is none.
int TimeReader::year_beside(std::size_t at) const {
  if (!dated() || !p_.is_any(at, {"this", "next", "last"}) || !p_.is(at + 1, "year")) return 0;
  return civil(published_).year + (p_.is(at, "next") ? 1 : p_.is(at, "last") ? -1 : 0);
}

// May 16 | May 16, 2024 | May 16-17 | May 30 to June 2 | February 2022 | October
MaybeTime TimeReader::read_month_first(std::size_t i) const {
  const int month = month_at(i);
  if (month == 0) return std::nullopt;
  const std::size_t at = after_month(i);
  std::size_t end = at;
  const int day = day_number(at, end);
  int year = 0;
  if (day == 0) {
    end = year_after(at, year);
    if (year != 0) return make(i, end, month_period(year, month), false);
    if (p_.is_any(at, {"'", "’"}) && p_.digits(at + 1) == 2) {
      const int two = p_.integer(at + 1);
      return make(i, at + 2, month_period(two + (two > 40 ? 1900 : 2000), month), false);
    }
    if (!month_alone(i)) return std::nullopt;
    if (const int near = year_beside(at)) return make(i, at + 2, month_period(near, month), true);
    if (const int near = p_.is(at, "of") ? year_beside(at + 1) : 0)
      return make(i, at, month_period(near, month), true);
    if (const int shared = year_of_pair(at, month))
      return make(i, at, month_period(shared, month), false);
    const int near = year_near(month, 0, i, at);
    return near == 0 ? make_open(i, at, TimeType::date)
                     : make(i, at, month_period(near, month), true);
  }
  int last_month = month;
  int last_day = day;
  if (range_word(p_, end)) {
    const bool loose = p_.is_any(end, {"and", "or"});
    std::size_t next = end + 1;
    const int second_month = month_at(next);
    if (second_month != 0) next = after_month(next);
    std::size_t second_end = next;
    const int second = day_number(next, second_end);
    const bool later = second_month != 0 ? true : second > day;
    if (second != 0 && later && !(loose && (second_month != 0 || counted_after(p_, second_end)))) {
      last_month = second_month != 0 ? second_month : month;
      last_day = second;
      end = second_end;
    }
  }
  const std::size_t bare_end = end;
  end = year_after(end, year);
  if (p_.is(bare_end, "of") && end != bare_end) end = bare_end;
  if (const int near = year == 0 ? year_beside(end) : 0) {
    year = near;
    end += 2;
  }
  const bool relative = year == 0;
  if (relative) year = year_near(month, day, i, end);
  if (year == 0) return make_open(i, end, TimeType::date);
  const Day first = day_of(year, month, day);
  const Day last = day_of(last_month < month ? year + 1 : year, last_month, last_day);
  if (first == kNoDay || last == kNoDay) {
    TimeDraft impossible = make_open(i, end, TimeType::date);
    impossible.stale = true;
    return impossible;
  }
  if (first == last) return make(i, end, day_period(first), relative);
  return make_range(i, end, day_period(first), day_period(last), relative);
}

// 16 May | 16th of May 2024 | 16-17 May | 16 and 17 May | 30 May to 2 June: two mentions
MaybeTime TimeReader::read_day_first(std::size_t i) const {
  std::size_t start = i;
  if (p_.is(i, "the")) ++start;
  std::size_t end = start;
  const int day = day_number(start, end);
  if (day == 0 || (start != i && end == start + 1)) return std::nullopt;  // "the 16 May" is odd
  int last_day = day;
  if (range_word(p_, end)) {
    std::size_t second_end = end;
    const std::size_t next = p_.is(end + 1, "the") ? end + 2 : end + 1;
    const int second = day_number(next, second_end);
    if (second > day &&
        (month_at(second_end) != 0 || (p_.is(second_end, "of") && month_at(second_end + 1) != 0))) {
      last_day = second;
      end = second_end;
    }
  }
  if (p_.is(end, "of")) ++end;
  const int month = month_at(end);
  if (month == 0) return std::nullopt;
  // "in 16 May elections" cannot be told from a date; "16 March for" (a verb) can.
  end = after_month(end);
  int year = 0;
  end = year_after(end, year);
  if (const int near = year == 0 ? year_beside(end) : 0) {
    year = near;
    end += 2;
  }
  const bool relative = year == 0;
  if (relative) year = year_near(month, day, i, end);
  if (year == 0) return make_open(i, end, TimeType::date);
  const Day first = day_of(year, month, day);
  const Day last = day_of(year, month, last_day);
  if (first == kNoDay || last == kNoDay) {
    TimeDraft impossible = make_open(i, end, TimeType::date);
    impossible.stale = true;
    return impossible;
  }
  if (first == last) return make(i, end, day_period(first), relative);
  return make_range(i, end, day_period(first), day_period(last), relative);
}

// 2024-05-14 | 14/05/2024 | 14.05.2024. A slash date that fits both orders stays open.
MaybeTime TimeReader::read_numeric_date(std::size_t i) const {
  if (p_.digits(i) == 0 || (p_.joined(i) && !p_.is_any(i - 1, {"(", "[", "\"", "'"})))
    return std::nullopt;
  const std::string_view mark = p_.form(i + 1);
  if ((mark != "-" && mark != "/" && mark != ".") || !p_.is(i + 3, mark)) return std::nullopt;
  for (std::size_t k = i + 1; k <= i + 4; ++k) {
    if (!p_.joined(k)) return std::nullopt;
  }
  if (p_.digits(i + 2) == 0 || p_.digits(i + 4) == 0 ||
      (p_.joined(i + 5) && p_.is_any(i + 5, {"-", "/"}))) {
    return std::nullopt;
  }
  const int a = p_.integer(i);
  const int b = p_.integer(i + 2);
  const int c = p_.integer(i + 4);
  Day day = kNoDay;
  if (p_.digits(i) == 4 && p_.digits(i + 2) <= 2 && p_.digits(i + 4) <= 2) {
    day = day_of(a, b, c);
  } else if (p_.digits(i) <= 2 && p_.digits(i + 2) <= 2 && p_.digits(i + 4) == 4 &&
             c >= kFirstYear && c <= kLastYear) {
    const Day day_first = day_of(c, b, a);
    const Day month_first = day_of(c, a, b);
    if (day_first == kNoDay && month_first == kNoDay) return std::nullopt;
    const bool open = mark != "." && day_first != kNoDay && month_first != kNoDay && a != b;
    if (open) return make_open(i, i + 5, TimeType::date);
    day = day_first != kNoDay ? day_first : month_first;
  }
  if (day == kNoDay) return std::nullopt;
  return make(i, i + 5, day_period(day), false);
}

bool TimeReader::year_stands_alone(std::size_t i) const {
  const int year = year_number(i);
  if (year == 0 || p_.joined(i + 1)) {
    if (year == 0 || p_.word(i + 1) || p_.number(i + 1) || p_.is_any(i + 1, {"%", "-", ":", "°"}))
      return false;
  }
  if (p_.joined(i) && !p_.is_any(i - 1, {"(", "[", "\"", "'", "-", "/"})) return false;
  if (time_unit(p_.form(i + 1)) || counted_after(p_, i + 1)) return false;
  static const Table kUnits = table("units");
  if (kUnits.has(p_.form(i + 1)) && !p_.is(i + 1, "in")) return false;
  if (p_.is_any(i - 1,
                {"in",     "since",  "until",  "till",   "by",     "during",  "from",
                 "late",   "early",  "mid",    "before", "after",  "circa",   "summer",
                 "winter", "spring", "autumn", "fall",   "fiscal", "through", "throughout"})) {
    return year >= 1100 || !(p_.word(i + 1) || p_.number(i + 1));
  }
  const bool of =
      p_.is(i - 1, "of") && !p_.is_any(i - 2, {"total", "average", "sum", "crowd", "population",
                                               "list", "number", "maximum", "high", "low", "level",
                                               "score", "record", "distance", "altitude", "town"});
  if (year >= 1400 && year < 1800 && (of || (p_.is(i - 1, "the") && p_.word(i + 1))))
    return !p_.plural(i + 1);
  if (year < 1800 || year > 2099) return false;
  if (p_.is(i - 1, "(") && p_.is_any(i + 1, {")", ",", "-"})) return true;
  if (p_.is_any(i - 1, {"of", "the", "to", "and", "for", "-", "between", "than", "its", "his",
                        "their", "a"})) {
    return !(p_.plural(i + 1) && !p_.capitalised(i + 1) &&
             !p_.is_any(i - 1, {"the", "its", "his", "their"}));
  }
  // "Worldwide Developers Conference 2010", "WWDC 2005": an event and its year.
  static const Table kWords = table("figure_words");
  if (kWords.find(p_.form(i - 1)).field(0).find("numbered") != std::string_view::npos)
    return false;  // "Room 2020"
  if (p_.capitalised(i - 1) && p_.word(i - 1) && year >= 1900 && year <= 2060) {
    return !p_.plural(i + 1) && !(p_.word(i + 1) && p_.capitalised(i + 1));
  }
  return false;
}

MaybeTime TimeReader::read_year(std::size_t i) const {
  if (p_.is_any(i, {"'", "’"}) && p_.digits(i + 1) == 2 && p_.joined(i + 1) &&
      !(p_.joined(i + 2) && p_.word(i + 2))) {  // ’76
    const int two = p_.integer(i + 1);
    if (p_[i].spaced) return make(i, i + 2, year_period(two + (two > 40 ? 1900 : 2000)), false);
  }
  // 2024/25, 2024-25: a season or a fiscal year
  const int first = year_number(i);
  if (first >= 1900 && first < 2100 && p_.is_any(i + 1, {"/", "-"}) && p_.joined(i + 1) &&
      p_.joined(i + 2) && !(p_.joined(i + 3) && !p_.is_any(i + 3, {".", ",", ")"}))) {
    const int two = p_.integer(i + 2);
    const int last = p_.digits(i + 2) == 2 ? first / 100 * 100 + two : year_number(i + 2);
    if (last > first && last <= first + 60)
      return make_range(i, i + 3, year_period(first), year_period(last), false);
  }
  if (!year_stands_alone(i)) return std::nullopt;
  return make(i, i + 1, year_period(year_number(i)), false);
}

// the 1990s | '90s | the nineties | mid-1990s | the 19th century
MaybeTime TimeReader::read_decade_or_century(std::size_t i) const {
  std::size_t at = i;
  if (p_.is(at, "the")) ++at;
  if (p_.is_any(at, {"early", "late", "mid"})) ++at;
  if (p_.is(at, "-")) ++at;
  const bool modified = at > i && !p_.is(at - 1, "the");
  if (const int year = year_number(at);
      year % 10 == 0 && year >= 1000 && p_.joined(at + 1) && p_.is_any(at + 1, {"s", "'s"})) {
    TimeDraft draft = make(i, at + 2, {Grain::decade, year / 10}, false);
    draft.vague = true;
    return draft;
  }
  if (p_.is_any(at, {"'", "’"}) && p_.digits(at + 1) == 2 && p_.is(at + 2, "s") &&
      p_.joined(at + 2)) {
    const int two = p_.integer(at + 1);
    TimeDraft draft =
        make(i, at + 3, {Grain::decade, (two + (two > 20 ? 1900 : 2000)) / 10}, false);
    draft.vague = true;
    return draft;
  }
  static constexpr std::string_view kDecades[] = {"twenties", "thirties",  "forties",  "fifties",
                                                  "sixties",  "seventies", "eighties", "nineties"};
  for (int k = 0; k < 8; ++k) {
    if (at == i + 1 + (modified ? 1 : 0) && p_.is(at, kDecades[k]) && p_.is(i, "the")) {
      TimeDraft draft = make(i, at + 1, {Grain::decade, 192 + k}, false);
      draft.vague = true;
      return draft;
    }
  }
  const std::optional<Numeral> n = read_ordinal(p_, at);
  if (!n || n->value < 5 || n->value > 22) return std::nullopt;
  std::size_t end = n->end;
  if (p_.is(end, "-")) ++end;
  if (!p_.is(end, "century")) return std::nullopt;
  TimeDraft draft = make(i, end + 1, {Grain::century, static_cast<int>(n->value) - 1}, false);
  draft.vague = true;
  return draft;
}

MaybeTime TimeReader::read_festival(std::size_t i) const {
  static const Table kFestivals = table("festivals");
  if (p_.border(i) || (!p_.capitalised(i) && !p_.number(i))) return std::nullopt;
  std::string name;
  Table::Row best;
  std::size_t best_end = i;
  for (std::size_t k = i; k < i + 5 && !p_.border(k); ++k) {
    if (k > i && !p_.joined(k)) name += ' ';
    name += p_.form(k);
    if (const Table::Row row = kFestivals.find(name)) {
      best = row;
      best_end = k + 1;
    }
  }
  if (!best) return std::nullopt;
  const std::string_view date = best.field(0);
  if (date.size() == 10) return make(i, best_end, day_period(*parse_iso_day(date)), false);
  const int month = small_field(date.substr(0, 2));
  const int day = small_field(date.substr(3, 2));
  int year = 0;
  const std::size_t end = year_after(best_end, year);
  if (year != 0) return make(i, end, day_period(day_of(year, month, day)), false);
  year = year_near(month, day, i, best_end);
  return year == 0 ? make_open(i, best_end, TimeType::date)
                   : make(i, best_end, day_period(day_of(year, month, day)), true);
}

}  // namespace crossread
