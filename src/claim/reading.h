// reading.h — a document with the classes of its words, and small questions about it. What quotes
// and statements read instead of bare tokens.
//
// Phrases are runs of tokens inside one stretch of text, [first, last):
//
//     On Tuesday , the minister , Helena Tavares , told   reporters that …
//                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~            subject_before(told)
//     " … , " said Maureen Bell , 71 , of Tanner Street .
//                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~   phrase_after(said)
//
// Everything is O(length of the phrase).
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/word_class.h"
#include "mention/names.h"
#include "text/document.h"

namespace crossread {

class Reading {
 public:
  // Verbs and nouns inside a name ("Estrela Lines") are read as names.
  Reading(const Document& document, const std::vector<NameMention>& names);

  const Document& document() const { return document_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.tokens.size()); }
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  std::string_view word(std::uint32_t i) const { return document_.folded(token(i)); }
  std::string_view lemma(std::uint32_t i) const { return document_.lemma(token(i)); }
  WordClass word_class(std::uint32_t i) const { return classes_[i]; }

  bool is(std::uint32_t i, std::string_view folded) const { return word(i) == folded; }
  bool any(std::uint32_t i, std::initializer_list<std::string_view> words) const;
  bool comma(std::uint32_t i) const { return is(i, ","); }
  bool capital(std::uint32_t i) const;

  bool finite(std::uint32_t i) const { return is_finite(classes_[i]); }
  bool verb(std::uint32_t i) const { return is_verb(classes_[i]); }
  bool nominal(std::uint32_t i) const { return is_nominal(classes_[i]); }
  // Can end a noun phrase: noun, name, pronoun, number, "others".
  bool ends_phrase(std::uint32_t i) const;
  // Can begin one: determiner, possessive pronoun, adjective, noun, name, number, pronoun.
  bool begins_phrase(std::uint32_t i) const;

  // Verb forms of be, have and do, and modals: can help another verb.
  bool auxiliary(std::uint32_t i) const;

  // "Tuesday", "week", "May": names a time, alone or with others.
  bool time_word(std::uint32_t i) const;
  // Where the relative clause that ends at `verb`, its finite verb, begins: the who, which or that.
  std::optional<std::uint32_t> relative_before(std::uint32_t first, std::uint32_t verb) const;

  // "on Tuesday", "Tuesday", "last week", "earlier this month", "late on Wednesday": the token
  // after it, or `at` where there is none. Never past `last`.
  std::uint32_t skip_time(std::uint32_t at, std::uint32_t last) const;
  // The same, read backwards: the first token of a time that ends before `end`.
  std::uint32_t skip_time_back(std::uint32_t end, std::uint32_t first) const;
  // "in a statement", "during a press conference", "to reporters", "in an interview with AFP".
  std::uint32_t skip_occasion(std::uint32_t at, std::uint32_t last) const;

  // True if a finite verb stands in [first, last) outside relative clauses.
  bool has_finite(std::uint32_t first, std::uint32_t last) const;

 private:
  void mend_verbs(const Sentence& sentence);  // in mend_verbs.cpp

  const Document& document_;
  std::vector<WordClass> classes_;
};

// The noun phrase, with its appositions, that ends just before `end` and does not begin before
// `first`: who it is that says. Nothing where no phrase of 30 tokens without a finite verb of its
// own stands there.
std::optional<Range> subject_before(const Reading& r, std::uint32_t first, std::uint32_t end);

// The noun phrase, with its appositions, that begins at `at` and does not reach beyond `last`.
std::optional<Range> phrase_after(const Reading& r, std::uint32_t at, std::uint32_t last);

// The bare noun phrase at `at`, prepositional tails included, appositions not: its end, or `at`.
std::uint32_t phrase_end(const Reading& r, std::uint32_t at, std::uint32_t last);

}  // namespace crossread
