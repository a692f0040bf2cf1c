// support.h — which articles bear out one clause of a fact.
//
// A fact holds what is told alike on the whole. That is too little to print a clause of it with the
// names of all its sources: whoever is named has the clause's figures, each equal or compatible in
// the words of its own sentence, and a third of its words or the passage it was copied from.
//
//     fact: "killing three people and injuring 14" (A), "Five people have died" (B), "fourteen
//     were hurt" (B)
//     support.of(fact, A's clause) → A: nobody else tells of three
//
// Cost: O(members × values of their sentences + passages between the two articles).
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

class Support {
 public:
  explicit Support(const Comparison& comparison);  // kept, must outlive this

  // Articles of the fact that tell what `clause`, one of its own, tells; that one with them.
  // Sorted.
  std::vector<ArticleIndex> of(const Fact& fact, const Evidence& clause) const;

 private:
  bool holds(const StatementRef& ref, const Evidence& clause,
             const std::set<std::string_view>& asked) const;
  bool has_figures(const Evidence& clause, const Evidence& in) const;
  bool copied(const Evidence& x, const Evidence& y) const;

  const Comparison& c_;
  std::map<std::pair<ArticleIndex, ArticleIndex>, std::vector<const Reuse*>> reuse_;
};

// Lemmas of words that are not light, and figures.
std::set<std::string_view> content_lemmas(const Document& document, Range tokens);

}  // namespace crossread
