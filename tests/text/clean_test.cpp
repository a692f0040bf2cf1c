#include "text/clean.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/notation.h"
#include "text/credits.h"
#include "text/lines.h"

namespace crossread {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Clean, ADateLineMayShareItsLineWithTheTitle) {
  const Document doc =
      document_of(" date 2025-03-04 Ferry capsizes off Verdemar\n\nEleven died on Tuesday.\n");
  EXPECT_THAT(blocks_of(doc),
              ElementsAre("date_line: date 2025-03-04", "title: Ferry capsizes off Verdemar",
                          "body: Eleven died on Tuesday."));
  EXPECT_EQ(doc.text(doc.title), "Ferry capsizes off Verdemar");
  EXPECT_EQ(iso_date(doc.published), "2025-03-04");
  EXPECT_EQ(doc.published_from, DateSource::text);
}

TEST(Clean, AStandfirstOfSentencesIsNoTitle) {
  for (const char* text :
       {"date 2024-05-14 Putin will attend. He is due to meet Li\n\nRussia said so.",
        " date 2024-05-14 \n\n\nThe visit aims to highlight the partnership.\n\nIt is.",
        "Putin is set to visit China. Here's what to expect?\n\nThe meeting is near."}) {
    EXPECT_TRUE(document_of(text).title.empty()) << text;
  }
}

TEST(Clean, AGivenDateGoesBeforeTheDateLine) {
  const Document doc =
      document_of("date 2024-05-14 A title\n\nText here.", {.published = "2024-05-16T08:00Z"});
  EXPECT_EQ(iso_date(doc.published), "2024-05-16");
  EXPECT_EQ(doc.published_from, DateSource::given);
  EXPECT_EQ(document_of("No date here at all.").published_from, DateSource::none);
}

TEST(Clean, DatesAreReadAsPeopleWriteThem) {
  const struct {
    const char* line;
    const char* date;
  } cases[] = {
      {"date 2024-05-14", "2024-05-14"},
      {"Published: May 14, 2024", "2024-05-14"},
      {"Published on 14 May 2024", "2024-05-14"},
      {"Last updated: Tuesday, 14 May 2024 10:30 GMT", "2024-05-14"},
      {"14.05.2024", "2024-05-14"},
      {"14/05/2024", "2024-05-14"},
      {"05/14/2024", "2024-05-14"},
      {"Tue, May 14, 2024", "2024-05-14"},
      {"Updated 2024-05-14T09:30Z", "2024-05-14"},
      {"Sept. 3, 2024", "2024-09-03"},
  };
  for (const auto& c : cases) {
    const auto date = date_line(c.line);
    ASSERT_TRUE(date) << c.line;
    EXPECT_EQ(iso_date(date->day), c.date) << c.line;
  }
  for (const char* line :
       {"", "May is a month", "On May 14, 2024, Putin said he would come", "2024", "31/31/2024",
        "date unknown", "Published by Ana Holm", "14 May 2024 was the day on which he came"}) {
    EXPECT_FALSE(date_line(line)) << line;
  }
}

TEST(Clean, ASectionNameAboveTheTitleIsBoilerplate) {
  EXPECT_THAT(blocks_of(document_of(
                  "Politics\nPutin to meet Xi in China\nThe president will visit China.")),
              ElementsAre("boilerplate: Politics", "title: Putin to meet Xi in China",
                          "body: The president will visit China."));
}

TEST(Clean, TheGivenTitleIsFoundWhateverItLooksLike) {
  const Document doc = document_of("It is over.\n\nThe war ended.", {.title = "It is over."});
  EXPECT_EQ(doc.text(doc.title), "It is over.");
}

TEST(Clean, OneLineIsNoTitle) {
  EXPECT_TRUE(document_of("Putin to meet Xi in China").title.empty());
  EXPECT_THAT(blocks_of(document_of("")), IsEmpty());
  EXPECT_THAT(blocks_of(document_of(" \n\n ")), IsEmpty());
}

