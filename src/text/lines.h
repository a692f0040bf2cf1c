// lines.h — what a single line of an article looks like: the questions that clean.cpp asks.
//
// All take the bytes of one line without white space at its edges. O(line).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/span.h"

namespace crossread {

struct Line {
  Span span;                 // without white space at its edges; never empty
  bool after_blank = false;  // an empty line stands before it
};
std::vector<Line> lines_of(std::string_view text);

// Words as a reader counts them: runs between spaces that hold a letter or a digit.
std::uint32_t word_count(std::string_view line);

// Ends like a sentence: . ! ? … : ; before any closing quotes and brackets.
bool ends_sentence(std::string_view line);

// A sentence ends inside: "He won. She lost".
bool has_inner_boundary(std::string_view line);

// Every word begins with a capital or a digit, but for small ones (of, the, in, and).
bool is_title_case(std::string_view line);

// "May 14, 2024", "14 May 2024", "2024-05-14", "14.05.2024" at the start; the day and its length.
struct WrittenDate {
  Day day = kNoDay;
  std::uint32_t bytes = 0;
};
std::optional<WrittenDate> date_at_start(std::string_view line);

// " date 2024-05-14 Text …", "Published: 14 May 2024", "Updated May 14, 2024, 10:30 GMT": the date
// and how far it reaches. Nothing if the line does not open with a date.
std::optional<WrittenDate> date_line(std::string_view line);

}  // namespace crossread
