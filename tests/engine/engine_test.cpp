// Properties of the whole line, on the seeds and the stories.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf16.h"
#include "base/utf8.h"
#include "crossread.h"
#include "json/json.h"
#include "support/events.h"

namespace crossread {
namespace {

Comparison compared(const std::vector<Article>& articles) {
  const Engine engine;
  std::vector<Analysis> analyses;
  for (const Article& article : articles) {
    Result<Analysis> analysis = engine.analyse(article);
    EXPECT_TRUE(analysis) << article.id;
    if (analysis) analyses.push_back(std::move(*analysis));
  }
  return engine.compare(std::move(analyses));
}

// A text with characters of one to four bytes, and right-to-left writing, around things to find.
Article odd_article() {
  Article article;
  article.id = "odd";
  article.published = "2024-05-14";
  article.text =
      "\xef\xbb\xbf— 😀 Café owner José Peña said: “Ça coûte €5.4 million.” 😀\r\n\r\n"
      "מזג האוויר בנורוויק היה גשום ביום שלישי. The World Bank — مصرف — paid 26.3% on Thursday, 16 "
      "May 2024. 👩‍👩‍👧\r\n";
  return article;
}

class EveryEvent : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Seeds, EveryEvent, testing::ValuesIn(event_names()),
                         [](const auto& event) { return test_name(event.param); });

TEST_P(EveryEvent, TheOrderOfTheArticlesChangesNothing) {
  std::vector<Analysis> articles = analyses_of(GetParam());
  ASSERT_EQ(articles.size(), 5u);
  const std::string first = comparison_json(comparison_of(GetParam()), Options{});
  std::reverse(articles.begin(), articles.end());
  EXPECT_EQ(comparison_json(Engine().compare(articles), Options{}), first);
  std::rotate(articles.begin(), articles.begin() + 2, articles.end());
  EXPECT_EQ(comparison_json(Engine().compare(articles), Options{}), first);
}

TEST_P(EveryEvent, AnArticleHasNoDifferenceWithItself) {
  for (const Analysis& article : analyses_of(GetParam())) {
    Analysis twin = article;
    twin.document.article.id += "-twin";
    const Comparison comparison = Engine().compare({article, twin});
    for (const Finding& finding : comparison.findings) {
      const bool own_headline = finding.kind == FindingKind::headline_body;
      EXPECT_TRUE(own_headline || finding.verdict == Verdict::same ||
                  finding.verdict == Verdict::compatible)
          << article.document.article.id << ": " << finding.why;
    }
    EXPECT_TRUE(comparison.omissions.empty()) << article.document.article.id;
  }
}

// Holds places to what every place promises: words, cut between characters, inside their article.
class Places {
 public:
  explicit Places(const Comparison& comparison) : comparison_(comparison) {}

  void check(const Evidence& place, const std::string& of) const {
    EXPECT_FALSE(place.span.empty()) << shown(place, of);
    check_edges(place, of);
  }

  // A place where nothing stands is one too.
  void check_edges(const Evidence& place, const std::string& of) const {
    const std::string& text = comparison_.articles[place.article].document.article.text;
    const Span span = place.span;
    EXPECT_TRUE(span.begin <= span.end && span.end <= text.size() && on_border(text, span.begin) &&
                on_border(text, span.end))
        << shown(place, of);
  }

  void check_all(const std::vector<Evidence>& places, const std::string& of) const {
    for (const Evidence& place : places) check(place, of);
  }

  void check_all(ArticleIndex article, const std::vector<Span>& spans,
                 const std::string& of) const {
    for (const Span span : spans) check(Evidence{article, span}, of);
  }

 private:
  std::string shown(const Evidence& place, const std::string& of) const {
    return of + ": " + comparison_.articles[place.article].document.article.id + " " +
           std::to_string(place.span.begin) + " to " + std::to_string(place.span.end);
  }

