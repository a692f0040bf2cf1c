// facts.h — groups of clauses as facts, with their weight for the reader, and what is left out.
//
//     importance = (independent lines - .6) · (1 + .5 · mean 1/(1 + place)) · min(3, weight / 8)
//
// `lines` are independent origins: articles that copy each other count once. An omission is a fact
// that at least two lines tell and an article that could have told it does not: it is no stub, it
// is in the same language as those that tell it, it was not published before them by a day, and it
// does not mention the fact's names and figures in another clause (then it tells it differently).
// "Not found here", never "concealed". After algorithms S9. O(facts × articles).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

// Places in event.articles, by line; from reuse.h.
using Lines = std::vector<std::vector<std::uint32_t>>;

// One fact a group, in the order of view.groups; verdicts still open.
std::vector<Fact> make_facts(const EventView& view, const Lines& lines);

// Omission::fact is an index into view.groups.
std::vector<Omission> find_omissions(const EventView& view, const std::vector<Fact>& facts);

// Days that articles tell things about, in order; clauses of one fact on one day stand together.
std::vector<TimelineEntry> make_timeline(const EventView& view);

}  // namespace crossread
