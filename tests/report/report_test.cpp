// The reports over a comparison built by hand: nothing here depends on what the other rooms find.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/calendar.h"
#include "report/digest.h"
#include "report/layout.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Span find(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Analysis analysis(std::string id, std::string source, std::string text) {
  Analysis out;
  out.document.article.id = std::move(id);
  out.document.article.source = std::move(source);
  out.document.article.text = std::move(text);
  const std::string& all = out.document.article.text;
  out.statements.push_back({});
  out.statements[0].span = {0, static_cast<std::uint32_t>(all.size())};
  return out;
}

// Two articles that give different figures for one thing.
Comparison two_terms() {
  Comparison c;
  c.articles.push_back(analysis("a", "The *Herald*", "It is his fifth term, =1+1 said."));
  c.articles.push_back(analysis("b", "", "It is his fourth term | <b>x</b>."));
  c.articles[0].document.published = day_of(2024, 5, 14);
  c.articles[0].document.published_from = DateSource::given;
  c.articles[1].document.language = "fr";
  c.events.push_back({{0, 1}});
  Finding f;
  f.kind = FindingKind::ordinal;
  f.verdict = Verdict::conflict;
  f.rule = "ordinal_differs";
  f.why = "5 is not 4.";
  f.confidence = 0.917;
  const auto side = [&](ArticleIndex article, std::string_view words, std::string value) {
    const std::string& text = c.articles[article].document.article.text;
    f.values.push_back({{article, find(text, words)}, std::move(value), ""});
    f.evidence.push_back({article, c.articles[article].statements[0].span});
  };
  side(0, "fifth", "5");
  side(1, "fourth", "4");
  c.findings.push_back(f);
  c.facts.push_back({{{0, 0}, {1, 0}}, Verdict::conflict, 2, 1.0});
  Omission omission;
  omission.fact = FactId{0};
  omission.told = {0, find(c.articles[0].document.article.text, "said")};
  omission.missing_in = 1;
  omission.confidence = 0.5;
  c.omissions.push_back(omission);
  return c;
}

TEST(ReportText, PutsTheDifferingWordsSideBySide) {
  const std::string report = report_text(two_terms(), {Color::off, 100});
  EXPECT_THAT(report, HasSubstr("1  ordinal: cannot both be true  (92 % sure)"));
  EXPECT_THAT(report, HasSubstr("A  fifth                                         B  fourth"));
  EXPECT_THAT(report, HasSubstr("A “It is his [fifth] term, =1+1 said.”           B “It is his "
                                "[fourth] term | <b>x</b>.”"));
  EXPECT_THAT(report, HasSubstr("Why: 5 is not 4."));
  EXPECT_THAT(report, HasSubstr("14 May 2024"));
  EXPECT_THAT(report, HasSubstr("not in English (fr)"));
}

// One utterance, told by two articles; who says it in the second is up to the caller.
Comparison one_utterance(const std::string& second_speaker) {
  Comparison c;
  c.articles.push_back(analysis("a", "", "“It rains,” said Ana Holm."));
  c.articles.push_back(analysis("b", "", "“It rains,” said " + second_speaker + "."));
  for (ArticleIndex i = 0; i < 2; ++i) {
    Quote quote;
    quote.direct = true;
    const std::string& text = c.articles[i].document.article.text;
    quote.content = {find(text, "It rains,")};
    quote.source = {find(text, i == 0 ? "Ana Holm" : second_speaker)};
    c.articles[i].quotes.push_back(quote);
  }
  c.quotes.push_back({{0, 0, QuoteChange::verbatim}, {1, 0, QuoteChange::speaker_swapped}});
  return c;
}

TEST(ReportText, AQuoteIsHeadedByItsSpeakerOnlyIfAllAgreeOnHim) {
  EXPECT_THAT(report_text(one_utterance("Ana Holm"), {Color::off, 100}),
              HasSubstr("  Ana Holm\n    A   “It rains,”"));
  const std::string report = report_text(one_utterance("Ben Roy"), {Color::off, 100});
  EXPECT_THAT(report, HasSubstr("more than one speaker"));
  EXPECT_THAT(report, HasSubstr("A   Ana Holm: “It rains,”"));
  EXPECT_THAT(report, HasSubstr("B   Ben Roy: “It rains,”  (put to another speaker)"));
  EXPECT_THAT(report_markdown(one_utterance("Ben Roy")),
              HasSubstr("- B: **Ben Roy**: “It rains,” (put to another speaker)"));
}

TEST(ReportText, ADamagedPlaceIsShownByItsWordsOrNotAtAll) {
  Comparison c = two_terms();
  c.damage.push_back({{0, {0, 1}}, ScarKind::stray_mark, ""});
  EXPECT_THAT(report_text(c, {Color::off, 100}), Not(HasSubstr("such as")));
  c.damage.push_back(
      {{0, find(c.articles[0].document.article.text, "fifth")}, ScarKind::glued, "fif th"});
  const std::string report = report_text(c, {Color::off, 100});
  EXPECT_THAT(report, HasSubstr("2 damaged places, such as “fifth”"));
  EXPECT_THAT(report, HasSubstr("glued: “fifth” read as “fif th”"));
}

