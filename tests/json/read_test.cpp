#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/json.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;

TEST(ReadJson, TakesOneArticleAListOrADocument) {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {R"({"text":"It rained."})", 1},
      {R"([{"text":"a"},{"text":"b"}])", 2},
      {R"({"articles":[{"text":"a"},{"text":"b"}],"facts":[1,2]})", 2},
      {"\xef\xbb\xbf{\"text\":\"a\"}", 1},
      {R"({"text":"a","gold":{"mentions":[[0,1,"PER"]]},"unknown":null})", 1},
  };
  for (const auto& [bytes, count] : cases) {
    const ReadArticles read = read_json(bytes, "a.json");
    EXPECT_EQ(read.articles.size(), count) << bytes;
    EXPECT_TRUE(read.errors.empty()) << bytes;
  }
}

TEST(ReadJson, FillsTheFieldsOfAnArticle) {
  const ReadArticles read = read_json(
      R"({"id":7,"outlet":"The Herald","title":"Rain","published":"2024-05-14T10:00Z","url":"u","text":"It \u00e9 rained\n"})",
      "a.json");
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& a = read.articles[0];
  EXPECT_EQ(a.id, "7");
  EXPECT_EQ(a.source, "The Herald");
  EXPECT_EQ(a.title, "Rain");
  EXPECT_EQ(a.published, "2024-05-14T10:00Z");
  EXPECT_EQ(a.url, "u");
  EXPECT_EQ(a.text, "It é rained\n");
  EXPECT_FALSE(a.text_from_ingest);
  EXPECT_TRUE(a.notes.empty());
}

TEST(ReadJson, NamesAnArticleWithoutAnIdAfterTheFile) {
  EXPECT_EQ(read_json(R"({"text":"a"})", "dir/rain.json").articles.at(0).id, "rain");
  EXPECT_EQ(read_json(R"([{"text":"a"},{"text":"b"}])", "rain.json").articles.at(1).id, "rain-2");
  EXPECT_EQ(read_ndjson("{\"text\":\"a\"}\n\n{\"text\":\"b\"}", "rain.ndjson").articles.at(1).id,
            "rain-3");
}

TEST(ReadJson, LeavesOutADateThatIsNone) {
  const ReadArticles read = read_json(R"({"text":"a","published":"last Tuesday"})", "a.json");
  EXPECT_EQ(read.articles.at(0).published, "");
  EXPECT_THAT(read.articles.at(0).notes.at(0).text, HasSubstr("last Tuesday"));
}

TEST(ReadJson, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string bytes;
    ErrorCode code;
    std::string_view where, says;
  };
  const Case cases[] = {
      {"", ErrorCode::syntax, "a.json", "ends too early"},
      {"{\"text\":\"a\"", ErrorCode::syntax, "a.json", "ends too early"},
      {"[\n  {\"text\": oops}]", ErrorCode::syntax, "a.json", "line 2, column 12"},
      {"{\"text\":\"a\"} trailing", ErrorCode::syntax, "a.json", "line 1, column 16"},
      {std::string(10'000, '['), ErrorCode::syntax, "a.json", "deeper than 64"},
      {"{\"text\":\"\xff\"}", ErrorCode::encoding, "a.json", "not UTF-8: line 1, column 10"},
      {"3", ErrorCode::syntax, "a.json", "no article"},
      {"[]", ErrorCode::empty, "a.json", "no article"},
      {"{\"title\":\"x\"}", ErrorCode::missing, "a.json", "no \"text\""},
      {"{\"text\":null}", ErrorCode::missing, "a.json", "no \"text\""},
      {"{\"text\":5}", ErrorCode::syntax, "a.json", "no string"},
      {"{\"text\":\"a\",\"title\":[]}", ErrorCode::syntax, "a.json", "\"title\" that is no string"},
      {"[{\"text\":\" \"}]", ErrorCode::empty, "a.json[0]", "empty \"text\""},
      {"[7]", ErrorCode::syntax, "a.json[0]", "no article"},
  };
  for (const Case& c : cases) {
    const ReadArticles read = read_json(c.bytes, "a.json");
    ASSERT_EQ(read.errors.size(), 1u) << c.bytes.substr(0, 50);
    EXPECT_EQ(read.errors[0].code, c.code) << c.bytes.substr(0, 50);
    EXPECT_EQ(read.errors[0].where, c.where);
    EXPECT_THAT(read.errors[0].message, HasSubstr(c.says));
  }
}

TEST(ReadJson, KeepsTheGoodOnesBesideABadOne) {
  const ReadArticles list =
      read_json(R"([{"text":"a"},{"title":"no text"},{"text":"c"}])", "a.json");
  EXPECT_EQ(list.articles.size(), 2u);
  EXPECT_EQ(list.errors.at(0).where, "a.json[1]");
  const ReadArticles lines =
      read_ndjson("{\"text\":\"a\"}\r\n{broken\n{\"text\":\"c\"}\n", "a.ndjson");
  EXPECT_EQ(lines.articles.size(), 2u);
  EXPECT_EQ(lines.errors.at(0).where, "a.ndjson:2");
}

TEST(ReadJson, ReadsHalfASurrogatePairAsAReplacement) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {R"({"text":"a\ud800b"})",
       "a\xef\xbf\xbd"
       "b"},
      {R"({"text":"a\udc00b"})",
       "a\xef\xbf\xbd"
       "b"},
      {R"({"text":"\ud800\ud83d\ude00"})", "\xef\xbf\xbd😀"},
      {R"({"text":"\ud83d\ude00"})", "😀"},
      {R"({"text":"\\ud800"})", "\\ud800"},
      {R"({"text":"\ud800"})", "\xef\xbf\xbd"},
  };
  for (const auto& [bytes, text] : cases) {
    const ReadArticles read = read_json(bytes, "a.json");
    ASSERT_EQ(read.articles.size(), 1u) << bytes;
    EXPECT_EQ(read.articles[0].text, text);
    EXPECT_EQ(read.articles[0].notes.size(), text.find("\xef\xbf\xbd") != std::string_view::npos)
        << bytes;
  }
}

