// Any text through the whole engine, alone and against a changed copy of itself: every span lies on
// character borders inside the text, and what is written reads back.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "check.h"
#include "crossread.h"
#include "json/json.h"
#include "report/report.h"

namespace {

void check(const crossread::Document& document, crossread::Span span) {
  const std::string& text = document.article.text;
  CROSSREAD_CHECK(span.begin <= span.end && span.end <= text.size());
  CROSSREAD_CHECK(crossread::on_border(text, span.begin) && crossread::on_border(text, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  const Engine engine;
  Article article;
  article.id = "a";
  article.published = "2024-05-14";
  article.text.assign(reinterpret_cast<const char*>(data), size);
  Result<Analysis> one = engine.analyse(article);
  if (!one) return 0;
  const Document& document = one->document;
  std::uint32_t at = 0;
  for (const Token& token : document.tokens) {
    CROSSREAD_CHECK(token.lead == at && token.lead <= token.span.begin);
    check(document, token.span);
    at = token.span.end;
  }
  for (const NameMention& name : one->names) check(document, name.span);
  for (const TimeMention& time : one->times) check(document, time.span);
  for (const Amount& amount : one->amounts) check(document, amount.span);
  for (const Statement& statement : one->statements) check(document, statement.span);
  for (const Quote& quote : one->quotes) {
    for (const auto* list : {&quote.content, &quote.source, &quote.cue}) {
      for (const Span span : *list) check(document, span);
    }
  }
  (void)extract_json(*one, Offsets::utf16);
  article.id = "b";
  article.text =
      article.text.substr(0, floor_border(article.text, static_cast<std::uint32_t>(size / 2))) +
      "\n\nFive men were held.";
  Result<Analysis> two = engine.analyse(article);
  CROSSREAD_CHECK(static_cast<bool>(two));
  std::vector<Analysis> both;
  both.push_back(std::move(*one));
  both.push_back(std::move(*two));
  const Comparison comparison = engine.compare(std::move(both));
  const ReadArticles back = read_json(comparison_json(comparison, engine.options()), "a.json");
  CROSSREAD_CHECK(back.articles.size() == 2 && back.errors.empty());
  (void)report_text(comparison, {Color::on, 80});
  (void)report_markdown(comparison);
  (void)report_csv(comparison);
  return 0;
}
