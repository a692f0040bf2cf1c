// edits.h — one sentence against its rewriting, word by word.
//
//     a   The ferry passed a safety | inspection on Feb. 13, although … |
//     b   The ferry passed a safety | inspection last month             |
//         equal ~~~~~~~~~~~~~~~~~~~~            replace «on Feb. 13» by «last month»
//
// Local alignment with affine gaps (Gotoh 1982): equal words score, a replaced word costs, opening
// a gap costs more than lengthening it, and what hangs over at either end is free. `matched` counts
// equal words; the edits lie between the first and the last of them. O(words · words), and bounded:
// longer sentences than kMostAligned are not looked at.
#pragma once

#include "compare/word_stream.h"

namespace crossread {

struct Rewriting {
  Range a, b;                   // words from the first to the last equal one
  std::uint32_t matched = 0;    // equal words
  std::uint32_t content = 0;    // content words among them
  std::uint32_t longest = 0;    // of equal words in a row
  std::vector<WordEdit> edits;  // in order
};

// Requires ranges inside the streams. Nothing matched where a range is empty or too long.
Rewriting compare_wording(const WordStream& a, Range in_a, const WordStream& b, Range in_b);

}  // namespace crossread
