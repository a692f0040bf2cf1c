// case_file.h — tests that are one line each: a text whose expected mentions are marked in place.
//
//     # weekdays before the dateline                          a heading
//     He left on {Tuesday=2024-05-14}.                        published 2024-05-14, unless …
//     2024-01-03 | He left in {December=2023-12}.             … a day (or "-" for none) stands
//     first
//
// A case passes when the mentions found, written back into the bare text, give the same line.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace crossread {

struct MarkedCase {
  int line = 0;
  std::string published;  // "" for none
  std::string text;       // without marks
  std::string expected;   // with marks
};

// What a mark says of its words: "{words=says}".
struct Mark {
  Span span;
  std::string says;
};

inline std::string without_marks(std::string_view marked) {
  std::string text;
  bool saying = false;
  for (const char c : marked) {
    if (c == '{') continue;
    if (c == '=') saying = true;
    if (!saying) text.push_back(c);
    if (c == '}') saying = false;
  }
  return text;
}

inline std::string with_marks(std::string_view text, const std::vector<Mark>& marks) {
  std::string out;
  std::uint32_t at = 0;
  for (const Mark& mark : marks) {
    out += text.substr(at, mark.span.begin - at);
    out += "{" + std::string(slice(text, mark.span)) + "=" + mark.says + "}";
    at = mark.span.end;
  }
  return out + std::string(text.substr(at));
}

inline std::vector<MarkedCase> read_cases(const std::string& path) {
  std::vector<MarkedCase> cases;
  std::ifstream file(path);
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    MarkedCase one;
    one.line = number;
    one.published = "2024-05-14";
    if (const std::size_t bar = line.find(" | "); bar != std::string::npos) {
      one.published = line.substr(0, bar) == "-" ? "" : line.substr(0, bar);
      line.erase(0, bar + 3);
    }
    one.expected = line;
    one.text = without_marks(line);
    cases.push_back(one);
  }
  return cases;
}

}  // namespace crossread
