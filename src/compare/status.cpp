#include "compare/status.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/one_of.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kNameBehind = 3;    // tokens from "released" to "Draper"
constexpr std::uint32_t kHelpingReach = 4;  // tokens from "was" to "released"
constexpr Score kSameAffair = 300;          // an edge from which two clauses speak of one thing
constexpr std::size_t kMostStates = 6;

// One word that says what has become of somebody.
struct Told {
  std::uint32_t unit = 0;
  Span words;
  std::string_view state;
  std::string_view side;  // "+", "-" or "0"
};

class Status {
 public:
  explicit Status(const EventView& view) : view_(view) {
    for (std::uint32_t e = 0; e < view.links.entities.size(); ++e) {
      const CrossEntity& entity = view.links.entities[e];
      if (entity.type != NameType::person) continue;
      for (const Evidence& role : entity.roles) {
        const Document& d = view.articles[role.article].document;
        const Range tokens = d.tokens_in(role.span);
        if (!tokens.empty()) bearers_[std::string(d.lemma(d.tokens[tokens.last - 1]))].insert(e);
      }
    }
  }

  std::vector<Finding> run() {
    for (std::uint32_t u = 0; u < view_.terms.units.size(); ++u) read(u);
    std::vector<Finding> out;
    for (const auto& [key, told] : told_) compare(key.first, told, out);
    return out;
  }

 private:
  void read(std::uint32_t u) {
    static const Table kOutcomes = table("outcomes");
    const Unit& unit = view_.terms.units[u];
    const Statement& statement = view_.statement(unit);
    if (unit.in_title && view_.analysis(unit).document.stub) return;
    if (statement.polarity != Polarity::positive || statement.modality != Modality::fact) return;
    const Document& d = view_.analysis(unit).document;
    for (std::uint32_t t = statement.tokens.first; t < statement.tokens.last; ++t) {
      if (d.tokens[t].kind != TokenKind::word) continue;
      Table::Row row = kOutcomes.find(d.folded(d.tokens[t]));
      if (!row) row = kOutcomes.find(d.lemma(d.tokens[t]));
      if (!row || (t > 0 && is_one_of(d.folded(d.tokens[t - 1]), {"not", "no", "never", "nobody"})))
        continue;
      const std::uint32_t who = person_of(unit, statement, t, row.field(3) == "done");
      if (who == Id<void>::kNone) continue;
      told_[{who, row.field(0)}].push_back({u, d.tokens[t].span, row.field(1), row.field(2)});
    }
  }

  std::uint32_t person_at(ArticleIndex article, std::uint32_t token) const {
    const Analysis& analysis = view_.articles[article];
    for (std::size_t n = 0; n < analysis.names.size(); ++n) {
      if (!analysis.names[n].tokens.contains(token)) continue;
      return person(view_.links.of(article, analysis.entities.of_mention[n]));
    }
    return Id<void>::kNone;
  }

  std::uint32_t person(CrossEntityId id) const {
    return id.valid() && view_.links.entities[id.value].type == NameType::person ? id.value
                                                                                 : Id<void>::kNone;
  }

  // "was released", "has been arrested"; in a headline the helping verb is left out.
  static bool is_passive(const Document& d, const Unit& unit, Range clause, std::uint32_t word) {
    if (unit.in_title) return true;
    for (std::uint32_t t = word; t > clause.first && word - t < kHelpingReach;) {
      if (is_one_of(d.lemma(d.tokens[--t]), {"be", "get"})) return true;
    }
    return false;
  }

  // The name before the word, the only bearer of a role, or the subject; of what is done to
  // somebody also the name close behind it, if it is not said of the subject.
  std::uint32_t person_of(const Unit& unit, const Statement& statement, std::uint32_t word,
                          bool done) const {
    const Document& d = view_.analysis(unit).document;
    if (done && !is_passive(d, unit, statement.tokens, word)) {
      for (std::uint32_t t = word + 1; t < std::min(statement.tokens.last, word + 1 + kNameBehind);
           ++t) {
        const std::uint32_t who = person_at(unit.article, t);
        if (who != Id<void>::kNone) return who;
      }
      return Id<void>::kNone;
    }
    for (std::uint32_t t = word; t > statement.tokens.first;) {
      const std::uint32_t who = person_at(unit.article, --t);
      if (who != Id<void>::kNone) return who;
      const auto role = bearers_.find(std::string(d.lemma(d.tokens[t])));
      if (role != bearers_.end() && role->second.size() == 1) return *role->second.begin();
    }
    return statement.subject.valid() ? person(view_.links.of(unit.article, statement.subject))
                                     : Id<void>::kNone;
  }

