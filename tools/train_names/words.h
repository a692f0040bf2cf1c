// words.h — what the model file and the index know of single words: static functions, and their
// makers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clusters.h"

namespace crossread::names_training {

struct WordEntry {
  std::uint64_t hash = 0;
  std::uint32_t value = 0;  // below 1 << value_bits
};

// The bytes of a static function over the words, and the number of its cells.
std::string build_function(const std::vector<WordEntry>& words, int value_bits,
                           std::uint32_t& cells);

// src/tables/names_index.bin, out of the tables that are built in.
std::string build_index();

struct WordParts {
  std::string coarse, words;  // as the model file has them
  std::uint32_t cells = 0;
};
// NEWS is plain text for upper and lower case.
WordParts word_parts(const WordGroups& groups, const std::string& news);

void put32(std::string& out, std::uint32_t v);

}  // namespace crossread::names_training
