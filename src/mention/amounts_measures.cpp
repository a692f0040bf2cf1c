// Percent, measures and ages: 26.3 %, 1.8 percentage points, 27-yard, 17 kilometres, Putin, 71,
#include <algorithm>

#include "base/number.h"
#include "mention/amounts_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

const Table& units() {
  static const Table kUnits = table("units");
  return kUnits;
}

double number_of(std::string_view text) {
  const std::optional<ParsedNumber> n = parse_number(text);
  return n ? n->value : 0;
}

}  // namespace

UnitInfo unit_info(std::string_view unit) {
  std::string_view bytes = units().bytes();
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line[0] == '#') continue;
    const Table::Row row{true, line.substr(tab + 1)};
    if (row.field(0) == unit)
      return {row.field(1), number_of(row.field(2)), number_of(row.field(3))};
  }
  return {};
}

// "to 16 per cent from 18", "from 9 to 26 percent": the sign stands once for both figures.
bool AmountReader::bare_percent(const Figure& figure) const {
  const auto sign = [this](std::size_t i) {
    return p_.is_any(i, {"%", "percent", "pct"}) || (p_.is(i, "per") && p_.is(i + 1, "cent"));
  };
  if (!p_.is(figure.first - 1, "from") || figure.from.magnitude || figure.from.value > 100)
    return false;
  const std::size_t before = figure.first - 2;
  if (sign(before) || (p_.is(before, "cent") && sign(before - 1))) {
    return !p_.word(figure.last) || word_is(figure.last, "stop");
  }
  const std::optional<Numeral> next =
      p_.is(figure.last, "to") ? read_numeral(p_, figure.last + 1) : std::nullopt;
  return next && sign(next->end);
}

// "between 10% and 15%", "10 percent to 15 percent"; "half a percent", "a percent", "four-tenths of
// a percent"
MaybeAmount AmountReader::read_percent_words(std::size_t i) const {
  const auto after_sign = [this](std::size_t k) -> std::size_t {
    if (p_.is_any(k, {"%", "percent", "pct"})) return k + 1;
    return p_.is(k, "per") && p_.is(k + 1, "cent") ? k + 2 : k;
  };
  // `value` of the one percent or percentage point that is named from token `k` on.
  const auto one_percent = [&](std::size_t k, double value, double step) -> MaybeAmount {
    const bool points = p_.is(k, "percentage") && p_.is(k + 1, "point");
    const std::size_t end = points ? k + 2 : after_sign(k);
    if (end == k) return std::nullopt;
    Figure figure{i, end, {}, {}, false};
    figure.from.value = value;
    figure.from.step = step;
    AmountDraft draft = make(figure, points ? AmountKind::percent_points : AmountKind::percent,
                             Exactness::measured);
    draft.amount.unit = points ? "pp" : "%";
    return draft;
  };
  if (const std::optional<Numeral> part = read_numeral(p_, i);
      part && part->fraction && p_.is(part->end, "of") &&
      p_.is_any(part->end + 1, {"a", "one", "1"})) {
    return one_percent(part->end + 2, part->value, 0.01);
  }
  if (p_.is(i, "half")) {
    std::size_t at = p_.is_any(i + 1, {"a", "of"}) ? i + 2 : i + 1;
    if (p_.is(at - 1, "of")) ++at;  // "half of one percent"
    return at == i + 1 ? std::nullopt : one_percent(at, 0.5, 0.1);
  }
  if (p_.is(i, "a")) return one_percent(i + 1, 1, 0.1);
  const bool between = p_.is(i, "between");
  const std::optional<Numeral> from =
      in_time(i) ? std::nullopt : read_numeral(p_, between ? i + 1 : i);
  if (!from || from->approximate || after_sign(from->end) == from->end) return std::nullopt;
  const std::size_t link = after_sign(from->end);
  const bool linked =
      between ? p_.is(link, "and") : p_.is_any(link, {"to", "-"}) && !p_.is(i - 1, "from");
  const std::optional<Numeral> to = linked ? read_numeral(p_, link + 1) : std::nullopt;
  if (!to || to->value <= from->value || after_sign(to->end) == to->end) return std::nullopt;
  AmountDraft draft =
      make({i, after_sign(to->end), *from, *to, true}, AmountKind::percent, Exactness::measured);
  draft.amount.unit = "%";
  return draft;
}

MaybeAmount AmountReader::read_percent(const Figure& figure) const {
  std::size_t at = figure.last;
  if (p_.is(at, "-") && p_.joined(at)) ++at;
  Figure whole = figure;
  AmountKind kind = AmountKind::percent;
  if (p_.is_any(at, {"%", "percent", "pct", "pc", "prozent"}) &&
      !(p_.is(at, "pc") && !p_.joined(at))) {
    whole.last = at + 1;
  } else if (p_.is(at, "per") && p_.is(at + 1, "cent")) {
    whole.last = at + 2;
  } else if (p_.is(at, "percentage") && p_.is_any(at + 1, {"point", "points"})) {
    whole.last = at + 2;
    kind = AmountKind::percent_points;
  } else if (p_.is_any(at, {"pp", "ppt", "ppts"})) {
    whole.last = at + 1;
    kind = AmountKind::percent_points;
  } else if (!bare_percent(figure)) {
    return std::nullopt;
  }
  if (kind == AmountKind::percent && p_.is_any(whole.last, {"point", "points"})) {
    kind = AmountKind::percent_points;
    ++whole.last;
  }
  AmountDraft draft = make(whole, kind, Exactness::measured);
  draft.amount.unit = kind == AmountKind::percent ? "%" : "pp";
  return draft;
}

