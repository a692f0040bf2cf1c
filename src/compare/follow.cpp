#include "compare/follow.h"

#include <algorithm>
#include <map>
#include <utility>

namespace crossread {
namespace {

constexpr Score kAnchor = 400;               // best edge between two sentences
constexpr std::size_t kLeastChain = 4;       // anchors in order
constexpr std::size_t kOrderedTenths = 7;    // of ten anchors, this many in order
constexpr std::uint32_t kLongestGap = 2;     // sentences between two anchors
constexpr std::uint32_t kLongestSpeech = 4;  // and where one of them is a quotation
constexpr Score kFollowed = 420;             // base of an edge that only the place gives
constexpr Score kTaken = 330;  // a sentence with such an edge elsewhere needs no place

// Anchors of one pair of articles, by place in a.
using Anchors = std::vector<Match>;

// The longest run of anchors that rises in both; of equal ones the heavier.
Anchors ordered_chain(const Anchors& anchors) {
  const std::size_t n = anchors.size();
  std::vector<std::size_t> length(n, 1);
  std::vector<std::int64_t> weight(n, 0);
  std::vector<std::size_t> before(n, n);
  std::size_t best = n;
  for (std::size_t i = 0; i < n; ++i) {
    weight[i] = anchors[i].score;
    for (std::size_t j = 0; j < i; ++j) {
      if (anchors[j].a >= anchors[i].a || anchors[j].b >= anchors[i].b) continue;
      const std::int64_t sum = weight[j] + anchors[i].score;
      if (length[j] + 1 > length[i] || (length[j] + 1 == length[i] && sum > weight[i])) {
        length[i] = length[j] + 1, weight[i] = sum, before[i] = j;
      }
    }
    if (best == n || length[i] > length[best] ||
        (length[i] == length[best] && weight[i] > weight[best]))
      best = i;
  }
  Anchors chain;
  for (std::size_t i = best; i < n; i = before[i]) chain.push_back(anchors[i]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// The best edge of a sentence in each article that it has edges to.
struct Tie {
  ArticleIndex article = 0;
  std::uint32_t sentence = 0;
  Score score = 0;
};

// By sentence; a row is sorted by article. Of equal scores the earlier sentence is the favourite.
std::vector<std::vector<Tie>> find_ties(const EventTerms& event, const Graph& graph) {
  std::vector<std::vector<Tie>> ties(event.sentences.size());
  for (std::uint32_t u = 0; u < graph.of.size(); ++u) {
    std::vector<Tie>& row = ties[event.units[u].sentence];
    for (const Edge& e : graph.of[u]) {
      const Unit& other = event.units[e.to];
      if (other.article == event.units[u].article) continue;
      const auto place =
          std::lower_bound(row.begin(), row.end(), other.article,
                           [](const Tie& t, ArticleIndex a) { return t.article < a; });
      if (place == row.end() || place->article != other.article) {
        row.insert(place, {other.article, other.sentence, e.base});
      } else if (e.base > place->score ||
                 (e.base == place->score && other.sentence < place->sentence)) {
        *place = {other.article, other.sentence, e.base};
      }
    }
  }
  return ties;
}

const Tie* tie_to(const std::vector<Tie>& row, ArticleIndex article) {
  const auto place = std::lower_bound(row.begin(), row.end(), article,
                                      [](const Tie& t, ArticleIndex a) { return t.article < a; });
  return place != row.end() && place->article == article ? &*place : nullptr;
}

// Sentences that are each other's best in the other article, by pair of articles.
std::map<std::pair<ArticleIndex, ArticleIndex>, Anchors> find_anchors(
    const EventTerms& event, const std::vector<std::vector<Tie>>& ties) {
  std::map<std::pair<ArticleIndex, ArticleIndex>, Anchors> out;
  for (std::uint32_t s = 0; s < ties.size(); ++s) {
    for (const Tie& tie : ties[s]) {
      if (tie.sentence < s || tie.score < kAnchor) continue;
      const Tie* back = tie_to(ties[tie.sentence], event.sentences[s].article);
      if (back != nullptr && back->sentence == s) {
        out[{event.sentences[s].article, tie.article}].push_back({s, tie.sentence, tie.score});
      }
    }
  }
  return out;
}

bool is_free(const std::vector<Tie>& row, ArticleIndex article) {
  const Tie* tie = tie_to(row, article);
  return tie == nullptr || tie->score < kTaken;
}

// The first sentence after `from` and before `to` that somebody says; `to` if there is none.
std::uint32_t first_quoted(const EventTerms& event, std::uint32_t from, std::uint32_t to) {
  while (++from < to && !event.sentences[from].quoted) {
  }
  return from;
}

void set_edge(Graph& graph, std::uint32_t u, std::uint32_t v, Score base) {
  for (const auto& [from, to] : {std::pair(u, v), std::pair(v, u)}) {
    std::vector<Edge>& row = graph.of[from];
    const auto place = std::lower_bound(row.begin(), row.end(), to,
                                        [](const Edge& e, std::uint32_t t) { return e.to < t; });
    if (place != row.end() && place->to == to) {
      place->base = std::max(place->base, base);
      place->score = std::max(place->score, base);
    } else {
      row.insert(place, {to, base, base});
    }
  }
}

}  // namespace

std::vector<Retelling> find_retellings(const EventTerms& event, const Graph& graph) {
  std::vector<Retelling> out;
  const std::vector<std::vector<Tie>> ties = find_ties(event, graph);
  std::map<ArticleIndex, std::vector<Term>> told = told_terms(event);
  for (const auto& [pair, anchors] : find_anchors(event, ties)) {
    if (anchors.size() < kLeastChain) continue;
    const std::vector<Term>&a = told[pair.first], &b = told[pair.second];
    if (std::min(news(a, b), news(b, a)) >= kOwnNews) continue;
    const Anchors chain = ordered_chain(anchors);
    if (chain.size() < kLeastChain || chain.size() * 10 < anchors.size() * kOrderedTenths) continue;
    Retelling retelling{pair.first, pair.second, {}};
    for (std::size_t i = 0; i < chain.size(); ++i) {
      retelling.matches.push_back(chain[i]);
      if (i + 1 == chain.size()) break;
      const std::uint32_t gap = chain[i + 1].a - chain[i].a - 1;
      const std::uint32_t other = chain[i + 1].b - chain[i].b - 1;
      if (gap == 0 || other == 0 || std::max(gap, other) > kLongestSpeech) continue;
      if (gap != other || gap > kLongestGap) {
        // Of unequal runs only what somebody says: the first such sentence on either side.
        const Match match{first_quoted(event, chain[i].a, chain[i + 1].a),
                          first_quoted(event, chain[i].b, chain[i + 1].b), 0};
        if (match.a != chain[i + 1].a && match.b != chain[i + 1].b &&
            is_free(ties[match.a], pair.second) && is_free(ties[match.b], pair.first)) {
          retelling.matches.push_back(match);
        }
        continue;
      }
      for (std::uint32_t k = 1; k <= gap; ++k) {
        const Match match{chain[i].a + k, chain[i].b + k, 0};
        if (is_free(ties[match.a], pair.second) && is_free(ties[match.b], pair.first))
          retelling.matches.push_back(match);
      }
    }
    out.push_back(std::move(retelling));
  }
  return out;
}

void add_followed(const EventTerms& event, const std::vector<Retelling>& retellings, Graph& graph) {
  std::vector<std::vector<std::uint32_t>> units(event.sentences.size());
  for (std::uint32_t u = 0; u < event.units.size(); ++u)
    units[event.units[u].sentence].push_back(u);
  for (const Retelling& retelling : retellings) {
    for (const Match& match : retelling.matches) {
      if (match.score > 0) continue;
      const auto& x = units[match.a];
      const auto& y = units[match.b];
      // In order; the shorter side's last clause answers for the rest.
      const std::size_t n = std::max(x.size(), y.size());
      for (std::size_t k = 0; k < n && !x.empty() && !y.empty(); ++k) {
        set_edge(graph, x[std::min(k, x.size() - 1)], y[std::min(k, y.size() - 1)], kFollowed);
      }
    }
  }
}

}  // namespace crossread
