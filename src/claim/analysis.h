// analysis.h — everything known about one article alone.
//
//     Heavy rain flooded 40 houses in Norwick on Tuesday, Ana Holm of the fire service said.
//     names       Norwick, Ana Holm           entities    the same two, each with its places
//     times       Tuesday                     amounts     40
//     quotes      Ana Holm: Heavy rain flooded 40 houses in Norwick on Tuesday
//     statements  that clause, without who says it        values  40, of houses, in that clause
//
// Compare reads this and nothing else. The lists point at each other by number, the text stands in
// the document alone. Near O(tokens): some seconds a megabyte.
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
