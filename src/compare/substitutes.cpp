#include "compare/substitutes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr Score kSameThing = 600;    // score of the two clauses
constexpr Score kAlikePeople = 280;  // and their overlap without names and figures
constexpr Score kAlikePlaces = 420;
constexpr Score kCannotBoth = 550;  // overlap from which it is no mere difference
constexpr std::size_t kMostWords = 6;

struct Named {
  std::uint32_t mention = 0;  // index into Analysis::names
  CrossEntityId entity;
};

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string folded = fold_accents(name);
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t space = std::min(folded.find(' ', at), folded.size());
    if (space > at) words.push_back(folded.substr(at, space - at));
    at = space + 1;
  }
  return words;
}

// "rui tavares", "luis tavares": the last word is the same, the first is another, and no initial
// ("R. Tavares") or further name ("Rui Manuel Tavares") explains it.
bool other_first_name(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = name_words(a);
  const std::vector<std::string> y = name_words(b);
  if (x.size() < 2 || y.size() < 2 || x.back() != y.back()) return false;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    for (std::size_t j = 0; j + 1 < y.size(); ++j) {
      if (x[i][0] == y[j][0] && (x[i].size() <= 2 || y[j].size() <= 2)) return false;
      if (x[i] == y[j]) return false;
    }
  }
  return true;
}

// "annals of community medicine", "archives of community medicine".
bool one_word_differs(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = name_words(a);
  const std::vector<std::string> y = name_words(b);
  if (x.size() != y.size() || x.size() < 3) return false;
  std::size_t apart = 0;
  for (std::size_t i = 0; i < x.size(); ++i) apart += x[i] == y[i] ? 0 : 1;
  return apart == 1;
}

class Substitutes {
 public:
  explicit Substitutes(const EventView& view) : view_(view), names_of_(view.terms.units.size()) {
    held_.resize(view.articles.size());
    for (const ArticleIndex a : view.event.articles) read(a);
  }

  std::vector<Finding> run() {
    for (std::uint32_t u = 0; u < view_.terms.units.size(); ++u) {
      for (const Edge& edge : view_.graph.of[u]) {
        if (edge.to < u || edge.score < kSameThing) continue;
        if (view_.terms.units[edge.to].article == view_.terms.units[u].article) continue;
        look(u, edge.to);
      }
    }
    std::vector<Finding> out;
    for (auto& [key, meeting] : meetings_) out.push_back(finding(key, meeting));
    return out;
  }

 private:
  struct Side {
    std::uint32_t unit = 0;
    std::uint32_t mention = 0;
    auto operator<=>(const Side&) const = default;
  };
  struct Meeting {
    FindingKind kind = FindingKind::name;
    std::vector<Side> a;
    std::vector<Side> b;
    Score alike = 0;
    std::pair<std::uint32_t, std::uint32_t> best;
  };
  using Key = std::pair<std::uint32_t, std::uint32_t>;

  void read(ArticleIndex article) {
    const Analysis& analysis = view_.articles[article];
    for (std::uint32_t u = 0; u < view_.terms.units.size(); ++u) {
      if (view_.terms.units[u].article != article) continue;
      const Range tokens = view_.statement(view_.terms.units[u]).tokens;
      for (std::uint32_t n = 0; n < analysis.names.size(); ++n) {
        if (!tokens.contains(analysis.names[n].tokens)) continue;
        const CrossEntityId entity = view_.links.of(article, analysis.entities.of_mention[n]);
        if (entity.valid()) names_of_[u].push_back({n, entity});
      }
    }
    for (const CrossEntityId entity : view_.links.of_article[article]) {
      if (entity.valid()) held_[article].push_back(entity.value);
    }
    std::sort(held_[article].begin(), held_[article].end());
  }

  const CrossEntity& entity(CrossEntityId id) const { return view_.links.entities[id.value]; }

  bool holds(ArticleIndex article, CrossEntityId id) const {
    return std::binary_search(held_[article].begin(), held_[article].end(), id.value);
  }

  // Names of the type in unit u that unit v does not have.
  std::vector<Named> missing(std::uint32_t u, std::uint32_t v, bool (*is_type)(NameType)) const {
    std::vector<Named> out;
    for (const Named& named : names_of_[u]) {
      if (!is_type(entity(named.entity).type)) continue;
      const bool shared =
          std::any_of(names_of_[v].begin(), names_of_[v].end(),
                      [&](const Named& other) { return other.entity == named.entity; });
      const bool again = std::any_of(out.begin(), out.end(),
                                     [&](const Named& o) { return o.entity == named.entity; });
      if (!shared && !again) out.push_back(named);
    }
    return out;
  }

