// utf8.h — characters of UTF-8 text. Wraps utfcpp; nothing here depends on a locale.
//
//     decode("é—", 0) → {U+00E9, 2}    decode("é—", 2) → {U+2014, 3}
//
// Lower-casing and letter classes know ASCII, Latin (1, A, B, Additional), Greek, Cyrillic and
// Armenian; other scripts are letters without case. O(1) a character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

struct Character {
  char32_t code = 0;
  std::uint32_t bytes = 0;  // length in UTF-8
};

// The character at byte `at`. Requires valid UTF-8 and at < text.size(), on a border.
Character decode_long(std::string_view text, std::uint32_t at);
inline Character decode(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Character{byte, 1} : decode_long(text, at);
}

// The character that ends before byte `at`. Requires 0 < at <= text.size(), on a border.
Character decode_before(std::string_view text, std::uint32_t at);

void append_utf8(std::string& out, char32_t code);

// Byte offset of the first byte that is not well-formed UTF-8; npos if all is well.
std::size_t find_invalid_utf8(std::string_view bytes);

// True where `at` is the begin of a character or the end of the text.
bool on_border(std::string_view text, std::uint32_t at);

// Combining marks count as letters: they belong to the word they stand in.
bool is_letter(char32_t code);
bool is_digit(char32_t code);  // ASCII digits alone
bool is_space(char32_t code);  // Unicode White_Space, and U+FEFF, U+200B
bool is_upper(char32_t code);
bool is_lower(char32_t code);
bool is_mark(char32_t code);  // combining mark, joiner or variation selector
// Scripts written without spaces between words: Han, kana, Bopomofo.
bool is_spaceless_script(char32_t code);
char32_t to_lower(char32_t code);

// Plain forms of quotes and dashes, which texts write in a dozen ways; other codes unchanged.
//     ’ ‘ ‚ ‛ ′ ʼ ` ´ → '     “ ” „ ‟ ″ « » → "     ‐ ‑ ‒ – — ― − → -
char32_t plain_mark(char32_t code);

// The form used for matching: lower case, curly quotes and primes to ' and ", dashes to -,
// a run of white space of any kind to one space, soft hyphens and joiners dropped, ligatures
// opened, full-width forms narrowed, a letter with its combining accent as one letter.
std::string fold(std::string_view text);
void append_folded(std::string& out, std::string_view text);

// `fold`, and accents off the Latin letters: "Gdańsk" → "gdansk", "Åkerblad" → "akerblad".
std::string fold_accents(std::string_view text);

// True if equal under `fold`. ASCII fast path.
bool equal_folded(std::string_view a, std::string_view b);

// True if there is nothing in it but white space.
bool is_blank(std::string_view text);

// Largest border <= at: cuts a text without cutting a character.
std::uint32_t floor_border(std::string_view text, std::uint32_t at);

}  // namespace crossread
