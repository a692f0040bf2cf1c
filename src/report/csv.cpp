// Findings as a table: one row a piece of evidence.
#include "base/number.h"
#include "report/layout.h"
#include "report/report.h"

namespace crossread {
namespace {

// A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text.
std::string cell(std::string_view value) {
  std::string text = printable(value);
  const bool formula =
      !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
  const bool formula_inside =
      !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos;
  if (formula || formula_inside) text.insert(0, "'");
  if (text.find_first_of(",\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

void row(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view c : cells) {
    if (!first) out += ',';
    out += cell(c);
    first = false;
  }
  out += "\r\n";
}

}  // namespace

std::string report_csv(const Comparison& comparison) {
  std::string out;
  row(out, {"finding", "kind", "verdict", "confidence", "rule", "why", "article", "source",
            "published", "start", "end", "value", "unit", "words"});
  for (std::size_t i = 0; i < comparison.findings.size(); ++i) {
    const Finding& f = comparison.findings[i];
    const auto write = [&](const Evidence& e, std::string_view value, std::string_view unit) {
      const Document& d = comparison.articles[e.article].document;
      const std::string published = d.published == kNoDay ? "" : iso_date(d.published);
      row(out,
          {"d" + std::to_string(i), finding_kind_code(f.kind), verdict_code(f.verdict),
           format_number(f.confidence, 3), f.rule, f.why, d.article.id, d.article.source, published,
           std::to_string(e.span.begin), std::to_string(e.span.end), value, unit, d.text(e.span)});
    };
    for (const SideValue& side : f.values) write(side.words, side.value, side.unit);
    if (f.values.empty()) {
      for (const Evidence& e : f.evidence) write(e, "", "");
    }
  }
  return out;
}

}  // namespace crossread
