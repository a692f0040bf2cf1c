// word_model.h — the weights of the tagger of word classes, read in place.
//
//     feature key → (class, weight) (class, weight) …        dictionary key → the classes of a word
//
// src/tables/word_class.bin, whole numbers with the lowest byte first: "XWC1", the number of keys n,
// 4097 starts (where the keys with each value of their top 12 bits begin), n keys in order, n + 1
// offsets into the runs, and the runs: two bytes a pair, class and weight + 128. O(1) a key.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "claim/word_features.h"

namespace crossread {

using ClassScores = std::array<std::int16_t, static_cast<std::size_t>(WordClass::other) + 1>;

class WordModel {
 public:
  static constexpr std::string_view kMagic = "XWC1";
  static constexpr unsigned kTopBits = 12;

  // Bytes that are no such file give a model without weights.
  explicit WordModel(std::string_view bytes);

  // Adds the weights of the feature, if it has any.
  void add(std::uint32_t key, ClassScores& scores) const {
    const std::string_view run = run_of(key);
    for (std::size_t i = 0; i + 1 < run.size(); i += 2) {
      const auto c = static_cast<std::size_t>(static_cast<unsigned char>(run[i]));
      const int weight = static_cast<unsigned char>(run[i + 1]) - 128;
      if (c < scores.size()) scores[c] = static_cast<std::int16_t>(scores[c] + weight);
    }
  }

  // The classes that the word was seen with; 0 where it was not seen often enough to tell.
  ClassSet allowed(std::uint32_t word) const;

 private:
  std::string_view run_of(std::uint32_t key) const;
  std::uint32_t number(std::size_t at) const {
    const auto byte = [&](std::size_t i) {
      return std::uint32_t{static_cast<unsigned char>(bytes_[at + i])};
    };
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
  }

  std::string_view bytes_;
  std::size_t keys_ = 0, offsets_ = 0, runs_ = 0;  // where they begin
};

// The best of the classes in `set`; of equal ones the first.
WordClass best_class(const ClassScores& scores, ClassSet set);

}  // namespace crossread
