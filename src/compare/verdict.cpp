#include "compare/verdict.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/number.h"

namespace crossread {
namespace {

constexpr std::int32_t kSide = 500;          // equal figures of this chance are one side
constexpr std::int32_t kDiffers = 500;       // chance from which two figures are set against each other
constexpr std::int32_t kUpdate = 430;        // and where the later article says that it has changed
constexpr std::int32_t kSameTelling = 400;    // overlap of two clauses without figures, for dates at odds
constexpr std::int32_t kBorneOut = 300;       // a like figure in the text is the headline's
constexpr std::int32_t kSureHeadline = 700;   // confidence where the words say that it is one thing
constexpr std::int32_t kHeadline = 760;      // and for a headline to be at odds with its text
constexpr std::size_t kMostShown = 8;        // words shown on one side

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

  std::vector<Finding> run() {
    const std::vector<SlotPair> all = pair_slots(slots_, view_.terms, view_.graph, view_.groups_of, view_.articles);
    const std::vector<SlotPair> pairs = settle_pairs(all, slots_);
    for (const SlotPair& pair : pairs) {
      if (pair.compared.relation == Relation::same && pair.chance >= kSide) sides_.join(pair.a, pair.b);
    }
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
    std::vector<Finding> out;
    for (const auto& [key, meeting] : meetings) judge(key.first, key.second, meeting, out);
    return out;
  }

 private:
  void judge(std::uint32_t a, std::uint32_t b, const Meeting& meeting, std::vector<Finding>& out) {
    const SlotPair& best = *std::max_element(
        meeting.pairs.begin(), meeting.pairs.end(),
        [](const SlotPair& x, const SlotPair& y) { return x.chance < y.chance; });
    if (a == b) {
      if (best.compared.relation == Relation::same && best.chance >= kSide) out.push_back(finding(a, b, best, Verdict::same));
      return;
    }
    const bool compatible = std::any_of(meeting.pairs.begin(), meeting.pairs.end(), [](const SlotPair& p) {
      return p.compared.relation != Relation::apart;
    });
    if (compatible) {
      const auto good = std::find_if(meeting.pairs.begin(), meeting.pairs.end(), [](const SlotPair& p) {
        return p.compared.relation != Relation::apart && p.chance >= kSide;
      });
      if (good != meeting.pairs.end()) {
        out.push_back(finding(a, b, *good, good->compared.relation == Relation::same ? Verdict::same : Verdict::compatible));
      }
      return;
    }
    const SlotPair* pair = nullptr;
    for (const SlotPair& p : meeting.pairs) {
      if (holds(p) && each_lacks_the_other(p) && (pair == nullptr || p.chance > pair->chance)) pair = &p;
    }
    if (pair == nullptr) return;
    const bool update = std::any_of(meeting.pairs.begin(), meeting.pairs.end(), [&](const SlotPair& p) { return is_update(p); });
    if (pair->chance < (update ? kUpdate : kDiffers)) return;
    const Verdict verdict = update ? Verdict::update
                            : is_conflict(*pair, std::max(articles_of(a), articles_of(b))) ? Verdict::conflict
                                                                                           : Verdict::differs;
    out.push_back(finding(a, b, *pair, verdict));
  }

  // Both sides say that it is so: what is told only as past or as wrong contradicts nobody.
  bool holds(const SlotPair& pair) const { return !slots_[pair.a].restated && !slots_[pair.b].restated; }

  // An article that also gives the other side's figure, anywhere, does not contradict it.
  bool each_lacks_the_other(const SlotPair& pair) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    return std::none_of(slots_.begin(), slots_.end(), [&](const Slot& s) {
      if (s.restated || s.in_title) return false;
      const Facet* other = s.article == a.article ? &b.facet : s.article == b.article ? &a.facet : nullptr;
      return other != nullptr && compare_facets(s.facet, *other).relation == Relation::same;
    });
  }

  std::size_t articles_of(std::uint32_t side) const {
    std::vector<ArticleIndex> articles;
    for (const std::uint32_t s : members_[side]) articles.push_back(slots_[s].article);
    std::sort(articles.begin(), articles.end());
    return static_cast<std::size_t>(std::unique(articles.begin(), articles.end()) - articles.begin());
  }

  // Twice as many: unless the words say so, rather another count than another version of it.
  static bool is_twice(const Facet& a, const Facet& b) {
    if (a.kind != FindingKind::number && a.kind != FindingKind::money) return false;
    return std::max(a.value, b.value) > 2 * std::min(a.value, b.value);
  }

