// clauses.h — cuts a run of tokens into clauses.
//
//     The mayor closed the bridge | after divers found a crack in the pier | , sending traffic to …
//
// Cut at ; and dashes; before a comma's "and", "while", "which", "including", "…ing"; before "and"
// with a finite verb; before a subordinator with a finite verb behind it. A piece of fewer than
// three content words joins its neighbour. O(tokens).
#pragma once

#include <vector>

#include "claim/reading.h"

namespace crossread {

// Pieces in order, marks and conjunctions at their edges left out. Never empty for a run that holds
// a word.
std::vector<Range> cut_clauses(const Reading& reading, Range run);

// Nouns, names, numbers, adjectives and verbs that are no auxiliaries.
std::uint32_t content_words(const Reading& reading, Range run);

// The token of the main verb: the last of the first finite verb group outside relative clauses, or
// the first participle or base form of a clause without one; kNone where there is no verb.
std::uint32_t main_verb(const Reading& reading, Range clause);

}  // namespace crossread
