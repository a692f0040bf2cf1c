#include "ingest/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "base/utf8.h"
#include "ingest/articles.h"
#include "ingest/encoding.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST(Sniff, TellsTheFormatByTheContentAndThenByTheName) {
  struct Case {
    std::string_view bytes, name;
    Format format;
  };
  const Case cases[] = {
      {"It rained.", "a.txt", Format::text},
      {"[Update] It rained.", "a.txt", Format::text},
      {"{braces} open this text", "a", Format::text},
      {"{\"text\": \"x\"}", "a.txt", Format::json},
      {"\xef\xbb\xbf [ {\"text\": \"x\"} ]", "a", Format::json},
      {"{\"text\":\"x\"}\n{\"text\":\"y\"}\n", "a.txt", Format::ndjson},
      {"{\n\"text\":\"x\"}", "a.txt", Format::json},
      {"{\"text\":\"x\"}\n", "a.jsonl", Format::ndjson},
      {"not json", "a.json", Format::json},
      {"<!DOCTYPE html><p>x", "a.txt", Format::html},
      {"<!-- hello -->\n<HTML>", "a", Format::html},
      {"<p>x</p>", "a", Format::html},
      {"<3 is how they sign", "a.txt", Format::text},
      {"plain", "a.HTM", Format::html},
      {"id,title,text\n1,a,b", "a", Format::csv},
      {"Meanwhile, in other news, text", "a.txt", Format::text},
      {"%PDF-1.7", "a.txt", Format::binary},
      {"a\0b"sv, "a.txt", Format::binary},
      {"\xff\xfe"
       "a\0b\0"sv,
       "a.txt", Format::text},
      {"a\0b\0c\0d\0e\0"sv, "a.txt", Format::text},
      {"", "a.txt", Format::text},
  };
  for (const Case& c : cases)
    EXPECT_EQ(sniff(c.bytes, c.name), c.format) << c.name << ": " << c.bytes;
}

TEST(Ingest, KeepsUtf8TextByteForByte) {
  const std::string bytes =
      "\xef\xbb\xbf"
      "Ana said: “no”.\r\n\r\nEnd  \r\n";
  const Result<Article> article = ingest(bytes, "news/a.b.txt");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, bytes);
  EXPECT_EQ(article->id, "a.b");
  EXPECT_FALSE(article->text_from_ingest);
  EXPECT_TRUE(article->notes.empty());
}

TEST(Ingest, NamesTheFileAndTheReasonOfWhatItRefuses) {
  struct Case {
    std::string bytes;
    ErrorCode code;
    std::string_view says;
  };
  const Case cases[] = {
      {"", ErrorCode::empty, "is empty"},
      {" \n\t\xc2\xa0 ", ErrorCode::empty, "white space"},
      {"%PDF-1.4 …", ErrorCode::binary, "a PDF document"},
      {"PK\x03\x04zip", ErrorCode::binary, "an Office document"},
      {"a\0\x01\x02"s, ErrorCode::binary, "binary"},
      {"\x01\x02\x03\x04\x05 text", ErrorCode::binary, "control characters"},
      {"<html><script>var x;</script></html>", ErrorCode::empty, "markup"},
      {std::string(101, 'a'), ErrorCode::too_large, "has 101 bytes; the limit is 100"},
  };
  for (const Case& c : cases) {
    const Result<Article> article = ingest(c.bytes, "dir/f.txt", {100});
    ASSERT_FALSE(article) << c.says;
    EXPECT_EQ(article.error().code, c.code) << c.says;
    EXPECT_EQ(article.error().where, "dir/f.txt");
    EXPECT_THAT(article.error().message, HasSubstr(c.says));
  }
}

TEST(Ingest, ReadsOtherEncodingsAndSaysSo) {
  struct Case {
    std::string bytes, text;
    std::string_view says;
  };
  const Case cases[] = {
      {"\xff\xfe"
       "A\0\xe9\0=\xd8\0\xde"s,
       "Aé😀", "UTF-16 (little endian)"},
      {"\xfe\xff\0A\0\xe9\xd8=\xde\0"s, "Aé😀", "UTF-16 (big endian)"},
      {"I\0t\0 \0r\0a\0i\0n\0s\0"s, "It rains", "guessed from its zero bytes"},
      {"\xff\xfe"
       "A\0=\xd8"
       "B\0"s,
       "A\xef\xbf\xbd"
       "B",
       "1 places are damaged"},
      {"caf\xe9 \x93yes\x94 \x80"
       "5",
       "café “yes” €5", "windows-1252"},
      {"caf\xc3\xa9, na\xc3\xafve, \xe2\x80\x9cyes\xe2\x80\x9d \xff end",
       "café, naïve, “yes” \xef\xbf\xbd end", "1 place is read as U+FFFD, the first at byte 25"},
  };
  for (const Case& c : cases) {
    const Result<Article> article = ingest(c.bytes, "a.txt");
    ASSERT_TRUE(article) << c.text;
    EXPECT_EQ(article->text, c.text);
    EXPECT_TRUE(article->text_from_ingest);
    ASSERT_EQ(article->notes.size(), 1u);
    EXPECT_EQ(article->notes[0].code, "encoding");
    EXPECT_THAT(article->notes[0].text, HasSubstr(c.says));
  }
}

TEST(Ingest, AlwaysGivesValidUtf8OrAnError) {
  // Every pair of bytes inside some text; a property, so the loop is the test.
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; b += 5) {
      const std::string bytes =
          "It rained " + std::string{static_cast<char>(a), static_cast<char>(b)} + " in é.";
      const Result<Article> article = ingest(bytes, "a.txt");
      if (article) {
        ASSERT_EQ(find_invalid_utf8(article->text), std::string_view::npos) << a << " " << b;
      }
    }
  }
}

TEST(Ingest, MakesAnIdOfTheFileName) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"news/a.txt", "a"},    {"a", "a"},       {"C:\\news\\b.html", "b"},
      {".hidden", ".hidden"}, {"-", "article"}, {"x/", "article"}};
  for (const auto& [name, id] : cases) EXPECT_EQ(id_from_name(name), id);
}

Article made(std::string id, std::string source, std::string text) {
  Article article;
  article.id = std::move(id);
  article.source = std::move(source);
  article.text = std::move(text);
  return article;
}

TEST(SettleArticles, KeepsOneOfEachTextAndOutlet) {
  std::vector<Article> articles = {made("b", "", "It rained."), made("a", "", "It rained."),
                                   made("c", "Post", "It rained."),
                                   made("d", "Herald", "It rained."), made("e", "", "It snowed.")};
  const std::vector<std::uint32_t> stands_for = settle_articles(articles);
  EXPECT_EQ(stands_for, (std::vector<std::uint32_t>{3, 3, 2, 3, 4}));
}

TEST(SettleArticles, MakesIdsUniqueWhateverTheOrder) {
  std::vector<Article> articles = {made("a", "", "two"), made("a", "", "one"),
                                   made("a-2", "", "x")};
  settle_articles(articles);
  EXPECT_EQ(articles[1].id, "a");  // "one" sorts before "two"
  EXPECT_EQ(articles[0].id, "a-3");
  EXPECT_EQ(articles[2].id, "a-2");
  EXPECT_THAT(articles[0].notes.at(0).text, HasSubstr("is now “a-3”"));
  std::vector<Article> turned = {made("a-2", "", "x"), made("a", "", "one"), made("a", "", "two")};
  settle_articles(turned);
  EXPECT_EQ(turned[1].id, "a");
  EXPECT_EQ(turned[2].id, "a-3");
}

}  // namespace
}  // namespace crossread
