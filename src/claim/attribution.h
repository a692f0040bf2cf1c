// attribution.h — within one stretch of text: who (source) says (cue) what (content).
//
//     X cue that S · S, X cue · S, cue X · “Q,” X cue on DAY · according to X, S · X was quoted by
//     Y as saying S · X, TITLE at ORG, told Y S · S1, X cue, S2 · X denied doing · X urged Y to do
//     · rejected X's claim that S
//
// A stretch is a sentence, or as many sentences as one quotation runs over. The source must be a
// noun phrase without a finite verb of its own (appositions and relative clauses may have one):
// that one constraint removes most wrong attributions. An attribution inside another's content is
// left alone.
#pragma once

#include <string_view>
#include <vector>

#include "claim/stretch.h"

namespace crossread {

struct Attribution {
  std::vector<Range> content;  // tokens, marks outside where a whole passage is meant
  std::vector<Range> source;
  std::vector<Range> cue;
  std::vector<Range> via;
  bool direct = false;
  std::uint32_t verb = 0;     // token of the (first) cue
  std::string_view strength;  // as in the table of cue verbs; "" for «according to»
};

// Attributions of the stretch, in the order they are read.
std::vector<Attribution> find_attributions(const Stretch& stretch);

}  // namespace crossread
