// Passages that stand word for word in two texts.
#include "compare/reuse.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

Analysis text_only(const std::string& text) {
  Analysis analysis;
  analysis.document = document_of(text);
  return analysis;
}

std::vector<std::string> passages(const std::string& a, const std::string& b) {
  const std::vector<Analysis> articles{text_only(a), text_only(b)};
  std::vector<std::string> out;
  for (const Reuse& reuse : find_reuse(articles, {{0, 1}}).passages) {
    out.emplace_back(articles[0].document.text(reuse.a.span));
    EXPECT_FALSE(reuse.b.span.empty());
  }
  return out;
}

TEST(Reuse, FindsTheLongestRun) {
  EXPECT_EQ(passages("Reports say the old ferry sank in heavy seas near the northern harbour.",
                     "On Monday the old ferry sank in heavy seas near the coast."),
            std::vector<std::string>{"the old ferry sank in heavy seas near the"});
}

TEST(Reuse, IgnoresCaseAndPunctuation) {
  EXPECT_EQ(passages("The company, which makes steel pipes, closed its oldest factory.",
                     "the company which makes steel pipes closed its oldest factory"),
            std::vector<std::string>{"The company, which makes steel pipes, closed its oldest factory"});
}

TEST(Reuse, NeverCrossesTheEndOfASentence) {
  const auto found = passages("Prices rose again sharply. Wages fell in every single region.",
                              "Prices rose again sharply. Wages fell in every single region.");
  for (const std::string& passage : found) EXPECT_EQ(passage.find(". "), std::string::npos) << passage;
  EXPECT_FALSE(found.empty());
}

TEST(Reuse, CountsNoWordTwice) {
  const auto found = passages("The tall bridge over the wide river closed early today.",
                              "The tall bridge over the wide river closed early today. "
                              "The tall bridge over the wide river closed early today.");
  EXPECT_EQ(found.size(), 1U);
}

TEST(Reuse, IsSilentAboutUnrelatedTexts) {
  EXPECT_TRUE(passages("The ferry sank in heavy seas.", "The court sentenced two men to prison.").empty());
}

TEST(Reuse, TwoCopiesAreOneLine) {
  const std::string text =
      "The tall bridge over the wide river closed early today. Drivers waited for many hours in the rain.";
  const std::vector<Analysis> articles{text_only(text), text_only(text),
                                       text_only("Something else happened far away in another country.")};
  const auto lines = independent_lines(find_reuse(articles, {{0, 1, 2}}));
  EXPECT_EQ(lines, (std::vector<std::vector<std::uint32_t>>{{0, 1}, {2}}));
}

}  // namespace
}  // namespace crossread
