#include "claim/attribution.h"

#include <algorithm>

#include "claim/attribution_parser.h"
#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {
namespace {
using enum WordClass;
constexpr std::uint32_t kScareWords = 3;  // words in marks that may be part of a source
}  // namespace

std::vector<Attribution> AttributionParser::run() {
  for (std::uint32_t i = s_.tokens.first; i < s_.tokens.last; ++i) {
    if (const Passage* p = s_.passage_at(i)) {
      i = p->outside.last - 1;
      continue;
    }
    if (i < done_) continue;
    if (according(i)) continue;
    const auto cue = cue_at(s_, i);
    if (cue) {
      attribute(*cue);
    } else {
      noun_cue(i);
    }
  }
  return std::move(out_);
}

// "the “History” section": a word or two in marks inside a phrase of the writer's own.
bool AttributionParser::scare_words(const Passage& p) const {
  return p.tokens.size() <= kScareWords && p.outside.first > floor_ &&
         !s_.reading.comma(p.outside.first - 1) &&
         s_.reading.word_class(p.tokens.last - 1) != mark && p.outside.last < s_.tokens.last &&
         s_.reading.nominal(p.outside.last);
}

std::optional<Range> AttributionParser::subject(const Cue& cue) const {
  std::uint32_t end = cue.group.first;
  while (end > floor_ && s_.reading.word_class(end - 1) == adverb && !s_.passage_at(end - 1)) --end;
  // "An e-mail, however, shows that".
  if (end > floor_ + 3 && s_.reading.comma(end - 1) && s_.reading.word_class(end - 2) == adverb &&
      s_.reading.comma(end - 3)) {
    end -= 3;
  }
  // Never across a passage: what stands in marks is no source.
  std::uint32_t first = floor_;
  for (const Passage& p : s_.passages) {
    if (p.outside.last <= end && p.outside.last > first &&
        !(p.outside.last < end && scare_words(p)))
      first = p.outside.last;
  }
  auto who = subject_before(s_.reading, first, end);
  if (!who) return who;
  // "Institutions, said Ana Holm, are required": the words before the comma are not who says it.
  bool apposition = false;
  for (std::uint32_t i = who->first; i < who->last; ++i)
    apposition = apposition || s_.reading.comma(i);
  if (who->last < end && s_.reading.comma(end - 1) && !apposition && !cue.takes_complement('h')) {
    const auto behind = inverted(cue);
    if (behind && (behind->last >= s_.end_of_stretch() || s_.reading.comma(behind->last)))
      return std::nullopt;
  }
  // "The “History” section of the site": the words in marks are part of the phrase.
  for (const Passage& p : s_.passages) {
    if (p.outside.last != who->first || !scare_words(p)) continue;
    who->first = p.outside.first;
    while (who->first > floor_) {
      const WordClass c = s_.reading.word_class(who->first - 1);
      if (c != determiner && c != possessive_pronoun && c != adjective && c != noun && c != name)
        break;
      --who->first;
    }
  }
  return who;
}

void AttributionParser::attribute(const Cue& cue) {
  if (cue.passive) {
    passive(cue);
    return;
  }
  if (as_saying(cue)) return;
  const bool participle = !cue.finite;
  if (participle) {
    participle_cue(cue);
    return;
  }
  const bool relative = (s_.reading.is(token_before(cue), "who") &&
                         s_.reading.word_class(token_before(cue)) != name) ||
                        (s_.reading.is(token_before(cue), "which") && cue.takes_complement('q'));
  const auto who = relative ? antecedent(cue) : subject(cue);
  if (who) {
    Complement right = complement_of(s_, cue);
    if (!right.empty() && !right.direct && later_voice(right.content)) return;
    if (!right.empty() && !(right.direct && quoted_left(who->first))) {
      add(cue, *who, right);
      return;
    }
    if (left_content(cue, *who, cue.group.last)) return;
    if (!right.empty()) add(cue, *who, right);
  }
  if (const auto x = inverted(cue)) {
    run_in_ = runs_in(cue) ? cue.group.first : Id<void>::kNone;
    if (left_content(cue, *x, x->last)) return;
  }
  if (!who) coordinated(cue);
}

void AttributionParser::add(const Cue& cue, Range who, const Complement& right) {
  Attribution a;
  a.source.push_back(who);
  a.cue.push_back(cue.group);
  a.content.push_back(right.content);
  a.via = right.via;
  a.direct = right.direct;
  a.verb = cue.verb;
  a.strength = cue.strength;
  finish(std::move(a));
}

void AttributionParser::finish(Attribution a) {
  std::uint32_t end = 0;
  for (const Range& c : a.content) end = std::max(end, c.last);
  for (const Range& c : a.cue) end = std::max(end, c.last);
  for (const Range& c : a.source) end = std::max(end, c.last);
  done_ = std::max(done_, end);
  floor_ = std::max(floor_, done_);
  out_.push_back(std::move(a));
}

std::vector<Attribution> find_attributions(const Stretch& stretch) {
  return AttributionParser(stretch).run();
}

}  // namespace crossread
