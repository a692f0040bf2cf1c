#include "mention/numerals.h"

#include <algorithm>
#include <string>

#include "base/number.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kNbsp = 2;  // bytes of U+00A0; the narrow and thin spaces have three

bool joins(const Pieces& p, std::size_t i, std::string_view left, std::string_view right) {
  return p.is(i, "-") && !left.empty() && !right.empty();
}

// ---- digits ------------------------------------------------------------------------------------

// "1 234 567" with non-breaking or thin spaces, which nobody breaks a line at.
bool hard_space_before(const Pieces& p, std::size_t i) {
  const std::uint32_t begin = p[i - 1].span.end;
  const std::uint32_t end = p[i].span.begin;
  if (end < begin + kNbsp || end > begin + 3) return false;
  const std::string_view gap = p.document().text({begin, end});
  return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

std::optional<Numeral> read_digits(const Pieces& p, std::size_t i) {
  if (!p.number(i)) return std::nullopt;
  std::string figure(p.surface(i));
  Numeral n;
  n.end = i + 1;
  if (p.digits(i) > 0 && p.digits(i) <= 3) {
    while (p.digits(n.end) == 3 && hard_space_before(p, n.end)) figure += p.surface(n.end++);
    // "10 000 marchers": with plain spaces only before what is counted.
    if (n.end == i + 1 && p.digits(n.end) == 3 && !p.joined(n.end) && !p.number(i - 1) &&
        p.plural(n.end + 1)) {
      figure += p.surface(n.end++);
    }
    n.grouped = n.end > i + 1;
  }
  std::optional<ParsedNumber> parsed = parse_number(figure);
  if (!parsed) return std::nullopt;
  n.value = parsed->value;
  int decimals = parsed->decimals;
  int zeros = parsed->trailing_zeros;
  // "4.182 children" in a text that writes "8,2 percent": the point parts thousands.
  if (parsed->ambiguous && decimals == 3 && p.decimal_mark() == DecimalMark::comma) {
    n.value *= 1000;
    decimals = 0;
    zeros = 0;
    for (std::size_t k = figure.size(); k > 0 && figure[k - 1] == '0'; --k) ++zeros;
  }
  n.grouped = n.grouped || (decimals == 0 && figure.find_first_of(".,") != std::string::npos);
  n.step = decimals > 0 ? 1 / power_of_ten(std::min(decimals, 22)) : 1;
  if (decimals == 0 && zeros >= 3) n.step = power_of_ten(std::min(zeros, 22));
  return n;
}

// ---- words -------------------------------------------------------------------------------------

// "twenty", "twenty-four", "fourteen", "three".
bool read_below_hundred(const Pieces& p, std::size_t& i, double& value) {
  const NumberWord word = p.number_word(i);
  if (word.kind == "tens") {
    value = word.value;
    ++i;
    const std::size_t next = p.is(i, "-") && p.joined(i) ? i + 1 : i;
    const NumberWord unit = p.number_word(next);
    if (unit.kind == "unit" && unit.value > 0) {
      value += unit.value;
      i = next + 1;
    }
    return true;
  }
  if (word.kind != "unit" && word.kind != "teen") return false;
  value = word.value;
  ++i;
  return true;
}

// "three hundred and twelve", "a hundred", "hundred" alone is no number.
bool read_below_thousand(const Pieces& p, std::size_t& i, double& value) {
  std::size_t at = i;
  double small = 0;
  if (p.is(at, "a") || p.is(at, "an")) {
    small = 1;
    ++at;
    if (p.number_word(at).kind != "magnitude") return false;
  } else if (!read_below_hundred(p, at, small)) {
    return false;
  }
  value = small;
  if (p.is(at, "hundred") && small < 100) {
    value = small * 100;
    ++at;
    std::size_t more = p.is(at, "and") ? at + 1 : at;
    double rest = 0;
    if (read_below_hundred(p, more, rest)) {
      value += rest;
      at = more;
    }
  }
  i = at;
  return true;
}

double magnitude_at(const Pieces& p, std::size_t i) {
  const NumberWord word = number_word(p.bare(i));
  return word.kind == "magnitude" ? word.value : 0;
}

std::optional<Numeral> read_words(const Pieces& p, std::size_t i) {
  Numeral n;
  n.in_words = true;
  std::size_t at = i;
  double part = 0;
  if (!read_below_thousand(p, at, part)) return std::nullopt;
  if (p.is(i, "a") && at == i + 1 && magnitude_at(p, at) == 0) return std::nullopt;
  for (double limit = 1e18;;) {
    const double magnitude = magnitude_at(p, at);
    if (magnitude < 1000 || magnitude >= limit) break;
    n.value += part * magnitude;
    n.magnitude = true;
    n.step = magnitude;
    part = 0;
    limit = magnitude;
    ++at;
    std::size_t more = p.is(at, "and") ? at + 1 : at;
    double rest = 0;
    if (!read_below_thousand(p, more, rest)) break;
    part = rest;
    n.step = 1;
    at = more;
  }
  n.value += part;
  if (p.is(at, "dozen")) {
    n.value *= 12;
    n.step = 12;
    ++at;
  }
  n.end = at;
  return n;
}

// "hundreds of thousands", "tens of millions", "dozens", "thousands".
std::optional<Numeral> read_open(const Pieces& p, std::size_t i) {
  const NumberWord word = p.number_word(i);
  if (word.kind != "magnitude_plural" && word.kind != "group_plural") return std::nullopt;
  if (word.value == 10 && !p.is(i + 1, "of")) return std::nullopt;  // "tens" alone is rare
  Numeral n;
  n.in_words = true;
  n.approximate = true;
  n.open = {word.value == 12 || word.value == 20 ? word.value * 2 : word.value * 2,
            word.value * 10};
  n.end = i + 1;
  const NumberWord of = p.number_word(i + 2);
  if (p.is(i + 1, "of") && of.kind == "magnitude_plural" && of.value > word.value) {
    n.open = {n.open.low * of.value, n.open.high * of.value};
    n.end = i + 3;
  } else if (word.value == 10) {
    return std::nullopt;
  }
  n.value = n.open.low;
  return n;
}

// ---- fractions and magnitudes ------------------------------------------------------------------

double denominator_at(const Pieces& p, std::size_t i) {
  const NumberWord word = p.number_word(i);
  if (word.kind == "fraction_plural" || word.kind == "fraction") return word.value;
  if (word.kind == "ordinal" && word.value >= 3 && word.value <= 12) return word.value;
  return 0;
}

// "two-thirds", "three quarters", "a quarter", "one fifth", "half".
std::optional<Numeral> read_fraction(const Pieces& p, std::size_t i) {
  Numeral n;
  n.in_words = true;
  n.fraction = true;
  const bool one = p.is_any(i, {"a", "one"});
  std::size_t at = i + 1;
  if (p.is(at, "-")) ++at;
  const NumberWord numerator = p.number_word(i);
  const NumberWord below = p.number_word(at);
  if (one && (below.kind == "fraction" || (below.kind == "ordinal" && p.is(at + 1, "of")))) {
    const double d = denominator_at(p, at);
    if (d == 0) return std::nullopt;
    n.value = 1 / d;
  } else if (numerator.kind == "unit" && numerator.value > 1 &&
             below.kind.starts_with("fraction_")) {
    n.value = numerator.value / below.value;
  } else {
    return std::nullopt;
  }
  n.step = 0;
  n.end = at + 1;
  return n;
}

// "half | a million", "a quarter of | a million", "two-thirds of | a billion": a part of what
// stands at `article`, meant to a tenth.
bool take_whole(const Pieces& p, std::size_t article, Numeral& n) {
  const double magnitude = magnitude_at(p, article + 1);
  if (!p.is_any(article, {"a", "an"}) || magnitude <= 100) return false;
  n.fraction = false;
  n.in_words = n.magnitude = true;
  n.value *= magnitude;
  n.step = n.value / 5;
  n.end = article + 2;
  return true;
}

// "1.2 million", "54.9-million", "900bn", "2m".
void take_magnitude(const Pieces& p, Numeral& n, MagnitudeLetters letters) {
  std::size_t at = n.end;
  if (p.is(at, "-") && p.joined(at) && p.joined(at + 1)) ++at;
  NumberWord word = number_word(p.bare(at));
  if (word.kind == "magnitude_letter" &&
      (letters == MagnitudeLetters::no || (!p.joined(at) && !(p.is(at, "m") && !p.word(at + 1))))) {
    return;
  }
  if (word.kind != "magnitude" && word.kind != "magnitude_letter") return;
  n.value *= word.value;
  n.step *= word.value;
  n.magnitude = true;
  n.end = at + 1;
  if (p.is_any(n.end, {"million", "billion", "trillion"}) && word.value < 1e6) {
    const double second = magnitude_at(p, n.end);  // "500 thousand million", "5 lakh crore"
    n.value *= second;
    n.step *= second;
    ++n.end;
  }
}

// "two and a half (million)", "two-and-a-half", "3½".
void take_half(const Pieces& p, Numeral& n) {
  if (n.step > 1 || n.fraction) return;
  const bool hyphens = p.is(n.end, "-") && p.joined(n.end) && p.is(n.end + 1, "and");
  const std::size_t step = hyphens ? 2 : 1;
  const std::size_t also = hyphens ? n.end + 1 : n.end;
  const std::size_t last = also + 2 * step;
  if (p.is(also, "and") && p.is(also + step, "a") && p.is_any(last, {"half", "quarter"})) {
    n.value += p.is(last, "half") ? 0.5 : 0.25;
    n.step = 0.5;
    n.end = last + 1;
    return;
  }
  if (p.joined(n.end)) {
    const std::string_view sign = p.surface(n.end);
    const double part = sign == "½" ? 0.5 : sign == "¼" ? 0.25 : sign == "¾" ? 0.75 : 0;
    if (part == 0) return;
    n.value += part;
    n.step = 0.25;
    ++n.end;
  }
}

}  // namespace

