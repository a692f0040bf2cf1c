// The report as Markdown (CommonMark and tables): the same digest, with headings and lists.
#include <algorithm>

#include "report/descent.h"
#include "report/digest.h"
#include "report/report.h"
#include "report/sections.h"

namespace crossread {
namespace {

// Nothing an article says is markup: what could be is escaped.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~!&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// As `plain`, and safe as the first thing of a line: "1. ", "- ", "+ ", "= ".
std::string bold(std::string_view text) { return "**" + plain(text) + "**"; }

class MarkdownReport {
 public:
  explicit MarkdownReport(Digest digest) : d_(std::move(digest)) {}

  std::string write() {
    out_ = "# " +
           (d_.event.empty() ? "Comparison of " + std::to_string(d_.sources.size()) + " articles"
                             : plain(d_.event)) +
           "\n";
    if (!d_.lead.sources.empty())
      out_ += "\n> " + quoted(d_.lead.passage) + " (" + letters(d_.lead.sources) + ")\n";
    sources();
    brief();
    differences();
    figures();
    shared();
    lists(sections::kOnly, d_.only, "Only in ", false);
    lists(sections::kMissing, d_.missing, "Not found in ", true);
    quotes();
    voices();
    wording();
    dates();
    names();
    lineage();
    reuse();
    damage();
    if (!d_.notes.empty()) section(sections::kNotes.title);
    for (const std::string& note : d_.notes) out_ += "- " + plain(note) + "\n";
    return std::move(out_);
  }

 private:
  void section(std::string_view title) { out_ += "\n## " + std::string(title) + "\n\n"; }

  // The title, and the sentence for a section that has nothing to show; true if it has something.
  template <class List>
  bool open(const SectionWords& words, const List& list) {
    section(words.title);
    if (list.empty()) out_ += std::string(words.nothing) + "\n";
    return !list.empty();
  }

  std::string letters(const std::vector<ArticleIndex>& sources) const {
    std::string out;
    for (const ArticleIndex source : sources)
      out += (out.empty() ? "" : ", ") + d_.sources[source].letter;
    return out;
  }

  // The passage in quotation marks, its marked words bold.
  static std::string quoted(const Excerpt& passage) {
    std::string out = "“";
    std::uint32_t at = 0;
    for (const Span mark : passage.marks) {
      out += plain(std::string_view(passage.text).substr(at, mark.begin - at)) +
             bold(std::string_view(passage.text).substr(mark.begin, mark.size()));
      at = mark.end;
    }
    return out + plain(std::string_view(passage.text).substr(at)) + "”";
  }

  void more(std::uint32_t count, std::string_view what) {
    if (count > 0) out_ += "\n…and " + std::to_string(count) + " more " + std::string(what) + ".\n";
  }

  void sources() {
    section("Sources");
    out_ += "| | Source | Published | Words | Title | Remarks |\n|---|---|---|---:|---|---|\n";
    for (const DigestSource& s : d_.sources) {
      std::string remarks;
      for (const std::string& remark : s.remarks)
        remarks += (remarks.empty() ? "" : "; ") + plain(remark);
      out_ += "| " + s.letter + " | " + plain(s.name) + " | " + plain(s.date) + " | " +
              std::to_string(s.words) + " | " + plain(s.title) + " | " + remarks + " |\n";
    }
  }

  void brief() {
    if (d_.brief.empty()) return;
    section(sections::kBrief.title);
    for (const DigestBrief& sentence : d_.brief) {
      out_ += "- " + quoted(sentence.passage) + " (" + d_.sources[sentence.passage.article].letter +
              ")\n";
      for (const DigestBriefFact& fact : sentence.facts) {
        const bool alone = fact.supporters.size() < 2 && fact.dissenters.empty();
        out_ += "    - " + plain(fact.clause) + ": " +
                (alone ? "**one source only**" : letters(fact.supporters));
        if (!fact.dissenters.empty()) out_ += "; against: " + letters(fact.dissenters);
        for (const DigestSide& side : fact.values)
          out_ += "; " + bold(side.words) + " (" + letters(side.sources) + ")";
        out_ += "\n";
      }
    }
  }