TEST(Clean, BylinesStandBelowTheTitle) {
  for (const char* line :
       {"By Ana Holm", "By Fergus Quill and agencies", "By Ruth Okonkwo, Staff Writer",
        "By Inês Arantes in Santa Rita and Tobi Oyelaran in Porto Alvo", "Benedikt Haas in Dravna",
        "Joris Achterberg, Norwick", "UP in Kalnik"}) {
    EXPECT_TRUE(is_byline(line, Place::below_title)) << line;
  }
  for (const char* line : {"By Thursday he had left.", "What You Should Know", "Putin visits China",
                           "By the river they wait", "The end in Dravna", "Norwick"}) {
    EXPECT_FALSE(is_byline(line, Place::below_title)) << line;
  }
}

TEST(Clean, CreditsNameTheirAgencies) {
  const struct {
    const char* line;
    std::vector<std::string> agencies;
  } cases[] = {
      {"(With information from EFE and AFP)", {"EFE", "AFP"}},
      {"Reuters with additional editing by Jim Pollard", {"Reuters"}},
      {"(Reporting by Dana Whitfield in New York; editing by Lee Nakamura)", {}},
      {"(Algarve Hoje with Pressline)", {"Algarve Hoje", "Pressline"}},
      {"(With information of Northline)", {"Northline"}},
      {"(UP)", {"UP"}},
      {"(Agence France-Presse)", {"Agence France-Presse"}},
      {"With files from Reuters, AP", {"Reuters", "AP"}},
      {"Source: Xinhua", {"Xinhua"}},
  };
  for (const auto& c : cases) {
    EXPECT_TRUE(is_credit(c.line)) << c.line;
    std::vector<std::string> agencies;
    add_agencies(c.line, agencies);
    EXPECT_EQ(agencies, c.agencies) << c.line;
  }
  for (const char* line :
       {"He spoke to Reuters.",
        "The police asked for information from anyone who saw the ship on that night.",
        "(he had not been seen since)", "Second-quarter results"}) {
    EXPECT_FALSE(is_credit(line)) << line;
  }
}

TEST(Clean, ACreditMayEndTheLastParagraph) {
  const Document doc = document_of("Title of it\n\nThe union asked for calm. (UP)");
  EXPECT_THAT(blocks_of(doc),
              ElementsAre("title: Title of it", "body: The union asked for calm.", "credit: (UP)"));
  EXPECT_THAT(doc.agencies, ElementsAre("UP"));
  EXPECT_EQ(trailing_credit("He met the man (Xi)"), 0u);
  EXPECT_EQ(trailing_credit("It grew. (See the table on page 5 of it)"), 0u);
}

