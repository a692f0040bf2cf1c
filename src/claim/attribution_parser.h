// attribution_parser.h — the reading of one stretch behind attribution.h, one subject a file.
//
//     attribution.cpp         cue after cue, and what is said behind the cue    X cue that S
//     attribution_left.cpp    what is said before it, or on both sides of it    S, X cue · “Q,” cue
//     X attribution_chain.cpp   a further cue of the same source, or a noun       …, adding that S
//     · X’s claim that S attribution_via.cpp     who passes it on according to X, S
//
// Reads left to right and keeps what it has: no token is said twice. O(tokens) a cue.
#pragma once

#include <optional>
#include <vector>

#include "base/id.h"
#include "claim/attribution.h"
#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {

class AttributionParser {
 public:
  explicit AttributionParser(const Stretch& stretch) : s_(stretch), floor_(stretch.tokens.first) {}

  std::vector<Attribution> run();

 private:
  bool scare_words(const Passage& p) const;
  std::optional<Range> subject(const Cue& cue) const;
  void attribute(const Cue& cue);
  void add(const Cue& cue, Range who, const Complement& right);
  void finish(Attribution a);

  // attribution_left.cpp
  std::optional<Range> inverted(const Cue& cue) const;
  bool runs_in(const Cue& cue) const;
  bool quoted_left(std::uint32_t border) const;
  bool later_voice(Range content) const;
  std::uint32_t after_phrase(std::uint32_t at, std::uint32_t last) const;
  std::optional<Range> left_region(std::uint32_t border) const;
  bool at_joint(std::uint32_t i) const;
  bool tells(std::uint32_t first, std::uint32_t end) const;
  bool ends_there(const Cue& cue, std::uint32_t after) const;
  bool subordinate(Range region) const;
  bool left_content(const Cue& cue, Range who, std::uint32_t after);
  void take_left(Range region, Attribution& a) const;
  void take_rest(std::uint32_t after, bool interrupts, Attribution& a) const;

  // attribution_chain.cpp
  std::uint32_t token_before(const Cue& cue) const;
  std::optional<Range> antecedent(const Cue& cue) const;
  void participle_cue(const Cue& cue);
  void noun_cue(std::uint32_t i);
  bool with_voice(const Cue& cue);
  bool statement_noun(std::uint32_t i) const;
  std::optional<Range> clause_subject(std::uint32_t end) const;
  void coordinated(const Cue& cue);

  // attribution_via.cpp
  bool as_saying(const Cue& cue);
  void passive(const Cue& cue);
  bool according(std::uint32_t i);

  const Stretch& s_;
  std::vector<Attribution> out_;
  std::uint32_t floor_;                     // what stands before it is said already
  std::uint32_t done_ = 0;                  // cues before it lie inside what is said
  std::uint32_t run_in_ = Id<void>::kNone;  // a verb that spoken words run into without a mark
};

}  // namespace crossread
