#include "claim/attribution.h"

#include <algorithm>
#include <optional>

#include "claim/complement.h"
#include "claim/cue.h"

namespace crossread {
namespace {

using enum WordClass;

class AttributionParser {
 public:
  explicit AttributionParser(const Stretch& stretch) : s_(stretch), floor_(stretch.tokens.first) {}

  std::vector<Attribution> run() {
    for (std::uint32_t i = s_.tokens.first; i < s_.tokens.last; ++i) {
      if (const Passage* p = s_.passage_at(i)) {
        i = p->outside.last - 1;
        continue;
      }
      if (i < done_) continue;
      if (according(i)) continue;
      const auto cue = cue_at(s_, i);
      if (cue) attribute(*cue);
    }
    return std::move(out_);
  }

 private:
  std::optional<Range> subject(const Cue& cue) const {
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
      if (p.outside.last <= end && p.outside.last > first) first = p.outside.last;
    }
    return subject_before(s_.reading, first, end);
  }

  // "said X": the phrase after the verb, where something is said before the verb.
  std::optional<Range> inverted(const Cue& cue) const {
    const std::uint32_t before = cue.group.first;
    if (before == s_.tokens.first) return std::nullopt;
    const bool set_off = s_.reading.any(before - 1, {",", "?", "!", "-"}) || s_.passage_ending(before) ||
                         s_.reading.any(before - 1, {"so", "as"});
    if (!set_off || !cue.finite || cue.passive || cue.group.first < cue.verb) return std::nullopt;
    std::uint32_t at = cue.group.last;
    const auto phrase = phrase_after(s_.reading, at, s_.first_passage_after(at));
    if (!phrase || phrase->size() > 40) return std::nullopt;
    if (s_.reading.skip_time(at, s_.tokens.last) >= phrase->last) return std::nullopt;
    if (phrase->last < s_.tokens.last) {
      const std::uint32_t next = phrase->last;
      if (s_.reading.verb(next) && s_.reading.word_class(next) != verb_ing) return std::nullopt;
      if (s_.reading.word_class(next) == modal) return std::nullopt;
      if (s_.reading.word_class(next) == adverb && next + 1 < s_.tokens.last && s_.reading.finite(next + 1)) {
        return std::nullopt;
      }
    }
    return phrase;
  }

  void attribute(const Cue& cue) {
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
    const bool relative = s_.reading.is(token_before(cue), "who") ||
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
      if (left_content(cue, *x, x->last)) return;
    }
    if (!who) coordinated(cue);
  }

  // What is quoted before the source, too.
  bool quoted_left(std::uint32_t border) const {
    const auto region = left_region(border);
    if (!region) return false;
    for (const Passage& p : s_.passages) {
      if (region->first <= p.outside.first && p.outside.last <= region->last) return true;
    }
    return false;
  }

  // "Reports suggested S, the minister told reporters", "I told them S, said the coach": the voice
  // that ends the sentence says all of it.
  bool later_voice(Range content) const {
    const bool whole = content.last >= s_.end_of_stretch() || s_.reading.comma(content.last);
    if (!whole || content.size() < 6) return false;
    for (std::uint32_t i = content.last; i > content.first + 2 && content.last - i < 14;) {
      --i;
      if (s_.passage_at(i)) return false;
      if (!s_.reading.comma(i)) continue;
      for (std::uint32_t k = i + 1; k < content.last; ++k) {
        const auto cue = cue_at(s_, k);
        if (!cue || !cue->finite || cue->passive || !complement_of(s_, *cue).empty()) continue;
        if (!cue->takes_complement('q') || !(cue->takes_complement('t') || cue->takes_complement('z'))) continue;
        if (s_.reading.word_class(k) == verb_participle || s_.reading.word_class(k) == verb_base) continue;
        if (!ends_there(*cue, k == i + 1 ? after_phrase(k + 1, content.last) : k + 1)) continue;
        if (cue->group.first == i + 1) return inverted(*cue).has_value();
        const auto who = subject_before(s_.reading, i + 1, cue->group.first);
        if (who && who->first == i + 1) return true;
      }
    }
    return false;
  }

  std::uint32_t after_phrase(std::uint32_t at, std::uint32_t last) const {
    const auto phrase = phrase_after(s_.reading, at, last);
    return phrase ? phrase->last : at;
  }

  // The token before the verb group; the group's own first where there is none.
  std::uint32_t token_before(const Cue& cue) const {
    return cue.group.first > s_.tokens.first ? cue.group.first - 1 : cue.group.first;
  }

  // "lawmakers who said", "David Mulford, who said": whom the relative clause is about.
  std::optional<Range> antecedent(const Cue& cue) const {
    std::uint32_t end = token_before(cue);
    if (end > floor_ && s_.reading.comma(end - 1)) --end;
    return end > floor_ && !s_.reading.comma(end - 1) ? subject_before(s_.reading, floor_, end) : std::nullopt;
  }

