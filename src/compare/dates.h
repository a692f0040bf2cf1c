// dates.h — an article without a date borrows that of its siblings.
//
// It takes the day of the dated article of its event that it resembles most, if at least half of
// the dated ones lie within two days of that; its relative dates ("on Tuesday") are resolved again
// from there, the document says so (published_from = siblings) and so does a note. Else it stays
// undated. O(articles² of an event) look-ups, and one more analysis for each article that borrows.
#pragma once

#include <vector>

#include "compare/comparison.h"
#include "compare/events.h"

namespace crossread {

void borrow_dates(std::vector<Analysis>& articles, const std::vector<Event>& events,
                  const Nearness& near);

}  // namespace crossread
