// cue.h — verbs that may say something.
//
//     Mr. Meek has also said that …       group "has also said", verb "said", strength neutral
//
// A verb of the table `cue_verbs`, in a form that can head a clause, or a participle ("adding").
#pragma once

#include <optional>
#include <string_view>

#include "claim/stretch.h"

namespace crossread {

// A verb that may say something, with what belongs to it.
struct Cue {
  std::uint32_t verb = 0;
  Range group;  // auxiliaries, adverbs and the verb: "has also said"
  std::string_view strength;
  std::string_view takes;  // complements, see the table
  bool finite = false;
  bool passive = false;

  bool takes_complement(char what) const { return takes.find(what) != std::string_view::npos; }
};

// The cue whose verb is token i, if there is one. O(length of the verb group).
std::optional<Cue> cue_at(const Stretch& stretch, std::uint32_t i);

}  // namespace crossread
