#include "compare/support.h"

#include <algorithm>

#include "compare/interval.h"
#include "compare/term_slots.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kLeastHeld = 2;  // words of a clause that its supporter must have
constexpr std::size_t kHeldOf = 3;     // and one of so many

// The values of an article that stand in some words of it; they are in the order of the text.
std::vector<const Value*> values_in(const Analysis& analysis, Span span) {
  std::vector<const Value*> out;
  auto value = std::partition_point(analysis.values.begin(), analysis.values.end(),
                                    [&](const Value& v) { return v.span.begin < span.begin; });
  for (; value != analysis.values.end() && value->span.begin < span.end; ++value)
    out.push_back(&*value);
  return out;
}

// A figure that says something: not "the two leaders".
bool tells(const Analysis& analysis, const Value& value) {
  if (value.amount >= analysis.amounts.size()) return false;
  const Amount& amount = analysis.amounts[value.amount];
  const char first = analysis.document.article.text[amount.span.begin];
  const bool in_words = first < '0' || first > '9';
  return amount.kind != AmountKind::count || !in_words || amount.value > 2;
}

}  // namespace

Support::Support(const Comparison& comparison) : c_(comparison) {
  for (const Reuse& r : c_.reuse) reuse_[std::minmax(r.a.article, r.b.article)].push_back(&r);
}

std::vector<ArticleIndex> Support::of(const Fact& fact, const Evidence& clause) const {
  std::vector<ArticleIndex> out = {clause.article};
  const Document& d = c_.articles[clause.article].document;
  const std::set<std::string_view> asked = content_lemmas(d, d.tokens_in(clause.span));
  for (const StatementRef& ref : fact.members) {
    if (out.back() != ref.article && ref.article != clause.article && holds(ref, clause, asked))
      out.push_back(ref.article);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool Support::holds(const StatementRef& ref, const Evidence& clause,
                    const std::set<std::string_view>& asked) const {
  const Analysis& other = c_.articles[ref.article];
  const Statement& statement = other.statements[ref.statement];
  const Sentence& sentence = other.document.sentences[statement.sentence];
  if (!has_figures(clause, {ref.article, sentence.span})) return false;
  if (copied(clause, {ref.article, statement.span})) return true;
  const std::set<std::string_view> has = content_lemmas(other.document, sentence.tokens);
  const auto held = static_cast<std::size_t>(
      std::count_if(asked.begin(), asked.end(), [&](std::string_view word) {
        return std::any_of(has.begin(), has.end(),
                           [&](std::string_view w) { return same_meaning(word, w); });
      }));
  return held >= std::min(kLeastHeld, asked.size()) && kHeldOf * held >= asked.size();
}

bool Support::has_figures(const Evidence& clause, const Evidence& in) const {
  const Analysis& own = c_.articles[clause.article];
  const Analysis& other = c_.articles[in.article];
  const std::vector<const Value*> theirs = values_in(other, in.span);
  for (const Value* value : values_in(own, clause.span)) {
    if (!tells(own, *value)) continue;
    const Facet facet = facet_of(own, *value);
    if (!facet.usable) continue;
    const bool found = std::any_of(theirs.begin(), theirs.end(), [&](const Value* v) {
      const Relation relation = compare_facets(facet, facet_of(other, *v)).relation;
      return relation == Relation::same || relation == Relation::compatible;
    });
    if (!found) return false;
  }
  return true;
}

bool Support::copied(const Evidence& x, const Evidence& y) const {
  const auto passages = reuse_.find(std::minmax(x.article, y.article));
  if (passages == reuse_.end()) return false;
  const auto touches = [](const Evidence& a, const Evidence& b) {
    return a.article == b.article && a.span.overlaps(b.span);
  };
  return std::any_of(passages->second.begin(), passages->second.end(), [&](const Reuse* r) {
    return (touches(r->a, x) && touches(r->b, y)) || (touches(r->b, x) && touches(r->a, y));
  });
}

std::set<std::string_view> content_lemmas(const Document& document, Range tokens) {
  static const Table kLight = table("light_words");
  std::set<std::string_view> out;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.kind != TokenKind::word && t.kind != TokenKind::number) continue;
    if (!kLight.has(document.lemma(t)) && !kLight.has(document.folded(t)))
      out.insert(document.lemma(t));
  }
  return out;
}

}  // namespace crossread
