// name_match.h — do two names, seen alone, fit each other, and by which rule.
//
//     "Putin"            "Vladimir Putin"        name_part
//     "V. V. Putin"      "Vladimir Putin"        name_part (initials)
//     "Jinping Xi"       "Xi Jinping"            family_name_first
//     "Vladimir Poutine" "Vladimir Putin"        near_spelling (the other name is shared)
//     "Emil Vukas"       "Jelena Vukas"          nothing: two first names
//     "IAEA"             "International Atomic Energy Agency"   acronym
//     "Washington"       "Washington Post"       nothing: a place is no part of a paper
//
// Whether only one candidate fits is for the caller to see. Words are compared without case and
// accents. Cost: O(words).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entity/entities.h"

namespace crossread {

using NameWords = std::vector<std::string>;

// "The St. Brannoc’s" → {"st", "brannoc's"}: folded, accents off, dots of initials kept off,
// "the" and honorifics left out, hyphens as borders.
NameWords name_words(std::string_view surface);

// A second sign that two names of one spelling family are one person: the same title, say.
enum class SecondSign : std::uint8_t { absent, present };

std::optional<MergeRule> match_names(NameType type, const NameWords& a, const NameWords& b,
                                     SecondSign sign = SecondSign::absent);

// The consonants that carry a name through transliteration: putin, poutine → "ptn".
std::string consonant_skeleton(std::string_view word);

// One spelling of what transliterations write differently: anthony, antony → "antoni".
std::string plain_spelling(std::string_view word);

// Restricted Damerau distance, at most `limit` + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);

// The form under which the tables know a place or organisation: "u.s." → "united states",
// "nyt" → "new york times"; the joined words where they know none.
std::string canonical_name(NameType type, const NameWords& words);

// First letters of the words that count: {"international","atomic","energy","agency"} → "iaea".
std::string initials(const NameWords& words);

}  // namespace crossread
