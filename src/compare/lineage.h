// lineage.h — families of articles, who took it from whom, and sources that are not in the set.
//
//     (Reuters) → a → c      c rounds the figures of a, cuts its quotations, is later
//     (Reuters) → b          b and c share what a lacks, or both credit Reuters, which is not there
//
// Inside a family the tree keeps the pairs that no third article can explain: the weight of a–c is
// the least of what they share that some other member lacks (witness.h), and the heaviest tree is
// taken. A member whose neighbours share what it lacks, or whose figures are exact where the older
// text rounds, shows that there was an unseen source: it takes its place. So does a source that a
// credit names and that is no article here. Arrows follow the root that the leanings of arrows.h
// favour; a confidence under .7 gives no arrow but a source that stays undecided.
// A family is one origin. An article alone has no edge, unless it credits somebody.
// After the stemmata of textual criticism (contamination: several parents). Cost: members³
// for families, each member's shared words; copies of one text count as one member.
#pragma once

#include "compare/reuse.h"

namespace crossread {

// Families of more than `max_family` different texts get no tree; Lineage::without_tree counts
// them.
Lineage find_lineage(const EventView& view, const ReuseResult& reuse, std::uint32_t max_family);

// Families as groups of places in event.articles: independent lines, for what counts support.
std::vector<std::vector<std::uint32_t>> independent_lines(const ReuseResult& reuse);

}  // namespace crossread
