// stretch.h — a stretch of text with the passages in it: the ground that one attribution stands on.
//
// A stretch is a sentence, or as many sentences as one quotation runs over. Words inside marks are
// not read as the writer's own: no cue, no source is looked for there. Every question is O(passages
// of the stretch) or O(its tokens).
#pragma once

#include <vector>

#include "base/id.h"
#include "claim/quote_marks.h"
#include "claim/reading.h"

namespace crossread {

constexpr std::uint32_t kNowhere = Id<void>::kNone;  // no such token

struct Stretch {
  const Reading& reading;
  Range tokens;
  const std::vector<Passage>& passages;  // those inside `tokens`, in order

  // The passage whose marks or words stand there; the one that ends or begins there; or nullptr.
  const Passage* passage_at(std::uint32_t i) const;
  const Passage* passage_ending(std::uint32_t end) const;
  // A passage at `at`, a comma or colon before it allowed.
  const Passage* passage_from(std::uint32_t at) const;
  std::uint32_t first_passage_after(std::uint32_t at) const;
  // The passage or the words there can hold a predicate.
  bool has_predicate(std::uint32_t first, std::uint32_t last) const;
  // The last token before the stop that ends the stretch.
  std::uint32_t end_of_stretch() const;
};

}  // namespace crossread
