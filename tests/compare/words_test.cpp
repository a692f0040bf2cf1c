// Quotes, wording, damage and the brief: what is said in which words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "compare/compare.h"
#include "compare/quote_groups.h"
#include "compare/support.h"
#include "support/notation.h"

namespace crossread {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

Analysis told_by(const std::string& id, const std::string& text) {
  return analyse_document(read_document(article_of(text, {.id = id, .published = "2025-03-05"})));
}

Comparison compared_texts(const std::vector<std::string>& texts) {
  std::vector<Analysis> all;
  for (std::size_t i = 0; i < texts.size(); ++i)
    all.push_back(told_by(std::string(1, static_cast<char>('a' + i)), texts[i]));
  return compare(std::move(all));
}

const std::string kLead =
    "A passenger ferry carrying 201 people capsized in rough seas off the Verdemar coast early on "
    "Tuesday, "
    "killing at least 11, the Coast Guard said.\n\n";

// "a verbatim", "b cut": every rendering that belongs to a group.
std::vector<std::string> renderings(const Comparison& c) {
  std::vector<std::string> out;
  for (const auto& group : c.quotes) {
    for (const QuoteMember& m : group) {
      out.push_back(c.articles[m.article].document.article.id + " " +
                    std::string(quote_change_code(m.change)));
    }
  }
  return out;
}

struct Rendering {
  const char* said;
  const char* change;
};

class Renderings : public ::testing::TestWithParam<Rendering> {};

TEST_P(Renderings, AreToldApart) {
  const Comparison c =
      compared_texts({kLead + "“We will not stop while there is the slightest hope of "
                              "finding someone alive in the water,” said Ana Holm.",
                      kLead + GetParam().said});
  EXPECT_THAT(renderings(c), Contains("b " + std::string(GetParam().change))) << GetParam().said;
}

INSTANTIATE_TEST_SUITE_P(
    Utterance, Renderings,
    ::testing::Values(Rendering{"“We will not stop while there is the slightest hope of finding "
                                "someone alive in the water,” Ana Holm said.",
                                "verbatim"},
                      Rendering{"“We will not stop while there is the slightest hope of finding "
                                "someone alive,” said Ana Holm.",
                                "cut"},
                      Rendering{"“We will not stop while there is hope of finding someone alive in "
                                "the water,” said Ana Holm.",
                                "clause_deleted"},
                      Rendering{"“We shall not stop while there is any hope of finding someone "
                                "alive in the sea,” said Ana Holm.",
                                "edited"},
                      Rendering{"“We will not stop while there is the slightest hope of finding "
                                "someone alive in the water,” said Ben Roy.",
                                "speaker_swapped"},
                      Rendering{"Ana Holm said they would not stop while there was hope of finding "
                                "someone alive in the water.",
                                "to_indirect"}));

TEST(Quotes, AMergeNeedsMoreThanTheSpeaker) {
  const Comparison c =
      compared_texts({kLead + "“The winter was long and we lost forty sheep,” said Ana Holm.",
                      kLead + "“Nobody checked the lower deck before we sailed,” said Ana Holm."});
  EXPECT_THAT(renderings(c), Not(Contains("b paraphrase")));
}

TEST(Wording, ShowsWhatEachArticleCallsTheDeed) {
  const Comparison c =
      compared_texts({kLead,
                      "A passenger ferry carrying 201 people overturned in rough seas "
                      "off the Verdemar coast early "
                      "on Tuesday, killing at least 11, the Coast Guard said.\n\n",
                      "A passenger ferry carrying 201 people sank in rough seas off the "
                      "Verdemar coast early on Tuesday, "
                      "killing at least 11, the Coast Guard said.\n\n"});
  std::set<std::string> terms;
  for (const Wording& row : c.wording) {
    std::set<std::string> here;
    for (const Evidence& t : row.terms)
      here.insert(std::string(c.articles[t.article].document.text(t.span)));
    if (here.count("capsized") != 0) terms = here;
  }
  EXPECT_THAT(terms, ElementsAre("capsized", "overturned", "sank"));
}

TEST(Wording, IsSilentWhereAllUseTheSameWords) {
  EXPECT_THAT(compared_texts({kLead, kLead}).wording, IsEmpty());
}

TEST(Wording, CountsHedgesAndDeedsWithoutADoer) {
  const Comparison c = compared_texts(
      {kLead + "The captain was arrested on Wednesday. The fire may have begun below.",
       kLead + "The captain was arrested by the police on Wednesday."});
  ASSERT_EQ(c.reporting.size(), 2U);
  EXPECT_EQ(c.reporting[0].hedges.size(), 1U);
  EXPECT_EQ(c.reporting[0].agentless.size(), 1U);
  EXPECT_THAT(c.reporting[1].agentless, IsEmpty());
}

std::vector<std::string> damage(const Comparison& c) {
  std::vector<std::string> out;
  for (const DamagedPlace& d : c.damage) {
    out.push_back(std::string(scar_kind_code(d.kind)) + ": " +
                  std::string(c.articles[d.place.article].document.text(d.place.span)) + " → " +
                  d.repair);
  }
  return out;
}

TEST(Damage, IsSeenByWhatTheOthersHave) {
  const Comparison c =
      compared_texts({kLead + "The Estrela do Norte left Porto Alvo at 5:15 a.m. and "
                              "rolled onto its side north of Ponta Negra.\n\n"
                              "Captain Milan Kovář survived and was questioned.",
                      "A passenger ferry with 201 people capsized in rough seas off the "
                      "coast of Verdemarleaving at least 11 dead on Tuesday.\n\n"
                      "The Estrela do Norte left Porto Alvoat 5:15 and rolled onto its "
                      "side north of Black Point.\n\n"
                      "The captain Milan Kovářsurvived and each papeleta was counted, "
                      "as the tiescooperation showed."});
  EXPECT_THAT(damage(c),
              IsSupersetOf({"glued: Verdemarleaving → Verdemar leaving", "odd_word: papeleta → ",
                            "altered_name: Black Point → Ponta Negra"}));
}

TEST(Damage, CleanTextIsLeftAlone) {
  const Comparison c = compared_texts(
      {kLead + "The ship sailed past Ponta Negra.", kLead + "The ship sailed past Black Point."});
  EXPECT_THAT(damage(c), IsEmpty());
}

TEST(Brief, ShowsBothValuesOfAConflict) {
  const std::string rest =
      "The Estrela do Norte left Porto Alvo at 5:15 a.m. bound for the town of Santa Rita.\n\n"
      "The captain, Rui Tavares, survived and was questioned on Tuesday afternoon.";
  const Comparison c = compared_texts(
      {kLead + "The ship passed a safety inspection on Feb. 13 with six defects.\n\n" + rest,
       kLead + "The ship passed a safety inspection on Feb. 19 with six defects.\n\n" + rest,
       kLead + "The ship passed a safety inspection on Feb. 13 with six defects.\n\n" + rest});
  ASSERT_FALSE(c.brief.empty());
  EXPECT_LE(c.brief.size(), 7U);
  bool both = false;
  for (const BriefSentence& sentence : c.brief) {
    for (const BriefFact& fact : sentence.facts) {
      EXPECT_TRUE(sentence.place.span.contains(fact.clause.span));
      EXPECT_FALSE(fact.supporters.empty() && fact.dissenters.empty());
      for (const ArticleIndex a : fact.dissenters) {
        EXPECT_EQ(std::count(fact.supporters.begin(), fact.supporters.end(), a), 0);
      }
      both = both || fact.values.size() >= 2;
    }
  }
  const bool conflict = std::any_of(c.findings.begin(), c.findings.end(), [](const Finding& f) {
    return f.verdict == Verdict::conflict || f.verdict == Verdict::differs;
  });
  EXPECT_TRUE(conflict);
  EXPECT_TRUE(both);
}

// Who is said to tell a clause tells its figures.
TEST(Brief, NamesAsSupportOnlyWhoHasTheFiguresOfAClause) {
  const Comparison c = compared_texts(
      {"A gas blast tore through a bakery in Norwick on Monday, killing three people and injuring "
       "14 others, the fire service said.",
       "Five people have died in the gas blast at a bakery in Norwick on Monday. Fourteen others "
       "were injured in the blast, the fire service said."});
  ASSERT_FALSE(c.brief.empty());
  std::size_t of_three = 0;
  for (const BriefSentence& sentence : c.brief) {
    for (const BriefFact& fact : sentence.facts) {
      const std::string_view words =
          c.articles[fact.clause.article].document.text(fact.clause.span);
      if (words.find("three") == std::string_view::npos) continue;
      ++of_three;
      EXPECT_THAT(fact.supporters, ElementsAre(0U)) << words;
    }
  }
  EXPECT_GE(of_three, 1U);
}

TEST(Support, IsEveryArticleThatTellsTheSameInOtherWords) {
  const Comparison c = compared_texts(
      {"The council of Norwick approved the new harbour bridge on Monday by 31 votes to 12.",
       "On Monday the council of Norwick approved the new harbour bridge, 31 votes to 12."});
  const Support support(c);
  const bool together = std::any_of(c.facts.begin(), c.facts.end(), [&](const Fact& fact) {
    const StatementRef& first = fact.members.front();
    const Evidence clause{first.article,
                          c.articles[first.article].statements[first.statement].span};
    return support.of(fact, clause) == std::vector<ArticleIndex>{0, 1};
  });
  EXPECT_TRUE(together);
}

TEST(Brief, OneArticleHasNone) { EXPECT_THAT(compared_texts({kLead}).brief, IsEmpty()); }

}  // namespace
}  // namespace crossread
