// What is said of two or three short articles: updates, states, headlines, and what a retelling
// cuts.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "compare/compare.h"
#include "compare/follow.h"
#include "compare/terms.h"
#include "support/notation.h"

namespace crossread {
namespace {

Analysis read_alone(const std::string& id, const std::string& text,
                    const std::string& published = "") {
  return analyse_document(read_document(article_of(text, {.id = id, .published = published})));
}

Comparison compared_pair(const std::string& a, const std::string& b, const std::string& day_a = "",
                         const std::string& day_b = "") {
  return compare({read_alone("a", a, day_a), read_alone("b", b, day_b)});
}

const Finding* finding_of(const Comparison& c, std::string_view rule) {
  for (const Finding& f : c.findings) {
    if (f.rule == rule) return &f;
  }
  return nullptr;
}

std::string words(const Comparison& c, const Evidence& e) {
  return std::string(c.articles[e.article].document.text(e.span));
}

// A wire text, and what a paper made of it.
const std::string kFirstReport =
    "Bridge over the Alva closed\n\n"
    "The bridge over the river Alva was closed on Monday after divers found cracks in two "
    "pillars.\n\n"
    "The mayor, Ines Prado, said that lorries would be sent through the village of Brena.\n\n"
    "Engineers need six weeks for the repair, although a report from 2019 had warned of the "
    "damage.\n\n"
    "“We heard it groan every night,” said Tomas Reis, who sells fish beside the bridge.\n\n"
    "The bridge carries 14,300 cars a day and was built by the Duro company.\n\n"
    "A ferry between the two banks starts on Thursday and costs nothing.\n";
const std::string kPaper =
    "Alva bridge closed\n\n"
    "The bridge over the river Alva was closed on Monday after divers found cracks in two "
    "pillars.\n\n"
    "Lorries would be sent through the village of Brena.\n\n"
    "Engineers need six weeks for the repair.\n\n"
    "“It made noises in the dark,” told us Tomas Reis, a trader.\n\n"
    "The bridge carries 14,300 cars a day and was built by the Duro company.\n\n"
    "A ferry between the two banks starts on Thursday and costs nothing.\n";

TEST(OwnWords, AFigureThatATextTakesBackIsAnUpdate) {
  const Comparison c =
      compared_pair("A ferry with 201 people on board capsized off Verdana on Tuesday.",
                    "The number of people aboard the ferry that capsized off Verdana "
                    "was 204, not 201 as first announced.");
  const Finding* finding = finding_of(c, "own_words");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict, Verdict::update);
}

TEST(OwnWords, AChangeOverTheYearsIsNone) {
  const Comparison c =
      compared_pair("Turnout in Verdana was 63.4 percent, up from 58.9 percent in the first round.",
                    "Turnout in Verdana was 63.4 percent, up from 58.9 percent two weeks before.");
  EXPECT_EQ(finding_of(c, "own_words"), nullptr);
}

TEST(OtherTimes, AFigureOfALongPastYearContradictsNothing) {
  const std::string now =
      "The Alva fire burned 2,300 hectares near Brena, the forestry service said.";
  const Comparison history =
      compared_pair(now, "In September 2011 the Juniper fire burned 4,700 hectares near Brena.",
                    "2025-08-06", "2025-08-06");
  EXPECT_EQ(finding_of(history, "disjoint"), nullptr);
  const Comparison today = compared_pair(
      now, "The Alva fire burned 4,700 hectares near Brena, the forestry service said.",
      "2025-08-06", "2025-08-06");
  EXPECT_NE(finding_of(today, "disjoint"), nullptr);
}

TEST(OtherTimes, WhatHappenedAfterAnArticleCannotContradictIt) {
  const std::string first = "Hartwell shares ended 3.2 percent lower at 27.40 florins in Brena.";
  const std::string next = "Hartwell shares ended lower at 26.85 florins in Brena on Tuesday.";
  EXPECT_EQ(finding_of(compared_pair(first, next, "2026-03-12", "2026-03-18"), "disjoint"),
            nullptr);
}

TEST(OtherTimes, ALaterCountIsADifferenceAndNoConflict) {
  const std::string a =
      "The Brena flood destroyed 61 homes beside the river, the fire service said.";
  const std::string b =
      "The Brena flood destroyed 87 homes beside the river, the fire service said.";
  const auto verdict = [&](const std::string& day) {
    const Comparison c = compared_pair(a, b, "2025-03-04", day);
    const Finding* finding = finding_of(c, "disjoint");
    return finding == nullptr ? Verdict::same : finding->verdict;
  };
  EXPECT_EQ(verdict("2025-03-04"), Verdict::conflict);
  EXPECT_EQ(verdict("2025-03-06"), Verdict::differs);
}

TEST(Estimates, ThatAreNearEachOtherAreNoConflict) {
  const auto verdict = [](const std::string& count) {
    const Comparison c = compared_pair(
        "Some 100 firefighters fought the Brena blaze on Tuesday, the fire service said.",
        count + " firefighters fought the Brena blaze on Tuesday, the fire service said.",
        "2025-03-04", "2025-03-04");
    const Finding* finding = finding_of(c, "disjoint");
    return finding == nullptr ? Verdict::same : finding->verdict;
  };
  EXPECT_EQ(verdict("More than 120"), Verdict::differs);
  EXPECT_EQ(verdict("More than 160"), Verdict::conflict);
}

TEST(OtherTimes, ADayCountedFromABorrowedDateContradictsNothing) {
  const std::string a = "Two trains collided near Pellin on Tuesday, the railway in Brena said.";
  const std::string b = "Two trains collided near Pellin yesterday, the railway in Brena said.";
  EXPECT_EQ(finding_of(compared_pair(a, b, "2026-02-03"), "disjoint_days"), nullptr);
  EXPECT_NE(finding_of(compared_pair(a, b, "2026-02-03", "2026-02-03"), "disjoint_days"), nullptr);
}

TEST(Speakers, TwoStatementsThatShareAWordAreNotOne) {
  const Comparison c = compared_pair(
      "“We found a delivery hose connected to the wrong tank,” said Meera Anand.",
      "“Our man connected the hose where the staff of the centre told him to,” said Keith Rudge.");
  EXPECT_TRUE(std::none_of(c.findings.begin(), c.findings.end(),
                           [](const Finding& f) { return f.kind == FindingKind::speaker; }));
}

TEST(Status, HeldInOneAndFreeInTheOtherIsAConflict) {
  const Comparison c = compared_pair("Judge Ana Holm released Paul Draper on bail until June 12.",
                                     "Paul Draper was remanded in custody until June 12.",
                                     "2025-06-04", "2025-06-04");
  const Finding* finding = finding_of(c, "other_state");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict, Verdict::conflict);
}

