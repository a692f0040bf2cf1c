// arrange.h — the order of what a comparison takes and gives, and the bounds of what it gives.
//
// Articles stand by their ids, so that the order in which they came changes nothing. A reader sees
// first what weighs most: facts by importance, findings by verdict and then by the importance of
// their fact, omissions in the order of the facts. What is beyond a bound is dropped from the end,
// and a note says how much.
//
//     order_facts(comparison, 5'000)   6,200 facts: the 1,200 least important go, findings that
//                                      belong to them stay without a fact, omissions go with them
//
// Cost: sorting.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

// Sorts by id, and makes ids unique: "a", "a" becomes "a", "a (2)", with a note.
std::vector<Analysis> in_order(std::vector<Analysis> articles, std::vector<Note>& notes);

// What the reader must see first has the highest rank.
int rank_of(Verdict verdict);

void order_facts(Comparison& result, std::uint32_t max_facts);
// After order_facts(), like the next: they look at the facts.
void order_findings(Comparison& result, std::uint32_t max_findings);
void order_omissions(Comparison& result);

// Rows of wording come from find_wording() in their order.
void bound_wording(Comparison& result, std::uint32_t max_wording);
// One note for each article of which not all statements were compared.
void note_statements_left_out(Comparison& result, std::uint32_t max_statements);

}  // namespace crossread
