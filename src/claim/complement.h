// complement.h — what a cue says, to its right.
//
//     told reporters on Tuesday that [the bridge could collapse], but the owner said …
//     vowed [to rebuild it] · denied [paying bribes] · called [on Iran to stop] · said: “[Go!]”
//
// Which complements a verb takes stands in the table `cue_verbs`. The content ends with the
// stretch, or where another voice begins ("but the owner said", ", according to", ", adding that").
#pragma once

#include <vector>

#include "claim/cue.h"

namespace crossread {

struct Complement {
  Range content;           // empty: the verb says nothing to its right
  std::vector<Range> via;  // "told AFP"
  bool direct = false;     // the content is a passage
  bool empty() const { return content.empty(); }
};

Complement complement_of(const Stretch& stretch, const Cue& cue);

// The content that begins with this passage: the passage alone if it is the whole of it.
Complement quoted_content(const Stretch& stretch, const Passage& passage);

// Where content that begins at `at` ends.
std::uint32_t content_end(const Stretch& stretch, std::uint32_t at);

// Past times and occasions: "on Tuesday in a statement".
std::uint32_t skip_setting(const Stretch& stretch, std::uint32_t at, std::uint32_t last);

}  // namespace crossread