TEST(Clean, DatelinesStandApartFromTheirParagraph) {
  const struct {
    const char* line;
    const char* head;
  } cases[] = {
      {"DAYTON — Åkerblad raised its offer.", "DAYTON —"},
      {"KALNIK, Velmora (UP) — Jelena Vukas won.", "KALNIK, Velmora (UP) —"},
      {"NEW YORK, July 22 (Kestrel) — Swedish group", "NEW YORK, July 22 (Kestrel) —"},
      {"GOTHENBURG, Sweden, and DAYTON, Ohio, July 22, 2025 /CommerceWire/ — Åkerblad",
       "GOTHENBURG, Sweden, and DAYTON, Ohio, July 22, 2025 /CommerceWire/ —"},
      {"London (AFP) - The king", "London (AFP) -"},
      {"He said – and this is new – that", ""},
      {"Putin – the president – came.", ""},
      {"US-led talks", ""},
      {"No dash here.", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(std::string_view(c.line).substr(0, dateline(c.line)), c.head) << c.line;
  }
  std::vector<std::string> agencies;
  add_dateline_agency("NEW YORK, July 22 (Kestrel) —", agencies);
  EXPECT_THAT(agencies, ElementsAre("Kestrel"));
}

TEST(Clean, HeadingsAreShortLinesBetweenParagraphs) {
  EXPECT_THAT(
      blocks_of(document_of(
          "A title of it\n\nHe came on Monday.\n\nTo discuss trade, visit Harbin\n\n"
          "She left on Friday.\n\n‘Not thanked at the time’\n\nWhat now?\n\nNobody knows it.")),
      ElementsAre("title: A title of it", "body: He came on Monday.",
                  "heading: To discuss trade, visit Harbin", "body: She left on Friday.",
                  "heading: ‘Not thanked at the time’", "heading: What now?",
                  "body: Nobody knows it."));
}

TEST(Clean, BoilerplateIsNoBody) {
  const Document doc = document_of(
      "A title of it\n\nHe came.\n\nAdvertisement\n\nRead more: ten ways to win\n\n"
      "Sign up for our newsletter\n\nShe left.\n\nFollow us on Twitter");
  EXPECT_THAT(blocks_of(doc),
              ElementsAre("title: A title of it", "body: He came.", "boilerplate: Advertisement",
                          "boilerplate: Read more: ten ways to win",
                          "boilerplate: Sign up for our newsletter", "body: She left.",
                          "boilerplate: Follow us on Twitter"));
}

TEST(Clean, WrappedLinesAreOneParagraph) {
  const Document doc = document_of(
      "A title of it\n\n"
      "The passenger ferry capsized in rough seas off the coast early on\n"
      "Tuesday and killed at least eleven people, the coast guard said in\n"
      "a statement. Forty-six more are missing. The Minister of Transport\n"
      "came to the town.\n\nShe left\nagain the next day.");
  EXPECT_EQ(doc.blocks.size(), 3u);
}

TEST(Clean, LineEndsAndByteOrderMarksAreNoText) {
  const Document doc = document_of(
      "\xEF\xBB\xBF"
      "A title of it\r\n\r\nHe came.\r\nShe left.\r\n");
  EXPECT_THAT(blocks_of(doc),
              ElementsAre("title: A title of it", "body: He came.", "body: She left."));
}

TEST(Clean, StubsAreCutOff) {
  for (const char* text :
       {"A title of it\n\nHe came to the town…", "A title of it\n\nHe came.\n\nContinue reading",
        "A title of it\n\nHe came to [+1234 chars]",
        "A title\n\nHe came.\n\nShe left.\n\nThe police then said that the"}) {
    EXPECT_TRUE(document_of(text).stub) << text;
  }
  for (const char* text : {"A title of it\n\nHe came.", "", "One line",
                           "A title of it\n\nHe came.\n\n(With information from EFE)"}) {
    EXPECT_FALSE(document_of(text).stub) << text;
  }
}

// A paragraph long enough to have lost its lines.
std::string long_paragraph(std::string_view middle) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "The council met and talked of rain. ";
  return text + std::string(middle) + " It was late.";
}

TEST(Clean, RunInHeadingsAreCutOutOfLongParagraphs) {
  const Document doc = document_of(long_paragraph(
      "Firms are in Hong Kong. US-China rivalry The United States presents China as a threat."));
  ASSERT_EQ(doc.blocks.size(), 3u);
  EXPECT_EQ(blocks_of(doc)[1], "heading: US-China rivalry");
  EXPECT_TRUE(doc.text(doc.blocks[2].span).starts_with("The United States presents"));
}

TEST(Clean, SentencesWithANameInThemAreNoHeadings) {
  for (const char* text :
       {"British daily The Guardian reported it on Monday.",
        "He told The Guardian that he left it.", "Fans of The Beatles came to the town.",
        "Mr Holm said The Hague was too far away for them."}) {
    EXPECT_EQ(document_of(long_paragraph(text)).blocks.size(), 1u) << text;
  }
  const char* kShort =
      "Firms are here. US-China rivalry The United States presents China as a threat.";
  EXPECT_EQ(document_of(kShort).blocks.size(), 1u) << "a short paragraph kept its lines";
}

}  // namespace
}  // namespace crossread
