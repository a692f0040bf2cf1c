// What stands around each figure: the first half of slots.h.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/one_of.h"
#include "base/utf8.h"
#include "compare/slots.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kWindow = 6;          // tokens to either side
constexpr std::uint32_t kRestatedReach = 3;   // tokens between "not", "from" and the figure
constexpr std::uint32_t kAnnouncedReach = 4;  // and between the figure and "as first announced"
constexpr std::uint32_t kRevisedReach = 12;
constexpr Day kLongPast = 60;  // days before its article that make a day background

class TermFinder {
 public:
  explicit TermFinder(const EventTerms& terms) {
    for (Term t = 0; t < terms.terms.size(); ++t) numbers_.emplace(terms.terms[t].key, t);
  }
  Term operator()(std::string_view key) const {
    const auto place = numbers_.find(fold_accents(key));
    return place == numbers_.end() ? Id<void>::kNone : place->second;
  }

 private:
  std::unordered_map<std::string, Term> numbers_;
};

// The terms of words and names in the tokens, without figures.
std::vector<Term> context_terms(const Analysis& analysis, ArticleIndex article, Range tokens,
                                Range without, const EntityLinks& links, const TermFinder& find) {
  std::vector<Term> out;
  const Document& document = analysis.document;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (without.contains(t) || document.tokens[t].kind != TokenKind::word) continue;
    const Term term = find(document.lemma(document.tokens[t]));
    if (term != Id<void>::kNone) out.push_back(term);
  }
  for (std::size_t n = 0; n < analysis.names.size(); ++n) {
    if (!tokens.overlaps(analysis.names[n].tokens)) continue;
    const CrossEntityId entity = links.of(article, analysis.entities.of_mention[n]);
    if (!entity.valid()) continue;
    const Term term = find("@" + std::to_string(entity.value));
    if (term != Id<void>::kNone) out.push_back(term);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool word_is(const Document& document, std::uint32_t token, std::string_view word) {
  return token < document.tokens.size() && document.folded(document.tokens[token]) == word;
}

bool is_mark(const Document& document, std::uint32_t token) {
  return document.tokens[token].kind == TokenKind::punctuation &&
         is_one_of(document.folded(document.tokens[token]), {".", ",", ";", ":", "!", "?"});
}

// A change that is measured from some value: "up from $4.18 billion", "shrinks to 16 from 18".
bool tells_a_change(const Document& document, Range before) {
  static const Table kChange = table("change_words");
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind != TokenKind::word) continue;
    if (kChange.has(document.lemma(token)) || kChange.has(document.folded(token))) return true;
  }
  return false;
}

// "201 as first announced", "than previously reported".
bool is_as_announced(const Document& document, std::uint32_t word) {
  static const Table kSaying = table("saying_verbs");
  if (!is_one_of(document.folded(document.tokens[word]),
                 {"first", "originally", "initially", "earlier", "previously"})) {
    return false;
  }
  if (word > 0 && is_one_of(document.folded(document.tokens[word - 1]), {"as", "than"}))
    return true;
  return word + 1 < document.tokens.size() &&
         (kSaying.has(document.folded(document.tokens[word + 1])) ||
          is_one_of(document.lemma(document.tokens[word + 1]),
                    {"think", "believe", "estimate", "give", "thought"}));
}

// "had previously forecast 2.3%", "originally put at 9".
bool is_former(const Document& document, std::uint32_t word) {
  return is_one_of(document.folded(document.tokens[word]),
                   {"previously", "originally", "initially"});
}

// "not 4,812", "up from $4.18 billion", "rather than 9", "201 as first announced". "From May 16",
// "nine stations from which" and "more than 100" take nothing back.
bool is_restated(const Document& document, Range value, Range clause) {
  for (std::uint32_t back = 1; back <= kRestatedReach && value.first >= clause.first + back;
       ++back) {
    const std::uint32_t t = value.first - back;
    if (document.tokens[t].kind == TokenKind::number || is_mark(document, t)) break;
    if (is_former(document, t)) return true;
    if (word_is(document, t, "not")) {
      return !is_one_of(document.folded(document.tokens[t + 1]),
                        {"only", "more", "less", "fewer", "just", "all", "even", "yet"});
    }
    if (word_is(document, t, "than") && t > 0 && word_is(document, t - 1, "rather")) return true;
    const std::uint32_t reach = t > clause.first + 7 ? t - 7 : clause.first;
    if (word_is(document, t, "from") && tells_a_change(document, {reach, t})) return true;
  }
  const auto end = static_cast<std::uint32_t>(document.tokens.size() - 1);
  for (std::uint32_t t = value.last; t < std::min(value.last + kAnnouncedReach, end); ++t) {
    if (document.tokens[t].kind == TokenKind::number || is_mark(document, t)) break;
    if (is_as_announced(document, t)) return true;
  }
  return false;
}

