#include "compare/lineage.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/sort.h"
#include "compare/arrows.h"
#include "compare/witness.h"

namespace crossread {
namespace {

constexpr std::size_t kNoMember = static_cast<std::size_t>(-1);
constexpr Weight kUnseen = 8 * kFixedOne;  // shared by two that their middle one lacks
constexpr std::uint32_t kUnseenReadings = 3;
constexpr Weight kSecond = 20 * kFixedOne;  // shared beside a named source
constexpr std::uint32_t kSecondReadings = 4;
constexpr Thousandths kOpenCopy = 350;
constexpr std::int32_t kCentre = 600;        // for each further neighbour of a root
constexpr std::int32_t kBelowHidden = 3000;  // a root with an unseen source above it
constexpr double kSure = 0.7;
constexpr double kNamedSource = 0.95;
constexpr double kUnseenSource = 0.8;
constexpr double kUndecided = 0.5;

// 1 / (1 + e^-x), x in thousandths: points every 500, straight between them.
double logistic(std::int32_t x) {
  constexpr std::array<double, 13> kLogistic{0.5,   0.622, 0.731, 0.818, 0.881, 0.924, 0.953,
                                             0.971, 0.982, 0.989, 0.993, 0.996, 0.998};
  const std::int32_t size = std::min(x < 0 ? -x : x, 6000);
  const auto at = static_cast<std::size_t>(size / 500);
  const double rest = (size % 500) / 500.0;
  const double p = at + 1 < kLogistic.size()
                       ? kLogistic[at] + (kLogistic[at + 1] - kLogistic[at]) * rest
                       : kLogistic[at];
  return x < 0 ? 1 - p : p;
}

struct Branch {
  std::size_t a = 0, b = 0;  // members, a < b
  Weight direct = 0;
  Arrows arrows;     // positive: a was first
  bool cut = false;  // an unseen source stands between
  std::size_t other(std::size_t member) const { return member == a ? b : a; }
  bool touches(std::size_t member) const { return member == a || member == b; }
};

class FamilyTree {
 public:
  FamilyTree(const EventView& view, const ReuseResult& reuse, const std::vector<Credits>& credits,
             std::vector<std::uint32_t> members, Lineage& out)
      : view_(view),
        reuse_(reuse),
        credits_(credits),
        members_(std::move(members)),
        witness_(view, reuse.kin, members_),
        out_(out) {}

  void run() {
    grow();
    for (Branch& branch : branches_) {
      branch.arrows = find_arrows(view_, reuse_, credits_, members_[branch.a], members_[branch.b]);
    }
    find_named_sources();
    find_unseen_source();
    point_arrows();
  }

 private:
  LineageNode node(std::size_t member) const {
    return {false, view_.event.articles[members_[member]]};
  }
  std::string name(std::size_t member) const {
    return source_name(view_.articles[node(member).index]);
  }

  // The heaviest tree over what no third member explains.
  void grow() {
    std::vector<Branch> all;
    for (std::size_t a = 0; a < members_.size(); ++a) {
      for (std::size_t b = a + 1; b < members_.size(); ++b) {
        Weight least = witness_.only_shared(a, b, Witness::kNobody).weight;
        for (std::size_t c = 0; c < members_.size(); ++c) {
          if (c != a && c != b) least = std::min(least, witness_.only_shared(a, b, c).weight);
        }
        all.push_back({a, b, least, {}, false});
      }
    }
    sort_by(all, [&](const Branch& x, const Branch& y) {
      if (x.direct != y.direct) return x.direct > y.direct;
      return reuse_.kin.mean(members_[x.a], members_[x.b]) >
             reuse_.kin.mean(members_[y.a], members_[y.b]);
    });
    std::vector<std::size_t> part(members_.size());
    std::iota(part.begin(), part.end(), std::size_t{0});
    for (Branch& branch : all) {
      const std::size_t from = part[branch.b];
      const std::size_t to = part[branch.a];
      if (from == to) continue;
      for (std::size_t& p : part) p = p == from ? to : p;
      branches_.push_back(std::move(branch));
    }
  }

