#include "mention/times.h"

#include <bit>
#include <iterator>
#include <utility>

#include "mention/times_reader.h"

namespace crossread {

namespace {

using Rule = MaybeTime (TimeReader::*)(std::size_t) const;

}  // namespace

MaybeTime TimeReader::read_weekday_part(std::size_t i) const {
  MaybeTime weekday = read_weekday(i);
  return weekday ? with_part_of_day(std::move(*weekday)) : std::nullopt;
}

MaybeTime TimeReader::read(std::size_t i, ValueRules rules) const {
  // In the order of ValueRule; of two that reach as far the first stands.
  static constexpr Rule kRules[] = {
      &TimeReader::read_written_date, &TimeReader::read_weekday_part,
      &TimeReader::read_day_word,     &TimeReader::read_early_late_on,
      &TimeReader::read_clock,        &TimeReader::read_this_last_next,
      &TimeReader::read_last_part,    &TimeReader::read_part_of_year,
      &TimeReader::read_edge,         &TimeReader::read_decade_or_century,
      &TimeReader::read_neighbour,    &TimeReader::read_that,
      &TimeReader::read_festival,     &TimeReader::read_set,
      &TimeReader::read_duration,     &TimeReader::read_unit_long,
      &TimeReader::read_reference};
  static_assert(std::size(kRules) == static_cast<std::size_t>(ValueRule::year));
  if (p_.border(i) || p_[i].kind == PieceKind::mark) {
    return p_.is_any(i, {"'", "’"}) ? read_year(i) : std::nullopt;
  }
  MaybeTime best;
  for (ValueRules left = rules & (bit(ValueRule::year) - 1); left != 0; left &= left - 1) {
    MaybeTime found = (this->*kRules[std::countr_zero(left)])(i);
    if (found && (!best || found->last > best->last)) best = std::move(found);
  }
  if (!best && (rules & bit(ValueRule::year)) != 0) best = read_year(i);
  return best;
}

std::vector<TimeMention> find_times(const Document& document) {
  const Pieces pieces(document);
  TimeReader reader(pieces, document.published);
  std::vector<TimeMention> found;
  for (std::size_t i = 0; i < pieces.size();) {
    MaybeTime draft = reader.read(i);
    if (!draft) {
      ++i;
      continue;
    }
    reader.remember(*draft);
    TimeMention mention;
    mention.span = pieces.span_of(draft->first, draft->last);
    mention.tokens = pieces.tokens_of(draft->first, draft->last);
    mention.type = draft->type;
    mention.value = std::move(draft->value);
    mention.days = draft->days;
    mention.low_days = draft->length.low;
    mention.high_days = draft->length.high;
    mention.relative = draft->relative;
    mention.vague = draft->vague;
    mention.stale = draft->stale;
    found.push_back(std::move(mention));
    i = draft->last;
  }
  return found;
}

}  // namespace crossread
