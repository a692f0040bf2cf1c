#include "compare/verdict.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace crossread {
namespace {

constexpr std::int32_t kSide = 600;     // equal figures of this chance are one side
constexpr std::int32_t kDiffers = 500;  // chance from which two figures are set against each other
constexpr std::int32_t kUpdate = 430;   // and where the later article says that it has changed
constexpr std::int32_t kSameTelling =
    400;                             // overlap of two clauses without figures, for dates at odds
constexpr std::int32_t kTold = 800;  // chance where the text itself says so
constexpr std::int32_t kToldAtLeast = 250;  // and what the surroundings must allow
constexpr std::int32_t kSameWindow = 330;   // the same words right around both figures
constexpr std::int32_t kLikeWindow = 150;   // and like ones
constexpr double kFarApart = 4;  // estimates closer than this part of the larger are no conflict
constexpr std::size_t kMostShown = 8;  // words shown on one side

class Sides {
 public:
  explicit Sides(std::size_t n) : of_(n) {
    for (std::uint32_t i = 0; i < n; ++i) of_[i] = i;
  }
  std::uint32_t find(std::uint32_t i) {
    while (of_[i] != i) i = of_[i] = of_[of_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a != b) of_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> of_;
};

// All pairs between two sides.
struct Meeting {
  std::vector<SlotPair> pairs;
  std::int32_t best = 0;
};

class ValueJudge {
 public:
  explicit ValueJudge(const EventView& view)
      : view_(view),
        slots_(find_slots(view.articles, view.event, view.links, view.terms)),
        sides_(slots_.size()) {}

  ValueFindings run() {
    std::vector<SlotPair> all =
        pair_slots(slots_, view_.terms, view_.graph, view_.groups_of, view_.articles);
    add_told_changes(all);
    const std::vector<SlotPair> pairs = settle_pairs(std::move(all), slots_);
    for (const SlotPair& pair : pairs) {
      if (pair.compared.relation == Relation::same && pair.chance >= kSide)
        sides_.join(pair.a, pair.b);
    }
    join_repeated();
    members_.resize(slots_.size());
    for (std::uint32_t s = 0; s < slots_.size(); ++s) members_[sides_.find(s)].push_back(s);
    std::map<std::pair<std::uint32_t, std::uint32_t>, Meeting> meetings;
    for (const SlotPair& pair : pairs) {
      const std::uint32_t a = sides_.find(pair.a);
      const std::uint32_t b = sides_.find(pair.b);
      Meeting& meeting = meetings[{std::min(a, b), std::max(a, b)}];
      meeting.pairs.push_back(pair);
      meeting.best = std::max(meeting.best, pair.chance);
    }
    for (const auto& [key, meeting] : meetings) judge(key.first, key.second, meeting);
    out_.groups = groups_of_sides();
    return std::move(out_);
  }

 private:
  // "204, not 201 as first announced": the figure that took another's place meets that one wherever
  // others still give it.
  void add_told_changes(std::vector<SlotPair>& pairs) {
    for (std::uint32_t x = 0; x < slots_.size(); ++x) {
      const std::uint32_t y = slots_[x].replaces;
      if (y == Id<void>::kNone) continue;
      for (std::uint32_t o = 0; o < slots_.size(); ++o) {
        const Slot& other = slots_[o];
        if (other.article == slots_[x].article || other.restated) continue;
        if (compare_facets(other.facet, slots_[y].facet).relation != Relation::same) continue;
        if (!is_telling(other.facet) && std::max(chance(y, o), chance(x, o)) < kToldAtLeast)
          continue;
        const SlotPair pair{
            std::min(x, o), std::max(x, o), {Relation::apart, "own_words", false}, kTold};
        std::erase_if(pairs, [&](const SlotPair& p) { return p.a == pair.a && p.b == pair.b; });
        pairs.push_back(pair);
        told_.insert({pair.a, pair.b});
        sides_.join(y, o);
      }
    }
  }

  std::int32_t chance(std::uint32_t a, std::uint32_t b) const {
    return same_slot(slot_features(slots_[std::min(a, b)], slots_[std::max(a, b)], view_.terms,
                                   view_.graph, view_.groups_of));
  }

