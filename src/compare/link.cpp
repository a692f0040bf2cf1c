#include "compare/link.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/sort.h"
#include "base/utf8.h"

namespace crossread {
namespace {

constexpr std::size_t kLargestBucket = 64;  // a key that more clusters share tells nothing

struct Local {
  ArticleIndex article = 0;
  std::uint32_t entity = 0;
};

// Entities that are one so far.
struct Cluster {
  NameType type = NameType::person;
  std::vector<Local> members;        // sorted by article
  std::vector<std::string> aliases;  // sorted, each once
  std::string name;                  // the fullest
  std::vector<CrossEntity::Merge> merges;
  bool dead = false;
};

std::vector<std::string> words_of(std::string_view name) {
  const std::string folded = fold_accents(name);
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded) {
    if (c == ' ' || c == '-' || c == '.' || c == '\'') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word.push_back(c);
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Keys under which names that may be the same meet: each word, the initials, the consonants.
std::vector<std::string> keys_of(const Cluster& cluster) {
  std::vector<std::string> keys;
  for (const std::string& alias : cluster.aliases) {
    const std::vector<std::string> words = words_of(alias);
    std::string initials = "=";
    for (const std::string& word : words) {
      if (word.size() > 2) keys.push_back(word);
      initials.push_back(word[0]);
      std::string bones = "~";
      for (const char c : word) {
        if (std::string_view("aeiouy").find(c) == std::string_view::npos) bones.push_back(c);
      }
      if (bones.size() > 3) keys.push_back(bones.substr(0, 5));
    }
    if (initials.size() > 2) keys.push_back(initials);
    if (words.size() == 1 && words[0].size() <= 6) keys.push_back("=" + words[0]);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool in_one_article(const Cluster& a, const Cluster& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.members.size() && j < b.members.size()) {
    if (a.members[i].article == b.members[j].article) return true;
    a.members[i].article < b.members[j].article ? ++i : ++j;
  }
  return false;
}

class Linker {
 public:
  Linker(const std::vector<Analysis>& articles, const Event& event) : articles_(articles) {
    for (const ArticleIndex a : event.articles) add_article(a);
  }

  std::vector<Cluster> run() {
    join_equal_names();
    // Strong rules first; each sees what the one before has joined.
    for (const MergeRule rule :
         {MergeRule::exact, MergeRule::family_name_first, MergeRule::abbreviation,
          MergeRule::acronym, MergeRule::name_part, MergeRule::glued, MergeRule::same_role,
          MergeRule::near_spelling}) {
      join_by(rule);
    }
    std::erase_if(clusters_, [](const Cluster& c) { return c.dead; });
    return std::move(clusters_);
  }

 private:
  const Entity& entity(Local local) const {
    return articles_[local.article].entities.all[local.entity];
  }

  void add_article(ArticleIndex article) {
    const std::vector<Entity>& all = articles_[article].entities.all;
    for (std::uint32_t e = 0; e < all.size(); ++e) {
      Cluster cluster;
      cluster.type = all[e].type;
      cluster.members = {{article, e}};
      cluster.aliases = all[e].aliases;
      cluster.aliases.push_back(all[e].name);
      std::sort(cluster.aliases.begin(), cluster.aliases.end());
      cluster.aliases.erase(std::unique(cluster.aliases.begin(), cluster.aliases.end()),
                            cluster.aliases.end());
      cluster.name = all[e].name;
      clusters_.push_back(std::move(cluster));
    }
  }

  Evidence first_mention(const Cluster& cluster) const {
    const Local local = cluster.members.front();
    const Analysis& analysis = articles_[local.article];
    const Entity& e = entity(local);
    const Span span = e.mentions.empty() ? Span{} : analysis.names[e.mentions.front()].span;
    return {local.article, span};
  }

  void join(std::size_t a, std::size_t b, MergeRule rule) {
    Cluster& x = clusters_[a];
    Cluster& y = clusters_[b];
    x.merges.push_back({rule, first_mention(x), first_mention(y)});
    x.merges.insert(x.merges.end(), y.merges.begin(), y.merges.end());
    x.members.insert(x.members.end(), y.members.begin(), y.members.end());
    sort_by(x.members, [](Local p, Local q) {
      return p.article != q.article ? p.article < q.article : p.entity < q.entity;
    });
    x.aliases.insert(x.aliases.end(), y.aliases.begin(), y.aliases.end());
    std::sort(x.aliases.begin(), x.aliases.end());
    x.aliases.erase(std::unique(x.aliases.begin(), x.aliases.end()), x.aliases.end());
    if (y.name.size() > x.name.size() && rule != MergeRule::acronym) x.name = y.name;
    y = Cluster{};
    y.dead = true;
  }

  // The same name in full. Types may differ between articles, for taggers err, unless some article
  // keeps two things of that name apart (a ship and a town).
  void join_equal_names() {
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      by_name[fold_accents(clusters_[c].name)].push_back(c);
    for (const auto& entry : by_name) {
      const std::vector<std::size_t>& same = entry.second;
      bool two_things = false;
      for (std::size_t i = 0; i < same.size() && !two_things; ++i) {
        for (std::size_t j = i + 1; j < same.size() && !two_things; ++j) {
          two_things = in_one_article(clusters_[same[i]], clusters_[same[j]]);
        }
        if (same.size() > kLargestBucket) break;
      }
      for (std::size_t i = 0; i < same.size(); ++i) {
        if (clusters_[same[i]].dead) continue;
        for (std::size_t j = i + 1; j < same.size(); ++j) {
          const Cluster& x = clusters_[same[i]];
          const Cluster& y = clusters_[same[j]];
          if (y.dead || in_one_article(x, y)) continue;
          if (x.type != y.type &&
              (two_things || x.type == NameType::norp || y.type == NameType::norp))
            continue;
          join(same[i], same[j], MergeRule::exact);
        }
      }
    }
  }

  bool fits(const Cluster& a, const Cluster& b, MergeRule& rule) const {
    if (a.dead || b.dead || in_one_article(a, b)) return false;
    return may_be_same({a.type, a.name, &a.aliases}, {b.type, b.name, &b.aliases}, rule);
  }

  // Joins pairs that fit by `wanted` and by no other partner: who fits two fits none.
  void join_by(MergeRule wanted) {
    std::map<std::string, std::vector<std::size_t>> buckets;
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      if (clusters_[c].dead) continue;
      for (const std::string& key : keys_of(clusters_[c])) buckets[key].push_back(c);
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& entry : buckets) {
      const std::vector<std::size_t>& same = entry.second;
      if (same.size() > kLargestBucket) continue;
      for (std::size_t i = 0; i < same.size(); ++i) {
        for (std::size_t j = i + 1; j < same.size(); ++j) pairs.emplace_back(same[i], same[j]);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<std::pair<std::size_t, std::size_t>> fitting;
    std::vector<std::vector<std::size_t>> partners(clusters_.size());
    for (const auto& [a, b] : pairs) {
      MergeRule rule = MergeRule::exact;
      if (!fits(clusters_[a], clusters_[b], rule)) continue;
      partners[a].push_back(b);
      partners[b].push_back(a);
      if (rule == wanted) fitting.emplace_back(a, b);
    }
    for (const auto& [a, b] : fitting) {
      if (ambiguous(partners, a, b) || ambiguous(partners, b, a)) continue;
      MergeRule rule = MergeRule::exact;
      if (fits(clusters_[a], clusters_[b], rule)) join(a, b, rule);
    }
  }

  // `a` fits another living cluster beside `b` that is not itself the same as `b`.
  bool ambiguous(const std::vector<std::vector<std::size_t>>& partners, std::size_t a,
                 std::size_t b) const {
    for (const std::size_t other : partners[a]) {
      if (other == b || clusters_[other].dead) continue;
      MergeRule rule = MergeRule::exact;
      if (!fits(clusters_[other], clusters_[b], rule)) return true;
    }
    return false;
  }

  const std::vector<Analysis>& articles_;
  std::vector<Cluster> clusters_;
};

// The fullest name that most articles use: by articles, then length, then bytes.
std::string best_name(const std::vector<Analysis>& articles, const Cluster& cluster) {
  std::map<std::string, std::size_t> count;
  for (const Local& local : cluster.members)
    ++count[articles[local.article].entities.all[local.entity].name];
  std::string best;
  std::size_t most = 0;
  for (const auto& [name, n] : count) {
    if (n > most || (n == most && name.size() > best.size())) most = n, best = name;
  }
  return best;
}

NameType common_type(const std::vector<Analysis>& articles, const Cluster& cluster) {
  std::array<std::size_t, 16> count{};
  for (const Local& local : cluster.members) {
    ++count[static_cast<std::size_t>(articles[local.article].entities.all[local.entity].type)];
  }
  return static_cast<NameType>(std::max_element(count.begin(), count.end()) - count.begin());
}

CrossEntity make_entity(const std::vector<Analysis>& articles, const Cluster& cluster) {
  CrossEntity out;
  out.type = common_type(articles, cluster);
  out.name = best_name(articles, cluster);
  out.merges = cluster.merges;
  for (const Local& local : cluster.members) {
    const Analysis& analysis = articles[local.article];
    const Entity& entity = analysis.entities.all[local.entity];
    for (const std::uint32_t m : entity.mentions)
      out.mentions.push_back({local.article, analysis.names[m].span});
    for (const Span role : entity.roles) out.roles.push_back({local.article, role});
    for (const Merge& merge : entity.merges) {
      out.merges.push_back({merge.rule, {local.article, merge.a}, {local.article, merge.b}});
    }
  }
  std::sort(out.mentions.begin(), out.mentions.end());
  std::sort(out.roles.begin(), out.roles.end());
  return out;
}

}  // namespace

EntityLinks link_entities(const std::vector<Analysis>& articles, const std::vector<Event>& events) {
  EntityLinks links;
  links.of_article.resize(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    links.of_article[a].resize(articles[a].entities.all.size());
  }
  for (const Event& event : events) {
    for (const Cluster& cluster : Linker(articles, event).run()) {
      const CrossEntityId id{static_cast<std::uint32_t>(links.entities.size())};
      for (const Local& local : cluster.members) links.of_article[local.article][local.entity] = id;
      links.entities.push_back(make_entity(articles, cluster));
    }
  }
  return links;
}

}  // namespace crossread
