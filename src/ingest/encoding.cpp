#include "ingest/encoding.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr char32_t kReplacement = 0xfffd;

struct Utf16 {
  bool big_endian = false;
  std::size_t mark = 0;  // bytes of the byte order mark
};

Decoded from_utf16(std::string_view bytes, Utf16 form) {
  Decoded out;
  out.made = true;
  std::size_t damaged = bytes.size() % 2;
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]),
               b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(form.big_endian ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t at = form.mark; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xd800 && code < 0xe000) {
      const bool pair =
          code < 0xdc00 && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 && unit(at + 2) < 0xe000;
      if (pair) {
        code = 0x10000 + ((code - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
        at += 2;
      } else {
        code = kReplacement, ++damaged;
      }
    }
    append_utf8(out.text, code);
  }
  std::string text = std::string("read as UTF-16 (") + (form.big_endian ? "big" : "little") +
                     " endian" + (form.mark ? ")" : ", guessed from its zero bytes)");
  if (damaged > 0)
    text += "; " + std::to_string(damaged) + " places are damaged and read as U+FFFD";
  out.notes.push_back({"encoding", std::move(text)});
  return out;
}

// How much of a text that is not UTF-8 nevertheless is.
struct Utf8Health {
  std::size_t good = 0;  // characters of more than one byte that are well formed
  std::size_t bad = 0;   // runs of bytes that are not
  std::size_t first = 0;
};

// The length of the well-formed character at `at`; 0 if there is none.
std::uint32_t character_bytes(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  return find_invalid_utf8(bytes.substr(at, length)) == std::string_view::npos
             ? static_cast<std::uint32_t>(length)
             : 0;
}

// Calls good(span) for well-formed stretches and bad(at) once a run of broken bytes.
template <class Good, class Bad>
void walk_utf8(std::string_view bytes, Good good, Bad bad) {
  bool in_bad = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t length = character_bytes(bytes, at);
    if (length > 0) good(bytes.substr(at, length));
    if (length == 0 && !in_bad) bad(at);
    in_bad = length == 0;
    at += std::max<std::uint32_t>(length, 1);
  }
}

Utf8Health health_of(std::string_view bytes) {
  Utf8Health health;
  walk_utf8(
      bytes, [&](std::string_view c) { health.good += c.size() > 1; },
      [&](std::size_t at) {
        if (health.bad++ == 0) health.first = at;
      });
  return health;
}

Decoded mended_utf8(std::string_view bytes, const Utf8Health& health) {
  Decoded out;
  out.made = true;
  walk_utf8(
      bytes, [&](std::string_view c) { out.text += c; },
      [&](std::size_t) { append_utf8(out.text, kReplacement); });
  out.notes.push_back({"encoding", "is damaged UTF-8: " + std::to_string(health.bad) +
                                       (health.bad == 1 ? " place is" : " places are") +
                                       " read as U+FFFD, the first at byte " +
                                       std::to_string(health.first)});
  return out;
}

Decoded from_windows_1252(std::string_view bytes, std::string_view why) {
  Decoded out;
  out.made = true;
  for (const char byte : bytes)
    append_utf8(out.text, windows_1252(static_cast<unsigned char>(byte)));
  out.notes.push_back({"encoding", "read as windows-1252" + std::string(why)});
  return out;
}

bool is_latin_label(std::string_view label) {
  constexpr std::string_view kLabels[] = {"windows-1252", "iso-8859-1", "latin1",
                                          "latin-1",      "us-ascii",   "ascii",
                                          "cp1252",       "iso8859-1",  "x-cp1252"};
  return std::find(std::begin(kLabels), std::end(kLabels), fold(label)) != std::end(kLabels);
}

// More than one in fifty bytes is a control character that texts do not have.
bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c == 0) return true;
    controls +=
        (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b) || c == 0x7f;
  }
  return controls * 50 > bytes.size();
}

}  // namespace

char32_t windows_1252(unsigned char byte) {
  constexpr char16_t kHigh[32] = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                  0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
  return byte >= 0x80 && byte < 0xa0 ? kHigh[byte - 0x80] : byte;
}

std::string_view utf16_without_mark(std::string_view bytes) {
  const std::size_t length = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (length < 8) return "";
  std::size_t even = 0, odd = 0;
  for (std::size_t at = 0; at < length; at += 2) {
    even += bytes[at] == '\0';
    odd += bytes[at + 1] == '\0';
  }
  const std::size_t most = length / 2 * 7 / 10,
                    few = length / 2 / 10;  // Latin text is 7 in 10 ASCII
  return odd >= most && even <= few ? "le" : even >= most && odd <= few ? "be" : "";
}

Result<Decoded> to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.substr(0, 2) == "\xff\xfe") return from_utf16(bytes, {false, 2});
  if (bytes.substr(0, 2) == "\xfe\xff") return from_utf16(bytes, {true, 2});
  if (const std::string_view form = utf16_without_mark(bytes); !form.empty()) {
    return from_utf16(bytes, {form == "be", 0});
  }
  if (looks_binary(bytes))
    return Error{ErrorCode::binary, "", "is not text: it holds control characters"};
  if (find_invalid_utf8(bytes) == std::string_view::npos)
    return Decoded{std::string(bytes), false, {}};
  if (is_latin_label(declared)) return from_windows_1252(bytes, ", as the page says");
  const Utf8Health health = health_of(bytes);
  if (health.good >= 4 * health.bad || fold(declared) == "utf-8") return mended_utf8(bytes, health);
  Decoded out = from_windows_1252(
      bytes, declared.empty() ? ", a guess: it is not UTF-8"
                              : ", a guess: “" + std::string(declared) + "” is not known here");
  return out;
}

}  // namespace crossread
