// entities.h — which names in one article are the same.
//
// Sieves, strongest first (after Lee et al. 2013): exact, acronym, person token subset ("Putin" ⊂
// "Vladimir Putin") where only one person fits, family name first, title and holder, near spelling
// with a second sign. Each merge keeps its rule, for the reader to undo. Titles and descriptions
// are roles of the entity and stand outside the name.
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "mention/names.h"
#include "text/document.h"

namespace crossread {

using EntityId = Id<struct EntityTag>;

enum class MergeRule : std::uint8_t {
  exact,
  acronym,
  name_part,
  family_name_first,
  same_role,
  near_spelling,
  abbreviation,
  glued
};
std::string_view merge_rule_code(MergeRule rule);

struct Merge {
  MergeRule rule = MergeRule::exact;
  Span a;  // the two names that were joined, as written
  Span b;
};

enum class Gender : std::uint8_t { unknown, female, male };

struct Entity {
  NameType type = NameType::person;
  std::string name;                     // the fullest form, as written
  std::vector<std::uint32_t> mentions;  // indices into Analysis names, in order of the text
  std::vector<std::string> aliases;     // distinct surfaces, most frequent first, with `name`
  std::vector<Span> roles;              // "Russian President"
  std::vector<Merge> merges;
  Gender gender = Gender::unknown;
};

struct Entities {
  std::vector<Entity> all;           // EntityId indexes this; in order of first mention
  std::vector<EntityId> of_mention;  // one a name mention
};

// O(mentions × entities of the same initial).
Entities resolve_entities(const Document& document, const std::vector<NameMention>& names);

// How well two names of one type fit, whatever article they come from; what links entities across
// articles. Nothing if they do not.
struct NameForm {
  NameType type = NameType::person;
  std::string_view name;  // the fullest form
  const std::vector<std::string>* aliases = nullptr;
};
bool may_be_same(const NameForm& a, const NameForm& b, MergeRule& rule);

}  // namespace crossread
