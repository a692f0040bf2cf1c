// Part of text_parts.h: quotes, voices, wording, dates, names, copying, damage.
#include <algorithm>

#include "report/descent.h"
#include "report/text_parts.h"

namespace crossread {

void TextReport::quotes() {
  if (!open(sections::kQuotes, d_.quotes)) return;
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

void TextReport::voices() {
  sheet_.section(sections::kVoices.title);
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

void TextReport::wording() {
  open(sections::kWording, d_.wording);
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

std::string TextReport::counted(std::uint32_t count, const std::vector<std::string>& examples) {
  std::string list;
  for (const std::string& example : examples) list += (list.empty() ? "" : ", ") + example;
  return std::to_string(count) + (list.empty() ? "" : " (" + list + ")");
}

void TextReport::dates() {
  if (!open(sections::kDates, d_.dates)) return;
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

void TextReport::names() {
  sheet_.section(sections::kNames.title);
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

void TextReport::reuse() {
  if (!open(sections::kReuse, d_.reuse)) return;
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

void TextReport::lineage() {
  sheet_.section(sections::kLineage.title);
  const std::vector<std::string> lines = origin_lines(d_);
  if (lines.empty() && d_.steps.empty()) return sheet_.empty(sections::kLineage.nothing);
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

void TextReport::damage() {
  if (d_.damage.empty()) return;
  sheet_.section(sections::kDamage.title);
  for (const DigestDamage& list : d_.damage) {
    for (const DigestDamage::Place& place : list.places) {
      InkLine line = {ink(place.kind + ": ", Style::faint), ink("“" + place.words + "”")};
      if (!place.repair.empty()) line.push_back(ink(" read as “" + place.repair + "”"));
      sheet_.labelled(source_ink(d_.sources[list.article].letter, list.article), line, 4);
    }
    more(list.more, "in " + d_.sources[list.article].name);
  }
}

}  // namespace crossread