std::optional<Numeral> read_numeral(const Pieces& p, std::size_t i, MagnitudeLetters letters) {
  if (p.is(i, "half")) {
    Numeral n;
    n.value = 0.5;
    if (take_whole(p, i + 1, n)) return n;
  }
  if (std::optional<Numeral> n = read_fraction(p, i)) {
    if (p.is(n->end, "of")) take_whole(p, n->end + 1, *n);
    return n;
  }
  if (std::optional<Numeral> n = read_open(p, i)) return n;
  if (p.is(i, "a") && p.is(i + 1, "dozen")) {
    Numeral n;
    n.in_words = true;
    n.value = 12;
    n.end = i + 2;
    return n;
  }
  std::optional<Numeral> n = read_digits(p, i);
  if (!n) n = read_words(p, i);
  if (!n) return std::nullopt;
  if (!n->magnitude) {
    take_half(p, *n);
    take_magnitude(p, *n, letters);
  }
  return n;
}

std::optional<Numeral> read_ordinal(const Pieces& p, std::size_t i) {
  Numeral n;
  if (const int value = p.integer(i); value > 0) {
    if (!p.joined(i + 1) || !p.is_any(i + 1, {"st", "nd", "rd", "th"})) return std::nullopt;
    n.value = value;
    n.end = i + 2;
    return n;
  }
  n.in_words = true;
  const NumberWord word = p.number_word(i);
  if (word.kind == "ordinal" || word.kind == "ordinal_tens") {
    n.value = word.value;
    n.end = i + 1;
    return n;
  }
  if (word.kind == "tens" && joins(p, i + 1, p.form(i), p.form(i + 2))) {
    const NumberWord unit = p.number_word(i + 2);
    if (unit.kind != "ordinal" || unit.value > 9) return std::nullopt;
    n.value = word.value + unit.value;
    n.end = i + 3;
    return n;
  }
  return std::nullopt;
}

