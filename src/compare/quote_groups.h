// quote_groups.h — renderings of one utterance, and what became of it.
//
//     a: “We will not stop while there is hope,” said Ana Holm      Holm, the fullest: verbatim
//     b: “We will not stop,” said Ana Holm                          cut
//     c: Holm said they would not stop                              to_indirect
//     d: “The work goes on as long as hope remains,” said Ben Roy   speaker_swapped
//
// Two quotes are one utterance if a clause of each tells the same, if one holds most of the other's
// words, or if one speaker says both and they are alike at all. What is left then may still be one
// utterance in other words: where the sentences before or behind two quotes answer each other, no
// other quote stands there, and they share a word or a synonym. Alone, the place proves nothing.
// A headline's quotation belongs to the utterance that holds its words.
// O(quotes² of an event) looks at whether their clauses share a term.
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

// Groups of two and more, by their first member; members by article, then place, with their change.
std::vector<std::vector<QuoteMember>> group_quotes(const EventView& view);

// Sets QuoteMember::change of each member against the fullest rendering by the speaker that most
// members name.
void tell_changes(const EventView& view, std::vector<QuoteMember>& group);

}  // namespace crossread
