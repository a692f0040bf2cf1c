#include "base/utf8.h"

#include <utf8/core.h>
#include <utf8/unchecked.h>

#include <algorithm>
#include <cstring>

#include "base/accents.h"

namespace crossread {
namespace {

constexpr bool within(char32_t code, char32_t low, char32_t high) {
  return low <= code && code <= high;
}

bool is_ascii_letter(char32_t code) { return within(code | 0x20, U'a', U'z'); }

// How the letters of a stretch pair up: upper and lower side by side, or a fixed way apart.
enum class Pairing : std::uint8_t { even_upper, odd_upper, shift };
struct CaseRange {
  char32_t low, high;  // of the upper-case letters (and, side by side, their lower ones)
  Pairing pairing;
  char32_t shift;
};
constexpr CaseRange kCaseRanges[] = {
    {0xC0, 0xD6, Pairing::shift, 32},         {0xD8, 0xDE, Pairing::shift, 32},
    {0x100, 0x12F, Pairing::even_upper, 1},   {0x132, 0x137, Pairing::even_upper, 1},
    {0x139, 0x148, Pairing::odd_upper, 1},    {0x14A, 0x177, Pairing::even_upper, 1},
    {0x179, 0x17E, Pairing::odd_upper, 1},    {0x1A0, 0x1A5, Pairing::even_upper, 1},
    {0x1AF, 0x1B0, Pairing::odd_upper, 1},    {0x1CD, 0x1DC, Pairing::odd_upper, 1},
    {0x1DE, 0x1EF, Pairing::even_upper, 1},   {0x1F8, 0x21F, Pairing::even_upper, 1},
    {0x222, 0x233, Pairing::even_upper, 1},   {0x246, 0x24F, Pairing::even_upper, 1},
    {0x391, 0x3A1, Pairing::shift, 32},       {0x3A3, 0x3AB, Pairing::shift, 32},
    {0x388, 0x38A, Pairing::shift, 37},       {0x38E, 0x38F, Pairing::shift, 63},
    {0x400, 0x40F, Pairing::shift, 80},       {0x410, 0x42F, Pairing::shift, 32},
    {0x460, 0x481, Pairing::even_upper, 1},   {0x48A, 0x4BF, Pairing::even_upper, 1},
    {0x4C1, 0x4CE, Pairing::odd_upper, 1},    {0x4D0, 0x52F, Pairing::even_upper, 1},
    {0x531, 0x556, Pairing::shift, 48},       {0x1E00, 0x1E95, Pairing::even_upper, 1},
    {0x1EA0, 0x1EFF, Pairing::even_upper, 1}, {0xFF21, 0xFF3A, Pairing::shift, 32},
};
struct CasePair {
  char32_t upper, lower;
};
constexpr CasePair kCasePairs[] = {
    {0x130, 'i'},   {0x178, 0xFF},  {0x18F, 0x259}, {0x1B7, 0x292}, {0x386, 0x3AC},
    {0x38C, 0x3CC}, {0x4C0, 0x4CF}, {0x1E9E, 0xDF}, {0x1C4, 0x1C6}, {0x1C7, 0x1C9},
    {0x1CA, 0x1CC}, {0x1F1, 0x1F3}, {0x1F4, 0x1F5},
};

bool upper_of_range(const CaseRange& range, char32_t code) {
  if (!within(code, range.low, range.high)) return false;
  if (range.pairing == Pairing::even_upper) return code % 2 == 0;
  if (range.pairing == Pairing::odd_upper) return code % 2 == 1;
  return true;
}

char32_t upper_if_lower(char32_t code) {
  for (const CaseRange& range : kCaseRanges) {
    const char32_t upper = code - range.shift;
    if (code >= range.shift && upper_of_range(range, upper)) return upper;
  }
  for (const CasePair& pair : kCasePairs) {
    if (code == pair.lower && pair.upper != 0x130) return pair.upper;
  }
  return 0;
}

// Ligatures and full-width forms, lowered already; "" for everything else.
std::string_view opened(char32_t code) {
  switch (code) {
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x2026:
      return "...";
    case 0x2025:
      return "..";
    default:
      return {};
  }
}

// Marks that say how to join letters and have no surface of their own.
bool is_silent(char32_t code) {
  return code == 0xAD || within(code, 0x200C, 0x200F) || within(code, 0x202A, 0x202E) ||
         within(code, 0x2060, 0x2064) || within(code, 0x2066, 0x2069) ||
         within(code, 0xFE00, 0xFE0F);
}

// One step of folding; composes `code` with the character before it in `out` where it can.
void append_folded_character(std::string& out, std::size_t start, char32_t code) {
  if (is_space(code)) {
    if (out.size() == start || out.back() != ' ') out.push_back(' ');
    return;
  }
  if (is_silent(code)) return;
  if (const std::string_view text = opened(code); !text.empty()) {
    out.append(text);
    return;
  }
  if (within(code, 0xFF01, 0xFF5E)) code -= 0xFEE0;  // full width
  if (within(code, 0x300, 0x36F) && out.size() > start) {
    const Character last = decode_before(out, static_cast<std::uint32_t>(out.size()));
    if (const char32_t joined = compose(last.code, code); joined != 0) {
      out.resize(out.size() - last.bytes);
      append_utf8(out, joined);
      return;
    }
  }
  append_utf8(out, to_lower(plain_mark(code)));
}

}  // namespace

Character decode_long(std::string_view text, std::uint32_t at) {
  const char* begin = text.data() + at;
  const char* next = begin;
  const auto code = static_cast<char32_t>(utf8::unchecked::next(next));
  return {code, static_cast<std::uint32_t>(next - begin)};
}

Character decode_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at - 1;
  while (begin > 0 && !on_border(text, begin)) --begin;
  return decode(text, begin);
}

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else {
    utf8::unchecked::append(static_cast<std::uint32_t>(code), std::back_inserter(out));
  }
}

