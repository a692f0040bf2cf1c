#include "ingest/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/html_tokens.h"
#include "ingest/ingest.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// "<p a=b>x</p>" → "open p[a=b] text(x) close p"
std::string tokens_of(std::string_view html) {
  HtmlTokenizer tokens(html);
  std::string out;
  for (HtmlToken t = tokens.next(); t.kind != HtmlTokenKind::end; t = tokens.next()) {
    if (!out.empty()) out += ' ';
    if (t.kind == HtmlTokenKind::open) out += "open " + t.name;
    if (t.kind == HtmlTokenKind::close) out += "close " + t.name;
    if (t.kind == HtmlTokenKind::text) out += "text(" + t.text + ")";
    if (t.kind == HtmlTokenKind::raw) out += "raw(" + t.text + ")";
    for (const auto& [key, value] : t.attributes) out += "[" + key + "=" + value + "]";
  }
  return out;
}

TEST(HtmlTokens, AreTagsAndText) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<p>x</p>", "open p text(x) close p"},
      {"<P CLASS=a ID='b c' data-x>", "open p[class=a][id=b c][data-x=]"},
      {"<a href=\"?a=1&amp;b=2\">", "open a[href=?a=1&b=2]"},
      {"<br/>x<br />", "open br text(x) open br"},
      {"a < b and c <d", "text(a ) text(< b and c ) open d"},
      {"x<!-- <p>no</p> -->y", "text(x) text(y)"},
      {"<!doctype html><?xml v?>x", "text(x)"},
      {"<script>if (a<b) '</p>'</script>x",
       "open script raw(if (a<b) '</p>') close script text(x)"},
      {"<title>A &amp; <b></title>", "open title raw(A & <b>) close title"},
      {"<style>never closed", "open style raw(never closed)"},
      {"<p title='open", "open p[title=open]"},
      {"<", "text(<)"},
      {"</", "text(</)"},
      {"", ""},
  };
  for (const auto& [html, tokens] : cases) EXPECT_EQ(tokens_of(html), tokens) << html;
}

TEST(HtmlReferences, AreReplaced) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"caf&eacute; &amp; t&#233; &#xE9;", "café & té é"},
      {"&ldquo;x&rdquo;&nbsp;&mdash;&hellip;", "“x”\u00a0—…"},
      {"&#147;x&#x94; &#128;5", "“x” €5"},
      {"AT&T &c. &unknown; &#; &#x; &", "AT&T &c. &unknown; &#; &#x; &"},
      {"&copy 2024 &rsquo 5", "© 2024 &rsquo 5"},
      {"&#0; &#xD800; &#99999999999;", "\xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd"},
      {"&#128512;", "😀"},
  };
  for (const auto& [html, text] : cases) EXPECT_EQ(decode_references(html), text) << html;
}

// Enough words to be an article, in `count` paragraphs.
std::string paragraphs(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) {
    out += "<p>Paragraph " + std::to_string(i) +
           " tells of the ferry, its passengers, and of what the coast guard did that day.</p>\n";
  }
  return out;
}

TEST(Html, TakesTitleOutletDateAddressAndText) {
  const std::string html =
      R"(<!doctype html><html><head><meta charset="utf-8">
    <title>Ferry sinks off Verdemar | The Herald</title>
    <meta property="og:site_name" content="The Herald">
    <meta property="article:published_time" content="2025-03-04T09:30:00Z">
    <link rel="canonical" href="https://herald.example/ferry">
    <script>var tracking = "<p>not text</p>";</script><style>p{}</style></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Ferry sinks off Verdemar</h1><p class="byline">By Ana Holm</p>)" +
      paragraphs(3) +
      R"(<figure><img src=x><figcaption>A picture of the ship.</figcaption></figure>
    <div class="share-bar">Share this on everything</div></article>
    <aside>Read more stories here</aside><footer>Copyright 2025</footer></body></html>)";
  const Result<Article> article = ingest(html, "ferry.html");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Ferry sinks off Verdemar");
  EXPECT_EQ(article->source, "The Herald");
  EXPECT_EQ(article->published, "2025-03-04T09:30:00Z");
  EXPECT_EQ(article->url, "https://herald.example/ferry");
  EXPECT_TRUE(article->text_from_ingest);
  EXPECT_EQ(article->text.find("Ferry sinks off Verdemar\n\nBy Ana Holm\n\nParagraph 1 tells"), 0u)
      << article->text;
  for (const char* word : {"Home", "Share", "picture", "Copyright", "Read more", "tracking"}) {
    EXPECT_THAT(article->text, Not(HasSubstr(word)));
  }
  ASSERT_EQ(article->notes.size(), 1u);
  EXPECT_EQ(article->notes[0].code, "html");
  for (const char* part : {"2 navigation blocks", "1 picture", "1 sharing bar", "1 script",
                           "1 style sheet", "1 box beside"}) {
    EXPECT_THAT(article->notes[0].text, HasSubstr(part));
  }
}

