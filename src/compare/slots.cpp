#include "compare/slots.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/sort.h"
#include "base/utf8.h"
#include "compare/slot_weights.h"

namespace crossread {
namespace {

constexpr std::int32_t kLeastChanceSame = 400;
constexpr std::int32_t kLeastChanceCompatible = 450;
constexpr std::int32_t kLeastChanceApart = 300;
constexpr std::int64_t kOtherGrain = 40;
constexpr std::size_t kTellingDigits = 3;
constexpr std::size_t kMostAlike = 200;  // figures of the same digits; more are no sign of anything
constexpr std::int32_t kEqualBonus = 300;
constexpr std::int32_t kCompatibleBonus = 180;

bool are_synonyms(const EventTerms& terms, Term a, Term b) {
  const std::vector<Term>& list = terms.terms[a].synonyms;
  return std::binary_search(list.begin(), list.end(), b);
}

// Both have some, and none in common.
bool apart_in(const std::vector<Term>& a, const std::vector<Term>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(),
                      [&](Term t) { return std::binary_search(b.begin(), b.end(), t); });
}

// More than three times as large: two amounts of money in one sentence, hardly two versions of one.
bool is_far(const Facet& a, const Facet& b) {
  if (a.kind == FindingKind::date || a.kind == FindingKind::time || a.kind == FindingKind::ordinal)
    return false;
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
  return equal_folded(articles[a.article].document.text(a.span),
                      articles[b.article].document.text(b.span));
}

// One tells of something long past that the other does not.
bool other_time(const Slot& a, const Slot& b) {
  if (!a.background.known() && !b.background.known()) return false;
  return !a.background.known() || !b.background.known() || !a.background.overlaps(b.background);
}

// What happened after an article was published cannot contradict it: a price of the next day. A
// running count and a figure that is said to be corrected may.
bool is_news_to(const std::vector<Analysis>& articles, const Slot& late, const Slot& early) {
  const Day published = articles[early.article].document.published;
  return late.told_of != kNoDay && published != kNoDay && late.told_of > published &&
         late.state.empty() && !late.revised && late.facet.kind != FindingKind::date;
}

bool may_differ(const std::vector<Analysis>& articles, const Slot& a, const Slot& b) {
  return !a.relative && !b.relative && !same_words(articles, a, b) &&
         !other_grain(a.facet, b.facet) && !other_time(a, b) && !is_news_to(articles, a, b) &&
         !is_news_to(articles, b, a);
}

// The digits of a figure in order of size, noughts at its end left out: "4,812" and "4,182" have
// the same ones.
std::string sorted_digits(const Facet& f) {
  std::string d;
  for (const char c : f.normal) {
    if (c >= '0' && c <= '9') d.push_back(c);
  }
  while (!d.empty() && d.back() == '0') d.pop_back();
  std::sort(d.begin(), d.end());
  return d;
}

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (const std::uint32_t x : a) {
    if (std::find(b.begin(), b.end(), x) != b.end()) return true;
  }
  return false;
}

}  // namespace

bool is_telling(const Facet& f) {
  return f.kind != FindingKind::date && f.kind != FindingKind::time &&
         f.kind != FindingKind::duration && sorted_digits(f).size() >= kTellingDigits;
}

SlotFeatures slot_features(const Slot& a, const Slot& b, const EventTerms& terms,
                           const Graph& graph,
                           const std::vector<std::vector<std::uint32_t>>& groups_of) {
  using F = SlotFeature;
  constexpr std::uint32_t kNone = Id<void>::kNone;
  const Unit& x = terms.units[a.unit];
  const Unit& y = terms.units[b.unit];
  const FindingKind kind = a.facet.kind;
  const bool heads = a.head != kNone && b.head != kNone;
  const bool one_head = heads && a.head == b.head;
  const bool near_head = heads && !one_head && are_synonyms(terms, a.head, b.head);
  const bool owners = a.owner.valid() && b.owner.valid();
  const bool one_owner = owners && a.owner == b.owner;
  const bool states = !a.state.empty() && !b.state.empty();
  const bool turned = is_slip(a.facet, b.facet);
  const Relation relation = compare_facets(a.facet, b.facet).relation;
  const bool personal = kind == FindingKind::age || kind == FindingKind::ordinal;
  // The head of an age is "age", which says nothing of whose it is.
  const bool one_thing = kind != FindingKind::age && (one_head || near_head);

  SlotFeatures f;
  const auto set = [&f](F feature, bool holds) { f[feature] = holds ? 1000 : 0; };
  f[F::bias] = 1000;
  f[F::clause_score] = std::min<Score>(2000, graph.score(a.unit, b.unit));
  set(F::same_group, share(groups_of[a.unit], groups_of[b.unit]));
  set(F::same_head, one_head);
  set(F::synonym_head, near_head);
  set(F::other_head, heads && !one_head && !near_head);
  f[F::window] = overlap(terms, a.window, b.window, 5);
  f[F::masked_clause] = overlap(terms, x, y, 6, Figures::mask);
  set(F::same_owner, one_owner);
  set(F::other_owner, owners && !one_owner);
  set(F::shared_qualifier, share(a.qualifiers, b.qualifiers));
  f[F::masked_sentence] =
      overlap(terms, terms.sentences[x.sentence], terms.sentences[y.sentence], 6, Figures::mask);
  f[F::rivals] = 333 * std::min(3, std::max(a.rivals, b.rivals));
  set(F::is_date, kind == FindingKind::date);
  set(F::is_amount, kind == FindingKind::money || kind == FindingKind::measure);
  set(F::title_and_body, a.in_title != b.in_title);
  set(F::names_apart, apart_in(a.names, b.names));
  set(F::days_apart, apart_in(a.days, b.days));
  set(F::slip, turned);
  set(F::both_titles, a.in_title && b.in_title);
  set(F::far, !turned && is_far(a.facet, b.facet));
  set(F::personal_elsewhere, personal && !one_thing && !one_owner);
  set(F::other_form, a.facet.is_range != b.facet.is_range || a.facet.vague != b.facet.vague);
  set(F::same_state, states && a.state == b.state);
  set(F::other_state, states && a.state != b.state);
  set(F::equal, relation == Relation::same);
  set(F::telling, (relation == Relation::same && is_telling(a.facet)) ||
                      (turned && sorted_digits(a.facet).size() > kTellingDigits));
  set(F::compatible, relation == Relation::compatible);
  return f;
}