TEST(Status, OfALaterArticleItIsAnUpdate) {
  const Comparison c = compared_pair("Police questioned Paul Draper about the fire in Brena.",
                                     "Police arrested Paul Draper over the fire in Brena.",
                                     "2025-03-04", "2025-03-06");
  const Finding* finding = finding_of(c, "later_state");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict, Verdict::update);
}

TEST(Status, TwoPeopleAreNoContradiction) {
  const Comparison c = compared_pair("Paul Draper was convicted of fraud in Brena on Monday.",
                                     "Neil Harker was cleared of fraud in Brena on Monday.");
  EXPECT_EQ(finding_of(c, "other_state"), nullptr);
}

TEST(Rewording, WhoHarmsAndWhoIsHarmedIsNotTheSame) {
  const Comparison c = compared_pair(
      "A report by the Verdana council on Monday called migrant violence the worst problem of the "
      "city's northern districts.",
      "A report by the Verdana council on Monday called violence against migrants the worst "
      "problem of the city's northern districts.");
  const Finding* finding = finding_of(c, "roles_turned");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict, Verdict::worded_differently);
}

TEST(Rewording, WhereOneGoesMayStandBeforeOrBehind) {
  const Comparison c = compared_pair(
      "The minister told reporters on Monday that the Verdana visit was the longest of his year.",
      "The minister told reporters on Monday that the visit to Verdana was the longest of his "
      "year.");
  EXPECT_EQ(finding_of(c, "roles_turned"), nullptr);
}

TEST(Headline, SaysTheReverseOfItsText) {
  const std::string other = "Varo and Lindberg have agreed on a deal in cash.";
  const Comparison c = compare({read_alone("a",
                                           "Lindberg Snaps Up Rival Varo\n\nVaro Systems said on "
                                           "Tuesday that it will buy Lindberg Holding for cash.\n"),
                                read_alone("b", other)});
  EXPECT_NE(finding_of(c, "headline_reversed"), nullptr);
  const Comparison right = compare(
      {read_alone("a",
                  "Varo Snaps Up Rival Lindberg\n\nVaro Systems said on Tuesday that it will "
                  "buy Lindberg Holding for cash.\n"),
       read_alone("b", other)});
  EXPECT_EQ(finding_of(right, "headline_reversed"), nullptr);
}

TEST(Retelling, PairsWhatStandsBetweenTwoPairs) {
  std::vector<Analysis> articles{read_alone("a", kFirstReport), read_alone("b", kPaper)};
  const Event event{{0, 1}};
  const EntityLinks links = link_entities(articles, {event});
  const EventTerms terms = make_terms(articles, event, links, CompareOptions{}.max_statements);
  GraphBuilder builder(terms);
  while (!builder.done()) builder.add_row();
  const Graph graph = builder.take();
  ASSERT_EQ(graph.retellings.size(), 1U);
  EXPECT_TRUE(std::any_of(
      graph.retellings[0].matches.begin(), graph.retellings[0].matches.end(), [&](const Match& m) {
        const Unit& a = terms.sentences[m.a];
        return articles[0].document.text(articles[0].statements[a.statement].span).find("groan") !=
               std::string_view::npos;
      }));
}

TEST(Omissions, TellWhatARetellingCuts) {
  const Comparison c = compared_pair(kFirstReport, kPaper);
  bool clause = false;
  bool attribution = false;
  for (const Omission& o : c.omissions) {
    EXPECT_EQ(c.articles[o.missing_in].document.article.id, "b") << words(c, o.told);
    if (o.kind == OmissionKind::clause)
      clause = clause || words(c, o.told).find("report from 2019") != std::string::npos;
    if (o.kind == OmissionKind::attribution)
      attribution = attribution || words(c, o.told).find("Ines Prado") != std::string::npos;
  }
  EXPECT_TRUE(clause);
  EXPECT_TRUE(attribution);
}

}  // namespace
}  // namespace crossread
