// slots.h — which figures of two articles measure the same thing.
//
//     a: "killing at least 11 and leaving 46 missing"       dead: 11      missing: 46
//     b: "toll rose to 19 … Twenty-seven were missing"      dead: 19      missing: 27
//
// A pair of figures of one kind and unit gets a chance that both fill the same slot, from what
// stands around them: their clauses' score in the graph, the head ("term", "entity"), the owner
// (Putin's term is not Xi's), the words within six places, how alike the clauses are with figures
// masked, and how many rivals there are. A logistic model in whole numbers, no libm. The weights
// were set by hand with the stories in view; tools/train_slots.py fits them to labelled pairs. Then
// equal figures are paired first, compatible ones next, and only what is left over may differ.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/interval.h"
#include "compare/similarity.h"

namespace crossread {

// A figure or date of one article, with what stands around it.
struct Slot {
  ArticleIndex article = 0;
  std::uint32_t value = 0;               // index into Analysis::values
  std::uint32_t unit = Id<void>::kNone;  // of EventTerms::units
  Facet facet;
  Span span;
  bool in_title = false;
  Term head = Id<void>::kNone;
  CrossEntityId owner;
  std::vector<Term> window;      // words and names around it in its clause, sorted
  std::vector<Term> qualifiers;  // sorted
  std::vector<Term> names;       // of its clause, sorted
  std::vector<Term> days;        // of its clause, sorted, itself left out
  std::int32_t rivals = 0;       // other figures of its kind and unit in its clause
  std::string_view state;        // of a count: "dead", "missing", …; "" if no such word is near
  DayRange background;           // a long past day that its sentence tells of
  Day told_of = kNoDay;          // the last single day in its clause, itself left out
  bool relative = false;         // a date counted from a day the article only borrowed
  bool restated = false;         // "not 4,812", "up from $4.18 billion": what no longer holds
  bool revised = false;          // "corrected to", "raised to", "rose to": what holds now
  std::uint32_t replaces = Id<void>::kNone;  // the restated slot it takes the place of
};

std::vector<Slot> find_slots(const std::vector<Analysis>& articles, const Event& event,
                             const EntityLinks& links, const EventTerms& terms);

// What the model looks at; each is in thousandths, most of them 0 or 1000.
enum class SlotFeature : std::uint8_t {
  bias,
  clause_score,   // of the two clauses in the graph
  same_group,     // their clauses are in one fact
  same_head,      // "term" and "term"
  synonym_head,   // "jobs" and "positions"
  other_head,     // both have one, and neither of these
  window,         // how alike the words around are
  masked_clause,  // how alike the clauses are without figures
  same_owner,     // "Putin's" and "his"
  other_owner,
  shared_qualifier,  // "annual" and "annual"
  masked_sentence,
  rivals,  // other figures of the kind beside it
  is_date,
  is_amount,  // of money or a measure
  title_and_body,
  names_apart,  // both clauses name somebody, and nobody in common
  days_apart,
  slip,  // the same digits in another order, or one number with two units
  both_titles,
  far,                 // more than three times as large
  personal_elsewhere,  // an age or an ordinal, of nobody or nothing in common
  other_form,          // one a range or vague, the other not
  same_state,          // "dead" and "killed"
  other_state,         // "dead" and "missing"
  equal,
  telling,  // equal with three digits or more, or four digits in another order
  compatible,
  count
};
constexpr std::size_t kSlotFeatures = static_cast<std::size_t>(SlotFeature::count);

class SlotFeatures {
 public:
  std::int32_t& operator[](SlotFeature f) { return values_[static_cast<std::size_t>(f)]; }
  std::int32_t operator[](SlotFeature f) const { return values_[static_cast<std::size_t>(f)]; }
  bool has(SlotFeature f) const { return (*this)[f] != 0; }
  const std::array<std::int32_t, kSlotFeatures>& values() const { return values_; }

 private:
  std::array<std::int32_t, kSlotFeatures> values_{};
};

SlotFeatures slot_features(const Slot& a, const Slot& b, const EventTerms& terms,
                           const Graph& graph,
                           const std::vector<std::vector<std::uint32_t>>& groups_of);

// The mark of a slip rather than of two things: the same digits in another order, or one number
// with two units.
bool is_slip(const Facet& a, const Facet& b);

// Three digits that count: two articles on one event hardly have such a figure in common by chance.
bool is_telling(const Facet& facet);

// Chance in thousandths that two figures measure the same thing.
std::int32_t same_slot(const SlotFeatures& features);

// 1000 / (1 + e^-x) from a table, x in thousandths.
std::int32_t logistic(std::int64_t x);

struct SlotPair {
  std::uint32_t a = 0;  // of the slots, a < b
  std::uint32_t b = 0;
  Compared compared;
  std::int32_t chance = 0;  // thousandths
};

// All pairs of figures of different articles that can be compared and stand in like surroundings,
// sorted.
std::vector<SlotPair> pair_slots(const std::vector<Slot>& slots, const EventTerms& terms,
                                 const Graph& graph,
                                 const std::vector<std::vector<std::uint32_t>>& groups_of,
                                 const std::vector<Analysis>& articles);

// The pairs that stay: the likeliest first, equal figures before others. A figure that has met its
// like in the other article differs from nothing else there.
std::vector<SlotPair> settle_pairs(std::vector<SlotPair> pairs, const std::vector<Slot>& slots);

}  // namespace crossread