  // Two aligned passages that show the bond of two members.
  LineageReason bond(std::size_t a, std::size_t b) const {
    LineageReason reason;
    reason.rule = "follows";
    const Thousandths words = reuse_.copying.most(members_[a], members_[b]);
    reason.why = name(a) + " and " + name(b) + " tell the same in the same order" +
                 (words >= 10 ? "; " + std::to_string(words / 10) +
                                    " % of the words of one stand in runs in the other."
                              : ".");
    const Reuse* best = nullptr;
    for (const Reuse& passage : reuse_.passages) {
      const bool here =
          (passage.a.article == node(a).index && passage.b.article == node(b).index) ||
          (passage.a.article == node(b).index && passage.b.article == node(a).index);
      if (!here) continue;
      if (best == nullptr || passage.level < best->level ||
          (passage.level == best->level && passage.a.span.size() > best->a.span.size())) {
        best = &passage;
      }
    }
    if (best != nullptr) reason.places = {best->a, best->b};
    return reason;
  }

  std::uint32_t add_hidden(HiddenKind kind, const std::string& name) {
    if (!name.empty()) {
      for (std::uint32_t h = 0; h < out_.hidden.size(); ++h) {
        if (out_.hidden[h].name == name) return h;
      }
    }
    out_.hidden.push_back({kind, name});
    return static_cast<std::uint32_t>(out_.hidden.size() - 1);
  }
  void add_edge(LineageNode from, LineageNode to, double confidence,
                std::vector<LineageReason> reasons) {
    for (const LineageEdge& edge : out_.edges) {
      if (edge.from == from && edge.to == to) return;
    }
    out_.edges.push_back({from, to, confidence, std::move(reasons)});
  }

  // Credits to sources that are no article here.
  void find_named_sources() {
    for (std::size_t m = 0; m < members_.size(); ++m) {
      for (const Credit& given : credits_[members_[m]].given) {
        const bool present = std::any_of(credits_.begin(), credits_.end(),
                                         [&](const Credits& c) { return c.is(given.name); });
        if (present) continue;
        const std::uint32_t h = add_hidden(HiddenKind::unseen, given.name);
        named_.emplace_back(m, h);
        add_edge({true, h}, node(m), kNamedSource,
                 {{"credit", name(m) + " credits " + given.name + ".", {given.place}}});
      }
    }
  }

  bool is_unseen_between(const Branch& x, const Branch& y, std::size_t middle) const {
    const Witness::Found found = witness_.only_shared(x.other(middle), y.other(middle), middle);
    return found.weight >= kUnseen && found.count >= kUnseenReadings;
  }

  // Marks the branches at which no article here can be the source, and gives their ends another.
  void find_unseen_source() {
    std::map<std::size_t, std::vector<LineageReason>>
        why;  // by the member that cannot be the source
    for (std::size_t m = 0; m < members_.size(); ++m) {
      for (const Branch& x : branches_) {
        for (const Branch& y : branches_) {
          if (&x >= &y || !x.touches(m) || !y.touches(m) || !is_unseen_between(x, y, m)) continue;
          why[m].push_back({"shared_beside",
                            name(x.other(m)) + " and " + name(y.other(m)) + " share what " +
                                name(m) + " does not have.",
                            {}});
        }
      }
    }
    for (const Branch& branch : branches_) {
      if (branch.arrows.credited || !branch.arrows.contradict()) continue;
      LineageReason reason{"exact_against_order",
                           "Of " + name(branch.a) + " and " + name(branch.b) +
                               " neither can be the source of the other's figures.",
                           {}};
      for (const Leaning& leaning : branch.arrows.leanings) {
        if (leaning.reason.rule != "rounded") continue;
        const auto& places = leaning.reason.places;
        reason.places.insert(reason.places.end(), places.begin(), places.end());
      }
      why[degree(branch.a) >= degree(branch.b) ? branch.a : branch.b].push_back(reason);
      why[degree(branch.a) >= degree(branch.b) ? branch.b : branch.a];
    }
    for (const auto& [m, h] : named_) take_named(m, h, why);
    for (auto& [m, reasons] : why) take_unnamed(m, reasons);
  }
  std::size_t degree(std::size_t member) const {
    return static_cast<std::size_t>(std::count_if(
        branches_.begin(), branches_.end(), [&](const Branch& b) { return b.touches(member); }));
  }