  const Comparison& comparison_;
};

TEST_P(EveryEvent, EverySpanOfAnArticleLiesOnCharacterBordersInsideItsText) {
  const Comparison& comparison = comparison_of(GetParam());
  const Places places(comparison);
  for (ArticleIndex i = 0; i < comparison.articles.size(); ++i) {
    const Analysis& article = comparison.articles[i];
    for (const Quote& quote : article.quotes) {
      EXPECT_FALSE(quote.content.empty());
      places.check_all(i, quote.content, "content");
      places.check_all(i, quote.source, "source");
      places.check_all(i, quote.cue, "cue");
      places.check_all(i, quote.via, "via");
    }
    EXPECT_FALSE(article.statements.empty());
    for (const Statement& statement : article.statements) {
      places.check(Evidence{i, statement.span}, "statement");
    }
  }
}

TEST_P(EveryEvent, EverySpanOfAFindingLiesOnCharacterBordersInsideItsText) {
  const Comparison& comparison = comparison_of(GetParam());
  const Places places(comparison);
  for (const Finding& finding : comparison.findings) {
    EXPECT_GE(finding.evidence.size(), 2u) << finding.why;
    places.check_all(finding.evidence, finding.why);
    for (const Evidence& e : finding.evidence) EXPECT_LE(e.span.size(), 400u) << finding.why;
    for (const SideValue& side : finding.values) places.check(side.words, finding.why);
  }
  for (const CrossEntity& entity : comparison.entities) {
    places.check_all(entity.mentions, entity.name);
    places.check_all(entity.roles, entity.name);
    for (const CrossEntity::Merge& merge : entity.merges) {
      places.check(merge.a, entity.name + ", merged");
      places.check(merge.b, entity.name + ", merged");
    }
  }
  for (const TimelineEntry& entry : comparison.timeline) {
    places.check_all(entry.members, entry.value);
  }
  for (const Omission& omission : comparison.omissions) {
    places.check(omission.told, "told");
    places.check_edges(Evidence{omission.missing_in, omission.at}, "missing at");
  }
  for (const BriefSentence& sentence : comparison.brief) {
    places.check(sentence.place, "brief");
    for (const BriefFact& fact : sentence.facts) {
      places.check(fact.clause, "clause of the brief");
      for (const SideValue& side : fact.values) places.check(side.words, "value of the brief");
    }
  }
}

TEST_P(EveryEvent, EverySpanOfDescentAndWordingLiesOnCharacterBordersInsideItsText) {
  const Comparison& comparison = comparison_of(GetParam());
  const Places places(comparison);
  for (const Reuse& reuse : comparison.reuse) {
    places.check(reuse.a, "reuse");
    places.check(reuse.b, "reuse");
    for (const WordEdit& edit : reuse.edits) {
      places.check_edges(Evidence{reuse.a.article, edit.a}, "edit");
      places.check_edges(Evidence{reuse.b.article, edit.b}, "edit");
      EXPECT_FALSE(edit.a.empty() && edit.b.empty());
    }
  }
  for (const LineageEdge& edge : comparison.lineage.edges) {
    for (const LineageReason& reason : edge.reasons) places.check_all(reason.places, reason.why);
  }
  for (const Wording& row : comparison.wording) places.check_all(row.terms, row.referent);
  for (const Reporting& reporting : comparison.reporting) {
    for (const Reporting::Verb& verb : reporting.verbs) places.check_all(verb.places, "verb");
    places.check_all(reporting.hedges, "hedge");
    places.check_all(reporting.agentless, "agentless");
  }
  for (const DamagedPlace& damaged : comparison.damage) places.check(damaged.place, "damage");
}

TEST_P(EveryEvent, TheDocumentReadsBackToTheSameBytes) {
  const auto read_back = [&](Offsets offsets) {
    ReadArticles back =
        read_json(comparison_json(comparison_of(GetParam()), Options{}, offsets), "again.json");
    EXPECT_TRUE(back.errors.empty());
    return std::move(back.articles);
  };
  const std::vector<Article> articles = read_back(Offsets::utf8);
  const std::vector<Article> in_utf16 = read_back(Offsets::utf16);
  ASSERT_EQ(articles.size(), in_utf16.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    EXPECT_EQ(articles[i].text, in_utf16[i].text);
    EXPECT_EQ(articles[i].title, in_utf16[i].title);
  }
  const Comparison again = compared(articles);
  for (const Offsets offsets : {Offsets::utf8, Offsets::utf16}) {
    EXPECT_EQ(comparison_json(again, Options{}, offsets),
              comparison_json(comparison_of(GetParam()), Options{}, offsets));
  }
}

TEST(Offsets, NameTheSameWordsInBytesAndInUtf16Units) {
  const Article article = odd_article();
  const Result<Analysis> analysis = Engine{}.analyse(article);
  ASSERT_TRUE(analysis);
  std::u16string wide;
  for (std::uint32_t at = 0; at < article.text.size();) {
    const Character c = decode(article.text, at);
    if (c.code < 0x10000) {
      wide += static_cast<char16_t>(c.code);
    } else {
      wide += static_cast<char16_t>(0xd800 + ((c.code - 0x10000) >> 10));
      wide += static_cast<char16_t>(0xdc00 + (c.code & 0x3ff));
    }
    at += c.bytes;
  }
  const Utf16Offsets offsets(article.text);
  const auto same = [&](Span span) {
    const Span units = offsets.of(span);
    std::string again;
    for (std::uint32_t i = units.begin; i < units.end; ++i) {
      char32_t code = wide[i];
      if (code >= 0xd800 && code < 0xdc00)
        code = 0x10000 + ((code - 0xd800) << 10) + (wide[++i] - 0xdc00u);
      append_utf8(again, code);
    }
    return again == slice(article.text, span);
  };
  std::size_t seen = 0;
  for (const NameMention& name : analysis->names) seen += same(name.span);
  for (const TimeMention& time : analysis->times) seen += same(time.span);
  for (const Amount& amount : analysis->amounts) seen += same(amount.span);
  for (const Token& token : analysis->document.tokens) EXPECT_TRUE(same(token.span));
  EXPECT_EQ(seen, analysis->names.size() + analysis->times.size() + analysis->amounts.size());
  EXPECT_GE(seen, 4u) << "a name, a sum, a percentage and a date are there to be found";
}

TEST(Engine, RefusesWhatIsNoArticle) {
  const auto code = [](std::string text) {
    Article article;
    article.id = "a";
    article.text = std::move(text);
    Options options;
    options.max_article_bytes = 1000;
    const Result<Analysis> analysis = Engine(options).analyse(std::move(article));
    return analysis ? std::string("fine") : std::string(error_code(analysis.error().code));
  };
  EXPECT_EQ(code(""), "empty");
  EXPECT_EQ(code(" \n\u00a0"), "empty");
  EXPECT_EQ(code("It \xff rained."), "encoding");
  EXPECT_EQ(code(std::string(1001, 'a')), "too_large");
  EXPECT_EQ(code("It rained."), "fine");
}

TEST(Engine, SurvivesTextsThatAreNoNews) {
  for (const std::string& text :
       {std::string("."), std::string("\"\"\"\"“”«»"), std::string(100'000, 'a'),
        std::string(3'000, '('), std::string("1 2 3 4 5 6 7 8 9"), std::string("\xef\xbb\xbf"),
        std::string("A\nB\nC\n\n\n\n"), std::string("日本語の文章です。"),
        std::string("\r\r\r\n\v\f.")}) {
    Article article;
    article.id = "a";
    article.text = text;
    Result<Analysis> one = Engine{}.analyse(article);
    if (!one) continue;
    article.id = "b";
    Result<Analysis> two = Engine{}.analyse(article);
    ASSERT_TRUE(two);
    std::vector<Analysis> both;
    both.push_back(std::move(*one));
    both.push_back(std::move(*two));
    EXPECT_EQ(Engine{}.compare(std::move(both)).articles.size(), 2u);
  }
}

}  // namespace
}  // namespace crossread
