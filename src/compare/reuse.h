// reuse.h — passages that stand word for word in two articles.
//
//     a: | Russia has become | China's top crude supplier, with its oil shipments … |
//     b:   Moscow            | China's top crude supplier, with its oil shipments … |   one passage
//
// Shingles of three words open the matches, matches grow to their full length, and greedy string
// tiling takes the longest first, so that no word counts twice. A passage never crosses the end of
// a sentence; punctuation and case do not matter. Words inside direct quotation marks are no
// copying, nor are names and titles alone, nor bylines, credits and boilerplate. Least length: six
// words, four with a figure in them, and three of them content words outside names.
// Pairs of articles are looked at only if they share enough shingles: near linear for unrelated
// texts, O(words) a pair for related ones. After Wise 1993 (RKR-GST).
#pragma once

#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct ReuseResult {
  std::vector<Reuse> passages;                     // by article a, then place
  // coverage[i][j]: share of event.articles[i]'s words that stand in event.articles[j], thousandths.
  std::vector<std::vector<std::int32_t>> coverage;
};

ReuseResult find_reuse(const std::vector<Analysis>& articles, const Event& event);

// Articles that copy each other, as groups of places in event.articles: independent lines. Two
// articles are one line if a third of the shorter one stands in the other.
std::vector<std::vector<std::uint32_t>> independent_lines(const ReuseResult& reuse);

}  // namespace crossread
