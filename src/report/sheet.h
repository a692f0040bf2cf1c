// sheet.h — a page of text being filled from the top: sections, paragraphs, columns.
//
//     sheet.section("Dates");                                   Dates ──────────────────────
//     sheet.labelled(ink("16 May"), {ink("on Thursday …")}, 9);   16 May on Thursday, when
//                                                                        the ferry left
//
// Each call adds whole lines, folded to the width; what stands is never touched again. Without
// colour marked words get [brackets] instead, before the folding, so that columns hold. O(bytes).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/layout.h"

namespace crossread {

class Sheet {
 public:
  explicit Sheet(const ReportOptions& options) : color_(options.color), width_(options.width) {}

  int width() const { return width_; }
  void section(std::string_view title);  // a blank line, the title, a rule
  void gap() { out_ += '\n'; }
  void empty(std::string_view sentence);  // what a section says that has nothing to show
  void paragraph(const InkLine& text, int indent);
  // A label at column `at`, text hanging at `indent`.
  void labelled(const Ink& label, const InkLine& text, int indent, int at = 2);
  // Text at the left, a short mark at the right edge of its first line.
  void margin(const InkLine& mark, const InkLine& text);
  // Two columns of equal width.
  void pair(const InkLine& left, const InkLine& right, int indent);
  std::string take() { return std::move(out_); }

 private:
  std::vector<InkLine> fold(const InkLine& text, int width) const;
  void put(const InkLine& line, int indent);

  Color color_;
  int width_;
  std::string out_;
};

}  // namespace crossread
