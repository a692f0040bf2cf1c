// read.h — one line of news read up to its quotes and statements, for the tests of this room.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "claim/quotes.h"
#include "claim/reading.h"
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

inline Read read(Document document) {
  Read r;
  r.document = std::move(document);
  r.names = find_names(r.document);
  r.entities = resolve_entities(r.document, r.names);
  const Reading reading(r.document, r.names);
  r.quotes = find_quotes(reading, r.names, r.entities);
  r.statements = find_statements(reading, r.entities, r.names, r.quotes);
  return r;
}

// A title stands before, so that the line is body, as in an article.
inline Read read(std::string_view text) {
  return read(document_of(text, {.title = "News of the day"}));
}

}  // namespace crossread
