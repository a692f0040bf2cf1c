#include "compare/headline.h"

#include <algorithm>
#include <string>

#include "base/number.h"
#include "base/one_of.h"
#include "base/utf8.h"
#include "compare/certainty.h"
#include "compare/slots.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::int32_t kBorneOut = 300;      // a like figure in the text is the headline's
constexpr std::int32_t kSureHeadline = 700;  // confidence where the words say that it is one thing
constexpr std::int32_t kHeadline = 760;      // chance for a headline to be at odds with its text
constexpr std::int32_t kAgainst = 500;       // and to differ from it
constexpr Score kSameMatter = 300;           // overlap of headline and clause
constexpr Score kOfLede = 250;               // the first sentence is what a headline sums up
constexpr std::uint32_t kObjectReach = 8;    // tokens from a verb to its object

// Headline and clause of one article, each with the words that count.
Finding at_odds(const EventView& view, std::uint32_t title, Span in_title, std::uint32_t body,
                Span in_body) {
  Finding finding;
  finding.kind = FindingKind::headline_body;
  finding.fact = common_group(view, body, title);
  for (const auto& [u, words] : {std::pair(title, in_title), std::pair(body, in_body)}) {
    const Unit& unit = view.terms.units[u];
    const Document& document = view.analysis(unit).document;
    finding.values.push_back({{unit.article, words}, std::string(document.text(words)), ""});
    finding.evidence.push_back(
        {unit.article, evidence_around(document, cover(view.statement(unit).span, words), words)});
  }
  return finding;
}

// Does a figure of the text measure what the headline's does? Both stand in one article, so the
// words around them are the writer's own: the state counted, the thing counted, or whom it is told
// of.
bool measures_the_same(const Slot& title, const Slot& body, const SlotFeatures& f) {
  using F = SlotFeature;
  if (f.has(F::other_state) || f.has(F::other_head)) return false;
  if (f.has(F::same_state) || f.has(F::same_head) || f.has(F::synonym_head)) return true;
  const bool share =
      title.facet.kind == FindingKind::percent || title.facet.kind == FindingKind::money;
  return share && std::any_of(title.names.begin(), title.names.end(), [&](Term t) {
           return std::binary_search(body.names.begin(), body.names.end(), t);
         });
}

// Where the headline counts people in a state ("46 missing"), only figures of that state answer it.
bool of_other_state(const Slot& title, const Slot& body, const std::vector<Slot>& slots) {
  if (title.state.empty() || body.state == title.state) return false;
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) {
    return s.article == title.article && !s.in_title && s.state == title.state &&
           compare_facets(s.facet, title.facet).relation != Relation::incomparable;
  });
}

void find_figures(const EventView& view, std::vector<Finding>& out) {
  const std::vector<Slot> slots = find_slots(view.articles, view.event, view.links, view.terms);
  for (const Slot& title : slots) {
    const Document& document = view.articles[title.article].document;
    // Of a text cut off nobody knows what it goes on to say; of another language, what is counted.
    if (!title.in_title || document.stub || document.language != "en") continue;
    const Slot* against = nullptr;
    std::int32_t chance = -1;
    double gap = 0;  // of the figures that surely measure the same, the nearest one counts
    bool sure = false;
    bool borne_out = false;
    for (const Slot& body : slots) {
      if (body.article != title.article || body.in_title || of_other_state(title, body, slots))
        continue;
      const Compared c = compare_facets(title.facet, body.facet);
      if (c.relation == Relation::incomparable) continue;
      const SlotFeatures features =
          slot_features(title, body, view.terms, view.graph, view.groups_of);
      const std::int32_t p = same_slot(features);
      const bool same_thing = measures_the_same(title, body, features);
      if (c.relation != Relation::apart) {
        borne_out = borne_out || c.relation == Relation::same || same_thing || p >= kBorneOut;
      } else if (!body.restated) {
        const double far = title.facet.value - body.facet.value;
        const double apart = far < 0 ? -far : far;
        const bool better = same_thing != sure ? same_thing : same_thing ? apart < gap : p > chance;
        if (against == nullptr || better)
          chance = p, against = &body, sure = same_thing, gap = apart;
      }
    }
    if (borne_out || against == nullptr || (!sure && chance < kAgainst)) continue;
    Finding finding = at_odds(view, title.unit, title.span, against->unit, against->span);
    finding.verdict = sure || chance >= kHeadline ? Verdict::conflict : Verdict::differs;
    finding.rule = "headline_figure";
    finding.confidence = std::max(sure ? kSureHeadline : 0, chance) / 1000.0;
    finding.why = "The headline says " + std::string(document.text(title.span)) +
                  ", the text below it " + std::string(document.text(against->span)) + ".";
    finding.values[0].value = title.facet.normal, finding.values[0].unit = title.facet.unit;
    finding.values[1].value = against->facet.normal, finding.values[1].unit = against->facet.unit;
    out.push_back(std::move(finding));
  }
}