std::size_t find_invalid_utf8(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ull;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t eight = 0;
    while (at + 8 <= bytes.size() &&
           (std::memcpy(&eight, bytes.data() + at, 8), (eight & kHighBits) == 0)) {
      at += 8;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    // A run without ASCII must be well-formed by itself.
    std::size_t end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x80) ++end;
    const std::string_view run = bytes.substr(at, end - at);
    const char* bad = utf8::find_invalid(run.data(), run.data() + run.size());
    if (bad != run.data() + run.size()) return static_cast<std::size_t>(bad - bytes.data());
    at = end;
  }
  return std::string_view::npos;
}

bool on_border(std::string_view text, std::uint32_t at) {
  return at >= text.size() ? at == text.size()
                           : (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_mark(char32_t code) {
  return within(code, 0x300, 0x36F) || within(code, 0x483, 0x489) || within(code, 0x591, 0x5BD) ||
         within(code, 0x5C1, 0x5C2) || within(code, 0x64B, 0x65F) || code == 0x670 ||
         within(code, 0x6D6, 0x6DC) || within(code, 0x1AB0, 0x1AFF) ||
         within(code, 0x1DC0, 0x1DFF) || within(code, 0x20D0, 0x20FF) ||
         within(code, 0xFE20, 0xFE2F) || code == 0x3099 || code == 0x309A ||
         within(code, 0xE0100, 0xE01EF) || is_silent(code);
}

bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(code);
  if (code < 0x2B0) {
    return code >= 0xC0 ? code != 0xD7 && code != 0xF7
                        : code == 0xAA || code == 0xB5 || code == 0xBA || code == 0xAD;
  }
  if (is_mark(code)) return true;
  if (code < 0x370) return code < 0x2C2 && code != 0x2B9 && code != 0x2BA && code != 0x2BC;
  if (code < 0x700) {
    return code != 0x37E && code != 0x387 && code != 0x375 && code != 0x384 && code != 0x385 &&
           code != 0x482 && !within(code, 0x55A, 0x560) && !within(code, 0x589, 0x5CF) &&
           !within(code, 0x5F3, 0x61F) && !within(code, 0x660, 0x66D) && code != 0x6D4 &&
           code != 0x6DD && code != 0x6DE && code != 0x6E9 && !within(code, 0x6F0, 0x6F9);
  }
  if (code < 0x2000) {
    return code != 0x964 && code != 0x965 && code != 0x970 && code != 0xE3F && code != 0xE2F &&
           code != 0xE5A && code != 0xE5B && code != 0x104A && code != 0x104B &&
           !within(code, 0x1360, 0x1368) && !within(code, 0x17D4, 0x17DC) && code != 0x1680 &&
           !within(code, 0x700, 0x70D);
  }
  if (code < 0x2C00) return code == 0x2071 || code == 0x207F || code == 0x2126 || code == 0x212A;
  if (code < 0x3041) {
    return within(code, 0x2C00, 0x2DFF) || within(code, 0x3005, 0x3007) ||
           within(code, 0x3021, 0x3029) || within(code, 0x3031, 0x3035);
  }
  if (code < 0xE000) {
    return code != 0x30A0 && code != 0x30FB && !within(code, 0x3200, 0x33FF) &&
           !within(code, 0xA4FE, 0xA4FF);
  }
  if (code < 0xF900) return false;  // private use
  if (code < 0xFF00) return !within(code, 0xFD3E, 0xFD3F) && !within(code, 0xFE10, 0xFE6F);
  if (code < 0x10000) {
    return within(code, 0xFF21, 0xFF3A) || within(code, 0xFF41, 0xFF5A) ||
           within(code, 0xFF66, 0xFFDC);
  }
  return !within(code, 0x1D000, 0x1D3FF) && !within(code, 0x1F000, 0x1FBFF) && code < 0xE0000;
}

bool is_digit(char32_t code) { return within(code, U'0', U'9'); }

bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || within(code, 0x09, 0x0D);
  return code == 0x85 || code == 0xA0 || code == 0x1680 || within(code, 0x2000, 0x200B) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 ||
         code == 0xFEFF;
}

