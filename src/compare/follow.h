// follow.h — where one article follows another, sentence by sentence.
//
//     a:  1 The ferry left …   2 “We will not stop …”   3 Trucks broke loose …
//     b:  1 Having departed …  2 “Our efforts go on …”  3 Lorries came free …
//         1–1 and 3–3 share words, 2–2 does not: what stands between two pairs belongs together
//
// Anchors are sentences that are each other's best match. If nearly all anchors of two articles are
// in the same order, and there are enough of them, one retells the other; the longest ordered chain
// is kept. Between two links of it, runs of equal length (one or two sentences) are paired in
// order: so a paraphrase that shares no word is found. Of unequal runs the first quotations are
// paired. Independent reports have no such order and get nothing, nor do two articles of which each
// tells mostly figures, days and names that the other lacks. The chain also shows what a
// retelling leaves out; see omission.h. O(edges + pairs of articles that share anchors · anchors²).
#pragma once

#include <cstdint>
#include <vector>

#include "compare/similarity.h"

namespace crossread {

std::vector<Retelling> find_retellings(const EventTerms& event, const Graph& graph);

// Edges between the clauses of sentences that only their places join; `graph` gets them.
void add_followed(const EventTerms& event, const std::vector<Retelling>& retellings, Graph& graph);

}  // namespace crossread
