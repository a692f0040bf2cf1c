#include "report/layout.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace crossread {
namespace {

struct Interval {
  char32_t low, high;
};

template <std::size_t N>
bool within(char32_t code, const Interval (&intervals)[N]) {
  return std::any_of(intervals, intervals + N,
                     [&](Interval i) { return i.low <= code && code <= i.high; });
}

int width_of(char32_t code) {
  constexpr Interval kNone[] = {
      {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},   {0x64b, 0x65f},
      {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}};
  constexpr Interval kWide[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},  {0x3041, 0xa4cf},
                                {0xac00, 0xd7a3},   {0xf900, 0xfaff},  {0xfe30, 0xfe6f},
                                {0xff00, 0xff60},   {0xffe0, 0xffe6},  {0x1f300, 0x1f64f},
                                {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
  if (code < 0x300) return 1;
  return within(code, kNone) ? 0 : within(code, kWide) ? 2 : 1;
}

bool is_harmful(char32_t code) {
  constexpr Interval kControls[] = {{0, 0x1f},        {0x7f, 0x9f},     {0x200e, 0x200f},
                                    {0x202a, 0x202e}, {0x2066, 0x2069}, {0x2028, 0x2029}};
  return within(code, kControls);
}

// Colours of the sources after the first eight repeat; the letter tells them apart.
std::string_view escape_of(std::uint32_t style) {
  constexpr std::array<std::string_view, 8> kSources = {"\x1b[1;34m", "\x1b[1;35m", "\x1b[1;36m",
                                                        "\x1b[1;32m", "\x1b[1;31m", "\x1b[1;94m",
                                                        "\x1b[1;95m", "\x1b[1;96m"};
  constexpr auto kFirstSource = static_cast<std::uint32_t>(Style::source);
  if (style >= kFirstSource) return kSources[(style - kFirstSource) % kSources.size()];
  switch (static_cast<Style>(style)) {
    case Style::strong:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::heading:
      return "\x1b[1;4m";
    case Style::marked:
      return "\x1b[1;33m";
    case Style::alarm:
      return "\x1b[1;7m";
    case Style::plain:
    case Style::source:
      break;
  }
  return "";
}

// One word with its styles; words are glued from inks that touch.
struct Word {
  InkLine inks;
  int width = 0;
};

std::vector<Word> words_of(const InkLine& text) {
  std::vector<Word> words(1);
  for (const Ink& p : text) {
    std::size_t begin = 0;
    while (begin <= p.text.size()) {
      const std::size_t end = std::min(p.text.find(' ', begin), p.text.size());
      if (end > begin) {
        words.back().inks.push_back({p.text.substr(begin, end - begin), p.style});
        words.back().width += columns(p.text.substr(begin, end - begin));
      }
      if (end == p.text.size()) break;
      if (!words.back().inks.empty()) words.emplace_back();
      begin = end + 1;
    }
  }
  if (words.back().inks.empty()) words.pop_back();
  return words;
}

// The style of a space between two words: that of both, if they share it.
std::uint32_t style_between(const InkLine& line, const Word& word) {
  return line.back().style == word.inks.front().style ? line.back().style : 0;
}

}  // namespace

Ink ink(std::string text, Style style) {
  return {std::move(text), static_cast<std::uint32_t>(style)};
}

Ink source_ink(std::string text, std::uint32_t source) {
  return {std::move(text), static_cast<std::uint32_t>(Style::source) + source};
}

std::string printable(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::uint32_t at = 0; at < text.size();) {
    if (find_invalid_utf8(text.substr(at, 1)) == 0 &&
        find_invalid_utf8(text.substr(at, std::min<std::size_t>(4, text.size() - at))) == 0) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += "\xef\xbf\xbd", ++at;  // file names need not be UTF-8
      continue;
    }
    const Character c = decode(text, at);
    if (is_space(c.code)) {
      gap = true;
    } else if (!is_harmful(c.code)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

int columns(std::string_view text) {
  int sum = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = decode(text, at);
    sum += width_of(c.code);
    at += c.bytes;
  }
  return sum;
}

int columns(const InkLine& line) {
  int sum = 0;
  for (const Ink& p : line) sum += columns(p.text);
  return sum;
}

std::string shorten(std::string_view text, int limit) {
  const std::string line = printable(text);
  if (columns(line) <= limit) return line;
  int used = 0;
  std::uint32_t at = 0;
  while (at < line.size()) {
    const Character c = decode(line, at);
    if (used + width_of(c.code) > limit - 1) break;
    used += width_of(c.code);
    at += c.bytes;
  }
  // Whole words, if that costs no more than a third.
  const std::size_t space = line.rfind(' ', at);
  const std::size_t cut = space != std::string::npos && space * 3 > at * 2u ? space : at;
  return line.substr(0, cut) + "…";
}

std::vector<InkLine> wrap(const InkLine& text, int width) {
  std::vector<InkLine> lines(1);
  int used = 0;
  for (Word& word : words_of(text)) {
    if (used > 0 && used + 1 + word.width > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back().push_back({" ", style_between(lines.back(), word)});
      ++used;
    }
    if (word.width > width) {  // longer than a line: shown cut
      std::string whole;
      for (const Ink& p : word.inks) whole += p.text;
      word.inks = {{shorten(whole, width), word.inks.front().style}};
      word.width = width;
    }
    lines.back().insert(lines.back().end(), word.inks.begin(), word.inks.end());
    used += word.width;
  }
  return lines;
}

InkLine bracketed(InkLine line) {
  const auto marked = static_cast<std::uint32_t>(Style::marked);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i].style != marked) continue;
    line[i].text.insert(0, "[");
    // A run of marked inks is bracketed once.
    for (; i + 1 < line.size() && line[i + 1].style == marked; ++i) line[i].style = 0;
    line[i].text += "]";
    line[i].style = 0;
  }
  return line;
}

std::string paint(const InkLine& line, Color color) {
  std::string out;
  for (const Ink& p : line) {
    std::string_view rest = p.text;
    const std::string_view on = color == Color::on ? escape_of(p.style) : std::string_view();
    out += on;
    for (std::size_t at = rest.find(kHardSpace); at != std::string_view::npos;
         at = rest.find(kHardSpace)) {
      out += rest.substr(0, at);
      out += ' ';
      rest.remove_prefix(at + kHardSpace.size());
    }
    out += rest;
    if (!on.empty()) out += "\x1b[0m";
  }
  return out;
}

std::string padding(int used, int width) {
  std::string out;
  for (int i = used; i < width; ++i) out += kHardSpace;
  return out;
}

}  // namespace crossread
