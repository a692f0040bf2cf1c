// events.h — which articles are about one event.
//
//     35 articles in one pile  →  7 events of 5, in order of their first article
//
// Two articles are as near as the names and rare words they share: weight by how rare a word is in
// the news at large (common_words.tsv) and in this pile, names count double, and the cosine of the
// two weighted sets is the nearness. Groups by average link. Articles in another language meet on
// names and figures alone. O(articles²) merges of their word lists; every later stage is per event.
#pragma once

#include <span>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct EventOptions {
  std::int32_t nearness = 115;   // in thousandths: least mean nearness of two groups that are one
};

// Sorted lists of sorted article numbers; every article is in exactly one.
std::vector<Event> find_events(const std::vector<Analysis>& articles, const EventOptions& options = {});

// The nearness of every pair, in thousandths, row by row; what find_events works with.
std::vector<std::vector<std::int32_t>> article_nearness(const std::vector<Analysis>& articles);

}  // namespace crossread