  // Headline and text of one article give a figure twice: one side.
  void join_repeated() {
    for (std::uint32_t a = 0; a < slots_.size(); ++a) {
      for (std::uint32_t b = a + 1; b < slots_.size() && slots_[b].article == slots_[a].article;
           ++b) {
        if (compare_facets(slots_[a].facet, slots_[b].facet).relation != Relation::same) continue;
        const bool state = !slots_[a].state.empty() && slots_[a].state == slots_[b].state;
        if (state || is_telling(slots_[a].facet) || chance(a, b) >= kSide) sides_.join(a, b);
      }
    }
  }

  // Units of figures that measure one thing, whether they agree or not: a fact of its own.
  Groups groups_of_sides() {
    Sides things(slots_.size());
    for (std::uint32_t s = 0; s < slots_.size(); ++s) things.join(s, sides_.find(s));
    for (const auto& [a, b] : met_) things.join(a, b);
    std::map<std::uint32_t, std::uint32_t> number;
    Groups groups;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      // That two clauses name one day makes them no fact; the words around decide that.
      const Finding& f = out_.findings[i];
      const bool is_time = f.kind == FindingKind::date || f.kind == FindingKind::time;
      if (is_time && f.verdict == Verdict::same) {
        out_.group_of.push_back(Id<void>::kNone);
        continue;
      }
      const auto& met = met_[i];
      const auto [place, is_new] =
          number.try_emplace(things.find(met.first), static_cast<std::uint32_t>(groups.size()));
      if (is_new) groups.emplace_back();
      out_.group_of.push_back(place->second);
    }
    for (std::uint32_t s = 0; s < slots_.size(); ++s) {
      const auto place = number.find(things.find(s));
      if (place != number.end()) groups[place->second].push_back(slots_[s].unit);
    }
    for (auto& group : groups) {
      std::sort(group.begin(), group.end());
      group.erase(std::unique(group.begin(), group.end()), group.end());
    }
    return groups;
  }

  void add(std::uint32_t a, std::uint32_t b, const SlotPair& pair, Verdict verdict) {
    out_.findings.push_back(finding(a, b, pair, verdict));
    met_.emplace_back(a, b);
  }

  void judge(std::uint32_t a, std::uint32_t b, const Meeting& meeting) {
    const SlotPair& best =
        *std::max_element(meeting.pairs.begin(), meeting.pairs.end(),
                          [](const SlotPair& x, const SlotPair& y) { return x.chance < y.chance; });
    if (a == b) {
      if (best.compared.relation == Relation::same && best.chance >= kSide)
        add(a, b, best, Verdict::same);
      return;
    }
    const bool compatible =
        std::any_of(meeting.pairs.begin(), meeting.pairs.end(),
                    [](const SlotPair& p) { return p.compared.relation != Relation::apart; });
    if (compatible) {
      const auto good =
          std::find_if(meeting.pairs.begin(), meeting.pairs.end(), [](const SlotPair& p) {
            return p.compared.relation != Relation::apart && p.chance >= kSide;
          });
      if (good != meeting.pairs.end()) {
        add(a, b, *good,
            good->compared.relation == Relation::same ? Verdict::same : Verdict::compatible);
      }
      return;
    }
    const SlotPair* pair = nullptr;
    for (const SlotPair& p : meeting.pairs) {
      if (holds(p) && each_lacks_the_other(p) && (pair == nullptr || p.chance > pair->chance))
        pair = &p;
    }
    if (pair == nullptr) return;
    const bool update = std::any_of(meeting.pairs.begin(), meeting.pairs.end(),
                                    [&](const SlotPair& p) { return is_update(p); });
    if (pair->chance < (update ? kUpdate : kDiffers)) return;
    if (update) return add(a, b, *pair, Verdict::update);
    const SlotFeatures f =
        slot_features(slots_[pair->a], slots_[pair->b], view_.terms, view_.graph, view_.groups_of);
    if (!may_be_at_odds(*pair, f)) return;
    const bool conflict = is_conflict(*pair, f, std::max(articles_of(a), articles_of(b)));
    add(a, b, *pair, conflict ? Verdict::conflict : Verdict::differs);
  }

  // Both sides say that it is so: what is told only as past or as wrong contradicts nobody.
  bool holds(const SlotPair& pair) const {
    return !slots_[pair.a].restated && !slots_[pair.b].restated && is_borne_out(slots_[pair.a]) &&
           is_borne_out(slots_[pair.b]);
  }

