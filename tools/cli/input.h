// input.h — names on the command line → articles, and a message for each that could not be read.
//
//     a.txt  b.html  c.json (one or many)  d.ndjson  e.csv  seeds/ferry (with manifest.json)  -
//
// One bad input never loses the others.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "text/article.h"

namespace crossread::cli {

struct Inputs {
  std::vector<Article> articles;
  std::vector<std::string> where;  // of each article: "a.json[2]", "seeds/ferry/01.txt"
  int failed = 0;
};

// Says what fails on standard error.
Inputs read_inputs(const std::vector<std::string>& names);

// The bytes of a file, or of standard input for "-". Errors: unreadable, too_large.
Result<std::string> read_file(const std::string& name);

}  // namespace crossread::cli
