#include "text/lemma.h"

#include <array>

#include "tables/tables.h"

namespace crossread {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool has_vowel(std::string_view stem) {
  for (const char c : stem) {
    if (is_vowel(c)) return true;
  }
  return false;
}

// Keeps the commonest of the stems it is shown.
struct Best {
  std::string stem;
  int level = 1000;

  void offer(std::string candidate, int handicap = 0) {
    if (!has_vowel(candidate) || candidate.size() < 2) return;
    const WordRank rank = word_rank(candidate);
    if (!rank.known()) return;
    const int known = rank.level + handicap + (rank.name ? 12 : 0);  // "kidd" is a name
    if (known < level) {
      level = known;
      stem = std::move(candidate);
    }
  }
};

bool doubled_end(std::string_view stem) {
  const std::size_t n = stem.size();
  return n >= 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]) && stem[n - 1] != 's' &&
         stem[n - 1] != 'z';
}

// One short syllable, "not" or "car": it would have doubled its end ("notted"), so "noted" is of
// "note" and "cared" of "care".
bool would_double(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 2 || is_vowel(stem[n - 1]) || stem[n - 1] == 'w' || stem[n - 1] == 'x' ||
      !is_vowel(stem[n - 2]))
    return false;
  for (std::size_t i = 0; i + 2 < n; ++i) {
    const bool after_q = stem[i] == 'u' && i > 0 && stem[i - 1] == 'q';
    if (is_vowel(stem[i]) && !after_q && !(stem[i] == 'y' && i == 0)) return false;
  }
  return true;
}

// What an -ed or -ing came off, with the ending gone: "announc" → "announce", "stopp" → "stop".
std::string verb_stem(std::string_view stem) {
  if (!has_vowel(stem) || stem.size() < 2) return {};
  Best best;
  constexpr int kUnlikely = 60;
  best.offer(std::string(stem), would_double(stem) ? kUnlikely : 0);
  best.offer(std::string(stem) + "e");
  if (doubled_end(stem)) best.offer(std::string(stem.substr(0, stem.size() - 1)), -4);
  return best.stem;
}

// The stem of a word that the table does not know, by spelling alone.
std::string guessed_verb_stem(std::string_view stem) {
  if (stem.size() < 3 || !has_vowel(stem)) return {};
  const std::size_t n = stem.size();
  if (doubled_end(stem) && stem[n - 1] != 'l') return std::string(stem.substr(0, n - 1));
  const std::string_view two = stem.substr(n - 2);
  constexpr std::array<std::string_view, 12> kWantE = {"at", "iz", "is", "iv", "uc", "ag",
                                                       "dg", "ur", "yz", "ir", "as", "ut"};
  for (const std::string_view end : kWantE) {
    if (two == end) return std::string(stem) + "e";
  }
  return std::string(stem);
}

std::string plural_stem(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 4 || word[n - 2] == 's' || word[n - 2] == 'u' || word[n - 2] == '\'') return {};
  if (word.ends_with("ies") && n > 4) {
    Best best;
    best.offer(std::string(word.substr(0, n - 3)) + "y");
    best.offer(std::string(word.substr(0, n - 1)), 8);
    return best.stem.empty() ? std::string(word.substr(0, n - 3)) + "y" : best.stem;
  }
  if (word.ends_with("es") && n > 4) {
    const std::string_view head = word.substr(0, n - 2);
    const bool hissing = head.ends_with("s") || head.ends_with("sh") || head.ends_with("ch") ||
                         head.ends_with("x") || head.ends_with("z");
    Best best;
    best.offer(std::string(word.substr(0, n - 1)));
    if (hissing || head.ends_with("o")) best.offer(std::string(head));
    if (!best.stem.empty()) return best.stem;
    const bool needs_e = head.ends_with("s") && !head.ends_with("ss");
    if (hissing && !needs_e && !(head.ends_with("z") && !head.ends_with("zz"))) {
      return std::string(head);
    }
  }
  if (word.ends_with("is")) {  // "skis" but not "this", "Paris"
    Best best;
    best.offer(std::string(word.substr(0, n - 1)), 4);
    return best.level < word_level(word) ? best.stem : std::string();
  }
  return std::string(word.substr(0, n - 1));
}

