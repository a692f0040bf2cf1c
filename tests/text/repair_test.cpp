#include "text/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/notation.h"

namespace crossread {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "glued: FridayAs → Friday As"
std::vector<std::string> damage_of(const Document& doc) {
  std::vector<std::string> out;
  for (const Damage& d : doc.damage) {
    out.push_back(std::string(name_of(d.kind)) + ": " + std::string(doc.text(d.span)) + " → " +
                  d.repair);
  }
  return out;
}

// Enough English for the language to be known; clean.
constexpr const char* kClean =
    "The minister said on Monday that the talks with the union had been put off until the end of "
    "the week. She told reporters that there was no reason to hurry, and that it would be better "
    "to wait for the report of the court. ";
// The same with two words glued beyond doubt.
constexpr const char* kDamaged =
    "The minister said on Monday that the talksaccording to the union had been put off until the "
    "end of the week. She told reporters that there was no reason to hurry in 2023according to "
    "them, and that it would be better to wait for the report of the courtbecause of that. ";

TEST(Repair, SureCasesAreSplitAnywhere) {
  const struct {
    const char* text;
    const char* damage;
  } cases[] = {
      {"They spoke of bilateral tiescooperation in trade.",
       "glued: tiescooperation → ties cooperation"},
      {"It happened on FridayAs reported by the ministry.", "glued: FridayAs → Friday As"},
      {"They are neither emotional nor naiveI think.", "glued: naiveI → naive I"},
      {"Trade reached a record in 2023according to customs.",
       "glued: 2023according → 2023 according"},
      {"It fell to four metersaccording to the institute.",
       "glued: metersaccording → meters according"},
      {"He has bene told of it.", "misspelt: bene → been"},
      {"It ended on Tuesday,the court said.", "glued: Tuesday,the → Tuesday, the"},
      {"He left early.She stayed.", "glued: early.She → early. She"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(damage_of(document_of(std::string(kClean) + c.text)), ElementsAre(c.damage));
  }
}

TEST(Repair, LessSureCasesNeedADamagedText) {
  const struct {
    const char* text;
    const char* damage;
  } cases[] = {
      {"The president, Vladimir Poutinevisit the town.", "glued: Poutinevisit → Poutine visit"},
      {"Xi Jinping will host him. He met Xi Jinpingin a bid to talk.",
       "glued: Jinpingin → Jinping in"},
      {"They asked Ana Lindholmwho showed it.", "glued: Lindholmwho → Lindholm who"},
      {"The envoy, Anthony Blinkenasked them.", "glued: Blinkenasked → Blinken asked"},
      {"The mayor Jelena Vukaswould have won.", "glued: Vukaswould → Vukas would"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(damage_of(document_of(std::string(kDamaged) + c.text)), Contains(c.damage));
  }
}

TEST(Repair, CleanTextsStayWhole) {
  for (const char* text :
       {"", "McDonald bought an iPhone on YouTube and LinkedIn.",
        "Sunderland beat Blackburn at Elland Road.",
        "Ana Kelvinside met Rob Wetherford and Tom Ashdown.",
        "The frontrunner led the geo-strategicas list.",
        "Kwabena Osei, Milan Kovář and Mbeki Ferdinand scored.",
        "It was the 75th, a $54.9m deal at 5pm.", "GlaxoSmithKline, AstraZeneca and easyJet rose.",
        "Mr. MacArthur met LeBron and DeLorean.", "The livestream of the bookmaking firm went on.",
        "See example.com and @anaholm.", "The Pakistanis, the Ardeleans and Putinism.",
        "The A320 cost 20km and 30mph."}) {
    EXPECT_THAT(damage_of(document_of(std::string(kClean) + text)), IsEmpty()) << text;
  }
}

TEST(Repair, ASplitAddsABorderAndMovesNothing) {
  const std::string text = std::string(kClean) + "They spoke of tiescooperation in trade.";
  const Document doc = document_of(text);
  EXPECT_EQ(doc.article.text, text);
  const auto tail =
      std::find_if(doc.tokens.begin(), doc.tokens.end(), [](const Token& t) { return t.glued; });
  ASSERT_NE(tail, doc.tokens.end());
  EXPECT_EQ(doc.surface(*tail), "cooperation");
  EXPECT_EQ(doc.surface(*(tail - 1)), "ties");
  EXPECT_EQ(doc.lemma(*(tail - 1)), "tie");
  EXPECT_EQ(tail->lead, (tail - 1)->span.end);
  EXPECT_EQ(tail->lead, tail->span.begin);
}

TEST(Repair, AMisspeltWordKeepsItsSurfaceAndTakesTheRightForm) {
  const Document doc = document_of(std::string(kClean) + "It has bene seen.");
  const auto word = std::find_if(doc.tokens.begin(), doc.tokens.end(),
                                 [&](const Token& t) { return doc.surface(t) == "bene"; });
  ASSERT_NE(word, doc.tokens.end());
  EXPECT_EQ(doc.folded(*word), "been");
  EXPECT_EQ(doc.lemma(*word), "be");
}

TEST(Repair, AGluedPronounOpensASentence) {
  const Document doc =
      document_of(std::string(kClean) + "He was held in the court of PenmarthHis brother left.");
  EXPECT_EQ(sentences_of(doc).back(), "His brother left.");
}

TEST(Repair, OtherLanguagesAreLeftAlone) {
  const Document doc = document_of(
      "Le ministre a dit que les négociations avec le syndicat ont été reportées à la fin de la "
      "semaine, et que le tribunal ne serait pas pressé de rendre son avis avant l'été prochain.");
  EXPECT_EQ(doc.language, "fr");
  EXPECT_THAT(damage_of(doc), IsEmpty());
}

TEST(Repair, MarksThatLostTheirPartnerAreNoted) {
  EXPECT_THAT(damage_of(document_of(std::string(kClean) + "He said “we will come and left.")),
              ElementsAre("lost_quote: “ → "));
  EXPECT_THAT(damage_of(document_of(std::string(kClean) + "“We come.\n\n“And we stay,” he said.")),
              IsEmpty())
      << "a quotation may go on in the next paragraph";
  EXPECT_THAT(
      damage_of(document_of(std::string(kClean) + "They said “in fields ... and issues.\"")),
      IsEmpty());
  EXPECT_THAT(
      damage_of(document_of(std::string(kClean) + kClean + "It is in Hong Kong . The end.")),
      ElementsAre("stray_mark:  . → ."));
}

TEST(Repair, MisreadCharactersAreNoted) {
  EXPECT_THAT(
      damage_of(document_of("Putinâ€™s visit costs Â£5 in a cafÃ©.")),
      ElementsAre("odd_character: â€™ → ’", "odd_character: Â£ → £", "odd_character: Ã© → é"));
  EXPECT_THAT(damage_of(document_of("Putin\uFFFDs visit")),
              ElementsAre("odd_character: \uFFFD → "));
  EXPECT_THAT(damage_of(document_of("Ângela, Âge d'or, São Tomé, café")), IsEmpty());
}

}  // namespace
}  // namespace crossread