// "now 4,796", "corrected to", "final turnout was"; "rose to 19", but not "rose 19 percent"; of a
// day only "moved to Sept. 16".
bool is_revised(const Document& document, Range value, Range clause, bool is_date) {
  static const Table kRevision = table("revision_words");
  const std::uint32_t first =
      std::max(clause.first, value.first > kRevisedReach ? value.first - kRevisedReach : 0);
  bool to = false;
  for (std::uint32_t t = value.first; t > first && value.first - t < 3;) {
    if (word_is(document, --t, "to")) to = true;
  }
  for (std::uint32_t t = first; t < value.first; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind != TokenKind::word) continue;
    Table::Row row = kRevision.find(document.folded(token));
    if (!row) row = kRevision.find(document.lemma(token));
    if (row && (to || (!is_date && row.field(0).empty()))) return true;
  }
  return false;
}

// The nearest word to either side that names a state, no other number between: "killing at least 11
// and leaving 46 missing". At equal distance the one behind the number.
std::string_view state_of(const Document& document, Range value, Range clause) {
  static const Table kStates = table("running_counts");
  constexpr std::uint32_t kNone = Id<void>::kNone;
  const auto state_at = [&](std::uint32_t t) {
    Table::Row row = kStates.find(document.folded(document.tokens[t]));
    if (!row) row = kStates.find(document.lemma(document.tokens[t]));
    return row.field(0);
  };
  std::uint32_t left = kNone;
  for (std::uint32_t t = value.first; t > clause.first && value.first - t < 7;) {
    if (document.tokens[--t].kind == TokenKind::number) break;
    if (!state_at(t).empty()) {
      left = t;
      break;
    }
  }
  for (std::uint32_t t = value.last; t < clause.last && t < value.last + 7; ++t) {
    if (document.tokens[t].kind == TokenKind::number) break;
    if (!state_at(t).empty())
      return left != kNone && value.first - left < t + 1 - value.last ? state_at(left)
                                                                      : state_at(t);
  }
  return left == kNone ? std::string_view{} : state_at(left);
}

// "Nov. 12" and "Wednesday" name their day whatever date the article borrowed: only the year or the
// week is taken over. "Yesterday" and "last Wednesday" name none.
bool names_its_day(const Document& document, const TimeMention& time) {
  static const Table kWeekdays = table("weekdays");
  const std::string_view words = document.text(time.span);
  const bool digit =
      std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digit || (time.tokens.size() == 1 &&
                   kWeekdays.has(document.folded(document.tokens[time.tokens.first])));
}

Range tokens_of(const Analysis& analysis, const Value& value) {
  if (value.amount < analysis.amounts.size()) return analysis.amounts[value.amount].tokens;
  return analysis.times[value.time].tokens;
}

// The times that touch some tokens, without those of a figure itself; they stand in the order of
// the text.
std::vector<const TimeMention*> times_in(const Analysis& analysis, Range tokens, Range without) {
  std::vector<const TimeMention*> out;
  auto time =
      std::partition_point(analysis.times.begin(), analysis.times.end(),
                           [&](const TimeMention& t) { return t.tokens.last <= tokens.first; });
  for (; time != analysis.times.end() && time->tokens.first < tokens.last; ++time) {
    if (!without.overlaps(time->tokens)) out.push_back(&*time);
  }
  return out;
}

// Days that somebody tells of, not those that something is counted or compared from.
bool tells_of(const Document& document, const TimeMention& time) {
  if (!time.days.known()) return false;
  return time.tokens.first == 0 ||
         !is_one_of(document.folded(document.tokens[time.tokens.first - 1]),
                    {"since", "from", "than", "until", "till", "before", "after", "by"});
}

// "In September 2011 the Juniper fire burned 4,700 hectares": the long past days of a sentence, or,
// where it names none at all, of the one before it in the paragraph.
DayRange background_of(const Analysis& analysis, std::uint32_t sentence, Range own) {
  const Document& document = analysis.document;
  if (document.published == kNoDay) return {};
  for (const bool before : {false, true}) {
    if (before && (sentence == 0 ||
                   document.sentences[sentence - 1].block != document.sentences[sentence].block)) {
      break;
    }
    const Range tokens = document.sentences[before ? sentence - 1 : sentence].tokens;
    DayRange found;
    bool any = false;
    for (const TimeMention* time : times_in(analysis, tokens, own)) {
      any = any || time->days.known();
      if (tells_of(document, *time) && time->days.high < document.published - kLongPast)
        found = time->days;
    }
    if (any) return found;
  }
  return {};
}

// The last single day in a clause.
Day told_of(const Analysis& analysis, Range clause, Range own) {
  Day last = kNoDay;
  for (const TimeMention* time : times_in(analysis, clause, own)) {
    if (!tells_of(analysis.document, *time) || time->days.low != time->days.high) continue;
    last = last == kNoDay ? time->days.low : std::max(last, time->days.low);
  }
  return last;
}

