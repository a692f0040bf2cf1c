// Layouts of speech, one line each: [S source] [C cue] [Q content]. The whole result must be the
// marks of the line: nothing missing, nothing more.
#include "claim/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/read.h"

namespace crossread {
namespace {

std::string quotes_marked(const Read& r) {
  std::vector<Labelled> spans;
  for (const Quote& q : r.quotes) {
    for (const Span s : q.source) spans.push_back({"S", s});
    for (const Span s : q.cue) spans.push_back({"C", s});
    for (const Span s : q.content) spans.push_back({"Q", s});
  }
  return marked(r.document.article.text, std::move(spans));
}

std::string speaker(const Read& r, std::size_t quote) {
  if (quote >= r.quotes.size()) return "no such quote";
  const EntityId id = r.quotes[quote].speaker;
  return id.valid() ? r.entities.all[id.value].name : "nobody";
}

class Layout : public testing::TestWithParam<std::string> {};

TEST_P(Layout, IsReadAsMarked) {
  const Annotated want = annotated(GetParam());
  EXPECT_EQ(quotes_marked(read(want.text)), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Direct, Layout,
    testing::Values(
        "“[Q It will rain,]” [S Ana Holm] [C said].", "“[Q It will rain,]” [C said] [S Ana Holm].",
        "“[Q It will rain,]” [S Ana Holm] [C said] on Monday.",
        "\"[Q It will rain,]\" [S Ana Holm] [C said] in a statement.",
        "«[Q It will rain]», [C said] [S Ana Holm].", "„[Q It will rain]“, [C said] [S Ana Holm].",
        "‘[Q It will rain all week,]’ [C said] [S Ana Holm].",
        "'[Q It will rain all week,]' [C said] [S Ana Holm].",
        "“[Q Will it rain?]” [S Ana Holm] [C asked].",
        "“[Q Run for your lives!]” [C shouted] [S the captain].",
        "[S Ana Holm] [C said], “[Q It will rain.]”", "[S Ana Holm] [C said]: “[Q It will rain.]”",
        "[S Ana Holm] [C told] reporters: “[Q It will rain.]”",
        "[S Ana Holm], [C told] reporters: “[Q It will rain.]”",
        "“[Q It will rain,]” [S Ana Holm] [C said], “[Q and then it will snow.]”",
        "“[Q It will rain,]” [S Ana Holm] [C said]. “[Q Then it will snow.]”",
        "“[Q It will rain. The roads will flood,]” [C said] [S Ana Holm, the mayor].",
        "“[Q It will rain,]” [C said] [S Ana Holm, 48, of Mill Lane].",
        "“[Q It will rain,]” [C said] [S the mayor, Ana Holm].",
        "“[Q It will rain,]” [S Ana Holm, the mayor of Norwick], [C said].",
        "“[Q It will rain,]” [S Ana Holm, who leads the town council], [C said].",
        "“[Q It will rain,]” [S a spokesman for the airline] [C said].",
        "“[Q It will rain,]” [S she] [C said].",
        "“[Q They told us ‘optimization.’ It is a layoff,]” [S she] [C said].",
        "“[Q It will rain,]” [C tweeted] [S Ana Holm].",
        "“[Q It will rain,]” [S the ministry] [C announced].",
        "“[Q It will rain,]” [S Ana Holm] [C was quoted as saying] by state media.",
        "The Daily Post [C quoted] [S Ana Holm, a professor of geology], [C as saying] “[Q the "
        "mountain is moving.]”",
        "“[Q The mountain is moving,]” the Daily Post [C quoted] [S Ana Holm, a professor of "
        "geology], [C as saying].",
        "[C According to] [S the mayor], [Q nothing happened]. “[Q It rained,]” [S he] [C said].",
        "[S Ana Holm]: “[Q It will rain all week.]”",
        "From [S the report]: “[Q The bridge was unsafe for years.]”",
        "[S Ana Holm] [C said] that “[Q it will rain all of the week.]”",
        "''[Q It will rain all week,]'' [S Ana Holm] [C said].",
        "‘’[Q It will rain all week,]’’ [C says] [S Ana Holm].",
        "[S Ana Holm] [C said]: “[Q It will rain. The roads will flood.]",
        "[Q It rained so hard that I left the house at once,]” [S she] [C said].",
        "“[Q It was a betrayal of all of us,]” [C declared] [S prosecutor Ana Holm].",
        "[S Ana Holm] [C said] of the bridge, “[Q It was never safe at all.]”",
        "“[Q She is a liar,]” [S Ana Holm] [C said] on CNN’s “State of the Union.”",
        "[S Ana Holm, in remarks to state television], [C said] “[Q The roads are closed now.]”",
        "After the match, [S Ana Holm] [C said], “[Q We have learned a lot from this game.]”",
        "The site was attacked, with [S one reader] [C writing] “[Q How can people look at both "
        "sides?]”"));

INSTANTIATE_TEST_SUITE_P(
    Indirect, Layout,
    testing::Values(
        "[S Ana Holm] [C said] [Q it would rain].", "[S Ana Holm] [C said] that [Q it would rain].",
        "[S Ana Holm] [C said] on Tuesday that [Q it would rain].",
        "[S Ana Holm] [C said] Tuesday [Q it would rain].",
        "On Tuesday, [S Ana Holm] [C said] [Q it would rain].",
        "[S The company] [C says] [Q sales rose 4 percent].",
        "[Q Sales rose 4 percent], [S the company] [C said].",
        "[Q Sales rose 4 percent], [C said] [S the company].",
        "[Q Sales rose 4 percent], [S the company] [C said] on Monday.",
        "[Q Sales rose 4 percent], [C according to] [S the company].",
        "[C According to] [S the company], [Q sales rose 4 percent].",
        "[Q Sales], [S the company] [C said], [Q rose 4 percent].",
        "[Q Sales rose 4 percent], [S official figures] [C show].",
        "[S The report] [C shows] that [Q sales rose 4 percent].",
        "[S The report] [C shows] [Q sales rose 4 percent].",
        "[S The company] [C has said] [Q sales rose 4 percent].",
        "[S The company] [C denied] [Q paying bribes].",
        "[S The company] [C denied] that [Q it had paid bribes].",
        "[S The minister] [C admitted] [Q mistakes were made].",
        "[S The minister] [C promised] [Q to rebuild the bridge].",
        "[S The minister] [C vowed] that [Q the bridge would be rebuilt].",
        "[S The minister] [C urged] [Q drivers to stay at home].",
        "[S The minister] [C warned] [Q the bridge could collapse].",
        "[S The minister] [C told] parliament [Q the bridge could collapse].",
        "[S The minister] [C told] reporters that [Q the bridge could collapse].",
        "[S Emil Vukas, the commission’s chairman], [C said] [Q every ballot would be counted].",
        "[S Police in Lahore] [C said] [Q the driver had fled].",
        "[S People close to the board] [C said] [Q directors doubt the financing].",
        "[S A report seen by The Meridian] [C shows] [Q six defects were found].",
        "[S Officials] [C say] [Q the driver fled], [C adding] that [Q two people were hurt].",
        "[S Officials] [C say] [Q the driver fled], but [S witnesses] [C say] [Q he was pushed].",
        "[Q The bridge], [S she] [C said], [Q was never safe].",
        "It [C was announced] that [Q the bridge would be closed].",
        "[S The company] [C said] [Q it was “cooperating fully” with the police].",
        "[S Tehran] [C accused] [Q Washington of breaking the deal].",
        "[S The ministry] [C asked] [Q whether the bridge was safe].",
        "[C According to] [S the Herald], [Q Professor Ana Holm said the bridge was safe].",
        "[S The World Health Organization (WHO)] [C recommends] that [Q every country should act].",
        "[S Ana Holm, director of the institute, and chairman of the board], [C says] [Q it is "
        "crucial that children eat well].",
        "[S A man who had been a close friend of Ana Holm] [C said] that [Q she had left].",
        "[S The papers found at headquarters] [C show] that [Q an envoy was sent].",
        "[S The official count released Tuesday] [C shows] that [Q the party won 137 seats].",
        "[Q The harm it does], [S officials] [C say], [Q is greatest among women].",
        "[Q If it rains], [S she] [C said], [Q the bridge will be closed].",
        "The council met, with [S officials] [C saying] [Q the bridge was safe].",
        "[S The ministry] issued a statement [C saying] [Q the bridge was safe].",
        "[S The mayor] [C called] [Q the vote a sham].",
        "[S A Bosnian official] [C calls] [Q the results extraordinary].",
        "[S The mayor] [C described] [Q the bridge as a disgrace].",
        "[Q The bridge was safe], [C per] [S the ministry].",
        "[S WHO] [C says] [Q the disease is spreading].",
        "[S The minister] [C pointed out] that [Q the bridge was old].",
        "[S Malaysia's Prime Minister, Najib Razak] [C said] [Q the talks had failed].",
        "[S Diplomats involved with the meeting], [C said] [Q the talks had failed].",
        "[Q Institutions], [C said] [S Ana Holm], [Q are required to act].",
        "The council did not contest this claim and [S the court] [C found] that [Q the bridge was "
        "safe].",
        "[S Both the school and the police] [C have said] that [Q the name was not a factor].",
        "[S An e-mail obtained under freedom-of-information rules] [C shows] that [Q a draft was "
        "sent].",
        "[S The ministry] [C asked] [Q for calm].",
        "The court rejected [S Ana Holm]’s [C claim] that [Q the vote was rigged].",
        "The court rejected [S her] [C claim] that [Q the vote was rigged].",
        "[S She] [C suggested] [Q the mayor be sacked].",
        "[Q The bridge], [C according to] [S officials], [Q was never safe].",
        "[S Ana Holm] [C said] Sunday on NBC’s “Meet the Press” that [Q the talks had failed].",
        "[Q The bridge was unsafe], [C according to] [S a copy of the report obtained by The "
        "Post].",
        "[S The report’s authors] [C say] [Q currently there is no cure].",
        "[S The “History” section of the site] [C explains] that [Q the visit was long].",
        "[S Officials] [C said] that [Q Tuesday’s vote was fair].",
        "[S The ministry] [C said] that [Q two months before the vote, ballots were printed]."));

INSTANTIATE_TEST_SUITE_P(
    NoSpeech, Layout,
    testing::Values("The so-called “summit of hope” ended on Monday.",
                    "Critics of the “bridge to nowhere” met in Oslo.",
                    "The alleged thief was arrested on Monday.",
                    "Reported cases of measles rose by a third.",
                    "The film “A Long Winter” opens on Friday.",
                    "The court declared the vote invalid.", "Last week, the minister resigned.",
                    "The winners of ’76 met in the town hall.",
                    "Researchers found two wrecks off the coast.",
                    "The Soviet Union recognised the republic in 1949.",
                    "China and Russia declared a “no limits” partnership in February 2022 when "
                    "Putin visited Beijing.",
                    "It goes without saying.", "The claim that was rejected is old.",
                    "The mayor called the police.", "The minister called an emergency meeting.",
                    "They say nothing about the bridge.",
                    "The firm reported revenue of $612 million, up 6 percent, compared with $570 "
                    "million a year ago.",
                    "She believes in a theory that few people know.",
                    "The workers’ union met on Monday. The miners’ union did not."));

TEST(Quotes, CarryTheSpeakerToTheNextParagraph) {
  const Read r = read("“It will rain,” Ana Holm said.\n\n“It will rain all week.”");
  ASSERT_EQ(r.quotes.size(), 2u);
  EXPECT_TRUE(r.quotes[1].source.empty());
  EXPECT_TRUE(r.quotes[1].carried_over);
  EXPECT_EQ(speaker(r, 1), "Ana Holm");
}

TEST(Quotes, RunOverParagraphsThatOpenAgain) {
  const Read r = read("Ana Holm said: “It will rain today.\n\n“It will rain tomorrow.”");
  ASSERT_EQ(r.quotes.size(), 1u);
  EXPECT_EQ(surfaces(r.document, r.quotes[0].content),
            (std::vector<std::string>{"It will rain today.", "It will rain tomorrow."}));
}

TEST(Quotes, FloatBehindAnAttributedSentence) {
  const Read r = read(
      "Putin and Xi “will discuss in detail the entire range of issues,” the Kremlin said.\n\n"
      "They will “identify key areas for further development of cooperation.”");
  ASSERT_EQ(r.quotes.size(), 2u);
  EXPECT_TRUE(r.quotes[1].carried_over);
  EXPECT_EQ(r.quotes[1].speaker, r.quotes[0].speaker);
}

TEST(Quotes, GiveAHeadlineTheSpeakerOfItsWords) {
  const Read r = read(document_of(
      "‘Calculated betrayal’ of the dying\n\nIt was a sad day. “This was a calculated betrayal of "
      "people at the end of their lives,” said Judge Rosalind Achebe.\n"));
  ASSERT_EQ(r.quotes.size(), 2u);
  EXPECT_EQ(r.document.text(r.quotes[0].content[0]), "Calculated betrayal");
  EXPECT_EQ(r.quotes[0].speaker, r.quotes[1].speaker);
}

TEST(Speakers, PronounsGoToThePersonWhoFits) {
  const Read r = read(
      "The mayor, Mary Jones, met Tom Brown, the governor, in Paris. “It went well,” she said. "
      "“Very well,” he said.");
  ASSERT_EQ(r.quotes.size(), 2u);
  EXPECT_EQ(speaker(r, 0), "Mary Jones");
  EXPECT_EQ(speaker(r, 1), "Tom Brown");
}

TEST(Speakers, RolesGoToTheirHolder) {
  const Read r = read(
      "Transport Minister Helena Tavares visited the port. “It was the sea,” the minister said.");
  ASSERT_EQ(r.quotes.size(), 1u);
  EXPECT_EQ(speaker(r, 0), "Helena Tavares");
}

TEST(Speakers, OwnersDoNotSpeak) {
  const Read r = read("Putin’s spokesman Dmitry Peskov said the visit would go ahead.");
  ASSERT_EQ(r.quotes.size(), 1u);
  EXPECT_EQ(speaker(r, 0), "Dmitry Peskov");
}

TEST(Speakers, ASpokesmanIsNotHisCompany) {
  const Read r = read("A spokesman for Estrela Lines said the ferry was safe.");
  ASSERT_EQ(r.quotes.size(), 1u);
  EXPECT_EQ(speaker(r, 0), "nobody");
}

TEST(Quotes, KeepThroughWhomTheyCame) {
  const Read r = read(
      "“Talks will be held,” Yuri Ushakov was quoted as saying by Russian news agencies on "
      "Tuesday.");
  ASSERT_EQ(r.quotes.size(), 1u);
  EXPECT_EQ(surfaces(r.document, r.quotes[0].via),
            (std::vector<std::string>{"Russian news agencies"}));
}

struct StrengthCase {
  const char* text;
  CueStrength strength;
};
class Strength : public testing::TestWithParam<StrengthCase> {};
TEST_P(Strength, IsThatOfTheVerb) {
  const Read r = read(GetParam().text);
  ASSERT_EQ(r.quotes.size(), 1u) << GetParam().text;
  EXPECT_EQ(r.quotes[0].strength, GetParam().strength);
}
INSTANTIATE_TEST_SUITE_P(
    Cues, Strength,
    testing::Values(
        StrengthCase{"The firm said the bridge was safe.", CueStrength::neutral},
        StrengthCase{"The firm claimed the bridge was safe.", CueStrength::claim},
        StrengthCase{"The firm denied that the bridge was unsafe.", CueStrength::deny},
        StrengthCase{"The firm admitted that the bridge was unsafe.", CueStrength::admit},
        StrengthCase{"The firm alleged that the bridge was unsafe.", CueStrength::accuse},
        StrengthCase{"The firm promised to mend the bridge.", CueStrength::promise},
        StrengthCase{"The firm asked whether the bridge was safe.", CueStrength::ask}));

// ---- properties ------------------------------------------------------------------------------
const char* const kOddTexts[] = {"",
                                 "“",
                                 "”",
                                 "““““",
                                 "\"\"\"\"",
                                 "said",
                                 "said said said",
                                 "“” said",
                                 "“a",
                                 "according to",
                                 "according to , said",
                                 "é — 😀 said “😀” said é",
                                 "“It\n\n“will\n\n“rain\n\n",
                                 "he said that",
                                 "‘’‘’ said ’ ‘",
                                 "«»«», said",
                                 "X said, , , and , that",
                                 "שלום אמר \"בוא\" said Ana"};

TEST(Quotes, AnySpanIsInsideTheTextOnBordersWhateverTheText) {
  for (const char* text : kOddTexts) {
    const Read r = read(text);
    for (const Quote& q : r.quotes) {
      EXPECT_FALSE(q.content.empty());
      for (const auto* spans : {&q.content, &q.source, &q.cue, &q.via}) {
        for (const Span s : *spans) {
          ASSERT_LT(s.begin, s.end) << text;
          ASSERT_LE(s.end, r.document.article.text.size()) << text;
          const char first = r.document.article.text[s.begin];
          EXPECT_NE(static_cast<unsigned char>(first) & 0xC0u, 0x80u) << text;
        }
      }
    }
  }
}

TEST(Quotes, SourceCueAndContentNeverOverlap) {
  const Read r = read(
      "“It will rain,” Ana Holm said. Tom Brown, the mayor, told AFP the bridge, he added, was "
      "“not safe” "
      "and that, according to the police, it would close. Officials say, adding nothing, it "
      "rained.");
  for (const Quote& q : r.quotes) {
    std::vector<Span> all(q.content);
    all.insert(all.end(), q.source.begin(), q.source.end());
    all.insert(all.end(), q.cue.begin(), q.cue.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) EXPECT_FALSE(all[i].overlaps(all[k]));
    }
  }
}

TEST(Quotes, ComeInTheOrderOfTheirContentAndTheSameTwice) {
  const std::string text =
      "“It will rain,” Ana Holm said. Police say the road is shut. According to the mayor, it is "
      "open.";
  const Read a = read(text), b = read(text);
  EXPECT_EQ(quotes_marked(a), quotes_marked(b));
  for (std::size_t i = 1; i < a.quotes.size(); ++i) {
    EXPECT_LE(a.quotes[i - 1].content.front().begin, a.quotes[i].content.front().begin);
  }
}

}  // namespace
}  // namespace crossread
