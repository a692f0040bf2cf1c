// tokenize.h — cuts a text into tokens that tile it.
//
//     "Putin's $240.1bn deal on 2024-05-16 at 5:15am, U.S. officials said..."
//      Putin|'s| $|240.1|bn| deal| on| 2024-05-16| at| 5:15|am|,| U.S.| officials| said|...|
//
// One token: numbers with their marks (1,234.5, .5, and 12 000 with a hard space), ISO and slashed
// dates (10/12/2024), clock times (5:15, 17:05:30), letters and digits that start with a letter
// (G7, A320), AT&T, links (URL, e-mail, @handle, #tag), runs of the same mark (... -- !!). Apart:
// hyphened parts, possessives, contractions (did|n't), a number and its letters (75|th, 54.9|m),
// currency signs, per cent. Han and kana: one character a token.
//
// The tokens have lead, span and kind; forms come later. One pass, O(bytes), no allocation but the
// vector.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"

namespace crossread {

// Requires valid UTF-8. Ends with the `end` token, also where max_tokens stopped it: then the end
// token owns all that was not read.
std::vector<Token> tokenize(std::string_view text, const TextOptions& options);

}  // namespace crossread
