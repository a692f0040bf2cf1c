// utf16.h — the same places in UTF-16 units, for JavaScript.
//
//     text     é  —  😀 a
//     UTF-8    0  2  5  9  10
//     UTF-16   0  1  2  4  5
//
// Built once a text in O(bytes), one number every 64 bytes; a look-up costs at most 64 bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace crossread {

class Utf16Offsets {
 public:
  // Keeps a view of `text`: it must outlive this object.
  explicit Utf16Offsets(std::string_view text);

  // UTF-8 byte offset → UTF-16 offset. Requires a character border.
  std::uint32_t at(std::uint32_t byte) const;
  Span of(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every64_;  // UTF-16 offset of the first border at or after byte 64 i
};

}  // namespace crossread
