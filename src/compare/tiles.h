// tiles.h — runs of words that stand word for word in two articles.
//
//     a: | Russia has become | China's top crude supplier, with its oil shipments … |
//     b:   Moscow            | China's top crude supplier, with its oil shipments … |   one tile
//
// Shingles of three words open the matches, matches grow to their full length, and greedy string
// tiling takes the longest first, so that no word counts twice. A tile never crosses the end of a
// sentence, nor a quotation that both articles quote. Least length: six words, four with a figure
// in them, and three of them content words outside names.
// Pairs of articles are looked at only if they share enough shingles: near linear for unrelated
// texts, O(words) a pair for related ones. After Wise 1993 (RKR-GST).
#pragma once

#include <vector>

#include "compare/word_stream.h"

namespace crossread {

struct Tile {
  std::uint32_t length = 0;
  std::uint32_t a = 0;  // words of the two streams
  std::uint32_t b = 0;
};

// By a, then b.
std::vector<Tile> tiles_of(const WordStream& a, const WordStream& b);

// Pairs of streams that share shingles enough to be tiled, i < j, sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_to_tile(
    const std::vector<WordStream>& streams);

}  // namespace crossread
