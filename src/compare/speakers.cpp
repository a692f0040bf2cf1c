#include "compare/speakers.h"

#include <algorithm>
#include <string>

#include "base/one_of.h"
#include "compare/similarity.h"

namespace crossread {
namespace {

// Edge from which two attributed clauses are one statement; more is asked where a pronoun stands
// for the speaker, which may have been resolved to the wrong one.
constexpr Score kSameWords = 720;
constexpr Score kSameWordsOfPronoun = 900;
constexpr Score kWordsHeld = 450;  // what they share, of the shorter one's words
constexpr std::size_t kMostVoices = 6;

struct Said {
  std::uint32_t unit = 0;
  CrossEntityId speaker;
  bool pronoun = false;
};

// The same statement, put to one speaker and to another.
struct Swap {
  Said a, b;
  FactId group;
  Score score = 0;
};

const Quote* quote_of(const EventView& view, const Unit& unit) {
  const Analysis& analysis = view.analysis(unit);
  const QuoteId id = view.statement(unit).quote;
  return id.valid() && id.value < analysis.quotes.size() ? &analysis.quotes[id.value] : nullptr;
}

bool by_pronoun(const Document& document, const Quote& quote) {
  if (quote.source.empty()) return true;  // the speaker of the sentence before
  const Range tokens = document.tokens_in(quote.source.front());
  return tokens.size() == 1 &&
         is_one_of(document.folded(document.tokens[tokens.first]), {"he", "she", "they"});
}

// Speaker of the clause, if it is a person with a name.
Said said_by(const EventView& view, std::uint32_t u) {
  const Unit& unit = view.terms.units[u];
  const Quote* quote = quote_of(view, unit);
  if (quote == nullptr || !quote->speaker.valid()) return {u, {}};
  const CrossEntityId speaker = view.links.of(unit.article, quote->speaker);
  if (!speaker.valid() || view.links.entities[speaker.value].type != NameType::person)
    return {u, {}};
  return {u, speaker, by_pronoun(view.analysis(unit).document, *quote)};
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

// The words themselves are alike, or stand in the same place of a retelling.
bool same_statement(const EventView& view, std::uint32_t u, std::uint32_t v) {
  const Unit& a = view.terms.units[u];
  const Unit& b = view.terms.units[v];
  return held(view.terms, a, b) >= kWordsHeld || view.graph.retold(a, b);
}

std::vector<Swap> swaps_of(const EventView& view) {
  std::vector<Swap> out;
  for (std::uint32_t u = 0; u < view.terms.units.size(); ++u) {
    const Said a = said_by(view, u);
    if (!a.speaker.valid()) continue;
    for (const Edge& edge : view.graph.of[u]) {
      if (edge.to < u || edge.score < kSameWords || !same_statement(view, u, edge.to)) continue;
      if (view.terms.units[edge.to].article == view.terms.units[u].article) continue;
      const Said b = said_by(view, edge.to);
      if (!b.speaker.valid() || b.speaker == a.speaker) continue;
      if ((a.pronoun || b.pronoun) && edge.score < kSameWordsOfPronoun) continue;
      const bool in_order = a.speaker < b.speaker;
      out.push_back(
          {in_order ? a : b, in_order ? b : a, common_group(view, u, edge.to), edge.score});
    }
  }
  return out;
}

// Swaps of the same two speakers in one fact, or of one clause, are one finding.
bool belong_together(const Swap& x, const Swap& y) {
  if (x.a.speaker != y.a.speaker || x.b.speaker != y.b.speaker) return false;
  return (x.group.valid() && x.group == y.group) || x.a.unit == y.a.unit || x.b.unit == y.b.unit;
}

std::vector<std::vector<Swap>> together(const std::vector<Swap>& swaps) {
  std::vector<std::vector<Swap>> out;
  for (const Swap& swap : swaps) {
    std::vector<Swap> joined = {swap};
    for (std::size_t i = 0; i < out.size();) {
      const bool meets = std::any_of(out[i].begin(), out[i].end(),
                                     [&](const Swap& s) { return belong_together(s, swap); });
      if (!meets) {
        ++i;
        continue;
      }
      joined.insert(joined.begin(), out[i].begin(), out[i].end());
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    }
    out.push_back(std::move(joined));
  }
  return out;
}

void add_once(std::vector<Said>& list, const Said& said) {
  const bool known =
      std::any_of(list.begin(), list.end(), [&](const Said& s) { return s.unit == said.unit; });
  if (!known) list.push_back(said);
}

Finding finding_of(const EventView& view, const std::vector<Swap>& swaps) {
  const Swap& best = *std::max_element(
      swaps.begin(), swaps.end(), [](const Swap& x, const Swap& y) { return x.score < y.score; });
  std::vector<Said> x;
  std::vector<Said> y;
  for (const Swap& swap : swaps) {
    // Beside the same words, what merely stands at the same place is no proof.
    if (3 * swap.score < 2 * best.score) continue;
    add_once(x, swap.a);
    add_once(y, swap.b);
  }
  const auto told = [&](const Said& said) {
    return view.links.entities[said.speaker.value].name + " in " +
           source_name(view.analysis(view.terms.units[said.unit]));
  };
  Finding finding;
  finding.kind = FindingKind::speaker;
  finding.verdict = Verdict::attributed_differently;
  finding.rule = "other_speaker";
  finding.fact = best.group;
  finding.confidence = std::min(0.95, 0.5 + best.score / 3000.0);
  finding.why =
      "The same statement is put to " + told(x.front()) + " and to " + told(y.front()) + ".";
  add_side(view, x, finding);
  add_side(view, y, finding);
  return finding;
}

}  // namespace

std::vector<Finding> speaker_findings(const EventView& view) {
  std::vector<Finding> out;
  for (const std::vector<Swap>& swaps : together(swaps_of(view)))
    out.push_back(finding_of(view, swaps));
  return out;
}

}  // namespace crossread
