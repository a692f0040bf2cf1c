// rewording.h — the same words, another claim.
//
//     a: Russia as its biggest nation-state threat           (the nation state threatens)
//     b: Russia as its greatest threat to the nation-state   (it is threatened)      roles_turned
//     a: The effect may be larger in children with symptoms
//     b: children with symptoms will benefit even more                               certainty
//
// Looked for only in aligned clauses that share most of their words. «roles_turned»: what stands
// before a noun of harm as a compound in one stands behind it after "to", "on" or "against" in the
// other. ("a China visit", "a visit to China" are the same.)
// «certainty»: one side keeps it open (may, might, could), the other tells it as a fact. The
// verdict is worded_differently: the reader decides. O(edges · clause length).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

std::vector<Finding> rewording_findings(const EventView& view);

}  // namespace crossread
