#include "base/utf16.h"

#include "base/utf8.h"

namespace crossread {
namespace {

// UTF-16 units of the character whose first byte this is; 0 for a byte inside a character.
std::uint32_t units(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

}  // namespace

Utf16Offsets::Utf16Offsets(std::string_view text) : text_(text) {
  every64_.reserve(text.size() / 64 + 1);
  std::uint32_t offset = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % 64 == 0) every64_.push_back(offset);
    offset += units(text[at]);
  }
  if (text.size() % 64 == 0) every64_.push_back(offset);
}

std::uint32_t Utf16Offsets::at(std::uint32_t byte) const {
  std::uint32_t offset = every64_[byte / 64];
  for (std::uint32_t at = byte - byte % 64; at < byte; ++at) offset += units(text_[at]);
  return offset;
}

}  // namespace crossread
