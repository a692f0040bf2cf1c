#include "compare/slots.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/number.h"
#include "base/one_of.h"
#include "base/utf8.h"
#include "compare/slot_weights.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kWindow = 6;  // tokens to either side
constexpr std::int32_t kLeastChanceSame = 250;
constexpr std::int32_t kLeastChanceCompatible = 400;
constexpr std::int32_t kLeastChanceApart = 300;
constexpr std::int32_t kLeastOverlapOfGrains = 330;
constexpr std::int64_t kOtherGrain = 40;
constexpr std::int32_t kEqualBonus = 300;
constexpr std::int32_t kCompatibleBonus = 180;

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

// A change that is measured from some value: "up from $4.18 billion", "an increase from last year".
bool tells_a_change(const Document& document, Range before) {
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind != TokenKind::word) continue;
    if (is_one_of(document.folded(token), {"up", "down"})) return true;
    if (is_one_of(document.lemma(token), {"increase", "rise", "grow", "growth", "gain", "jump", "climb", "decrease",
                                          "decline", "fall", "drop", "slip", "change", "compare", "revise"})) {
      return true;
    }
  }
  return false;
}

// "not 4,812", "up from $4.18 billion", "201 as first announced". "From May 16" alone only begins.
bool is_restated(const Document& document, Range value, Range clause, bool is_time) {
  for (std::uint32_t back = 1; back <= 3 && value.first >= clause.first + back; ++back) {
    const std::uint32_t t = value.first - back;
    if (word_is(document, t, "not") || word_is(document, t, "than")) return true;
    const std::uint32_t reach = t > clause.first + 6 ? t - 6 : clause.first;
    if (word_is(document, t, "from") && (!is_time || tells_a_change(document, {reach, t}))) return true;
  }
  for (std::uint32_t t = value.last; t < std::min(value.last + 8, static_cast<std::uint32_t>(document.tokens.size() - 1)); ++t) {
    if (word_is(document, t, "first") || word_is(document, t, "originally") || word_is(document, t, "initially") ||
        word_is(document, t, "earlier") || word_is(document, t, "previously")) {
      return true;
    }
    if (document.tokens[t].kind == TokenKind::punctuation && word_is(document, t, ".")) break;
  }
  return false;
}

bool is_revised(const Document& document, Range value, Range clause) {
  static const Table kRevision = table("revision_words");
  const std::uint32_t first = std::max(clause.first, value.first > 12 ? value.first - 12 : 0);
  for (std::uint32_t t = first; t < value.first; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind == TokenKind::word && (kRevision.has(document.lemma(token)) || kRevision.has(document.folded(token)))) return true;
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
    if (!state_at(t).empty()) return left != kNone && value.first - left < t + 1 - value.last ? state_at(left) : state_at(t);
  }
  return left == kNone ? std::string_view{} : state_at(left);
}

Range tokens_of(const Analysis& analysis, const Value& value) {
  if (value.amount < analysis.amounts.size()) return analysis.amounts[value.amount].tokens;
  return analysis.times[value.time].tokens;
}

void count_rivals(std::vector<Slot>& slots) {
  std::map<std::pair<std::uint32_t, std::string>, std::int32_t> count;
  const auto key = [](const Slot& s) {
    return std::pair(s.unit, std::to_string(static_cast<int>(s.facet.kind)) + s.facet.base);
  };
  for (const Slot& slot : slots) ++count[key(slot)];
  for (Slot& slot : slots) slot.rivals = count[key(slot)] - 1;
}

bool are_synonyms(const EventTerms& terms, Term a, Term b) {
  const std::vector<Term>& list = terms.terms[a].synonyms;
  return std::binary_search(list.begin(), list.end(), b);
}

// Both have some, and none in common.
bool apart_in(const std::vector<Term>& a, const std::vector<Term>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](Term t) { return std::binary_search(b.begin(), b.end(), t); });
}

