#include "compare/certainty.h"

#include "tables/tables.h"

namespace crossread {

Certainty certainty_of(const Document& d, Range clause) {
  static const Table kCertainty = table("certainty_words");
  Certainty out;
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (d.tokens[t].kind != TokenKind::word) continue;
    if (d.tokens[t].casing == Casing::capitalised && d.folded(d.tokens[t]) == "may")
      continue;  // the month
    Table::Row row = kCertainty.find(d.folded(d.tokens[t]));
    if (!row) row = kCertainty.find(d.lemma(d.tokens[t]));
    if (!row) continue;
    if (row.field(0) == "weak") {
      if (!out.weak) out.words = d.tokens[t].span;
      out.weak = true;
    } else {
      if (!out.strong && !out.weak) out.words = d.tokens[t].span;
      out.strong = true;
    }
  }
  return out;
}

}  // namespace crossread
