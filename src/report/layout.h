// layout.h — text for a terminal: columns, wrapping, colour, nothing that could harm one.
//
//     wrap({{"Ana said "}, {"fifth", Style::marked}, {" term"}}, 12)   two lines of styled stretches
//
// A column is what a terminal shows: combining marks take none, East Asian wide characters and
// most emoji take two. O(bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace crossread {

enum class Style : std::uint8_t {
  plain,
  strong,
  faint,
  heading,
  marked,
  alarm,
  source,  // with the number of the source added: source + 2 is the third
};

struct Ink {
  std::string text;
  std::uint32_t style = 0;  // a Style, or Style::source + n
};
using InkLine = std::vector<Ink>;

Ink ink(std::string text, Style style = Style::plain);
Ink source_ink(std::string text, std::uint32_t source);

// One line: control characters, bidi overrides and line breaks taken out, white space squeezed.
// What an article says never reaches a terminal in any other form.
std::string printable(std::string_view text);

int columns(std::string_view text);
int columns(const InkLine& line);

// At most `columns`, with "…" where something was cut.
std::string shorten(std::string_view text, int columns);

// Breaks at spaces; a word longer than a line is cut. At least one line.
std::vector<InkLine> wrap(const InkLine& text, int width);

// Marked words in [brackets]: for where there is no colour. Before wrapping, so that widths hold.
InkLine bracketed(InkLine line);

// With the escape codes of the styles, or without any.
std::string paint(const InkLine& line, Color color);

// A space that wrapping keeps, for what must stand in columns; painted as a plain one. `printable`
// leaves none in what an article says.
constexpr std::string_view kHardSpace = "\u00a0";

// Hard spaces up to `width` columns.
std::string padding(int used, int width);

}  // namespace crossread
