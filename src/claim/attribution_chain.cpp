#include <algorithm>

#include "claim/attribution_parser.h"
#include "claim/complement.h"
#include "claim/cue.h"
#include "tables/tables.h"

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
  return end > floor_ && !s_.reading.comma(end - 1) ? subject_before(s_.reading, floor_, end)
                                                    : std::nullopt;
}

// ", adding that S": the source of the attribution before it; ", saying S": the subject of the
// clause before it.
void AttributionParser::participle_cue(const Cue& cue) {
  if (s_.reading.word_class(cue.verb) != verb_ing || cue.group.first == s_.tokens.first) return;
  const std::uint32_t before = cue.group.first - 1;
  if (before > floor_ && with_voice(cue)) return;
  const bool statement = before > floor_ && statement_noun(before);
  if (!statement && !s_.reading.any(before, {",", "by"})) return;
  const Complement right = complement_of(s_, cue);
  if (right.empty()) return;
  if (statement) {
    if (const auto who = clause_subject(before)) add(cue, *who, right);
    return;
  }
  if (!out_.empty() && floor_ > s_.tokens.first &&
      !s_.reading.has_finite(floor_, cue.group.first)) {
    Attribution& a = out_.back();
    a.cue.push_back(cue.group);
    a.content.push_back(right.content);
    done_ = floor_ = std::max(done_, right.content.last);
    return;
  }
  if (const auto who = clause_subject(cue.group.first)) add(cue, *who, right);
}

// "rejected Ana Holm’s claim that S": a noun that says something and whose it is. Only behind the
// clause's verb, where what is claimed runs to the end: before it nobody knows where it stops.
void AttributionParser::noun_cue(std::uint32_t i) {
  static const Table kNouns = table("cue_nouns");
  if (s_.reading.word_class(i) != noun || i + 2 >= s_.tokens.last || i < floor_ + 2 ||
      !s_.reading.is(i + 1, "that"))
    return;
  const Table::Row row = kNouns.find(s_.reading.lemma(i));
  if (!row || s_.passage_at(i - 1) || s_.reading.finite(i + 2)) return;
  std::optional<Range> who;
  if (s_.reading.any(i - 1, {"his", "her", "their", "its", "our", "my"})) {
    who = Range{i - 1, i};
  } else if (s_.reading.word_class(i - 1) == possessive) {
    who = subject_before(s_.reading, floor_, i - 1);
  }
  if (!who || !s_.reading.has_finite(floor_, who->first)) return;
  const std::uint32_t end = content_end(s_, i + 2);
  if (!s_.has_predicate(i + 2, end)) return;
  Attribution a;
  a.source.push_back(*who);
  a.cue.push_back({i, i + 1});
  a.content.push_back({i + 2, end});
  a.verb = i;
  a.strength = row.field(0);
  finish(std::move(a));
}

// ", with officials saying that S": a voice of its own, without a finite verb.
bool AttributionParser::with_voice(const Cue& cue) {
  const auto who = subject(cue);
  if (!who || who->first <= floor_ + 1 || !s_.reading.is(who->first - 1, "with")) return false;
  if (!s_.reading.any(who->first - 2, {",", "-", ";"})) return false;
  const Complement right = complement_of(s_, cue);
  if (right.empty()) return false;
  add(cue, *who, right);
  return true;
}

// "issued a statement saying S": the paper speaks for whoever issued it.
bool AttributionParser::statement_noun(std::uint32_t i) const {
  return s_.reading.word_class(i) == noun &&
         s_.reading.any(i, {"statement", "letter", "email", "e-mail", "message", "memo", "note",
                            "tweet", "post", "notice", "report", "complaint", "video",
                            "declaration", "communique", "communiqué", "petition"});
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
