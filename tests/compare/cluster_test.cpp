// Groups of clauses over a graph made by hand: «a1-b1 900» joins clause 1 of article a with that of
// b.
#include "compare/cluster.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>

namespace crossread {
namespace {

struct Hand {
  EventTerms terms;
  Graph graph;
  std::map<std::string, std::uint32_t> number;

  explicit Hand(const std::string& clauses) {
    std::istringstream in(clauses);
    for (std::string name; in >> name;) {
      Unit unit;
      unit.article = static_cast<ArticleIndex>(name[0] - 'a');
      unit.sentence = static_cast<std::uint32_t>(terms.units.size());
      number[name] = static_cast<std::uint32_t>(terms.units.size());
      terms.units.push_back(unit);
    }
    graph.of.resize(terms.units.size());
  }
  void edge(const std::string& a, const std::string& b, Score score) {
    graph.of[number.at(a)].push_back({number.at(b), score, score});
    graph.of[number.at(b)].push_back({number.at(a), score, score});
    for (auto& row : graph.of) {
      std::sort(row.begin(), row.end(), [](const Edge& x, const Edge& y) { return x.to < y.to; });
    }
  }
  std::string groups(const ClusterOptions& options) const {
    std::string out;
    for (const auto& group : cluster_units(terms, graph, options)) {
      if (!out.empty()) out += " | ";
      for (const std::uint32_t u : group) {
        for (const auto& [name, n] : number) {
          if (n == u) out += (out.empty() || out.back() == ' ' ? "" : "+") + name;
        }
      }
    }
    return out;
  }
};

const ClusterOptions kOptions{600, 800, 350};

TEST(Cluster, NeverLinksByChains) {
  Hand hand("a1 b1 c1");
  hand.edge("a1", "b1", 900);
  hand.edge("b1", "c1", 700);
  EXPECT_EQ(hand.groups(kOptions), "a1+b1 | c1");  // a1 and c1 share nothing: the mean is 350
}

TEST(Cluster, JoinsWhatAgreesAllRound) {
  Hand hand("a1 b1 c1");
  hand.edge("a1", "b1", 900);
  hand.edge("b1", "c1", 700);
  hand.edge("a1", "c1", 650);
  EXPECT_EQ(hand.groups(kOptions), "a1+b1+c1");
}

TEST(Cluster, LetsOneClauseCarryTwoFacts) {
  Hand hand("a1 a2 b1 c1 c2 d1");
  hand.edge("a1", "c1", 1000);
  hand.edge("a2", "c2", 1000);
  hand.edge("b1", "a1", 900);
  hand.edge("b1", "c1", 900);
  hand.edge("b1", "a2", 850);
  hand.edge("b1", "c2", 850);
  EXPECT_EQ(hand.groups(kOptions), "a1+b1+c1 | a2+b1+c2 | d1");
}

TEST(Cluster, ThresholdsAreFoundBetweenTheMeasuredSizes) {
  const auto between = [](Score x, Score a, Score b) {
    return std::min(a, b) <= x && x <= std::max(a, b);
  };
  EXPECT_TRUE(between(cluster_options(4).stop, cluster_options(3).stop, cluster_options(5).stop));
  EXPECT_TRUE(
      between(cluster_options(20).join, cluster_options(10).join, cluster_options(30).join));
  EXPECT_EQ(cluster_options(300).stop, cluster_options(30).stop);
  EXPECT_EQ(cluster_options(1).stop, cluster_options(2).stop);
}

}  // namespace
}  // namespace crossread
