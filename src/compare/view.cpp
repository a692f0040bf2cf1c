#include "compare/view.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/utf8.h"

namespace crossread {

Span evidence_around(const Document& document, Span clause, Span words) {
  if (clause.size() <= kMostEvidence) return clause;
  if (words.size() >= kMostEvidence) {
    return {words.begin, floor_border(document.article.text, words.begin + kMostEvidence)};
  }
  const Range tokens = document.tokens_in(words);
  if (tokens.empty())
    return {clause.begin, floor_border(document.article.text, clause.begin + kMostEvidence)};
  std::uint32_t first = tokens.first;
  std::uint32_t last = tokens.last;
  Span span = words;
  // Grow by a token on each side in turn while there is room.
  for (bool grew = true; grew;) {
    grew = false;
    if (first > 0 && document.tokens[first - 1].span.begin >= clause.begin &&
        span.end - document.tokens[first - 1].span.begin <= kMostEvidence) {
      span.begin = document.tokens[--first].span.begin;
      grew = true;
    }
    if (last < document.tokens.size() && !document.tokens[last].span.empty() &&
        document.tokens[last].span.end <= clause.end &&
        document.tokens[last].span.end - span.begin <= kMostEvidence) {
      span.end = document.tokens[last++].span.end;
      grew = true;
    }
  }
  return span;
}

FactId common_group(const EventView& view, std::uint32_t a, std::uint32_t b) {
  for (const std::uint32_t g : view.groups_of[a]) {
    const auto& other = view.groups_of[b];
    if (std::find(other.begin(), other.end(), g) != other.end()) return FactId{g};
  }
  return view.groups_of[a].empty() ? FactId{} : FactId{view.groups_of[a].front()};
}

int later(const Analysis& a, const Analysis& b) {
  const Document& x = a.document;
  const Document& y = b.document;
  const auto p = parse_iso_minutes(x.article.published);
  const auto q = parse_iso_minutes(y.article.published);
  if (p && q) return *p == *q ? 0 : (*p < *q ? 1 : -1);
  if (x.published == kNoDay || y.published == kNoDay || x.published == y.published) return 0;
  return x.published < y.published ? 1 : -1;
}

std::string source_name(const Analysis& analysis) {
  const Article& article = analysis.document.article;
  return article.source.empty() ? article.id : article.source;
}

}  // namespace crossread
