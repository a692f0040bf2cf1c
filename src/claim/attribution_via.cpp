#include <algorithm>

#include "claim/attribution_parser.h"
#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {
namespace {
using enum WordClass;
}

// "X was quoted by Y as saying S", "Y quoted X as saying S".
bool AttributionParser::as_saying(const Cue& cue) {
  if (!s_.reading.any(cue.verb, {"quoted", "quotes", "quoting", "quote", "cited", "cites"}))
    return false;
  std::uint32_t as = kNowhere;
  for (std::uint32_t i = cue.verb + 1; i + 1 < s_.tokens.last && i < cue.verb + 40; ++i) {
    if (s_.reading.is(i, "as") && s_.reading.any(i + 1, {"saying", "telling"})) {
      as = i;
      break;
    }
  }
  if (as == kNowhere) return false;
  Attribution a;
  a.verb = cue.verb;
  a.strength = "neutral";
  if (as == cue.verb + 1) {
    a.cue.push_back({cue.group.first, as + 2});
  } else {
    a.cue.push_back(cue.group);
    a.cue.push_back({as, as + 2});
  }
  const auto who = subject(cue);
  if (cue.passive) {
    if (!who) return false;
    a.source.push_back(*who);
    if (s_.reading.is(cue.verb + 1, "by") && cue.verb + 2 < as) a.via.push_back({cue.verb + 2, as});
  } else {
    std::uint32_t end = as;
    while (end > cue.verb + 1 && s_.reading.comma(end - 1)) --end;
    end = std::max(cue.verb + 1, s_.reading.skip_time_back(end, cue.verb + 1));
    if (end <= cue.verb + 1) return false;
    a.source.push_back({cue.verb + 1, end});
    if (who) a.via.push_back(*who);
  }
  Cue say = cue;
  say.group.last = as + 2;
  say.takes = "tzqw";
  say.passive = false;
  const Complement right = complement_of(s_, say);
  const std::uint32_t border = who ? std::min(who->first, cue.group.first) : cue.group.first;
  if (!right.empty()) {
    a.content.push_back(right.content);
    a.direct = right.direct;
  } else if (const auto region = left_region(border)) {
    take_left(*region, a);
    if (as + 2 < s_.tokens.last && s_.reading.is(as + 2, "by")) {
      const std::uint32_t end = phrase_end(s_.reading, as + 3, s_.tokens.last);
      if (end > as + 3) a.via.push_back({as + 3, end});
    }
  } else {
    return false;
  }
  finish(std::move(a));
  return true;
}

// "it was announced that S": said, and nobody named. "X was told that" is no voice of X.
void AttributionParser::passive(const Cue& cue) {
  if (as_saying(cue)) return;
  const bool it = cue.group.first > floor_ && s_.reading.is(cue.group.first - 1, "it");
  if (!it || cue.verb + 1 >= s_.tokens.last || !s_.reading.is(cue.verb + 1, "that")) return;
  const Complement right = complement_of(s_, cue);
  if (right.empty()) return;
  Attribution a;
  a.cue.push_back(cue.group);
  a.content.push_back(right.content);
  a.verb = cue.verb;
  a.strength = cue.strength;
  finish(std::move(a));
}

// "according to X, S" and "S, according to X"; also "as reported by X", ", per X".
bool AttributionParser::according(std::uint32_t i) {
  std::uint32_t at = kNowhere;
  if (s_.reading.is(i, "according") && i + 2 < s_.tokens.last && s_.reading.is(i + 1, "to"))
    at = i + 2;
  if (s_.reading.is(i, "as") && i + 3 < s_.tokens.last && s_.reading.is(i + 2, "by") &&
      s_.reading.any(i + 1,
                     {"reported", "indicated", "stated", "announced", "noted", "described"})) {
    at = i + 3;
  }
  // "…, per the ministry": where nothing else follows.
  if (s_.reading.is(i, "per") && i > floor_ + 2 && s_.reading.comma(i - 1) &&
      i + 1 < s_.tokens.last && s_.reading.begins_phrase(i + 1) &&
      phrase_end(s_.reading, i + 1, s_.tokens.last) >= s_.end_of_stretch()) {
    at = i + 1;
  }
  if (at == kNowhere) return false;
  auto who = phrase_after(s_.reading, at, s_.first_passage_after(at));
  if (!who) return false;
  // "According to the Herald, Professor John Burrows, the chairman, said": the next phrase is the
  // clause's.
  const std::uint32_t alone = phrase_end(s_.reading, at, who->last);
  if (i == s_.tokens.first && alone > at && alone + 1 < who->last && s_.reading.comma(alone) &&
      s_.reading.capital(alone + 1)) {
    who->last = alone;
  }
  const std::uint32_t bare = phrase_end(s_.reading, at, who->last);
  if (bare > at && s_.reading.word_class(bare - 1) != name)
    who->last = bare;  // appositions are for names
  // "a copy of the report obtained by The Post".
  if (who->last + 1 < s_.tokens.last && s_.reading.word_class(who->last) == verb_participle &&
      s_.reading.is(who->last + 1, "by")) {
    std::uint32_t end = phrase_end(s_.reading, who->last + 2, s_.first_passage_after(who->last));
    for (std::uint32_t k = who->last + 2; k + 1 < end;
         ++k) {  // "led by the school and published today"
      if (s_.reading.word_class(k) == conjunction &&
          s_.reading.word_class(k + 1) == verb_participle)
        end = k;
    }
    if (end > who->last + 2) who->last = end;
  }
  Attribution a;
  a.source.push_back(*who);
  a.cue.push_back({i, at});
  a.verb = i;
  const std::uint32_t last = s_.end_of_stretch();
  const bool leads =
      i == s_.tokens.first || s_.reading.word_class(i - 1) == mark ? !left_region(i) : false;
  const std::uint32_t after = skip_setting(s_, who->last, last);
  if (leads && after < last && s_.reading.any(after, {",", ":"}) &&
      s_.has_predicate(after + 1, last)) {
    const std::uint32_t begin = after + 1;
    if (const Passage* p = s_.passage_from(begin)) {
      const Complement right = quoted_content(s_, *p);
      a.content.push_back(right.content);
      a.direct = right.direct;
    } else {
      // "The bridge, according to officials, was never safe".
      if (i > floor_ + 1 && s_.reading.comma(i - 1) && s_.reading.finite(begin))
        a.content.push_back({floor_, i - 1});
      a.content.push_back({begin, content_end(s_, begin)});
    }
  } else {
    std::uint32_t end = i;
    if (end > floor_ && s_.reading.comma(end - 1)) --end;
    std::uint32_t first = floor_;
    while (first < end && s_.reading.word_class(first) == mark && !s_.passage_at(first)) ++first;
    if (first >= end || !s_.has_predicate(first, end)) return false;
    take_left({first, end}, a);
    if (!a.direct && after + 1 < last && s_.reading.comma(after) && s_.reading.finite(after + 1)) {
      a.content.push_back({after + 1, content_end(s_, after + 1)});
    }
  }
  finish(std::move(a));
  return true;
}

}  // namespace crossread
