#include "ingest/articles.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "base/sort.h"

namespace crossread {
namespace {

auto rank(const Article& a) {
  return std::tie(a.text, a.source, a.id, a.title, a.published, a.url);
}

// Of a run with the same text: one a stated source; those that state none are the first of them.
void mark_repeats(const std::vector<Article>& articles, const std::vector<std::uint32_t>& run,
                  std::vector<std::uint32_t>& stands_for) {
  const auto first_stated = std::find_if(
      run.begin(), run.end(), [&](std::uint32_t i) { return !articles[i].source.empty(); });
  std::uint32_t kept = first_stated == run.end() ? run.front() : *first_stated;
  for (const std::uint32_t i : run) {
    const bool other_outlet =
        !articles[i].source.empty() && articles[i].source != articles[kept].source;
    if (other_outlet) kept = i;
    stands_for[i] = kept;
  }
}

void make_ids_unique(std::vector<Article>& articles, std::vector<std::uint32_t> kept) {
  std::set<std::string> taken;
  for (const std::uint32_t i : kept) taken.insert(articles[i].id);
  sort_by(kept, [&](std::uint32_t a, std::uint32_t b) { return articles[a].id < articles[b].id; });
  std::string previous;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Article& article = articles[kept[i]];
    if (i == 0 || article.id != previous) {
      previous = article.id;
      continue;
    }
    int number = 2;
    while (!taken.insert(previous + "-" + std::to_string(number)).second) ++number;
    article.id = previous + "-" + std::to_string(number);
    article.notes.push_back({"id_changed", "another article is called “" + previous +
                                               "” too; this one is now “" + article.id + "”"});
  }
}

}  // namespace

std::vector<std::uint32_t> settle_articles(std::vector<Article>& articles) {
  std::vector<std::uint32_t> order(articles.size()), stands_for(articles.size());
  std::iota(order.begin(), order.end(), 0u);
  std::iota(stands_for.begin(), stands_for.end(), 0u);
  sort_by(order,
          [&](std::uint32_t a, std::uint32_t b) { return rank(articles[a]) < rank(articles[b]); });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && articles[order[end]].text == articles[order[begin]].text) ++end;
    mark_repeats(articles,
                 {order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end)},
                 stands_for);
    begin = end;
  }
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t i : order) {
    if (stands_for[i] == i) kept.push_back(i);
  }
  make_ids_unique(articles, kept);
  return stands_for;
}

}  // namespace crossread
