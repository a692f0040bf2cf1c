// report.h — a comparison for people: the terminal and Markdown.
#pragma once

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
std::string extract_text(const Analysis& analysis, const ReportOptions& options = {});

}  // namespace crossread
