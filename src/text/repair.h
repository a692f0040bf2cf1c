// repair.h — finds damaged places and how to read them.
//
//     Poutinevisit   → Poutine visit       FridayAs → Friday As       tiescooperation → ties …
//     2023according  → 2023 according      naiveI   → naive I         bene → been
//
// A word that the table does not know is split in two where that is likelier than one unknown word:
// the cost of both halves as words against the cost of a name or a compound that happens to begin
// and end like them ("-land", "-ford" end many names, "-who" ends none). Gluing is rare in clean
// text and common where a text was machine-translated or stripped of its links, so a text with sure
// cases needs less evidence for the next. Costs are quarters of a bit, whole numbers.
//
// A repair adds a border, never moves a byte. English alone. O(words), a few table look-ups for
// each word that is not known.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"
#include "text/forms.h"

namespace crossread {

// Splits glued tokens (both halves get forms, `ids` grows with them), gives misspelt ones the right
// form, and lists both in doc.damage, in order. `ids` are the forms of doc.tokens.
void repair_words(Document& doc, Forms& forms, std::vector<std::uint32_t>& ids);

// Lists unbalanced quotation marks, marks with a space before them, lost stops, spaces and
// apostrophes, and characters that stand for lost or misread ones. Requires tokens and blocks;
// doc.damage stays in order.
void note_stray_marks(Document& doc);

}  // namespace crossread
