#include "mention/times.h"

#include "mention/times_reader.h"

namespace crossread {

MaybeTime TimeReader::read(std::size_t i) const {
  if (p_.border(i) || p_[i].kind == PieceKind::mark) {
    return p_.is_any(i, {"'", "’"}) ? read_year(i) : std::nullopt;
  }
  MaybeTime best;
  const auto consider = [&best](MaybeTime found) {
    if (found && (!best || found->last > best->last)) best = std::move(found);
  };
  consider(read_written_date(i));
  if (MaybeTime weekday = read_weekday(i)) consider(with_part_of_day(std::move(*weekday)));
  consider(read_day_word(i));
  consider(read_early_late_on(i));
  consider(read_clock(i));
  consider(read_this_last_next(i));
  consider(read_last_part(i));
  consider(read_part_of_year(i));
  consider(read_edge(i));
  consider(read_decade_or_century(i));
  consider(read_neighbour(i));
  consider(read_that(i));
  consider(read_festival(i));
  consider(read_set(i));
  consider(read_duration(i));
  consider(read_unit_long(i));
  consider(read_reference(i));
  if (!best) consider(read_year(i));
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
