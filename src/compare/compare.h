// compare.h — several analyses in, one comparison out, whole or in steps.
//
//     Comparer comparer(std::move(analyses));
//     while (comparer.step(Budget{50'000})) show(comparer.progress());
//     Comparison result = comparer.take();
//
// compare() is that loop. A step does about `work` units (a unit is one pair of clauses looked at)
// and returns; a page that has no worker stays alive between steps.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct CompareOptions {
  std::uint32_t max_articles = 300;  // the shell and wasm/ refuse more; compare() itself does not
  std::uint32_t max_facts = 5'000;   // the least important are dropped, with a note
  std::uint32_t max_findings = 2'000;
  std::uint32_t max_family = 60;         // different texts of one descent; larger ones get no tree
  std::uint32_t max_statements = 2'000;  // of an article; the rest is not compared, with a note
  std::uint32_t max_wording = 500;  // rows; those of the fewest articles are dropped, with a note
};

struct Budget {
  std::uint64_t work = 100'000;
};

struct Progress {
  std::string_view stage;  // "entities", "facts", "verdicts", …
  double done = 0;         // 0 to 1, never falls
};

class Comparer {
 public:
  explicit Comparer(std::vector<Analysis> analyses, CompareOptions options = {});
  ~Comparer();
  Comparer(Comparer&&) noexcept;
  Comparer& operator=(Comparer&&) noexcept;

  bool step(Budget budget);  // true while there is more to do
  Progress progress() const;
  Comparison take();  // requires that step() returned false; call once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Comparison compare(std::vector<Analysis> analyses, CompareOptions options = {});

}  // namespace crossread
