// span.h — a stretch of text, by number.
//
// The rule of the house: a text is owned once (Article::text), everything else points into it with
// UTF-8 byte offsets, half open, on character borders.
//
//     text   A n a   s a i d   1 6 %
//     byte   0 1 2 3 4 5 6 7 8 9 10 11      Span{0, 3} is "Ana", Span{9, 12} is "16%"
//
// Every function here is O(1).
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace crossread {

struct Span {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;    // bytes, exclusive

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that holds both.
constexpr Span cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// What both hold; empty (at the later begin) where they do not meet.
constexpr Span intersect(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

// The bytes of `text` that the span names. Requires span.end <= text.size().
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// A run of indices into some vector (tokens, mostly), half open. A type of its own, so that token
// numbers and byte offsets cannot be mixed up.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // exclusive

  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(std::uint32_t index) const { return first <= index && index < last; }
  constexpr bool contains(Range inner) const { return first <= inner.first && inner.last <= last; }
  constexpr bool overlaps(Range other) const { return first < other.last && other.first < last; }

  friend constexpr auto operator<=>(Range, Range) = default;
};

}  // namespace crossread