  void add(const Cue& cue, Range who, const Complement& right) {
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

  void finish(Attribution a) {
    std::uint32_t end = 0;
    for (const Range& c : a.content) end = std::max(end, c.last);
    for (const Range& c : a.cue) end = std::max(end, c.last);
    for (const Range& c : a.source) end = std::max(end, c.last);
    done_ = std::max(done_, end);
    floor_ = std::max(floor_, done_);
    out_.push_back(std::move(a));
  }

  // The words before `source` that may be what is said: the region ends before a comma or with a
  // passage.
  std::optional<Range> left_region(std::uint32_t border) const {
    std::uint32_t end = border;
    if (end > floor_ && s_.reading.any(end - 1, {"as", "so"}) && !s_.passage_at(end - 1)) --end;
    if (end <= floor_) return std::nullopt;
    const bool comma = s_.reading.any(end - 1, {",", "-", "?", "!"}) && !s_.passage_at(end - 1);
    if (comma) --end;
    if (end <= floor_) return std::nullopt;
    if (!comma && !s_.passage_ending(end) && !(border > floor_ && s_.reading.is(border - 1, "as"))) {
      return std::nullopt;
    }
    std::uint32_t first = floor_;
    while (first < end && !s_.passage_at(first) && at_joint(first)) ++first;
    if (first >= end || !tells(first, end)) return std::nullopt;
    return Range{first, end};
  }

  // A mark, or the "and" that ties on to the attribution before.
  bool at_joint(std::uint32_t i) const {
    return s_.reading.any(i, {",", ";", "-"}) || (floor_ > s_.tokens.first && s_.reading.any(i, {"but", "and"}));
  }

  // Something is told there: a predicate, or the verbless words of a headline ("Three dead in
  // crash"), but not a setting ("Last week", "In Beijing").
  bool tells(std::uint32_t first, std::uint32_t end) const {
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
  bool ends_there(const Cue& cue, std::uint32_t after) const {
    const std::uint32_t last = s_.end_of_stretch();
    if (cue.takes_complement('h') && after < last && s_.reading.begins_phrase(after)) {
      after = s_.reading.word_class(after) == pronoun ? after + 1 : phrase_end(s_.reading, after, last);
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
           s_.reading.any(after, {"as", "when", "while", "after", "before", "who", "which", "following", "via"});
  }

  // "S, X cue" and "S, cue X", with what goes on behind: the rest of a sentence that was
  // interrupted, or a second quotation.
  bool left_content(const Cue& cue, Range who, std::uint32_t after) {
    const std::uint32_t border = std::min(who.first, cue.group.first);
    auto region = left_region(border);
    const std::uint32_t behind = skip_setting(s_, after, s_.tokens.last);
    const bool goes_on = behind < s_.tokens.last && s_.reading.comma(behind);
    // "The old stone bridge, she said, was never safe": no verb yet, so it goes on behind.
    if (region && goes_on && !s_.has_predicate(region->first, region->last)) region.reset();
    const bool says = (cue.takes_complement('t') || cue.takes_complement('z')) && cue.takes_complement('q') &&
                      s_.reading.word_class(cue.verb) != verb_participle;
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
  void take_left(Range region, Attribution& a) const {
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

  void take_rest(std::uint32_t after, bool interrupts, Attribution& a) const {
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
    } else if (s_.reading.any(at, {"and", "or"}) && at + 1 < last && s_.reading.verb(at + 1)) {
      const std::uint32_t end = content_end(s_, at);
      if (end > at) a.content.push_back({at, end});
    }
  }

  // ", adding that S": the source of the attribution before it; ", saying S": the subject of the
  // clause before it.
  void participle_cue(const Cue& cue) {
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
  std::optional<Range> clause_subject(std::uint32_t end) const {
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
  void coordinated(const Cue& cue) {
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

  // "X was quoted by Y as saying S", "Y quoted X as saying S".
  bool as_saying(const Cue& cue) {
    if (!s_.reading.any(cue.verb, {"quoted", "quotes", "quoting", "quote", "cited", "cites"})) return false;
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
  void passive(const Cue& cue) {
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

  // "according to X, S" and "S, according to X"; also "as reported by X".
  bool according(std::uint32_t i) {
    std::uint32_t at = kNowhere;
    if (s_.reading.is(i, "according") && i + 2 < s_.tokens.last && s_.reading.is(i + 1, "to")) at = i + 2;
    if (s_.reading.is(i, "as") && i + 3 < s_.tokens.last && s_.reading.is(i + 2, "by") &&
        s_.reading.any(i + 1, {"reported", "indicated", "stated", "announced", "noted", "described"})) {
      at = i + 3;
    }
    if (at == kNowhere) return false;
    auto who = phrase_after(s_.reading, at, s_.first_passage_after(at));
    if (!who) return false;
    const std::uint32_t bare = phrase_end(s_.reading, at, who->last);
    if (bare > at && s_.reading.word_class(bare - 1) != name) who->last = bare;  // appositions are for names
    Attribution a;
    a.source.push_back(*who);
    a.cue.push_back({i, at});
    a.verb = i;
    const std::uint32_t last = s_.end_of_stretch();
    const bool leads = i == s_.tokens.first || s_.reading.word_class(i - 1) == mark ? !left_region(i) : false;
    const std::uint32_t after = skip_setting(s_, who->last, last);
    if (leads && after < last && s_.reading.any(after, {",", ":"}) && s_.has_predicate(after + 1, last)) {
      const std::uint32_t begin = after + 1;
      if (const Passage* p = s_.passage_from(begin)) {
        const Complement right = quoted_content(s_, *p);
        a.content.push_back(right.content);
        a.direct = right.direct;
      } else {
        a.content.push_back({begin, content_end(s_, begin)});
      }
    } else {
      std::uint32_t end = i;
      if (end > floor_ && s_.reading.comma(end - 1)) --end;
      std::uint32_t first = floor_;
      while (first < end && s_.reading.word_class(first) == mark && !s_.passage_at(first)) ++first;
      if (first >= end || !s_.has_predicate(first, end)) return false;
      take_left({first, end}, a);
    }
    finish(std::move(a));
    return true;
  }

  const Stretch& s_;
  std::vector<Attribution> out_;
  std::uint32_t floor_;     // what stands before it is said already
  std::uint32_t done_ = 0;  // cues before it lie inside what is said
};

}  // namespace

std::vector<Attribution> find_attributions(const Stretch& stretch) { return AttributionParser(stretch).run(); }

}  // namespace crossread
