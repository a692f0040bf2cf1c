// The terminal report: a digest in columns. Made to be read at 80 to 120 columns.
#include <algorithm>

#include "report/descent.h"
#include "report/digest.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/sheet.h"

namespace crossread {
namespace {

// Two columns between things on one line; where a line breaks, one of them goes.
const std::string kGap = " " + std::string(kHardSpace);
constexpr std::size_t kMaxColumns = 12;  // sources that get a column of their own

class TextReport {
 public:
  TextReport(const Digest& digest, const ReportOptions& options) : d_(digest), sheet_(options) {}

  std::string write() {
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

 private:
  // "A C D", each in its colour.
  InkLine letters(const std::vector<ArticleIndex>& sources) const {
    InkLine out;
    for (const ArticleIndex source : sources) {
      if (!out.empty()) out.push_back(ink(std::string(kHardSpace)));
      out.push_back(source_ink(d_.sources[source].letter, source));
    }
    return out;
  }

  // One column a source, so that gaps show: "A B · D ·".
  InkLine columns_of(const std::vector<ArticleIndex>& sources) const {
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

  // A passage with its marks as inks, in quotation marks.
  static void append(InkLine& line, const Excerpt& passage) {
    std::uint32_t at = 0;
    line.push_back(ink("“"));
    for (const Span mark : passage.marks) {
      line.push_back(ink(passage.text.substr(at, mark.begin - at)));
      line.push_back(ink(passage.text.substr(mark.begin, mark.size()), Style::marked));
      at = mark.end;
    }
    line.push_back(ink(passage.text.substr(at) + "”"));
  }

  void more(std::uint32_t count, std::string_view what) {
    if (count > 0)
      sheet_.paragraph(
          {ink("and " + std::to_string(count) + " more " + std::string(what), Style::faint)}, 2);
  }

  void head() {
    if (!d_.event.empty()) sheet_.paragraph({ink(d_.event, Style::strong)}, 0);
    if (!d_.lead.sources.empty()) {
      InkLine line;
      append(line, d_.lead.passage);
      line.push_back(ink(kGap));
      for (Ink& p : letters(d_.lead.sources)) line.push_back(std::move(p));
      sheet_.paragraph(line, 0);
    }
  }

  void sources() {
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
  void brief() {
    if (d_.brief.empty()) return;
    sheet_.section("In brief");
    for (const DigestBrief& sentence : d_.brief) {
      InkLine line;
      append(line, sentence.passage);
      sheet_.labelled(
          source_ink(d_.sources[sentence.passage.article].letter, sentence.passage.article), line,
          4);
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

  void sides(const DigestFinding& finding) {
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

  InkLine side_head(const DigestSide& side) const {
    InkLine line = letters(side.sources);
    if (!side.words.empty()) line.push_back(ink(std::string(kGap) + side.words, Style::strong));
    return line;
  }

  InkLine cited(const Excerpt& passage) const {
    InkLine line = letters({passage.article});
    line.push_back(ink(" "));
    append(line, passage);
    return line;
  }

  void differences() {
    sheet_.section("Differences");
    if (d_.sources.size() < 2) return sheet_.empty("One article alone has nothing to differ from.");
    if (d_.differences.empty())
      return sheet_.empty(
          "None found in figures, dates, names, speakers and claims that could be set against each "
          "other.");
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

  void figures() {
    sheet_.section("Figures and dates that agree");
    if (d_.figures.empty())
      return sheet_.empty("No figure or date of one article could be matched with one of another.");
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

  void shared() {
    sheet_.section("Told by several");
    if (d_.shared.empty()) return sheet_.empty("No statement stands in more than one article.");
    for (const DigestFact& fact : d_.shared) {
      InkLine line;
      append(line, fact.passage);
      sheet_.margin(columns_of(fact.sources), line);
    }
    more(d_.more_shared, "shared statements");
  }

  void lists(const std::vector<DigestList>& lists, std::string_view lead, bool cite) {
    for (const DigestList& list : lists) {
      sheet_.paragraph(
          {source_ink(d_.sources[list.article].letter, list.article),
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

  void only() {
    sheet_.section("Told by one alone");
    if (d_.only.empty()) return sheet_.empty("Nothing.");
    lists(d_.only, "only in ", false);
  }

  void missing() {
    sheet_.section("Not found");
    if (d_.missing.empty()) return sheet_.empty("No article lacks what several others tell.");
    lists(d_.missing, "not found in ", true);
  }

  void quotes() {
    sheet_.section("Quoted by several");
    if (d_.quotes.empty()) return sheet_.empty("No utterance stands in more than one article.");
    for (const DigestQuote& quote : d_.quotes) {
      const std::string head = !quote.one_voice        ? "more than one speaker"
                               : quote.speaker.empty() ? "speaker not named"
                                                       : quote.speaker;
      sheet_.paragraph({ink(head, Style::strong)}, 2);
      for (const DigestRendering& r : quote.renderings) {
        InkLine line;
        if (!quote.one_voice)
          line.push_back(ink((r.speaker.empty() ? "not named" : r.speaker) + ": ", Style::strong));
        line.push_back(ink(r.words));
        if (!r.change.empty()) line.push_back(ink(kGap + "(" + r.change + ")", Style::faint));
        sheet_.labelled(source_ink(d_.sources[r.article].letter, r.article), line, 8, 4);
      }
    }
    more(d_.more_quotes, "utterances");
  }

  void voices() {
    sheet_.section("Who speaks");
    for (std::uint32_t i = 0; i < d_.voices.size(); ++i) {
      InkLine line;
      for (const DigestVoice& voice : d_.voices[i]) {
        const std::uint32_t times = voice.direct + voice.indirect;
        line.push_back(ink((line.empty() ? "" : ", ") + voice.name +
                           (times > 1 ? " ×" + std::to_string(times) : "")));
      }
      if (line.empty()) line.push_back(ink("nobody", Style::faint));
      sheet_.labelled(source_ink(d_.sources[i].letter, i), line, 4);
    }
  }

  void wording() {
    sheet_.section("Wording");
    if (d_.wording.empty())
      sheet_.empty("No thing is named differently at places that answer each other.");
    for (const DigestWording& row : d_.wording) {
      InkLine line;
      for (const auto& [term, sources] : row.terms) {
        if (!line.empty()) line.push_back(ink(" · ", Style::faint));
        line.push_back(ink(term + " "));
        for (Ink& p : letters(sources)) line.push_back(std::move(p));
      }
      sheet_.labelled(ink("–", Style::faint), line, 4);
    }
    more(d_.more_wording, "rows");
    for (std::uint32_t i = 0; i < d_.reporting.size(); ++i) {
      const DigestReporting& r = d_.reporting[i];
      InkLine line = {ink("verbs of saying: " + (r.verbs.empty() ? "none" : r.verbs))};
      line.push_back(ink(kGap + "hedges: " + counted(r.hedges, r.hedge_examples)));
      line.push_back(
          ink(kGap + "deeds without a doer: " + counted(r.agentless, r.agentless_examples)));
      sheet_.labelled(source_ink(d_.sources[i].letter, i), line, 4);
    }
  }

  // "2 (may, apparently)"
  static std::string counted(std::uint32_t count, const std::vector<std::string>& examples) {
    std::string list;
    for (const std::string& example : examples) list += (list.empty() ? "" : ", ") + example;
    return std::to_string(count) + (list.empty() ? "" : " (" + list + ")");
  }

  void dates() {
    sheet_.section("Dates");
    if (d_.dates.empty()) return sheet_.empty("No date could be told from the texts.");
    int width = 0;
    for (const DigestDate& date : d_.dates) width = std::max(width, columns(date.when));
    width = std::min(width, 32);
    for (const DigestDate& date : d_.dates) {
      InkLine line;
      for (const Excerpt& p : date.words) {
        if (!line.empty()) line.push_back(ink(kGap));
        line.push_back(source_ink(d_.sources[p.article].letter, p.article));
        line.push_back(ink(" " + p.text));
      }
      const std::string when = shorten(date.when, width);
      sheet_.labelled(ink(when + padding(columns(when), width), Style::strong), line, width + 4);
    }
    more(d_.more_dates, "dates");
  }

  void names() {
    sheet_.section("People and places");
    for (const DigestName& name : d_.names) {
      InkLine line = {ink(name.name, Style::strong)};
      for (const auto& [role, sources] : name.roles) {
        line.push_back(ink(kGap + role + " ", Style::plain));
        for (Ink& p : letters(sources)) line.push_back(std::move(p));
      }
      InkLine marks = {ink(name.type + padding(columns(name.type), 8), Style::faint)};
      for (Ink& p : columns_of(name.sources)) marks.push_back(std::move(p));
      sheet_.margin(marks, line);
    }
    more(d_.more_names, "names");
  }

  void reuse() {
    sheet_.section("Taken from one another");
    if (d_.reuse.empty()) return sheet_.empty("No passage is shared by descent.");
    for (const DigestReuse& r : d_.reuse) {
      InkLine line = letters({r.a, r.b});
      line.push_back(ink(kGap + reuse_counts(r) + "; " + std::to_string(r.of_a) + " % of " +
                         d_.sources[r.a].letter + " and " + std::to_string(r.of_b) + " % of " +
                         d_.sources[r.b].letter + "; the longest: “" + shorten(r.longest, 160) +
                         "”"));
      sheet_.paragraph(line, 2);
    }
    for (const DigestPassage& p : d_.passages) {
      InkLine line = letters(p.sources);
      line.push_back(ink(kGap + "all have: “" + shorten(p.words, 160) + "”"));
      sheet_.paragraph(line, 2);
    }
    more(d_.more_passages, "passages of several sources");
  }

  void lineage() {
    sheet_.section("Where the texts come from");
    const std::vector<std::string> lines = origin_lines(d_);
    if (lines.empty() && d_.steps.empty()) {
      return sheet_.empty("Each article stands for itself, as far as the texts show.");
    }
    for (const std::string& line : lines) sheet_.paragraph({ink(line)}, 2);
    for (const DigestStep& step : d_.steps) {
      const std::string what =
          step.decided ? step.from + " → " + step.to : step.from + ": who was first cannot be told";
      InkLine line = {ink(what, Style::strong)};
      if (step.decided) {
        line.push_back(ink(
            kGap + "(" + std::to_string(static_cast<int>(step.confidence * 100 + 0.5)) + " % sure)",
            Style::faint));
      }
      for (const std::string& reason : step.reasons) line.push_back(ink(" " + reason));
      sheet_.paragraph(line, 2);
    }
  }

  void damage() {
    if (d_.damage.empty()) return;
    sheet_.section("Damaged text");
    for (const DigestDamage& list : d_.damage) {
      for (const DigestDamage::Place& place : list.places) {
        InkLine line = {ink(place.kind + ": ", Style::faint), ink("“" + place.words + "”")};
        if (!place.repair.empty()) line.push_back(ink(" read as “" + place.repair + "”"));
        sheet_.labelled(source_ink(d_.sources[list.article].letter, list.article), line, 4);
      }
      more(list.more, "in " + d_.sources[list.article].name);
    }
  }

  void notes() {
    if (d_.notes.empty()) return;
    sheet_.section("Notes");
    for (const std::string& note : d_.notes)
      sheet_.labelled(ink("–", Style::faint), {ink(note)}, 4);
  }

  const Digest& d_;
  Sheet sheet_;
};

}  // namespace

std::string report_text(const Comparison& comparison, const ReportOptions& options) {
  return TextReport(make_digest(comparison), options).write();
}

}  // namespace crossread
