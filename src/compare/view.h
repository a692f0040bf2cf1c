// view.h — what every kind of verdict looks at: one event, aligned.
//
//     a: [Rain flooded 40 houses] [and a bridge fell]      b: [Water stood in 42 houses]
//     units 0, 1 and 2    groups {0 2} {1}    groups_of 0 → {0}, 1 → {1}, 2 → {0}
//
// A unit is a clause of one article; which one, `statement` tells. A view owns nothing and is made
// once an event, when its clauses have found each other: what takes one reads it and returns
// findings. `groups` may grow between two of them (facts.h), never shrink or change places. What
// else all of them need stands here too: evidence of a length that can be shown, which article is
// the later one, what it is called. O(1), evidence_around O(tokens it spans).
#pragma once

#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/link.h"
#include "compare/similarity.h"

namespace crossread {

using Groups = std::vector<std::vector<std::uint32_t>>;  // units of terms.units, each list sorted

struct EventView {
  const std::vector<Analysis>& articles;
  const Event& event;
  const EntityLinks& links;
  const EventTerms& terms;
  const Graph& graph;
  const Groups& groups;     // facts: clauses that tell the same thing
  const Groups& groups_of;  // by unit: its groups

  const Analysis& analysis(const Unit& unit) const { return articles[unit.article]; }
  const Statement& statement(const Unit& unit) const {
    return articles[unit.article].statements[unit.statement];
  }
};

// No evidence is longer.
constexpr std::uint32_t kMostEvidence = 400;

// `clause` if it is short enough, else the part of it around `words`, cut at token borders.
Span evidence_around(const Document& document, Span clause, Span words);

// A group that holds both units; none: the first group of `a`.
FactId common_group(const EventView& view, std::uint32_t a, std::uint32_t b);

// Which of two articles is the later one: +1 if `b` is, -1 if `a` is, 0 if nobody can tell. Days
// decide, and date-times with a zone where the day is the same.
int later(const Analysis& a, const Analysis& b);

// "000_92ef" stays as it is; used in sentences: the outlet if known, else the id.
std::string source_name(const Analysis& analysis);

}  // namespace crossread
