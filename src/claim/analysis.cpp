#include "claim/analysis.h"

#include <utility>

#include "claim/reading.h"

namespace crossread {

Analysis analyse_document(Document document) {
  Analysis a;
  a.document = std::move(document);
  a.names = find_names(a.document);
  a.times = find_times(a.document);
  a.amounts = find_amounts(a.document, a.times);
  a.entities = resolve_entities(a.document, a.names);
  const Reading reading(a.document, a.names);  // the words' classes, for all three
  a.quotes = find_quotes(reading, a.names, a.entities);
  a.statements = find_statements(reading, a.entities, a.names, a.quotes);
  a.values = find_values(reading, a.entities, a.names, a.times, a.amounts, a.statements);
  return a;
}

}  // namespace crossread
