#include "text/lemma.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

struct Pair {
  const char* word;
  const char* lemma;
};

TEST(Lemma, TakesRegularEndingsOff) {
  constexpr Pair kCases[] = {
      {"visits", "visit"},       {"visited", "visit"},
      {"visiting", "visit"},     {"announced", "announce"},
      {"announces", "announce"}, {"announcing", "announce"},
      {"stopped", "stop"},       {"stopping", "stop"},
      {"planned", "plan"},       {"parties", "party"},
      {"countries", "country"},  {"tried", "try"},
      {"carried", "carry"},      {"denies", "deny"},
      {"boxes", "box"},          {"crashes", "crash"},
      {"churches", "church"},    {"losses", "loss"},
      {"headaches", "headache"}, {"houses", "house"},
      {"prices", "price"},       {"bridges", "bridge"},
      {"talks", "talk"},         {"leaders", "leader"},
      {"agencies", "agency"},    {"sanctions", "sanction"},
      {"imposed", "impose"},     {"imposing", "impose"},
      {"rescued", "rescue"},     {"arrested", "arrest"},
      {"noted", "note"},         {"noting", "note"},
      {"rated", "rate"},         {"cared", "care"},
      {"staring", "stare"},      {"biting", "bite"},
      {"quoted", "quote"},       {"opened", "open"},
      {"barred", "bar"},         {"called", "call"},
      {"passed", "pass"},        {"missed", "miss"},
      {"killed", "kill"},        {"jumped", "jump"},
      {"raised", "raise"},       {"increased", "increase"},
      {"declining", "decline"},  {"voted", "vote"},
      {"voting", "vote"},        {"studies", "study"},
      {"studied", "study"},      {"heroes", "hero"},
      {"potatoes", "potato"},    {"photos", "photo"},
      {"movies", "movie"},       {"goes", "go"},
      {"believed", "believe"},
  };
  for (const Pair& c : kCases) EXPECT_EQ(lemma_of(c.word), c.lemma);
}

TEST(Lemma, KnowsIrregularForms) {
  constexpr Pair kCases[] = {
      {"was", "be"},
      {"were", "be"},
      {"is", "be"},
      {"has", "have"},
      {"did", "do"},
      {"said", "say"},
      {"told", "tell"},
      {"went", "go"},
      {"met", "meet"},
      {"fell", "fall"},
      {"fallen", "fall"},
      {"rose", "rise"},
      {"left", "leave"},
      {"won", "win"},
      {"began", "begin"},
      {"sank", "sink"},
      {"drove", "drive"},
      {"struck", "strike"},
      {"withdrew", "withdraw"},
      {"sought", "seek"},
      {"died", "die"},
      {"dying", "die"},
      {"lying", "lie"},
      {"men", "man"},
      {"women", "woman"},
      {"children", "child"},
      {"people", "person"},
      {"lives", "life"},
      {"wives", "wife"},
      {"crises", "crisis"},
      {"analyses", "analysis"},
      {"spokesmen", "spokesman"},
      {"better", "good"},
      {"biggest", "big"},
      {"closest", "close"},
      {"n't", "not"},
      {"'ll", "will"},
      {"'re", "be"},
      {"ca", "can"},
      {"wo", "will"},
      {"an", "a"},
      {"bombings", "bomb"},
      {"going", "go"},
      {"meetings", "meeting"},
      {"horsemen", "horseman"},
      {"these", "this"},
  };
  for (const Pair& c : kCases) EXPECT_EQ(lemma_of(c.word), c.lemma);
}

TEST(Lemma, LeavesAloneWhatOnlyLooksInflected) {
  for (const char* word :
       {"news",     "series", "species", "this",     "his",       "its",          "us",
        "as",       "less",   "across",  "business", "status",    "virus",        "crisis",
        "analysis", "always", "during",  "nothing",  "morning",   "evening",      "king",
        "bring",    "spring", "thing",   "string",   "red",       "bed",          "need",
        "hundred",  "indeed", "speed",   "politics", "economics", "headquarters", "overseas",
        "perhaps",  "gas",    "bus",     "congress", "access",    "press",        "loss",
        "wing",     "ring",   "feed"}) {
    EXPECT_EQ(lemma_of(word), word);
  }
}

TEST(Lemma, BritishFormsJoinTheirAmericanOnes) {
  constexpr Pair kCases[] = {
      {"recognised", "recognize"},
      {"organise", "organize"},
      {"colour", "color"},
      {"favours", "favor"},
      {"centre", "center"},
      {"centres", "center"},
      {"metres", "meter"},
      {"kilometres", "kilometer"},
      {"defence", "defense"},
      {"travelled", "travel"},
      {"labour", "labor"},
      {"criticised", "criticize"},
      {"organisation", "organization"},
      {"programme", "program"},
      {"theatre", "theater"},
  };
  for (const Pair& c : kCases) EXPECT_EQ(lemma_of(c.word), c.lemma);
  for (const char* word :
       {"four", "hour", "tour", "pour", "rise", "exercise", "surprise", "promise", "otherwise"}) {
    EXPECT_EQ(lemma_of(word), word);
  }
}

TEST(Lemma, UnknownWordsGoBySpelling) {
  constexpr Pair kCases[] = {
      {"blorps", "blorp"}, {"blorped", "blorp"},          {"blorping", "blorp"},
      {"zubbed", "zub"},   {"frobnicated", "frobnicate"}, {"glaxies", "glaxy"},
  };
  for (const Pair& c : kCases) EXPECT_EQ(lemma_of(c.word), c.lemma);
}

TEST(Lemma, NamesKeepTheirForm) {
  for (const char* word : {"reading", "beijing", "williams", "reuters", "paris", "texas", "harding",
                           "united", "putin", "jennings", "honduras"}) {
    EXPECT_EQ(lemma_of(word, WordUse::name), word);
  }
  EXPECT_EQ(lemma_of("russians", WordUse::name), "russian");
  EXPECT_EQ(lemma_of("ministers", WordUse::name), "minister");
}

TEST(Lemma, OtherAlphabetsComeBackAsTheyAre) {
  for (const char* word : {"", "москвы", "åkerblads", "習", "16%", "a-b", "covid19"}) {
    EXPECT_EQ(lemma_of(word), word);
  }
}

TEST(Lemma, ACapitalAtTheStartOfASentenceIsNoName) {
  const Document doc =
      document_of("Winds were gusting. He flew to Reading on Tuesday. Killings rose.");
  const std::vector<std::string> lemmas = lemmas_of(doc);
  EXPECT_EQ(lemmas[0], "wind");
  EXPECT_EQ(lemmas[7], "reading");
  EXPECT_EQ(lemmas[11], "kill");
}

TEST(Lemma, RanksFollowTheFrequencyOfWords) {
  EXPECT_EQ(word_rank("the").level, 0);
  EXPECT_LT(word_rank("minister").level, word_rank("ministerial").level);
  EXPECT_FALSE(word_rank("tiescooperation").known());
  EXPECT_TRUE(word_rank("putin").name);
  EXPECT_TRUE(word_rank("visit").plain());
  EXPECT_GT(word_rank("land").ends, word_rank("who").ends);
}

}  // namespace
}  // namespace crossread