void count_rivals(std::vector<Slot>& slots) {
  std::map<std::pair<std::uint32_t, std::string>, std::int32_t> count;
  const auto key = [](const Slot& s) {
    return std::pair(s.unit, std::to_string(static_cast<int>(s.facet.kind)) + s.facet.base);
  };
  for (const Slot& slot : slots) count[key(slot)] += slot.restated ? 0 : 1;
  for (Slot& slot : slots) slot.rivals = std::max(0, count[key(slot)] - (slot.restated ? 0 : 1));
}

// A figure and the one it takes the place of, in the text's own words: "204, not 201 as first
// announced". Of several the nearest before it, else behind it.
void find_replaced(std::vector<Slot>& slots, const EventTerms& terms) {
  const auto sentence = [&](const Slot& s) { return terms.units[s.unit].sentence; };
  for (std::uint32_t r = 0; r < slots.size(); ++r) {
    if (!slots[r].restated) continue;
    std::uint32_t best = Id<void>::kNone;
    for (std::uint32_t s = 0; s < slots.size(); ++s) {
      if (slots[s].restated || sentence(slots[s]) != sentence(slots[r])) continue;
      if (slots[s].facet.kind != slots[r].facet.kind || slots[s].facet.base != slots[r].facet.base)
        continue;
      if (compare_facets(slots[s].facet, slots[r].facet).relation == Relation::same) continue;
      if (best == Id<void>::kNone || s < r) best = s;
    }
    if (best == Id<void>::kNone) continue;
    slots[best].replaces = r;
    slots[best].revised = true;
  }
}

}  // namespace

std::vector<Slot> find_slots(const std::vector<Analysis>& articles, const Event& event,
                             const EntityLinks& links, const EventTerms& terms) {
  const TermFinder find(terms);
  std::map<std::pair<ArticleIndex, std::uint32_t>, std::uint32_t> unit_of;
  std::map<std::pair<ArticleIndex, std::uint32_t>, std::uint32_t> first_of_sentence;
  for (std::uint32_t u = 0; u < terms.units.size(); ++u) {
    const Unit& unit = terms.units[u];
    unit_of[{unit.article, unit.statement}] = u;
    first_of_sentence.try_emplace(
        {unit.article, articles[unit.article].statements[unit.statement].sentence}, u);
  }
  std::vector<Slot> slots;
  for (const ArticleIndex a : event.articles) {
    const Analysis& analysis = articles[a];
    for (std::uint32_t v = 0; v < analysis.values.size(); ++v) {
      const Value& value = analysis.values[v];
      Slot slot;
      slot.facet = facet_of(analysis, value);
      if (!slot.facet.usable) continue;
      const Range own = tokens_of(analysis, value);
      // What stands in an attribution ("according to the survey of 1,204 people, …") belongs to the
      // first clause of its sentence.
      const std::uint32_t sentence = analysis.document.sentence_at(value.span.begin);
      Range around;
      if (const auto unit = unit_of.find({a, value.statement}); unit != unit_of.end()) {
        slot.unit = unit->second;
        around = analysis.statements[value.statement].tokens;
      } else {
        const auto first = first_of_sentence.find({a, sentence});
        if (first == first_of_sentence.end()) continue;
        slot.unit = first->second;
        around = analysis.document.sentences[sentence].tokens;
      }
      slot.article = a;
      slot.value = v;
      slot.span = value.span;
      slot.in_title = terms.units[slot.unit].in_title;
      slot.head = value.head.empty() ? Id<void>::kNone : find(value.head);
      slot.owner = links.of(a, value.owner);
      const Range near{std::max(around.first, own.first > kWindow ? own.first - kWindow : 0),
                       std::min(around.last, own.last + kWindow)};
      slot.window = context_terms(analysis, a, near, own, links, find);
      for (const std::string& q : value.qualifiers) {
        const Term term = find(q);
        if (term != Id<void>::kNone) slot.qualifiers.push_back(term);
      }
      std::sort(slot.qualifiers.begin(), slot.qualifiers.end());
      for (const Term t : terms.units[slot.unit].terms) {
        const TermInfo& info = terms.terms[t];
        if (info.kind == TermKind::name) slot.names.push_back(t);
        if (info.kind == TermKind::day && slot.facet.kind != FindingKind::date)
          slot.days.push_back(t);
      }
      if (slot.facet.kind == FindingKind::number)
        slot.state = state_of(analysis.document, own, around);
      slot.background = background_of(analysis, sentence, own);
      slot.told_of = told_of(analysis, around, own);
      slot.relative = value.time < analysis.times.size() && analysis.times[value.time].relative &&
                      analysis.document.published_from == DateSource::siblings &&
                      !names_its_day(analysis.document, analysis.times[value.time]);
      slot.restated = is_restated(analysis.document, own, around);
      slot.revised = !slot.restated && is_revised(analysis.document, own, around,
                                                  slot.facet.kind == FindingKind::date);
      slots.push_back(std::move(slot));
    }
  }
  find_replaced(slots, terms);
  count_rivals(slots);
  return slots;
}

}  // namespace crossread
