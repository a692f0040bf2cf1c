// headings.h — headings that lost their line and run into the next sentence.
//
//     … in Hong Kong. US-China rivalry The United States presents China as …
//                     ^^^^^^^^^^^^^^^^ becomes a heading block of its own
//
// Only in texts whose lines were lost: a paragraph of 120 words and more. The heading opens a
// sentence, has two to eight words without a verb of its own, ends in a plain word, and the next
// word is one that opens a sentence (The, He, In …). O(tokens).
#pragma once

#include "text/document.h"

namespace crossread {

// Cuts body blocks at run-in headings. Requires tokens with folded forms.
void cut_run_in_headings(Document& doc);

}  // namespace crossread
