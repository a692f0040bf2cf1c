#include "compare/similarity.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/number.h"
#include "compare/follow.h"

namespace crossread {
namespace {

constexpr Weight kOne = kFixedOne;
constexpr Weight kLeastShared = 2 * kOne;    // less weight in common opens no candidate
constexpr Score kLeastEdge = 120;            // weaker edges are not kept
constexpr std::size_t kSmallEvent = 1'500;   // units; above it common terms open no candidates
constexpr std::size_t kMostNeighbours = 60;  // kept per unit in a large event
constexpr Score kHubShare = 400;
constexpr Score kOrderShare = 150;
constexpr Score kPreferenceShare = 200;
constexpr int kLeastClause = 12;   // k of f_k for clauses: a short one is not alike by one word
constexpr Score kOrderFrom = 350;  // neighbours below this are no sign of copying

// a/b in thousandths; sqrt is exact to the last bit everywhere (IEEE 754), unlike log and exp.
Score thousandths(double numerator, double denominator) {
  return denominator <= 0 ? 0 : static_cast<Score>(numerator * kScoreOne / denominator + 0.5);
}

Score f_of(Weight shared, Weight a, Weight b, int k) {
  const Weight floor = k * kOne;
  const auto x = static_cast<double>(std::max(floor, a));
  const auto y = static_cast<double>(std::max(floor, b));
  return thousandths(static_cast<double>(shared), std::sqrt(x * y));
}

// Calls `both(t)` for shared terms; collects the others.
template <class Both>
void merge(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, Both both,
           std::vector<std::uint32_t>* only_a, std::vector<std::uint32_t>* only_b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      if (only_a != nullptr) only_a->push_back(a[i]);
      ++i;
    } else if (i == a.size() || b[j] < a[i]) {
      if (only_b != nullptr) only_b->push_back(b[j]);
      ++j;
    } else {
      both(a[i]);
      ++i, ++j;
    }
  }
}

Weight synonym_weight(const EventTerms& event, const std::vector<Term>& only_a,
                      const std::vector<Term>& only_b) {
  Weight sum = 0;
  for (const Term a : only_a) {
    Weight best = 0;
    for (const Term s : event.terms[a].synonyms) {
      if (!std::binary_search(only_b.begin(), only_b.end(), s)) continue;
      best = std::max(best, std::min(event.terms[a].weight, event.terms[s].weight) / 2);
    }
    sum += best;
  }
  return sum;
}

}  // namespace

const Edge* Graph::find(std::uint32_t a, std::uint32_t b) const {
  const std::vector<Edge>& row = of[a];
  const auto place = std::lower_bound(row.begin(), row.end(), b,
                                      [](const Edge& e, std::uint32_t to) { return e.to < to; });
  return place != row.end() && place->to == b ? &*place : nullptr;
}

bool Graph::retold(const Unit& a, const Unit& b) const {
  const Unit& first = a.sentence < b.sentence ? a : b;
  const Unit& second = a.sentence < b.sentence ? b : a;
  const auto retelling = std::lower_bound(
      retellings.begin(), retellings.end(), std::pair(first.article, second.article),
      [](const Retelling& r, const auto& pair) { return std::pair(r.a, r.b) < pair; });
  if (retelling == retellings.end() || retelling->a != first.article ||
      retelling->b != second.article) {
    return false;
  }
  const auto match =
      std::lower_bound(retelling->matches.begin(), retelling->matches.end(), first.sentence,
                       [](const Match& m, std::uint32_t s) { return m.a < s; });
  return match != retelling->matches.end() && match->a == first.sentence &&
         match->b == second.sentence;
}

Shared shared_terms(const EventTerms& event, const std::vector<Term>& a,
                    const std::vector<Term>& b) {
  Shared shared;
  std::vector<Term> only_a;
  std::vector<Term> only_b;
  merge(
      a, b,
      [&](Term t) {
        const Weight w = event.terms[t].weight;
        shared.all += w;
        shared.rarest = std::max(shared.rarest, w);
        ++shared.terms;
      },
      &only_a, &only_b);
  shared.soft = synonym_weight(event, only_a, only_b);
  shared.all += shared.soft;
  return shared;
}

Score held(const EventTerms& event, const Unit& a, const Unit& b) {
  const Weight shared = shared_terms(event, a.words, b.words).all;
  return thousandths(static_cast<double>(shared),
                     static_cast<double>(std::min(a.words_weight, b.words_weight)));
}

Score overlap(const EventTerms& event, const Unit& a, const Unit& b, int k, Figures figures) {
  if (figures == Figures::keep) {
    return f_of(shared_terms(event, a.terms, b.terms).all, a.weight, b.weight, k);
  }
  return f_of(shared_terms(event, a.words, b.words).all, a.words_weight, b.words_weight, k);
}

