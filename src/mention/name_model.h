// name_model.h — the trained weights of the name tagger, read where they lie.
//
// src/tables/names_model.bin, written by tools/train_names, little-endian:
//
//     header     eight numbers of 32 bits: magic, version, tags, word cells, feature slots, …
//     moves      int16 [tags + 1][tags + 1]: from one tag to the next, row and column `tags` = edge
//     coarse     uint8 [512]: the coarse cluster of each fine one
//     words      a static function: 9 bits of cluster, 2 of casing
//     features   uint16 fingerprints and int8 [tags] weights, open addressing
//
// A feature is a 64-bit number and never a string. Cost: three cells a word, one or two slots a
// feature; no start-up work, no memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "mention/static_function.h"

namespace crossread {

constexpr std::uint32_t kNameModelMagic = 0x4D4E5243;  // "CRNM"
constexpr std::uint32_t kNameModelVersion = 2;
constexpr int kNameTags = 9;  // O, then begin and inside of PER, ORG, LOC, MISC
constexpr int kFineClusters = 511;
constexpr int kNameWordBits = 11;
constexpr int kNameScale = 16;  // score units that a factor e is worth

using TagScores = std::array<std::int32_t, kNameTags>;

// How a word is written in news: seen mostly in lower case, both, or capitalised in mid-sentence.
enum class WordCase : std::uint8_t { unknown, lower, both, capital };

struct WordInfo {
  std::uint16_t cluster = 0;  // 1 to 511, 0 = unknown word
  WordCase casing = WordCase::unknown;
};

class NameModel {
 public:
  explicit NameModel(std::string_view bytes);

  bool empty() const { return slots_ == 0; }
  WordInfo word(std::uint64_t hash) const;
  std::uint8_t coarse(std::uint16_t cluster) const { return coarse_[cluster]; }
  int move(int from, int to) const;  // kNameTags is the edge of a segment

  // Adds the weights of all the features. The table is larger than the caches that are near: what
  // will be read is asked for in advance.
  void add(std::span<const std::uint64_t> features, TagScores& scores) const {
    if (slots_ == 0) return;
    for (const std::uint64_t f : features)
      __builtin_prefetch(marks_ + 2 * std::size_t{first_slot(f)});
    constexpr std::size_t kBatch = 32;
    std::array<const signed char*, kBatch> found;
    for (std::size_t at = 0; at < features.size(); at += kBatch) {
      std::size_t n = 0;
      for (const std::uint64_t f : features.subspan(at, std::min(kBatch, features.size() - at))) {
        const signed char* weights = find(f);
        if (weights == nullptr) continue;
        __builtin_prefetch(weights);
        found[n++] = weights;
      }
      for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t t = 0; t < kNameTags; ++t) scores[t] += found[k][t];
      }
    }
  }

  static constexpr std::uint16_t fingerprint(std::uint64_t feature) {
    const auto mark = static_cast<std::uint16_t>(feature >> 48);
    return mark == 0 ? std::uint16_t{1} : mark;
  }

 private:
  std::uint32_t first_slot(std::uint64_t feature) const {
    return static_cast<std::uint32_t>(feature) & (slots_ - 1);
  }
  // The weights of a feature, one a tag; nullptr if it has none.
  const signed char* find(std::uint64_t feature) const {
    const std::uint16_t mark = fingerprint(feature);
    for (std::uint32_t slot = first_slot(feature);; slot = (slot + 1) & (slots_ - 1)) {
      const unsigned char* p = marks_ + 2 * std::size_t{slot};
      const auto here = static_cast<std::uint16_t>(p[0] | p[1] << 8);
      if (here == 0) return nullptr;
      if (here == mark) return weights_ + std::size_t{slot} * kNameTags;
    }
  }

  const unsigned char* moves_ = nullptr;
  const unsigned char* coarse_ = nullptr;
  StaticFunction words_;
  const unsigned char* marks_ = nullptr;
  const signed char* weights_ = nullptr;
  std::uint32_t slots_ = 0;  // a power of two
};

// The model that is built in.
const NameModel& built_in_name_model();

}  // namespace crossread
