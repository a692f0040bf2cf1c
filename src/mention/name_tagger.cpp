#include "mention/name_tagger.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <unordered_map>

namespace crossread {
namespace {

constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

// A token on the paths through its segment.
struct Step {
  TagScores emit{};
  TagScores forward{};   // best path that ends here with the tag
  TagScores backward{};  // best path from here on, own emission left out
  std::array<std::int8_t, kNameTags> from{};
  std::int8_t best = 0;
  std::uint32_t name = 0;  // 1 + the entry of Shared that it belongs to; 0 is none
};

// The steps of one segment.
struct Paths {
  std::span<Step> steps;
  std::int32_t total = 0;  // of the best path
};

// What a step from tag to tag costs, the edge as the last row and column; kImpossible where none
// leads.
using Moves = std::array<std::array<std::int32_t, kNameTags + 1>, kNameTags + 1>;

Moves moves_of(const NameModel& model) {
  Moves moves{};
  for (int from = 0; from <= kNameTags; ++from) {
    for (int to = 0; to <= kNameTags; ++to) {
      const bool may = to == kNameTags || may_follow(from == kNameTags ? -1 : from, to);
      moves[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] =
          may ? model.move(from, to) : kImpossible;
    }
  }
  return moves;
}

// Adds up what the features of the tokens are worth. What hangs on one form alone is kept: a form
// comes back, as itself and as a neighbour.
class Scorer {
 public:
  explicit Scorer(const NameContext& context) : c_(context) {
    for (auto& kept : kept_) kept.resize(c_.forms().size() + std::size_t{1});
    known_.resize(c_.forms().size() + std::size_t{1});
  }

  void score(std::size_t segment, std::span<Step> steps) {
    const Range r = c_.segments()[segment];
    const Range s = c_.sentence_of(segment);
    for (std::uint32_t k = 0; k < r.size(); ++k) {
      const std::uint32_t i = r.first + k;
      TagScores& scores = steps[k].emit;
      name_features(c_, segment, i, features_, part_bit(FeaturePart::place));
      c_.model().add(features_, scores);
      const auto add = [&](FeaturePart part, bool inside, std::uint32_t neighbour) {
        const std::uint32_t form = inside ? c_.forms()[neighbour] : c_.forms().size();
        const TagScores& more = of_form(segment, i, part, form);
        for (std::size_t t = 0; t < kNameTags; ++t) scores[t] += more[t];
      };
      add(FeaturePart::own, true, i);
      add(FeaturePart::left, i > s.first, i - 1);
      add(FeaturePart::far_left, i > s.first + 1, i - 2);
      add(FeaturePart::right, i + 1 < s.last, i + 1);
      add(FeaturePart::far_right, i + 2 < s.last, i + 2);
    }
  }

 private:
  const TagScores& of_form(std::size_t segment, std::uint32_t token, FeaturePart part,
                           std::uint32_t form) {
    TagScores& scores = kept_[static_cast<std::size_t>(part)][form];
    if ((known_[form] & part_bit(part)) != 0) return scores;
    known_[form] = static_cast<FeatureParts>(known_[form] | part_bit(part));
    name_features(c_, segment, token, features_, part_bit(part));
    c_.model().add(features_, scores);
    return scores;
  }