bool is_slip(const Facet& a, const Facet& b) {
  const std::string x = sorted_digits(a);
  if (x.size() < 2 || x != sorted_digits(b)) return false;
  return a.normal != b.normal || a.unit != b.unit;
}

std::int32_t logistic(std::int64_t x) {
  // 1000 / (1 + e^-x) at x = 0, 0.5, … 8, between them straight lines.
  static constexpr std::array<std::int32_t, 17> kTable{500, 622, 731, 818, 881, 924, 953, 971, 982,
                                                       989, 993, 996, 998, 998, 999, 999, 1000};
  const bool negative = x < 0;
  const std::int64_t at = std::min<std::int64_t>(negative ? -x : x, 7999);
  const auto step = static_cast<std::size_t>(at / 500);
  const std::int32_t y = kTable[step] + static_cast<std::int32_t>(
                                            (kTable[step + 1] - kTable[step]) * (at % 500) / 500);
  return negative ? 1000 - y : y;
}

std::int32_t same_slot(const SlotFeatures& features) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kSlotFeatures; ++i)
    sum += static_cast<std::int64_t>(features.values()[i]) * kSlotWeights[i];
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
  for (std::uint32_t s = 0; s < slots.size(); ++s)
    slots_of_sentence[terms.units[slots[s].unit].sentence].push_back(s);
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
          if (slots[t].article != slots[s].article)
            candidates.emplace_back(std::min(s, t), std::max(s, t));
        }
      }
    }
  }
  // A figure of three digits and its like, or its like with digits swapped, wherever they stand.
  std::map<std::string, std::vector<std::uint32_t>> alike;
  for (std::uint32_t s = 0; s < slots.size(); ++s) {
    if (is_telling(slots[s].facet))
      alike[slots[s].facet.base + ' ' + sorted_digits(slots[s].facet)].push_back(s);
  }
  for (const auto& entry : alike) {
    const std::vector<std::uint32_t>& same = entry.second;
    for (std::size_t i = 0; i < same.size() && same.size() <= kMostAlike; ++i) {
      for (std::size_t j = i + 1; j < same.size(); ++j) {
        if (slots[same[i]].article != slots[same[j]].article)
          candidates.emplace_back(same[i], same[j]);
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
    if (apart && !may_differ(articles, slots[s], slots[t])) continue;
    const SlotFeatures features = slot_features(slots[s], slots[t], terms, graph, groups_of);
    pairs.push_back({s, t, c, same_slot(features)});
  }
  return pairs;
}

std::vector<SlotPair> settle_pairs(std::vector<SlotPair> pairs, const std::vector<Slot>& slots) {
  const auto bonus = [](const SlotPair& p) {
    return p.compared.relation == Relation::same                            ? kEqualBonus
           : p.compared.relation == Relation::compatible && !p.compared.far ? kCompatibleBonus
                                                                            : 0;
  };
  sort_by(pairs, [&](const SlotPair& x, const SlotPair& y) {
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
    const std::int32_t least = apart                                      ? kLeastChanceApart
                               : pair.compared.relation == Relation::same ? kLeastChanceSame
                                                                          : kLeastChanceCompatible;
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
  sort_by(kept,
          [](const SlotPair& x, const SlotPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  return kept;
}

}  // namespace crossread
