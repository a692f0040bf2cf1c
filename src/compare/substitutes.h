// substitutes.h — one name where the other article has another.
//
//     a: The captain, Rui Tavares, 58, survived        name    Rui Tavares · Luís Tavares conflict
//     b: The captain, Luís Tavares of 58 years survived
//     a: told supporters in Dravna                     place   Dravna · Kalnik differs b:
//     Addressing his followers in Kalnik
//
// Looked for in aligned clauses of two articles that are alike without these names. Each side has
// exactly one name of the type that the other side lacks. People: the same surname and another
// first name, so that two people merely met in two clauses are no finding. Bodies and works: names
// of equal length that differ in one word. Places: both after the same preposition, neither inside
// the other, and neither named anywhere in the other article. O(edges of the graph).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

std::vector<Finding> substitute_findings(const EventView& view);

}  // namespace crossread