HedgeBefore hedge_before(const Pieces& p, std::size_t i) {
  static const Table kHedges = table("hedges");
  HedgeBefore found{Hedge::none, i};
  std::string phrase;
  for (std::size_t words = 1; words <= 4 && words <= i && p.hedge(i - words); ++words) {
    phrase.insert(0, std::string(p.form(i - words)) + (words == 1 ? "" : " "));
    const Table::Row row = kHedges.find(phrase);
    if (!row) continue;
    const std::string_view kind = row.field(0);
    found.kind = kind == "about"       ? Hedge::about
                 : kind == "nearly"    ? Hedge::nearly
                 : kind == "just_over" ? Hedge::just_over
                 : kind == "more_than" ? Hedge::more_than
                 : kind == "at_least"  ? Hedge::at_least
                 : kind == "less_than" ? Hedge::less_than
                                       : Hedge::up_to;
    found.first = i - words;
  }
  return found;
}

Interval interval_of(const Numeral& n, Hedge hedge, Exactness exactness) {
  if (n.approximate) return n.open;
  const double x = n.value;
  double half = std::min(n.step / 2, std::max(0.5, x * 0.05));
  const bool point = n.fraction || (exactness == Exactness::counted && n.step <= 1 && x < 100);
  if (point) half = 0;
  switch (hedge) {
    case Hedge::none:
      return {x - half, x + half};
    case Hedge::about:
      return {x * 0.875, x * 1.125};
    case Hedge::nearly:
      return {x * 0.9, x};
    case Hedge::just_over:
      return {x, x * 1.15};
    case Hedge::more_than:
    case Hedge::at_least:
      return {x, x * 1.2};
    case Hedge::less_than:
    case Hedge::up_to:
      return {x * 0.8, x};
  }
  return {x, x};
}

}  // namespace crossread
