// id.h — an index that knows what it indexes.
//
//     using EntityId = Id<struct EntityTag>;
//     EntityId who{3};  if (who.valid()) entities[who.value] …
//
// A default-made id is «none». Ids of different tags do not compare or convert.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace crossread {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = kNone;

  constexpr bool valid() const { return value != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace crossread
