// brief.h — the event in five to seven sentences of the articles themselves.
//
//     “The ferry capsized off Verdemar on Tuesday, killing at least 11.” (Northline)
//         the ferry capsized …      told by A B C D
//         killing at least 11       told by A C D; B has 19
//
// Greedy cover within a budget (Lin & Bilmes 2010): each turn takes the sentence whose facts not
// yet told weigh most for its length. No sentence that leans on the one before ("He said …"), no
// question, none that is mostly quotation, none over 45 words; damaged ones count half. Support is
// told clause by clause (support.h), for a sentence as a whole would claim too much: a clause with
// one source is seen to have one, and where the sources conflict each side's value stands beside
// it. Sentences come in the order in which the articles tell their facts, but the first is one that
// nobody disputes, if there is any. O(sentences · facts).
#pragma once

#include <vector>

#include "compare/comparison.h"

namespace crossread {

// Requires the final numbering of facts and findings, and the damage.
std::vector<BriefSentence> make_brief(const Comparison& comparison);

}  // namespace crossread
