#include "claim/stretch.h"

namespace crossread {

const Passage* Stretch::passage_at(std::uint32_t i) const {
  for (const Passage& p : passages) {
    if (p.outside.contains(i)) return &p;
  }
  return nullptr;
}

const Passage* Stretch::passage_ending(std::uint32_t end) const {
  for (const Passage& p : passages) {
    if (p.outside.last == end) return &p;
  }
  return nullptr;
}

const Passage* Stretch::passage_from(std::uint32_t at) const {
  if (at < tokens.last && reading.any(at, {",", ":", "-"})) ++at;
  for (const Passage& p : passages) {
    if (p.outside.first == at) return &p;
  }
  return nullptr;
}

std::uint32_t Stretch::first_passage_after(std::uint32_t at) const {
  for (const Passage& p : passages) {
    if (p.outside.first >= at) return p.outside.first;
  }
  return tokens.last;
}

bool Stretch::has_predicate(std::uint32_t first, std::uint32_t last) const {
  if (reading.has_finite(first, last)) return true;
  for (const Passage& p : passages) {
    if (first <= p.outside.first && p.outside.last <= last && p.tokens.size() > 3) return true;
  }
  return false;
}

std::uint32_t Stretch::end_of_stretch() const {
  std::uint32_t end = tokens.last;
  while (end > tokens.first && reading.word_class(end - 1) == mark &&
         reading.any(end - 1, {".", "!", "?", ";", ":", ",", "-"})) {
    --end;
  }
  return end;
}

}  // namespace crossread
