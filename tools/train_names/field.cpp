#include "field.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace crossread::names_training {
namespace {

constexpr float kNo = -1e9F;
constexpr auto kTags = static_cast<std::size_t>(kNameTags);
using Row = std::array<float, kTags>;

constexpr std::size_t cell(std::size_t from, std::size_t to) { return from * (kTags + 1) + to; }

float log_sum(const Row& v) {
  const float top = *std::max_element(v.begin(), v.end());
  if (top < kNo / 2) return kNo;
  float sum = 0;
  for (const float x : v) sum += x - top > -20 ? std::exp(x - top) : 0.0F;
  return top + std::log(sum);
}

class Trainer {
 public:
  Trainer(const std::vector<std::uint32_t>& uses, const Options& options)
      : options_(options), random_(options.seed) {
    weights_.w.assign(uses.size() * kTags, 0);
    weights_.moves.assign(kMoves, 0);
    squares_.assign(uses.size() * kTags, 1);
    move_squares_.assign(kMoves, 1);
    for (const std::uint32_t n : uses)
      decay_.push_back(options.decay / static_cast<float>(std::max(n, 1U)));
    for (std::size_t from = 0; from <= kTags; ++from) {
      for (std::size_t to = 0; to < kTags; ++to) {
        legal_[cell(from, to)] =
            may_follow(from == kTags ? -1 : static_cast<int>(from), static_cast<int>(to));
      }
    }
  }

  void epoch(const std::vector<Example>& examples) {
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    for (const std::uint32_t i : order) learn(examples[i]);
  }

  const Weights& weights() const { return weights_; }

 private:
  bool chance(double p) { return static_cast<double>(random_()) < p * 4294967296.0; }

  void drop(const Example& e) {
    active_.clear();
    first_.clear();
    for (std::size_t k = 0; k < e.size(); ++k) {
      first_.push_back(static_cast<std::uint32_t>(active_.size()));
      std::uint32_t begin = e.start[k];
      if (chance(options_.drop_known)) {
        begin += e.groups[k].known;
      } else if (chance(options_.drop_words)) {
        begin += e.groups[k].words;
      }
      for (std::uint32_t f = begin; f < e.start[k + 1]; ++f) {
        if (!chance(options_.drop_any)) active_.push_back(e.features[f]);
      }
    }
    first_.push_back(static_cast<std::uint32_t>(active_.size()));
  }

  void learn(const Example& e) {
    drop(e);
    const std::size_t n = e.size();
    emit_.assign(n, {});
    for (std::size_t k = 0; k < n; ++k) {
      Row sum{};
      for (std::uint32_t f = first_[k]; f < first_[k + 1]; ++f) {
        const float* w = &weights_.w[std::size_t{active_[f]} * kTags];
        for (std::size_t t = 0; t < kTags; ++t) sum[t] += w[t];
      }
      emit_[k] = sum;
    }
    token_.assign(n, {});
    move_.fill(0);
    expect(e, false, 1);
    if (e.open) {
      expect(e, true, -1);
    } else {
      for (std::size_t k = 0; k < n; ++k) {
        const auto g = static_cast<std::size_t>(e.gold[k]);
        token_[k][g] -= 1;
        move_[cell(k == 0 ? kTags : static_cast<std::size_t>(e.gold[k - 1]), g)] -= 1;
        if (k + 1 == n) move_[cell(g, kTags)] -= 1;
      }
    }
    update(e);
  }

  float move(std::size_t from, std::size_t to) const { return weights_.moves[cell(from, to)]; }

  // Adds `sign` times the expected counts, of all paths or of those that the gold allows.
  void expect(const Example& e, bool gold, float sign) {
    const std::size_t n = e.size();
    const auto allowed = [&](std::size_t k, std::size_t t) {
      const auto g = static_cast<std::size_t>(e.gold[k]);
      return !gold || g == t || (g == 0 && t >= static_cast<std::size_t>(begin_tag(Coarse::other)));
    };
    alpha_.assign(n, {});
    beta_.assign(n, {});
    Row v;
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t to = 0; to < kTags; ++to) {
        if (!allowed(k, to)) {
          alpha_[k][to] = kNo;
        } else if (k == 0) {
          alpha_[k][to] = legal_[cell(kTags, to)] ? move(kTags, to) + emit_[k][to] : kNo;
        } else {
          for (std::size_t from = 0; from < kTags; ++from) {
            v[from] = legal_[cell(from, to)] ? alpha_[k - 1][from] + move(from, to) : kNo;
          }
          alpha_[k][to] = log_sum(v) + emit_[k][to];
        }
      }
    }
    for (std::size_t k = n; k-- > 0;) {
      for (std::size_t from = 0; from < kTags; ++from) {
        if (k + 1 == n) {
          beta_[k][from] = move(from, kTags);
          continue;
        }
        for (std::size_t to = 0; to < kTags; ++to) {
          v[to] = legal_[cell(from, to)] && allowed(k + 1, to)
                      ? move(from, to) + emit_[k + 1][to] + beta_[k + 1][to]
                      : kNo;
        }
        beta_[k][from] = log_sum(v);
      }
    }
    for (std::size_t t = 0; t < kTags; ++t) v[t] = alpha_[n - 1][t] + beta_[n - 1][t];
    const float total = log_sum(v);
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t t = 0; t < kTags; ++t) {
        const float x = alpha_[k][t] + beta_[k][t] - total;
        if (x < -15) continue;
        const float p = sign * std::exp(x);
        token_[k][t] += p;
        if (k == 0) move_[cell(kTags, t)] += p;
        if (k + 1 == n) move_[cell(t, kTags)] += p;
        if (k == 0) continue;
        for (std::size_t from = 0; from < kTags; ++from) {
          if (!legal_[cell(from, t)]) continue;
          const float y = alpha_[k - 1][from] + move(from, t) + emit_[k][t] + beta_[k][t] - total;
          if (y > -15) move_[cell(from, t)] += sign * std::exp(y);
        }
      }
    }
  }

  void step(float& w, float& square, float gradient, float decay) const {
    square += gradient * gradient;
    w -= options_.rate * (gradient + decay * w) / std::sqrt(square);
  }

  void update(const Example& e) {
    for (std::size_t k = 0; k < e.size(); ++k) {
      Row g = token_[k];
      float top = 0;
      for (float& x : g) {
        x *= e.weight;
        top = std::max(top, std::fabs(x));
      }
      if (top < 1e-3F) continue;
      for (std::uint32_t f = first_[k]; f < first_[k + 1]; ++f) {
        const std::size_t row = std::size_t{active_[f]} * kTags;
        const float decay = decay_[active_[f]];
        for (std::size_t t = 0; t < kTags; ++t)
          step(weights_.w[row + t], squares_[row + t], g[t], decay);
      }
    }
    for (std::size_t i = 0; i < kMoves; ++i) {
      if (move_[i] != 0) step(weights_.moves[i], move_squares_[i], e.weight * move_[i], 0);
    }
  }

  const Options options_;
  std::mt19937 random_;
  Weights weights_;
  std::vector<float> squares_, move_squares_, decay_;
  std::array<bool, kMoves> legal_{};
  std::vector<std::uint32_t> active_, first_;
  std::vector<Row> emit_, alpha_, beta_, token_;
  std::array<float, kMoves> move_{};
};

