// kinship.h — which articles follow one another sentence by sentence, and where.
//
//     a: 1 2 3 4 5 6 7          b: 1′ 3′ 4′ x 7′        the same content in the same order
//     path through both: (1,1) (3,2) (4,3) (7,5)
//
// Two reports of one event share facts; a text and its rewriting also share their order. The path
// is the heaviest chain of like sentences that never runs backwards. How likely it is that a
// sentence was made from another then follows from their likeness, from how near the pair lies to
// the path, and from being on it:
//     p = ½ + .18 · (1.9·likeness + 2.5·nearness + 1.5·on the path − 4.7), within 0 and 1
// `explained[i][j]` is the share of article i's weight that such sentences of j account for. Two
// articles are kin if the mean of both directions reaches kKin with three sentences or more, or if
// they share a third of their words in runs. Order alone is no proof where both quote the same
// words to the letter and share no others (two reporters heard them), and hardly one where each
// tells mostly figures, days and names that the other lacks. Families are chains of kin. Inside a
// family, sentences that a third article connects gain: p ← 1 − (1−p)·Π(1 − ½·p₁·p₂). After
// algorithms S4, S7: order agreement tells derivation where verbatim overlap fails. Weights
// measured on the stories, one held out in turn. O(sentences of i · sentences of j) for pairs that
// share three like sentences.
#pragma once

#include <algorithm>
#include <vector>

#include "compare/similarity.h"

namespace crossread {

using Thousandths = std::int32_t;

// Sentences of two articles of one family; indices into EventTerms::sentences, a < b.
struct SentencePair {
  std::uint32_t a = 0, b = 0;
  Thousandths likely = 0;
};

struct Kinship {
  std::vector<std::vector<Thousandths>> explained;   // by places in event.articles
  std::vector<std::vector<std::uint32_t>> families;  // places, sorted; every article is in one
  std::vector<SentencePair> pairs;                   // likely ones inside families, by a, then b

  // The mean of both directions.
  Thousandths mean(std::uint32_t i, std::uint32_t j) const {
    return (explained[i][j] + explained[j][i]) / 2;
  }
};

// What stands word for word in two articles, by places in event.articles.
struct Copying {
  std::vector<std::vector<Thousandths>> share;  // [i][j]: of i's words, those in runs of j
  // [i][j]: runs of five words that both quote.
  std::vector<std::vector<std::uint32_t>> quoted_alike;
  std::vector<std::uint32_t> copy_of;  // the first article with nearly the same words; else itself

  Thousandths most(std::uint32_t i, std::uint32_t j) const {
    return std::max(share[i][j], share[j][i]);
  }
};

// Copies are not looked at: their sentences are those of the first.
Kinship find_kinship(const EventTerms& terms, const Graph& graph, const Event& event,
                     const Copying& copying);

}  // namespace crossread
