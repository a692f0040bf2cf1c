#include "compare/events.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/number.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

struct Feature {
  std::uint32_t id = 0;
  bool is_name = false;
};

struct Profile {
  std::vector<std::uint32_t> ids;  // sorted, each once
  double square = 0;               // sum of squared weights
};

// How telling a word is: 0 for everyday words, 8 for a name, 5 for a word out of the table.
int rarity(std::string_view word, bool is_name) {
  static const Table kCommon = table("common_words");
  const Table::Row row = kCommon.find(word);
  const int level = row ? row.field(0)[0] - '0' : 7;
  if (is_name) return level <= 3 ? 4 : 8;
  return std::max(0, level - 3);
}

class Pile {
 public:
  explicit Pile(const std::vector<Analysis>& articles) {
    for (const Analysis& analysis : articles) read(analysis);
    weigh();
  }

  std::int32_t nearness(std::size_t a, std::size_t b) const {
    const Profile& x = profiles_[a];
    const Profile& y = profiles_[b];
    double shared = 0;
    for (std::size_t i = 0, j = 0; i < x.ids.size() && j < y.ids.size();) {
      if (x.ids[i] < y.ids[j]) {
        ++i;
      } else if (y.ids[j] < x.ids[i]) {
        ++j;
      } else {
        const double w = weights_[x.ids[i]];
        shared += w * w;
        ++i, ++j;
      }
    }
    const double size = std::sqrt(x.square * y.square);
    return size <= 0 ? 0 : static_cast<std::int32_t>(shared * 1000 / size + 0.5);
  }

 private:
  std::uint32_t number(const std::string& word, bool is_name) {
    const auto [place, is_new] =
        numbers_.try_emplace(word, static_cast<std::uint32_t>(rarity_.size()));
    if (is_new) {
      rarity_.push_back(rarity(word, is_name));
      count_.push_back(0);
    } else if (is_name) {
      rarity_[place->second] = std::max(rarity_[place->second], rarity(word, true));
    }
    return place->second;
  }

  void read(const Analysis& analysis) {
    const Document& document = analysis.document;
    std::vector<bool> in_name(document.tokens.size(), false);
    for (const NameMention& name : analysis.names) {
      for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t) in_name[t] = true;
    }
    Profile profile;
    for (std::size_t t = 0; t < document.tokens.size(); ++t) {
      const Token& token = document.tokens[t];
      if (token.kind != TokenKind::word) continue;
      const std::string word =
          fold_accents(in_name[t] ? document.folded(token) : document.lemma(token));
      if (word.size() < 3) continue;
      profile.ids.push_back(number(word, in_name[t]));
    }
    std::sort(profile.ids.begin(), profile.ids.end());
    profile.ids.erase(std::unique(profile.ids.begin(), profile.ids.end()), profile.ids.end());
    for (const std::uint32_t id : profile.ids) ++count_[id];
    profiles_.push_back(std::move(profile));
  }

  void weigh() {
    // Words that most of a mixed pile shares tell little; in a pile of one event that must not
    // matter, so the factor stays between 1/2 and 1.
    const auto n = static_cast<std::uint32_t>(profiles_.size());
    weights_.resize(rarity_.size());
    for (std::size_t id = 0; id < rarity_.size(); ++id) {
      const double spread = static_cast<double>(count_[id]) / static_cast<double>(std::max(n, 1U));
      weights_[id] = static_cast<double>(rarity_[id]) * (1.0 - 0.5 * spread);
    }
    for (Profile& profile : profiles_) {
      for (const std::uint32_t id : profile.ids) profile.square += weights_[id] * weights_[id];
    }
  }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<int> rarity_;           // by id
  std::vector<std::uint32_t> count_;  // articles that have it
  std::vector<double> weights_;
  std::vector<Profile> profiles_;
};

}  // namespace

Nearness article_nearness(const std::vector<Analysis>& articles) {
  const Pile pile(articles);
  Nearness near(articles.size(), std::vector<std::int32_t>(articles.size(), 1000));
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) near[a][b] = near[b][a] = pile.nearness(a, b);
  }
  return near;
}

std::vector<Event> find_events(const Nearness& near, const EventOptions& options) {
  // Average link on the full matrix; sums of groups stand in the row of their first article.
  std::vector<std::vector<std::int64_t>> sums(near.size());
  for (std::size_t a = 0; a < near.size(); ++a) sums[a].assign(near[a].begin(), near[a].end());
  std::vector<std::vector<ArticleIndex>> groups(near.size());
  for (std::size_t a = 0; a < near.size(); ++a) groups[a] = {static_cast<ArticleIndex>(a)};
  // Best partner of each group; recomputed where a join has touched it.
  std::vector<std::size_t> alive(near.size());
  for (std::size_t a = 0; a < near.size(); ++a) alive[a] = a;
  const auto mean = [&](std::size_t a, std::size_t b) {
    return sums[a][b] / static_cast<std::int64_t>(groups[a].size() * groups[b].size());
  };
  std::vector<std::size_t> best(near.size(), 0);
  const auto find_best = [&](std::size_t a) {
    best[a] = a;
    for (const std::size_t b : alive) {
      if (b != a && (best[a] == a || mean(a, b) > mean(a, best[a]))) best[a] = b;
    }
  };
  for (const std::size_t a : alive) find_best(a);
  while (alive.size() > 1) {
    std::size_t top = alive[0];
    for (const std::size_t a : alive) {
      if (mean(a, best[a]) > mean(top, best[top])) top = a;
    }
    if (mean(top, best[top]) < options.nearness) break;
    const std::size_t a = std::min(top, best[top]);
    const std::size_t b = std::max(top, best[top]);
    groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
    for (const std::size_t c : alive) {
      if (c == a || c == b) continue;
      sums[a][c] += sums[b][c];
      sums[c][a] = sums[a][c];
    }
    std::erase(alive, b);
    for (const std::size_t c : alive) {
      if (c == a || best[c] == a || best[c] == b)
        find_best(c);
      else if (mean(c, a) > mean(c, best[c]))
        best[c] = a;
    }
  }
  std::vector<Event> events;
  for (const std::size_t a : alive) {
    std::sort(groups[a].begin(), groups[a].end());
    events.push_back({groups[a]});
  }
  sort_by(events, [](const Event& x, const Event& y) { return x.articles < y.articles; });
  return events;
}

}  // namespace crossread