Score overlap(const EventTerms& event, const std::vector<Term>& a, const std::vector<Term>& b,
              int k) {
  const auto weigh = [&](const std::vector<Term>& list) {
    Weight sum = 0;
    for (const Term t : list) sum += event.terms[t].weight;
    return sum;
  };
  return f_of(shared_terms(event, a, b).all, weigh(a), weigh(b), k);
}

GraphBuilder::GraphBuilder(const EventTerms& event)
    : event_(&event), postings_(event.terms.size()), sums_(event.units.size(), 0) {
  graph_.of.resize(event.units.size());
}

double GraphBuilder::progress() const {
  const auto n = static_cast<double>(event_->units.size());
  const auto at = static_cast<double>(next_);
  return n == 0 ? 1 : at * at / (n * n);  // a row costs what stands before it
}

Score GraphBuilder::base_score(const Unit& a, const Unit& b) const {
  const EventTerms& event = *event_;
  const Shared shared = shared_terms(event, a.terms, b.terms);
  const Score f = f_of(shared.all, a.weight, b.weight, kLeastClause);
  Weight pairs = 0;
  merge(
      a.pairs, b.pairs, [&](std::uint32_t p) { pairs += event.pair_weights[p]; }, nullptr, nullptr);
  const Score big =
      thousandths(static_cast<double>(pairs),
                  static_cast<double>(4 * kOne + std::min(a.pair_weight, b.pair_weight)));
  const Score local = f + big / 5;
  if (a.article == b.article) return local * 9 / 10;
  if (local < kLeastEdge / 2) return local;
  const Unit& sa = event.sentences[a.sentence];
  const Unit& sb = event.sentences[b.sentence];
  const Score parents = f_of(shared_terms(event, sa.terms, sb.terms).all, sa.weight, sb.weight, 6);
  const Score rare = thousandths(static_cast<double>(shared.rarest), 5.0 * kOne);
  const Score mass = thousandths(static_cast<double>(std::min(shared.all, 30 * kOne)), 15.0 * kOne);
  return local + (parents * 15 + rare * 10 + mass * 10) / 100;
}

std::uint64_t GraphBuilder::add_row() {
  const auto row = static_cast<std::uint32_t>(next_++);
  const EventTerms& event = *event_;
  const Unit& unit = event.units[row];
  const bool large = event.units.size() > kSmallEvent;
  std::uint64_t work = 1;
  touched_.clear();
  const auto open = [&](Term t, Weight weight) {
    if (large && event.terms[t].sentences * 5 > event.sentences.size()) return;
    for (const std::uint32_t other : postings_[t]) {
      if (sums_[other] == 0) touched_.push_back(other);
      sums_[other] += weight;
    }
    work += postings_[t].size() / 8;
  };
  for (const Term t : unit.terms) {
    if (event.terms[t].weight == 0) continue;
    open(t, event.terms[t].weight);
    for (const Term s : event.terms[t].synonyms) {
      open(s, std::min(event.terms[t].weight, event.terms[s].weight) / 2);
    }
  }
  std::sort(touched_.begin(), touched_.end());
  for (const std::uint32_t other : touched_) {
    const Weight sum = sums_[other];
    sums_[other] = 0;
    if (sum < kLeastShared) continue;
    if (large && f_of(sum, unit.weight, event.units[other].weight, kLeastClause) < 2 * kLeastEdge)
      continue;
    ++work;
    const Score base = base_score(unit, event.units[other]);
    if (base < kLeastEdge) continue;
    graph_.of[row].push_back({other, base, base});
    graph_.of[other].push_back({row, base, base});
  }
  for (const Term t : unit.terms) postings_[t].push_back(row);
  return work;
}

namespace {

// Keeps the strongest neighbours of each unit; an edge stays if either end keeps it.
void cap_neighbours(Graph& graph) {
  std::vector<Score> least(graph.of.size(), 0);
  for (std::size_t u = 0; u < graph.of.size(); ++u) {
    if (graph.of[u].size() <= kMostNeighbours) continue;
    std::vector<Score> scores;
    for (const Edge& e : graph.of[u]) scores.push_back(e.base);
    std::nth_element(scores.begin(), scores.begin() + kMostNeighbours, scores.end(),
                     std::greater<>());
    least[u] = scores[kMostNeighbours];
  }
  for (std::size_t u = 0; u < graph.of.size(); ++u) {
    std::erase_if(graph.of[u],
                  [&](const Edge& e) { return e.base < least[u] && e.base < least[e.to]; });
  }
}

// Evidence from third articles: the mean of the two best ways round.
Score hub(const EventTerms& event, const Graph& graph, std::uint32_t a, std::uint32_t b) {
  const std::vector<Edge>& x = graph.of[a];
  const std::vector<Edge>& y = graph.of[b];
  Score best = 0;
  Score second = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].to < y[j].to) {
      ++i;
    } else if (y[j].to < x[i].to) {
      ++j;
    } else {
      const ArticleIndex third = event.units[x[i].to].article;
      if (third != event.units[a].article && third != event.units[b].article) {
        const Score way = std::min(x[i].base, y[j].base);
        if (way > best) {
          second = best, best = way;
        } else {
          second = std::max(second, way);
        }
      }
      ++i, ++j;
    }
  }
  // With three articles there is only one way round: it counts for itself.
  return second == 0 ? best * 3 / 4 : (best + second) / 2;
}