// More than three times as large: two amounts of money in one sentence, hardly two versions of one.
bool is_far(const Facet& a, const Facet& b) {
  if (a.kind == FindingKind::date || a.kind == FindingKind::time || a.kind == FindingKind::ordinal) return false;
  const double small = std::min(a.value, b.value);
  const double large = std::max(a.value, b.value);
  return small <= 0 ? large > 0 : large > 3 * small;
}

// A day and a year: one of them is hardly another version of the other.
bool other_grain(const Facet& a, const Facet& b) {
  if (a.kind != FindingKind::date || b.kind != FindingKind::date) return false;
  const std::int64_t x = a.days.high - a.days.low + 1, y = b.days.high - b.days.low + 1;
  return std::max(x, y) > kOtherGrain * std::min(x, y);
}

// "Monday" and "Monday": if they come to different days, that is a matter of datelines.
bool same_words(const std::vector<Analysis>& articles, const Slot& a, const Slot& b) {
  return equal_folded(articles[a.article].document.text(a.span), articles[b.article].document.text(b.span));
}

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (const std::uint32_t x : a) {
    if (std::find(b.begin(), b.end(), x) != b.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<Slot> find_slots(const std::vector<Analysis>& articles, const Event& event,
                             const EntityLinks& links, const EventTerms& terms) {
  const TermFinder find(terms);
  std::map<std::pair<ArticleIndex, std::uint32_t>, std::uint32_t> unit_of;
  for (std::uint32_t u = 0; u < terms.units.size(); ++u) {
    unit_of[{terms.units[u].article, terms.units[u].statement}] = u;
  }
  std::vector<Slot> slots;
  for (const ArticleIndex a : event.articles) {
    const Analysis& analysis = articles[a];
    for (std::uint32_t v = 0; v < analysis.values.size(); ++v) {
      const Value& value = analysis.values[v];
      const auto unit = unit_of.find({a, value.statement});
      if (unit == unit_of.end()) continue;
      Slot slot;
      slot.facet = facet_of(analysis, value);
      if (!slot.facet.usable) continue;
      slot.article = a;
      slot.value = v;
      slot.unit = unit->second;
      slot.span = value.span;
      const Statement& statement = analysis.statements[value.statement];
      slot.in_title = statement.in_title;
      slot.head = value.head.empty() ? Id<void>::kNone : find(value.head);
      slot.owner = links.of(a, value.owner);
      const Range own = tokens_of(analysis, value);
      const Range near{std::max(statement.tokens.first, own.first > kWindow ? own.first - kWindow : 0),
                       std::min(statement.tokens.last, own.last + kWindow)};
      slot.window = context_terms(analysis, a, near, own, links, find);
      for (const std::string& q : value.qualifiers) {
        const Term term = find(q);
        if (term != Id<void>::kNone) slot.qualifiers.push_back(term);
      }
      std::sort(slot.qualifiers.begin(), slot.qualifiers.end());
      for (const Term t : terms.units[slot.unit].terms) {
        const TermInfo& info = terms.terms[t];
        if (info.kind == TermKind::name) slot.names.push_back(t);
        if (info.kind == TermKind::day && slot.facet.kind != FindingKind::date) slot.days.push_back(t);
      }
      if (slot.facet.kind == FindingKind::number) slot.state = state_of(analysis.document, own, statement.tokens);
      slot.relative = value.time < analysis.times.size() && analysis.times[value.time].relative &&
                      analysis.document.published_from == DateSource::siblings;
      const bool is_time = slot.facet.kind == FindingKind::date || slot.facet.kind == FindingKind::time;
      slot.restated = is_restated(analysis.document, own, statement.tokens, is_time);
      slot.revised = !slot.restated && is_revised(analysis.document, own, statement.tokens);
      slots.push_back(std::move(slot));
    }
  }
  count_rivals(slots);
  return slots;
}

SlotFeatures slot_features(const Slot& a, const Slot& b, const EventTerms& terms, const Graph& graph,
                           const std::vector<std::vector<std::uint32_t>>& groups_of) {
  constexpr std::uint32_t kNone = Id<void>::kNone;
  SlotFeatures f{};
  const Unit& x = terms.units[a.unit];
  const Unit& y = terms.units[b.unit];
  const bool heads = a.head != kNone && b.head != kNone;
  f[0] = 1000;
  f[1] = std::min<Score>(2000, graph.score(a.unit, b.unit));
  f[2] = share(groups_of[a.unit], groups_of[b.unit]) ? 1000 : 0;
  f[3] = heads && a.head == b.head ? 1000 : 0;
  f[4] = heads && a.head != b.head && are_synonyms(terms, a.head, b.head) ? 1000 : 0;
  f[5] = heads && f[3] == 0 && f[4] == 0 ? 1000 : 0;
  f[6] = overlap(terms, a.window, b.window, 5);
  f[7] = overlap(terms, x, y, 6, Figures::mask);
  f[8] = a.owner.valid() && a.owner == b.owner ? 1000 : 0;
  f[9] = a.owner.valid() && b.owner.valid() && a.owner != b.owner ? 1000 : 0;
  f[10] = share(a.qualifiers, b.qualifiers) ? 1000 : 0;
  f[11] = overlap(terms, terms.sentences[x.sentence], terms.sentences[y.sentence], 6, Figures::mask);
  f[12] = 333 * std::min(3, std::max(a.rivals, b.rivals));
  f[13] = a.facet.kind == FindingKind::date ? 1000 : 0;
  f[14] = a.facet.kind == FindingKind::money || a.facet.kind == FindingKind::measure ? 1000 : 0;
  f[15] = a.in_title != b.in_title ? 1000 : 0;
  f[16] = apart_in(a.names, b.names) ? 1000 : 0;
  f[17] = apart_in(a.days, b.days) ? 1000 : 0;
  const bool slip = is_slip(a.facet, b.facet);
  f[18] = slip ? 1000 : 0;
  f[19] = a.in_title && b.in_title ? 1000 : 0;
  f[20] = !slip && is_far(a.facet, b.facet) ? 1000 : 0;
  const bool personal = a.facet.kind == FindingKind::age || a.facet.kind == FindingKind::ordinal;
  f[21] = personal && f[3] == 0 && f[4] == 0 && f[8] == 0 ? 1000 : 0;
  f[23] = !a.state.empty() && a.state == b.state ? 1000 : 0;
  f[24] = !a.state.empty() && !b.state.empty() && a.state != b.state ? 1000 : 0;
  f[22] = a.facet.is_range != b.facet.is_range || a.facet.vague != b.facet.vague ? 1000 : 0;
  return f;
}

bool is_slip(const Facet& a, const Facet& b) {
  const auto digits = [](const Facet& f) {
    std::string d;
    for (const char c : f.normal) {
      if (c >= '0' && c <= '9') d.push_back(c);
    }
    while (!d.empty() && d.back() == '0') d.pop_back();
    std::sort(d.begin(), d.end());
    return d;
  };
  const std::string x = digits(a);
  if (x.size() < 2 || x != digits(b)) return false;
  return a.normal != b.normal || a.unit != b.unit;
}

std::int32_t logistic(std::int64_t x) {
  // 1000 / (1 + e^-x) at x = 0, 0.5, … 8, between them straight lines.
  static constexpr std::array<std::int32_t, 17> kTable{500, 622, 731, 818, 881, 924, 953, 971, 982,
                                                       989, 993, 996, 998, 998, 999, 999, 1000};
  const bool negative = x < 0;
  const std::int64_t at = std::min<std::int64_t>(negative ? -x : x, 7999);
  const auto step = static_cast<std::size_t>(at / 500);
  const std::int32_t y = kTable[step] + static_cast<std::int32_t>((kTable[step + 1] - kTable[step]) * (at % 500) / 500);
  return negative ? 1000 - y : y;
}

std::int32_t same_slot(const SlotFeatures& features) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kSlotFeatures; ++i) sum += static_cast<std::int64_t>(features[i]) * kSlotWeights[i];
  return logistic(sum / 1000);
}

