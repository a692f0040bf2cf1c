#include "compare/edits.h"

#include <algorithm>

namespace crossread {
namespace {

constexpr std::uint32_t kMostAligned = 160;
constexpr std::int32_t kEqual = 6;
constexpr std::int32_t kReplace = -3;
constexpr std::int32_t kOpen = -4;
constexpr std::int32_t kLengthen = -1;
constexpr std::int32_t kNever = -1'000'000;

// Three tables as in Gotoh: the best that ends with a pair, with a word of a alone, of b alone.
enum Move : std::uint8_t { kPair, kOnlyA, kOnlyB };

struct AlignCell {
  std::int32_t best[3] = {kNever, kNever, kNever};
  Move from[3] = {kPair, kPair, kPair};
};

class WordAligner {
 public:
  WordAligner(const WordStream& a, Range in_a, const WordStream& b, Range in_b)
      : a_(a),
        b_(b),
        ra_(in_a),
        rb_(in_b),
        width_(in_b.size() + 1),
        cells_(static_cast<std::size_t>(in_a.size() + 1) * width_) {}

  Rewriting run() {
    fill();
    trace();
    return std::move(out_);
  }

 private:
  AlignCell& at(std::uint32_t i, std::uint32_t j) {
    return cells_[static_cast<std::size_t>(i) * width_ + j];
  }
  bool equal(std::uint32_t i, std::uint32_t j) const {  // counted from 1
    return a_.words[ra_.first + i - 1].form == b_.words[rb_.first + j - 1].form;
  }
  static Move best_of(const AlignCell& cell, std::int32_t to_pair, std::int32_t to_a,
                      std::int32_t to_b, std::int32_t& score) {
    Move state = kPair;
    score = cell.best[kPair] + to_pair;
    if (cell.best[kOnlyA] + to_a > score) score = cell.best[kOnlyA] + to_a, state = kOnlyA;
    if (cell.best[kOnlyB] + to_b > score) score = cell.best[kOnlyB] + to_b, state = kOnlyB;
    return state;
  }
  void fill() {
    for (std::uint32_t i = 0; i <= ra_.size(); ++i) {
      for (std::uint32_t j = 0; j <= rb_.size(); ++j) {
        AlignCell& cell = at(i, j);
        if (i == 0 || j == 0) {
          cell.best[kPair] = 0;  // what hangs over is free
          continue;
        }
        const bool same = equal(i, j);
        cell.from[kPair] = best_of(at(i - 1, j - 1), 0, 0, 0, cell.best[kPair]);
        cell.best[kPair] += same ? kEqual : kReplace;
        cell.from[kOnlyA] = best_of(at(i - 1, j), kOpen, kLengthen, kOpen, cell.best[kOnlyA]);
        cell.from[kOnlyB] = best_of(at(i, j - 1), kOpen, kOpen, kLengthen, cell.best[kOnlyB]);
        if (same && cell.best[kPair] > top_) top_ = cell.best[kPair], top_i_ = i, top_j_ = j;
      }
    }
  }
  void trace() {
    struct Step {
      Move state;
      bool same;
      std::uint32_t i, j;
    };
    std::vector<Step> steps;
    Move state = kPair;
    for (std::uint32_t i = top_i_, j = top_j_; i > 0 && j > 0;) {
      const AlignCell& cell = at(i, j);
      steps.push_back({state, state == kPair && equal(i, j), i, j});
      const Move before = cell.from[state];
      if (state != kOnlyB) --i;
      if (state != kOnlyA) --j;
      state = before;
    }
    while (!steps.empty() && !steps.back().same) steps.pop_back();
    if (steps.empty()) return;
    out_.a = {ra_.first + steps.back().i - 1, ra_.first + top_i_};
    out_.b = {rb_.first + steps.back().j - 1, rb_.first + top_j_};
    std::reverse(steps.begin(), steps.end());
    Range x{out_.a.first, out_.a.first};
    Range y{out_.b.first, out_.b.first};
    std::uint32_t run = 0;
    for (const Step& step : steps) {
      if (!step.same) {
        run = 0;
        if (step.state != kOnlyB) ++x.last;
        if (step.state != kOnlyA) ++y.last;
        continue;
      }
      add_edit(x, y);
      ++out_.matched;
      out_.content += a_.words[x.last].content ? 1 : 0;
      out_.longest = std::max(out_.longest, ++run);
      x = {x.last + 1, x.last + 1};
      y = {y.last + 1, y.last + 1};
    }
  }
  void add_edit(Range x, Range y) {
    if (x.empty() && y.empty()) return;
    WordEdit edit;
    edit.kind = x.empty() ? EditKind::insert : y.empty() ? EditKind::remove : EditKind::replace;
    edit.a = place(a_, x);
    edit.b = place(b_, y);
    out_.edits.push_back(edit);
  }
  // Of no words: the empty place before the next one.
  static Span place(const WordStream& stream, Range words) {
    if (!words.empty()) return stream.span_of(words);
    const std::uint32_t here = stream.words[words.first].span.begin;
    return {here, here};
  }

  const WordStream& a_;
  const WordStream& b_;
  Range ra_, rb_;
  std::uint32_t width_;
  std::vector<AlignCell> cells_;
  std::int32_t top_ = 0;
  std::uint32_t top_i_ = 0, top_j_ = 0;
  Rewriting out_;
};

}  // namespace

Rewriting compare_wording(const WordStream& a, Range in_a, const WordStream& b, Range in_b) {
  if (in_a.empty() || in_b.empty() || in_a.size() > kMostAligned || in_b.size() > kMostAligned)
    return {};
  return WordAligner(a, in_a, b, in_b).run();
}

}  // namespace crossread
