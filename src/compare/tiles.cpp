#define XXH_INLINE_ALL
#include "compare/tiles.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <queue>
#include <unordered_map>

#include "base/sort.h"

namespace crossread {
namespace {

constexpr std::uint32_t kShingle = 3;
constexpr std::uint32_t kLeastWords = 6;
constexpr std::uint32_t kLeastWithFigure = 4;
constexpr std::uint32_t kLeastContent = 3;
constexpr std::uint32_t kLeastShingles = 4;  // shingles two articles must share to be tiled
constexpr std::size_t kCommonShingle = 40;   // in more articles, it pairs neighbours alone

struct LongestFirst {
  bool operator()(const Tile& x, const Tile& y) const {
    if (x.length != y.length) return x.length < y.length;
    return x.a != y.a ? x.a > y.a : x.b > y.b;
  }
};

// By first word; 0 where the words end too soon or a sentence ends among them.
std::vector<std::uint64_t> shingles_of(const WordStream& stream) {
  std::vector<std::uint64_t> out(stream.words.size(), 0);
  for (std::size_t i = 0; i + kShingle <= stream.words.size(); ++i) {
    if (stream.words[i].sentence != stream.words[i + kShingle - 1].sentence) continue;
    std::array<std::uint32_t, kShingle> forms{};
    for (std::uint32_t k = 0; k < kShingle; ++k) forms[k] = stream.words[i + k].form;
    out[i] = XXH3_64bits(forms.data(), sizeof forms) | 1U;
  }
  return out;
}

class Tiler {
 public:
  Tiler(const WordStream& a, const WordStream& b)
      : a_(a), b_(b), used_a_(a.words.size()), used_b_(b.words.size()) {}

  std::vector<Tile> run() {
    open_matches();
    std::vector<Tile> tiles;
    while (!heap_.empty()) {
      const Tile tile = heap_.top();
      heap_.pop();
      if (!is_free(tile)) {
        offer_free_parts(tile);
        continue;
      }
      if (!is_enough(tile)) continue;
      for (std::uint32_t k = 0; k < tile.length; ++k) {
        used_a_[tile.a + k] = used_b_[tile.b + k] = true;
      }
      tiles.push_back(tile);
    }
    sort_by(tiles, [](const Tile& x, const Tile& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return tiles;
  }

 private:
  bool continues(std::uint32_t i, std::uint32_t j) const {  // the words before i and j match too
    return i > 0 && j > 0 && copied(a_.words[i - 1], b_.words[j - 1]) &&
           a_.words[i - 1].sentence == a_.words[i].sentence &&
           b_.words[j - 1].sentence == b_.words[j].sentence;
  }
  std::uint32_t length_at(std::uint32_t i, std::uint32_t j) const {
    const Range x = a_.of_sentence[a_.words[i].sentence];
    const Range y = b_.of_sentence[b_.words[j].sentence];
    std::uint32_t n = 0;
    while (i + n < x.last && j + n < y.last && copied(a_.words[i + n], b_.words[j + n])) ++n;
    return n;
  }
  void open_matches() {
    const std::vector<std::uint64_t> in_a = shingles_of(a_);
    const std::vector<std::uint64_t> in_b = shingles_of(b_);
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::uint32_t j = 0; j < in_b.size(); ++j) {
      if (in_b[j] != 0) places[in_b[j]].push_back(j);
    }
    for (std::uint32_t i = 0; i < in_a.size(); ++i) {
      const auto found = in_a[i] == 0 ? places.end() : places.find(in_a[i]);
      if (found == places.end()) continue;
      for (const std::uint32_t j : found->second) {
        if (continues(i, j)) continue;
        const std::uint32_t length = length_at(i, j);
        if (length >= kLeastWithFigure) heap_.push({length, i, j});
      }
    }
  }
  bool is_enough(const Tile& tile) const {
    std::uint32_t content = 0;
    bool figure = false;
    for (std::uint32_t i = tile.a; i < tile.a + tile.length; ++i) {
      content += a_.words[i].content ? 1 : 0;
      figure = figure || a_.words[i].figure;
    }
    return content >= kLeastContent && tile.length >= (figure ? kLeastWithFigure : kLeastWords);
  }
  bool is_free(const Tile& t) const {
    for (std::uint32_t k = 0; k < t.length; ++k) {
      if (used_a_[t.a + k] || used_b_[t.b + k]) return false;
    }
    return true;
  }
  void offer_free_parts(const Tile& t) {
    std::uint32_t from = 0;
    for (std::uint32_t k = 0; k <= t.length; ++k) {
      if (k < t.length && !used_a_[t.a + k] && !used_b_[t.b + k]) continue;
      if (k - from >= kLeastWithFigure) heap_.push({k - from, t.a + from, t.b + from});
      from = k + 1;
    }
  }

  const WordStream& a_;
  const WordStream& b_;
  std::vector<bool> used_a_;
  std::vector<bool> used_b_;
  std::priority_queue<Tile, std::vector<Tile>, LongestFirst> heap_;
};

}  // namespace

std::vector<Tile> tiles_of(const WordStream& a, const WordStream& b) { return Tiler(a, b).run(); }

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_to_tile(
    const std::vector<WordStream>& streams) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  for (std::uint32_t s = 0; s < streams.size(); ++s) {
    std::vector<std::uint64_t> own = shingles_of(streams[s]);
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (const std::uint64_t h : own) {
      if (h != 0) all.emplace_back(h, s);
    }
  }
  std::sort(all.begin(), all.end());
  const std::size_t n = streams.size();
  std::vector<std::vector<std::uint32_t>> shared(n, std::vector<std::uint32_t>(n, 0));
  for (std::size_t from = 0; from < all.size();) {
    std::size_t to = from;
    while (to < all.size() && all[to].first == all[from].first) ++to;
    const bool common = to - from > std::max(kCommonShingle, n / 4);
    for (std::size_t i = from; i < to; ++i) {
      const std::size_t last = common ? std::min(i + 2, to) : to;
      for (std::size_t j = i + 1; j < last; ++j) ++shared[all[i].second][all[j].second];
    }
    from = to;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::uint32_t j = i + 1; j < n; ++j) {
      if (shared[i][j] >= kLeastShingles) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

}  // namespace crossread
