// Families, levels of reuse and arrows on small texts: an agency's, what was made of it, another's.
#include "compare/lineage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compare/compare.h"
#include "support/notation.h"

namespace crossread {
namespace {

const char* const kWire =
    "Mill fire kills four in Tolverne\n\nTOLVERNE (Harborwire) — A fire at a paper mill in "
    "Tolverne killed four "
    "workers and injured 17 on Monday evening, the county fire service said.\n\n"
    "The blaze broke out at 7:45 p.m. in a drying hall where 62 people were on shift.\n\n"
    "Firefighters from nine stations needed 11 hours to bring the flames under control.\n\n"
    "A worn bearing in a conveyor had overheated, according to a first report by inspector Magda "
    "Ruiz.\n\n"
    "The mill was fined $48,250 in 2023 for blocked emergency exits, court records show.\n\n"
    "Its owner, Brandt Paper, said production would stop for at least three weeks.\n";
const char* const kRewrite =
    "Four dead after paper mill blaze\n\nA fire at a paper mill in Tolverne killed four workers "
    "and injured 17 "
    "on Monday evening.\n\n"
    "The blaze broke out in a drying hall where about 60 people were on shift.\n\n"
    "Firefighters needed 11 hours to bring the flames under control.\n\n"
    "A worn bearing in a conveyor had overheated, a first report says.\n\n"
    "The mill was fined about $48,000 in 2023 for blocked emergency exits.\n\n"
    "Its owner, Brandt Paper, said production would stop for three weeks.\n\n(With information "
    "from Harborwire)\n";
const char* const kOther =
    "Questions for mill owner\n\nRelatives of the dead gathered outside the gates of the Tolverne "
    "mill on Wednesday "
    "and asked why nobody had opened the doors.\n\n"
    "“My son called me from inside,” said Irene Falk, whose family has lived in the town for "
    "decades.\n\n"
    "Lawyers for the union want the accounts of the company to be opened.\n\n"
    "A vigil will be held in the church of Saint Anne on Friday.\n\n"
    "The regional parliament debates stricter rules for old factories next month.\n";

Analysis article(const std::string& id, const std::string& text,
                 const std::string& published = "") {
  return analyse_document(read_document(article_of(text, {.id = id, .published = published})));
}

Comparison compared(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<Analysis> articles;
  for (const auto& [id, text] : texts) articles.push_back(article(id, text));
  return compare(std::move(articles));
}

std::string name_of(const Comparison& c, const LineageNode& node) {
  if (!node.hidden) return c.articles[node.index].document.article.id;
  const HiddenSource& source = c.lineage.hidden[node.index];
  return source.name.empty() ? std::string(hidden_kind_code(source.kind)) : "(" + source.name + ")";
}

std::vector<std::string> arrows(const Comparison& c) {
  std::vector<std::string> out;
  for (const LineageEdge& edge : c.lineage.edges)
    out.push_back(name_of(c, edge.from) + " > " + name_of(c, edge.to));
  std::sort(out.begin(), out.end());
  return out;
}

std::string families(const Comparison& c) {
  std::string out;
  for (const auto& family : c.lineage.origins) {
    out += out.empty() ? "" : " | ";
    for (const ArticleIndex a : family) out += c.articles[a].document.article.id;
  }
  return out;
}

TEST(Lineage, PointsFromTheAgencyToTheRewrite) {
  const Comparison c = compared({{"a", kRewrite}, {"b", kWire}, {"c", kOther}});
  EXPECT_EQ(families(c), "ab | c");
  EXPECT_EQ(arrows(c), std::vector<std::string>{"b > a"});
  const LineageEdge& edge = c.lineage.edges.at(0);
  EXPECT_GT(edge.confidence, 0.9);
  const auto has = [&](std::string_view rule) {
    return std::any_of(edge.reasons.begin(), edge.reasons.end(),
                       [&](const LineageReason& r) { return r.rule == rule; });
  };
  for (const char* rule : {"follows", "credit", "dateline", "rounded"})
    EXPECT_TRUE(has(rule)) << rule;
}

// The same facts in the same order, each in its reporter's words; both heard one sentence.
TEST(Lineage, TwoReportersOfOnePressConferenceAreNoFamily) {
  const std::string one =
      "Bank of Cerenia cuts rate to 2.5 percent\n\nThe Bank of Cerenia lowered its key rate to 2.5 "
      "percent on Thursday, a step that few in the markets had seen coming.\n\n"
      "“The risk of doing too little is now greater than the risk of doing too much,” said "
      "governor "
      "Ana Holm.\n\n"
      "Six of the nine council members voted for the cut, two of them for a smaller one.\n\n"
      "The florin fell to 2.31 to the euro, its weakest level in four months.\n\n"
      "Hartwell Bank will lower its mortgage rate to 6.15 percent on 1 April.\n";
  const std::string two =
      "Surprise move by central bank\n\nBorrowers may breathe again: at 2.5 percent the key rate "
      "of "
      "the Bank of Cerenia is as low as it was three years ago.\n\n"
      "“The risk of doing too little is now greater than the risk of doing too much,” governor Ana "
      "Holm told reporters.\n\n"
      "Opinions differed in the council, where six of nine members backed her.\n\n"
      "Against the euro the florin slipped and was traded at 2.31.\n\n"
      "First among the lenders, Hartwell Bank announced 6.15 percent for mortgages from 1 April.\n";
  EXPECT_EQ(families(compared({{"a", one}, {"b", two}})), "a | b");
}

TEST(Lineage, NamesASourceThatIsNotThere) {
  const Comparison c = compared({{"a", kRewrite}, {"c", kOther}});
  EXPECT_EQ(families(c), "a | c");
  EXPECT_EQ(arrows(c), std::vector<std::string>{"(Harborwire) > a"});
}

TEST(Lineage, CannotTellBetweenEqualTexts) {
  const std::string text = std::string(kOther);
  const Comparison c = compared({{"a", text}, {"b", text}});
  EXPECT_EQ(families(c), "ab");
  EXPECT_EQ(arrows(c), (std::vector<std::string>{"undecided > a", "undecided > b"}));
}

TEST(Lineage, CountsAFamilyAsOneOrigin) {
  const Comparison c = compared({{"a", kRewrite}, {"b", kWire}});
  for (const Fact& fact : c.facts) EXPECT_EQ(fact.origins, 1U);
}

TEST(Lineage, LeavesStrangersAlone) {
  const Comparison c = compared({{"b", kWire}, {"c", kOther}});
  EXPECT_TRUE(arrows(c).empty());
  EXPECT_EQ(c.lineage.origins.size(), 2U);
}

TEST(Reuse, TellsTheThreeLevelsApart) {
  const Comparison c = compared({{"a", kRewrite}, {"b", kWire}});
  const auto level_of = [&](const std::string& words) {
    std::string out;
    for (const Reuse& reuse : c.reuse) {
      if (c.articles[0].document.text(reuse.a.span).find(words) == std::string_view::npos) continue;
      out += (out.empty() ? "" : " ") + std::string(reuse_level_code(reuse.level));
    }
    return out;
  };
  EXPECT_EQ(level_of("The blaze broke out"), "edited");
  EXPECT_EQ(level_of("bring the flames under control"), "edited");
}

TEST(Reuse, ComparesACopyWithTheFirstAlone) {
  const Comparison c = compared({{"a", kWire}, {"b", kWire}, {"c", kWire}, {"d", kRewrite}});
  for (const Reuse& reuse : c.reuse) {
    EXPECT_EQ(reuse.a.article, 0U);
    EXPECT_EQ(reuse.level == ReuseLevel::verbatim, reuse.b.article < 3U);
  }
  EXPECT_EQ(families(c), "abcd");
}

}  // namespace
}  // namespace crossread
