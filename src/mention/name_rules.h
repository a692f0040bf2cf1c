// name_rules.h — names by tables and context, without a trained model.
//
//     "Shina Foreign Ministry Spokesperson Hua Chunying"
//      └ capitalised run ───────────────────────────────┘
//      └ ORG (head) ────────┘ └ title ───┘ └ PER ──────┘
//
// Maximal capitalised runs (particles inside names, `of` only after the head of an organisation),
// cut at titles, demonyms and known phrases; each piece is typed by its own words first, then by
// what stands around it, then by the same name elsewhere in the article.
// Cost: O(tokens).
#pragma once

#include <vector>

#include "mention/name_lexicon.h"
#include "mention/names.h"

namespace crossread {

// Names of one sentence-like stretch of tokens, appended in order. `headline` says that capitals
// mean nothing here: only names that the tables or `known` vouch for are taken.
struct RuleNames {
  const Document& document;
  const NameLexicon& lexicon;

  std::vector<NameMention> find() const;
};

// True where so many words are capitalised that capitals tell nothing: headlines, all-caps ledes.
bool is_headline_cased(const Document& document, const Sentence& sentence);

}  // namespace crossread