  // The neighbours of an article that credits an absent source share that source.
  void take_named(std::size_t m, std::uint32_t h,
                  std::map<std::size_t, std::vector<LineageReason>>& why) {
    for (Branch& branch : branches_) {
      if (!branch.touches(m) || branch.cut || branch.arrows.credited) continue;
      branch.cut = true;
      const std::size_t x = branch.other(m);
      LineageReason reason = bond(m, x);
      reason.why += " " + name(m) + " credits " + out_.hidden[h].name + ".";
      add_edge({true, h}, node(x), kUnseenSource, {std::move(reason)});
      for (Branch& next : branches_) {
        if (!next.touches(x) || next.cut || next.arrows.credited) continue;
        if (has_second_source(m, x, next.other(x))) {
          why[x];
          continue;
        }
        next.cut = true;
        add_edge({true, h}, node(next.other(x)), kUnseenSource, {bond(x, next.other(x))});
      }
    }
  }
  // m is close to the named source; what x and y share beside it came from another.
  bool has_second_source(std::size_t m, std::size_t x, std::size_t y) const {
    if (reuse_.copying.most(members_[m], members_[x]) < kOpenCopy) return false;
    const Witness::Found found = witness_.only_shared(x, y, m);
    return found.weight >= kSecond && found.count >= kSecondReadings;
  }
  void take_unnamed(std::size_t m, std::vector<LineageReason>& reasons) {
    std::vector<Branch*> open;
    for (Branch& branch : branches_) {
      if (branch.touches(m) && !branch.cut && !branch.arrows.credited) open.push_back(&branch);
    }
    if (open.empty()) return;
    if (unnamed_ == kNoMember) unnamed_ = add_hidden(HiddenKind::unseen, "");
    const LineageNode source{true, static_cast<std::uint32_t>(unnamed_)};
    std::vector<LineageReason> all = reasons;
    all.push_back(bond(open.front()->a, open.front()->b));
    add_edge(source, node(m), kUnseenSource, std::move(all));
    for (Branch* branch : open) {
      branch->cut = true;
      add_edge(source, node(branch->other(m)), kUnseenSource, {bond(branch->a, branch->b)});
    }
  }

  bool is_below_hidden(std::size_t member) const {
    return std::any_of(out_.edges.begin(), out_.edges.end(),
                       [&](const LineageEdge& e) { return e.from.hidden && e.to == node(member); });
  }
  // Log odds of all branches pointing away from `root`, over the part of the tree that hangs on it.
  std::int32_t away_from(std::size_t root,
                         std::vector<std::pair<const Branch*, bool>>& pointed) const {
    std::int32_t sum = 0;
    std::vector<std::size_t> todo{root};
    std::vector<bool> seen(members_.size(), false);
    seen[root] = true;
    std::int32_t neighbours = 0;
    while (!todo.empty()) {
      const std::size_t m = todo.back();
      todo.pop_back();
      for (const Branch& branch : branches_) {
        if (branch.cut || !branch.touches(m) || seen[branch.other(m)]) continue;
        sum += branch.a == m ? branch.arrows.sum() : -branch.arrows.sum();
        neighbours += m == root ? 1 : 0;
        pointed.emplace_back(&branch, branch.a == m);
        seen[branch.other(m)] = true;
        todo.push_back(branch.other(m));
      }
    }
    return sum + kCentre * std::max(0, neighbours - 1) + (is_below_hidden(root) ? kBelowHidden : 0);
  }
  void point_arrows() {
    constexpr std::int32_t kNoRoot = -1'000'000'000;
    struct Best {
      std::int32_t forward = kNoRoot, backward = kNoRoot;
    };
    std::map<const Branch*, Best> best;
    for (std::size_t root = 0; root < members_.size(); ++root) {
      std::vector<std::pair<const Branch*, bool>> pointed;
      const std::int32_t sum = away_from(root, pointed);
      for (const auto& [branch, forward] : pointed) {
        std::int32_t& place = forward ? best[branch].forward : best[branch].backward;
        place = std::max(place, sum);
      }
    }
    for (const Branch& branch : branches_) {
      if (branch.cut) continue;
      const std::int32_t odds = best[&branch].forward - best[&branch].backward;
      const double confidence = logistic(odds < 0 ? -odds : odds);
      if (confidence < kSure) {
        const LineageNode source{true, add_hidden(HiddenKind::undecided, "")};
        add_edge(source, node(branch.a), kUndecided, {bond(branch.a, branch.b)});
        add_edge(source, node(branch.b), kUndecided, {bond(branch.a, branch.b)});
        continue;
      }
      std::vector<LineageReason> reasons{bond(branch.a, branch.b)};
      for (const Leaning& leaning : branch.arrows.leanings) {
        if ((leaning.weight > 0) == (odds > 0)) reasons.push_back(leaning.reason);
      }
      const LineageNode a = node(branch.a);
      const LineageNode b = node(branch.b);
      add_edge(odds > 0 ? a : b, odds > 0 ? b : a, confidence, std::move(reasons));
    }
  }

