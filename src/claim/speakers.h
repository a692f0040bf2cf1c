// speakers.h — which entity a source means.
//
//     "Kremlin spokesman Dmitry Peskov"   the person named
//     "the Coast Guard"                   the organisation whose name is the head of the phrase
//     "a spokesman for Estrela Lines"     nobody: anonymous
//     "she", "the minister"               the last person before it that fits in gender, or in role
#pragma once

#include <vector>

#include "claim/reading.h"
#include "entity/entities.h"

namespace crossread {

class Speakers {
 public:
  Speakers(const Reading& reading, const std::vector<NameMention>& names, const Entities& entities)
      : r_(reading), names_(names), entities_(entities) {}

  // `last` is who spoke before. O(names near the source).
  EntityId of(Range source, EntityId last) const;

 private:
  EntityId named(Range source) const;
  EntityId of_pronoun(std::uint32_t token, EntityId last) const;
  EntityId role(Range source) const;
  bool has_role(EntityId id, std::string_view word) const;
  std::uint32_t first_name_after(std::uint32_t token) const;

  const Reading& r_;
  const std::vector<NameMention>& names_;
  const Entities& entities_;
};

}  // namespace crossread
