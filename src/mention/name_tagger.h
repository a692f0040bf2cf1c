// name_tagger.h — the trained tagger: best path of begin/inside tags over each active stretch.
//
//     tags   O  B-PER I-PER  O   B-ORG I-ORG I-ORG
//            …  Ana   Holm   of  Bank  of    England
//
// A linear-chain model (Lafferty, McCallum & Pereira 2001), decoded by Viterbi with whole numbers
// only; the margin of a span is how much worse the best path becomes without it.
// Cost: O(active tokens × features), and 81 steps a token for the paths.
#pragma once

#include <cstdint>
#include <vector>

#include "mention/name_features.h"

namespace crossread {

enum class Coarse : std::uint8_t { person, organization, location, other };

constexpr int begin_tag(Coarse c) { return 1 + 2 * static_cast<int>(c); }
constexpr int inside_tag(Coarse c) { return 2 + 2 * static_cast<int>(c); }
constexpr bool is_inside(int tag) { return tag > 0 && tag % 2 == 0; }
// An inside tag only follows begin or inside of its own type. `from` -1 is the edge.
constexpr bool may_follow(int from, int to) {
  return !is_inside(to) || from == to || from == to - 1;
}

struct TaggedSpan {
  Range tokens;
  Coarse type = Coarse::person;
  std::int32_t margin = 0;  // in weight units
};

std::vector<TaggedSpan> tag_names(const NameContext& context);

}  // namespace crossread
