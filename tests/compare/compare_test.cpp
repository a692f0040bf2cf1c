// The whole comparison on real and fictional events: what must hold for any of them.
#include "compare/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "compare/slots.h"
#include "support/events.h"
#include "support/notation.h"

namespace crossread {
namespace {

Analysis analysed(const std::string& id, const std::string& text,
                  const std::string& published = "2025-03-05") {
  return analyse_document(read_document(article_of(text, {.id = id, .published = published})));
}

// A comparison as lines, to see whether two are the same.
std::string digest(const Comparison& c) {
  std::ostringstream out;
  const auto evidence = [&](const Evidence& e) {
    out << ' ' << c.articles[e.article].document.article.id << ':' << e.span.begin << '-'
        << e.span.end;
  };
  for (const Finding& f : c.findings) {
    out << verdict_code(f.verdict) << ' ' << finding_kind_code(f.kind) << ' ' << f.rule << ' '
        << f.why;
    for (const SideValue& v : f.values) evidence(v.words);
    for (const Evidence& e : f.evidence) evidence(e);
    out << '\n';
  }
  for (const Fact& f : c.facts) {
    for (const StatementRef& r : f.members)
      out << c.articles[r.article].document.article.id << '/' << r.statement << ' ';
    out << verdict_code(f.verdict) << '\n';
  }
  for (const CrossEntity& e : c.entities) {
    out << e.name;
    for (const Evidence& m : e.mentions) evidence(m);
    out << '\n';
  }
  for (const Reuse& r : c.reuse) evidence(r.a), evidence(r.b);
  for (const Omission& o : c.omissions) evidence(o.told);
  return out.str();
}

class Events : public ::testing::TestWithParam<std::string> {};

TEST_P(Events, EveryFindingShowsItsWords) {
  const Comparison& c = comparison_of(GetParam());
  ASSERT_FALSE(c.findings.empty());
  for (const Finding& f : c.findings) {
    EXPECT_GE(f.evidence.size() + f.values.size(), 2U) << f.why;
    EXPECT_FALSE(f.rule.empty());
    EXPECT_FALSE(f.why.empty());
    EXPECT_GE(f.confidence, 0);
    EXPECT_LE(f.confidence, 1);
    std::vector<Evidence> all = f.evidence;
    for (const SideValue& v : f.values) all.push_back(v.words);
    for (const Evidence& e : all) {
      const std::string& text = c.articles[e.article].document.article.text;
      ASSERT_LE(e.span.end, text.size());
      EXPECT_FALSE(e.span.empty());
      EXPECT_LE(e.span.size(), 400U);
      EXPECT_EQ(floor_border(text, e.span.begin), e.span.begin) << "cuts a character";
      EXPECT_EQ(floor_border(text, e.span.end), e.span.end) << "cuts a character";
    }
  }
}

TEST_P(Events, SmallStepsGiveTheSame) {
  const std::vector<Analysis>& articles = analyses_of(GetParam());
  Comparer comparer(articles);
  double before = 0;
  while (comparer.step(Budget{1})) {
    EXPECT_GE(comparer.progress().done, before);
    before = comparer.progress().done;
  }
  EXPECT_EQ(digest(comparer.take()), digest(compare(articles)));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Events, ::testing::ValuesIn(event_names()),
                         [](const auto& event) { return test_name(event.param); });

TEST(Compare, AMixedPileComesApart) {
  std::vector<Analysis> pile;
  for (const std::string& event : event_names()) {
    for (Analysis analysis : analyses_of(event)) {
      analysis.document.article.id.insert(0, event + "/");
      pile.push_back(std::move(analysis));
    }
  }
  ASSERT_EQ(pile.size(), 5 * event_names().size());
  const Comparison c = compare(std::move(pile));
  EXPECT_EQ(c.events.size(), event_names().size());
  for (const Event& event : c.events) {
    std::set<std::string> names;
    for (const ArticleIndex a : event.articles) {
      const std::string& id = c.articles[a].document.article.id;
      names.insert(id.substr(0, id.find('/')));
    }
    EXPECT_EQ(names.size(), 1U);
    EXPECT_EQ(event.articles.size(), 5U);
  }
  EXPECT_FALSE(c.notes.empty());
}

TEST(Compare, OneArticleIsSaidToBeAlone) {
  std::vector<Analysis> one;
  one.push_back(analysed("a", "A ferry sank near the harbour on Tuesday. Eleven people died."));
  const Comparison c = compare(std::move(one));
  EXPECT_EQ(c.articles.size(), 1U);
  ASSERT_EQ(c.notes.size(), 1U);
  EXPECT_EQ(c.notes[0].code, "single_article");
}

TEST(Compare, NothingAtAllIsNoCrash) { EXPECT_TRUE(compare({}).articles.empty()); }

TEST(Compare, TwoArticlesOfOneIdAreToldApart) {
  std::vector<Analysis> two;
  two.push_back(analysed("a", "A ferry sank near the harbour on Tuesday. Eleven people died."));
  two.push_back(
      analysed("a", "A ferry sank near the harbour on Tuesday. Eleven people died, police said."));
  const Comparison c = compare(std::move(two));
  EXPECT_NE(c.articles[0].document.article.id, c.articles[1].document.article.id);
  ASSERT_FALSE(c.notes.empty());
  EXPECT_EQ(c.notes[0].code, "duplicate_id");
}

TEST(Logistic, IsSymmetricAndRises) {
  EXPECT_EQ(logistic(0), 500);
  for (std::int64_t x = -9000; x < 9000; x += 250) {
    EXPECT_EQ(logistic(x) + logistic(-x), 1000) << x;
    EXPECT_LE(logistic(x), logistic(x + 250)) << x;
  }
}

}  // namespace
}  // namespace crossread