  const EventView& view_;
  const ReuseResult& reuse_;
  const std::vector<Credits>& credits_;
  std::vector<std::uint32_t> members_;
  Witness witness_;
  Lineage& out_;
  std::vector<Branch> branches_;
  std::vector<std::pair<std::size_t, std::uint32_t>>
      named_;  // a member, the absent source it credits
  std::size_t unnamed_ = kNoMember;
};

// Articles with nearly the same words: from the first to the others where its date or a credit
// says so, else one undecided source for all of them.
void add_copies(const EventView& view, const ReuseResult& reuse,
                const std::vector<Credits>& credits, Lineage& out) {
  const std::vector<std::uint32_t>& copy_of = reuse.copying.copy_of;
  std::map<std::uint32_t, std::uint32_t> undecided;  // by the first article: its source
  for (std::uint32_t j = 0; j < copy_of.size(); ++j) {
    const std::uint32_t i = copy_of[j];
    if (i == j) continue;
    const Arrows arrows = find_arrows(view, reuse, credits, i, j);
    const std::int32_t odds = arrows.sum();
    const double confidence = logistic(odds < 0 ? -odds : odds);
    LineageReason same{"copy",
                       source_name(view.articles[view.event.articles[i]]) + " and " +
                           source_name(view.articles[view.event.articles[j]]) +
                           " are nearly the same text.",
                       {}};
    LineageNode a{false, view.event.articles[i]};
    LineageNode b{false, view.event.articles[j]};
    if (confidence >= kSure) {
      std::vector<LineageReason> reasons{same};
      for (const Leaning& leaning : arrows.leanings) {
        if ((leaning.weight > 0) == (odds > 0)) reasons.push_back(leaning.reason);
      }
      if (odds < 0) std::swap(a, b);
      out.edges.push_back({a, b, confidence, std::move(reasons)});
      continue;
    }
    const auto [at, is_new] =
        undecided.try_emplace(i, static_cast<std::uint32_t>(out.hidden.size()));
    const LineageNode source{true, at->second};
    if (is_new) {
      out.hidden.push_back({HiddenKind::undecided, ""});
      out.edges.push_back({source, a, kUndecided, {same}});
    }
    out.edges.push_back({source, b, kUndecided, {same}});
  }
}

}  // namespace

Lineage find_lineage(const EventView& view, const ReuseResult& reuse, std::uint32_t max_family) {
  Lineage out;
  const std::vector<Credits> credits = find_credits(view.articles, view.event);
  for (const auto& line : independent_lines(reuse)) {
    std::vector<ArticleIndex> family;
    std::vector<std::uint32_t> members;
    for (const std::uint32_t place : line) {
      family.push_back(view.event.articles[place]);
      if (reuse.copying.copy_of[place] == place) members.push_back(place);
    }
    out.origins.push_back(std::move(family));
    if (members.size() > max_family) {
      ++out.without_tree;
      continue;
    }
    FamilyTree(view, reuse, credits, std::move(members), out).run();
  }
  add_copies(view, reuse, credits, out);
  return out;
}

std::vector<std::vector<std::uint32_t>> independent_lines(const ReuseResult& reuse) {
  return reuse.kin.families;
}

}  // namespace crossread
