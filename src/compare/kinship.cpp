#include "compare/kinship.h"

#include <algorithm>
#include <map>

#include "base/sort.h"

namespace crossread {
namespace {

constexpr Thousandths kKin = 450;
constexpr Thousandths kKinWithNews = 650;  // where each tells much that the other lacks
constexpr Thousandths kCopies = 350;       // of the shorter text, in runs of words
constexpr Thousandths kSomeCopies = 100;
constexpr std::ptrdiff_t kLeastSentences = 3;  // likely ones, before order alone makes kin
constexpr Score kOnPath = 400;                 // likeness from which a pair may lie on the path
constexpr Score kLikeEnough = 250;             // below it a pair counts half
constexpr Score kFullLikeness = 500;           // from it on a sentence is explained in full
constexpr Thousandths kLikely = 500;
constexpr std::size_t kMostForThirds = 12;  // families up to this size are looked at all round

struct SentenceLink {
  std::uint32_t x = 0, y = 0;  // places of the sentences in their articles
  Score likeness = 0;
  Thousandths likely = 0;
};

// All links between two articles, and the path through them.
class SentencePath {
 public:
  SentencePath(std::vector<SentenceLink>& links, std::uint32_t n, std::uint32_t m)
      : links_(links), n_(n), m_(m) {
    find();
    for (SentenceLink& link : links_) link.likely = likely(link.x, link.y, link.likeness);
  }

  Thousandths likely(std::uint32_t x, std::uint32_t y, Score likeness) const {
    const bool on = std::find(path_.begin(), path_.end(), std::pair{x, y}) != path_.end();
    const std::int32_t near = nearness(x, y, false) + nearness(y, x, true);
    const std::int32_t z = (19 * likeness + 25 * near) / 10 + (on ? 1500 : 0) - 4700;
    const Thousandths p = std::clamp(500 + z * 18 / 100, 0, 1000);
    return likeness > kLikeEnough ? p : p / 2;
  }

 private:
  void find() {
    const std::size_t width = m_ + 1;
    std::vector<std::int32_t> gain(static_cast<std::size_t>(n_ + 1) * width, 0);
    std::vector<std::int32_t> best(gain);
    for (const SentenceLink& link : links_) {
      gain[(link.x + 1) * width + link.y + 1] = std::max(0, link.likeness - kOnPath);
    }
    for (std::size_t i = 1; i <= n_; ++i) {
      for (std::size_t j = 1; j <= m_; ++j) {
        const std::int32_t g = gain[i * width + j];
        const std::int32_t pair = g > 0 ? best[(i - 1) * width + j - 1] + g : 0;
        best[i * width + j] = std::max({best[(i - 1) * width + j], best[i * width + j - 1], pair});
      }
    }
    for (std::size_t i = n_, j = m_; i > 0 && j > 0;) {
      const std::int32_t here = best[i * width + j];
      if (here == best[(i - 1) * width + j]) {
        --i;
      } else if (here == best[i * width + j - 1]) {
        --j;
      } else {
        path_.emplace_back(static_cast<std::uint32_t>(--i), static_cast<std::uint32_t>(--j));
      }
    }
    std::reverse(path_.begin(), path_.end());
  }
  // 1/(1+d), d the distance from the path, drawn straight between its points and the corners.
  std::int32_t nearness(std::uint32_t x, std::uint32_t y, bool turned) const {
    std::int64_t x0 = -1, y0 = -1;
    std::int64_t x1 = turned ? m_ : n_;
    std::int64_t y1 = turned ? n_ : m_;
    for (const auto& [p, q] : path_) {
      const std::int64_t u = turned ? q : p;
      const std::int64_t v = turned ? p : q;
      if (u < x) {
        x0 = u, y0 = v;
      } else if (u > x) {
        x1 = u, y1 = v;
        break;
      }
    }
    const std::int64_t run = x1 - x0;
    const std::int64_t off = (y - y0) * run - (y1 - y0) * (x - x0);
    return static_cast<std::int32_t>(1000 * run / (run + (off < 0 ? -off : off)));
  }

