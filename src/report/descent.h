// descent.h — the part of a digest about copying: pairs, passages of several sources, origins,
// steps.
//
//     A B   6 passages word for word, 4 edited, 2 reworded; 54 % of A stands in B
//     A → B   90 % sure: B credits A.
//
// O(passages + edges).
#pragma once

#include "report/digest.h"

namespace crossread {

void add_descent(const Comparison& comparison, Digest& digest);

// "6 passages word for word, 2 reworded"
std::string reuse_counts(const DigestReuse& reuse);

// "3 of these 5 articles go back to one source: A, B, C." — one line an origin with several.
std::vector<std::string> origin_lines(const Digest& digest);

}  // namespace crossread
