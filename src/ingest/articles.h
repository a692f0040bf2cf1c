// articles.h — a set of articles made fit to be compared: no text twice, no id twice.
//
//     a: "It rained." (Herald)   b: "It rained." (Herald)   c: "It rained." (Post)
//     → b is the same article as a; c is a reprint by another outlet, and stays
//
// Depends on the articles alone, never on the order in which they came. O(n log n) and the bytes
// of equal texts.
#pragma once

#include <cstdint>
#include <vector>

#include "text/article.h"

namespace crossread {

// For each article the index of the one that stands for it: itself, or the one it repeats.
// Ids that clash among those kept get "-2", "-3", … with a note.
std::vector<std::uint32_t> settle_articles(std::vector<Article>& articles);

}  // namespace crossread
