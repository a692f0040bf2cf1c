#include "claim/speakers.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kSentencesBack = 5;  // how far a pronoun looks
constexpr std::uint32_t kNamesBack = 60;     // and a role

// The last token of the phrase before its first preposition, comma or relative clause: its head.
std::uint32_t head_of(const Reading& r, Range source) {
  std::uint32_t end = source.first;
  while (end < source.last && !r.comma(end) && r.word_class(end) != preposition &&
         r.word_class(end) != wh && !r.finite(end)) {
    ++end;
  }
  return end > source.first ? end - 1 : source.first;
}

}  // namespace

std::uint32_t Speakers::first_name_after(std::uint32_t token) const {
  const auto it =
      std::lower_bound(names_.begin(), names_.end(), token,
                       [](const NameMention& n, std::uint32_t t) { return n.tokens.first < t; });
  return static_cast<std::uint32_t>(it - names_.begin());
}

EntityId Speakers::named(Range source) const {
  const std::uint32_t head = head_of(r_, source);
  EntityId organisation;
  for (std::uint32_t n = first_name_after(source.first); n < names_.size(); ++n) {
    const NameMention& name = names_[n];
    if (name.tokens.last > source.last) break;
    const std::uint32_t next = name.tokens.last;
    // "a spokesman for Ana Holm", "the minister of Transports": not the one who speaks.
    std::uint32_t front =
        name.title.empty() ? name.tokens.first : std::min(name.title.first, name.tokens.first);
    if (front > source.first && r_.word_class(front - 1) == determiner) --front;
    const bool hangs = front > source.first && r_.word_class(front - 1) == preposition;
    if (hangs) continue;
    const bool owns = next < source.last && r_.word_class(next) == possessive;
    if (owns) continue;
    if (name.type == NameType::person) return entities_.of_mention[n];
    const bool is_head = name.tokens.contains(head);
    if (is_head && name.type != NameType::norp && !organisation.valid()) {
      organisation = entities_.of_mention[n];
    }
  }
  return organisation;
}

EntityId Speakers::of_pronoun(std::uint32_t token, EntityId last) const {
  const bool female = r_.is(token, "she"), male = r_.is(token, "he");
  if (!female && !male) {
    if (!r_.any(token, {"it", "they", "we"}) || !last.valid()) return {};
    return entities_.all[last.value].type == NameType::person ? EntityId{} : last;
  }
  const auto fits = [&](EntityId id) {
    if (!id.valid() || entities_.all[id.value].type != NameType::person) return false;
    const Gender g = entities_.all[id.value].gender;
    return g == Gender::unknown || (g == Gender::female) == female;
  };
  if (fits(last)) return last;
  // Else the person a sentence before was about: its first person that fits.
  const Document& d = r_.document();
  const std::uint32_t here = d.sentence_at(r_.token(token).span.begin);
  for (std::uint32_t back = 0; back <= kSentencesBack && back <= here; ++back) {
    const Range tokens = d.sentences[here - back].tokens;
    for (std::uint32_t n = first_name_after(tokens.first);
         n < names_.size() && names_[n].tokens.first < std::min(tokens.last, token); ++n) {
      if (fits(entities_.of_mention[n])) return entities_.of_mention[n];
    }
  }
  return {};
}

bool Speakers::has_role(EntityId id, std::string_view word) const {
  const Document& d = r_.document();
  for (const Span role : entities_.all[id.value].roles) {
    const Range tokens = d.tokens_in(role);
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (r_.word(i) == word) return true;
    }
  }
  return false;
}

// "the minister": the last person before it who was given that role.
EntityId Speakers::role(Range source) const {
  if (!r_.any(source.first, {"the", "his", "her"})) return {};
  const std::uint32_t head = head_of(r_, source);
  if (!r_.nominal(head)) return {};
  const std::uint32_t before = first_name_after(source.first);
  for (std::uint32_t back = 1; back <= kNamesBack && back <= before; ++back) {
    const std::uint32_t n = before - back;
    const EntityId id = entities_.of_mention[n];
    if (!id.valid() || names_[n].type != NameType::person) continue;
    const Range title = names_[n].title;
    for (std::uint32_t i = title.first; i < title.last; ++i) {
      if (r_.word(i) == r_.word(head)) return id;
    }
    if (has_role(id, r_.word(head))) return id;
  }
  return {};
}

EntityId Speakers::of(Range source, EntityId last) const {
  if (source.empty()) return {};
  if (source.size() == 1 && r_.word_class(source.first) == pronoun) {
    return of_pronoun(source.first, last);
  }
  const EntityId id = named(source);
  return id.valid() ? id : role(source);
}

}  // namespace crossread
