// lemma.h — the dictionary form of an English word, without part of speech.
//
//     visits → visit     announced → announce     parties → party     fell → fall
//     recognised → recognize, centres → center (British forms join their American ones)
//
// A table of irregular forms first, then the endings -s, -ed, -ing; where an ending could have come
// off in several ways (announc-, announce) the commonest word of words.tsv wins. A name keeps its
// form: in the middle of a sentence a capitalised word loses at most a plural -s that the table
// knows ("Russians"), so "Reading" stays and "Williams" is no William.
// O(log table), some 0.3 µs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

enum class WordUse : std::uint8_t { common, name };

// Requires a folded word ("jinping's" is two tokens). Anything but Latin letters comes back as is.
std::string lemma_of(std::string_view folded, WordUse use = WordUse::common);

// How common a folded word is, from words.tsv. Levels and costs are quarters of a bit.
struct WordRank {
  int level = -1;     // 0 is "the", about 60 the 36,000th word; -1 if it is not among them
  int begins = 0;     // about 2^begins words begin with it,
  int ends = 0;       // and 2^ends end with it
  bool name = false;  // never seen in lower case

  bool known() const { return level >= 0; }
  bool plain() const { return known() && !name; }
};
WordRank word_rank(std::string_view folded);
inline int word_level(std::string_view folded) { return word_rank(folded).level; }

}  // namespace crossread
