// headline.h — the headline of an article against its own text.
//
//     "57 dead" above "at least 11 dead"                 headline_figure     conflict
//     "prove" above "has been connected with"            headline_surer      worded_differently
//     "A snaps up B" above "A will be bought by B"       headline_reversed   conflict
//
// A figure in the title that no figure of the text bears out although one stands in its place; a
// title that tells as cause or proof what the text calls a link; two names that have changed places
// around a verb. Never of a text that is cut off. O(title × clauses of the article).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

std::vector<Finding> headline_findings(const EventView& view);

}  // namespace crossread
