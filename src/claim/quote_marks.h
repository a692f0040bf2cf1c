// quote_marks.h — what stands in quotation marks, before anybody asks who said it.
//
//     “They told us ‘optimization.’ It is a layoff,” she said.        “a”  "a"  «a»  „a“  ‘a’  'a'
//      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~                   one passage, inner marks its
//      own
//
// A paragraph that ends inside a quotation, before one that opens with the same mark, belongs to a
// quotation that goes on. A mark without a partner opens nothing and is kept as `lost`, unless a
// verb of speech or a colon stands before it, or it closes words that began with the paragraph.
// O(tokens).
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "text/document.h"

namespace crossread {

struct Passage {
  Range tokens;          // inside the marks; never empty
  Range outside;         // with the marks
  bool goes_on = false;  // closed by the end of a paragraph, and the next passage continues it
  bool continues = false;
};

struct QuoteMarks {
  std::vector<Passage> passages;    // in order, never overlapping
  std::vector<std::uint32_t> lost;  // opening marks without a partner, as tokens
};

QuoteMarks find_quote_marks(const Document& document);

// True where a paragraph begins at token i: a blank line before it, or a line end after a stop.
bool begins_paragraph(const Document& document, std::uint32_t i);

}  // namespace crossread
