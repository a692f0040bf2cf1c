#include "entity/entities.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/sort.h"
#include "base/utf8.h"
#include "entity/match_form.h"
#include "entity/roles.h"

namespace crossread {
namespace {

// Names of one spelling, one type and (for a bare family name with Mr or Mrs) one gender.
struct Cluster {
  NameType type = NameType::person;
  MatchForm form;
  Gender honorific = Gender::unknown;
  std::vector<std::uint32_t> mentions;
  std::vector<std::string> titles;
};

struct Links {
  std::vector<std::uint32_t> parent;
  std::uint32_t root(std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
};

class Resolver {
 public:
  Resolver(const Document& document, const std::vector<NameMention>& names)
      : d_(document), names_(names) {}

  Entities resolve() {
    collect();
    index();
    links_.parent.resize(clusters_.size());
    std::iota(links_.parent.begin(), links_.parent.end(), 0U);
    full_.resize(clusters_.size());
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) {
      if (clusters_[c].type == NameType::person && clusters_[c].form.words.size() >= 2)
        full_[c] = {c};
    }
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) find_fits(c);
    // Full names first: what they make up decides whether a short form is ambiguous.
    for (std::size_t k = 0; k < kFullRules.size(); ++k) join_full(k);
    join_longer_forms();
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) join_short(c);
    return build();
  }

 private:
  static constexpr std::array kFullRules = {MergeRule::abbreviation, MergeRule::acronym,
                                            MergeRule::family_name_first, MergeRule::near_spelling};
  struct Fit {
    std::uint32_t other = 0;
    MergeRule rule = MergeRule::exact;
  };

  // Of the next few names.
  const NameMention* next_person(std::size_t m) const {
    for (std::size_t k = m + 1; k < names_.size() && k <= m + 4; ++k) {
      if (names_[k].type == NameType::person) return &names_[k];
    }
    return nullptr;
  }

  void collect() {
    std::map<std::tuple<NameType, NameWords, Gender>, std::uint32_t> seen;
    roles_.reserve(names_.size());
    for (std::uint32_t m = 0; m < names_.size(); ++m) {
      roles_.push_back(roles_of(d_, names_[m], next_person(m)));
      NameWords words = name_words(d_.text(names_[m].span));
      if (words.empty()) words.push_back(std::string(d_.text(names_[m].span)));
      const bool bare = names_[m].type == NameType::person && words.size() == 1;
      const Gender gender = bare && !names_[m].title.empty() ? roles_[m].gender : Gender::unknown;
      const auto [it, fresh] = seen.try_emplace({names_[m].type, words, gender},
                                                static_cast<std::uint32_t>(clusters_.size()));
      if (fresh) {
        clusters_.emplace_back();
        clusters_.back().type = names_[m].type;
        clusters_.back().form = match_form(names_[m].type, std::move(words));
        clusters_.back().honorific = gender;
      }
      Cluster& c = clusters_[it->second];
      c.mentions.push_back(m);
      c.titles.insert(c.titles.end(), roles_[m].titles.begin(), roles_[m].titles.end());
    }
  }

