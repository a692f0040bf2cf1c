#include "claim/values.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "claim/analysis.h"
#include "support/notation.h"

namespace crossread {
namespace {

// "fifth/term of Vladimir Putin [new six-year]": the words, the head, the owner, the qualifiers.
std::string told(const Analysis& a, const Value& v) {
  std::string out(a.document.text(v.span));
  out += "/" + v.head;
  if (v.owner.valid()) out += " of " + a.entities.all[v.owner.value].name;
  for (const std::string& q : v.qualifiers) out += " +" + q;
  return out;
}

const Value* value_of(const Analysis& a, std::string_view words) {
  for (const Value& v : a.values) {
    if (a.document.text(v.span) == words) return &v;
  }
  return nullptr;
}

struct HeadCase {
  const char* text;
  const char* words;
  const char* head;
};

TEST(Values, KnowWhatIsCountedOrMeasured) {
  for (const HeadCase& c : std::initializer_list<HeadCase>{
           {"The list has more than 280 entities.", "280", "entity"},
           {"The list names 20 Chinese companies.", "20", "company"},
           {"A crowd of 61,483 watched.", "61,483", "crowd"},
           {"Putin began his fifth term in office.", "fifth", "term"},
           {"Xi Jinping was awarded a third five-year term.", "third", "term"},
           {"It is his second visit to China in about eight months.", "about eight months",
            "visit"},
           {"He won a new six-year term.", "six-year", "term"},
           {"They marked 75 years of bilateral ties.", "75 years", "tie"},
           {"Oil shipments rose by 24% in 2023.", "24%", "shipment"},
           {"The firm won a $40 billion contract.", "$40 billion", "contract"},
           {"The firm reported revenue of $612.4 million.", "$612.4 million", "revenue"},
           {"Putin, 71, left.", "71", "age"}}) {
    const Analysis a = analyse_document(document_of(c.text, {.published = "2024-05-14"}));
    const Value* v = value_of(a, c.words);
    ASSERT_NE(v, nullptr) << c.text;
    EXPECT_EQ(v->head, c.head) << told(a, *v);
  }
}

TEST(Values, BelongToTheirOwner) {
  const auto owner = [](const char* text, std::string_view words) -> std::string {
    const Analysis a = analyse_document(document_of(text, {.published = "2024-05-14"}));
    const Value* v = value_of(a, words);
    return v != nullptr && v->owner.valid() ? a.entities.all[v->owner.value].name : "nobody";
  };
  EXPECT_EQ(owner("Vladimir Putin's fifth term has begun.", "fifth"), "Vladimir Putin");
  EXPECT_EQ(owner("Vladimir Putin began his fifth term in office.", "fifth"), "Vladimir Putin");
  EXPECT_EQ(owner("Xi Jinping was awarded a third five-year term.", "third"), "Xi Jinping");
  EXPECT_EQ(owner("Vladimir Putin, 71, and Xi Jinping, 70, will meet.", "70"), "Xi Jinping");
  EXPECT_EQ(owner("Vladimir Putin, 71, and Xi Jinping, 70, will meet.", "71"), "Vladimir Putin");
  EXPECT_EQ(owner("It rained for three days.", "three days"), "nobody");
}

TEST(Values, CarryThePeriodTheyAreOf) {
  const Analysis a = analyse_document(
      document_of("Profit was $5 million in 2023 and loss was $3 million in 2022.", {}));
  const auto has = [&](std::string_view words, std::string_view period) {
    const Value* v = value_of(a, words);
    return v != nullptr && std::count(v->qualifiers.begin(), v->qualifiers.end(), period) > 0;
  };
  EXPECT_TRUE(has("$5 million", "2023"));
  EXPECT_TRUE(has("$3 million", "2022"));
  EXPECT_FALSE(has("$5 million", "2022"));
}

TEST(Values, AreOneForEachMentionInOrder) {
  const Analysis a = analyse_document(
      document_of("On May 3, 12 people paid $5 each for six days.", {.published = "2024-05-14"}));
  ASSERT_EQ(a.values.size(), a.amounts.size() + a.times.size());
  EXPECT_TRUE(std::is_sorted(a.values.begin(), a.values.end(), [](const Value& x, const Value& y) {
    return x.span.begin < y.span.begin;
  }));
}

}  // namespace
}  // namespace crossread
