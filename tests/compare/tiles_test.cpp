// Runs of words that stand word for word in two texts.
#include "compare/tiles.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

Analysis text_only(const std::string& text, const std::string& quoted = "") {
  Analysis analysis;
  analysis.document = document_of(text);
  const std::size_t at = quoted.empty() ? std::string::npos : text.find(quoted);
  if (at == std::string::npos) return analysis;
  Quote quote;
  quote.direct = true;
  const auto begin = static_cast<std::uint32_t>(at);
  quote.content.push_back({begin, begin + static_cast<std::uint32_t>(quoted.size())});
  analysis.quotes.push_back(quote);
  return analysis;
}

std::vector<std::string> tiles(const Analysis& a, const Analysis& b) {
  WordReader reader;
  const WordStream x = reader.read(a);
  const WordStream y = reader.read(b);
  std::vector<std::string> out;
  for (const Tile& tile : tiles_of(x, y)) {
    out.emplace_back(a.document.text(x.span_of({tile.a, tile.a + tile.length})));
  }
  return out;
}

std::vector<std::string> passages(const std::string& a, const std::string& b) {
  return tiles(text_only(a), text_only(b));
}

TEST(Tiles, FindsTheLongestRun) {
  EXPECT_EQ(passages("Reports say the old ferry sank in heavy seas near the northern harbour.",
                     "On Monday the old ferry sank in heavy seas near the coast."),
            std::vector<std::string>{"the old ferry sank in heavy seas near the"});
}

TEST(Tiles, IgnoresCaseAndPunctuation) {
  EXPECT_EQ(
      passages("The company, which makes steel pipes, closed its oldest factory.",
               "the company which makes steel pipes closed its oldest factory"),
      std::vector<std::string>{"The company, which makes steel pipes, closed its oldest factory"});
}

TEST(Tiles, NeverCrossesTheEndOfASentence) {
  const auto found = passages("Prices rose again sharply. Wages fell in every single region.",
                              "Prices rose again sharply. Wages fell in every single region.");
  for (const std::string& passage : found)
    EXPECT_EQ(passage.find(". "), std::string::npos) << passage;
  EXPECT_FALSE(found.empty());
}

TEST(Tiles, CountsNoWordTwice) {
  const auto found = passages("The tall bridge over the wide river closed early today.",
                              "The tall bridge over the wide river closed early today. "
                              "The tall bridge over the wide river closed early today.");
  EXPECT_EQ(found.size(), 1U);
}

TEST(Tiles, IsSilentAboutUnrelatedTexts) {
  EXPECT_TRUE(
      passages("The ferry sank in heavy seas.", "The court sentenced two men to prison.").empty());
}

TEST(Tiles, LeavesOutWhatBothQuote) {
  const std::string quoted = "we will never give up the search for survivors";
  const std::string text = "He said we will never give up the search for survivors.";
  EXPECT_TRUE(tiles(text_only(text, quoted), text_only(text, quoted)).empty());
  EXPECT_EQ(tiles(text_only(text, quoted), text_only(text)).size(), 1U);  // marks lost: copied
}

TEST(Tiles, PairsOnlyTextsThatShareRuns) {
  WordReader reader;
  const std::string text = "The tall bridge over the wide river closed early today.";
  const std::vector<WordStream> streams{reader.read(text_only(text)),
                                        reader.read(text_only("Prices rose again.")),
                                        reader.read(text_only("Yesterday " + text))};
  EXPECT_EQ(pairs_to_tile(streams), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}}));
}

}  // namespace
}  // namespace crossread