TEST(Html, FindsTheTextWithoutAnArticleTag) {
  const std::string html =
      "<html><body><div id=top><ul><li><a href=1>One</a><li><a href=2>Two</a></ul></div>"
      "<div><div class=story>" +
      paragraphs(4) +
      "</div></div>"
      "<div class=links><p><a href=3>A long teaser for another story which is not this one at "
      "all</a></p></div></body></html>";
  const Result<Article> article = article_from_html(html);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text.find("Paragraph 1"), 0u) << article->text;
  EXPECT_THAT(article->text, Not(HasSubstr("teaser")));
  EXPECT_THAT(article->text, Not(HasSubstr("One")));
}

TEST(Html, IsNotFooledByTeasersInArticleTags) {
  const std::string html = "<main><div>" + paragraphs(6) +
                           "</div></main><article><p>Another story, in short.</p></article>";
  const Result<Article> article = article_from_html(html);
  ASSERT_TRUE(article);
  EXPECT_THAT(article->text, HasSubstr("Paragraph 6"));
  EXPECT_THAT(article->text, Not(HasSubstr("Another story")));
}

TEST(Html, MakesParagraphsOfBlocksAndLinesOfBreaks) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<p>One</p><p>Two</p>", "One\n\nTwo\n"},
      {"<p>One<p>Two<div>Three</div>", "One\n\nTwo\n\nThree\n"},
      {"<p>One<br>two</p>", "One\ntwo\n"},
      {"<p>Un<b>bel</b>ievable,  <i>said\n Ana</i>.</p>", "Unbelievable, said Ana.\n"},
      {"<ul><li>One<li>Two</ul>", "One\n\nTwo\n"},
      {"<p>Seen</p><p hidden>Not</p><p style='display: none'>Nor</p>", "Seen\n"},
      {"<p>soft&shy;hyphen</p>", "softhyphen\n"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", "a b\n\nc\n"},
      {"<b><p>Misnested</b> tags</p>", "Misnested tags\n"},
  };
  for (const auto& [html, text] : cases) {
    const Result<Article> article = article_from_html(html);
    ASSERT_TRUE(article) << html;
    EXPECT_EQ(article->text, text) << html;
  }
}

TEST(Html, ReadsTheDateWhereverThePageStatesIt) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<meta name=date content=2024-05-14>", "2024-05-14"},
      {"<time datetime='2024-05-14T10:00+02:00'>14 May</time>", "2024-05-14T10:00+02:00"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-13"}</script><meta name=date content=2024-05-14>)",
       "2024-05-13"},
      {"<span itemprop=datePublished content='2024-05-12'></span>", "2024-05-12"},
      {"<meta name=date content='14 May 2024'>", ""},
  };
  for (const auto& [head, published] : cases) {
    const Result<Article> article = article_from_html(std::string(head) + "<p>It rained.</p>");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->published, published) << head;
  }
}

TEST(Html, TakesTheSiteOffTheTitle) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<title>Rain in Spain | The Daily Post</title>", "Rain in Spain | The Daily Post"},
      {"<meta property=og:site_name content='The Daily Post'><title>Rain in Spain - The Daily "
       "Post</title>",
       "Rain in Spain"},
      {"<title>A much longer headline about the rain in Spain | Post</title>",
       "A much longer headline about the rain in Spain"},
      {"<title>Norwick 3 - Calder 2</title>", "Norwick 3 - Calder 2"},
  };
  for (const auto& [head, title] : cases) {
    const Result<Article> article = article_from_html(std::string(head) + "<p>It rained.</p>");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->title, title) << head;
  }
}

TEST(Html, ObeysTheDeclaredCharset) {
  const Result<Article> article =
      ingest("<html><meta charset='iso-8859-1'><p>Caf\xe9 \xb7 \xc3\xa9</p>", "a.html");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "Café · Ã©\n") << "valid nowhere, so the page's word counts";
  EXPECT_EQ(declared_charset("<META http-equiv=content-type content='text/html; charset=UTF-8'>"),
            "utf-8");
  EXPECT_EQ(declared_charset("<p>charset=utf-8</p>"), "");
}

TEST(Html, SurvivesDeepAndBrokenMarkup) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Result<Article> article = article_from_html(deep + "It rained.");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "It rained.\n");
  EXPECT_TRUE(article_from_html("</p></div><p>It rained.</b></body></p>"));
}

}  // namespace
}  // namespace crossread
