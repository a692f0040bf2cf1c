#include "mention/name_tagger.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace crossread {
namespace {

constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

struct Paths {
  std::vector<TagScores> emit;
  std::vector<TagScores> forward;   // best path that ends here with the tag
  std::vector<TagScores> backward;  // best path from here on, own emission left out
  std::vector<std::array<std::int8_t, kNameTags>> from;
  std::vector<std::int8_t> best;
  std::int32_t total = 0;           // of the best path
};

void score(const NameContext& c, std::size_t segment, Paths& p) {
  const Range r = c.segments()[segment];
  std::vector<std::uint64_t> features;
  p.emit.assign(r.size(), TagScores{});
  for (std::uint32_t k = 0; k < r.size(); ++k) {
    name_features(c, segment, r.first + k, features);
    for (const std::uint64_t f : features) c.model().add(f, p.emit[k]);
  }
}

void run_forward(const NameModel& model, Paths& p) {
  const std::size_t n = p.emit.size();
  p.forward.assign(n, TagScores{});
  p.from.assign(n, {});
  for (std::size_t k = 0; k < n; ++k) {
    for (int to = 0; to < kNameTags; ++to) {
      const auto t = static_cast<std::size_t>(to);
      std::int32_t top = kImpossible;
      std::int8_t arg = -1;
      if (k == 0) {
        if (may_follow(-1, to)) top = model.move(kNameTags, to);
      } else {
        for (int from = 0; from < kNameTags; ++from) {
          if (!may_follow(from, to)) continue;
          const std::int32_t s = p.forward[k - 1][static_cast<std::size_t>(from)] + model.move(from, to);
          if (s > top) {
            top = s;
            arg = static_cast<std::int8_t>(from);
          }
        }
      }
      p.forward[k][t] = top == kImpossible ? kImpossible : top + p.emit[k][t];
      p.from[k][t] = arg;
    }
  }
}

void run_backward(const NameModel& model, Paths& p) {
  const std::size_t n = p.emit.size();
  p.backward.assign(n, TagScores{});
  for (std::size_t k = n; k-- > 0;) {
    for (int from = 0; from < kNameTags; ++from) {
      std::int32_t top = kImpossible;
      if (k + 1 == n) {
        top = model.move(from, kNameTags);
      } else {
        for (int to = 0; to < kNameTags; ++to) {
          if (!may_follow(from, to)) continue;
          const auto t = static_cast<std::size_t>(to);
          top = std::max(top, model.move(from, to) + p.emit[k + 1][t] + p.backward[k + 1][t]);
        }
      }
      p.backward[k][static_cast<std::size_t>(from)] = top;
    }
  }
}

void trace(const NameModel& model, Paths& p) {
  const std::size_t n = p.emit.size();
  p.best.assign(n, 0);
  std::int32_t top = kImpossible;
  for (int t = 0; t < kNameTags; ++t) {
    const std::int32_t s = p.forward[n - 1][static_cast<std::size_t>(t)] + model.move(t, kNameTags);
    if (s > top) {
      top = s;
      p.best[n - 1] = static_cast<std::int8_t>(t);
    }
  }
  for (std::size_t k = n - 1; k > 0; --k) {
    p.best[k - 1] = p.from[k][static_cast<std::size_t>(p.best[k])];
  }
  p.total = top;
}

void best_path(const NameModel& model, Paths& p) {
  run_forward(model, p);
  run_backward(model, p);
  trace(model, p);
}

// How much is lost if token k must bear another tag.
std::int32_t margin_at(const Paths& p, std::size_t k) {
  std::int32_t other = kImpossible;
  for (int t = 0; t < kNameTags; ++t) {
    if (t == p.best[k]) continue;
    const auto at = static_cast<std::size_t>(t);
    other = std::max(other, p.forward[k][at] + p.backward[k][at]);
  }
  return p.total - other;
}

void read_spans(std::uint32_t first, const Paths& p, std::vector<TaggedSpan>& spans) {
  const std::size_t n = p.best.size();
  for (std::size_t k = 0; k < n;) {
    if (p.best[k] == 0) {
      ++k;
      continue;
    }
    TaggedSpan span;
    span.type = static_cast<Coarse>((p.best[k] - 1) / 2);
    span.margin = margin_at(p, k);
    std::size_t end = k + 1;
    while (end < n && is_inside(p.best[end])) span.margin = std::min(span.margin, margin_at(p, end++));
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

  void add(const NameContext& c, std::size_t segment, const Paths& p) {
    const Range r = c.segments()[segment];
    for (std::uint32_t k = 0; k < r.size(); ++k) {
      const std::uint64_t key = key_of(c, r.first + k);
      if (key == 0) continue;
      Entry& e = entries_[key];
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

  bool apply(const NameContext& c, std::size_t segment, Paths& p) const {
    const Range r = c.segments()[segment];
    bool changed = false;
    for (std::uint32_t k = 0; k < r.size(); ++k) {
      const std::uint64_t key = key_of(c, r.first + k);
      if (key == 0) continue;
      const Entry& e = entries_.find(key)->second;
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
        if (t == 0) {
          p.emit[k][0] += extra;
        } else {
          p.emit[k][2 * t - 1] += extra;
          p.emit[k][2 * t] += extra;
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
    Entry& e = entries_[mix_bits(mix_bits(word) + word) | 1];
    ++e.places;
    for (std::size_t t = 0; t < kTypes; ++t) {
      if (t != static_cast<std::size_t>(type) + 1) e.sum[t] -= kSure;
    }
  }

  static std::int32_t own_name(const Support& s) { return *std::max_element(s.begin() + 1, s.end()); }

  static Support support(const Paths& p, std::size_t k) {
    Support s;
    const auto at = [&](std::size_t t) { return p.forward[k][t] + p.backward[k][t] - p.total; };
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

  std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace

std::vector<TaggedSpan> tag_names(const NameContext& context) {
  std::vector<TaggedSpan> spans;
  if (context.model().empty()) return spans;
  std::vector<Paths> paths(context.segments().size());
  Shared shared;
  for (std::size_t s = 0; s < paths.size(); ++s) {
    score(context, s, paths[s]);
    best_path(context.model(), paths[s]);
    shared.add(context, s, paths[s]);
    read_spans(context.segments()[s].first, paths[s], spans);
  }
  shared.add_full_names(context, spans);
  spans.clear();
  for (std::size_t s = 0; s < paths.size(); ++s) {
    if (shared.apply(context, s, paths[s])) best_path(context.model(), paths[s]);
    read_spans(context.segments()[s].first, paths[s], spans);
  }
  return spans;
}

}  // namespace crossread