  // A headline that its own text belies speaks for nobody; headline.h tells of it.
  bool is_borne_out(const Slot& slot) const {
    if (!slot.in_title || slot.state.empty()) return true;
    bool other = false;
    for (const Slot& s : slots_) {
      if (s.article != slot.article || s.in_title || s.state != slot.state) continue;
      const Relation relation = compare_facets(s.facet, slot.facet).relation;
      if (relation == Relation::same || relation == Relation::compatible) return true;
      other = other || relation == Relation::apart;
    }
    return !other;
  }

  // An article that also gives the other side's figure, anywhere, does not contradict it.
  bool each_lacks_the_other(const SlotPair& pair) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    return std::none_of(slots_.begin(), slots_.end(), [&](const Slot& s) {
      if (s.restated || s.in_title) return false;
      const Facet* other = s.article == a.article   ? &b.facet
                           : s.article == b.article ? &a.facet
                                                    : nullptr;
      return other != nullptr && compare_facets(s.facet, *other).relation == Relation::same;
    });
  }

  std::size_t articles_of(std::uint32_t side) const {
    std::vector<ArticleIndex> articles;
    for (const std::uint32_t s : members_[side]) articles.push_back(slots_[s].article);
    std::sort(articles.begin(), articles.end());
    return static_cast<std::size_t>(std::unique(articles.begin(), articles.end()) -
                                    articles.begin());
  }

  // Twice as many: unless the words say so, rather another count than another version of it.
  static bool is_twice(const Facet& a, const Facet& b) {
    if (a.kind != FindingKind::number && a.kind != FindingKind::money) return false;
    return std::max(a.value, b.value) > 2 * std::min(a.value, b.value);
  }

  // Both clauses tell the same, apart from their figures.
  static bool tell_the_same(const SlotFeatures& f) {
    return f.has(SlotFeature::same_group) && f[SlotFeature::masked_clause] >= kSameTelling;
  }