  void look(std::uint32_t u, std::uint32_t v) {
    const Score alike =
        overlap(view_.terms, view_.terms.units[u], view_.terms.units[v], 5, Figures::mask);
    if (alike < kAlikePeople) return;
    const auto people = [](NameType t) { return t == NameType::person; };
    const auto bodies = [](NameType t) {
      return t == NameType::organization || t == NameType::work || t == NameType::facility ||
             t == NameType::event;
    };
    const auto places = [](NameType t) { return t == NameType::location; };
    for (const Named& a : missing(u, v, people)) {
      for (const Named& b : missing(v, u, people)) {
        if (same_words(u, a, v, b)) continue;  // "Draper" and "Draper": whoever is meant
        if (other_first_name(entity(a.entity).name, entity(b.entity).name))
          meet(u, v, a, b, FindingKind::name, alike);
      }
    }
    for (const Named& a : missing(u, v, bodies)) {
      for (const Named& b : missing(v, u, bodies)) {
        if (one_word_differs(entity(a.entity).name, entity(b.entity).name))
          meet(u, v, a, b, FindingKind::name, alike);
      }
    }
    const std::vector<Named> x = missing(u, v, places);
    const std::vector<Named> y = missing(v, u, places);
    if (alike >= kAlikePlaces && x.size() == 1 && y.size() == 1 &&
        same_preposition(u, x[0], v, y[0]) && !holds(view_.terms.units[v].article, x[0].entity) &&
        !holds(view_.terms.units[u].article, y[0].entity)) {
      meet(u, v, x[0], y[0], FindingKind::place, alike);
    }
  }

  bool same_words(std::uint32_t u, const Named& a, std::uint32_t v, const Named& b) const {
    const Analysis& x = view_.analysis(view_.terms.units[u]);
    const Analysis& y = view_.analysis(view_.terms.units[v]);
    return equal_folded(x.document.text(x.names[a.mention].span),
                        y.document.text(y.names[b.mention].span));
  }

  std::string_view word_before(std::uint32_t u, const Named& named) const {
    const Analysis& analysis = view_.analysis(view_.terms.units[u]);
    const std::uint32_t first = analysis.names[named.mention].tokens.first;
    return first == 0 ? std::string_view{}
                      : analysis.document.folded(analysis.document.tokens[first - 1]);
  }

  bool same_preposition(std::uint32_t u, const Named& a, std::uint32_t v, const Named& b) const {
    const std::string_view x = word_before(u, a);
    return x == word_before(v, b) &&
           (x == "in" || x == "at" || x == "near" || x == "to" || x == "from" || x == "for");
  }

  void meet(std::uint32_t u, std::uint32_t v, const Named& a, const Named& b, FindingKind kind,
            Score alike) {
    const bool in_order = a.entity < b.entity;
    Meeting& meeting = meetings_[in_order ? Key{a.entity.value, b.entity.value}
                                          : Key{b.entity.value, a.entity.value}];
    meeting.kind = kind;
    if (alike > meeting.alike)
      meeting.alike = alike, meeting.best = in_order ? std::pair(u, v) : std::pair(v, u);
    (in_order ? meeting.a : meeting.b).push_back({u, a.mention});
    (in_order ? meeting.b : meeting.a).push_back({v, b.mention});
  }

  Finding finding(const Key& key, Meeting& meeting) {
    Finding out;
    const CrossEntity& x = view_.links.entities[key.first];
    const CrossEntity& y = view_.links.entities[key.second];
    out.kind = meeting.kind;
    out.verdict = meeting.alike >= kCannotBoth || meeting.kind == FindingKind::name
                      ? Verdict::conflict
                      : Verdict::differs;
    out.rule = meeting.kind == FindingKind::place ? "other_place"
               : x.type == NameType::person       ? "other_first_name"
                                                  : "other_name";
    out.confidence = std::min(0.95, 0.55 + meeting.alike / 2500.0);
    out.fact = common_group(view_, meeting.best.first, meeting.best.second);
    out.why = "Where " + source_name(view_.analysis(view_.terms.units[meeting.best.first])) +
              " has " + x.name + ", " +
              source_name(view_.analysis(view_.terms.units[meeting.best.second])) + " has " +
              y.name + ".";
    for (auto* side : {&meeting.a, &meeting.b}) {
      std::sort(side->begin(), side->end());
      side->erase(std::unique(side->begin(), side->end()), side->end());
      for (std::size_t i = 0; i < std::min(side->size(), kMostWords); ++i) {
        const Unit& unit = view_.terms.units[(*side)[i].unit];
        const Analysis& analysis = view_.analysis(unit);
        const Span words = analysis.names[(*side)[i].mention].span;
        out.values.push_back({{unit.article, words}, side == &meeting.a ? x.name : y.name, ""});
        const Span clause = cover(view_.statement(unit).span, words);
        out.evidence.push_back({unit.article, evidence_around(analysis.document, clause, words)});
      }
    }
    return out;
  }

  const EventView& view_;
  std::vector<std::vector<Named>> names_of_;      // by unit
  std::vector<std::vector<std::uint32_t>> held_;  // entities by article, sorted
  std::map<Key, Meeting> meetings_;
};

}  // namespace

std::vector<Finding> substitute_findings(const EventView& view) { return Substitutes(view).run(); }

}  // namespace crossread