bool is_upper(char32_t code) { return to_lower(code) != code; }

bool is_lower(char32_t code) {
  if (code < 0x80) return within(code, U'a', U'z');
  return code == 0xDF || code == 0x131 || code == 0x138 || code == 0x149 || code == 0x17F ||
         code == 0x3C2 || code == 0x390 || code == 0x3B0 || upper_if_lower(code) != 0;
}

bool is_spaceless_script(char32_t code) {
  return within(code, 0x3005, 0x3007) || within(code, 0x3041, 0x312F) ||
         within(code, 0x31A0, 0x31FF) || within(code, 0x3400, 0x4DBF) ||
         within(code, 0x4E00, 0x9FFF) || within(code, 0xF900, 0xFAFF) ||
         within(code, 0xFF66, 0xFF9F) || within(code, 0x20000, 0x3FFFF);
}

char32_t to_lower(char32_t code) {
  if (code < 0x80) return within(code, U'A', U'Z') ? code + 32 : code;
  if (code < 0xC0) return code;
  for (const CaseRange& range : kCaseRanges) {
    if (upper_of_range(range, code)) return code + range.shift;
  }
  for (const CasePair& pair : kCasePairs) {
    if (code == pair.upper) return pair.lower;
  }
  return code;
}

char32_t plain_mark(char32_t code) {
  if (code < 0x80) return code == '`' ? U'\'' : code;
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case 0x2BC:
    case 0x2035:
    case 0x2039:
    case 0x203A:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
    case 0x2036:
    case 0x301D:
    case 0x301E:
    case 0x301F:
      return U'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
      return U'-';
    default:
      return code;
  }
}

void append_folded(std::string& out, std::string_view text) {
  const std::size_t start = out.size();
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(text, at);
    at += c.bytes;
    if (c.code > ' ' && c.code < 0x7F) {
      out.push_back(static_cast<char>(to_lower(plain_mark(c.code))));
    } else {
      append_folded_character(out, start, c.code);
    }
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

std::string fold_accents(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  out.reserve(folded.size());
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(folded, at);
    at += c.bytes;
    if (c.code < 0x80) {
      out.push_back(static_cast<char>(c.code));
    } else if (c.code == 0xDF) {
      out.append("ss");
    } else if (c.code == 0xE6 || c.code == 0x153) {
      out.append(c.code == 0xE6 ? "ae" : "oe");
    } else if (c.code == 0xFE) {
      out.append("th");
    } else if (!within(c.code, 0x300, 0x36F)) {
      append_utf8(out, without_accent(c.code));
    }
  }
  return out;
}

bool equal_folded(std::string_view a, std::string_view b) {
  if (a.size() == b.size()) {
    std::size_t i = 0;
    for (; i < a.size(); ++i) {
      const auto x = static_cast<unsigned char>(a[i]);
      const auto y = static_cast<unsigned char>(b[i]);
      if (x >= 0x80 || y >= 0x80 || x <= ' ' || y <= ' ' || x == '`' || y == '`') break;
      if (to_lower(x) != to_lower(y)) return false;
    }
    if (i == a.size()) return true;
  }
  return fold(a) == fold(b);
}

bool is_blank(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(text, at);
    if (!is_space(c.code)) return false;
    at += c.bytes;
  }
  return true;
}

std::uint32_t floor_border(std::string_view text, std::uint32_t at) {
  at = std::min(at, static_cast<std::uint32_t>(text.size()));
  while (at > 0 && !on_border(text, at)) --at;
  return at;
}

}  // namespace crossread
