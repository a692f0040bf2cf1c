#include "report/figure_words.h"

#include <algorithm>

namespace crossread {
namespace {

constexpr std::uint32_t kCountedBytes = 48;  // from a figure to the end of what it counts
constexpr double kSmallCount = 100;          // counts under it are common enough to agree by chance

// The count or ordinal at this very place.
const Amount* plain_figure(const Comparison& c, const Evidence& place) {
  const std::vector<Amount>& amounts = c.articles[place.article].amounts;
  const auto at =
      std::lower_bound(amounts.begin(), amounts.end(), place.span.begin,
                       [](const Amount& a, std::uint32_t begin) { return a.span.begin < begin; });
  if (at == amounts.end() || at->span != place.span) return nullptr;
  return at->kind == AmountKind::ordinal || at->kind == AmountKind::count ? &*at : nullptr;
}

}  // namespace

Span figure_words(const Comparison& comparison, const Evidence& place) {
  const Amount* figure = plain_figure(comparison, place);
  if (figure == nullptr || figure->of.begin < place.span.end) return place.span;
  return figure->of.end - place.span.end > kCountedBytes ? place.span
                                                         : Span{place.span.begin, figure->of.end};
}

bool says_nothing(const Comparison& comparison, const Finding& finding) {
  if (finding.values.empty()) return false;
  return std::all_of(finding.values.begin(), finding.values.end(), [&](const SideValue& v) {
    const Amount* figure = plain_figure(comparison, v.words);
    if (figure == nullptr || !figure->of.empty()) return false;
    return figure->kind == AmountKind::ordinal ||
           (figure->high <= kSmallCount && figure->low <= kSmallCount);
  });
}

}  // namespace crossread