  const NameContext& c_;
  std::array<std::vector<TagScores>, 5> kept_;  // by part, then by form; the last is the edge
  std::vector<FeatureParts> known_;
  std::vector<std::uint64_t> features_;
};

void run_forward(const Moves& moves, std::span<Step> p) {
  for (std::size_t t = 0; t < kNameTags; ++t) {
    const std::int32_t move = moves[kNameTags][t];
    p[0].forward[t] = move == kImpossible ? kImpossible : move + p[0].emit[t];
  }
  for (std::size_t k = 1; k < p.size(); ++k) {
    TagScores top;
    top.fill(2 * kImpossible);
    for (std::size_t from = 0; from < kNameTags; ++from) {
      for (std::size_t to = 0; to < kNameTags; ++to) {
        const std::int32_t s = p[k - 1].forward[from] + moves[from][to];
        if (s <= top[to]) continue;
        top[to] = s;
        p[k].from[to] = static_cast<std::int8_t>(from);
      }
    }
    for (std::size_t t = 0; t < kNameTags; ++t)
      p[k].forward[t] = std::max(kImpossible, top[t] + p[k].emit[t]);
  }
}

void run_backward(const Moves& moves, std::span<Step> p) {
  for (std::size_t t = 0; t < kNameTags; ++t) p.back().backward[t] = moves[t][kNameTags];
  for (std::size_t k = p.size() - 1; k-- > 0;) {
    TagScores next;
    for (std::size_t t = 0; t < kNameTags; ++t) next[t] = p[k + 1].emit[t] + p[k + 1].backward[t];
    for (std::size_t from = 0; from < kNameTags; ++from) {
      std::int32_t top = kImpossible;
      for (std::size_t to = 0; to < kNameTags; ++to)
        top = std::max(top, moves[from][to] + next[to]);
      p[k].backward[from] = top;
    }
  }
}

void best_path(const Moves& moves, Paths& path) {
  const std::span<Step> p = path.steps;
  run_forward(moves, p);
  run_backward(moves, p);
  path.total = 2 * kImpossible;
  for (std::size_t t = 0; t < kNameTags; ++t) {
    const std::int32_t s = p.back().forward[t] + moves[t][kNameTags];
    if (s <= path.total) continue;
    path.total = s;
    p.back().best = static_cast<std::int8_t>(t);
  }
  for (std::size_t k = p.size() - 1; k > 0; --k)
    p[k - 1].best = p[k].from[static_cast<std::size_t>(p[k].best)];
}

// How much is lost if token k must bear another tag.
std::int32_t margin_at(const Paths& p, std::size_t k) {
  std::int32_t other = kImpossible;
  const Step& step = p.steps[k];
  for (int t = 0; t < kNameTags; ++t) {
    if (t == step.best) continue;
    const auto at = static_cast<std::size_t>(t);
    other = std::max(other, step.forward[at] + step.backward[at]);
  }
  return p.total - other;
}

void read_spans(std::uint32_t first, const Paths& p, std::vector<TaggedSpan>& spans) {
  const std::size_t n = p.steps.size();
  for (std::size_t k = 0; k < n;) {
    const std::int8_t tag = p.steps[k].best;
    if (tag == 0) {
      ++k;
      continue;
    }
    TaggedSpan span;
    span.type = static_cast<Coarse>((tag - 1) / 2);
    span.margin = margin_at(p, k);
    std::size_t end = k + 1;
    while (end < n && is_inside(p.steps[end].best))
      span.margin = std::min(span.margin, margin_at(p, end++));
    span.tokens = {first + static_cast<std::uint32_t>(k), first + static_cast<std::uint32_t>(end)};
    spans.push_back(span);
    k = end;
  }
}

// What the places of one name say of each other: how good each type is at best in the other places
// is added to the scores here. Names are the same where the whole capitalised run is; a full name
// speaks for its short form ("Corvane Systems" for "Corvane", "Ana Holm" for "Holm").
class Shared {
 public:
  static constexpr std::size_t kTypes = 5;  // outside, person, organization, location, other
  static constexpr std::int32_t kFloor = -4 * kNameScale;  // of what one place says
  static constexpr std::int32_t kLimit = -6 * kNameScale;  // of what all others say

  void add(const NameContext& c, std::size_t segment, Paths& p) {
    const Range r = c.segments()[segment];
    for (std::uint32_t k = 0; k < r.size(); ++k) {
      const std::uint64_t key = key_of(c, r.first + k);
      if (key == 0) continue;
      Entry& e = entry(key);
      p.steps[k].name = 1 + static_cast<std::uint32_t>(&e - entries_.data());
      ++e.places;
      const Support own = support(p, k);
      for (std::size_t t = 0; t < kTypes; ++t) e.sum[t] += own[t];
      e.name += own_name(own);
    }
  }

  void add_full_names(const NameContext& c, const std::vector<TaggedSpan>& spans) {
    for (const TaggedSpan& span : spans) {
      const Range r = span.tokens;
      if (r.size() < 2 || span.margin < kSure || !c.starts_run(r.first)) continue;
      if (span.type == Coarse::person) {
        if (r.size() <= 4) vote(c, r.last - 1, span.type);
        if (c.lexicon().has(r.first, bit(Sign::family_first))) vote(c, r.first, span.type);
      } else if (span.type == Coarse::organization && !c.lexicon().has(r.first, kKnownFirst) &&
                 c.view(r.first).info.casing != WordCase::lower) {
        vote(c, r.first, span.type);
      }
    }
  }