  void differences() {
    section(sections::kDifferences.title);
    if (d_.sources.size() < 2) {
      out_ += std::string(sections::kNothingToDifferFrom) + "\n";
    } else if (d_.differences.empty()) {
      out_ += std::string(sections::kDifferences.nothing) + "\n";
    }
    for (std::size_t i = 0; i < d_.differences.size(); ++i) {
      const DigestFinding& f = d_.differences[i];
      out_ += std::to_string(i + 1) + ". " + plain(f.kind) + ": **" +
              std::string(verdict_words(f.verdict)) + "** (" +
              std::to_string(static_cast<int>(f.confidence * 100 + 0.5)) + " % sure)\n";
      for (const DigestSide& side : f.sides) {
        out_ += "    - " + letters(side.sources) +
                (side.words.empty() ? "" : ": " + bold(side.words)) + "\n";
        for (const Excerpt& p : side.passages)
          out_ += "        - " + d_.sources[p.article].letter + ": " + quoted(p) + "\n";
      }
      if (!f.why.empty()) out_ += "    - Why: " + plain(f.why) + "\n";
    }
    more(d_.more_differences, "differences");
  }

  void figures() {
    open(sections::kFigures, d_.figures);
    for (const DigestFinding& f : d_.figures) {
      std::string line;
      for (const DigestSide& side : f.sides)
        line += (line.empty() ? "" : " · ") + bold(side.words) + " (" + letters(side.sources) + ")";
      out_ += "- " + line + (f.verdict == Verdict::compatible ? ": " + plain(f.why) : "") + "\n";
    }
    more(d_.more_figures, "figures");
  }

  void shared() {
    open(sections::kShared, d_.shared);
    for (const DigestFact& fact : d_.shared)
      out_ += "- " + quoted(fact.passage) + " (" + letters(fact.sources) + ")\n";
    more(d_.more_shared, "shared statements");
  }

  void lists(const SectionWords& words, const std::vector<DigestList>& lists, std::string_view lead,
             bool cite) {
    open(words, lists);
    for (const DigestList& list : lists) {
      out_ += "- " + std::string(lead) + "**" + d_.sources[list.article].letter + "**, " +
              plain(d_.sources[list.article].name) + "\n";
      for (const DigestFact& fact : list.facts)
        out_ += "    - " + (fact.part.empty() ? "" : fact.part + ": ") + quoted(fact.passage) +
                (cite ? " (" + letters(fact.sources) + ")" : "") + "\n";
      if (list.more > 0) out_ += "    - …and " + std::to_string(list.more) + " more\n";
    }
  }

  void quotes() {
    open(sections::kQuotes, d_.quotes);
    for (const DigestQuote& quote : d_.quotes) {
      out_ += "- " +
              (!quote.one_voice        ? "More than one speaker"
               : quote.speaker.empty() ? "Speaker not named"
                                       : bold(quote.speaker)) +
              "\n";
      for (const DigestRendering& r : quote.renderings) {
        const std::string speaker = r.speaker.empty() ? "not named" : r.speaker;
        out_ += "    - " + d_.sources[r.article].letter + ": " +
                (quote.one_voice ? "" : bold(speaker) + ": ") + plain(r.words) +
                (r.change.empty() ? "" : " (" + r.change + ")") + "\n";
      }
    }
    more(d_.more_quotes, "utterances");
  }

  void voices() {
    section(sections::kVoices.title);
    for (std::uint32_t i = 0; i < d_.voices.size(); ++i) {
      std::string line;
      for (const DigestVoice& v : d_.voices[i]) {
        const std::uint32_t times = v.direct + v.indirect;
        line += (line.empty() ? "" : ", ") + plain(v.name) +
                (times > 1 ? " ×" + std::to_string(times) : "");
      }
      out_ += "- " + d_.sources[i].letter + ": " + (line.empty() ? "nobody" : line) + "\n";
    }
  }

