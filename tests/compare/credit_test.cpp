// Who an article says it is, and whose text it took: "is: …; takes: …".
#include "compare/credit.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

std::vector<std::string> credits(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<Analysis> articles;
  Event event;
  for (const auto& [id, text] : texts) {
    Analysis analysis;
    analysis.document = document_of(text, {.id = id});
    event.articles.push_back(static_cast<ArticleIndex>(articles.size()));
    articles.push_back(std::move(analysis));
  }
  std::vector<std::string> out;
  for (const Credits& credits : find_credits(articles, event)) {
    std::string line = "is:";
    for (const std::string& name : credits.own) line += " " + name;
    line += "; takes:";
    for (const Credit& given : credits.given) line += " " + given.name;
    out.push_back(line);
  }
  return out;
}

TEST(Credit, ReadsDatelinesAndCreditLines) {
  EXPECT_EQ(
      credits(
          {{"01",
            "Ferry sinks off the coast\n\nPORTO, March 4 (Northline) — A ferry sank on Tuesday in "
            "heavy seas, the coast guard said.\n"},
           {"02",
            "Ferry sinks\n\nA ferry sank on Tuesday in heavy seas, it was said.\n\n(With "
            "information "
            "from Northline)\n"}}),
      (std::vector<std::string>{"is: northline; takes:", "is:; takes: Northline"}));
}

TEST(Credit, DoesNotTakeAnArticlesOwnNameForACredit) {
  EXPECT_EQ(credits({{"05-algarvehoje",
                      "Villa owner condemned\n\nA man was condemned on Thursday in a court in "
                      "England.\n\n(Algarve Hoje with Pressline)\n"}}),
            std::vector<std::string>{"is: algarvehoje; takes: Pressline"});
}

TEST(Credit, ComparesNamesWithoutCaseMarksAndAccents) {
  EXPECT_EQ(plain_name("Algarve Hoje"), "algarvehoje");
  EXPECT_EQ(plain_name("B\u00f6rs-Bladet"), "borsbladet");
}

}  // namespace
}  // namespace crossread
