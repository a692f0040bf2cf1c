#include "claim/analysis.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "claim/reading.h"

namespace crossread {
namespace {

bool in_english(const Document& document) {
  return document.language == "en" || document.language == "und";
}

// Of a text in another language, figures that a sign explains: "26,3 %", "€40". What is counted,
// and what number words mean, is read by English rules: "milliards" are no milliards of things.
void keep_signs(Analysis& a) {
  std::erase_if(a.amounts, [&](const Amount& amount) {
    const std::string_view words = a.document.text(amount.span);
    const bool letters = std::any_of(words.begin(), words.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return letters || (amount.kind != AmountKind::percent && amount.kind != AmountKind::money);
  });
}

}  // namespace

Analysis analyse_document(Document document) {
  Analysis a;
  a.document = std::move(document);
  a.names = find_names(a.document);
  a.times = find_times(a.document);
  a.amounts = find_amounts(a.document, a.times);
  if (!in_english(a.document)) keep_signs(a);
  a.entities = resolve_entities(a.document, a.names);
  const Reading reading(a.document, a.names);  // the words' classes, for all three
  a.quotes = find_quotes(reading, a.names, a.entities);
  a.statements = find_statements(reading, a.entities, a.names, a.quotes);
  a.values = find_values(reading, a.entities, a.names, a.times, a.amounts, a.statements);
  return a;
}

}  // namespace crossread
