#include "mention/amounts.h"

#include <algorithm>

#include "mention/amounts_reader.h"

namespace crossread {
namespace {

// Pieces that lie in a time expression.
std::vector<bool> mark_times(const Pieces& pieces, const std::vector<TimeMention>& times) {
  std::vector<bool> marked(pieces.size(), false);
  std::size_t next = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces.border(i)) continue;
    while (next < times.size() && times[next].span.end <= pieces[i].span.begin) ++next;
    marked[i] = next < times.size() && times[next].span.overlaps(pieces[i].span);
  }
  return marked;
}

}  // namespace

std::string_view amount_kind_code(AmountKind kind) {
  switch (kind) {
    case AmountKind::money:
      return "MONEY";
    case AmountKind::percent:
    case AmountKind::percent_points:
      return "PERCENT";
    case AmountKind::count:
      return "COUNT";
    case AmountKind::measure:
      return "MEASURE";
    case AmountKind::age:
      return "AGE";
    case AmountKind::ordinal:
      return "ORDINAL";
    case AmountKind::score:
      return "SCORE";
    case AmountKind::rate:
      return "RATE";
  }
  return {};
}

AmountReader::AmountReader(const Pieces& pieces, const std::vector<bool>& in_time)
    : p_(pieces), in_time_(in_time) {
  bool pound_sign = false;
  for (std::size_t i = 0; i < p_.size(); ++i) {
    if ((p_[i].opens & bit(ValueRule::sign)) == 0) continue;
    if (cents_.empty() && p_.is(i, "$")) cents_ = "USD";
    if (cents_.empty() && (p_.is(i, "€") || p_.is(i, "euros"))) cents_ = "EUR";
    if (p_.is(i, "£") || p_.is_any(i, {"sterling", "pence", "britain", "uk", "england", "london"}))
      pound_sign = true;
    if (!pound_sign && p_.is_any(i, {"weighing", "weighed", "weighs", "weigh", "weight"}))
      pounds_ = "lb";
  }
  if (pound_sign) pounds_ = "GBP";
}

AmountDraft AmountReader::make(const Figure& figure, AmountKind kind, Exactness exactness) const {
  AmountDraft draft;
  draft.first = figure.first;
  draft.last = figure.last;
  Amount& amount = draft.amount;
  amount.kind = kind;
  const HedgeBefore hedge = hedge_before(p_, figure.first);
  amount.hedge = in_time(hedge.first) ? Hedge::none : hedge.kind;
  amount.value = figure.from.value;
  amount.approximate_words = figure.from.approximate;
  if (figure.range) {
    amount.is_range = true;
    amount.low = figure.from.value;
    amount.high = figure.to.value;
    return draft;
  }
  Numeral magnitude = figure.from;
  const bool negative = magnitude.value < 0;
  if (negative) magnitude.value = -magnitude.value;
  const Interval range = interval_of(magnitude, amount.hedge, exactness);
  amount.low = negative ? -range.high : range.low;
  amount.high = negative ? -range.low : range.high;
  return draft;
}

MaybeAmount AmountReader::read(std::size_t i, std::size_t& skip) const {
  skip = i + 1;
  if ((p_.opens(i) & bit(ValueRule::amount)) == 0) return std::nullopt;
  return read_all(i, skip);
}

MaybeAmount AmountReader::read_all(std::size_t i, std::size_t& skip) const {
  skip = i + 1;
  if (p_.border(i) || in_time(i)) return std::nullopt;
  if (MaybeAmount money = read_money(i)) return money;
  if (MaybeAmount percent = read_percent_words(i)) return percent;
  if (MaybeAmount score = read_score(i)) return score;
  if (MaybeAmount ordinal = read_ordinal_of(i)) return ordinal;
  if (const std::optional<Numeral> n = read_ordinal(p_, i)) {
    skip = n->end;  // an ordinal that is none must not be read as "75"
    return std::nullopt;
  }
  const std::optional<Figure> figure = read_figure(i, MagnitudeLetters::no);
  if (!figure) return std::nullopt;
  const std::size_t number = p_.is(i, "between") || p_.is(i, "-") ? i + 1 : i;
  if (MaybeAmount percent = read_percent(*figure)) return percent;
  if (MaybeAmount age = read_age(*figure)) return age;
  if (const std::size_t end = identifier_end(number); end != number) {
    skip = end;
    return std::nullopt;
  }
  if (MaybeAmount measure = read_measure(*figure)) return measure;
  if (MaybeAmount rate = read_rate(i)) return rate;
  if (figure->from.fraction) {
    skip = figure->last;
    return std::nullopt;
  }
  if (const std::optional<Figure> lettered = read_figure(i, MagnitudeLetters::yes);
      lettered && lettered->last != figure->last) {
    if (MaybeAmount count = read_count(*lettered)) return count;
  }
  MaybeAmount count = read_count(*figure);
  if (!count) skip = figure->last;
  return count;
}

std::vector<Amount> find_amounts(const Document& document, const std::vector<TimeMention>& times) {
  const Pieces pieces(document);
  const std::vector<bool> in_time = mark_times(pieces, times);
  const AmountReader reader(pieces, in_time);
  std::vector<Amount> found;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t skip = i + 1;
    MaybeAmount draft = reader.read(i, skip);
    if (!draft) {
      i = skip;
      continue;
    }
    Amount amount = std::move(draft->amount);
    amount.span = pieces.span_of(draft->first, draft->last);
    amount.tokens = pieces.tokens_of(draft->first, draft->last);
    const auto begin = in_time.begin() + static_cast<std::ptrdiff_t>(draft->first);
    const auto end = in_time.begin() + static_cast<std::ptrdiff_t>(draft->last);
    if (std::find(begin, end, true) != end) {
      i = skip;
      continue;
    }
    found.push_back(std::move(amount));
    i = draft->last;
  }
  return found;
}

}  // namespace crossread
