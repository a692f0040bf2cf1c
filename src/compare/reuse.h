// reuse.h — what articles took from one another, on three levels.
//
//     verbatim     the same words in the same order: tiles.h
//     edited       most words kept: edits.h, with what was inserted, deleted, replaced
//     paraphrase   the same content in other words: kinship.h, inside families alone
//
// A sentence that has another level whole is one passage; runs of words inside reworded sentences
// stand for themselves. Two articles that copy word for word elsewhere need fewer equal words for
// «edited» than two that never do. An article with nearly the same words as an earlier one is its
// copy, and only compared with that one, so that forty reprints cost forty comparisons.
// "The same words", never "stolen": degree of overlap, not guilt. Cost: see tiles.h and kinship.h.
#pragma once

#include <vector>

#include "compare/kinship.h"
#include "compare/view.h"
#include "compare/word_stream.h"

namespace crossread {

struct ReuseResult {
  std::vector<Reuse> passages;     // by the articles, then place
  std::vector<Coverage> coverage;  // of pairs with any, both directions
  Copying copying;
  Kinship kin;
  std::vector<WordStream> streams;  // by places in event.articles
};

ReuseResult find_reuse(const std::vector<Analysis>& articles, const Event& event,
                       const EventTerms& terms, const Graph& graph);

}  // namespace crossread