std::vector<SlotPair> pair_slots(const std::vector<Slot>& slots, const EventTerms& terms,
                                 const Graph& graph,
                                 const std::vector<std::vector<std::uint32_t>>& groups_of,
                                 const std::vector<Analysis>& articles) {
  // Candidates: slots whose clauses, or whose sentences' clauses, are neighbours in the graph. Both
  // sides may name a pair; it is judged once, from the smaller number, because features look from
  // the first to the second.
  std::vector<std::vector<std::uint32_t>> slots_of_sentence(terms.sentences.size());
  for (std::uint32_t s = 0; s < slots.size(); ++s) slots_of_sentence[terms.units[slots[s].unit].sentence].push_back(s);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
  std::vector<std::uint32_t> near;
  for (std::uint32_t u = 0; u < terms.units.size(); ++u) {
    const std::uint32_t own = terms.units[u].sentence;
    if (slots_of_sentence[own].empty()) continue;
    near.clear();
    for (const Edge& e : graph.of[u]) near.push_back(terms.units[e.to].sentence);
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const std::uint32_t s : slots_of_sentence[own]) {
      if (slots[s].unit != u) continue;
      for (const std::uint32_t sentence : near) {
        for (const std::uint32_t t : slots_of_sentence[sentence]) {
          if (slots[t].article != slots[s].article) candidates.emplace_back(std::min(s, t), std::max(s, t));
        }
      }
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<SlotPair> pairs;
  for (const auto& [s, t] : candidates) {
    const Compared c = compare_facets(slots[s].facet, slots[t].facet);
    if (c.relation == Relation::incomparable) continue;
    const bool apart = c.relation == Relation::apart;
    if (apart && same_words(articles, slots[s], slots[t])) continue;
    const SlotFeatures features = slot_features(slots[s], slots[t], terms, graph, groups_of);
    if (apart && other_grain(slots[s].facet, slots[t].facet) && features[6] < kLeastOverlapOfGrains) continue;
    pairs.push_back({s, t, c, same_slot(features)});
  }
  return pairs;
}

std::vector<SlotPair> settle_pairs(std::vector<SlotPair> pairs, const std::vector<Slot>& slots) {
  const auto bonus = [](const SlotPair& p) {
    return p.compared.relation == Relation::same ? kEqualBonus
           : p.compared.relation == Relation::compatible && !p.compared.far ? kCompatibleBonus : 0;
  };
  std::sort(pairs.begin(), pairs.end(), [&](const SlotPair& x, const SlotPair& y) {
    const std::int32_t p = x.chance + bonus(x);
    const std::int32_t q = y.chance + bonus(y);
    if (p != q) return p > q;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  // What a slot has already met in the other article.
  std::map<std::pair<std::uint32_t, ArticleIndex>, std::vector<std::uint32_t>> met;
  std::vector<SlotPair> kept;
  for (const SlotPair& pair : pairs) {
    const bool apart = pair.compared.relation == Relation::apart;
    const std::int32_t least = apart ? kLeastChanceApart
                               : pair.compared.relation == Relation::same ? kLeastChanceSame : kLeastChanceCompatible;
    if (pair.chance < least) continue;
    auto& of_a = met[{pair.a, slots[pair.b].article}];
    auto& of_b = met[{pair.b, slots[pair.a].article}];
    // A figure that has found its like in the other article differs from nothing there, and a
    // figure differs from one value of the other article at most.
    const auto agrees = [&](const std::vector<std::uint32_t>& list, std::uint32_t with) {
      return std::all_of(list.begin(), list.end(), [&](std::uint32_t s) {
        return compare_facets(slots[s].facet, slots[with].facet).relation == Relation::same;
      });
    };
    if (!agrees(of_a, pair.b) || !agrees(of_b, pair.a)) continue;
    // What an article only repeats in order to take it back does not stand in its own way.
    if (!slots[pair.b].restated) of_a.push_back(pair.b);
    if (!slots[pair.a].restated) of_b.push_back(pair.a);
    kept.push_back(pair);
  }
  std::sort(kept.begin(), kept.end(), [](const SlotPair& x, const SlotPair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return kept;
}

}  // namespace crossread
