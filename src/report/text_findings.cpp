// Part of text_parts.h: differences, figures that agree, what is shared, told by one, not found.
#include <algorithm>

#include "report/text_parts.h"

namespace crossread {

void TextReport::sides(const DigestFinding& finding) {
  // Two sides stand side by side where there is room; more go below each other.
  if (finding.sides.size() == 2 && sheet_.width() >= 76) {
    std::vector<InkLine> cells;
    for (const DigestSide& side : finding.sides) cells.push_back(side_head(side));
    sheet_.pair(cells[0], cells[1], 4);
    const std::size_t rows =
        std::max(finding.sides[0].passages.size(), finding.sides[1].passages.size());
    for (std::size_t row = 0; row < rows; ++row) {
      sheet_.pair(row < finding.sides[0].passages.size() ? cited(finding.sides[0].passages[row])
                                                         : InkLine(),
                  row < finding.sides[1].passages.size() ? cited(finding.sides[1].passages[row])
                                                         : InkLine(),
                  4);
    }
    return;
  }
  for (const DigestSide& side : finding.sides) {
    sheet_.paragraph(side_head(side), 4);
    for (const Excerpt& passage : side.passages) sheet_.paragraph(cited(passage), 6);
  }
}

InkLine TextReport::side_head(const DigestSide& side) const {
  InkLine line = letters(side.sources);
  if (!side.words.empty()) line.push_back(ink(std::string(kGap) + side.words, Style::strong));
  return line;
}

InkLine TextReport::cited(const Excerpt& passage) const {
  InkLine line = letters({passage.article});
  line.push_back(ink(" "));
  append(line, passage);
  return line;
}

void TextReport::differences() {
  sheet_.section(sections::kDifferences.title);
  if (d_.sources.size() < 2) return sheet_.empty(sections::kNothingToDifferFrom);
  if (d_.differences.empty()) return sheet_.empty(sections::kDifferences.nothing);
  for (std::size_t i = 0; i < d_.differences.size(); ++i) {
    const DigestFinding& f = d_.differences[i];
    if (i > 0) sheet_.gap();
    const Style style = f.verdict == Verdict::conflict ? Style::alarm : Style::strong;
    sheet_.labelled(
        ink(std::to_string(i + 1)),
        {ink(f.kind + ": "), ink(std::string(verdict_words(f.verdict)), style),
         ink(kGap + "(" + std::to_string(static_cast<int>(f.confidence * 100 + 0.5)) + " % sure)",
             Style::faint)},
        5);
    sides(f);
    if (!f.why.empty()) sheet_.paragraph({ink("Why: ", Style::faint), ink(f.why)}, 4);
  }
  more(d_.more_differences, "differences");
}

void TextReport::figures() {
  if (!open(sections::kFigures, d_.figures)) return;
  for (const DigestFinding& f : d_.figures) {
    InkLine line;
    for (const DigestSide& side : f.sides) {
      if (!line.empty()) line.push_back(ink(" · ", Style::faint));
      line.push_back(ink(side.words + " ", Style::strong));
      for (Ink& p : letters(side.sources)) line.push_back(std::move(p));
    }
    sheet_.paragraph(line, 2);
    if (f.verdict == Verdict::compatible) sheet_.paragraph({ink(f.why, Style::faint)}, 6);
  }
  more(d_.more_figures, "figures");
}

void TextReport::shared() {
  if (!open(sections::kShared, d_.shared)) return;
  for (const DigestFact& fact : d_.shared) {
    InkLine line;
    append(line, fact.passage);
    sheet_.margin(columns_of(fact.sources), line);
  }
  more(d_.more_shared, "shared statements");
}

void TextReport::lists(const std::vector<DigestList>& lists, std::string_view lead, bool cite) {
  for (const DigestList& list : lists) {
    sheet_.paragraph({source_ink(d_.sources[list.article].letter, list.article),
                      ink(kGap + std::string(lead) + d_.sources[list.article].name, Style::strong)},
                     2);
    for (const DigestFact& fact : list.facts) {
      InkLine line;
      if (!fact.part.empty()) line.push_back(ink(fact.part + ": "));
      append(line, fact.passage);
      if (cite) {
        line.push_back(ink(" "));
        for (Ink& p : letters(fact.sources)) line.push_back(std::move(p));
      }
      sheet_.labelled(ink("–", Style::faint), line, 6, 4);
    }
    if (list.more > 0)
      sheet_.paragraph({ink("and " + std::to_string(list.more) + " more", Style::faint)}, 6);
  }
}

void TextReport::only() {
  if (open(sections::kOnly, d_.only)) lists(d_.only, "only in ", false);
}

void TextReport::missing() {
  if (open(sections::kMissing, d_.missing)) lists(d_.missing, "not found in ", true);
}

}  // namespace crossread
