#include "compare/cluster.h"

#include <algorithm>
#include <array>
#include <map>
#include <queue>

#include "base/number.h"

namespace crossread {
namespace {

using Group = std::vector<std::uint32_t>;

// A join that was worth making when it was put into the heap; stale if a group has changed since.
struct Join {
  Score mean = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t age = 0;  // size of a plus size of b: groups only grow
  bool operator<(const Join& o) const {
    if (mean != o.mean) return mean < o.mean;
    if (a != o.a) return a > o.a;
    if (b != o.b) return b > o.b;
    return age < o.age;
  }
};

class AverageLink {
 public:
  AverageLink(const Graph& graph, Score stop) : stop_(stop) {
    groups_.resize(graph.of.size());
    sums_.resize(graph.of.size());
    for (std::uint32_t u = 0; u < graph.of.size(); ++u) {
      groups_[u] = {u};
      for (const Edge& e : graph.of[u]) sums_[u].emplace(e.to, e.score);
    }
    for (std::uint32_t u = 0; u < graph.of.size(); ++u) {
      for (const Edge& e : graph.of[u]) {
        if (u < e.to) offer(u, e.to);
      }
    }
  }

  std::vector<Group> run() {
    while (!heap_.empty()) {
      const Join join = heap_.top();
      heap_.pop();
      if (join.age != age(join.a, join.b)) continue;
      unite(join.a, join.b);
    }
    std::vector<Group> out;
    for (Group& group : groups_) {
      if (group.empty()) continue;
      std::sort(group.begin(), group.end());
      out.push_back(std::move(group));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::uint32_t age(std::uint32_t a, std::uint32_t b) const {
    if (groups_[a].empty() || groups_[b].empty()) return 0;
    return static_cast<std::uint32_t>(groups_[a].size() + groups_[b].size());
  }
  void offer(std::uint32_t a, std::uint32_t b) {
    const auto place = sums_[a].find(b);
    if (place == sums_[a].end()) return;
    const auto pairs = static_cast<std::int64_t>(groups_[a].size() * groups_[b].size());
    const auto mean = static_cast<Score>(place->second / pairs);
    if (mean >= stop_) heap_.push({mean, std::min(a, b), std::max(a, b), age(a, b)});
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    groups_[b].clear();
    for (const auto& [other, sum] : sums_[b]) {
      sums_[other].erase(b);
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other][a] += sum;
    }
    sums_[a].erase(b);
    sums_[b].clear();
    for (const auto& entry : sums_[a]) offer(a, entry.first);
  }

  Score stop_;
  std::vector<Group> groups_;
  std::vector<std::map<std::uint32_t, std::int64_t>> sums_;  // total edge score between groups
  std::priority_queue<Join> heap_;
};

// Mean of the three best edges from `unit` into other articles of the group; what is missing is 0,
// but a group of one other article asks for one edge alone.
Score pull(const EventTerms& event, const Graph& graph, std::uint32_t unit, const Group& group) {
  std::array<Score, 3> best{};
  std::vector<ArticleIndex> articles;
  for (const std::uint32_t member : group) {
    const ArticleIndex article = event.units[member].article;
    if (article == event.units[unit].article) continue;
    if (articles.empty() || articles.back() != article) articles.push_back(article);
    const Score score = graph.score(unit, member);
    if (score > best[0]) {
      best = {score, best[0], best[1]};
    } else if (score > best[1]) {
      best = {best[0], score, best[1]};
    } else {
      best[2] = std::max(best[2], score);
    }
  }
  const auto n = static_cast<Score>(std::min<std::size_t>(3, articles.size()));
  if (n == 0) return 0;
  Score sum = 0;
  for (Score i = 0; i < n; ++i) sum += best[static_cast<std::size_t>(i)];
  return sum / n;
}

void add_soft_members(const EventTerms& event, const Graph& graph, Score join,
                      std::vector<Group>& groups) {
  std::vector<std::vector<std::uint32_t>> groups_of(event.units.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t u : groups[g]) groups_of[u].push_back(g);
  }
  const std::vector<Group> before = groups;
  for (std::uint32_t u = 0; u < event.units.size(); ++u) {
    std::vector<std::uint32_t> candidates;
    for (const Edge& e : graph.of[u]) {
      if (e.score < join) continue;
      candidates.insert(candidates.end(), groups_of[e.to].begin(), groups_of[e.to].end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t g : candidates) {
      if (before[g].size() < 2 || std::binary_search(before[g].begin(), before[g].end(), u))
        continue;
      if (pull(event, graph, u, before[g]) >= join) groups[g].push_back(u);
    }
  }
  for (Group& group : groups) std::sort(group.begin(), group.end());
}

// The two heaviest names or values that at least half of the group holds.
std::array<Term, 2> anchors(const EventTerms& event, const Group& group) {
  std::map<Term, std::uint32_t> count;
  for (const std::uint32_t u : group) {
    for (const Term t : event.units[u].terms) {
      if (event.terms[t].kind != TermKind::word) ++count[t];
    }
  }
  std::array<Term, 2> best{Id<void>::kNone, Id<void>::kNone};
  const auto weight = [&](Term t) {
    return t == Id<void>::kNone ? Weight{-1} : event.terms[t].weight;
  };
  for (const auto& [term, n] : count) {
    if (2 * n < group.size()) continue;
    if (weight(term) > weight(best[0])) {
      best = {term, best[0]};
    } else if (weight(term) > weight(best[1])) {
      best[1] = term;
    }
  }
  if (best[0] > best[1]) std::swap(best[0], best[1]);
  return best;
}

Score mean_score(const Graph& graph, const Group& a, const Group& b) {
  std::int64_t sum = 0;
  for (const std::uint32_t u : a) {
    for (const std::uint32_t v : b) sum += graph.score(u, v);
  }
  return static_cast<Score>(sum / static_cast<std::int64_t>(a.size() * b.size()));
}

void unite_by_anchor(const EventTerms& event, const Graph& graph, Score least,
                     std::vector<Group>& groups) {
  std::map<std::array<Term, 2>, std::vector<std::uint32_t>> by_anchor;
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const std::array<Term, 2> key = anchors(event, groups[g]);
    if (key[1] != Id<void>::kNone) by_anchor[key].push_back(g);
  }
  for (const auto& entry : by_anchor) {
    const std::vector<std::uint32_t>& same = entry.second;
    for (std::size_t i = 0; i < same.size(); ++i) {
      for (std::size_t j = i + 1; j < same.size(); ++j) {
        Group& a = groups[same[i]];
        Group& b = groups[same[j]];
        if (a.empty() || b.empty() || mean_score(graph, a, b) < least) continue;
        a.insert(a.end(), b.begin(), b.end());
        b.clear();
      }
    }
  }
  std::erase_if(groups, [](const Group& g) { return g.empty(); });
  for (Group& group : groups) {
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
  }
}

}  // namespace

ClusterOptions cluster_options(std::size_t articles) {
  // Measured on the stories for 2, 3 and 5 articles. Third sources lift the scores of a larger
  // event, so the bar rises with it; two articles have no third source, and nothing but their own
  // words. The bar stands a tenth above where F1 is best: an agreement that is none costs a reader
  // more than one that is missed.
  struct Point {
    std::size_t articles;
    Score stop, join;
  };
  constexpr std::array<Point, 5> kPoints{
      {{2, 400, 600}, {3, 430, 630}, {5, 350, 550}, {10, 370, 570}, {30, 400, 600}}};
  ClusterOptions options;
  if (articles <= kPoints.front().articles) {
    options.stop = kPoints.front().stop, options.join = kPoints.front().join;
    return options;
  }
  for (std::size_t i = 1; i < kPoints.size(); ++i) {
    if (articles > kPoints[i].articles) continue;
    const Point& a = kPoints[i - 1];
    const Point& b = kPoints[i];
    const auto step = static_cast<Score>(articles - a.articles);
    const auto width = static_cast<Score>(b.articles - a.articles);
    options.stop = a.stop + (b.stop - a.stop) * step / width;
    options.join = a.join + (b.join - a.join) * step / width;
    return options;
  }
  options.stop = kPoints.back().stop, options.join = kPoints.back().join;
  return options;
}

std::vector<Group> cluster_units(const EventTerms& event, const Graph& graph,
                                 const ClusterOptions& options) {
  std::vector<Group> groups = AverageLink(graph, options.stop).run();
  unite_by_anchor(event, graph, options.anchor, groups);
  add_soft_members(event, graph, options.join, groups);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

}  // namespace crossread