  // Under which keys a cluster is found: its words, what they sound like, initials, known name.
  void index() {
    keys_.resize(clusters_.size());
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) {
      for (std::string& key : keys(c)) {
        const auto [it, fresh] =
            posting_of_.try_emplace(std::move(key), static_cast<std::uint32_t>(postings_.size()));
        if (fresh) postings_.emplace_back();
        postings_[it->second].push_back(c);
        keys_[c].push_back(it->second);
      }
    }
  }

  std::vector<std::string> keys(std::uint32_t c) const {
    const Cluster& x = clusters_[c];
    std::vector<std::string> out;
    for (const std::string& w : x.form.words) {
      out.push_back("w" + w);
      if (w.size() > 4) out.push_back("s" + consonant_skeleton(w));
      if (w.size() > 4 && x.type == NameType::person) out.push_back("p" + w.substr(0, 3));
    }
    if (x.type == NameType::organization) {
      out.push_back("a" + (x.form.words.size() == 1 ? x.form.words[0] : x.form.letters));
    }
    out.push_back("c" + x.form.canonical);
    if (x.type == NameType::norp && x.form.words.size() == 1)
      out.push_back("w" + x.form.words[0] + "s");
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // Clusters that share a key with `c`, other than itself, in order.
  std::vector<std::uint32_t> neighbours(std::uint32_t c) {
    constexpr std::size_t kCrowd = 400;  // a key that so many share tells nothing
    std::vector<std::uint32_t> out;
    met_.resize(clusters_.size());
    for (const std::uint32_t key : keys_[c]) {
      if (postings_[key].size() > kCrowd) continue;
      for (const std::uint32_t o : postings_[key]) {
        if (o == c || met_[o] == c + 1 || clusters_[o].type != clusters_[c].type) continue;
        met_[o] = c + 1;
        out.push_back(o);
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // What the words alone say of a cluster and its neighbours, for all the joins that follow.
  void find_fits(std::uint32_t c) {
    const Cluster& x = clusters_[c];
    const bool person = x.type == NameType::person;
    const bool full_person = person && x.form.words.size() >= 2;
    fits_longer_.emplace_back();
    fits_short_.emplace_back();
    for (const std::uint32_t o : neighbours(c)) {
      const Cluster& y = clusters_[o];
      const bool longer = full_person && (y.form.words.size() > x.form.words.size() ||
                                          (y.form.words.size() == x.form.words.size() && o > c));
      const bool shorter = !full_person && (y.form.words.size() > x.form.words.size() ||
                                            (person && y.form.words == x.form.words));
      if (o < c && !longer && !shorter) continue;
      const auto rule = match_forms(x.form, y.form, o > c ? second_sign(c, o) : SecondSign::absent);
      if (!rule) continue;
      const bool whole = *rule == MergeRule::name_part || *rule == MergeRule::exact;
      if (longer && whole) fits_longer_[c].push_back(o);
      if (genders_clash(c, o)) continue;
      if (shorter && (whole || *rule == MergeRule::family_name_first))
        fits_short_[c].push_back({o, *rule});
      const auto wanted = std::find(kFullRules.begin(), kFullRules.end(), *rule);
      if (o < c || wanted == kFullRules.end()) continue;
      if (person && *rule != MergeRule::near_spelling &&
          (x.form.words.size() < 2 || y.form.words.size() < 2))
        continue;
      fits_full_[static_cast<std::size_t>(wanted - kFullRules.begin())].push_back({c, o});
    }
  }

  SecondSign second_sign(std::uint32_t a, std::uint32_t b) const {
    for (const std::string& t : clusters_[a].titles) {
      const auto& other = clusters_[b].titles;
      if (std::find(other.begin(), other.end(), t) != other.end()) return SecondSign::present;
    }
    return SecondSign::absent;
  }

  bool genders_clash(std::uint32_t a, std::uint32_t b) const {
    const Gender x = clusters_[a].honorific;
    const Gender y = clusters_[b].honorific;
    if (x != Gender::unknown && y != Gender::unknown) return x != y;
    // Mr Hale and Jennifer Hale: the first name speaks.
    const auto clash = [&](Gender bare, const Cluster& full) {
      if (bare == Gender::unknown || full.form.words.size() < 2) return false;
      const Gender first = gender_of_first_name(full.form.words.front());
      return first != Gender::unknown && first != bare;
    };
    return clash(x, clusters_[b]) || clash(y, clusters_[a]);
  }

  // Every person's full name on one side must fit every one on the other.
  bool consistent(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t ra = links_.root(a);
    const std::uint32_t rb = links_.root(b);
    if (ra == rb) return false;
    for (const std::uint32_t i : full_[ra]) {
      for (const std::uint32_t k : full_[rb]) {
        if (!match_names(NameType::person, clusters_[i].form.words, clusters_[k].form.words,
                         second_sign(i, k))) {
          return false;
        }
      }
    }
    return true;
  }

  void join(std::uint32_t a, std::uint32_t b, MergeRule rule) {
    const std::uint32_t ra = links_.root(a);
    const std::uint32_t rb = links_.root(b);
    const std::uint32_t into = std::min(ra, rb);
    std::vector<std::uint32_t>& gone = full_[std::max(ra, rb)];
    links_.parent[std::max(ra, rb)] = into;
    full_[into].insert(full_[into].end(), gone.begin(), gone.end());
    gone.clear();
    merges_.emplace_back();
    merges_.back().rule = rule;
    merges_.back().a = names_[clusters_[a].mentions.front()].span;
    merges_.back().b = names_[clusters_[b].mentions.front()].span;
    merge_cluster_.push_back(a);
  }

  void join_full(std::size_t rule) {
    for (const auto& [c, o] : fits_full_[rule]) {
      if (links_.root(o) != links_.root(c) && consistent(c, o)) join(c, o, kFullRules[rule]);
    }
  }

  // "V. Putin" and "Vladimir Putin": part against whole, both with a family name. Only where one
  // whole fits.
  void join_longer_forms() {
    for (std::uint32_t c = 0; c < clusters_.size(); ++c)
      join_if_one(c, fits_longer_[c], MergeRule::name_part);
  }

  void join_if_one(std::uint32_t c, const std::vector<std::uint32_t>& fits, MergeRule rule) {
    if (fits.empty()) return;
    for (const std::uint32_t o : fits) {
      if (links_.root(o) != links_.root(fits.front())) return;
    }
    if (links_.root(c) != links_.root(fits.front()) && consistent(c, fits.front())) {
      join(c, fits.front(), rule);
    }
  }

  // A single name of a person, a short form of an organisation.
  void join_short(std::uint32_t c) {
    const Cluster& x = clusters_[c];
    const bool person = x.type == NameType::person;
    if (person && x.form.words.size() != 1) return;
    std::vector<std::uint32_t> family;  // candidates by family name
    std::vector<std::uint32_t> given;   // by first name
    MergeRule rule = MergeRule::name_part;
    for (const auto& [o, fit] : fits_short_[c]) {
      const Cluster& y = clusters_[o];
      if (fit != MergeRule::exact) rule = fit;
      const bool by_given = person && y.form.words.size() > 1 &&
                            y.form.words.back() != x.form.words[0] &&
                            fit != MergeRule::family_name_first;
      (by_given ? given : family).push_back(o);
    }
    std::vector<std::uint32_t>& fits = family.empty() ? given : family;
    if (fits.empty()) return;
    if (!one_root(fits)) {
      if (!person || &fits == &given) return;
      fits = {most_prominent(fits)};
    }
    join_if_one(c, fits, rule);
  }

  bool one_root(const std::vector<std::uint32_t>& fits) {
    return std::all_of(fits.begin(), fits.end(), [&](std::uint32_t o) {
      return links_.root(o) == links_.root(fits.front());
    });
  }

  // Whom a bare family name means where two bear it: the one the article names in full most often,
  // then the one it names first. Papers call the other by the full name to keep them apart.
  std::uint32_t most_prominent(const std::vector<std::uint32_t>& fits) {
    std::map<std::uint32_t, std::size_t> count;
    for (const std::uint32_t o : fits) count[links_.root(o)] += clusters_[o].mentions.size();
    std::uint32_t best = fits.front();
    for (const std::uint32_t o : fits) {
      const std::size_t n = count[links_.root(o)];
      const std::size_t m = count[links_.root(best)];
      if (n > m || (n == m && clusters_[o].mentions.front() < clusters_[best].mentions.front()))
        best = o;
    }
    return best;
  }

  // ---- what comes out ----
  Entities build() {
    std::vector<std::uint32_t> cluster_of(names_.size());
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) {
      for (const std::uint32_t m : clusters_[c].mentions) cluster_of[m] = c;
    }
    Entities out;
    out.of_mention.resize(names_.size());
    std::map<std::uint32_t, std::uint32_t> entity_of_root;
    for (std::uint32_t m = 0; m < names_.size(); ++m) {
      const std::uint32_t root = links_.root(cluster_of[m]);
      const auto [it, fresh] =
          entity_of_root.try_emplace(root, static_cast<std::uint32_t>(out.all.size()));
      if (fresh) {
        out.all.emplace_back();
        out.all.back().type = names_[m].type;
      }
      out.all[it->second].mentions.push_back(m);
      out.of_mention[m] = EntityId{it->second};
    }
    for (std::size_t i = 0; i < merges_.size(); ++i) {
      out.all[entity_of_root[links_.root(merge_cluster_[i])]].merges.push_back(merges_[i]);
    }
    for (Entity& e : out.all) describe(e);
    return out;
  }

  void describe(Entity& e) const {
    std::map<std::string, std::uint32_t> counts;
    std::vector<std::string> order;
    for (const std::uint32_t m : e.mentions) {
      std::string surface(d_.text(names_[m].span));
      if (counts[surface]++ == 0) order.push_back(surface);
      e.roles.insert(e.roles.end(), roles_[m].roles.begin(), roles_[m].roles.end());
      if (e.gender == Gender::unknown) e.gender = roles_[m].gender;
    }
    std::sort(e.roles.begin(), e.roles.end());
    e.roles.erase(std::unique(e.roles.begin(), e.roles.end()), e.roles.end());
    e.name = *std::max_element(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return fullness(a) < fullness(b);
    });
    sort_by(order, [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    e.aliases = std::move(order);
    if (e.type == NameType::person && e.gender == Gender::unknown) {
      e.gender = gender_by_pronouns(d_, names_, e.mentions);
    }
  }

  // Which form is the fullest: not all capitals, more words that are no initials, longer.
  static std::tuple<bool, std::size_t, std::size_t> fullness(const std::string& surface) {
    const NameWords words = name_words(surface);
    std::size_t full = 0;
    for (const std::string& w : words) full += w.size() > 1 ? 1 : 0;
    const bool shouted =
        surface.size() > 3 &&
        std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return {!shouted, full, surface.size()};
  }

  const Document& d_;
  const std::vector<NameMention>& names_;
  std::vector<RolesOfName> roles_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::uint32_t> posting_of_;  // looked up only, never walked
  std::vector<std::vector<std::uint32_t>> postings_;
  std::vector<std::vector<std::uint32_t>> keys_;  // of a cluster: its postings
  std::vector<std::uint32_t> met_;  // of a cluster: 1 + whose neighbours it was counted to last
  std::array<std::vector<std::pair<std::uint32_t, std::uint32_t>>, kFullRules.size()> fits_full_;
  std::vector<std::vector<std::uint32_t>> fits_longer_;
  std::vector<std::vector<Fit>> fits_short_;
  Links links_;
  std::vector<std::vector<std::uint32_t>> full_;  // of a root: its persons' names in full
  std::vector<Merge> merges_;
  std::vector<std::uint32_t> merge_cluster_;
};

}  // namespace

std::string_view merge_rule_code(MergeRule rule) {
  switch (rule) {
    case MergeRule::exact:
      return "exact";
    case MergeRule::acronym:
      return "acronym";
    case MergeRule::name_part:
      return "name_part";
    case MergeRule::family_name_first:
      return "family_name_first";
    case MergeRule::same_role:
      return "same_role";
    case MergeRule::near_spelling:
      return "near_spelling";
    case MergeRule::abbreviation:
      return "abbreviation";
    case MergeRule::glued:
      return "glued";
  }
  return "";
}

Entities resolve_entities(const Document& document, const std::vector<NameMention>& names) {
  return Resolver(document, names).resolve();
}

bool may_be_same(const NameForm& a, const NameForm& b, MergeRule& rule) {
  if (a.type != b.type) return false;
  const NameWords wa = name_words(a.name);
  const NameWords wb = name_words(b.name);
  if (const auto fit = match_names(a.type, wa, wb)) {
    rule = *fit;
    return true;
  }
  // Two full names of persons that do not fit are two persons, whatever short forms they share; a
  // full form that both bear ("Vladimir Putin" beside "Vladimir Vladimirovich Putin") makes them
  // one.
  const bool full_persons = a.type == NameType::person && wa.size() > 1 && wb.size() > 1;
  if (a.aliases == nullptr || b.aliases == nullptr) return false;
  for (const std::string& x : *a.aliases) {
    const NameWords words = name_words(x);
    if (words.size() == 1 && (full_persons || words[0].size() < 3)) continue;
    for (const std::string& y : *b.aliases) {
      if (words == name_words(y)) {
        rule = MergeRule::exact;
        return true;
      }
    }
  }
  return false;
}

}  // namespace crossread
