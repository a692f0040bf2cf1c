// report.h — a comparison for people: the terminal, Markdown, a table of findings.
//
//     report_text        In brief · Differences · … in columns, in colour if asked
//     report_markdown    the same under headings: both are written from one digest (digest.h)
//     report_csv         every finding of the comparison, nothing cut: a row a piece of evidence
//
// Nothing an article holds can steer a terminal, a Markdown reader or a spreadsheet. O(size of the
// comparison).
#pragma once

#include <cstdint>
#include <string>

#include "claim/analysis.h"
#include "compare/comparison.h"

namespace crossread {

enum class Color : std::uint8_t { off, on };

struct ReportOptions {
  Color color = Color::off;
  int width = 100;  // columns
};

std::string report_text(const Comparison& comparison, const ReportOptions& options = {});
std::string report_markdown(const Comparison& comparison);

// One row a piece of evidence: finding, kind, verdict, confidence, rule, why, article, source,
// published, start, end, value, unit, words. RFC 4180; a cell that a spreadsheet would run (= + - @
// tab) gets a '.
std::string report_csv(const Comparison& comparison);

// One article alone: what `extract --format text` shows.
std::string extract_text(const Analysis& analysis, const ReportOptions& options = {});

}  // namespace crossread
