// Word classes as clauses and cues need them: the verbs of a sentence, and which of them are
// finite.
#include "claim/word_class.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/reading.h"
#include "claim/word_model.h"
#include "mention/names.h"
#include "support/notation.h"
#include "tables/tables.h"

namespace crossread {
namespace {

Document body_of(std::string_view text) { return document_of(text, {.title = "News of the day"}); }

// The finite verbs of the text, then the others in brackets: "said was (hurt)".
std::string verbs_of(std::string_view text) {
  const Document d = body_of(text);
  const Reading r(d, find_names(d));
  std::string finite, rest;
  for (std::uint32_t i = 0; i < r.size(); ++i) {
    if (!r.verb(i)) continue;
    std::string& out = r.finite(i) ? finite : rest;
    if (!out.empty()) out += ' ';
    out += r.word(i);
  }
  return rest.empty() ? finite : finite + " (" + rest + ")";
}

struct VerbCase {
  const char* text;
  const char* verbs;
};
class Verbs : public testing::TestWithParam<VerbCase> {};
TEST_P(Verbs, AreToldFromTheOtherWords) { EXPECT_EQ(verbs_of(GetParam().text), GetParam().verbs); }

INSTANTIATE_TEST_SUITE_P(
    Past, Verbs,
    testing::Values(
        VerbCase{"The bridge collapsed on Monday.", "collapsed"},
        VerbCase{"The ferry sailed on Monday because the owner had ordered it.",
                 "sailed had (ordered)"},
        VerbCase{"The minister promised to rebuild the bridge.", "promised (rebuild)"},
        VerbCase{"Police said the bridge collapsed.", "said collapsed"},
        VerbCase{"The firm cut 300 jobs before the deal was signed.", "cut was (signed)"},
        VerbCase{"The firm bought its rival in May, then sold two of its plants.", "bought sold"},
        VerbCase{"On Monday, the old bridge toppled into the river.", "toppled"}));

INSTANTIATE_TEST_SUITE_P(
    Participle, Verbs,
    testing::Values(VerbCase{"The bridge built in 1952 was closed.", "was (built closed)"},
                    VerbCase{"The bridge designed by Holm fell.", "fell (designed)"},
                    VerbCase{"The firm has sold its plants.", "has (sold)"},
                    VerbCase{"Two people were killed.", "were (killed)"}));

INSTANTIATE_TEST_SUITE_P(
    Present, Verbs,
    testing::Values(VerbCase{"Officials say the driver fled, but witnesses say he was pushed.",
                             "say fled say was (pushed)"},
                    VerbCase{"The report shows sales rose 4 percent.", "shows rose"},
                    VerbCase{"The strike will go on unless the owners raise wages.",
                             "will raise (go)"}));

TEST(WordClasses, AreOneForEachTokenAndMarksAreMarks) {
  const Document d = body_of("“Go!” she said – twice; 26.3% of $40bn, isn’t it?");
  const auto classes = word_classes(d);
  ASSERT_EQ(classes.size(), d.tokens.size());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (d.tokens[i].kind == TokenKind::punctuation) {
      EXPECT_EQ(classes[i], WordClass::mark) << i;
    }
    if (d.tokens[i].kind == TokenKind::number) {
      EXPECT_EQ(classes[i], WordClass::number) << i;
    }
    if (d.tokens[i].kind == TokenKind::word) {
      EXPECT_NE(classes[i], WordClass::mark) << i;
    }
  }
}

TEST(WordClasses, HangOnTheSentenceAlone) {
  const auto alone = word_classes(body_of("The bridge collapsed on Monday."));
  const auto after =
      word_classes(body_of("The bridge collapsed on Monday. The bridge collapsed on Monday."));
  ASSERT_GE(after.size(), 2 * (alone.size() - 1));
  for (std::size_t i = 0; i + 1 < alone.size(); ++i) EXPECT_EQ(alone[i], after[i]) << i;
}

TEST(WordModel, GivesNothingOfBrokenBytes) {
  const std::string_view whole = blob("word_class");
  ASSERT_NE(WordModel(whole).allowed(text_hash("the")), 0u);
  for (const std::string_view bytes :
       {std::string_view(), whole.substr(0, 7), whole.substr(0, 20'000), whole.substr(1),
        whole.substr(0, whole.size() - 1)}) {
    const WordModel model(bytes);
    EXPECT_EQ(model.allowed(text_hash("the")), 0u) << bytes.size();
    ClassScores scores{};
    model.add(feature_key('n', 0), scores);
    EXPECT_EQ(scores, ClassScores{}) << bytes.size();
  }
}

}  // namespace
}  // namespace crossread
