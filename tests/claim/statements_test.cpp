// How sentences fall into statements, one line each: [X clause]. What no mark covers is
// attribution, a conjunction or a mark at an edge.
#include "claim/statements.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/read.h"

namespace crossread {
namespace {

std::string statements_marked(const Read& r) {
  std::vector<Labelled> spans;
  for (const Statement& s : r.statements) spans.push_back({"X", s.span});
  return marked(r.document.article.text, std::move(spans));
}

std::string subject(const Read& r, std::size_t i) {
  if (i >= r.statements.size()) return "no such statement";
  const EntityId id = r.statements[i].subject;
  return id.valid() ? r.entities.all[id.value].name : "nobody";
}

class Cut : public testing::TestWithParam<std::string> {};
TEST_P(Cut, IsWhereTheMarksAre) {
  const Annotated want = annotated(GetParam());
  EXPECT_EQ(statements_marked(read(want.text)), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    One, Cut,
    testing::Values("[X The bridge collapsed on Monday].",
                    "[X Rescuers searched the river for survivors].",
                    "[X The company employs 4,000 people in Ohio and Texas].",
                    "[X Xi and Putin will meet in Beijing].",
                    "[X The old bridge, a landmark of the town, collapsed on Monday].",
                    "[X On Monday, the old bridge collapsed into the river].",
                    "[X The minister and her deputy visited the site].",
                    "[X The red, white and blue flag flew over the town hall].",
                    "[X Nurses, doctors and drivers joined the strike].",
                    "[X A 34-year-old teacher survived the crash].",
                    "[X The mayor of Norwick, Sadia Iqbal, opened the new bridge].",
                    "[X He resigned].", "[X Ardelean lost].",
                    "[X The crash killed 11 people, three of them children].",
                    "[X The state-run firm paid $4.2 billion for its rival]."));

INSTANTIATE_TEST_SUITE_P(
    Marks, Cut,
    testing::Values(
        "[X The bridge collapsed on Monday]; [X rescuers searched the river for survivors].",
        "[X The bridge collapsed on Monday] – [X rescuers searched the river for survivors].",
        "[X The bridge collapsed on Monday] — [X rescuers searched the river for survivors].",
        "[X The attendance was corrected on Tuesday]; [X a turnstile had jammed].",
        "[X The verdict came late on Friday]: [X the jury found the owner guilty of fraud]."));

INSTANTIATE_TEST_SUITE_P(
    Conjunctions, Cut,
    testing::Values(
        "[X The bridge collapsed on Monday], and [X rescuers searched the river for survivors].",
        "[X The bridge collapsed on Monday], but [X nobody was hurt].",
        "[X The bridge collapsed on Monday] but [X the ferry kept running].",
        "[X The firm bought its rival] and [X will close two plants].",
        "[X The firm bought its rival] and [X closed two plants].",
        "[X Police arrested the driver] and [X the prosecutor charged him with murder].",
        "[X The minister met the rebels] and [X signed a joint statement on Thursday].",
        "[X The minister will meet the rebels], and [X may sign a joint statement].",
        "[X The firm bought its rival in May], then [X sold two of its plants]."));

INSTANTIATE_TEST_SUITE_P(
    Subordinators, Cut,
    testing::Values(
        "[X The bridge collapsed] [X after a ship hit one of its piers].",
        "[X The bridge collapsed on Monday] [X when a ship hit one of its piers].",
        "[X The bridge stayed open] [X although inspectors had warned the owner].",
        "[X The bridge stayed open], [X although inspectors had warned the owner].",
        "[X The ferry sailed on Monday] [X because the owner had ordered it].",
        "[X The ferry sailed on Monday] [X while the storm was still raging].",
        "[X The ferry will not sail] [X until inspectors have cleared it].",
        "[X The strike will go on] [X unless the owners raise wages].",
        "[X The firm has closed two plants] [X since it bought its rival].",
        "[X Trade rose 26 percent last year], [X as both countries lowered their tariffs].",
        "[X The firm cut 300 jobs] [X before the deal was signed]."));

INSTANTIATE_TEST_SUITE_P(
    Relatives, Cut,
    testing::Values("[X Xi met the president], [X who arrived on Thursday].",
                    "[X They visited Harbin], [X which has strong ties with Russia].",
                    "[X Officials opened the bridge], [X whose piers were rebuilt last year].",
                    "[X They met in Harbin], [X where a trade fair opened on Friday].",
                    "[X The teacher who chaired the count lives in Dravna]."));

INSTANTIATE_TEST_SUITE_P(
    Participles, Cut,
    testing::Values(
        "[X The ferry capsized on Tuesday], [X killing at least 11 people].",
        "[X The ferry capsized off Verdemar], [X leaving 46 people missing].",
        "[X The US imposed sanctions on 280 entities], [X including 20 Chinese firms].",
        "[X Putin sent troops into Ukraine], [X triggering the deadliest war in decades].",
        "[X The firm bought its rival], [X using money from a state fund]."));

INSTANTIATE_TEST_SUITE_P(
    Speech, Cut,
    testing::Values(
        "Police said [X the bridge collapsed on Monday].",
        "Police said that [X the bridge collapsed on Monday].",
        "On Tuesday, police said [X the bridge collapsed on Monday].",
        "[X The bridge collapsed on Monday], police said.",
        "[X The bridge collapsed on Monday], said the police.",
        "According to police, [X the bridge collapsed on Monday].",
        "[X The bridge collapsed on Monday], according to police.",
        "Police said [X the bridge collapsed on Monday] and that [X three people were hurt].",
        "“[X The bridge was never safe],” said Ana Holm, the mayor.",
        "Ana Holm said: “[X The bridge was never safe].”",
        "Police said [X the bridge collapsed on Monday], but the mayor said [X the piers were "
        "still standing]."));

INSTANTIATE_TEST_SUITE_P(Silence, Cut,
                         testing::Values("Who will pay for the new bridge?",
                                         "What happened on the bridge that night?"));

TEST(Statements, HeadingsAndCreditsTellNothing) {
  const Read r = read("The bridge collapsed on Monday.\n\n(With information from EFE and AFP)\n");
  ASSERT_EQ(r.statements.size(), 1u);
}

TEST(Statements, TheTitleTells) {
  const Read r = read(document_of(
      "Bridge collapses in Norwick, killing three\n\nThe bridge over the river Ard collapsed on "
      "Monday. Rescuers searched for survivors.\n"));
  ASSERT_FALSE(r.statements.empty());
  EXPECT_TRUE(r.statements.front().in_title);
  EXPECT_FALSE(r.statements.back().in_title);
}

// ---- predicate, polarity, modality -------------------------------------------------------------
struct Reading1 {
  const char* text;
  const char* lemma;
  Polarity polarity;
  Modality modality;
};
class Predicate : public testing::TestWithParam<Reading1> {};
TEST_P(Predicate, IsReadAsTold) {
  const Reading1& want = GetParam();
  const Read r = read(want.text);
  ASSERT_FALSE(r.statements.empty()) << want.text;
  const Statement& s = r.statements.front();
  ASSERT_NE(s.predicate, Id<void>::kNone) << want.text;
  EXPECT_EQ(r.document.lemma(r.document.tokens[s.predicate]), want.lemma) << want.text;
  EXPECT_EQ(s.polarity, want.polarity) << want.text;
  EXPECT_EQ(s.modality, want.modality) << want.text;
}
constexpr auto kYes = Polarity::positive;
constexpr auto kNo = Polarity::negative;
INSTANTIATE_TEST_SUITE_P(
    All, Predicate,
    testing::Values(
        Reading1{"The firm sold its plants.", "sell", kYes, Modality::fact},
        Reading1{"The firm has sold its plants.", "sell", kYes, Modality::fact},
        Reading1{"The plants were sold in May.", "sell", kYes, Modality::fact},
        Reading1{"The plants have been sold in May.", "sell", kYes, Modality::fact},
        Reading1{"The firm did not sell its plants.", "sell", kNo, Modality::fact},
        Reading1{"The firm didn’t sell its plants.", "sell", kNo, Modality::fact},
        Reading1{"The firm never sold its plants.", "sell", kNo, Modality::fact},
        Reading1{"Nobody was hurt in the crash.", "hurt", kNo, Modality::fact},
        Reading1{"Police found no evidence of a crime.", "find", kNo, Modality::fact},
        Reading1{"The firm sold not only its plants in Ohio.", "sell", kYes, Modality::fact},
        Reading1{"China and Russia proclaimed a no limits partnership in Beijing.", "proclaim",
                 kYes, Modality::fact},
        Reading1{"The firm failed to sell its plants.", "fail", kNo, Modality::fact},
        Reading1{"The court rejected the appeal on Monday.", "reject", kNo, Modality::fact},
        Reading1{"The court did not reject the appeal.", "reject", kYes, Modality::fact},
        Reading1{"The firm will sell its plants.", "sell", kYes, Modality::future},
        Reading1{"The firm will not sell its plants.", "sell", kNo, Modality::future},
        Reading1{"The firm is going to sell its plants.", "go", kYes, Modality::future},
        Reading1{"The firm plans to sell its plants.", "plan", kYes, Modality::plan},
        Reading1{"The firm is expected to sell its plants.", "expect", kYes, Modality::plan},
        Reading1{"The firm is due to sell its plants.", "be", kYes, Modality::plan},
        Reading1{"The firm may sell its plants.", "sell", kYes, Modality::possible},
        Reading1{"The firm could sell its plants.", "sell", kYes, Modality::possible},
        Reading1{"The firm is unlikely to sell its plants.", "be", kNo, Modality::possible},
        Reading1{"The firm tried to sell its plants.", "try", kYes, Modality::attempt}));

TEST(Subject, IsCarriedIntoTheClauseWithoutOne) {
  const Read r = read("Helena Tavares met the rebels and signed a joint statement on Thursday.");
  ASSERT_EQ(r.statements.size(), 2u);
  EXPECT_EQ(subject(r, 0), "Helena Tavares");
  EXPECT_EQ(subject(r, 1), "Helena Tavares");
}

TEST(Subject, IsTheHolderBehindATitle) {
  const Read r = read("Transport Minister Helena Tavares visited the port of Santa Rita.");
  ASSERT_EQ(r.statements.size(), 1u);
  EXPECT_EQ(subject(r, 0), "Helena Tavares");
}

TEST(Subject, IsNotWhoOwnsIt) {
  const Read r = read("Helena Tavares’s lawyer visited the port on Monday.");
  ASSERT_EQ(r.statements.size(), 1u);
  EXPECT_EQ(subject(r, 0), "nobody");
}

TEST(Statements, KnowWhoSaysThem) {
  const Read r = read("Police said the bridge collapsed on Monday. The mayor opened a new one.");
  ASSERT_EQ(r.statements.size(), 2u);
  EXPECT_TRUE(r.statements[0].quote.valid());
  EXPECT_FALSE(r.statements[1].quote.valid());
}

// ---- properties ------------------------------------------------------------------------------
const char* const kTexts[] = {"",
                              ".",
                              ", , ,",
                              "and and and",
                              "é — 😀; é",
                              "The bridge, which fell, and, but; while – as.",
                              "Police said. Police said that. That police said.",
                              "a\n\nb\n\nc",
                              "1 2 3, 4; 5",
                              ("“It will rain,” Ana Holm said, and “it will snow,” and that, he "
                               "said, was all; nobody, she added, knew.")};

TEST(Statements, NeverOverlapAndKeepTheOrderOfTheText) {
  for (const char* text : kTexts) {
    const Read r = read(text);
    for (std::size_t i = 0; i < r.statements.size(); ++i) {
      const Statement& s = r.statements[i];
      ASSERT_FALSE(s.tokens.empty()) << text;
      EXPECT_EQ(s.span, r.document.span_of(s.tokens)) << text;
      EXPECT_TRUE(r.document.sentences[s.sentence].tokens.contains(s.tokens)) << text;
      if (i > 0) {
        EXPECT_LE(r.statements[i - 1].tokens.last, s.tokens.first) << text;
      }
    }
  }
}

TEST(Statements, EveryPlainSentenceHasOne) {
  const Read r = read("The bridge fell. He resigned. Nobody knew. Sad. It is 4 p.m. in Ohio.");
  std::vector<bool> told(r.document.sentences.size(), false);
  for (const Statement& s : r.statements) told[s.sentence] = true;
  for (std::size_t i = 0; i < told.size(); ++i) EXPECT_TRUE(told[i]) << i;
}

TEST(Statements, AreTheSameTwice) {
  const std::string text =
      "Police said the bridge collapsed on Monday, but the mayor, who was away, denied it.";
  EXPECT_EQ(statements_marked(read(text)), statements_marked(read(text)));
}

}  // namespace
}  // namespace crossread
