#include "compare/rewording.h"

#include <algorithm>
#include <string>

#include "base/one_of.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr Score kAligned = 650;
constexpr Score kAlike = 380;  // overlap of the two clauses without figures
constexpr std::size_t kLongestCompound = 4;

Finding two_sided(const EventView& view, std::uint32_t u, std::uint32_t v, Span in_u, Span in_v) {
  Finding finding;
  finding.kind = FindingKind::claim;
  finding.verdict = Verdict::worded_differently;
  finding.fact = common_group(view, u, v);
  const auto add = [&](std::uint32_t w, Span words) {
    const Unit& unit = view.terms.units[w];
    const Document& document = view.analysis(unit).document;
    finding.values.push_back({{unit.article, words}, std::string(document.text(words)), ""});
    const Span clause = cover(view.statement(unit).span, words);
    finding.evidence.push_back({unit.article, evidence_around(document, clause, words)});
  };
  add(u, in_u);
  add(v, in_v);
  return finding;
}

bool is_word(const Token& token) { return token.kind == TokenKind::word; }
bool is_joint(const Document& d, const Token& token) { return d.folded(token) == "-"; }

// Lemmas of a run of words from `first` on, hyphens skipped, at most `most`.
std::vector<std::string_view> run_after(const Document& d, Range clause, std::uint32_t first,
                                        std::size_t most, std::uint32_t& end) {
  std::vector<std::string_view> run;
  end = first;
  for (std::uint32_t t = first; t < clause.last && run.size() < most; ++t) {
    if (is_joint(d, d.tokens[t])) continue;
    if (!is_word(d.tokens[t])) break;
    run.push_back(d.lemma(d.tokens[t]));
    end = t + 1;
  }
  return run;
}

// The compound directly before token `head`: "nation - state" before "threat".
std::vector<std::string_view> compound_before(const Document& d, Range clause, std::uint32_t head,
                                              std::uint32_t& first) {
  std::vector<std::string_view> run;
  first = head;
  for (std::uint32_t t = head; t > clause.first && run.size() < kLongestCompound;) {
    --t;
    if (is_joint(d, d.tokens[t])) continue;
    if (!is_word(d.tokens[t])) break;
    run.insert(run.begin(), d.lemma(d.tokens[t]));
    first = t;
  }
  return run;
}

bool is_article(std::string_view word) {
  return word == "the" || word == "a" || word == "an" || word == "its" || word == "their";
}

// What X does to others, or others do to X: "migrant violence", "violence against migrants". Of
// other heads both forms mean the same: "a China visit", "a visit to China".
bool harms(std::string_view head) {
  return is_one_of(head, {"threat", "danger", "risk", "menace", "hazard", "attack", "assault",
                          "violence", "crime", "abuse", "hostility", "aggression"});
}

// In `turned`: head, "to", "on" or "against", then X; in `plain`: X directly before the same head.
bool roles_turned(const Document& plain, Range in_plain, const Document& turned, Range in_turned,
                  Span& plain_words, Span& turned_words) {
  static const Table kLight = table("light_words");
  for (std::uint32_t t = in_turned.first; t + 2 < in_turned.last; ++t) {
    const Token& head = turned.tokens[t];
    if (!is_word(head) || !harms(turned.lemma(head))) continue;
    const std::string_view link = turned.folded(turned.tokens[t + 1]);
    if (!is_one_of(link, {"to", "on", "against"})) continue;
    std::uint32_t from = t + 2;
    if (is_article(turned.folded(turned.tokens[from]))) ++from;
    for (std::uint32_t h = in_plain.first + 1; h < in_plain.last; ++h) {
      if (plain.lemma(plain.tokens[h]) != turned.lemma(head)) continue;
      std::uint32_t first = h;
      const std::vector<std::string_view> before = compound_before(plain, in_plain, h, first);
      for (std::size_t n = std::min<std::size_t>(3, before.size()); n >= 1; --n) {
        std::uint32_t end = from;
        const std::vector<std::string_view> after = run_after(turned, in_turned, from, n, end);
        if (after.size() != n ||
            !std::equal(after.begin(), after.end(), before.end() - static_cast<std::ptrdiff_t>(n)))
          continue;
        if (n == 1 && kLight.has(after[0])) continue;
        plain_words = plain.span_of({first, h + 1});
        turned_words = turned.span_of({t, end});
        return true;
      }
    }
  }
  return false;
}

bool is_open(const Statement& s) { return s.modality == Modality::possible; }
bool is_told_as_fact(const Statement& s) {
  return s.modality == Modality::fact || s.modality == Modality::future;
}

}  // namespace

std::vector<Finding> rewording_findings(const EventView& view) {
  std::vector<Finding> out;
  for (std::uint32_t u = 0; u < view.terms.units.size(); ++u) {
    for (const Edge& edge : view.graph.of[u]) {
      const std::uint32_t v = edge.to;
      const Unit& a = view.terms.units[u];
      const Unit& b = view.terms.units[v];
      if (v < u || edge.score < kAligned || a.article == b.article) continue;
      const Document& da = view.analysis(a).document;
      const Document& db = view.analysis(b).document;
      const Statement& sa = view.statement(a);
      const Statement& sb = view.statement(b);
      const Score alike = overlap(view.terms, a, b, 6, Figures::mask);
      if (alike < kAlike) continue;
      Span wa;
      Span wb;
      if (roles_turned(da, sa.tokens, db, sb.tokens, wa, wb) ||
          roles_turned(db, sb.tokens, da, sa.tokens, wb, wa)) {
        Finding finding = two_sided(view, u, v, wa, wb);
        finding.rule = "roles_turned";
        finding.confidence = 0.8;
        finding.why = "“" + std::string(da.text(wa)) + "” and “" + std::string(db.text(wb)) +
                      "” have the same words in other roles.";
        out.push_back(std::move(finding));
      } else if ((is_open(sa) && is_told_as_fact(sb)) || (is_open(sb) && is_told_as_fact(sa))) {
        Finding finding = two_sided(view, u, v, evidence_around(da, sa.span, sa.span),
                                    evidence_around(db, sb.span, sb.span));
        finding.rule = "certainty";
        finding.confidence = std::min(0.9, 0.45 + alike / 2500.0);
        const Unit& open = is_open(sa) ? a : b;
        const Unit& sure = is_open(sa) ? b : a;
        finding.why = source_name(view.analysis(open)) + " says that it may be so, " +
                      source_name(view.analysis(sure)) + " that it is so.";
        out.push_back(std::move(finding));
      }
    }
  }
  return out;
}

}  // namespace crossread
