// name_finish.h — from tagged stretches to the names of an article: the second look.
//
//     tagged   [ORG Chinese Foreign Ministry] spokesperson [PER Hua Chunying]   …   Hua
//     out      ORG, PER with the title "spokesperson", and PER "Hua" by the name in full
//
// Edges are cleaned (no article, no title, no possessive), nationalities and the finer types come
// from tables and last words, a name that stands sure in one place helps its weak and missed
// places, titles before a person are found. What two signs contradict gets a low certainty.
// Cost: O(tokens).
#pragma once

#include <vector>

#include "mention/name_features.h"
#include "mention/name_tagger.h"
#include "mention/names.h"

namespace crossread {

std::vector<NameMention> finish_names(const NameContext& context,
                                      const std::vector<TaggedSpan>& tagged);

}  // namespace crossread
