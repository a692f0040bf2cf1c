// term_slots.h — places of clauses that answer each other, and the words that stand there.
//
//     a: the ferry | capsized   | off Verdemar        one slot: capsized · shipwrecked · overturned
//     b: a ferry   | shipwrecked| in front of …       (the deeds); another: ferry · ferry · vessel
//     c: A vessel  | overturned | close to …          (the things)
//
// The clauses of a fact are laid beside the one that is most like the others: equal words, names,
// figures and dates are the posts, and between two posts a noun answers a noun, an adjective an
// adjective. Main verbs answer each other wherever they stand. A term is the words of its phrase:
// "filling of urns", "had agreed to buy". Global alignment after Needleman and Wunsch 1970.
// O(clause length²) a clause and fact.
#pragma once

#include <string>
#include <vector>

#include "claim/reading.h"
#include "compare/view.h"

namespace crossread {

struct SlotTerm {
  Evidence place;
  std::string key;  // lemma of its head, without accents
  bool operator==(const SlotTerm& other) const { return place == other.place; }
};

struct TermSlot {
  enum class Kind : std::uint8_t { deed, thing };
  Kind kind = Kind::thing;
  FactId fact;
  std::vector<SlotTerm> terms;  // by article, then place; of two articles at least
};

// The readings of an event's articles, by place in event.articles.
std::vector<Reading> read_event(const EventView& view);

// Every slot in which articles use different words.
std::vector<TermSlot> find_term_slots(const EventView& view, const std::vector<Reading>& readings);

// Listed as synonyms, or forms of one word: "victory", "victorious".
bool same_meaning(std::string_view a, std::string_view b);

}  // namespace crossread