// How much two units prefer each other to the other clauses of the other's article: up to 3/2 where
// each is the other's clear favourite, down to -1 where both have much better partners.
class Preference {
 public:
  Preference(const EventTerms& event, const Graph& graph) : rows_(graph.of.size()) {
    for (std::uint32_t u = 0; u < graph.of.size(); ++u) {
      std::vector<Favourite>& row = rows_[u];
      for (const Edge& e : graph.of[u]) {  // neighbours come in order of their article
        const ArticleIndex article = event.units[e.to].article;
        if (article == event.units[u].article) continue;
        if (row.empty() || row.back().article != article) row.push_back({article, 0, 0});
        Favourite& f = row.back();
        if (e.base > f.best) {
          f.second = f.best, f.best = e.base;
        } else {
          f.second = std::max(f.second, e.base);
        }
      }
    }
  }
  Score operator()(const EventTerms& event, std::uint32_t a, std::uint32_t b, Score base) const {
    return one_way(a, event.units[b].article, base) + one_way(b, event.units[a].article, base);
  }

 private:
  struct Favourite {
    ArticleIndex article = 0;
    Score best = 0;
    Score second = 0;
  };
  Score one_way(std::uint32_t unit, ArticleIndex article, Score base) const {
    for (const Favourite& f : rows_[unit]) {
      if (f.article != article) continue;
      if (base < f.best) return -(f.best - base) * (kScoreOne / 2) / f.best;
      return kScoreOne / 4 +
             std::min(kScoreOne, (f.best - f.second) * kScoreOne / std::max(200, f.best)) / 2;
    }
    return 0;
  }
  std::vector<std::vector<Favourite>> rows_;
};

// The best match between a neighbour of a's sentence and the one of b's on the same side.
class OrderEvidence {
 public:
  OrderEvidence(const EventTerms& event, const Graph& graph) : event_(event) {
    units_.resize(event.sentences.size());
    for (std::uint32_t u = 0; u < event.units.size(); ++u)
      units_[event.units[u].sentence].push_back(u);
    graph_ = &graph;
  }
  Score operator()(std::uint32_t a, std::uint32_t b) const {
    Score before = best(a, b, -1);
    Score after = best(a, b, +1);
    return std::max(before, after) < kOrderFrom
               ? 0
               : std::min(kScoreOne, (before + after + std::max(before, after)) / 3);
  }

 private:
  Score best(std::uint32_t a, std::uint32_t b, int step) const {
    const std::int64_t x = static_cast<std::int64_t>(event_.units[a].sentence) + step;
    const std::int64_t y = static_cast<std::int64_t>(event_.units[b].sentence) + step;
    const auto n = static_cast<std::int64_t>(units_.size());
    if (x < 0 || y < 0 || x >= n || y >= n) return 0;
    const auto sx = static_cast<std::size_t>(x);
    const auto sy = static_cast<std::size_t>(y);
    if (event_.sentences[sx].article != event_.units[a].article) return 0;
    if (event_.sentences[sy].article != event_.units[b].article) return 0;
    Score score = 0;
    for (const std::uint32_t u : units_[sx]) {
      for (const std::uint32_t v : units_[sy]) {
        const Edge* edge = graph_->find(u, v);
        if (edge != nullptr) score = std::max(score, edge->base);
      }
    }
    return score;
  }

  const EventTerms& event_;
  const Graph* graph_ = nullptr;
  std::vector<std::vector<std::uint32_t>> units_;  // by sentence
};

}  // namespace

Graph GraphBuilder::take() {
  const EventTerms& event = *event_;
  if (event.units.size() > kSmallEvent) cap_neighbours(graph_);
  graph_.retellings = find_retellings(event, graph_);
  add_followed(event, graph_.retellings, graph_);
  const OrderEvidence order(event, graph_);
  const Preference preference(event, graph_);
  for (std::uint32_t a = 0; a < graph_.of.size(); ++a) {
    for (Edge& edge : graph_.of[a]) {
      if (event.units[a].article == event.units[edge.to].article) continue;
      // Computed from the lower end for both directions, so that the graph stays symmetric.
      const std::uint32_t low = std::min(a, edge.to);
      const std::uint32_t high = std::max(a, edge.to);
      edge.score = edge.base + hub(event, graph_, low, high) * kHubShare / kScoreOne +
                   order(low, high) * kOrderShare / kScoreOne +
                   preference(event, low, high, edge.base) * kPreferenceShare / kScoreOne;
    }
  }
  return std::move(graph_);
}

}  // namespace crossread