// A name loses a plural -s only where the table knows the rest, and better than the whole; two
// names of like rank ("roger", "rogers") are two names.
std::string name_stem(std::string_view word) {
  constexpr int kClearlyMoreOften = 3;
  if (!word.ends_with('s') || word.size() < 5) return {};
  const std::string stem = plural_stem(word);
  const WordRank rest = stem.empty() ? WordRank{} : word_rank(stem);
  const WordRank whole = word_rank(word);
  if (!rest.known()) return {};
  if (!whole.known()) return word.ends_with("ians") ? stem : std::string();
  return rest.level + (rest.name && whole.name ? kClearlyMoreOften : 0) <= whole.level
             ? stem
             : std::string();
}

std::string regular(std::string_view word) {
  const std::size_t n = word.size();
  if (n > 3 && word.back() == 's') return plural_stem(word);
  if (n > 5 && word.ends_with("men")) {  // "horsemen"; "specimen" has no "speciman"
    const std::string man = std::string(word.substr(0, n - 2)) + "an";
    return word_level(man) >= 0 ? man : std::string();
  }
  if (n > 4 && word.ends_with("ied")) return std::string(word.substr(0, n - 3)) + "y";
  if (n > 4 && word.ends_with("ed") && word[n - 3] != 'e') {
    const std::string_view stem = word.substr(0, n - 2);
    const std::string known = verb_stem(stem);
    return known.empty() && word_level(word) < 0 ? guessed_verb_stem(stem) : known;
  }
  if (n > 5 && word.ends_with("ing")) {
    const std::string_view stem = word.substr(0, n - 3);
    const std::string known = verb_stem(stem);
    return known.empty() && word_level(word) < 0 ? guessed_verb_stem(stem) : known;
  }
  return {};
}

// "organise" → "organize", "colour" → "color", if the American form is the known word.
std::string american(std::string word) {
  const std::size_t n = word.size();
  std::string other;
  if (n > 5 && (word.ends_with("ise") || word.ends_with("yse"))) {
    other = word;
    other[n - 2] = 'z';
  } else if (n > 10 && (word.ends_with("isation") || word.ends_with("isations"))) {
    other = word;
    other[word.rfind("isation") + 1] = 'z';
  } else if (n > 5 && word.ends_with("our")) {
    other = word.substr(0, n - 2) + "r";
  } else {
    return word;
  }
  return word_level(other) >= 0 ? other : word;
}

bool is_plain(std::string_view word) {
  for (const char c : word) {
    if ((c < 'a' || c > 'z') && c != '\'') return false;
  }
  return true;
}

}  // namespace

WordRank word_rank(std::string_view folded) {
  static const Table kWords = table("words");
  const Table::Row row = kWords.find(folded);
  WordRank rank;
  if (!row) return rank;
  rank.level = 0;
  for (const char c : row.field(0)) rank.level = rank.level * 10 + (c - '0');
  std::string_view marks = row.field(1);
  if (marks.size() >= 2) {
    rank.begins = marks[0] - '0';
    rank.ends = marks[1] - '0';
  }
  rank.name = marks.ends_with('n');
  return rank;
}

std::string lemma_of(std::string_view folded, WordUse use) {
  static const Table kIrregular = table("irregular_forms");
  std::string word(folded);
  if (folded.size() > 40 || !is_plain(folded)) return word;
  if (use == WordUse::name) {
    const std::string stem = name_stem(folded);
    return stem.empty() ? word : stem;
  }
  if (const Table::Row row = kIrregular.find(folded)) return std::string(row.field(0));
  std::string stem = regular(folded);
  if (stem.empty()) return american(std::move(word));
  if (const Table::Row row = kIrregular.find(stem); row && stem.ends_with('e')) {
    return std::string(row.field(0));  // "centred" → "centre" → "center"
  }
  return american(std::move(stem));
}

}  // namespace crossread
