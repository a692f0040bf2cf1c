// clean.h — what each stretch of a text is: date line, title, heading, byline, dateline, body,
// credit, boilerplate.
//
//      date 2025-10-13 Vukas wins Velmora presidency with 52%     date_line, title
//     UP in Kalnik                                                 byline
//     KALNIK, Velmora (UP) — Jelena Vukas appeared …               dateline, body
//     Second-quarter results                                       heading
//     … said his spokeswoman. (UP)                                 body, credit
//
// Nothing is changed or left out: the blocks tile all that is not white space, in order. A line is
// a paragraph, unless the text is wrapped at a fixed width. O(bytes).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "text/document.h"

namespace crossread {

struct Layout {
  std::vector<Block> blocks;
  Span title;
  Day dated = kNoDay;                 // of the date line
  std::vector<std::string> agencies;  // of credit lines and datelines, each once
  bool stub = false;
};

// `given_title` helps to find the title in the text; may be empty.
Layout read_layout(std::string_view text, std::string_view given_title);

}  // namespace crossread
