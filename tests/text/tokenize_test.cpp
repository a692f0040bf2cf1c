#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/notation.h"

namespace crossread {
namespace {

// Tokens joined by '|', so that a case is one line.
std::string cut(std::string_view text) {
  std::string out;
  for (const std::string& t : tokens_of(document_of(text))) {
    if (!out.empty()) out.push_back('|');
    out += t;
  }
  return out;
}

struct Cut {
  const char* text;
  const char* tokens;
};

TEST(Tokenize, CutsWordsNumbersAndMarks) {
  constexpr Cut kCases[] = {
      {"Ana's 26.3%  up.", "Ana|'s|26.3|%|up|."},
      {"Putin’s visit", "Putin|’s|visit"},
      {"They didn't go", "They|did|n't|go"},
      {"It can’t be", "It|ca|n’t|be"},
      {"We'll see, they've won", "We|'ll|see|,|they|'ve|won"},
      {"O'Neill and d'Ivoire", "O'Neill|and|d'Ivoire"},
      {"the players’ union", "the|players|’|union"},
      {"in ’76", "in|’|76"},
      {"US-led nation-state", "US|-|led|nation|-|state"},
      {"$240.1 billion", "$|240.1|billion"},
      {"1,234 and 1.234.567", "1,234|and|1.234.567"},
      {"a 75th anniversary", "a|75|th|anniversary"},
      {"a $54.9m deal", "a|$|54.9|m|deal"},
      {"£2.3m,", "£|2.3|m|,"},
      {"up .5 percent", "up|.5|percent"},
      {"in 2023, 26", "in|2023|,|26"},
      {"It was 2023.", "It|was|2023|."},
      {"5:15 a.m. on 2024-05-14", "5:15|a.m.|on|2024-05-14"},
      {"at 6.40am", "at|6.40|am"},
      {"on 10/12/2024 or 1/2", "on|10/12/2024|or|1|/|2"},
      {"a 3-2 win", "a|3|-|2|win"},
      {"2023-24 season", "2023|-|24|season"},
      {"12\u00A0000 people", "12\u00A0000|people"},
      {"U.S. President", "U.S.|President"},
      {"the U.S.-led", "the|U.S.|-|led"},
      {"Mr. Holm and Dr. No", "Mr.|Holm|and|Dr.|No"},
      {"J. K. Rowling, J.K. Rowling", "J.|K.|Rowling|,|J.K.|Rowling"},
      {"than I. He", "than|I|.|He"},
      {"Plan B. The", "Plan|B|.|The"},
      {"on Feb. 13", "on|Feb.|13"},
      {"No. 5 said no. He", "No.|5|said|no|.|He"},
      {"He sat. Putin", "He|sat|.|Putin"},
      {"Acme Inc. said", "Acme|Inc.|said"},
      {"a Ph.D. student", "a|Ph.D.|student"},
      {"see https://example.com/a?b=1.", "see|https://example.com/a?b=1|."},
      {"www.example.org, ok", "www.example.org|,|ok"},
      {"at example.com today", "at|example.com|today"},
      {"write to ana.holm@example.com.", "write|to|ana.holm@example.com|."},
      {"@anaholm and #Budget2024", "@anaholm|and|#Budget2024"},
      {"#1 rule", "#|1|rule"},
      {"well... maybe", "well|...|maybe"},
      {"well… maybe", "well|…|maybe"},
      {"so -- he", "so|--|he"},
      {"What?! No!!", "What|?!|No|!!"},
      {"AT&T and R&D", "AT&T|and|R&D"},
      {"Harker & Sons", "Harker|&|Sons"},
      {"a G7 and A320", "a|G7|and|A320"},
      {"F-16", "F|-|16"},
      {"17°C and 5€", "17|°|C|and|5|€"},
      {"US$5", "US|$|5"},
      {"“Yes,” he said", "“|Yes|,|”|he|said"},
      {"(AP)", "(|AP|)"},
      {"Gdańsk, Åkerblad", "Gdańsk|,|Åkerblad"},
      {"cafe\u0301 x", "cafe\u0301|x"},
      {"習近平 met", "習|近|平|met"},
      {"שלום עולם", "שלום|עולם"},
      {"ok 😀👍🏽 yes", "ok|😀|👍🏽|yes"},
      {"👨‍👩‍👧 family", "👨‍👩‍👧|family"},
      {"end.Next one", "end|.|Next|one"},
      {"a\u00A0b", "a|b"},
      {"and/or", "and|/|or"},
      {"75%", "75|%"},
      {"", ""},
      {" \n\t ", ""},
  };
  for (const Cut& c : kCases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokenize, EndTokenOwnsTheRest) {
  const Document doc = document_of("Hi.\n ");
  const Token& end = doc.tokens.back();
  EXPECT_EQ(end.kind, TokenKind::end);
  EXPECT_EQ(end.lead, 3u);
  EXPECT_EQ(end.span, (Span{5, 5}));
}

}  // namespace
}  // namespace crossread
