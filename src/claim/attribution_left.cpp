#include <algorithm>

#include "claim/attribution_parser.h"
#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {
namespace {
using enum WordClass;
}

// "said X": the phrase after the verb, where something is said before the verb.
std::optional<Range> AttributionParser::inverted(const Cue& cue) const {
  const std::uint32_t before = cue.group.first;
  if (before == s_.tokens.first) return std::nullopt;
  const bool set_off = s_.reading.any(before - 1, {",", "?", "!", "-"}) ||
                       s_.passage_ending(before) || s_.reading.any(before - 1, {"so", "as"}) ||
                       runs_in(cue);
  if (!set_off || !cue.finite || cue.passive || cue.group.first < cue.verb) return std::nullopt;
  std::uint32_t at = cue.group.last;
  const auto phrase = phrase_after(s_.reading, at, s_.first_passage_after(at));
  if (!phrase || phrase->size() > 40) return std::nullopt;
  if (s_.reading.skip_time(at, s_.tokens.last) >= phrase->last) return std::nullopt;
  if (phrase->last < s_.tokens.last) {
    const std::uint32_t next = phrase->last;
    if (s_.reading.verb(next) && s_.reading.word_class(next) != verb_ing) return std::nullopt;
    if (s_.reading.word_class(next) == modal) return std::nullopt;
    if (s_.reading.word_class(next) == adverb && next + 1 < s_.tokens.last &&
        s_.reading.finite(next + 1)) {
      return std::nullopt;
    }
  }
  return phrase;
}

// "We go on as long as there is hope affirmed the commander Ana Holm": where a text has lost
// marks in other places too, spoken words may run into the verb. A name has to follow.
bool AttributionParser::runs_in(const Cue& cue) const {
  constexpr std::size_t kDamagedText = 3;  // damaged places
  const std::uint32_t at = cue.group.first;
  if (s_.reading.document().damage.size() < kDamagedText || !cue.takes_complement('q'))
    return false;
  if (!cue.takes_complement('t') && !cue.takes_complement('z')) return false;
  if (!s_.has_predicate(floor_, at)) return false;
  bool spoken = false, named = false;
  for (std::uint32_t i = floor_; i < at; ++i)
    spoken = spoken || s_.reading.any(i, {"i", "we", "will", "'ll"});
  for (std::uint32_t i = cue.group.last; i < s_.tokens.last && i < cue.group.last + 8; ++i) {
    named = named || s_.reading.word_class(i) == name;
    if (s_.reading.finite(i)) break;
  }
  return spoken && named;
}

// What is quoted before the source, too.
bool AttributionParser::quoted_left(std::uint32_t border) const {
  const auto region = left_region(border);
  if (!region) return false;
  for (const Passage& p : s_.passages) {
    if (region->first <= p.outside.first && p.outside.last <= region->last) return true;
  }
  return false;
}

// "Reports suggested S, the minister told reporters", "I told them S, said the coach": the voice
// that ends the sentence says all of it.
bool AttributionParser::later_voice(Range content) const {
  const bool whole = content.last >= s_.end_of_stretch() || s_.reading.comma(content.last);
  if (!whole || content.size() < 6) return false;
  for (std::uint32_t i = content.last; i > content.first + 2 && content.last - i < 14;) {
    --i;
    if (s_.passage_at(i)) return false;
    if (!s_.reading.comma(i)) continue;
    for (std::uint32_t k = i + 1; k < content.last; ++k) {
      const auto cue = cue_at(s_, k);
      if (!cue || !cue->finite || cue->passive || !complement_of(s_, *cue).empty()) continue;
      if (!cue->takes_complement('q') ||
          !(cue->takes_complement('t') || cue->takes_complement('z')))
        continue;
      if (s_.reading.word_class(k) == verb_participle || s_.reading.word_class(k) == verb_base)
        continue;
      if (!ends_there(*cue, k == i + 1 ? after_phrase(k + 1, content.last) : k + 1)) continue;
      if (cue->group.first == i + 1) return inverted(*cue).has_value();
      const auto who = subject_before(s_.reading, i + 1, cue->group.first);
      if (who && who->first == i + 1) return true;
    }
  }
  return false;
}

