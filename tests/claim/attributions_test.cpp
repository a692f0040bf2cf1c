// How much of the speech of real news is found: 300 attributions marked by hand in public-domain
// text, half to tune on, half to test. Prints exact and overlap figures; holds a floor under them.
//
// A span counts as exact with the same bytes; «overlap» counts shared bytes. The floors stand a
// little under what was measured when they were set: raise them when the figures rise.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "claim/read.h"
#include "support/notation.h"

namespace crossread {
namespace {

struct Tally {
  int hits = 0, found = 0, marked = 0;
  double precision() const { return found ? 100.0 * hits / found : 0; }
  double recall() const { return marked ? 100.0 * hits / marked : 0; }
  double f1() const { return found + marked ? 200.0 * hits / (found + marked) : 0; }
};

void count(Tally& t, const std::vector<Span>& got, const std::vector<Span>& want) {
  t.found += static_cast<int>(got.size());
  t.marked += static_cast<int>(want.size());
  for (const Span s : got) {
    for (const Span w : want) t.hits += s == w;
  }
}

void count_bytes(Tally& t, const std::vector<Span>& got, const std::vector<Span>& want) {
  for (const Span s : got) {
    t.found += static_cast<int>(s.size());
    for (const Span w : want) t.hits += static_cast<int>(intersect(s, w).size());
  }
  for (const Span w : want) t.marked += static_cast<int>(w.size());
}

struct Scores {
  Tally source, cue, content, bytes;
};

Scores score(const std::string& file) {
  Scores scores;
  std::ifstream in(std::string(CROSSREAD_SOURCE_DIR) + "/tests/claim/" + file);
  std::string line;
  const bool show = std::getenv("CROSSREAD_SHOW_MISSES") != nullptr;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    const Annotated want = annotated(line);
    const Read read_line = read(want.text);
    const std::vector<Quote>& quotes = read_line.quotes;
    std::vector<Span> source, cue, content;
    std::vector<Labelled> spans;
    for (const Quote& q : quotes) {
      for (const Span s : q.source) source.push_back(s), spans.push_back({"S", s});
      for (const Span s : q.cue) cue.push_back(s), spans.push_back({"C", s});
      for (const Span s : q.content) content.push_back(s), spans.push_back({"Q", s});
    }
    count(scores.source, source, want.all("S"));
    count(scores.cue, cue, want.all("C"));
    count(scores.content, content, want.all("Q"));
    count_bytes(scores.bytes, content, want.all("Q"));
    const std::string got = marked(want.text, spans);
    if (show && got != line) std::printf("want %s\n got %s\n", line.c_str(), got.c_str());
  }
  std::printf("%s\n", file.c_str());
  const auto print = [](const char* name, const Tally& t) {
    std::printf("  %-16s P %5.1f  R %5.1f  F1 %5.1f  (%d of %d marked)\n", name, t.precision(),
                t.recall(), t.f1(), t.hits, t.marked);
  };
  print("exact source", scores.source);
  print("exact cue", scores.cue);
  print("exact content", scores.content);
  print("content, bytes", scores.bytes);
  return scores;
}

TEST(Attributions, OfTheDevelopmentHalfAreFound) {
  const Scores s = score("attributions_dev.tsv");
  ASSERT_GT(s.content.marked, 140);
  EXPECT_GE(s.source.f1(), 91);
  EXPECT_GE(s.cue.f1(), 91);
  EXPECT_GE(s.content.f1(), 85);
}

TEST(Attributions, OfTheTestHalfAreFound) {
  const Scores s = score("attributions_test.tsv");
  ASSERT_GT(s.content.marked, 140);
  EXPECT_GE(s.source.f1(), 91);
  EXPECT_GE(s.cue.f1(), 91);
  EXPECT_GE(s.content.f1(), 85);
}

}  // namespace
}  // namespace crossread
