// sentences.h — where sentences begin and end.
//
//     “We will not stop,” said Cmdr. Lemos. | “The water is 17 degrees. | We go on.” | He left.
//     “Why?” he asked. | The U.S. President met J. K. Rowling at 5 a.m. on Feb. 13. | The end.
//
// Never across a block; inside a quotation as well, the closing quote going with the words before
// it. A dot of an abbreviation ends a sentence only where the next word opens one. A sentence
// longer than max_sentence_tokens is cut, at a comma if one stands in its second half.
// O(tokens).
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"

namespace crossread {

// Requires folded forms in the tokens; `doc.blocks` and `doc.tokens` are read, sentences are filled
// and notes added.
void add_sentences(Document& doc, const TextOptions& options);

}  // namespace crossread
