// damage.h — damaged places that only the other articles show.
//
//     Milan Kovářsaw the red          glued: the others know a Kovář
//     each papeleta will be counted   odd_word: no common English word, and nobody else's
//     Rui Tavares of 58 years         mistranslated: aged 58
//     sailed past Black Point         altered_name: the others have Ponta Negra, and no Black Point
//     the extension ended             mistranslated: two others have "extra time" there
//     I ask for patience, she said    lost_quote: the others have it in quotation marks
//
// Looked for in English articles alone that are scarred by themselves: two places at least where
// words are glued or stops are lost, as in texts that went through a machine. In clean text the
// same signs are somebody's style. What an article shows by itself is in Document::damage.
// O(tokens).
#pragma once

#include <vector>

#include "compare/term_slots.h"

namespace crossread {

// By article, then place; `quotes` with their changes told.
std::vector<DamagedPlace> damage_by_others(const EventView& view,
                                           const std::vector<TermSlot>& slots,
                                           const std::vector<std::vector<QuoteMember>>& quotes);

// Adds what the documents show, in order; of two that tell of the same words the first stays.
std::vector<DamagedPlace> all_damage(const std::vector<Analysis>& articles,
                                     std::vector<DamagedPlace> found);

}  // namespace crossread
