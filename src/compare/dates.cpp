#include "compare/dates.h"

#include <utility>

#include "base/calendar.h"

namespace crossread {
namespace {

constexpr Day kNearDays = 2;

// The dated article that `a` resembles most; none if the others do not agree with its day.
ArticleIndex lender(const std::vector<Analysis>& articles, const Event& event, ArticleIndex a,
                    const Nearness& near) {
  ArticleIndex best = Id<void>::kNone;
  for (const ArticleIndex b : event.articles) {
    const Document& d = articles[b].document;
    if (d.published == kNoDay || d.published_from == DateSource::siblings) continue;
    if (best == Id<void>::kNone || near[a][b] > near[a][best]) best = b;
  }
  if (best == Id<void>::kNone) return best;
  const Day day = articles[best].document.published;
  std::size_t dated = 0;
  std::size_t agree = 0;
  for (const ArticleIndex b : event.articles) {
    const Document& d = articles[b].document;
    if (d.published == kNoDay || d.published_from == DateSource::siblings) continue;
    ++dated;
    const Day apart = d.published < day ? day - d.published : d.published - day;
    agree += apart <= kNearDays ? 1 : 0;
  }
  return 2 * agree >= dated ? best : Id<void>::kNone;
}

}  // namespace

void borrow_dates(std::vector<Analysis>& articles, const std::vector<Event>& events,
                  const Nearness& near) {
  for (const Event& event : events) {
    for (const ArticleIndex a : event.articles) {
      if (articles[a].document.published != kNoDay) continue;
      const ArticleIndex from = lender(articles, event, a, near);
      if (from == Id<void>::kNone) continue;
      const Day day = articles[from].document.published;
      Document document = std::move(articles[a].document);
      document.published = day;
      document.published_from = DateSource::siblings;
      document.notes.push_back(
          {"date_borrowed", "The article gives no date; " + iso_date(day) + " is taken from " +
                                articles[from].document.article.id +
                                ", the article on this event that it resembles most."});
      articles[a] = analyse_document(std::move(document));
    }
  }
}

}  // namespace crossread
