// retold.h — which words of a sentence its retelling keeps.
//
//     a: The ferry passed a safety inspection on Feb. 13, although inspectors ordered six defects …
//     b: The ferry passed a safety inspection last month
//        kept: ferry passed safety inspection        cut: «although inspectors ordered six …»
//
// A word is kept if its lemma, a synonym or the person, place or body it names stands in the
// retelling's sentence or beside it. A piece of a sentence, cut at marks and clauses, is missing if
// hardly a word of it is kept and the retelling's sentence has no room for it: the shorter it is
// than usual, the more is gone. The less a retelling keeps at all, the longer a piece must be.
// O(words of the event) once, then O(words of the two articles) a retelling.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compare/view.h"

namespace crossread {

using Word = std::uint32_t;

// The words of all articles of an event as numbers, each once.
class EventWords {
 public:
  explicit EventWords(const EventView& view);

  // What stands for a token: lemma, form and the entity it names. Content words alone ask.
  struct TokenWords {
    Word lemma = 0, form = 0, name = 0;  // name 0: none
    bool content = false;
  };
  const std::vector<TokenWords>& of(ArticleIndex article) const { return tokens_[article]; }
  const std::vector<Word>& synonyms(Word word) const { return synonyms_[word]; }

 private:
  Word number(const std::string& key);

  std::unordered_map<std::string, Word> numbers_;
  std::vector<std::string> keys_;                // by word
  std::vector<std::vector<TokenWords>> tokens_;  // by article
  std::vector<std::vector<Word>> synonyms_;      // by word
};

class RetoldWords {
 public:
  // `matches` go from `from` to `to`; `units` by sentence.
  RetoldWords(const EventView& view, const EventWords& words, ArticleIndex from, ArticleIndex to,
              const std::vector<Match>& matches,
              const std::vector<std::vector<std::uint32_t>>& units);

  std::int32_t kept() const { return kept_; }  // thousandths of the words of matched sentences

  // Pieces of the match's first sentence that its second one lacks.
  std::vector<Span> cut_clauses(const Match& match) const;

  // A good part of the sentence's words stands in one sentence of the retelling.
  bool stands_anywhere(std::uint32_t sentence) const;

  Range tokens_of(std::uint32_t sentence) const;
  Span place_of(std::uint32_t sentence) const;

 private:
  const Sentence& sentence_of(std::uint32_t sentence) const;
  std::vector<Range> pieces_of(std::uint32_t sentence) const;
  std::vector<std::uint32_t> content_of(ArticleIndex article, Range tokens) const;
  std::vector<Word> words_of(Range tokens) const;  // of `to`, sorted
  std::uint32_t lost(const std::vector<Word>& words,
                     const std::vector<std::uint32_t>& content) const;
  std::vector<Word> around(std::uint32_t sentence) const;

  const EventView& view_;
  const EventWords& words_;
  ArticleIndex from_;
  ArticleIndex to_;
  const std::vector<std::vector<std::uint32_t>>& units_;
  std::int32_t kept_ = 0;
  std::int32_t length_ = 1000;  // usual length of a retold sentence, thousandths of the first
};

}  // namespace crossread