  // Months and years name many things in one affair: they are at odds only where both clauses tell
  // the same.
  bool may_be_at_odds(const SlotPair& pair, const SlotFeatures& f) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    return !is_time(a) || (is_day(a.facet) && is_day(b.facet)) || tell_the_same(f);
  }

  static bool is_time(const Slot& slot) {
    return slot.facet.kind == FindingKind::date || slot.facet.kind == FindingKind::time;
  }
  static bool is_day(const Facet& f) {
    return f.kind == FindingKind::date && f.days.low == f.days.high;
  }

  // The top gate: the surroundings leave little doubt that both measure one thing. `pair` has
  // passed kDiffers.
  bool is_conflict(const SlotPair& pair, const SlotFeatures& f, std::size_t support) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    using F = SlotFeature;
    if (f.has(F::far) || f.has(F::personal_elsewhere) || f.has(F::other_form) ||
        f.has(F::other_state)) {
      return false;
    }
    const bool one_thing = f.has(F::same_head) || f.has(F::synonym_head) || f.has(F::same_state);
    const bool one_fact = f.has(F::same_group);
    if (is_time(a) && !tell_the_same(f)) return false;
    if (f.has(F::slip)) return true;
    // What a later article counts otherwise may have come to pass in between.
    if (later(view_.articles[a.article], view_.articles[b.article]) != 0 && is_counted(a))
      return false;
    if (!one_thing && is_twice(a.facet, b.facet)) return false;
    if (are_estimates(a.facet, b.facet)) return false;
    if (one_fact && one_thing) return true;
    if (pair.chance < kSide) return false;
    return f[F::window] >= kSameWindow || (support >= 2 && one_fact && f[F::window] >= kLikeWindow);
  }

  // "Some 100" and "more than 120": two counts of a crowd, both rough and not far apart.
  static bool are_estimates(const Facet& a, const Facet& b) {
    return a.kind == FindingKind::number && a.hedge != Hedge::none && b.hedge != Hedge::none &&
           kFarApart * std::fabs(a.value - b.value) < std::max(a.value, b.value);
  }

  // Says one side that the figure has changed, or is it a running count in a later article?
  bool is_update(const SlotPair& pair) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    if (told_.count({pair.a, pair.b}) > 0) return true;
    const int order = later(view_.articles[a.article], view_.articles[b.article]);
    if (order == 0) return false;
    const Slot& late = order > 0 ? b : a;
    const Slot& early = order > 0 ? a : b;
    const bool replaces_other =
        late.replaces != Id<void>::kNone &&
        compare_facets(slots_[late.replaces].facet, early.facet).relation != Relation::same;
    return (late.revised && !replaces_other) || takes_back(late, early) ||
           (is_running(late) && is_running(early) && late.state == early.state &&
            !still_given(early, late));
  }

  // Somebody gives the earlier figure as late as the other one: it was not overtaken.
  bool still_given(const Slot& early, const Slot& late) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& s) {
      return !s.restated && s.article != early.article && s.state == early.state &&
             later(view_.articles[early.article], view_.articles[s.article]) > 0 &&
             later(view_.articles[s.article], view_.articles[late.article]) <= 0 &&
             compare_facets(s.facet, early.facet).relation == Relation::same;
    });
  }

  // The later article names the earlier figure as one that no longer holds.
  bool takes_back(const Slot& late, const Slot& early) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& s) {
      return s.restated && s.article == late.article &&
             compare_facets(s.facet, early.facet).relation == Relation::same;
    });
  }

  static bool is_counted(const Slot& slot) {
    const FindingKind kind = slot.facet.kind;
    return kind == FindingKind::number || kind == FindingKind::money ||
           kind == FindingKind::percent || kind == FindingKind::measure;
  }

  // A count that a day later may be another: dead, missing, rescued.
  static bool is_running(const Slot& slot) {
    return slot.facet.kind == FindingKind::number && !slot.state.empty();
  }

  Finding finding(std::uint32_t a, std::uint32_t b, const SlotPair& best, Verdict verdict) {
    Finding out;
    const Slot& x = slots_[best.a];
    const Slot& y = slots_[best.b];
    out.kind = x.facet.kind;
    out.verdict = verdict;
    const bool told = best.compared.rule == "own_words";
    out.rule =
        verdict == Verdict::update && !told ? "later_report" : std::string(best.compared.rule);
    out.confidence = best.chance / 1000.0;
    out.fact = common_group(view_, x.unit, y.unit);
    out.why =
        told ? told_change(x, y) : explain(x.facet, words(x), y.facet, words(y), best.compared);
    add_side(a, best, out);
    if (b != a) add_side(b, best, out);
    return out;
  }

  std::string_view words(const Slot& slot) const {
    return view_.articles[slot.article].document.text(slot.span);
  }

  std::string told_change(const Slot& a, const Slot& b) const {
    const Slot& now = a.replaces != Id<void>::kNone ? a : b;
    return source_name(view_.articles[now.article]) + " itself puts “" + std::string(words(now)) +
           "” in the place of “" + std::string(words(slots_[now.replaces])) + "”.";
  }

  void add_side(std::uint32_t side, const SlotPair& best, Finding& out) {
    // The pair that decides comes first, then the rest of the side by article.
    std::vector<std::uint32_t> shown;
    for (const std::uint32_t s : {best.a, best.b}) {
      if (sides_.find(s) == side) shown.push_back(s);
    }
    for (const std::uint32_t s : members_[side]) {
      if (shown.size() >= kMostShown) break;
      if (std::find(shown.begin(), shown.end(), s) == shown.end()) shown.push_back(s);
    }
    std::sort(shown.begin(), shown.end());
    for (const std::uint32_t s : shown) {
      const Slot& slot = slots_[s];
      const Document& document = view_.articles[slot.article].document;
      out.values.push_back({{slot.article, slot.span}, slot.facet.normal, slot.facet.unit});
      const Span clause = view_.statement(view_.terms.units[slot.unit]).span;
      out.evidence.push_back(
          {slot.article, evidence_around(document, cover(clause, slot.span), slot.span)});
    }
    std::sort(out.evidence.begin(), out.evidence.end());
    out.evidence.erase(std::unique(out.evidence.begin(), out.evidence.end()), out.evidence.end());
  }

  const EventView& view_;
  std::vector<Slot> slots_;
  Sides sides_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::set<std::pair<std::uint32_t, std::uint32_t>>
      told_;  // pairs that a text itself calls a change
  std::vector<std::pair<std::uint32_t, std::uint32_t>> met_;  // sides, by finding
  ValueFindings out_;
};

}  // namespace

ValueFindings value_findings(const EventView& view) { return ValueJudge(view).run(); }

}  // namespace crossread
