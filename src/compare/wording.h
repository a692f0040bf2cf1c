// wording.h — how each article names the same thing, and how it reports. No judgement, no score.
//
//     the ferry accident    capsized A B · overturned C · shipwrecked D
//     Vladimir Putin        Russian President A · the Kremlin leader B · dear friend C
//     A: 7 × neutral verbs of saying, 1 × claim · 2 hedges · 1 deed without a doer
//
// Terms come from the slots of term_slots.h, and for names from the roles that articles give them.
// A term that all use is shown beside the others: the table is of all the words for one referent.
// O(terms).
#pragma once

#include <vector>

#include "compare/term_slots.h"

namespace crossread {

// The most telling first: those with the most articles, then the most different words.
std::vector<Wording> find_wording(const EventView& view, const std::vector<TermSlot>& slots);

// Verbs of saying by strength, words that keep a claim open, deeds in the passive without a doer.
Reporting find_reporting(const Analysis& analysis, ArticleIndex article, const Reading& reading);

}  // namespace crossread
