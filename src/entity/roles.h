// roles.h — what an article calls a person beside the name: titles, offices, callings; and whether
// it says «he» or «she».
//
//     "Russian President | Vladimir Putin"            role "Russian President"
//     "Zhao Minghao, | a professor at the Institute"  role "a professor at the Institute"
//
// Roles are spans outside the name. Cost: O(tokens around the name).
#pragma once

#include <string>
#include <vector>

#include "entity/entities.h"

namespace crossread {

struct RolesOfName {
  std::vector<Span> roles;
  std::vector<std::string> titles;  // folded title words alone: "president"
  Gender gender = Gender::unknown;
};

// `next` is the next name of a person, or null: what begins with that one's own title is no role of
// this.
RolesOfName roles_of(const Document& document, const NameMention& name,
                     const NameMention* next = nullptr);

// Gender that a first name tells; unknown where it is borne by both.
Gender gender_of_first_name(std::string_view folded);

// The gender the pronouns after the mentions speak for: those in the rest of the sentence and at
// the begin of the next one, up to another person's name.
Gender gender_by_pronouns(const Document& document, const std::vector<NameMention>& names,
                          const std::vector<std::uint32_t>& mentions);

}  // namespace crossread
