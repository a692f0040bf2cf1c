// events.h — which articles are about one event.
//
//     35 articles in one pile  →  7 events of 5, in order of their first article
//
// Two articles are as near as the names and rare words they share: weight by how rare a word is in
// the news at large (common_words.tsv) and in this pile, names count double, and the cosine of the
// two weighted sets is the nearness. Groups by average link. Articles in another language meet on
// names and figures alone. O(articles²) merges of their word lists; every later stage is per event.
#pragma once

#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct EventOptions {
  std::int32_t nearness = 115;  // in thousandths: least mean nearness of two groups that are one
};

// How near two articles are, in thousandths, by place in the list; symmetric, 1000 on the diagonal.
using Nearness = std::vector<std::vector<std::int32_t>>;
Nearness article_nearness(const std::vector<Analysis>& articles);

// Sorted lists of sorted article numbers; every article is in exactly one.
std::vector<Event> find_events(const Nearness& near, const EventOptions& options = {});

}  // namespace crossread
