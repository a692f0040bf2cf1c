// Money: $5, US$40 billion, EUR 3.4m, 26 cents, 40 million Swedish kronor, $12 million to $20
// million.
#include "base/number.h"
#include "mention/amounts_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

const Table& currencies() {
  static const Table kCurrencies = table("currencies");
  return kCurrencies;
}

double worth_of(const Table::Row& row) {
  const std::optional<ParsedNumber> worth = parse_number(row.field(1));
  return worth ? worth->value : 1;
}

}  // namespace

// A sign, a sign with letters ("US$", "GB £"), or an upper-case code before the figure.
AmountReader::CurrencyAt AmountReader::sign_at(std::size_t i) const {
  if (p_.border(i)) return {};
  std::string name;
  CurrencyAt best;
  for (std::size_t k = i; k < i + 3 && !p_.border(k); ++k) {
    if (p_.number(k)) break;
    if (k > i && !p_.joined(k)) {
      if (name != "gb") break;
      name += ' ';
    }
    name += p_.form(k);
    const Table::Row row = currencies().find(name);
    if (!row) continue;
    const std::string_view place = row.field(2);
    if (place == "after") continue;
    if (place == "code" && p_[k].casing != Casing::upper) continue;
    if (p_.word(i) && k == i && place == "any" && !p_.capitalised(i)) continue;  // "rs", "kr"
    best = {row.field(0), worth_of(row), k + 1};
  }
  return best;
}

AmountReader::CurrencyAt AmountReader::word_at(std::size_t i) const {
  std::string name;
  CurrencyAt best;
  for (std::size_t k = i; k < i + 3 && (p_.word(k) || (k == i && p_[k].kind == PieceKind::mark));
       ++k) {
    if (k > i) name += ' ';
    name += p_.form(k);
    const Table::Row row = currencies().find(name);
    if (!row) continue;
    if (row.field(2) == "code" && p_[k].casing != Casing::upper) continue;
    if (row.field(2) == "any" && (p_.word(k) || (!p_.joined(k) && p_.number(k + 1)))) continue;
    best = {row.field(0), worth_of(row), k + 1};
  }
  if (best && best.worth < 1 && best.code == "USD" && !cents_.empty()) best.code = cents_;
  return best;
}

MaybeAmount AmountReader::read_money_sign_first(std::size_t i) const {
  const CurrencyAt sign = sign_at(i);
  if (!sign || p_.border(sign.end)) return std::nullopt;
  std::optional<Numeral> from = read_numeral(p_, sign.end, MagnitudeLetters::yes);
  if (!from || from->fraction || from->approximate) return std::nullopt;
  if (p_.word(sign.end) && p_.word(i)) return std::nullopt;  // "Rs one"
  Figure figure{i, from->end, *from, {}, false};
  // $12 million to $20 million | $5-10 million | between $5 and $10
  const std::size_t at = figure.last;
  const bool between = p_.is(i - 1, "between") && p_.is(at, "and");
  if (p_.is_any(at, {"to", "-"}) || between) {
    const CurrencyAt second_sign = sign_at(at + 1);
    const std::size_t second = second_sign ? second_sign.end : at + 1;
    const bool same = !second_sign || second_sign.code == sign.code || second_sign.code == "USD";
    // "rose from $5 to $6" is two figures.
    const bool two = p_.is(at, "to") && p_.is_any(i - 1, {"from"});
    std::optional<Numeral> to =
        same && !two ? read_numeral(p_, second, MagnitudeLetters::yes) : std::nullopt;
    if (to && !to->magnitude && from->magnitude && p_.is(at, "to") && !second_sign) to.reset();
    if (to && to->magnitude && !from->magnitude) {
      const double scale = to->value >= 1e12  ? 1e12
                           : to->value >= 1e9 ? 1e9
                           : to->value >= 1e6 ? 1e6
                                              : 1e3;
      figure.from.value *= scale;
      figure.from.step *= scale;
    }
    if (to && to->value > figure.from.value && !in_time(second) &&
        (second_sign || p_.is(at, "-") || to->magnitude)) {
      figure.to = *to;
      figure.range = true;
      figure.last = to->end;
      if (between) figure.first = i - 1;
    }
  }
  std::string_view code = sign.code;
  double worth = sign.worth;
  // "$249 USD", "$99 (USD)", "$9.99 US dollars", "$5 Canadian"
  const bool bracket = p_.is(figure.last, "(");
  const CurrencyAt after = word_at(bracket ? figure.last + 1 : figure.last);
  if (after && after.worth == 1 && (!bracket || p_.is(after.end, ")")) && p_.word(after.end - 1)) {
    code = after.code;
    figure.last = bracket ? after.end + 1 : after.end;
  }
  AmountDraft draft = make(figure, AmountKind::money, Exactness::measured);
  draft.amount.value *= worth;
  draft.amount.unit = code;
  return draft;
}

MaybeAmount AmountReader::read_money_word_after(const Figure& figure) const {
  std::size_t at = figure.last;
  const bool hyphen = p_.is(at, "-") && p_.joined(at) && p_.joined(at + 1);
  if (hyphen) ++at;
  const CurrencyAt currency = word_at(at);
  if (!currency) return std::nullopt;
  const bool pound = currency.code == "GBP" && p_.is_any(currency.end - 1, {"pound", "pounds"});
  // "500-pound bomb" where nothing else speaks of money in pounds
  if (pound &&
      (pounds_ == "lb" || (pounds_.empty() && hyphen && p_.is(currency.end - 1, "pound")) ||
       p_.is_any(currency.end, {"of"}))) {
    Figure weight = figure;
    weight.last = currency.end;
    AmountDraft draft = make(weight, AmountKind::measure, Exactness::measured);
    draft.amount.unit = "lb";
    return draft;
  }
  if (figure.from.fraction) return std::nullopt;
  if (p_.is(currency.end - 1, "won") && figure.from.value < 100)
    return std::nullopt;  // "group 3 won"
  Figure money = figure;
  money.last = currency.end;
  money.from.value *= currency.worth;
  money.from.step *= currency.worth;
  money.to.value *= currency.worth;
  AmountDraft draft = make(money, AmountKind::money, Exactness::measured);
  draft.amount.unit = currency.code;
  return draft;
}

MaybeAmount AmountReader::read_money(std::size_t i) const {
  if (MaybeAmount found = read_money_sign_first(i)) return found;
  const std::optional<Figure> figure = read_figure(i, MagnitudeLetters::no);
  if (!figure) return std::nullopt;
  if (MaybeAmount found = read_money_word_after(*figure)) return found;
  // "3.4m euros", "5bn"
  const std::optional<Figure> lettered = read_figure(i, MagnitudeLetters::yes);
  return lettered && lettered->last != figure->last ? read_money_word_after(*lettered)
                                                    : std::nullopt;
}

}  // namespace crossread
