// statements.h — an article as clauses: the units that are compared.
//
//     The Kremlin said | Putin will visit Beijing | and | sign a joint statement | on Thursday.
//     attribution        statement 0                      statement 1 (subject: Putin)
//
// Attribution is taken off before a clause is compared, and kept beside it. A fragment of fewer
// than three content words joins its neighbour. Headings, questions, credits and boilerplate give
// no statements; the title does.
#pragma once

#include <vector>

#include "claim/quotes.h"
#include "entity/entities.h"
#include "mention/amounts.h"
#include "mention/times.h"
#include "text/document.h"

namespace crossread {

enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t { fact, future, plan, possible, attempt };

struct Statement {
  Range tokens;  // of the clause, attribution outside
  Span span;
  std::uint32_t sentence = 0;
  QuoteId quote;                              // who says it; none: the article itself
  EntityId subject;                           // its own, or carried over from the clause before
  std::uint32_t predicate = Id<void>::kNone;  // token of the main verb
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::fact;
  bool in_title = false;
};

// In order of the text, never overlapping; every body sentence has at least one unless it is a
// question or attribution alone. O(tokens).
std::vector<Statement> find_statements(const Reading& reading, const Entities& entities,
                                       const std::vector<NameMention>& names,
                                       const std::vector<Quote>& quotes);

}  // namespace crossread