std::uint32_t AttributionParser::after_phrase(std::uint32_t at, std::uint32_t last) const {
  const auto phrase = phrase_after(s_.reading, at, last);
  return phrase ? phrase->last : at;
}

// The words before `source` that may be what is said: the region ends before a comma or with a
// passage.
std::optional<Range> AttributionParser::left_region(std::uint32_t border) const {
  std::uint32_t end = border;
  if (end > floor_ && s_.reading.any(end - 1, {"as", "so"}) && !s_.passage_at(end - 1)) --end;
  if (end <= floor_) return std::nullopt;
  const bool comma = s_.reading.any(end - 1, {",", "-", "?", "!"}) && !s_.passage_at(end - 1);
  if (comma) --end;
  if (end <= floor_) return std::nullopt;
  if (!comma && !s_.passage_ending(end) && !(border > floor_ && s_.reading.is(border - 1, "as")) &&
      border != run_in_) {
    return std::nullopt;
  }
  std::uint32_t first = floor_;
  while (first < end && !s_.passage_at(first) && at_joint(first)) ++first;
  if (first >= end || !tells(first, end)) return std::nullopt;
  return Range{first, end};
}

// A mark, or the "and" that ties on to the attribution before.
bool AttributionParser::at_joint(std::uint32_t i) const {
  return s_.reading.any(i, {",", ";", "-"}) ||
         (floor_ > s_.tokens.first && s_.reading.any(i, {"but", "and"}));
}

// Something is told there: a predicate, or the verbless words of a headline ("Three dead in
// crash"), but not a setting ("Last week", "In Beijing").
bool AttributionParser::tells(std::uint32_t first, std::uint32_t end) const {
  if (s_.has_predicate(first, end)) return true;
  if (end - first < 3 || s_.reading.skip_time(first, end) == end) return false;
  const WordClass c = s_.reading.word_class(first);
  if (c == preposition || c == subordinator || c == wh || c == verb_ing || c == adverb ||
      c == verb_participle || c == to) {
    return false;
  }
  for (std::uint32_t i = first; i < end; ++i) {
    if (s_.reading.verb(i)) return true;
  }
  return first == s_.tokens.first && end - first >= 4;
}

// Nothing but a setting, an addressee or the end stands behind an attribution that comes last.
bool AttributionParser::ends_there(const Cue& cue, std::uint32_t after) const {
  const std::uint32_t last = s_.end_of_stretch();
  if (cue.takes_complement('h') && after < last && s_.reading.begins_phrase(after)) {
    after =
        s_.reading.word_class(after) == pronoun ? after + 1 : phrase_end(s_.reading, after, last);
  }
  for (int i = 0; i < 5 && after < last; ++i) {
    std::uint32_t next = s_.reading.skip_time(after, last);
    if (next == after) next = s_.reading.skip_occasion(after, last);
    if (next == after && s_.reading.word_class(after) == adverb) next = after + 1;
    if (next == after) break;
    after = next;
  }
  return after >= last || s_.reading.word_class(after) == mark || s_.passage_at(after) ||
         s_.reading.word_class(after) == conjunction || s_.reading.word_class(after) == verb_ing ||
         s_.reading.any(
             after, {"as", "when", "while", "after", "before", "who", "which", "following", "via"});
}

// "If it rains": a clause that waits for its main clause.
bool AttributionParser::subordinate(Range region) const {
  if (!s_.reading.any(region.first,
                      {"if", "although", "though", "when", "while", "because", "unless", "once",
                       "whether", "until", "since", "as", "after", "before"})) {
    return false;
  }
  for (std::uint32_t i = region.first; i < region.last; ++i) {
    if (s_.reading.comma(i)) return false;
  }
  return true;
}

