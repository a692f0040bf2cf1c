// values.h — what each figure and date is about: whose term is the fifth, which trade is $240bn.
//
// A value joins one amount or time with its statement, its owner (the entity it belongs to:
// "Putin's fifth term", "Xi was awarded a third term") and the lemmas around it that say what it
// measures. Only values with comparable heads are ever set against each other.
#pragma once

#include <string>
#include <vector>

#include "claim/statements.h"

namespace crossread {

class Reading;

using ValueId = Id<struct ValueTag>;

struct Value {
  std::uint32_t amount = Id<void>::kNone;  // index into Analysis::amounts, or
  std::uint32_t time = Id<void>::kNone;    // index into Analysis::times
  Span span;
  std::uint32_t statement = Id<void>::kNone;
  EntityId owner;
  std::string head;  // lemma of what is counted or measured: "term", "entity", "trade"
  std::vector<std::string>
      qualifiers;  // lemmas that narrow it: "foreign", "shipment", "third quarter"
};

// In order of the text. O(values × tokens of their sentence).
std::vector<Value> find_values(const Reading& reading, const Entities& entities,
                               const std::vector<NameMention>& names,
                               const std::vector<TimeMention>& times,
                               const std::vector<Amount>& amounts,
                               const std::vector<Statement>& statements);

}  // namespace crossread
