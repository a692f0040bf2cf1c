#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/notation.h"

namespace crossread {
namespace {

// A case is a text with '|' where a sentence ends; the bars are taken out before it is read.
std::string bars_at_ends(const std::string& marked_text) {
  std::string text;
  for (const char c : marked_text) {
    if (c != '|') text.push_back(c);
  }
  const Document doc = document_of(text);
  std::string out;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Span s = doc.sentences[i].span;
    out.append(text, at, s.end - at);
    if (i + 1 < doc.sentences.size()) out.push_back('|');
    at = s.end;
  }
  out.append(text, at, std::string::npos);
  return out;
}

void expect_ends(std::initializer_list<const char*> cases) {
  for (const char* c : cases) EXPECT_EQ(bars_at_ends(c), c);
}

TEST(Sentences, EndAtDotsQuestionsAndCries) {
  expect_ends({
      "He came.| She went.",
      "Did he come?| Yes.",
      "Stop!| He did.",
      "What?!| No!!| Fine.",
      "It rose 3.5 percent.| It fell later.",
      "He left in 2023.| She stayed.",
      "He left in 2023.| 26 people came.",
      "It cost $5.| £3 was paid.",
      "The end",
      "One.",
      "It is over…| He said so.",
      "Wait... what did he say?",
      "He had it all...| The rest is known.",
      "The firm (founded 1990) grew.| It sells.",
      "It grew.|  (See below.)| It fell.",
      "He won the A320 order.| Boeing lost.",
      "iPhone sales fell.| eBay rose.",
      "He uses it.| iPhone sales fell.",
      "It was number one.| No one knew.",
  });
}

TEST(Sentences, AbbreviationsDoNotEndThem) {
  expect_ends({
      "Mr. Holm met Dr. No.| They talked.",
      "U.S. President Joe Biden came.",
      "He lives in the U.S.| The rest left.",
      "He lives in the U.S. and works.",
      "The U.S. Congress voted.",
      "At 5 a.m. Tuesday he left.",
      "He left at 5 a.m.| The rest stayed.",
      "On Feb. 13 he came.",
      "It was Sept. 28.| He came.",
      "No. 5 won.| No. 6 lost.",
      "He said no.| The others agreed.",
      "J. K. Rowling wrote it.",
      "J.K. Rowling wrote it.| She is rich.",
      "George W. Bush won.| He ruled.",
      "Acme Inc. said so.",
      "He works at Acme Inc.| The firm grew.",
      "Acme Corp. Chief Executive Ana Holm left.",
      "Lt. Gen. Holm and Sen. Pruitt met.| They left.",
      "State Sen. Carla Pruitt, D-Dayton, said so.",
      "Cmdr. Davi Lemos leads it.",
      "St. Petersburg is large.| Moscow is larger.",
      "Many, e.g. Holm, came.",
      "Holm v. Quill was heard.| It ended.",
      "He has a Ph.D. in law.",
      "He came with John Smith Jr. and left.",
      "She left Washington, D.C. on Monday.",
      "Plan B.| The next was better.",
      "He is taller than I.| He knows.",
      "It measures 5 ft.| The rest is air.",
  });
}

TEST(Sentences, QuotationsEndWithTheirMark) {
  expect_ends({
      "“We will stop,” said Cmdr. Lemos.| “The water is cold.| We go on.”| He left.",
      "\"We will stop.\"| He left.",
      "“Why?” he asked.",
      "“Why?” Putin asked.| He waited.",
      "“Why?” asked Putin.",
      "“Go!” the mayor shouted.",
      "He said: “We lost.| Some of us can count.”",
      "He asked, “Why?”| Nobody knew.",
      "‘He was at the one in ’76.’| She wept.",
      "“Yes.”| “No.”",
      "He called it “a crime.”| The court agreed.",
      "He called it “a crime”.| The court agreed.",
      "“I have slept,” he said.| His contract runs on.",
      "(He left.)| She stayed.",
      "“You must expect it.”| She released him.",
      "«Oui.»| «Non.»",
      "He said \"no.\"| Then he left.",
      "“Did he?| I doubt it,” she said.",
  });
}

TEST(Sentences, OtherScriptsHaveTheirOwnDots) {
  expect_ends({
      "他来了。|她走了。",
      "هل جاء؟| نعم.",
      "Он пришёл.| Она ушла.",
      "Der Minister kam.| Er ging.",
      "¿Quién es?| ¡Vamos!| No.",
      "वह आया।| वह गया।",
  });
}

TEST(Sentences, NeverCrossABlock) {
  expect_ends({
      "A line without a dot|\n\nAnother paragraph here.",
      "Ferry sinks off Verdemar|\n\nA ferry sank on Tuesday.| Eleven died.",
  });
}

TEST(Sentences, AMissingSpaceStillEndsOne) {
  expect_ends({"He came early.|She left.", "Version 3.x is old.", "See example.com for more."});
}

TEST(Sentences, QuestionsAreMarked) {
  const Document doc = document_of("Did he? He did. “Will she?” She will.");
  ASSERT_EQ(doc.sentences.size(), 4u);
  EXPECT_TRUE(doc.sentences[0].question);
  EXPECT_FALSE(doc.sentences[1].question);
  EXPECT_TRUE(doc.sentences[2].question);
  EXPECT_FALSE(doc.sentences[3].question);
}

TEST(Sentences, RepeatedOnesAreMarkedFromTheSecondOn) {
  const Document doc = document_of(
      "Putin will meet Xi in Beijing on Thursday. He left. He left. "
      "“Putin will meet Xi in Beijing on Thursday!”");
  ASSERT_EQ(doc.sentences.size(), 4u);
  EXPECT_FALSE(doc.sentences[0].repeated);
  EXPECT_FALSE(doc.sentences[2].repeated) << "short ones may repeat by chance";
  EXPECT_TRUE(doc.sentences[3].repeated);
}

TEST(Sentences, LongOnesAreCutAtACommaAndNoted) {
  std::string text = "It";
  for (int i = 0; i < 30; ++i) text += i == 20 ? " word, word" : " word";
  TextOptions options;
  options.max_sentence_tokens = 25;
  const Document doc = read_document(article_of(text), options);
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_TRUE(doc.text(doc.sentences[0].span).ends_with(","));
  ASSERT_EQ(doc.notes.size(), 1u);
  EXPECT_EQ(doc.notes[0].code, "long_sentence");
}

TEST(Sentences, AreFoundByOffset) {
  const Document doc = document_of("He came. She went. We stay.");
  EXPECT_EQ(doc.sentence_at(0), 0u);
  EXPECT_EQ(doc.sentence_at(8), 0u);
  EXPECT_EQ(doc.sentence_at(9), 1u);
  EXPECT_EQ(doc.sentence_at(26), 2u);
}

}  // namespace
}  // namespace crossread
