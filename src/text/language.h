// language.h — which language a text is in, by its small words and its script.
//
//     "The minister said that …" → en     "Le ministre a dit que …" → fr     "Hi" → und
//
// For Latin letters the shares of each language's commonest words are counted; other scripts tell
// by themselves, Cyrillic, Arabic and Han by a few letters more. O(tokens).
#pragma once

#include <string>

#include "text/document.h"

namespace crossread {

// ISO 639-1, or "und" where there is too little to tell. Requires folded forms.
std::string language_of(const Document& doc);

}  // namespace crossread
