// link.h — which entities of different articles are the same.
//
//     a: Vladimir Putin, Putin      b: Putin, Russian President      c: V. Putin, Kremlin leader
//     └────────────── one CrossEntity ──────────────┘ and every joint keeps its rule
//
// Two entities are joined only if their names fit by entity/'s own rule and no other entity of the
// event fits as well: "Tavares" joins nobody where a captain and a minister of that name exist.
// Strong joints (the same full name) come first; weaker ones see their result. Entities of one
// article are never joined: entity/ has decided about those. Near O(entities).
#pragma once

#include <vector>

#include "compare/comparison.h"

namespace crossread {

struct EntityLinks {
  std::vector<CrossEntity> entities;
  // of_article[article][EntityId] → index into entities; kNone for articles outside the event.
  std::vector<std::vector<CrossEntityId>> of_article;

  CrossEntityId of(ArticleIndex article, EntityId entity) const {
    if (!entity.valid() || article >= of_article.size()) return {};
    const auto& row = of_article[article];
    return entity.value < row.size() ? row[entity.value] : CrossEntityId{};
  }
};

// Links the entities of each event; entities of different events never meet.
EntityLinks link_entities(const std::vector<Analysis>& articles, const std::vector<Event>& events);

}  // namespace crossread
