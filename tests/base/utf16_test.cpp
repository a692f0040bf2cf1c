#include "base/utf16.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace crossread {
namespace {

TEST(Utf16, CountsSurrogatePairsAsTwo) {
  const Utf16Offsets offsets("é—😀a");
  const struct { std::uint32_t byte, unit; } cases[] = {{0, 0}, {2, 1}, {5, 2}, {9, 4}, {10, 5}};
  for (const auto& c : cases) EXPECT_EQ(offsets.at(c.byte), c.unit) << c.byte;
  EXPECT_EQ(offsets.of({2, 9}), (Span{1, 4}));
}

TEST(Utf16, EmptyTextHasOneOffset) { EXPECT_EQ(Utf16Offsets("").at(0), 0u); }

TEST(Utf16, AgreesWithCountingAlongLongTexts) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += i % 3 == 0 ? "é" : i % 5 == 0 ? "😀" : i % 7 == 0 ? "—" : "ab";
  const Utf16Offsets offsets(text);
  std::uint32_t units = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    EXPECT_EQ(offsets.at(at), units) << at;
    const Character c = decode(text, at);
    units += c.code > 0xFFFF ? 2 : 1;
    at += c.bytes;
  }
  EXPECT_EQ(offsets.at(static_cast<std::uint32_t>(text.size())), units);
}

}  // namespace
}  // namespace crossread
