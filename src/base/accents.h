// accents.h — accents on Latin letters, put on and taken off.
//
//     compose('e', U+0301) → 'é'      without_accent('ń') → 'n'      without_accent('ж') → 'ж'
//
// Lower case alone: `fold` lowers first. A table of some 400 letters made by
// tools/make_tables/accents.py; O(log table), and O(1) for letters below U+00E0.
#pragma once

namespace crossread {

// The one letter that a letter and a combining accent make; 0 if there is none.
char32_t compose(char32_t letter, char32_t accent);

// The plain letter under any number of accents.
char32_t without_accent(char32_t letter);

}  // namespace crossread
