// Names as they stand in running news text: span and type, written in place.
#include "mention/names.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

std::string found(std::string_view text) {
  const Document document = document_of(text);
  std::vector<Labelled> spans;
  for (const NameMention& m : find_names(document)) {
    spans.push_back({std::string(name_type_code(m.type)), m.span});
  }
  return marked(text, spans);
}

class Names : public testing::TestWithParam<const char*> {};
TEST_P(Names, AreFoundAsMarked) { EXPECT_EQ(found(annotated(GetParam()).text), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    People, Names,
    testing::Values("The engineer [PER Daniel Whitmore] said the bridge was safe.",
                    "“It will hold,” [PER Daniel Whitmore] said.",
                    "Prime Minister [PER Karl Brenner] resigned on Friday.",
                    "Mr [PER Brenner] will stay until June.",
                    "Police chief [PER Maria Santos] told reporters that two men were held.",
                    "The letter was signed by [PER J. R. Whitmore] in March.",
                    "[PER Ursula von der Heide] was re-elected.",
                    "[PER Pieter van den Broek] won the race.",
                    "[PER Muhammad bin Rashid] arrived on Monday.",
                    "[PER Jean-Paul Mercier] has coached the side since 2019.",
                    "Judge [PER Helen O'Connor] sentenced him to six years.",
                    "[PER Zhang Wei] and [PER Liu Yang] signed the contract.",
                    "[PER Daniel Whitmore]'s lawyer declined to comment.",
                    "[PER Whitmore]’s wife, [PER Laura Whitmore], was not in court."));

INSTANTIATE_TEST_SUITE_P(
    Places, Names,
    testing::Values("The storm hit [LOC Jamaica] on Sunday.",
                    "Thousands fled from [LOC Sudan] to [LOC Egypt].",
                    "The ministers met in [LOC Geneva] last week.",
                    "He was born in [LOC South Korea] in 1961.",
                    "The ship left [LOC Cape Town] for [LOC Buenos Aires].",
                    "Shots were heard near the [LOC Red Sea] coast.",
                    "Voters in [LOC North Carolina] went to the polls.",
                    "The [LOC U.S.] and the [LOC UK] signed the paper.",
                    "Talks between [LOC Russia] and [LOC Turkey] broke down.",
                    "Snow fell in [LOC New York] and [LOC Boston] overnight.",
                    "The army closed the border with [LOC Pakistan].",
                    "The ferry runs from [LOC Dublin] to [LOC Liverpool].",
                    "Rescuers flew to [LOC Sri Lanka] at dawn.",
                    "Prices rose faster in [LOC Germany] than in [LOC France]."));

INSTANTIATE_TEST_SUITE_P(
    Organisations, Names,
    testing::Values("The [ORG European Commission] fined the firm.",
                    "The [ORG United Nations] appealed for calm.",
                    "Shares in [ORG Microsoft] rose by two percent.",
                    "[ORG Harlow Foods Ltd.] will close three plants.",
                    "The [ORG Ministry of Health] published the figures.",
                    "The [ORG International Monetary Fund] lowered its forecast.",
                    "The [ORG World Health Organization] warned of a new wave.",
                    "He has worked for the [ORG BBC] since 1998.",
                    "The [ORG Bank of England] raised rates.",
                    "A spokesman for [ORG NATO] confirmed the flight.",
                    "[ORG Harlow Foods], the maker of the cakes, closed.",
                    "She studied at the [ORG University of Chicago].",
                    "The [ORG Supreme Court] will hear the case in May.",
                    "[ORG Reuters] reported the deal first.",
                    "The [ORG Labour Party] won the seat."));

INSTANTIATE_TEST_SUITE_P(PeoplesFaithsAndParties, Names,
                         testing::Values("A [NORP French] court ruled on Monday.",
                                         "Two [NORP British] soldiers were hurt.",
                                         "The [NORP Chinese] president arrived.",
                                         "Many [NORP Muslims] fast in that month.",
                                         "The [NORP Palestinian] delegation left early.",
                                         "[NORP German] and [NORP Italian] firms bid for the work.",
                                         "The [NORP European] market is closed.",
                                         "An [NORP Iranian] tanker sank."));

INSTANTIATE_TEST_SUITE_P(
    TitlesStayOutside, Names,
    testing::Values(
        "[NORP Chinese] President [PER Xi Jinping] spoke.",
        "[NORP French] President [PER Emmanuel Macron] met Chancellor [PER Olaf Scholz].",
        "Foreign Minister [PER Sergei Lavrov] denied it.",
        "Secretary of State [PER Antony Blinken] flew home.",
        "Premier [PER Li Qiang] opened the talks.", "Dr. [PER Susan Clarke] led the study.",
        "Sir [PER David Marsh] resigned.", "General [PER Mark Hollister] took command.",
        "Sen. [PER Robert Klein] voted against it."));

INSTANTIATE_TEST_SUITE_P(
    Finer, Names,
    testing::Values("He fought in [EVENT World War II] as a boy.",
                    "The medal was won at the 1996 [EVENT Olympic Games] by a swimmer.",
                    "Police closed [FAC Baker Street] for an hour.",
                    "The concert at [FAC Wembley Stadium] was called off."));

INSTANTIATE_TEST_SUITE_P(
    NoNames, Names,
    testing::Values("The minister said on Monday that prices would rise in May.",
                    "However, nobody was hurt.", "Thousands marched through the streets.",
                    "On Tuesday the court will decide.", "It was the worst storm since January.",
                    "“We are tired,” she said.", "Two people were killed and nine were hurt.",
                    "Officials declined to comment.", "I think that is wrong."));

INSTANTIATE_TEST_SUITE_P(
    TheArticleHelps, Names,
    testing::Values(
        "Engineer [PER Daniel Whitmore] spoke first. [PER Whitmore] then left.",
        "[PER Whitmore] was late. The court heard that [PER Daniel Whitmore] had missed the train.",
        "President [PER Vladimir Putin] met [PER Xi Jinping] in [LOC Beijing]. The [PER "
        "Putin]-[PER Jinping] talks lasted an hour."));

struct TitleCase {
  const char* text;
  const char* title;
};
class TitleOf : public testing::TestWithParam<TitleCase> {};
TEST_P(TitleOf, IsFoundBeforeTheName) {
  const Document d = document_of(GetParam().text);
  std::string title;
  for (const NameMention& m : find_names(d)) {
    if (m.type == NameType::person && !m.title.empty()) title = d.text(d.span_of(m.title));
  }
  EXPECT_EQ(title, GetParam().title);
}
INSTANTIATE_TEST_SUITE_P(
    Titles, TitleOf,
    testing::Values(TitleCase{"Russian President Vladimir Putin spoke.", "Russian President"},
                    TitleCase{"The president, Vladimir Putin, spoke.", ""},
                    TitleCase{"Former mayor Daniel Whitmore spoke.", "Former mayor"},
                    TitleCase{"Mrs. Whitmore spoke to Judge Helen Clarke.", "Judge"},
                    TitleCase{"They met Chinese Premier Li Qiang there.", "Chinese Premier"}));

TEST(Names, NeverOverlapAndStandInOrder) {
  const Document d = document_of(
      "Ana Holm of the Bank of England met Putin-Xi envoys in New York, the U.S. and Hong Kong. "
      "RUSSIA AND CHINA SIGN PACT\n\nThe New York Times reported it.");
  std::uint32_t end = 0;
  for (const NameMention& m : find_names(d)) {
    EXPECT_LE(end, m.span.begin);
    EXPECT_LT(m.span.begin, m.span.end);
    EXPECT_EQ(d.span_of(m.tokens), m.span);
    end = m.span.end;
  }
}

TEST(Names, OfNothingAreNone) {
  EXPECT_TRUE(find_names(document_of("")).empty());
  EXPECT_TRUE(find_names(document_of("… — 26.3 % !!")).empty());
}

}  // namespace
}  // namespace crossread
