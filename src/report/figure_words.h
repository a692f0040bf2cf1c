// figure_words.h — how a figure is named where it stands alone, away from its sentence.
//
//     “his first foreign trip abroad”     first foreign trip
//     “280 entities, including 20”        280 entities · 20, which says nothing by itself
//
// A figure without a unit is shown with what it counts. O(log figures of the article).
#pragma once

#include <string>

#include "compare/comparison.h"

namespace crossread {

// The words at `place`, and behind a plain figure the words it counts.
Span figure_words(const Comparison& comparison, const Evidence& place);

// True if all sides are ordinals or small counts of nothing that is named: an agreement on "two"
// tells the reader nothing.
bool says_nothing(const Comparison& comparison, const Finding& finding);

}  // namespace crossread
