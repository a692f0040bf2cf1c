// Part of digest_parts.h: what is shared, told by one alone, not found; the brief.
#include <set>
#include <utility>

#include "base/sort.h"
#include "compare/support.h"
#include "report/digest_parts.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxShared = 16, kMaxOwn = 6, kMaxSides = 4;
constexpr std::size_t kMostAsked = 12;  // clauses of a fact that may be the one that is shown

// The clause that most sources bear out, and who they are; of such clauses the one of middle
// length.
DigestFact shared_fact(const Comparison& c, const Support& support, const Fact& fact) {
  std::vector<Evidence> clauses = by_middle_length(c, fact);
  if (clauses.size() > kMostAsked) clauses.resize(kMostAsked);
  DigestFact best;
  for (const Evidence& clause : clauses) {
    std::vector<ArticleIndex> sources = support.of(fact, clause);
    if (sources.size() > best.sources.size())
      best = {excerpt(c, clause), std::move(sources), fact.verdict, ""};
  }
  return best;
}

void add_shared(const Comparison& c, Digest& out) {
  const Support support(c);
  std::set<std::pair<ArticleIndex, std::string>> shown;  // two facts may have one sentence
  for (const Fact& fact : c.facts) {
    // Where they differ it is no agreement; the differences have it.
    if (sources_of(fact).size() < 2 || fact.verdict == Verdict::conflict ||
        fact.verdict == Verdict::differs)
      continue;
    DigestFact row = shared_fact(c, support, fact);
    if (row.sources.size() < 2) continue;
    if (shown.emplace(row.passage.article, row.passage.text).second)
      out.shared.push_back(std::move(row));
  }
  sort_by(out.shared, [](const DigestFact& a, const DigestFact& b) {
    return a.sources.size() > b.sources.size();
  });
  out.more_shared = cut(out.shared, kMaxShared);
}

void add_only(const Comparison& c, Digest& out) {
  if (c.articles.size() < 2) return;
  for (ArticleIndex i = 0; i < c.articles.size(); ++i) {
    DigestList list{i, {}, 0};
    for (const Fact& fact : c.facts) {
      if (sources_of(fact) == std::vector<ArticleIndex>{i})
        list.facts.push_back(digest_of(c, fact));
    }
    list.more = cut(list.facts, kMaxOwn);
    if (!list.facts.empty()) out.only.push_back(std::move(list));
  }
}

// What is meant of a passage, where it is not the whole.
std::string_view part_of(OmissionKind kind) {
  switch (kind) {
    case OmissionKind::fact:
    case OmissionKind::clause:
      return "";
    case OmissionKind::hedge:
      return "qualifier";
    case OmissionKind::attribution:
      return "who says it";
    case OmissionKind::voice:
      return "voice";
  }
  return "";
}

// The sentence about words that say nothing alone: "expected", "the ministry said".
Evidence sentence_around(const Comparison& c, const Evidence& words) {
  const Document& document = c.articles[words.article].document;
  const Span sentence = document.sentences[document.sentence_at(words.span.begin)].span;
  return sentence.contains(words.span) ? Evidence{words.article, sentence} : words;
}

DigestFact missing_of(const Comparison& c, const Omission& omission) {
  DigestFact out{{}, {omission.told.article}, Verdict::only, std::string(part_of(omission.kind))};
  out.passage = out.part.empty()
                    ? excerpt(c, omission.told)
                    : excerpt(c, sentence_around(c, omission.told), {omission.told.span});
  if (omission.kind == OmissionKind::fact && omission.fact.valid())
    out.sources = sources_of(c.facts[omission.fact.value]);
  std::erase(out.sources, omission.missing_in);
  return out;
}

void add_missing(const Comparison& c, Digest& out) {
  for (ArticleIndex i = 0; i < c.articles.size(); ++i) {
    DigestList list{i, {}, 0};
    for (const Omission& omission : c.omissions) {
      if (omission.missing_in != i) continue;
      list.facts.push_back(missing_of(c, omission));
    }
    list.more = cut(list.facts, kMaxOwn);
    if (!list.facts.empty()) out.missing.push_back(std::move(list));
  }
}

// The sides of a conflict as this clause meets it, one row a value.
std::vector<DigestSide> sides_of(const Comparison& c, const BriefFact& fact) {
  std::vector<DigestSide> out;
  for (const SideValue& value : fact.values) {
    if (out.size() == kMaxSides) break;
    out.push_back({{value.words.article}, words_at(c, value.words), {}});
  }
  return out;
}

}  // namespace

void add_facts(const Comparison& c, Digest& out) {
  add_shared(c, out);
  add_only(c, out);
  add_missing(c, out);
}

void add_brief(const Comparison& c, Digest& out) {
  for (const BriefSentence& sentence : c.brief) {
    DigestBrief brief{excerpt(c, sentence.place), {}};
    for (const BriefFact& fact : sentence.facts) {
      brief.facts.push_back(
          {words_at(c, fact.clause), fact.supporters, fact.dissenters, sides_of(c, fact)});
    }
    out.brief.push_back(std::move(brief));
  }
}

}  // namespace crossread
