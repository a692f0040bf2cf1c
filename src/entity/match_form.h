// match_form.h — a name made ready to be matched with many others; inside of name_match.h.
//
//     "Corvane Systems Inc."    words corvane systems inc    content corvane systems
//
// An article of 10 MB compares millions of pairs of names; what can be said of one name alone is
// said once. `match_names` is the same for two names that meet only once.
#pragma once

#include <optional>
#include <string>

#include "entity/name_match.h"

namespace crossread {

struct MatchForm {
  NameType type = NameType::person;
  NameWords words;
  std::string canonical;  // canonical_name(type, words)
  std::string letters;    // of an organisation: its initials,
  NameWords content;      // its words without small ones and legal form,
  NameWords sorted;       // and those in the order of the alphabet
};

MatchForm match_form(NameType type, NameWords words);
std::optional<MergeRule> match_forms(const MatchForm& a, const MatchForm& b,
                                     SecondSign sign = SecondSign::absent);

}  // namespace crossread
