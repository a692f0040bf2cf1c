// csv.h — articles from a table with a header line.
//
//     id,source,published,text
//     a,Herald,2024-05-14,"It ""rained"",
//     all day."
//
// RFC 4180, with comma, semicolon or tab, whichever stands first in the header. Columns are found
// by name (outlet counts as source, in any case of letters); only "text" must be there. O(bytes).
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/article.h"

namespace crossread {

struct ReadCsv {
  std::vector<Article> articles;
  std::vector<Error> errors;  // "a.csv:3", the line where the record begins
};
ReadCsv read_csv(std::string_view bytes, std::string_view name);

}  // namespace crossread
