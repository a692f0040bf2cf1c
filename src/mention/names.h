// names.h — finds names of people, places, organisations and a few other things.
//
// A span carries no title ("President"), no possessive, no leading article, no glued letters:
// "Chinese President Xi Jinping's" → NORP "Chinese", PER "Xi Jinping".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace crossread {

enum class NameType : std::uint8_t {
  person,
  organization,
  location,
  norp,
  event,
  facility,
  work,
  law,
  product
};

// PER ORG LOC NORP EVENT FAC WORK LAW PRODUCT, the words of the interface.
std::string_view name_type_code(NameType type);

struct NameMention {
  Span span;
  Range tokens;
  NameType type = NameType::person;
  Range title;  // the tokens of a title or role that belong to it ("Chinese President"), or empty
  std::uint8_t certainty = 0;  // 0..100; under 50 only one weak sign speaks for type or span
};

// Names in order of the text, never overlapping. O(tokens).
std::vector<NameMention> find_names(const Document& document);

}  // namespace crossread
