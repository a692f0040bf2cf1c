// word_features.h — what the tagger of word classes looks at, as numbers. The trainer
// (tools/train_words.cpp) and the tagger read the same functions, so they cannot drift apart.
//
//     Police said the bridge collapsed on Monday
//                     before ~~~~~~~~~ after       and the two classes before it, and what verb the
//                                                  clause has had so far ("said": one that reports)
//
// A feature is a 32-bit key, mixed from the hashes of its parts: no strings are built. Whole
// numbers alone, so every machine agrees. Everything is O(1) once a word's form is known.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/word_class.h"

namespace crossread {

using ClassSet = std::uint32_t;  // bit c: WordClass c is possible

constexpr ClassSet class_bit(WordClass c) { return ClassSet{1} << static_cast<unsigned>(c); }

// What a word that the dictionary does not know can be.
constexpr ClassSet kOpenClasses =
    class_bit(WordClass::noun) | class_bit(WordClass::name) | class_bit(WordClass::adjective) |
    class_bit(WordClass::adverb) | class_bit(WordClass::number) | class_bit(WordClass::verb_base) |
    class_bit(WordClass::verb_past) | class_bit(WordClass::verb_present) |
    class_bit(WordClass::verb_s) | class_bit(WordClass::verb_ing) |
    class_bit(WordClass::verb_participle) | class_bit(WordClass::other);

constexpr std::uint32_t feature_key(char kind, std::uint32_t a, std::uint32_t b = 0) {
  std::uint64_t x =
      (std::uint64_t{a} << 32 | b) + static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93u;
  x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93u;
  return static_cast<std::uint32_t>(x >> 32);
}

// FNV-1a.
constexpr std::uint32_t text_hash(std::string_view text) {
  std::uint32_t h = 2166136261u;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

// What a word does to the verbs that follow it in its clause.
enum class VerbKind : std::uint8_t { plain, be, have, doing, saying, stop };

// A word by itself.
struct WordForm {
  std::uint32_t word = 0, suffix3 = 0, suffix2 = 0, prefix3 = 0;
  std::uint32_t signature = 0;  // of the classes it can have, or of its ending
  char ending = '0';            // s, d, g: off its lemma by -s, -ed, -ing; i: irregular; 0: itself
  VerbKind kind = VerbKind::plain;
};

// The classes that the word can have: those of the dictionary (`allowed`, 0 if it says nothing), or
// any of the open ones that its ending admits: "-ed" is no base form, "doubt" no "he doubts".
ClassSet possible_classes(const WordForm& form, ClassSet allowed);

// Without the classes that never follow: no base form after a preposition or "their".
constexpr ClassSet after_class(ClassSet set, std::uint8_t before) {
  const bool no_verb = before == static_cast<std::uint8_t>(WordClass::preposition) ||
                       before == static_cast<std::uint8_t>(WordClass::possessive_pronoun);
  const ClassSet rest =
      set & ~(class_bit(WordClass::verb_base) | class_bit(WordClass::verb_present));
  return no_verb && rest != 0 ? rest : set;
}

// `allowed` is what the dictionary says, 0 if it says nothing.
WordForm word_form(std::string_view folded, std::string_view lemma, ClassSet allowed);

// A word where it stands. shape: A in capitals, C capitalised, 9 with a digit, else a.
struct WordPlace {
  const WordForm* form = nullptr;
  char shape = 'a';
  bool after_mark = false;  // or first
};

// The way here: the classes of the two words before, and the last verb of the clause so far.
struct TagHistory {
  std::uint8_t one = 31, two = 31;
  char verb = '0';  // none, b(e), h(ave), d(o), m(odal), t(o), s(aying), v(erb), n(o finite one)

  void push(WordClass c, const WordForm& form) {
    two = one;
    one = static_cast<std::uint8_t>(c);
    switch (c) {
      case WordClass::mark:
        if (form.kind == VerbKind::stop) verb = '0';
        break;
      case WordClass::wh:
      case WordClass::subordinator:
      case WordClass::conjunction:
        verb = '0';
        break;
      case WordClass::modal:
        verb = 'm';
        break;
      case WordClass::to:
        verb = 't';
        break;
      case WordClass::verb_past:
      case WordClass::verb_present:
      case WordClass::verb_s:
      case WordClass::verb_base:
      case WordClass::verb_participle: {
        const bool helped =
            verb == 'b' || verb == 'h' || verb == 'm' || verb == 'd' || verb == 'v' || verb == 's';
        verb = form.kind == VerbKind::be       ? 'b'
               : form.kind == VerbKind::have   ? 'h'
               : form.kind == VerbKind::doing  ? 'd'
               : form.kind == VerbKind::saying ? 's'
               : is_finite(c) || helped        ? 'v'
                                               : 'n';
        break;
      }
      default:
        break;
    }
  }
};

template <typename F>
void features_of_word(const WordForm& w, F&& f) {
  f(feature_key('a', w.word));
  f(feature_key('b', w.suffix3));
  f(feature_key('c', w.suffix2));
  f(feature_key('l', w.prefix3));
}

template <typename F>
void features_of_next(const WordForm& next, F&& f) {
  f(feature_key('i', next.word));
  f(feature_key('j', next.suffix3));
}

template <typename F>
void features_of_place(const WordPlace& w, const WordPlace& before, const WordPlace& next,
                       const TagHistory& h, F&& f) {
  const auto one = std::uint32_t{h.one};
  const auto verb = static_cast<std::uint32_t>(h.verb);
  const std::uint32_t both = one * 32 + h.two;
  const bool capital = next.shape == 'A' || next.shape == 'C';
  const std::uint32_t coming = next.form->signature * 2 + (capital ? 1 : 0);
  const auto ending = static_cast<std::uint32_t>(w.form->ending);
  f(feature_key('n', 0));
  f(feature_key('d', static_cast<std::uint32_t>(w.shape), w.after_mark ? 1 : 0));
  f(feature_key('e', one));
  f(feature_key('f', both));
  f(feature_key('g', one, w.form->word));
  f(feature_key('h', before.form->word));
  f(feature_key('m', one, next.form->word));
  f(feature_key('o', verb, ending * 64 + one));
  f(feature_key('p', verb, w.form->word));
  f(feature_key('s', verb * 256 + ending, coming));
  // "the owners raise", "witnesses say": a plural before a base form.
  const auto ended = static_cast<std::uint32_t>(before.form->ending);
  f(feature_key('t', one, ended * 256 + ending));
}

}  // namespace crossread
