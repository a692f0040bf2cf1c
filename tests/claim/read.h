// read.h — one line of news read up to its quotes and statements, for the tests of this room.
#pragma once

#include <string_view>
#include <vector>

#include "claim/quotes.h"
#include "claim/statements.h"
#include "entity/entities.h"
#include "mention/names.h"
#include "support/notation.h"

namespace crossread {

struct Read {
  Document document;
  std::vector<NameMention> names;
  Entities entities;
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
};

// A title stands before, so that the line is body, as in an article.
inline Read read(std::string_view text) {
  Read r;
  r.document = document_of(text, {.title = "News of the day"});
  r.names = find_names(r.document);
  r.entities = resolve_entities(r.document, r.names);
  r.quotes = find_quotes(r.document, r.names, r.entities);
  r.statements = find_statements(r.document, r.entities, r.names, {}, r.quotes);
  return r;
}

}  // namespace crossread