TEST(ReportText, SaysWhatIsEmptyAndWhy) {
  Comparison c;
  c.articles.push_back(analysis("a", "", "It rained."));
  c.articles.push_back(analysis("b", "", "It snowed."));
  const std::string report = report_text(c, {Color::off, 80});
  for (const char* sentence :
       {"None found in figures", "No statement stands in more than one article", "No article lacks",
        "No date could be told", "No passage is shared"}) {
    EXPECT_THAT(report, HasSubstr(sentence));
  }
}

TEST(ReportText, StaysWithinItsWidth) {
  for (const int width : {60, 80, 100, 120}) {
    const std::string report = report_text(two_terms(), {Color::off, width});
    for (std::size_t begin = 0; begin < report.size();) {
      const std::size_t end = report.find('\n', begin);
      EXPECT_LE(columns(report.substr(begin, end - begin)), width)
          << report.substr(begin, end - begin);
      begin = end + 1;
    }
  }
}

TEST(ReportText, IsPlainWithoutColour) {
  EXPECT_THAT(report_text(two_terms(), {Color::off, 100}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(report_text(two_terms(), {Color::on, 100}), HasSubstr("\x1b[1;33mfifth\x1b[0m"));
}

TEST(ReportMarkdown, EscapesWhatArticlesSay) {
  const std::string report = report_markdown(two_terms());
  EXPECT_THAT(report, HasSubstr("The \\*Herald\\*"));
  EXPECT_THAT(report, HasSubstr("**fourth** term \\| \\<b\\>x\\</b\\>."));
  EXPECT_THAT(report, HasSubstr("1. ordinal: **cannot both be true** (92 % sure)"));
}

TEST(ReportCsv, IsSafeForASpreadsheet) {
  Comparison c = two_terms();
  c.articles[0].document.article.id = "=cmd()";
  c.articles[1].document.article.id = "-1";
  c.findings[0].why = "+5, \"not\" 4";
  const std::string report = report_csv(c);
  EXPECT_THAT(report, HasSubstr("finding,kind,verdict,confidence,rule,why,article,source,published,"
                                "start,end,value,unit,words\r\n"));
  EXPECT_THAT(report, HasSubstr("d0,ordinal,conflict,0.917,ordinal_differs,\"'+5, \"\"not\"\" "
                                "4\",'=cmd(),The *Herald*,2024-05-14,10,15,5,,fifth\r\n"));
  EXPECT_THAT(report, HasSubstr(",'-1,,,10,16,4,,fourth\r\n"));
}

// "fifth" in both articles, with or without the noun it counts.
Comparison both_fifth(bool counted) {
  Comparison c = two_terms();
  c.articles[1] = analysis("b", "", "A fifth term begins.");
  Finding& f = c.findings.at(0);
  f.verdict = Verdict::same;
  f.values[1] = {{1, find(c.articles[1].document.article.text, "fifth")}, "5", ""};
  for (ArticleIndex a = 0; a < 2; ++a) {
    Amount amount;
    amount.kind = AmountKind::ordinal;
    amount.value = amount.low = amount.high = 5;
    amount.span = find(c.articles[a].document.article.text, "fifth");
    if (counted) amount.of = find(c.articles[a].document.article.text, "term");
    c.articles[a].amounts.push_back(amount);
  }
  return c;
}

TEST(Digest, NamesAFigureWithWhatItCounts) {
  const Digest digest = make_digest(both_fifth(true));
  ASSERT_EQ(digest.figures.size(), 1u);
  EXPECT_EQ(digest.figures[0].sides.at(0).words, "fifth term");
}

TEST(Digest, LeavesOutAgreementOnABareOrdinal) {
  EXPECT_TRUE(make_digest(both_fifth(false)).figures.empty());
}

TEST(Digest, LettersSourcesLikeASpreadsheet) {
  const std::pair<std::uint32_t, std::string_view> cases[] = {{0, "A"},   {25, "Z"},  {26, "AA"},
                                                              {51, "AZ"}, {52, "BA"}, {299, "KN"}};
  for (const auto& [number, letter] : cases) EXPECT_EQ(source_letter(number), letter);
}

TEST(Digest, WritesDatesAsPeopleDo) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2024-05-16", "16 May 2024"},
      {"2024-05", "May 2024"},
      {"2024", "2024"},
      {"2024-W20", "2024-W20"},
      {"2024-05-16/2024-05-17", "16–17 May 2024"},
      {"2024-05-31/2024-06-01", "31 May 2024 – 1 June 2024"},
      {"2024-05-16T05:00", "16 May 2024, 05:00"},
      {"P6M", "P6M"},
      {"PRESENT_REF", "PRESENT_REF"},
      {"XXXX-05-16", "XXXX-05-16"},
      {"", ""}};
  for (const auto& [timex, words] : cases) EXPECT_EQ(plain_date(timex), words) << timex;
}

}  // namespace
}  // namespace crossread
