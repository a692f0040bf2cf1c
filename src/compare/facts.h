// facts.h — groups of clauses as facts, with their weight for the reader.
//
//     importance = (independent lines - .6) · (1 + .5 · mean 1/(1 + place)) · min(3, weight / 8)
//
// `lines` are independent origins: articles that copy each other count once. O(facts × articles).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

// Places in event.articles, by line; from reuse.h.
using Lines = std::vector<std::vector<std::uint32_t>>;

// Puts groups that come from elsewhere (figures that measure one thing) beside those of the
// clusters: a group inside another is that one, one that holds another takes its place. Returns
// where each of `more` now stands. Numbers of old groups stay.
std::vector<std::uint32_t> add_groups(const Groups& more, Groups& groups, Groups& groups_of);

// Places in event.articles that a group's clauses come from, sorted.
std::vector<std::uint32_t> places_of(const EventView& view,
                                     const std::vector<std::uint32_t>& group);

// One fact a group, in the order of view.groups; verdicts still open.
std::vector<Fact> make_facts(const EventView& view, const Lines& lines);

// Days that articles tell things about, in order; clauses of one fact on one day stand together.
std::vector<TimelineEntry> make_timeline(const EventView& view);

}  // namespace crossread