  void wording() {
    open(sections::kWording, d_.wording);
    for (const DigestWording& row : d_.wording) {
      std::string line;
      for (const auto& [term, sources] : row.terms)
        line += (line.empty() ? "" : " · ") + plain(term) + " (" + letters(sources) + ")";
      out_ += "- " + line + "\n";
    }
    more(d_.more_wording, "rows");
    if (d_.reporting.empty()) return;
    out_ += "\n| | Verbs of saying | Hedges | Deeds without a doer |\n|---|---|---|---|\n";
    for (std::uint32_t i = 0; i < d_.reporting.size(); ++i) {
      const DigestReporting& r = d_.reporting[i];
      out_ += "| " + d_.sources[i].letter + " | " + (r.verbs.empty() ? "none" : r.verbs) + " | " +
              counted(r.hedges, r.hedge_examples) + " | " +
              counted(r.agentless, r.agentless_examples) + " |\n";
    }
  }

  static std::string counted(std::uint32_t count, const std::vector<std::string>& examples) {
    std::string list;
    for (const std::string& example : examples) list += (list.empty() ? "" : ", ") + plain(example);
    return std::to_string(count) + (list.empty() ? "" : " (" + list + ")");
  }

  void dates() {
    if (!open(sections::kDates, d_.dates)) return;
    out_ += "| Date | Words |\n|---|---|\n";
    for (const DigestDate& date : d_.dates) {
      std::string line;
      for (const Excerpt& p : date.words)
        line += (line.empty() ? "" : "; ") + d_.sources[p.article].letter + ": " + plain(p.text);
      out_ += "| " + plain(date.when) + " | " + line + " |\n";
    }
    more(d_.more_dates, "dates");
  }

  void names() {
    if (!open(sections::kNames, d_.names)) return;
    out_ += "| Name | Type | Sources | Roles |\n|---|---|---|---|\n";
    for (const DigestName& name : d_.names) {
      std::string roles;
      for (const auto& [role, sources] : name.roles)
        roles += (roles.empty() ? "" : "; ") + plain(role) + " (" + letters(sources) + ")";
      out_ += "| " + plain(name.name) + " | " + name.type + " | " + letters(name.sources) + " | " +
              roles + " |\n";
    }
    more(d_.more_names, "names");
  }

  void reuse() {
    open(sections::kReuse, d_.reuse);
    for (const DigestReuse& r : d_.reuse) {
      out_ += "- " + letters({r.a, r.b}) + ": " + reuse_counts(r) + "; " + std::to_string(r.of_a) +
              " % of " + d_.sources[r.a].letter + " and " + std::to_string(r.of_b) + " % of " +
              d_.sources[r.b].letter + "; the longest: “" + plain(r.longest) + "”\n";
    }
    for (const DigestPassage& p : d_.passages) {
      out_ += "- " + letters(p.sources) + " all have: “" + plain(p.words) + "”\n";
    }
    more(d_.more_passages, "passages of several sources");
  }

  void lineage() {
    section(sections::kLineage.title);
    const std::vector<std::string> lines = origin_lines(d_);
    if (lines.empty() && d_.steps.empty()) out_ += std::string(sections::kLineage.nothing) + "\n";
    for (const std::string& line : lines) out_ += "- " + plain(line) + "\n";
    for (const DigestStep& step : d_.steps) {
      out_ += "- " + bold(step.decided ? step.from + " → " + step.to
                                       : step.from + ": who was first cannot be told");
      if (step.decided)
        out_ += " (" + std::to_string(static_cast<int>(step.confidence * 100 + 0.5)) + " % sure)";
      for (const std::string& reason : step.reasons) out_ += " " + plain(reason);
      out_ += "\n";
    }
  }

  void damage() {
    if (d_.damage.empty()) return;
    section(sections::kDamage.title);
    for (const DigestDamage& list : d_.damage) {
      for (const DigestDamage::Place& place : list.places) {
        out_ += "- " + d_.sources[list.article].letter + ": " + place.kind + ": “" +
                plain(place.words) + "”" +
                (place.repair.empty() ? "" : " read as “" + plain(place.repair) + "”") + "\n";
      }
      more(list.more, "in " + plain(d_.sources[list.article].name));
    }
  }

  Digest d_;
  std::string out_;
};

}  // namespace

std::string report_markdown(const Comparison& comparison) {
  return MarkdownReport(make_digest(comparison)).write();
}

}  // namespace crossread
