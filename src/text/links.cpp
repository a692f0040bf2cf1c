#include "text/links.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestHost = 254;

bool is_alphanumeric(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && (is_letter(byte) || is_digit(byte));
}

bool is_host_byte(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool is_host_end(std::string_view s) {
  constexpr std::string_view kEnds[] = {"com", "org", "net", "gov", "edu", "int",  "info", "io",
                                        "uk",  "eu",  "de",  "fr",  "es",  "it",   "ru",   "cn",
                                        "jp",  "br",  "au",  "ca",  "tv",  "news", "nl",   "se"};
  return std::find(std::begin(kEnds), std::end(kEnds), s) != std::end(kEnds);
}

char byte_at(std::string_view text, std::uint32_t at) { return at < text.size() ? text[at] : '\0'; }

// Past the path from `at`, without the marks that end a sentence.
std::uint32_t path_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size()) {
    const Character c = decode(text, end);
    const bool fits = c.code < 0x80
                          ? is_alphanumeric(text[end]) || is_in("-._~:/?#@!$&*+,;=%", text[end])
                          : is_letter(c.code);
    if (!fits) break;
    end += c.bytes;
  }
  while (end > at && is_in(".,;:!?", text[end - 1])) --end;
  return end;
}

}  // namespace

std::uint32_t link_end(std::string_view text, std::uint32_t at, std::uint32_t word_end) {
  const char after = byte_at(text, word_end);
  if (after == ':') return text.substr(word_end, 3) == "://" ? path_end(text, word_end) : 0;
  if (!is_in(".@_-", after)) return 0;
  const std::string_view head = text.substr(at, word_end - at);
  if (after == '.' && equal_folded(head, "www") && is_host_byte(byte_at(text, word_end + 1))) {
    return path_end(text, word_end);
  }
  std::uint32_t stop = word_end;
  const auto limit =
      static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + kLongestHost));
  while (stop < limit && is_host_byte(text[stop])) ++stop;
  if (stop < limit && text[stop] == '@' && is_alphanumeric(byte_at(text, stop + 1))) {  // e-mail
    std::uint32_t last = stop + 1;
    while (last < text.size() && last < stop + kLongestHost && is_host_byte(text[last])) ++last;
    while (!is_alphanumeric(text[last - 1])) --last;
    return last;
  }
  if (after != '.' || !is_alphanumeric(byte_at(text, word_end + 1))) return 0;
  while (stop > word_end && !is_alphanumeric(text[stop - 1])) --stop;
  const std::string_view host = text.substr(at, stop - at);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || !is_host_end(host.substr(dot + 1))) return 0;
  return byte_at(text, stop) == '/' ? path_end(text, stop) : stop;
}

}  // namespace crossread