// "Parks cut asthma" above "living near a park is associated with …".
void find_surer(const EventView& view, std::uint32_t t, std::uint32_t lede,
                std::vector<Finding>& out) {
  const Unit& title = view.terms.units[t];
  const Document& d = view.analysis(title).document;
  const Certainty head = certainty_of(d, view.statement(title).tokens);
  if (!head.strong || head.weak) return;
  std::uint32_t best = Id<void>::kNone;
  Score alike = 0;
  Span words;
  for (std::uint32_t u = t + 1;
       u < view.terms.units.size() && view.terms.units[u].article == title.article; ++u) {
    const Unit& body = view.terms.units[u];
    if (body.in_title) continue;
    const Certainty here = certainty_of(d, view.statement(body).tokens);
    const Score score = overlap(view.terms, title, body, 5);
    if (here.strong && !here.weak && score >= kSameMatter)
      return;  // the text says it outright, too
    if (score < (body.sentence == lede ? kOfLede : kSameMatter)) continue;
    if (here.weak && !here.strong && score > alike) alike = score, best = u, words = here.words;
  }
  if (best == Id<void>::kNone) return;
  Finding finding = at_odds(view, t, head.words, best, words);
  finding.verdict = Verdict::worded_differently;
  finding.rule = "headline_surer";
  finding.confidence = std::min(0.85, 0.5 + alike / 2000.0);
  finding.why = "The headline says “" + std::string(d.text(head.words)) + "”, the text below it “" +
                std::string(d.text(words)) + "”.";
  out.push_back(std::move(finding));
}

// Who does it to whom, as words of names: "Åkerblad buys Corvane".
struct Deed {
  std::string_view what;  // class of the verb
  std::string_view agent;
  std::string_view object;
};

class Deeds {
 public:
  explicit Deeds(const Analysis& analysis) : analysis_(analysis) {
    for (const NameMention& name : analysis.names) {
      if (name.type == NameType::norp || analysis.document.title.contains(name.span)) continue;
      for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t) {
        const Token& token = analysis.document.tokens[t];
        if (token.span.size() > 2 && token.casing != Casing::lower)
          names_.push_back(analysis.document.folded(token));
      }
    }
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

  // The first deed of the clause whose agent and object both have names.
  Deed of(const Statement& statement) const {
    static const Table kVerbs = table("directed_verbs");
    const Document& d = analysis_.document;
    for (std::uint32_t t = statement.tokens.first; t < statement.tokens.last; ++t) {
      const Table::Row row = kVerbs.find(d.lemma(d.tokens[t]));
      if (!row || is_passive(statement.tokens, t)) continue;
      const Deed deed{row.field(0), agent_before(statement, t), object_after(statement.tokens, t)};
      if (!deed.agent.empty() && !deed.object.empty() && deed.agent != deed.object) return deed;
    }
    return {};
  }