MaybeAmount AmountReader::read_measure(const Figure& figure) const {
  std::size_t at = figure.last;
  const bool hyphen = p_.is(at, "-") && p_.joined(at) && p_.joined(at + 1);
  if (hyphen) ++at;
  std::string phrase;
  Table::Row best;
  std::size_t end = at;
  for (std::size_t k = at; k < at + 4 && !p_.border(k) && !p_.number(k); ++k) {
    if (k > at) phrase += ' ';
    phrase += p_.form(k);
    if (const Table::Row row = units().find(phrase)) {
      best = row;
      end = k + 1;
    }
  }
  if (p_.is(at, "m") && !figure.from.in_words) {  // "100m": metres, unless people follow
    if (p_.plural(at + 1) || p_.is_any(at + 1, {"of", "more"})) return std::nullopt;
    best = units().find("metre");
    end = at + 1;
  }
  if (!best || figure.from.fraction) return std::nullopt;
  const std::string_view unit = best.field(0);
  if (unit == "points" && (hyphen || p_.is(end - 1, "point")))
    return std::nullopt;  // "a five-point plan"
  if (p_.is_any(at, {"bp", "a", "in"}) && end == at + 1) return std::nullopt;
  Figure whole = figure;
  whole.last = end;
  AmountDraft draft = make(whole, AmountKind::measure, Exactness::measured);
  draft.amount.unit = unit;
  return draft;
}

// Putin, 71, | aged 70 | 71-year-old | 41 years old | the age of 56 | aged 5 to 11 | Li, of 63
// years
MaybeAmount AmountReader::read_age(const Figure& figure) const {
  const std::size_t i = figure.first;
  const std::size_t end = figure.last;
  if (figure.from.value > 130 || figure.from.magnitude || figure.from.fraction ||
      figure.from.step < 0.1)
    return std::nullopt;
  bool age = false;
  Figure whole = figure;
  std::size_t before = i - 1;
  if (p_.is(before, "between")) --before;
  if (p_.is_any(before, {"about", "around", "over", "under"})) --before;
  if (p_.is_any(before, {"aged", "age", "ages"})) age = true;
  if (p_.is(before, "of") && p_.is_any(before - 1, {"age", "ages"})) age = true;
  std::size_t at = end;
  if (p_.is(at, "-")) ++at;
  if (p_.is_any(at, {"year", "years", "yr", "yo"})) {
    std::size_t old = at + 1;
    if (p_.is(old, "-")) ++old;
    if (p_.is_any(old, {"old", "olds"}) || (p_.is(old, "of") && p_.is(old + 1, "age"))) age = true;
    const bool of_years = p_.is(i - 1, "of") && p_.is(at, "years") && at == end &&
                          !p_.border(i - 2) &&
                          (p_.is(i - 2, ",") || p_.capitalised(i - 2) || word_is(i - 2, "person") ||
                           p_.is_any(i - 2, {"children", "boys", "girls", "students"}));
    if (of_years && figure.from.value >= 3) age = true;
    if (age && figure.range && at == end) whole.last = at + 1;
  }
  const bool alone =
      p_.is_any(end, {",", ".", ")", ";", ":", "\"", "and", "who", "-"}) || p_.border(end);
  if (!age && p_.number(i) && !figure.range && alone && p_.digits(i) > 0 &&
      figure.from.value >= 1 && figure.from.value < 116) {
    if (p_.is(i - 1, ",") && (p_.capitalised(i - 2) || word_is(i - 2, "person")) &&
        !p_.number(i - 2)) {
      age = !in_time(i - 2) && !(p_.is(end, "-") && p_.number(end + 1)) && !p_.is(end, "and");
    }
    if (p_.is_any(i - 1, {"is", "was", "turned", "turns"}) &&
        p_.is_any(i - 2, {"who", "he", "she"}) && figure.from.value >= 10)
      age = true;
  }
  // "At 60, he retired."
  if (!age && p_.is(i - 1, "at") && p_.starts_sentence(i - 1) && p_.is(end, ",") &&
      figure.from.value >= 10 && figure.from.value < 110) {
    age = p_.is_any(end + 1, {"he", "she"});
  }
  if (!age) return std::nullopt;
  if (p_.is(whole.first, "between")) ++whole.first;
  return make(whole, AmountKind::age, Exactness::counted);
}

}  // namespace crossread
