// sheet.h — a page of text being filled from the top: sections, paragraphs, columns.
#pragma once

#include <string>
#include <string_view>

#include "report/layout.h"

namespace crossread {

class Sheet {
 public:
  explicit Sheet(const ReportOptions& options) : color_(options.color), width_(options.width) {}

  int width() const { return width_; }
  void section(std::string_view title);  // a blank line, the title, a rule
  void gap() { out_ += '\n'; }
  void empty(std::string_view sentence);  // what a section says that has nothing to show
  void paragraph(const Line& text, int indent);
  // A label at column `at`, text hanging at `indent`.
  void labelled(const Piece& label, const Line& text, int indent, int at = 2);
  // Text at the left, a short mark at the right edge of its first line.
  void margin(const Line& mark, const Line& text);
  // Two columns of equal width.
  void pair(const Line& left, const Line& right, int indent);
  std::string take() { return std::move(out_); }

 private:
  std::vector<Line> fold(const Line& text, int width) const;
  void put(const Line& line, int indent);

  Color color_;
  int width_;
  std::string out_;
};

}  // namespace crossread