// "S, X cue" and "S, cue X", with what goes on behind: the rest of a sentence that was
// interrupted, or a second quotation.
bool AttributionParser::left_content(const Cue& cue, Range who, std::uint32_t after) {
  const std::uint32_t border = std::min(who.first, cue.group.first);
  auto region = left_region(border);
  const std::uint32_t behind = skip_setting(s_, after, s_.tokens.last);
  const bool goes_on = behind < s_.tokens.last && s_.reading.comma(behind);
  // "The old stone bridge, she said, was never safe": no verb yet, so it goes on behind.
  // "If it rains, she said, the bridge will be closed": nor a main clause.
  if (region && goes_on &&
      (!s_.has_predicate(region->first, region->last) ||
       (subordinate(*region) && !s_.passage_ending(region->last)))) {
    region.reset();
  }
  const bool says = (cue.takes_complement('t') || cue.takes_complement('z')) &&
                    cue.takes_complement('q') && s_.reading.word_class(cue.verb) != verb_participle;
  const bool interrupts = !region && says && goes_on && border > floor_ + 1 &&
                          s_.reading.comma(border - 1) && !s_.passage_at(border - 1);
  if (!region && !interrupts) return false;
  Attribution a;
  a.source.push_back(who);
  a.cue.push_back(cue.group);
  a.verb = cue.verb;
  a.strength = cue.strength;
  if (region) {
    const bool quoted = s_.passage_ending(region->last) != nullptr && cue.takes_complement('q');
    if (!quoted && !cue.takes_complement('t') && !cue.takes_complement('z')) {
      if (!(cue.takes_complement('q') && s_.passage_at(region->last - 1))) return false;
    }
    if (!quoted && !ends_there(cue, after)) return false;
    take_left(*region, a);
  } else {
    a.content.push_back({floor_, border - 1});
  }
  take_rest(after, interrupts, a);
  finish(std::move(a));
  return true;
}

// The region itself, or the passages in it if they are most of it.
void AttributionParser::take_left(Range region, Attribution& a) const {
  std::uint32_t inside = 0;
  std::vector<Range> pieces;
  for (const Passage& p : s_.passages) {
    if (region.first <= p.outside.first && p.outside.last <= region.last) {
      inside += p.outside.size();
      pieces.push_back(p.tokens);
    }
  }
  const bool ends_quoted = s_.passage_ending(region.last) != nullptr;
  if (!pieces.empty() && ends_quoted && inside * 10 >= region.size() * 6 && inside > 6) {
    a.content = pieces;
    a.direct = true;
  } else {
    if (inside == region.size() && !pieces.empty()) {
      a.content = pieces;
      a.direct = true;
      return;
    }
    a.content.push_back(region);
  }
}

void AttributionParser::take_rest(std::uint32_t after, bool interrupts, Attribution& a) const {
  const std::uint32_t last = s_.end_of_stretch();
  std::uint32_t at = skip_setting(s_, after, last);
  while (at < last && s_.reading.any(at, {".", ",", ":", "-"})) ++at;
  if (at >= last) {
    for (const Passage& p : s_.passages) {
      if (p.outside.first >= after && a.direct) a.content.push_back(p.tokens);
    }
    return;
  }
  if (a.direct) {
    for (const Passage& p : s_.passages) {
      // “…,” he said on CNN’s “State of the Union.” is one quotation, not two.
      if (p.outside.first < at ||
          !s_.reading.any(p.outside.first - 1, {",", ".", ":", "-", ";", "!", "?", "\""}))
        continue;
      if (p.outside.first == at || (p.outside.first > at && s_.passage_ending(at))) {
        a.content.push_back(p.tokens);
        at = p.outside.last;
        while (at < last && s_.reading.any(at, {".", ","})) ++at;
      }
    }
    return;
  }
  if (interrupts) {
    const std::uint32_t end = content_end(s_, at);
    if (end > at) a.content.push_back({at, end});
  } else if (s_.reading.finite(at) && at > after && s_.reading.comma(at - 1)) {
    // "The harm it does, officials say, is greatest among women".
    const std::uint32_t end = content_end(s_, at);
    if (end > at) a.content.push_back({at, end});
  } else if (s_.reading.any(at, {"and", "or"}) && at + 1 < last && s_.reading.verb(at + 1)) {
    const std::uint32_t end = content_end(s_, at);
    if (end > at) a.content.push_back({at, end});
  }
}

}  // namespace crossread
