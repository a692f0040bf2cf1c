// arrows.h — which of two kin articles was there first: what speaks for it, with its words.
//
//     a: 61,483 watched        b: more than 61,000 watched         rounded     a → b
//     a: “Yes, but not now”    b: “Yes”                            quote_cut   a → b
//     b: (With information of a's agency)                          credit      a → b
//     a: 4 March               b: 5 March                          earlier     a → b
//     b: "Verdemarleaving"     glued words, as machines leave them damaged     a → b
//     a: KALNIK (UP) —         the dateline of an agency           dateline    a → b
//
// Nothing turns these round: a rounded figure never becomes exact again. Each leaning is a weight
// in thousandths of log odds; positive speaks for a → b. Figures and quotations are compared inside
// aligned sentences alone. Dates borrowed from other articles say nothing.
// O(aligned sentences · their figures).
#pragma once

#include <vector>

#include "compare/credit.h"
#include "compare/reuse.h"

namespace crossread {

struct Leaning {
  std::int32_t weight = 0;  // > 0: the first article was there first
  LineageReason reason;
};

struct Arrows {
  std::vector<Leaning> leanings;
  std::uint32_t finer_first = 0;  // figures that the first article gives more exactly
  std::uint32_t finer_second = 0;
  std::int32_t damaged = 0;  // 1: only the second has machine damage, -1: only the first
  bool credited = false;     // one names the other as its source

  // A figure that is exact in the younger and rounded in the older: it came from somewhere else.
  bool contradict() const {
    return (finer_first > 0 && finer_second > 0) || (damaged > 0 && finer_second > 0) ||
           (damaged < 0 && finer_first > 0);
  }

  std::int32_t sum() const;
};

// Of the articles at two places of event.articles.
Arrows find_arrows(const EventView& view, const ReuseResult& reuse,
                   const std::vector<Credits>& credits, std::uint32_t first, std::uint32_t second);

}  // namespace crossread
