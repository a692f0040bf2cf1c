#include "compare/speakers.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "compare/similarity.h"

namespace crossread {
namespace {

constexpr Score kSameWords = 620;  // edge from which two attributed clauses are one statement
constexpr std::size_t kMostVoices = 6;

struct Said {
  std::uint32_t unit = 0;
  CrossEntityId speaker;
};

const Quote* quote_of(const EventView& view, const Unit& unit) {
  const Analysis& analysis = view.analysis(unit);
  const QuoteId id = view.statement(unit).quote;
  return id.valid() && id.value < analysis.quotes.size() ? &analysis.quotes[id.value] : nullptr;
}

// Speaker of the clause, if it is a person with a name.
Said said_by(const EventView& view, std::uint32_t u) {
  const Unit& unit = view.terms.units[u];
  const Quote* quote = quote_of(view, unit);
  if (quote == nullptr || !quote->speaker.valid()) return {u, {}};
  const CrossEntityId speaker = view.links.of(unit.article, quote->speaker);
  if (!speaker.valid() || view.links.entities[speaker.value].type != NameType::person)
    return {u, {}};
  return {u, speaker};
}

Span quote_span(const Quote& quote) {
  Span span = quote.content.front();
  for (const auto* part : {&quote.content, &quote.source, &quote.cue}) {
    for (const Span piece : *part) span = cover(span, piece);
  }
  return span;
}

void add_side(const EventView& view, const std::vector<Said>& said, Finding& finding) {
  std::size_t shown = 0;
  for (const Said& s : said) {
    if (shown++ == kMostVoices) break;
    const Unit& unit = view.terms.units[s.unit];
    const Quote& quote = *quote_of(view, unit);
    const Document& document = view.analysis(unit).document;
    const Span words = quote.source.empty() ? view.statement(unit).span : quote.source.front();
    finding.values.push_back({{unit.article, evidence_around(document, words, words)},
                              view.links.entities[s.speaker.value].name,
                              ""});
    const Span all = cover(quote_span(quote), view.statement(unit).span);
    finding.evidence.push_back(
        {unit.article, evidence_around(document, all, view.statement(unit).span)});
  }
}

}  // namespace

std::vector<Finding> speaker_findings(const EventView& view) {
  // By pair of speakers and group, so that five articles give one finding.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::pair<Said, Said>>> meetings;
  for (std::uint32_t u = 0; u < view.terms.units.size(); ++u) {
    const Said a = said_by(view, u);
    if (!a.speaker.valid()) continue;
    for (const Edge& edge : view.graph.of[u]) {
      if (edge.to < u || edge.score < kSameWords) continue;
      if (view.terms.units[edge.to].article == view.terms.units[u].article) continue;
      const Said b = said_by(view, edge.to);
      if (!b.speaker.valid() || b.speaker == a.speaker) continue;
      const bool in_order = a.speaker < b.speaker;
      meetings[{std::min(a.speaker.value, b.speaker.value),
                std::max(a.speaker.value, b.speaker.value)}]
          .push_back(in_order ? std::pair(a, b) : std::pair(b, a));
    }
  }
  std::vector<Finding> out;
  for (const auto& [speakers, pairs] : meetings) {
    // One finding for each statement: pairs that share a group belong together.
    std::map<std::uint32_t, std::vector<std::pair<Said, Said>>> by_group;
    for (const auto& pair : pairs)
      by_group[common_group(view, pair.first.unit, pair.second.unit).value].push_back(pair);
    for (const auto& [group, same] : by_group) {
      Finding finding;
      finding.kind = FindingKind::speaker;
      finding.verdict = Verdict::attributed_differently;
      finding.rule = "other_speaker";
      finding.fact = FactId{group};
      Score best = 0;
      std::vector<Said> x;
      std::vector<Said> y;
      const auto add = [](std::vector<Said>& list, const Said& said) {
        for (const Said& s : list) {
          if (s.unit == said.unit) return;
        }
        list.push_back(said);
      };
      for (const auto& [a, b] : same) {
        add(x, a);
        add(y, b);
        best = std::max(best, view.graph.score(a.unit, b.unit));
      }
      finding.confidence = std::min(0.95, 0.5 + best / 3000.0);
      const std::string& p = view.links.entities[speakers.first].name;
      const std::string& q = view.links.entities[speakers.second].name;
      finding.why = "The same statement is put to " + p + " in " +
                    source_name(view.analysis(view.terms.units[x.front().unit])) + " and to " + q +
                    " in " + source_name(view.analysis(view.terms.units[y.front().unit])) + ".";
      add_side(view, x, finding);
      add_side(view, y, finding);
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace crossread
