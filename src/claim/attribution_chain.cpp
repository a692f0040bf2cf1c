#include "claim/attribution_parser.h"

#include <algorithm>

#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {
namespace {
using enum WordClass;
}

// The token before the verb group; the group's own first where there is none.
std::uint32_t AttributionParser::token_before(const Cue& cue) const {
  return cue.group.first > s_.tokens.first ? cue.group.first - 1 : cue.group.first;
}

// "lawmakers who said", "David Mulford, who said": whom the relative clause is about.
std::optional<Range> AttributionParser::antecedent(const Cue& cue) const {
  std::uint32_t end = token_before(cue);
  if (end > floor_ && s_.reading.comma(end - 1)) --end;
  return end > floor_ && !s_.reading.comma(end - 1) ? subject_before(s_.reading, floor_, end) : std::nullopt;
}

// ", adding that S": the source of the attribution before it; ", saying S": the subject of the
// clause before it.
void AttributionParser::participle_cue(const Cue& cue) {
  if (s_.reading.word_class(cue.verb) != verb_ing || cue.group.first == s_.tokens.first) return;
  if (!s_.reading.any(cue.group.first - 1, {",", "by"})) return;
  const Complement right = complement_of(s_, cue);
  if (right.empty()) return;
  if (!out_.empty() && floor_ > s_.tokens.first && !s_.reading.has_finite(floor_, cue.group.first)) {
    Attribution& a = out_.back();
    a.cue.push_back(cue.group);
    a.content.push_back(right.content);
    done_ = floor_ = std::max(done_, right.content.last);
    return;
  }
  if (const auto who = clause_subject(cue.group.first)) add(cue, *who, right);
}

// The subject of the main clause that stands before `end`.
std::optional<Range> AttributionParser::clause_subject(std::uint32_t end) const {
  for (std::uint32_t i = floor_; i < end; ++i) {
    if (s_.passage_at(i)) return std::nullopt;
    if (!s_.reading.finite(i)) continue;
    std::uint32_t group = i;
    while (group > floor_ && s_.reading.word_class(group - 1) == adverb) --group;
    const auto who = subject_before(s_.reading, floor_, group);
    // In a relative clause the subject is the pronoun; the main verb comes later.
    if (who && !s_.reading.any(who->last - 1, {"who", "which", "that"})) return who;
  }
  return std::nullopt;
}

// "… and added that S".
void AttributionParser::coordinated(const Cue& cue) {
  if (out_.empty() || cue.group.first == s_.tokens.first) return;
  std::uint32_t before = cue.group.first - 1;
  if (s_.reading.word_class(before) == adverb && before > s_.tokens.first) --before;
  if (!s_.reading.any(before, {"and", "but"})) return;
  const Complement right = complement_of(s_, cue);
  if (right.empty()) return;
  Attribution& a = out_.back();
  a.cue.push_back(cue.group);
  a.content.push_back(right.content);
  done_ = floor_ = std::max(done_, right.content.last);
}

}  // namespace crossread
