// encoding.h — bytes in some encoding → UTF-8.
//
//     UTF-8               as it is, byte order mark and all          made = false
//     UTF-16 (mark, or every other byte zero)   converted            made = true, a note
//     UTF-8 with a few bad bytes                U+FFFD for each run  made = true, a note
//     anything else                             windows-1252         made = true, a note
//
// A guess is always told in the note. O(bytes).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/article.h"

namespace crossread {

struct Decoded {
  std::string text;   // valid UTF-8
  bool made = false;  // not the bytes as they came
  std::vector<Note> notes;
};

// `declared` is what a page says of itself ("iso-8859-1"), "" if nothing; a byte order mark and
// valid UTF-8 weigh more. Errors: binary (control characters that no text has).
Result<Decoded> to_utf8(std::string_view bytes, std::string_view declared = {});

// U+20AC for 0x80, …; the byte itself where windows-1252 has no character.
char32_t windows_1252(unsigned char byte);

// UTF-16 without a mark, told by its zeros: "le", "be" or "".
std::string_view utf16_without_mark(std::string_view bytes);

}  // namespace crossread