TEST(ReadJson, TakesBackWhatAnEarlierRunFoundItself) {
  const ReadArticles read = read_json(
      R"([{"id":"a","published":"2024-05-14","published_from":"text","text":"x","text_made":true,
           "notes":[{"from":"ingest","code":"html","text":"n"},{"from":"text","code":"t","text":"again"}]},
          {"id":"b","published":"2024-05-14","published_from":"given","text":"y"}])",
      "a.json");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].published, "") << "the text will give it again";
  EXPECT_TRUE(read.articles[0].text_from_ingest);
  ASSERT_EQ(read.articles[0].notes.size(), 1u);
  EXPECT_EQ(read.articles[0].notes[0].code, "html");
  EXPECT_EQ(read.articles[1].published, "2024-05-14");
}

TEST(ReadRecord, IsAnArticleOrAnEvent) {
  const Record article = read_record(R"({"id":"a","text":"x"})", "line 1");
  EXPECT_FALSE(article.is_event);
  EXPECT_EQ(article.id, "a");
  const Record event =
      read_record(R"({"id":"e","articles":[{"text":"x"},{"text":"y"},{}]})", "line 2");
  EXPECT_TRUE(event.is_event);
  EXPECT_EQ(event.id, "e");
  EXPECT_EQ(event.read.articles.size(), 2u);
  EXPECT_EQ(event.read.articles.at(1).id, "e-2");
  EXPECT_EQ(event.read.errors.at(0).where, "line 2[2]");
  EXPECT_EQ(read_record("{", "line 3").read.errors.at(0).where, "line 3");
}

TEST(ReadManifest, TakesBothForms) {
  const auto seeds = read_manifest(
      R"([{"id":"b","outlet":"","published":null,"title":"","file":"b_1.txt"},{"id":"a","outlet":"Post","published":"2024-05-14","title":"T","file":"a.html"}])",
      "manifest.json");
  ASSERT_TRUE(seeds);
  ASSERT_EQ(seeds->size(), 2u);
  EXPECT_EQ((*seeds)[0].file, "b_1.txt") << "the order of the list is kept";
  EXPECT_EQ((*seeds)[1].article.source, "Post");
  EXPECT_EQ((*seeds)[1].article.published, "2024-05-14");
  const auto stories = read_manifest(
      R"({"event":"e","title":"t","articles":[{"id":"01-x","outlet":"X","date_header":true,"words":3}]})",
      "m");
  ASSERT_TRUE(stories);
  EXPECT_EQ((*stories)[0].file, "01-x.txt");
  const auto nameless = read_manifest(R"([{"file":"sub/c.txt"}])", "m");
  ASSERT_TRUE(nameless);
  EXPECT_EQ((*nameless)[0].article.id, "c");
}

TEST(ReadManifest, StaysInItsFolder) {
  for (const char* file : {"/etc/passwd", "../x.txt", "a/../../x", "..", "a\\b"}) {
    const auto read = read_manifest(std::string(R"([{"id":"a","file":")") +
                                        (file == std::string("a\\b") ? "a\\\\b" : file) + "\"}]",
                                    "m");
    ASSERT_FALSE(read) << file;
    EXPECT_THAT(read.error().message, HasSubstr("outside its folder"));
  }
  EXPECT_TRUE(read_manifest(R"([{"id":"a","file":"x..y/a...txt"}])", "m"));
}

TEST(ReadManifest, SaysWhatIsWrong) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"{", "ends too early"},
      {"{}", "no manifest"},
      {"[]", "lists no article"},
      {"[3]", "no object"},
      {"[{}]", "neither a \"file\" nor an \"id\""}};
  for (const auto& [bytes, says] : cases) {
    const auto read = read_manifest(bytes, "m");
    ASSERT_FALSE(read) << bytes;
    EXPECT_THAT(read.error().message, HasSubstr(says));
  }
}

TEST(ErrorJson, IsOneObject) {
  EXPECT_EQ(error_json({ErrorCode::too_large, "a\"b", "has\nlines"}, "e"),
            R"({"id":"e","error":{"code":"too_large","where":"a\"b","message":"has\nlines"}})");
}

}  // namespace
}  // namespace crossread
