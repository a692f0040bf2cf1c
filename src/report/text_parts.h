// text_parts.h — the terminal report, subject by subject; for text*.cpp alone.
//
//     text.cpp            the order, the sources, the brief, notes; the pieces that all use
//     text_findings.cpp   differences, figures that agree, what is shared, told by one, not found
//     text_words.cpp      quotes, voices, wording, dates, names, copying, damage
//
// Each part writes one section of the Digest onto the Sheet; what there is to say was chosen in
// digest.h. O(size of the digest).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/digest.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/sections.h"
#include "report/sheet.h"

namespace crossread {

// Two columns between things on one line; where a line breaks, one of them goes.
inline const std::string kGap = " " + std::string(kHardSpace);

class TextReport {
 public:
  // The digest has to outlive the report.
  TextReport(const Digest& digest, const ReportOptions& options) : d_(digest), sheet_(options) {}

  std::string write();

 private:
  // The title, and the sentence for a section that has nothing to show; true if it has something.
  template <class List>
  bool open(const SectionWords& words, const List& list) {
    sheet_.section(words.title);
    if (list.empty()) sheet_.empty(words.nothing);
    return !list.empty();
  }

  // text.cpp: the pieces, then the first sections and the last.
  // "A C D", each in its colour.
  InkLine letters(const std::vector<ArticleIndex>& sources) const;
  // One column a source, so that gaps show: "A B · D ·".
  InkLine columns_of(const std::vector<ArticleIndex>& sources) const;
  // A passage with its marks as inks, in quotation marks.
  static void append(InkLine& line, const Excerpt& passage);
  void more(std::uint32_t count, std::string_view what);

  void head();
  void sources();
  void brief();
  void notes();

  // text_findings.cpp
  void sides(const DigestFinding& finding);
  InkLine side_head(const DigestSide& side) const;
  InkLine cited(const Excerpt& passage) const;
  void differences();
  void figures();
  void shared();
  void lists(const std::vector<DigestList>& lists, std::string_view lead, bool cite);
  void only();
  void missing();

  // text_words.cpp
  void quotes();
  void voices();
  void wording();
  // "2 (may, apparently)"
  static std::string counted(std::uint32_t count, const std::vector<std::string>& examples);
  void dates();
  void names();
  void reuse();
  void lineage();
  void damage();

  const Digest& d_;
  Sheet sheet_;
};

}  // namespace crossread
