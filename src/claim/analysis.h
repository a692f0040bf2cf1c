// analysis.h — everything known about one article alone. Compare reads this and nothing else.
#pragma once

#include <vector>

#include "claim/quotes.h"
#include "claim/statements.h"
#include "claim/values.h"
#include "entity/entities.h"
#include "mention/amounts.h"
#include "mention/names.h"
#include "mention/times.h"
#include "text/document.h"

namespace crossread {

struct Analysis {
  Document document;
  std::vector<NameMention> names;
  std::vector<TimeMention> times;
  std::vector<Amount> amounts;
  Entities entities;
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
  std::vector<Value> values;
};

// mention → entity → claim over a finished document: the second half of the straight line.
// Also what runs again when an article borrows the date of its siblings.
Analysis analyse_document(Document document);

}  // namespace crossread
