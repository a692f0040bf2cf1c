// name_shape.h — one tagged stretch after the other becomes names with clean edges and fine types.
//
//     tagged   [PER Shina Foreign Ministry Spokesperson Hua Chunying]   [ORG of Corvane]   [PER
//     Sarah Whitlock KC] out      ORG Shina Foreign Ministry, PER Hua Chunying             ORG
//     Corvane        PER Sarah Whitlock
//
// Cost: O(tokens of the stretch).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mention/name_features.h"
#include "mention/name_tagger.h"
#include "mention/names.h"

namespace crossread {

struct NameDraft {
  Range tokens;
  NameType type = NameType::person;
  std::int32_t margin = 0;  // how much worse the best other reading is; kNameScale = a factor of e
};

constexpr std::int32_t kSureName = 2 * kNameScale;
constexpr std::int32_t kWeakName = kNameScale;

bool is_name_word(const Token& t);  // a word with a capital

// What kind of people a demonym names: an ISO country, "people", "faith", "politics", "region".
std::string_view demonym_kind(std::string_view folded);

std::vector<NameDraft> shape_names(const NameContext& context,
                                   const std::vector<TaggedSpan>& tagged);

}  // namespace crossread