 private:
  bool is_name(std::uint32_t t) const {
    return std::binary_search(names_.begin(), names_.end(),
                              analysis_.document.folded(analysis_.document.tokens[t]));
  }
  bool is_passive(Range clause, std::uint32_t verb) const {
    const Document& d = analysis_.document;
    return verb > clause.first && d.lemma(d.tokens[verb - 1]) == "be" &&
           !d.folded(d.tokens[verb]).ends_with("ing");
  }
  std::string_view agent_before(const Statement& statement, std::uint32_t verb) const {
    const Document& d = analysis_.document;
    for (std::uint32_t t = verb; t > statement.tokens.first;) {
      if (is_name(--t)) return d.folded(d.tokens[t]);
    }
    EntityId who = statement.subject;
    if (!who.valid() && statement.quote.valid())
      who = analysis_.quotes[statement.quote.value].speaker;
    if (!who.valid()) return {};
    for (std::size_t n = 0; n < analysis_.names.size(); ++n) {
      if (analysis_.entities.of_mention[n] != who) continue;
      const Range tokens = analysis_.names[n].tokens;
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        if (is_name(t)) return d.folded(d.tokens[t]);
      }
    }
    return {};
  }
  std::string_view object_after(Range clause, std::uint32_t verb) const {
    const Document& d = analysis_.document;
    for (std::uint32_t t = verb + 1; t < std::min(clause.last, verb + kObjectReach); ++t) {
      if (is_name(t)) return d.folded(d.tokens[t]);
      if (is_one_of(d.folded(d.tokens[t]),
                    {"from", "for", "with", "in", "at", "on", "by", "to", ",", ";"}))
        break;
    }
    return {};
  }

  const Analysis& analysis_;
  std::vector<std::string_view> names_;  // words of the names in the text, sorted
};

// "Corvane snaps up Åkerblad" above "Åkerblad will be purchasing Corvane".
void find_reversed(const EventView& view, std::uint32_t t, std::vector<Finding>& out) {
  const Unit& title = view.terms.units[t];
  const Deeds deeds(view.analysis(title));
  const Deed head = deeds.of(view.statement(title));
  if (head.what.empty()) return;
  std::uint32_t against = Id<void>::kNone;
  for (std::uint32_t u = t + 1;
       u < view.terms.units.size() && view.terms.units[u].article == title.article; ++u) {
    if (view.terms.units[u].in_title) continue;
    const Deed here = deeds.of(view.statement(view.terms.units[u]));
    if (here.what != head.what) continue;
    if (here.agent == head.agent) return;
    if (against == Id<void>::kNone && here.agent == head.object && here.object == head.agent)
      against = u;
  }
  if (against == Id<void>::kNone) return;
  const Span in_title = view.statement(title).span;
  const Span in_body = view.statement(view.terms.units[against]).span;
  Finding finding = at_odds(view, t, in_title, against, in_body);
  finding.verdict = Verdict::conflict;
  finding.rule = "headline_reversed";
  finding.confidence = 0.8;
  finding.why = "In the headline " + std::string(head.agent) + " does it to " +
                std::string(head.object) + ", in the text below it is the other way round.";
  out.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> headline_findings(const EventView& view) {
  std::vector<Finding> out;
  find_figures(view, out);
  for (std::uint32_t t = 0; t < view.terms.units.size(); ++t) {
    const Unit& title = view.terms.units[t];
    if (!title.in_title || view.analysis(title).document.stub) continue;
    std::uint32_t lede = Id<void>::kNone;
    for (std::uint32_t u = t;
         u < view.terms.units.size() && view.terms.units[u].article == title.article; ++u) {
      if (!view.terms.units[u].in_title) lede = std::min(lede, view.terms.units[u].sentence);
    }
    find_surer(view, t, lede, out);
    find_reversed(view, t, out);
  }
  return out;
}

}  // namespace crossread
