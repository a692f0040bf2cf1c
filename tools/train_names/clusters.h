// clusters.h — which words have a cluster in the model: the frequent ones, and of the rare ones
// those in whose company names are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "columns.h"

namespace crossread::names_training {

struct WordGroups {
  std::vector<std::string> words;    // most frequent first
  std::vector<std::uint16_t> fine;   // group of each word
  std::vector<std::uint8_t> coarse;  // group of each fine group
};

struct TaggedWord {
  std::string word;  // folded
  int tag = 0;
};
using TaggedLine = std::vector<TaggedWord>;

// DIR has glove100k_k512.tsv and _k64.tsv. The `frequent` first words stay, and those whose group
// bears a name in at least one place of three in `lines`, up to `limit` words.
WordGroups group_words(const std::string& dir, const std::vector<TaggedLine>& lines,
                       std::size_t frequent, std::size_t limit);

}  // namespace crossread::names_training
