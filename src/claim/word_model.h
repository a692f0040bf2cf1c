// word_model.h — the weights of the tagger of word classes, read in place.
//
//     feature key → (class, weight) (class, weight) …        dictionary key → the classes of a word
//
// src/tables/word_class.bin, whole numbers with the lowest byte first: "XWC2", the number of keys n
// and of pairs; for each value of a key's top 11 bits where its keys and their pairs begin, 2 ×
// 2049 numbers of 16 bits; then four columns: the next 16 bits of each key, how many pairs it has,
// the classes, and the weights + 128. Columns of one kind compress best. The last 5 bits of a key
// are not kept: one strange key in 5,000 is taken for a known one. Weight 0 marks the dictionary.
// O(1) a key: some 12 marks that lie side by side.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "claim/word_features.h"

namespace crossread {

using ClassScores = std::array<std::int16_t, static_cast<std::size_t>(WordClass::other) + 1>;

class WordModel {
 public:
  static constexpr std::string_view kMagic = "XWC2";
  static constexpr unsigned kTopBits = 11;

  // Bytes that are no such file give a model without weights.
  explicit WordModel(std::string_view bytes);

  // Adds the weights of the feature, if it has any.
  void add(std::uint32_t key, ClassScores& scores) const {
    const Pairs pairs = find(key);
    for (std::uint32_t i = pairs.first; i < pairs.last; ++i) {
      const std::size_t c = classes_[i];
      if (c < scores.size()) scores[c] = static_cast<std::int16_t>(scores[c] + weights_[i] - 128);
    }
  }

  // The classes that the word was seen with; 0 where it was not seen often enough to tell.
  ClassSet allowed(std::uint32_t word) const;

 private:
  struct Pairs {
    std::uint32_t first = 0, last = 0;
  };
  static std::uint32_t number16(const unsigned char* p) {
    return static_cast<std::uint32_t>(p[0] | p[1] << 8);
  }

  Pairs find(std::uint32_t key) const {
    if (starts_ == nullptr) return {};
    const unsigned char* bucket = starts_ + 4 * std::size_t{key >> (32 - kTopBits)};
    const std::uint32_t last = number16(bucket + 4);
    const std::uint32_t mark = key >> (16 - kTopBits) & 0xFFFF;
    std::uint32_t pair = number16(bucket + 2);
    for (std::uint32_t i = number16(bucket); i < last; ++i) {
      if (number16(marks_ + 2 * std::size_t{i}) == mark) return {pair, pair + counts_[i]};
      pair += counts_[i];
    }
    return {};
  }

  const unsigned char* starts_ = nullptr;
  const unsigned char* marks_ = nullptr;
  const unsigned char* counts_ = nullptr;
  const unsigned char* classes_ = nullptr;
  const unsigned char* weights_ = nullptr;
};

// The file of what the trainer learnt: class and weight + 128 by turns, by key. Requires fewer than
// 65,536 keys and pairs; of two keys that look alike the first is kept.
std::string word_model_bytes(const std::map<std::uint32_t, std::string>& runs);

// The best of the classes in `set`; of equal ones the first.
WordClass best_class(const ClassScores& scores, ClassSet set);

}  // namespace crossread
