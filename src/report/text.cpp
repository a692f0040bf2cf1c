// The terminal report: a digest in columns. Made to be read at 80 to 120 columns.
#include <algorithm>

#include "report/text_parts.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxColumns = 12;  // sources that get a column of their own

}  // namespace

std::string TextReport::write() {
  head();
  sources();
  brief();
  differences();
  figures();
  shared();
  only();
  missing();
  quotes();
  voices();
  wording();
  dates();
  names();
  lineage();
  reuse();
  damage();
  notes();
  return sheet_.take();
}

InkLine TextReport::letters(const std::vector<ArticleIndex>& sources) const {
  InkLine out;
  for (const ArticleIndex source : sources) {
    if (!out.empty()) out.push_back(ink(std::string(kHardSpace)));
    out.push_back(source_ink(d_.sources[source].letter, source));
  }
  return out;
}

InkLine TextReport::columns_of(const std::vector<ArticleIndex>& sources) const {
  if (d_.sources.size() > kMaxColumns) {
    return {ink(std::to_string(sources.size()) + " of " + std::to_string(d_.sources.size()),
                Style::faint)};
  }
  InkLine out;
  for (std::uint32_t i = 0; i < d_.sources.size(); ++i) {
    const bool here = std::find(sources.begin(), sources.end(), i) != sources.end();
    if (i > 0) out.push_back(ink(" "));
    out.push_back(here ? source_ink(d_.sources[i].letter, i) : ink("·", Style::faint));
  }
  return out;
}

void TextReport::append(InkLine& line, const Excerpt& passage) {
  std::uint32_t at = 0;
  line.push_back(ink("“"));
  for (const Span mark : passage.marks) {
    line.push_back(ink(passage.text.substr(at, mark.begin - at)));
    line.push_back(ink(passage.text.substr(mark.begin, mark.size()), Style::marked));
    at = mark.end;
  }
  line.push_back(ink(passage.text.substr(at) + "”"));
}

void TextReport::more(std::uint32_t count, std::string_view what) {
  if (count > 0)
    sheet_.paragraph(
        {ink("and " + std::to_string(count) + " more " + std::string(what), Style::faint)}, 2);
}

void TextReport::head() {
  if (!d_.event.empty()) sheet_.paragraph({ink(d_.event, Style::strong)}, 0);
  if (!d_.lead.sources.empty()) {
    InkLine line;
    append(line, d_.lead.passage);
    line.push_back(ink(kGap));
    for (Ink& p : letters(d_.lead.sources)) line.push_back(std::move(p));
    sheet_.paragraph(line, 0);
  }
}

void TextReport::sources() {
  sheet_.section(std::to_string(d_.sources.size()) +
                 (d_.sources.size() == 1 ? " source" : " sources"));
  int names = 0;
  for (const DigestSource& s : d_.sources) names = std::max(names, columns(s.name));
  names = std::min(names, 24);
  for (std::uint32_t i = 0; i < d_.sources.size(); ++i) {
    const DigestSource& s = d_.sources[i];
    const std::string name = shorten(s.name, names);
    InkLine line = {ink(name + padding(columns(name), names) + kGap),
                    ink(s.date + ", " + std::to_string(s.words) + " words", Style::faint)};
    if (!s.title.empty()) line.push_back(ink(kGap + s.title));
    sheet_.labelled(source_ink(s.letter, i), line, 4);
    for (const std::string& remark : s.remarks)
      sheet_.paragraph({ink("– " + remark, Style::faint)}, 4);
  }
}

// Sentences of the articles; under each its clauses, where not all sources tell them alike.
void TextReport::brief() {
  if (d_.brief.empty()) return;
  sheet_.section(sections::kBrief.title);
  for (const DigestBrief& sentence : d_.brief) {
    InkLine line;
    append(line, sentence.passage);
    sheet_.labelled(
        source_ink(d_.sources[sentence.passage.article].letter, sentence.passage.article), line, 4);
    for (const DigestBriefFact& fact : sentence.facts) {
      const bool alone = fact.supporters.size() < 2 && fact.dissenters.empty();
      InkLine told = {ink("– " + shorten(fact.clause, 60) + kGap, Style::faint)};
      if (alone) {
        told.push_back(ink("one source only", Style::strong));
      } else {
        for (Ink& p : letters(fact.supporters)) told.push_back(std::move(p));
      }
      if (!fact.dissenters.empty()) {
        told.push_back(ink(kGap + "against: ", Style::faint));
        for (Ink& p : letters(fact.dissenters)) told.push_back(std::move(p));
      }
      for (const DigestSide& side : fact.values) {
        told.push_back(ink(kGap + side.words + " ", Style::strong));
        for (Ink& p : letters(side.sources)) told.push_back(std::move(p));
      }
      sheet_.paragraph(told, 4);
    }
  }
}

void TextReport::notes() {
  if (d_.notes.empty()) return;
  sheet_.section(sections::kNotes.title);
  for (const std::string& note : d_.notes) sheet_.labelled(ink("–", Style::faint), {ink(note)}, 4);
}

std::string report_text(const Comparison& comparison, const ReportOptions& options) {
  return TextReport(make_digest(comparison), options).write();
}

}  // namespace crossread
