// engine.h — the straight line, on one screen.
//
//     bytes ─ingest→ Article ─text→ Document ─mention→ names, times, amounts ─entity→ entities
//           ─claim→ quotes, statements, values = Analysis ─compare→ Comparison ─json / report→ text
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "claim/analysis.h"
#include "compare/compare.h"
#include "text/article.h"
#include "text/document.h"

namespace crossread {

struct Options {
  std::uint32_t max_article_bytes = 32'000'000;  // a larger article is an Error, too_large
  TextOptions text;
  CompareOptions compare;
};

// "0.1.0": of the engine, in every document it writes.
std::string_view version();

class Engine {
 public:
  explicit Engine(Options options = {}) : options_(options) {}

  // Errors: empty, encoding (invalid UTF-8), too_large. O(bytes).
  Result<Analysis> analyse(Article article) const;

  // Errors: none. A single article gives a comparison with a note. O(near linear in clauses).
  Comparison compare(std::vector<Analysis> analyses) const;

  const Options& options() const { return options_; }

 private:
  Options options_;
};

}  // namespace crossread
