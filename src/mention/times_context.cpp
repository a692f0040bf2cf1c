// What stands around a date: the tense of its clause, the dates named before it.
#include <algorithm>

#include "mention/times_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kReach = 25;       // pieces looked at on either side for a verb
constexpr std::size_t kRemembered = 12;  // periods kept as context

// future: will, due, scheduled; past: said, was, announced
Direction cue_at(const Pieces& p, std::size_t i) {
  static const Table kCues = table("tense_cues");
  if (!p.word(i)) return Direction::unknown;
  const std::string_view form = p.form(i);
  if (const Table::Row row = kCues.find(form)) {
    if (row.field(0) == "future") return Direction::future;
    return row.field(0) == "past" && !p.is(i - 1, "be") ? Direction::past : Direction::unknown;
  }
  if (form == "to" && p.is_any(i - 1, {"is", "are", "'s", "'re", "be"})) return Direction::future;
  if (form.size() < 5 || !form.ends_with("ed") || p.capitalised(i)) return Direction::unknown;
  // "to be completed", "will be sworn": the verb before it decides.
  return p.is(i - 1, "be") ? Direction::unknown : Direction::past;
}

}  // namespace

bool TimeReader::border_within(std::size_t i, std::size_t pieces) const {
  for (std::size_t k = 0; k < pieces; ++k) {
    if (p_.border(i - k)) return true;
  }
  return false;
}

Direction TimeReader::direction(std::size_t first, std::size_t last) const {
  std::size_t before = first - 1;
  if (p_.is_any(before, {"early", "late", "the", "last", "this"})) --before;
  if (p_.is(before, "since")) return Direction::past;
  if (p_.is_any(before, {"by", "until", "till"})) return Direction::future;
  if (p_.is(before, "to") &&
      p_.is_any(before - 1, {"moved", "delayed", "extended", "postponed", "brought", "pushed"}))
    return Direction::future;
  // "up from $4.18 billion on Tuesday": what is compared with has been.
  for (std::size_t k = first - 1; k + 7 > first && !p_.border(k) && !p_.is(k, ","); --k) {
    if (p_.is(k, "from") && p_.is_any(k - 1, {"up", "down", "change", "changed"}))
      return Direction::past;
  }
  if (p_.is(last, "'s")) {
    // "Sunday's vote" has been, unless the clause says that it will be.
    for (std::size_t k = first - 1; k + 8 > first && !p_.border(k); --k) {
      if (cue_at(p_, k) == Direction::future) return Direction::future;
    }
    for (std::size_t k = last + 1; k < last + 8 && !p_.border(k); ++k) {
      if (const Direction found = cue_at(p_, k); found != Direction::unknown) return found;
    }
    return Direction::past;
  }
  for (std::size_t k = first - 1; k + kReach > first && !p_.border(k); --k) {
    if (const Direction found = cue_at(p_, k); found != Direction::unknown) return found;
  }
  // "Talks resume Wednesday, officials said": behind the comma another clause begins, unless the
  // date opens the sentence.
  const bool opens = border_within(before, 2);
  for (std::size_t k = last; k < last + kReach && !p_.border(k); ++k) {
    if (!opens && p_.is(k, ",")) break;
    if (const Direction found = cue_at(p_, k); found != Direction::unknown) return found;
  }
  return Direction::unknown;
}

// "Last year, … was awarded a term Friday": no Friday near the dateline lies in last year.
bool TimeReader::contradicted(std::size_t first, Day day) const {
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    if (it->piece > first || first - it->piece > 40) return false;
    bool same_clause = true;
    bool verb = false;
    for (std::size_t k = it->piece; k < first; ++k) {
      if (p_.border(k) || p_.is_any(k, {";", ":", "\"", "“", "”", "that", "which", "who", "when",
                                        "while", "but", "after", "before", "than", "since"})) {
        same_clause = false;
      }
      if (cue_at(p_, k) == Direction::past) verb = true;
    }
    if (!same_clause) continue;
    const bool coarse = it->period.grain >= Grain::month;
    const bool opens = p_.starts_sentence(it->piece) || p_.is(it->piece - 1, "in");
    if (coarse && opens && verb && !days_of(it->period).contains({day, day})) return true;
  }
  return false;
}

// The year that a month, or a day of it, is meant of; 0 without a dateline.
int TimeReader::year_near(int month, int day, std::size_t first, std::size_t last) const {
  if (!dated()) return 0;
  const CivilDate now = civil(published_);
  const bool whole = day == 0;
  Day best_past = kNoDay;
  Day best_future = kNoDay;
  for (int year = now.year - 5; year <= now.year + 5; ++year) {
    const Day low = day_of(year, month, whole ? 1 : day);
    if (low == kNoDay) continue;
    const Day high = whole ? low + days_in_month(year, month) - 1 : low;
    if (low <= published_) best_past = low;
    if (high >= published_ && best_future == kNoDay) best_future = low;
  }
  if (best_past == kNoDay || best_future == kNoDay) {
    return civil(best_past != kNoDay ? best_past : best_future).year;
  }
  if (best_past == best_future) return civil(best_past).year;
  const int back = published_ - best_past;
  const int ahead = best_future - published_;
  bool past = back <= ahead;
  const Direction side = direction(first, last);
  if (side == Direction::past && !past && back <= 310) past = true;
  if (side == Direction::future && past && ahead <= 340) past = false;
  return civil(past ? best_past : best_future).year;
}

const Period* TimeReader::context(Grain grain, std::size_t i) const {
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    for (std::size_t k = it->piece; k < i; ++k) {
      if (p_.border(k)) return nullptr;
    }
    if (it->period.grain == grain) return &it->period;
    if (i - it->piece > 60) return nullptr;
  }
  return nullptr;
}

void TimeReader::remember(const TimeDraft& draft) {
  if (!draft.days.known()) return;
  if (draft.days.low == draft.days.high && (!dated() || draft.days.low <= published_))
    last_day_ = draft.days.low;
  if (draft.derived) return;
  if (!draft.period) return;
  if (recent_.size() == kRemembered) recent_.erase(recent_.begin());
  recent_.push_back({draft.first, *draft.period});
}

TimeDraft TimeReader::make_open(std::size_t first, std::size_t last, TimeType type) const {
  TimeDraft draft;
  draft.first = first;
  draft.last = last;
  draft.type = type;
  draft.relative = type == TimeType::date || type == TimeType::time;
  return draft;
}

TimeDraft TimeReader::make(std::size_t first, std::size_t last, Period period,
                           bool relative) const {
  TimeDraft draft = make_open(first, last, TimeType::date);
  draft.period = period;
  draft.value = timex_of(period);
  draft.days = days_of(period);
  draft.relative = relative;
  return draft;
}

TimeDraft TimeReader::make_range(std::size_t first, std::size_t last, Period from, Period to,
                                 bool relative) const {
  TimeDraft draft = make_open(first, last, TimeType::date);
  draft.value = timex_of(from) + "/" + timex_of(to);
  draft.days = {days_of(from).low, days_of(to).high};
  draft.relative = relative;
  return draft;
}

}  // namespace crossread
