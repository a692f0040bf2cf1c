// word_class.h — what part of speech each word is, as far as clauses and cues need to know.
//
//     Police   said        the         bus   had       been         speeding .
//     noun     verb_past   determiner  noun  verb_past verb_participle  verb_ing  mark
//
// A greedy tagger, left to right, with integer weights (averaged perceptron, Collins 2002; about 95
// of 100 words right on news). Words that are nearly always of one class skip the weights. What it
// looks at is in word_features.h, what it learnt in word_class.bin; tools/train_words.cpp trains
// it.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"

namespace crossread {

enum class WordClass : std::uint8_t {
  noun,
  name,
  adjective,
  adverb,
  number,
  determiner,
  pronoun,
  possessive_pronoun,
  wh,
  existential,
  verb_base,
  verb_past,
  verb_present,
  verb_s,
  verb_ing,
  verb_participle,
  modal,
  preposition,
  particle,
  subordinator,
  conjunction,
  to,
  possessive,
  mark,
  other
};

// One class a token; tokens outside every sentence are `other`. O(tokens).
std::vector<WordClass> word_classes(const Document& document);

// "says", "said", "may": can head a clause of its own. A base form alone cannot.
constexpr bool is_finite(WordClass c) {
  return c == WordClass::verb_past || c == WordClass::verb_present || c == WordClass::verb_s ||
         c == WordClass::modal;
}
constexpr bool is_verb(WordClass c) {
  return is_finite(c) || c == WordClass::verb_base || c == WordClass::verb_ing ||
         c == WordClass::verb_participle;
}
constexpr bool is_nominal(WordClass c) { return c == WordClass::noun || c == WordClass::name; }

}  // namespace crossread
