// similarity.h — how much two clauses tell the same thing.
//
//     sh(A,B)   weight of the shared terms; a synonym counts half
//     f_k(A,B)  = sh / sqrt(max(k,W_A)·max(k,W_B))
//     u(A,B)    = f_12 + .2·shared neighbours + .15·f_6(their sentences) + .1·rare + .1·mass
//     hub(A,B)  = mean of the two best min(u(A,C), u(C,B)) over clauses C of third articles
//     score     = u + .4·hub + order + preference
//
// Two parts were measured on the stories: «order» (where the sentences around A and B also match, a
// rewrite is being followed line by line: up to .15) and «preference» (A and B are each other's
// favourite in the other article: up to .3, and down to -.2 where both have a better one).
// Candidates come from postings: only clauses that share a term are looked at. Terms in more than a
// fifth of the sentences open no candidates once the event is large. Near linear in practice; worst
// case O(clauses²) additions of one number.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/terms.h"

namespace crossread {

using Score = std::int32_t;  // 1'000 is 1.0
constexpr Score kScoreOne = 1'000;

struct Edge {
  std::uint32_t to = 0;  // a unit
  Score base = 0;        // u
  Score score = 0;       // u + hub + order + preference
};

// Two sentences that stand in the same place of two articles.
struct Match {
  std::uint32_t a = 0;  // of EventTerms::sentences
  std::uint32_t b = 0;
  Score score = 0;  // best edge between them; 0 where only their places say so
};

// Two articles, the first with the smaller number, of which one retells the other; see follow.h.
struct Retelling {
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  std::vector<Match> matches;  // in order in both
};

// Neighbours of each unit, sorted by `to`; symmetric.
struct Graph {
  std::vector<std::vector<Edge>> of;
  std::vector<Retelling> retellings;  // by pair of articles

  const Edge* find(std::uint32_t a, std::uint32_t b) const;
  Score score(std::uint32_t a, std::uint32_t b) const {
    const Edge* edge = find(a, b);
    return edge == nullptr ? 0 : edge->score;
  }
  bool retold(const Unit& a, const Unit& b) const;  // does a retelling match their sentences?
};

// Weight of what two units share; `soft` is the part that comes through synonyms.
struct Shared {
  Weight all = 0;
  Weight soft = 0;
  Weight rarest = 0;
  std::uint32_t terms = 0;  // shared exactly
};
Shared shared_terms(const EventTerms& event, const std::vector<Term>& a,
                    const std::vector<Term>& b);

// What two units share without their figures, as a part of the lighter one's weight.
Score held(const EventTerms& event, const Unit& a, const Unit& b);

// f_k of two units, with the terms of kind value and day left out when asked: how alike are they
// apart from their figures?
enum class Figures : std::uint8_t { keep, mask };
Score overlap(const EventTerms& event, const Unit& a, const Unit& b, int k,
              Figures figures = Figures::keep);
// The same of any two sorted lists of terms.
Score overlap(const EventTerms& event, const std::vector<Term>& a, const std::vector<Term>& b,
              int k);

// The graph, row by row, so that a caller can stop between rows.
class GraphBuilder {
 public:
  explicit GraphBuilder(const EventTerms& event);
  bool done() const { return next_ >= event_->units.size(); }
  std::uint64_t add_row();  // one unit against all before it; returns its work
  double progress() const;
  Graph take();  // requires done(); adds hub and order

 private:
  Score base_score(const Unit& a, const Unit& b) const;

  const EventTerms* event_;
  std::size_t next_ = 0;
  std::vector<std::vector<std::uint32_t>> postings_;  // units by term, those before next_
  std::vector<Weight> sums_;
  std::vector<std::uint32_t> touched_;
  Graph graph_;
};

}  // namespace crossread
