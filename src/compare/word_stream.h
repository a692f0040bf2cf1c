// word_stream.h — an article as words that can be compared for copying.
//
//     By Ana Holm          "The old ferry sank," said Holm. It was built in 1984.
//     no words (a byline)   the old ferry sank  said holm | it was built in 1984
//                           quoted                                        figure
//
// Titles, headings and body alone; bylines, credits and boilerplate have no words. Punctuation and
// case do not matter. Words inside direct quotation marks and words of names keep their place and
// are marked: a quotation that both articles quote is no copying, nor is a name.
// Equal words of one reader have equal numbers. O(tokens).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct StreamWord {
  std::uint32_t form = 0;
  std::uint32_t sentence = 0;  // index into Document::sentences
  Span span;
  bool content = false;  // neither a light word nor part of a name
  bool figure = false;
  bool quoted = false;
};

struct WordStream {
  std::vector<StreamWord> words;
  std::vector<Range> of_sentence;  // words of each sentence of the document
  std::uint32_t own = 0;           // words that are not quoted

  Span span_of(Range range) const {
    return cover(words[range.first].span, words[range.last - 1].span);
  }
};

// The same word in both, and not quoted by both.
inline bool copied(const StreamWord& a, const StreamWord& b) {
  return a.form == b.form && !(a.quoted && b.quoted);
}

class WordReader {
 public:
  WordStream read(const Analysis& analysis);

 private:
  std::unordered_map<std::string, std::uint32_t> forms_;  // never iterated
};

}  // namespace crossread
