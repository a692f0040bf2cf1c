// cluster.h — clauses that tell the same thing, as groups.
//
// Average link over the graph (a missing edge is 0), the pair of groups with the highest mean
// first, until no mean reaches `stop`. Never by chains: a like b and b like c does not make a like
// c. Then soft membership: a clause joins a further group if its three best edges into other
// articles there reach `join` on average, since a clause may carry two facts. Then groups that
// share their two heaviest names or values and their predicate are one. O(edges · log edges).
#pragma once

#include <cstdint>
#include <vector>

#include "compare/similarity.h"

namespace crossread {

struct ClusterOptions {
  Score stop = 250;
  Score join = 550;
  Score anchor = 150;  // least mean score for groups with the same anchors
};

// Thresholds for an event of so many articles; between the measured sizes they are interpolated.
ClusterOptions cluster_options(std::size_t articles);

// Groups of units, each sorted, in order of their first unit. Every unit is in at least one group.
std::vector<std::vector<std::uint32_t>> cluster_units(const EventTerms& event, const Graph& graph,
                                                      const ClusterOptions& options);

}  // namespace crossread
