// Part of digest_parts.h: differences and figures that agree.
#include "base/utf8.h"
#include "report/digest_parts.h"
#include "report/figure_words.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxDifferences = 40, kMaxFigures = 24, kMaxPassages = 4;

// What stands around the words of a side: its evidence in that article, marked.
Excerpt context(const Comparison& c, const Finding& finding, const SideValue& value) {
  for (const Evidence& e : finding.evidence) {
    if (e.article == value.words.article && e.span.contains(value.words.span))
      return excerpt(c, e, {value.words.span});
  }
  return excerpt(c, value.words, {value.words.span});
}

DigestFinding digest_of(const Comparison& c, const Finding& finding) {
  DigestFinding out;
  out.kind = std::string(finding_kind_code(finding.kind));
  std::replace(out.kind.begin(), out.kind.end(), '_', ' ');
  out.verdict = finding.verdict;
  out.why = printable(finding.why);
  out.confidence = finding.confidence;
  std::vector<std::pair<std::string, std::string>> keys;
  for (const SideValue& value : finding.values) {
    const std::string said = value.value.empty() ? fold(words_at(c, value.words)) : value.value;
    // A headline against its own text: each place is a side of its own.
    const std::string key =
        said + "\n" + value.unit +
        (finding.kind == FindingKind::headline_body ? std::to_string(value.words.span.begin) : "");
    auto at = std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.first == key; });
    if (at == keys.end()) {
      keys.emplace_back(key, "");
      out.sides.emplace_back();
      out.sides.back().words = words_at(c, {value.words.article, figure_words(c, value.words)});
      at = keys.end() - 1;
    }
    DigestSide& side = out.sides[static_cast<std::size_t>(at - keys.begin())];
    const bool fresh = std::find(side.sources.begin(), side.sources.end(), value.words.article) ==
                       side.sources.end();
    add_once(side.sources, value.words.article);
    if (fresh && side.passages.size() < kMaxPassages)
      side.passages.push_back(context(c, finding, value));
  }
  if (finding.values.empty()) {
    for (const Evidence& e : finding.evidence) {
      out.sides.push_back({{e.article}, "", {excerpt(c, e)}});
    }
  }
  return out;
}

}  // namespace

void add_findings(const Comparison& c, Digest& out) {
  for (const Finding& finding : c.findings) {
    const bool agree = finding.verdict == Verdict::same || finding.verdict == Verdict::compatible;
    if (agree && says_nothing(c, finding)) continue;
    (agree ? out.figures : out.differences).push_back(digest_of(c, finding));
  }
  out.more_differences = cut(out.differences, kMaxDifferences);
  // A figure that two findings tell alike is one row.
  std::vector<DigestFinding> rows;
  for (DigestFinding& f : out.figures) {
    const bool told = std::any_of(rows.begin(), rows.end(), [&](const DigestFinding& r) {
      return std::equal(r.sides.begin(), r.sides.end(), f.sides.begin(), f.sides.end(),
                        [](const DigestSide& a, const DigestSide& b) {
                          return a.words == b.words && a.sources == b.sources;
                        });
    });
    if (!told) rows.push_back(std::move(f));
  }
  out.figures = std::move(rows);
  // Compatible ones say more than equal ones.
  std::stable_partition(out.figures.begin(), out.figures.end(),
                        [](const DigestFinding& f) { return f.verdict == Verdict::compatible; });
  out.more_figures = cut(out.figures, kMaxFigures);
}

}  // namespace crossread
