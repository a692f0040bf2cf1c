// terms.h — the clauses of one event as sets of numbers, so that they can be compared fast.
//
//     "Trade between the two hit a record $240.1 billion in 2023"
//     terms   trade · hit · record · «$2.4e11» · «2023»       names, values, days: one term each
//
// A term is a lemma, a linked entity, a value to two significant digits per unit ("240" and
// "240.1" billion dollars are one term), or a day; words that carry no fact ("the", "said") are
// none. Each weighs ln((S+1)/(sf+½)), the inverse sentence frequency after Salton's idf: S
// sentences in the event (at least 40, so that short notes weigh too), sf of them with the term.
// Weights are fixed point, so that native and wasm agree to the last bit. O(tokens of the event).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/link.h"

namespace crossread {

using Term = std::uint32_t;
using Weight = std::int64_t;  // kFixedOne is 1.0

enum class TermKind : std::uint8_t { word, name, value, day };

struct TermInfo {
  std::string key;  // "trade", "@17" (an entity), "#2.4e11 USD", "!2023"
  TermKind kind = TermKind::word;
  Weight weight = 0;
  std::uint32_t sentences = 0;  // sentences that hold it
  std::uint32_t articles = 0;   // articles that hold it
  std::vector<Term> synonyms;   // those of the event's own terms, sorted
};

// A clause, or a whole sentence, as terms.
struct Unit {
  ArticleIndex article = 0;
  std::uint32_t statement = 0;  // index into Analysis::statements; of a sentence, its first
  std::uint32_t sentence = 0;   // index into EventTerms::sentences
  bool in_title = false;
  bool quoted = false;               // somebody says it
  std::vector<Term> sequence;        // in order of the text
  std::vector<Term> terms;           // sorted, each once
  std::vector<std::uint32_t> pairs;  // neighbouring terms, sorted, each once
  std::vector<Term> words;           // of terms, those that are no value and no day
  Weight weight = 0;                 // of terms
  Weight words_weight = 0;
  Weight pair_weight = 0;
};

struct EventTerms {
  std::vector<TermInfo> terms;
  std::vector<Weight> pair_weights;  // by number of the pair
  std::vector<Unit> units;           // by article, then statement
  std::vector<Unit> sentences;       // only those that hold a statement
};

// Of each article its first `max_statements`: what follows costs the square of them.
EventTerms make_terms(const std::vector<Analysis>& articles, const Event& event,
                      const EntityLinks& links, std::uint32_t max_statements);

// Figures, days and names that each article tells, its titles left out; sorted, each once. An
// article that tells none has no entry.
std::map<ArticleIndex, std::vector<Term>> told_terms(const EventTerms& terms);

// Of the terms of `a`, the part that `b` lacks; thousandths. Both sorted.
std::int32_t news(const std::vector<Term>& a, const std::vector<Term>& b);

// From here on, both ways, each of two articles tells much of its own.
constexpr std::int32_t kOwnNews = 730;

}  // namespace crossread