  std::vector<SentenceLink>& links_;
  std::uint32_t n_, m_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> path_;
};

class KinFinder {
 public:
  KinFinder(const EventTerms& terms, const Graph& graph, const Event& event, const Copying& copying)
      : terms_(terms),
        copying_(copying),
        n_(event.articles.size()),
        sentences_(n_),
        place_(terms.sentences.size(), kNone),
        article_(terms.sentences.size(), kNone) {
    for (std::uint32_t s = 0; s < terms.sentences.size(); ++s) {
      const Unit& sentence = terms.sentences[s];
      const auto at =
          std::lower_bound(event.articles.begin(), event.articles.end(), sentence.article);
      const auto i = static_cast<std::uint32_t>(at - event.articles.begin());
      if (sentence.in_title || copying.copy_of[i] != i) continue;
      place_[s] = size_of(i);
      article_[s] = i;
      sentences_[i].push_back(s);
    }
    std::map<ArticleIndex, std::vector<Term>> told = told_terms(terms);
    for (const ArticleIndex article : event.articles) told_.push_back(std::move(told[article]));
    collect_links(graph);
  }

  Kinship run() {
    Kinship kin;
    kin.explained.assign(n_, std::vector<Thousandths>(n_, 0));
    std::vector<std::uint32_t> family(n_);
    for (std::uint32_t i = 0; i < n_; ++i) family[i] = i;
    for (auto& [pair, links] : links_) {
      const auto [i, j] = pair;
      const SentencePath path(links, size_of(i), size_of(j));
      explain(i, j, links, kin);
      if (are_kin(i, j, links, kin)) join(family, i, j);
    }
    for (std::uint32_t i = 0; i < n_; ++i) {
      for (std::uint32_t j = i + 1; j < n_; ++j) {
        if (copying_.most(i, j) >= kCopies) join(family, i, j);
      }
    }
    kin.families.resize(n_);
    for (std::uint32_t i = 0; i < n_; ++i) kin.families[family[i]].push_back(i);
    std::erase_if(kin.families, [](const auto& f) { return f.empty(); });
    for (const auto& members : kin.families) add_pairs(members, kin);
    sort_by(kin.pairs, [](const SentencePair& x, const SentencePair& y) {
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    return kin;
  }

 private:
  static constexpr std::uint32_t kNone = Id<void>::kNone;
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  std::uint32_t size_of(std::uint32_t i) const {
    return static_cast<std::uint32_t>(sentences_[i].size());
  }

  void collect_links(const Graph& graph) {
    std::map<Pair, Score> likeness;  // sentences, a < b
    for (std::uint32_t u = 0; u < graph.of.size(); ++u) {
      for (const Edge& edge : graph.of[u]) {
        if (edge.to < u || terms_.units[u].article == terms_.units[edge.to].article) continue;
        const std::uint32_t a = terms_.units[u].sentence;
        const std::uint32_t b = terms_.units[edge.to].sentence;
        if (place_[a] == kNone || place_[b] == kNone) continue;
        Score& best = likeness[{a, b}];
        best = std::max(best, edge.score);
      }
    }
    for (const auto& [pair, score] : likeness) {
      const auto [a, b] = pair;
      links_[{article_[a], article_[b]}].push_back({place_[a], place_[b], score, 0});
    }
    std::erase_if(links_, [](const auto& entry) {
      const auto like = [](const SentenceLink& link) { return link.likeness >= kOnPath; };
      return std::count_if(entry.second.begin(), entry.second.end(), like) < kLeastSentences;
    });
  }

  void explain(std::uint32_t i, std::uint32_t j, const std::vector<SentenceLink>& links,
               Kinship& kin) const {
    std::vector<Thousandths> of_x(size_of(i), 0);
    std::vector<Thousandths> of_y(size_of(j), 0);
    for (const SentenceLink& link : links) {
      const Thousandths part = link.likely * std::min(kFullLikeness, link.likeness) / kFullLikeness;
      of_x[link.x] = std::max(of_x[link.x], part);
      of_y[link.y] = std::max(of_y[link.y], part);
    }
    kin.explained[i][j] = weighted(i, of_x);
    kin.explained[j][i] = weighted(j, of_y);
  }
  Thousandths weighted(std::uint32_t i, const std::vector<Thousandths>& parts) const {
    std::int64_t sum = 0, all = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const Weight weight = terms_.sentences[sentences_[i][k]].weight;
      sum += weight * parts[k], all += weight;
    }
    return all == 0 ? 0 : static_cast<Thousandths>(sum / all);
  }
  bool are_kin(std::uint32_t i, std::uint32_t j, const std::vector<SentenceLink>& links,
               const Kinship& kin) const {
    const auto good = [](const SentenceLink& link) {
      return link.likely >= kLikely && link.likeness >= kOnPath;
    };
    if (std::count_if(links.begin(), links.end(), good) < kLeastSentences) return false;
    // Who writes in his own words and yet quotes to the letter was there himself.
    const bool heard = copying_.quoted_alike[i][j] > 0 && copying_.most(i, j) < kSomeCopies;
    const bool own = std::min(news(told_[i], told_[j]), news(told_[j], told_[i])) >= kOwnNews;
    return !heard && kin.mean(i, j) >= (own ? kKinWithNews : kKin);
  }
  static void join(std::vector<std::uint32_t>& family, std::uint32_t i, std::uint32_t j) {
    const std::uint32_t from = std::max(family[i], family[j]);
    const std::uint32_t to = std::min(family[i], family[j]);
    for (std::uint32_t& f : family) f = f == from ? to : f;
  }

  void add_pairs(const std::vector<std::uint32_t>& members, Kinship& kin) const {
    std::map<Pair, Thousandths> likely;
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, Thousandths>>>
        ways;  // sure ones, by sentence
    for (std::size_t p = 0; p < members.size(); ++p) {
      for (std::size_t q = p + 1; q < members.size(); ++q) {
        const auto found = links_.find({members[p], members[q]});
        if (found == links_.end()) continue;
        for (const SentenceLink& link : found->second) {
          const std::uint32_t a = sentences_[members[p]][link.x];
          const std::uint32_t b = sentences_[members[q]][link.y];
          likely[{a, b}] = link.likely;
          if (link.likely < kLikely) continue;
          ways[a].emplace_back(b, link.likely);
          ways[b].emplace_back(a, link.likely);
        }
      }
    }
    if (members.size() > 2 && members.size() <= kMostForThirds) add_thirds(ways, likely);
    for (const auto& [pair, p] : likely) {
      if (p >= kLikely) kin.pairs.push_back({pair.first, pair.second, p});
    }
  }
  // What third articles say: each counts once, by its best way.
  void add_thirds(
      const std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, Thousandths>>>& ways,
      std::map<Pair, Thousandths>& likely) const {
    std::map<Pair, std::map<std::uint32_t, Thousandths>> through;
    for (const auto& [third, ends] : ways) {
      for (const auto& [a, p] : ends) {
        for (const auto& [b, q] : ends) {
          if (a >= b || article_[a] == article_[b]) continue;
          Thousandths& best = through[{a, b}][article_[third]];
          best = std::max(best, p * q / 1000);
        }
      }
    }
    for (const auto& [pair, thirds] : through) {
      Thousandths& p = likely[pair];
      std::int64_t rest = 1000 - p;
      for (const auto& [article, way] : thirds) rest = rest * (1000 - way / 2) / 1000;
      p = static_cast<Thousandths>(1000 - rest);
    }
  }

  const EventTerms& terms_;
  const Copying& copying_;
  std::size_t n_;
  std::vector<std::vector<std::uint32_t>> sentences_;  // by article: its sentences, titles left out
  std::vector<std::vector<Term>> told_;                // by article: figures, days, names; sorted
  std::vector<std::uint32_t> place_;                   // by sentence: place in its article
  std::vector<std::uint32_t> article_;                 // by sentence: place of its article
  std::map<Pair, std::vector<SentenceLink>> links_;    // by places of two articles
};

}  // namespace

Kinship find_kinship(const EventTerms& terms, const Graph& graph, const Event& event,
                     const Copying& copying) {
  return KinFinder(terms, graph, event, copying).run();
}

}  // namespace crossread
