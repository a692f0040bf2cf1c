#include "compare/arrange.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/sort.h"

namespace crossread {
namespace {

std::vector<ArticleIndex> sorted_order(const std::vector<Analysis>& articles) {
  std::vector<ArticleIndex> order(articles.size());
  for (ArticleIndex i = 0; i < order.size(); ++i) order[i] = i;
  sort_by(order, [&](ArticleIndex a, ArticleIndex b) {
    const Article& x = articles[a].document.article;
    const Article& y = articles[b].document.article;
    if (x.id != y.id) return x.id < y.id;
    return x.text < y.text;  // two articles of one id: the order they came in must not matter
  });
  return order;
}

// "12 facts of least importance are left out; the limit is 5000."
void note_dropped(Comparison& result, const char* code, std::size_t dropped, const char* what,
                  std::uint32_t limit) {
  result.notes.push_back({code, std::to_string(dropped) + " " + what +
                                    " are left out; the limit is " + std::to_string(limit) + "."});
}

}  // namespace

std::vector<Analysis> in_order(std::vector<Analysis> articles, std::vector<Note>& notes) {
  std::vector<Analysis> sorted;
  sorted.reserve(articles.size());
  for (const ArticleIndex i : sorted_order(articles)) sorted.push_back(std::move(articles[i]));
  const auto taken = [&](const std::string& id) {
    return std::any_of(sorted.begin(), sorted.end(),
                       [&](const Analysis& a) { return a.document.article.id == id; });
  };
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const std::string id = sorted[i].document.article.id;
    if (id != sorted[i - 1].document.article.id) continue;
    int n = 2;
    std::string fresh;
    do {
      fresh = id + " (" + std::to_string(n++) + ")";
    } while (taken(fresh));
    notes.push_back({"duplicate_id", "Two articles have the id \"" + id +
                                         "\"; the second is called \"" + fresh + "\" here."});
    sorted[i].document.article.id = fresh;
  }
  // A new name may belong elsewhere in the order.
  std::vector<Analysis> again;
  again.reserve(sorted.size());
  for (const ArticleIndex i : sorted_order(sorted)) again.push_back(std::move(sorted[i]));
  return again;
}

int rank_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return 7;
    case Verdict::update:
      return 6;
    case Verdict::differs:
      return 5;
    case Verdict::worded_differently:
      return 4;
    case Verdict::attributed_differently:
      return 3;
    case Verdict::compatible:
      return 2;
    case Verdict::same:
      return 1;
    case Verdict::only:
      return 0;
  }
  return 0;
}

void order_facts(Comparison& result, std::uint32_t max_facts) {
  std::vector<std::uint32_t> order(result.facts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_by(order, [&](std::uint32_t a, std::uint32_t b) {
    return result.facts[a].importance > result.facts[b].importance;
  });
  if (order.size() > max_facts) {
    note_dropped(result, "facts_dropped", order.size() - max_facts, "facts of least importance",
                 max_facts);
    order.resize(max_facts);
  }
  std::vector<FactId> moved(result.facts.size());
  std::vector<Fact> facts;
  facts.reserve(order.size());
  for (const std::uint32_t i : order) {
    moved[i] = FactId{static_cast<std::uint32_t>(facts.size())};
    facts.push_back(std::move(result.facts[i]));
  }
  result.facts = std::move(facts);
  for (Finding& finding : result.findings) {
    if (finding.fact.valid()) finding.fact = moved[finding.fact.value];
  }
  for (Omission& omission : result.omissions) omission.fact = moved[omission.fact.value];
  std::erase_if(result.omissions, [](const Omission& o) { return !o.fact.valid(); });
}

void order_findings(Comparison& result, std::uint32_t max_findings) {
  const auto importance = [&](const Finding& f) {
    return f.fact.valid() ? result.facts[f.fact.value].importance : 0.0;
  };
  sort_by(result.findings, [&](const Finding& a, const Finding& b) {
    if (rank_of(a.verdict) != rank_of(b.verdict)) return rank_of(a.verdict) > rank_of(b.verdict);
    return importance(a) > importance(b);
  });
  if (result.findings.size() <= max_findings) return;
  note_dropped(result, "findings_dropped", result.findings.size() - max_findings,
               "findings of least weight", max_findings);
  result.findings.resize(max_findings);
}

void order_omissions(Comparison& result) {
  sort_by(result.omissions, [](const Omission& a, const Omission& b) {
    return a.fact.value != b.fact.value ? a.fact.value < b.fact.value : a.missing_in < b.missing_in;
  });
}

void bound_wording(Comparison& result, std::uint32_t max_wording) {
  if (result.wording.size() <= max_wording) return;
  note_dropped(result, "wording_dropped", result.wording.size() - max_wording, "rows of wording",
               max_wording);
  result.wording.resize(max_wording);
}

void note_statements_left_out(Comparison& result, std::uint32_t max_statements) {
  for (const Analysis& analysis : result.articles) {
    if (analysis.statements.size() <= max_statements) continue;
    result.notes.push_back(
        {"statements_left_out",
         "Of " + analysis.document.article.id + " the first " + std::to_string(max_statements) +
             " of " + std::to_string(analysis.statements.size()) + " statements are compared."});
  }
}

}  // namespace crossread