  // The top gate: the surroundings leave little doubt that both measure one thing.
  bool is_conflict(const SlotPair& pair, std::size_t support) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    if (a.relative || b.relative) return false;
    const SlotFeatures f = slot_features(a, b, view_.terms, view_.graph, view_.groups_of);
    const bool far = f[20] != 0;
    const bool nameless = f[21] != 0;
    const bool mixed = f[22] != 0;
    const bool other_state = f[24] != 0;
    if (far || nameless || mixed || other_state) return false;
    const bool same_head = f[3] != 0 || f[4] != 0 || f[23] != 0;
    if (a.facet.kind == FindingKind::date && (f[2] == 0 || f[7] < kSameTelling)) return false;
    if (f[18] == 0 && !same_head && is_twice(a.facet, b.facet)) return false;
    if (f[18] != 0 && pair.chance >= 450) return true;              // a slip of digits or of the unit
    if (f[6] >= 330 && pair.chance >= 600) return true;             // the same words right around it
    if (f[2] != 0 && same_head && pair.chance >= 500) return true;
    return support >= 2 && f[2] != 0 && f[6] >= 150 && pair.chance >= 600;
  }

  // Says one side that the figure has changed, or is it a running count in a later article?
  bool is_update(const SlotPair& pair) const {
    const Slot& a = slots_[pair.a];
    const Slot& b = slots_[pair.b];
    const int order = later(view_.articles[a.article], view_.articles[b.article]);
    if (order == 0) return false;
    const Slot& late = order > 0 ? b : a;
    const Slot& early = order > 0 ? a : b;
    return late.revised || takes_back(late, early) || (is_running(late) && is_running(early) && late.state == early.state);
  }

  // The later article names the earlier figure as one that no longer holds.
  bool takes_back(const Slot& late, const Slot& early) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& s) {
      return s.restated && s.article == late.article && compare_facets(s.facet, early.facet).relation == Relation::same;
    });
  }

  // A count that a day later may be another: dead, missing, rescued.
  static bool is_running(const Slot& slot) { return slot.facet.kind == FindingKind::number && !slot.state.empty(); }

  Finding finding(std::uint32_t a, std::uint32_t b, const SlotPair& best, Verdict verdict) {
    Finding out;
    const Slot& x = slots_[best.a];
    const Slot& y = slots_[best.b];
    out.kind = x.facet.kind;
    out.verdict = verdict;
    out.rule = verdict == Verdict::update ? "later_report" : std::string(best.compared.rule);
    out.confidence = best.chance / 1000.0;
    out.fact = common_group(view_, x.unit, y.unit);
    out.why = explain(x.facet, words(x), y.facet, words(y), best.compared);
    add_side(a, best, out);
    if (b != a) add_side(b, best, out);
    return out;
  }

  std::string_view words(const Slot& slot) const { return view_.articles[slot.article].document.text(slot.span); }

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
      out.evidence.push_back({slot.article, evidence_around(document, cover(clause, slot.span), slot.span)});
    }
    std::sort(out.evidence.begin(), out.evidence.end());
    out.evidence.erase(std::unique(out.evidence.begin(), out.evidence.end()), out.evidence.end());
  }

  const EventView& view_;
  std::vector<Slot> slots_;
  Sides sides_;
  std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

std::vector<Finding> value_findings(const EventView& view) { return ValueJudge(view).run(); }

namespace {

// Does a figure of the text measure what the headline's does? Both stand in one article, so the words
// around them are the writer's own: the state counted, the thing counted, or whom it is told of.
bool measures_the_same(const Slot& title, const Slot& body, const SlotFeatures& f) {
  if (f[24] != 0 || f[5] != 0) return false;                  // another state, another thing
  if (f[23] != 0 || f[3] != 0 || f[4] != 0) return true;      // the same state, thing or a synonym
  const bool share = title.facet.kind == FindingKind::percent || title.facet.kind == FindingKind::money;
  return share && std::any_of(title.names.begin(), title.names.end(), [&](Term t) {
    return std::binary_search(body.names.begin(), body.names.end(), t);
  });
}

}  // namespace

std::vector<Finding> headline_findings(const EventView& view) {
  const std::vector<Slot> slots = find_slots(view.articles, view.event, view.links, view.terms);
  std::vector<Finding> out;
  for (const Slot& title : slots) {
    const Document& document = view.articles[title.article].document;
    if (!title.in_title || document.stub) continue;  // of a text cut off nobody knows what it goes on to say
    const Slot* against = nullptr;
    std::int32_t chance = -1;
    double gap = 0;  // of the figures that surely measure the same, the nearest one counts
    bool sure = false;
    bool borne_out = false;
    for (const Slot& body : slots) {
      if (body.article != title.article || body.in_title) continue;
      const Compared c = compare_facets(title.facet, body.facet);
      if (c.relation == Relation::incomparable) continue;
      const SlotFeatures features = slot_features(title, body, view.terms, view.graph, view.groups_of);
      const std::int32_t p = same_slot(features);
      const bool same_thing = measures_the_same(title, body, features);
      if (c.relation != Relation::apart) {
        borne_out = borne_out || c.relation == Relation::same || same_thing || p >= kBorneOut;
      } else if (!body.restated) {
        const double apart = std::abs(title.facet.value - body.facet.value);
        const bool better = same_thing != sure ? same_thing : same_thing ? apart < gap : p > chance;
        if (against == nullptr || better) chance = p, against = &body, sure = same_thing, gap = apart;
      }
    }
    if (borne_out || against == nullptr || (!sure && chance < kDiffers)) continue;
    Finding finding;
    finding.kind = FindingKind::headline_body;
    finding.verdict = sure || chance >= kHeadline ? Verdict::conflict : Verdict::differs;
    finding.rule = "headline_figure";
    finding.confidence = std::max(sure ? kSureHeadline : 0, chance) / 1000.0;
    finding.fact = common_group(view, against->unit, title.unit);
    finding.why = "The headline says " + std::string(document.text(title.span)) + ", the text below it " +
                  std::string(document.text(against->span)) + ".";
    for (const Slot* slot : {&title, against}) {
      finding.values.push_back({{slot->article, slot->span}, slot->facet.normal, slot->facet.unit});
      const Span clause = view.statement(view.terms.units[slot->unit]).span;
      finding.evidence.push_back({slot->article, evidence_around(document, cover(clause, slot->span), slot->span)});
    }
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace crossread
