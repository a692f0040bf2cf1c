// speakers.h — the same statement, put into different mouths.
//
//     a: the two would discuss bilateral relations …, Hua Chunying said
//     b: Wang Wenbin said the two leaders would discuss … bilateral relations
//     → attributed_differently: Hua Chunying in a, Wang Wenbin in b
//
// Two aligned clauses of different articles, both said by somebody, the speakers linked to
// different people. Both may have said it, so this is never a conflict. Institutions ("the
// Kremlin") speak beside their people and are not set against them. O(pairs inside the groups).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

std::vector<Finding> speaker_findings(const EventView& view);

}  // namespace crossread
