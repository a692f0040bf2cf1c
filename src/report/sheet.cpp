#include "report/sheet.h"

#include <algorithm>

namespace crossread {

std::vector<InkLine> Sheet::fold(const InkLine& text, int width) const {
  return wrap(color_ == Color::on ? text : bracketed(text), std::max(width, 16));
}

void Sheet::put(const InkLine& line, int indent) {
  std::string text = std::string(static_cast<std::size_t>(indent), ' ') + paint(line, color_);
  text.erase(text.find_last_not_of(' ') + 1);
  out_ += text + "\n";
}

void Sheet::section(std::string_view title) {
  if (!out_.empty()) out_ += '\n';
  std::string rule;
  for (int i = columns(title) + 1; i < width_; ++i) rule += "─";
  put({ink(std::string(title), Style::strong), ink(" " + rule, Style::faint)}, 0);
}

void Sheet::empty(std::string_view sentence) {
  paragraph({ink(std::string(sentence), Style::faint)}, 2);
}

void Sheet::paragraph(const InkLine& text, int indent) {
  for (const InkLine& line : fold(text, width_ - indent)) put(line, indent);
}

void Sheet::labelled(const Ink& label, const InkLine& text, int indent, int at) {
  bool first = true;
  for (InkLine& line : fold(text, width_ - indent)) {
    if (first) line.insert(line.begin(), {label, ink(padding(at + columns(label.text), indent))});
    put(line, first ? at : indent);
    first = false;
  }
}

void Sheet::margin(const InkLine& mark, const InkLine& text) {
  const int room = width_ - 2 - columns(mark) - 2;
  bool first = true;
  for (InkLine& line : fold(text, room)) {
    if (first) {
      line.push_back(ink(padding(columns(line), room + 2)));
      line.insert(line.end(), mark.begin(), mark.end());
    }
    put(line, first ? 2 : 4);
    first = false;
  }
}

void Sheet::pair(const InkLine& left, const InkLine& right, int indent) {
  const int column = (width_ - indent - 3) / 2;
  const std::vector<InkLine> a = fold(left, column), b = fold(right, column);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    InkLine line = i < a.size() ? a[i] : InkLine();
    line.push_back(ink(padding(columns(line), column + 3)));
    if (i < b.size()) line.insert(line.end(), b[i].begin(), b[i].end());
    put(line, indent);
  }
}

}  // namespace crossread