  // All articles' states of one person in one matter.
  void compare(std::uint32_t who, const std::vector<Told>& told, std::vector<Finding>& out) {
    std::map<ArticleIndex, std::set<std::string_view>> states;
    for (const Told& t : told) states[view_.terms.units[t.unit].article].insert(t.state);
    std::map<std::pair<std::string_view, std::string_view>, Finding> findings;
    for (const Told& a : told) {
      for (const Told& b : told) {
        if (!(a.state < b.state)) continue;
        const ArticleIndex x = view_.terms.units[a.unit].article;
        const ArticleIndex y = view_.terms.units[b.unit].article;
        if (x == y || states[x].count(b.state) + states[y].count(a.state) == 2) continue;
        const int order = later(view_.articles[x], view_.articles[y]);
        const bool one_knows_both = states[x].count(b.state) + states[y].count(a.state) > 0;
        const bool news =
            order > 0 ? states[x].count(b.state) == 0 : order < 0 && states[y].count(a.state) == 0;
        Verdict verdict = Verdict::update;
        if (!news) {
          if (one_knows_both || !same_matter(a, b)) continue;
          const bool opposed = a.side != b.side && a.side != "0" && b.side != "0";
          verdict = opposed ? Verdict::conflict : Verdict::differs;
        }
        const auto [place, is_new] = findings.try_emplace({a.state, b.state});
        Finding& finding = place->second;
        if (is_new || (finding.verdict == Verdict::update && verdict != Verdict::update)) {
          finding = Finding{};
          finding.kind = FindingKind::claim;
          finding.verdict = verdict;
          finding.rule = verdict == Verdict::update ? "later_state" : "other_state";
          finding.confidence = verdict == Verdict::differs ? 0.6 : 0.75;
          finding.fact = common_group(view_, a.unit, b.unit);
          finding.why = source_name(view_.articles[x]) + " has " + view_.links.entities[who].name +
                        " " + std::string(a.state) + ", " + source_name(view_.articles[y]) +
                        " has " + std::string(b.state) + ".";
        }
        if (finding.verdict != verdict) continue;
        show(finding, a);
        show(finding, b);
      }
    }
    for (auto& entry : findings) out.push_back(std::move(entry.second));
  }

  void show(Finding& finding, const Told& told) const {
    const Unit& unit = view_.terms.units[told.unit];
    const Evidence words{unit.article, told.words};
    const bool known = std::any_of(finding.values.begin(), finding.values.end(),
                                   [&](const SideValue& v) { return v.words == words; });
    if (known || finding.values.size() >= kMostStates) return;
    finding.values.push_back({words, std::string(told.state), ""});
    const Document& d = view_.analysis(unit).document;
    finding.evidence.push_back(
        {unit.article,
         evidence_around(d, cover(view_.statement(unit).span, told.words), told.words)});
  }

  // Clauses that share a day, in their sentences, or enough of their words.
  bool same_matter(const Told& a, const Told& b) const {
    if (view_.graph.score(a.unit, b.unit) >= kSameAffair) return true;
    const Unit& x = view_.terms.sentences[view_.terms.units[a.unit].sentence];
    const Unit& y = view_.terms.sentences[view_.terms.units[b.unit].sentence];
    return std::any_of(x.terms.begin(), x.terms.end(), [&](Term t) {
      return view_.terms.terms[t].kind == TermKind::day &&
             std::binary_search(y.terms.begin(), y.terms.end(), t);
    });
  }

  const EventView& view_;
  std::map<std::string, std::set<std::uint32_t>> bearers_;  // people by role
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Told>>
      told_;  // by person and matter
};

}  // namespace

std::vector<Finding> status_findings(const EventView& view) { return Status(view).run(); }

}  // namespace crossread