  bool apply(Paths& p) const {
    bool changed = false;
    for (std::size_t k = 0; k < p.steps.size(); ++k) {
      if (p.steps[k].name == 0) continue;
      const Entry& e = entries_[p.steps[k].name - 1];
      if (e.places < 2) continue;
      const Support own = support(p, k);
      Support rest;
      for (std::size_t t = 0; t < kTypes; ++t) rest[t] = e.sum[t] - own[t];
      // Types that take turns must not let "no name" win, which is always second.
      const std::int32_t top = *std::max_element(rest.begin() + 1, rest.end());
      const std::int32_t name = e.name - own_name(own);
      for (std::size_t t = 1; t < kTypes; ++t) rest[t] += name - top;
      for (std::size_t t = 0; t < kTypes; ++t) {
        const std::int32_t extra = std::max(kLimit, rest[t]);
        TagScores& emit = p.steps[k].emit;
        if (t == 0) {
          emit[0] += extra;
        } else {
          emit[2 * t - 1] += extra;
          emit[2 * t] += extra;
        }
      }
      changed = true;
    }
    return changed;
  }

 private:
  using Support = std::array<std::int32_t, kTypes>;
  struct Entry {
    int places = 0;
    Support sum{};
    std::int32_t name = 0;  // of the best type in each place
  };

  static constexpr std::int32_t kSure = 2 * kNameScale;
  static constexpr Signs kKnownFirst = kPlaceSigns | kFirstSigns | bit(Sign::demonym);

  // The word as a name of its own is of this type.
  void vote(const NameContext& c, std::uint32_t token, Coarse type) {
    const std::uint64_t word = c.view(token).word;
    Entry& e = entry(mix_bits(mix_bits(word) + word) | 1);
    ++e.places;
    for (std::size_t t = 0; t < kTypes; ++t) {
      if (t != static_cast<std::size_t>(type) + 1) e.sum[t] -= kSure;
    }
  }

  Entry& entry(std::uint64_t key) {
    const auto [it, fresh] =
        entry_of_.try_emplace(key, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.emplace_back();
    return entries_[it->second];
  }

  static std::int32_t own_name(const Support& s) {
    return *std::max_element(s.begin() + 1, s.end());
  }

  static Support support(const Paths& p, std::size_t k) {
    Support s;
    const auto at = [&](std::size_t t) {
      return p.steps[k].forward[t] + p.steps[k].backward[t] - p.total;
    };
    s[0] = std::max(kFloor, at(0));
    for (std::size_t t = 1; t < kTypes; ++t) s[t] = std::max({kFloor, at(2 * t - 1), at(2 * t)});
    return s;
  }

  static std::uint64_t key_of(const NameContext& c, std::uint32_t token) {
    const TokenView& v = c.view(token);
    if (v.run_first == v.run_last) return 0;
    std::uint64_t key = mix_bits(v.word + token - v.run_first);
    for (std::uint32_t i = v.run_first; i < v.run_last; ++i) key = mix_bits(key + c.view(i).word);
    return key | 1;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> entry_of_;  // looked up only, never walked
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<TaggedSpan> tag_names(const NameContext& context) {
  std::vector<TaggedSpan> spans;
  if (context.model().empty()) return spans;
  std::size_t active = 0;
  for (const Range r : context.segments()) active += r.size();
  std::vector<Step> steps(active);
  std::vector<Paths> paths(context.segments().size());
  const Moves moves = moves_of(context.model());
  Scorer scorer(context);
  Shared shared;
  std::size_t at = 0;
  for (std::size_t s = 0; s < paths.size(); ++s) {
    const Range r = context.segments()[s];
    paths[s].steps = std::span(steps).subspan(at, r.size());
    at += r.size();
    scorer.score(s, paths[s].steps);
    best_path(moves, paths[s]);
    shared.add(context, s, paths[s]);
    read_spans(r.first, paths[s], spans);
  }
  shared.add_full_names(context, spans);
  spans.clear();
  for (std::size_t s = 0; s < paths.size(); ++s) {
    if (shared.apply(paths[s])) best_path(moves, paths[s]);
    read_spans(context.segments()[s].first, paths[s], spans);
  }
  return spans;
}

}  // namespace crossread
