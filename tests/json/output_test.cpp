// The bytes of the two outputs, over an analysis built by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/json.h"
#include "json/writer.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;

TEST(JsonWriter, WritesCommasAndEscapes) {
  JsonWriter out;
  out.begin_object();
  out.key("a").begin_array();
  out.integer(1);
  out.string("é \"\\\n\t\b\f\x01");
  out.begin_object();
  out.end_object();
  out.null();
  out.boolean(false);
  out.end_array();
  out.text_or_null("b", "");
  out.key("c").number(26.25, 3);
  out.key("d").number(1.0 / 0.0, 3);
  out.key("e").number(-0.5, 0);
  out.end_object();
  const std::string text = out.take();
  EXPECT_EQ(text.substr(0, text.find(",\"e\"")),
            "{\"a\":[1,\"é "
            "\\\"\\\\\\n\\t\\b\\f\\u0001\",{},null,false],\"b\":null,\"c\":26.25,\"d\":null");
}

Analysis odd() {
  Analysis a;
  a.document.article.id = "a";
  a.document.article.text = "é😀 Ana: 5%";
  a.names.push_back({{7, 10}, {}, NameType::person, {}, 90});
  Entity ana;
  ana.name = "Ana";
  ana.mentions = {0};
  ana.aliases = {"Ana"};
  a.entities.all.push_back(ana);
  a.entities.of_mention = {EntityId{0}};
  Amount five;
  five.span = {12, 14};
  five.kind = AmountKind::percent;
  five.value = five.low = five.high = 5;
  five.unit = "%";
  a.amounts.push_back(five);
  Quote quote;
  quote.content = {{12, 14}};
  quote.source = {{7, 10}};
  quote.speaker = EntityId{0};
  a.quotes.push_back(quote);
  return a;
}

TEST(ExtractJson, HasFixedKeysInAFixedOrder) {
  EXPECT_EQ(
      extract_json(odd()),
      R"({"id":"a","source":null,"title":null,"published":null,"published_from":"none","url":null,"language":"en",)"
      R"("stub":false,"agencies":[],"notes":[],"mentions":[{"start":7,"end":10,"type":"PER","entity":"e0"}],)"
      R"("entities":[{"id":"e0","type":"PER","name":"Ana","aliases":["Ana"],"roles":[]}],"times":[],)"
      R"("quantities":[{"start":12,"end":14,"kind":"PERCENT","value":5,"unit":"%","low":5,"high":5,"of":null}],)"
      R"("quotes":[{"content":[[12,14]],"source":[[7,10]],"cue":[],"direct":false,"speaker":"e0","strength":"neutral"}]})");
}

TEST(ExtractJson, GivesUtf16UnitsOnRequest) {
  const std::string text = extract_json(odd(), Offsets::utf16);
  EXPECT_THAT(text, HasSubstr(R"("mentions":[{"start":4,"end":7,)"));
  EXPECT_THAT(text, HasSubstr(R"("content":[[9,11]],"source":[[4,7]])"));
}

TEST(ExtractJson, CarriesTheTextThatIngestMade) {
  Analysis a = odd();
  a.document.article.text_from_ingest = true;
  a.document.article.notes.push_back({"html", "the main text"});
  const std::string text = extract_json(a);
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("notes":[{"from":"ingest","code":"html","text":"the main text"}],"text_made":true,"text":"é😀 Ana: 5%",)"));
}

TEST(ComparisonJson, NamesArticlesByIdAndItselfByDigest) {
  Comparison c;
  c.articles.push_back(odd());
  c.articles.push_back(odd());
  c.articles[1].document.article.id = "b";
  c.findings.push_back({FindingKind::percent,
                        Verdict::compatible,
                        "rounds_to",
                        "5 is 5.",
                        0.5,
                        {{{1, {12, 14}}, "5", "%"}},
                        {{0, {12, 14}}, {1, {12, 14}}},
                        {}});
  const std::string text = comparison_json(c, Options{});
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("findings":[{"id":"d0","kind":"percent","verdict":"compatible","rule":"rounds_to","why":"5 is 5.","confidence":0.5,)"
          R"("values":[{"article":"b","start":12,"end":14,"value":"5","unit":"%"}],)"
          R"("evidence":[{"article":"a","start":12,"end":14},{"article":"b","start":12,"end":14}],"fact":null}])"));
  EXPECT_THAT(text, HasSubstr(R"("offsets":"utf8","options":{"max_article_bytes":32000000,)"));
  EXPECT_EQ(text.find("{\"crossread\":{\"version\":"), 0u);
  EXPECT_EQ(comparison_json(c, Options{}, Offsets::utf8, "storm")
                .find("{\"id\":\"storm\",\"crossread\":"),
            0u);
  c.articles[0].document.article.url = "u";
  EXPECT_NE(comparison_json(c, Options{}), text) << "the digest covers every field";
}

}  // namespace
}  // namespace crossread
