// verdict.h — figures and dates of different articles set against each other.
//
//     fifth term (000) · fourth term (001)             conflict     disjoint
//     26 % (002) · 26.3 % (003)                        compatible   rounds
//     11 dead (4 March) · 19 dead (5 March)            update       later_report
//
// slots.h says which figures measure the same thing; here equal ones become one side, and what
// remains between two sides gets its verdict: compatible where intervals and arithmetic allow it,
// update where the text says that a figure was revised or a count that can only be provisional
// stands in a later article, conflict only at the top gate, else differs. O(pairs · log pairs).
#pragma once

#include <vector>

#include "compare/slots.h"
#include "compare/view.h"

namespace crossread {

struct ValueFindings {
  std::vector<Finding> findings;        // Finding::fact is an index into view.groups
  Groups groups;                        // clauses whose figures measure one thing
  std::vector<std::uint32_t> group_of;  // by finding; kNone: its own `fact` holds
};

ValueFindings value_findings(const EventView& view);

}  // namespace crossread
