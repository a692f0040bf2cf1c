#include "mention/name_tagger.h"

#include <algorithm>
#include <limits>

namespace crossread {
namespace {

constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

struct Paths {
  std::vector<TagScores> emit;
  std::vector<TagScores> forward;   // best path that ends here with the tag
  std::vector<TagScores> backward;  // best path from here on, own emission left out
  std::vector<std::array<std::int8_t, kNameTags>> from;
  std::vector<std::int8_t> best;
  std::vector<std::uint64_t> features;
};

void score(const NameContext& c, std::size_t segment, Paths& p) {
  const Range r = c.segments()[segment];
  p.emit.assign(r.size(), TagScores{});
  for (std::uint32_t k = 0; k < r.size(); ++k) {
    name_features(c, segment, r.first + k, p.features, nullptr);
    for (const std::uint64_t f : p.features) c.model().add(f, p.emit[k]);
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

std::int32_t trace(const NameModel& model, Paths& p) {
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
  return top;
}

// How much is lost if token k must bear another tag.
std::int32_t margin_at(const Paths& p, std::size_t k, std::int32_t best) {
  std::int32_t other = kImpossible;
  for (int t = 0; t < kNameTags; ++t) {
    if (t == p.best[k]) continue;
    const auto at = static_cast<std::size_t>(t);
    other = std::max(other, p.forward[k][at] + p.backward[k][at]);
  }
  return best - other;
}

}  // namespace

std::vector<TaggedSpan> tag_names(const NameContext& context) {
  std::vector<TaggedSpan> spans;
  Paths p;
  for (std::size_t s = 0; s < context.segments().size(); ++s) {
    const std::uint32_t first = context.segments()[s].first;
    score(context, s, p);
    run_forward(context.model(), p);
    run_backward(context.model(), p);
    const std::int32_t best = trace(context.model(), p);
    const std::size_t n = p.best.size();
    for (std::size_t k = 0; k < n;) {
      if (p.best[k] == 0) {
        ++k;
        continue;
      }
      TaggedSpan span;
      span.type = static_cast<Coarse>((p.best[k] - 1) / 2);
      span.margin = margin_at(p, k, best);
      std::size_t end = k + 1;
      while (end < n && is_inside(p.best[end])) span.margin = std::min(span.margin, margin_at(p, end++, best));
      span.tokens = {first + static_cast<std::uint32_t>(k), first + static_cast<std::uint32_t>(end)};
      spans.push_back(span);
      k = end;
    }
  }
  return spans;
}

}  // namespace crossread