// The best path of float weights.
std::vector<int> decode(const Example& e, const Weights& w) {
  const std::size_t n = e.size();
  std::vector<Row> best(n);
  std::vector<std::array<int, kTags>> from(n);
  for (std::size_t k = 0; k < n; ++k) {
    Row emit{};
    for (std::uint32_t f = e.start[k]; f < e.start[k + 1]; ++f) {
      for (std::size_t t = 0; t < kTags; ++t)
        emit[t] += w.w[std::size_t{e.features[f]} * kTags + t];
    }
    for (std::size_t to = 0; to < kTags; ++to) {
      float top = kNo;
      for (std::size_t f = k == 0 ? kTags : 0; f < (k == 0 ? kTags + 1 : kTags); ++f) {
        if (!may_follow(k == 0 ? -1 : static_cast<int>(f), static_cast<int>(to))) continue;
        const float m = (k == 0 ? 0.0F : best[k - 1][f]) + w.moves[cell(f, to)];
        if (m > top) top = m, from[k][to] = static_cast<int>(f);
      }
      best[k][to] = top + emit[to];
    }
  }
  std::vector<int> path(n);
  float top = 2 * kNo;
  for (std::size_t t = 0; t < kTags; ++t) {
    const float s = best[n - 1][t] + w.moves[cell(t, kTags)];
    if (s > top) top = s, path[n - 1] = static_cast<int>(t);
  }
  for (std::size_t k = n - 1; k > 0; --k) path[k - 1] = from[k][static_cast<std::size_t>(path[k])];
  return path;
}

template <class Tags>
std::size_t span_end(const Tags& tags, std::size_t k) {
  std::size_t end = k + 1;
  while (end < tags.size() && is_inside(tags[end])) ++end;
  return end;
}

}  // namespace

std::vector<std::uint32_t> count_uses(const std::vector<Example>& examples, std::size_t features) {
  std::vector<std::uint32_t> uses(features);
  for (const Example& e : examples) {
    for (const std::uint32_t f : e.features) ++uses[f];
  }
  return uses;
}

void print_f1(const std::string& what, const std::vector<Held>& held, const Weights& w) {
  std::fprintf(stderr, "%s", what.c_str());
  for (const Held& h : held) {
    std::size_t hit = 0;
    std::size_t said = 0;
    for (const Example& e : h.corpus.examples) {
      const std::vector<int> path = decode(e, w);
      for (std::size_t k = 0; k < path.size(); ++k) {
        if (path[k] == 0 || is_inside(path[k]) || path[k] >= begin_tag(Coarse::other)) continue;
        ++said;
        if (e.gold[k] == path[k] && span_end(path, k) == span_end(e.gold, k)) ++hit;
      }
    }
    const auto share = [](std::size_t a, std::size_t b) {
      return 100.0 * static_cast<double>(a) / static_cast<double>(std::max<std::size_t>(b, 1));
    };
    std::fprintf(stderr, "  %s P %.1f R %.1f F %.2f (of %.1f)", h.name.c_str(), share(hit, said),
                 share(hit, h.corpus.gold), 2 * share(hit, said + h.corpus.gold),
                 share(h.corpus.within, h.corpus.gold));
  }
  std::fprintf(stderr, "\n");
}

Weights train(const std::vector<Example>& examples, std::size_t features, const Options& options) {
  Trainer trainer(count_uses(examples, features), options);
  Weights sum;
  int summed = 0;
  for (int e = 0; e < options.epochs; ++e) {
    trainer.epoch(examples);
    const Weights& now = trainer.weights();
    if (e >= options.epochs / 2) {
      if (sum.w.empty()) {
        sum = now;
      } else {
        for (std::size_t i = 0; i < now.w.size(); ++i) sum.w[i] += now.w[i];
        for (std::size_t i = 0; i < kMoves; ++i) sum.moves[i] += now.moves[i];
      }
      ++summed;
    }
  }
  for (float& w : sum.w) w /= static_cast<float>(summed);
  for (float& w : sum.moves) w /= static_cast<float>(summed);
  return sum;
}

}  // namespace crossread::names_training
