#include "claim/complement.h"

#include <algorithm>

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kSetting = 18;  // tokens between a verb and what it says
constexpr std::uint32_t kTitle = 6;     // tokens of a title in marks

class ComplementFinder {
 public:
  explicit ComplementFinder(const Stretch& stretch) : s_(stretch) {}

  // What follows the verb, if it is something said. `shallow` asks only whether there is anything.
  Complement right_content(const Cue& cue, bool shallow = false) const {
    Complement out;
    std::uint32_t at = cue.group.last;
    const std::uint32_t last = s_.end_of_stretch();
    if (cue.takes_complement('h') && !cue.passive) at = addressee(at, last, out);
    at = skip_setting(at, last);
    if (at >= last) return out;
    // "said on NBC’s “Meet the Press” that S": a title among the setting.
    if (const Passage* p = s_.passage_at(at);
        p && at > cue.group.last && p->tokens.size() <= kTitle &&
        !s_.reading.any(at - 1, {",", ":"}) && p->outside.last + 1 < last &&
        s_.reading.is(p->outside.last, "that")) {
      at = p->outside.last;
    }
    if (const Passage* p = s_.passage_from(at)) {
      if (cue.takes_complement('q') || s_.reading.any(at, {",", ":"})) {
        return quoted(p, std::move(out));
      }
    }
    if (cue.takes_complement('q')) {
      if (const Passage* p = passage_behind_setting(at)) return quoted(p, std::move(out));
    }
    const std::uint32_t begin = clause_begin(cue, at, last);
    if (begin == kNowhere) return out;
    if (shallow) {
      out.content = {begin, begin + 1};
      return out;
    }
    if (const Passage* p = s_.reading.word_class(begin) == mark ? s_.passage_at(begin) : nullptr) {
      return quoted(p, std::move(out));
    }
    out.content = {begin,
                   begin == at && noun_alone(cue, at) ? noun_end(at, last) : content_end(begin)};
    return out;
  }

  // A passage that opens the content: the passage alone if it is the whole of it.
  Complement quoted(const Passage* p, Complement out) const {
    const std::uint32_t end = content_end(p->outside.first);
    std::uint32_t tail = p->outside.last;
    while (tail < end && s_.reading.word_class(tail) == mark) ++tail;
    if (tail >= end || p->tokens.size() > 8 || !s_.reading.has_finite(tail, end) ||
        s_.reading.comma(p->outside.last)) {
      out.content = p->tokens;
      out.direct = true;
      if (p->tokens.size() < 4 && tail < end) {
        out.direct = false;
        out.content = {p->outside.first, end};
      }
    } else {
      out.content = {p->outside.first, end};
    }
    return out;
  }

  // Where the content that begins at `at` ends: at the next voice of its own, or with the stretch.
  std::uint32_t content_end(std::uint32_t at) const {
    for (std::uint32_t i = at; i < s_.tokens.last; ++i) {
      if (const Passage* p = s_.passage_at(i)) {
        i = p->outside.last - 1;
        continue;
      }
      if (i > at && s_.reading.comma(i) && i + 1 < s_.tokens.last) {
        if (s_.reading.is(i + 1, "according") || adds_voice(i + 1)) return i;
      }
      if (i > at + 1 && starts_voice(i))
        return s_.reading.comma(i - 1) || s_.reading.is(i - 1, ";") ? i - 1 : i;
    }
    return s_.end_of_stretch();
  }

  // Times, occasions and addressees with "to": "on Tuesday in a statement".
  std::uint32_t skip_setting(std::uint32_t at, std::uint32_t last) const {
    for (int i = 0; i < 4; ++i) {
      std::uint32_t next = s_.reading.skip_time(at, last);
      // "said Tuesday was", "said last week's": the time begins what is said.
      if (next > at && next < last &&
          (s_.reading.finite(next) || s_.reading.word_class(next) == possessive))
        next = at;
      if (next == at &&
          s_.reading.any(at, {"in", "at", "during", "to", "through", "after", "before", "on"}) &&
          s_.reading.word_class(at) != to) {
        const std::uint32_t end = s_.reading.skip_occasion(at, last);
        // Only if something said can still follow, and no verb was taken for a noun ("headquarters
        // show that").
        bool hidden = false;
        for (std::uint32_t k = at + 1; k < end; ++k) hidden = hidden || cue_at(s_, k).has_value();
        if (!hidden && end > at && end < last &&
            (s_.reading.is(end, "that") || s_.passage_from(end) ||
             s_.reading.skip_time(end, last) > end || s_.reading.begins_phrase(end))) {
          next = end;
        }
      }
      if (next == at) break;
      at = next;
    }
    return at;
  }

 private:
  // ", adding that S", ", saying “Q”": the same voice goes on. Not ", demanding that the plan be
  // killed".
  bool adds_voice(std::uint32_t i) const {
    if (s_.reading.word_class(i) != verb_ing) return false;
    const auto cue = cue_at(s_, i);
    if (!cue || cue->strength == "ask") return false;
    if (!cue->takes_complement('t') && !cue->takes_complement('z') && !cue->takes_complement('l'))
      return false;
    return !right_content(*cue, true).empty();
  }

  // "said of the letter, “Q”", "wrote in a note to his staff: “Q”".
  const Passage* passage_behind_setting(std::uint32_t at) const {
    if (s_.reading.word_class(at) != preposition) return nullptr;
    const std::uint32_t first = s_.first_passage_after(at);
    if (first >= s_.tokens.last || first > at + kSetting || !s_.reading.any(first - 1, {",", ":"}))
      return nullptr;
    for (std::uint32_t i = at; i + 1 < first; ++i) {
      if (s_.reading.finite(i) || (s_.reading.word_class(i) == mark && !s_.reading.is(i, "-")))
        return nullptr;
    }
    return s_.passage_at(first);
  }

  // "alleged ballot stuffing at 118 stations, all in the south": a noun phrase is what is said.
  bool noun_alone(const Cue& cue, std::uint32_t at) const {
    return cue.takes_complement('n') && s_.reading.begins_phrase(at) &&
           !(cue.takes_complement('z') && bare_clause(at, s_.end_of_stretch()));
  }

  // It ends before a comma, a relative clause or the next verb.
  std::uint32_t noun_end(std::uint32_t at, std::uint32_t last) const {
    for (std::uint32_t i = at + 1; i < last; ++i) {
      if (const Passage* p = s_.passage_at(i)) {
        i = p->outside.last - 1;
        continue;
      }
      if (s_.reading.comma(i) && i + 3 < last && s_.reading.is(i + 1, "as") &&
          s_.reading.is(i + 2, "well"))
        continue;
      if (s_.reading.any(i, {",", ";", ":"})) return i;
      if (s_.reading.word_class(i) == conjunction && i + 1 < last && s_.reading.finite(i + 1))
        return i;
    }
    return last;
  }

  // "and Y said …", "while Y says …", "and added that …" at token i.
  bool starts_voice(std::uint32_t i) const {
    if (!s_.reading.any(i, {"and", "but", "while", "although", "though", "whereas"}) &&
        !s_.reading.is(i, ";")) {
      return false;
    }
    const bool after_mark = i > s_.tokens.first && s_.reading.word_class(i - 1) == mark;
    for (std::uint32_t j = i + 1; j < s_.tokens.last && j < i + 25; ++j) {
      if (s_.passage_at(j) || s_.reading.is(j, ";")) return false;
      const auto cue = cue_at(s_, j);
      if (cue && cue->finite) {
        if (cue->group.first == i + 1 ||
            (cue->group.first == i + 2 && s_.reading.word_class(i + 1) == adverb)) {
          return cue->verb + 1 < s_.tokens.last &&
                 (s_.reading.is(cue->verb + 1, "that") || s_.passage_from(cue->verb + 1));
        }
        const auto who = subject_before(s_.reading, i + 1, cue->group.first);
        return who && who->first == i + 1 && (after_mark || s_.reading.is(cue->verb + 1, "that")) &&
               !right_content(*cue, true).empty();
      }
      if (s_.reading.finite(j) && !s_.reading.any(j - 1, {"who", "which", "that"})) return false;
    }
    return false;
  }

  std::uint32_t addressee(std::uint32_t at, std::uint32_t last, Complement& out) const {
    if (at >= last || !s_.reading.begins_phrase(at) || s_.reading.is(at, "that")) return at;
    std::uint32_t end = at;
    if (s_.reading.word_class(at) == pronoun) {
      end = at + 1;
    } else {
      end = phrase_end(s_.reading, at, last);
      // "told the court the villa was sold": the addressee ends where a new phrase begins.
      if (end > at && end < last && s_.reading.finite(end)) {
        // No addressee, or one without a border before the clause: take the first noun run.
        std::uint32_t i = at;
        while (i < end && !s_.reading.nominal(i)) ++i;
        while (i < end && s_.reading.nominal(i)) ++i;
        end = i < end ? i : at;
      }
    }
    if (end > at && s_.reading.word_class(end - 1) != pronoun && s_.reading.capital(end - 1)) {
      out.via.push_back({at, end});
    }
    // "told the reporter who followed his trail, that S".
    if (end > at && end < last && s_.reading.any(end, {"who", "which"})) {
      for (std::uint32_t i = end; i + 2 < last && i < end + kSetting; ++i) {
        if (s_.reading.is(i, "that") && s_.reading.word_class(i) != wh) return i;
        if (s_.reading.comma(i) && !s_.reading.is(i + 1, "that")) break;
      }
    }
    return end;
  }

  // "said in a letter to the board that": the "that" within reach, no clause between; or kNowhere.
  std::uint32_t that_within_reach(std::uint32_t at, std::uint32_t last) const {
    for (std::uint32_t i = at; i + 1 < last && i < at + 12; ++i) {
      if (s_.reading.is(i, "that") && (i == at || s_.reading.word_class(i) != wh)) {
        return s_.has_predicate(i + 1, last) ? i + 1 : kNowhere;
      }
      if (s_.reading.comma(i) && s_.reading.is(i + 1, "that")) continue;
      // "explained, in a satirical fashion, that".
      if (s_.reading.comma(i) && i == at && s_.reading.word_class(i + 1) == preposition) continue;
      if (i > at && cue_at(s_, i)) break;
      if (s_.reading.finite(i) || s_.reading.word_class(i) == mark ||
          s_.reading.word_class(i) == wh)
        break;
    }
    return kNowhere;
  }

  // "called on Iran to stop", "appealed for an end": the words from the preposition.
  std::uint32_t call_begin(std::uint32_t at, std::uint32_t last) const {
    if (at + 1 >= last || !s_.reading.any(at, {"on", "upon", "for"}) ||
        !s_.reading.begins_phrase(at + 1))
      return kNowhere;
    const std::uint32_t end = phrase_end(s_.reading, at + 1, last);
    if (end == at + 1) return kNowhere;
    if (s_.reading.is(at, "for")) return at;
    for (std::uint32_t i = end; i + 1 < last && i < end + 12; ++i) {
      if (s_.reading.word_class(i) == to && s_.reading.word_class(i + 1) == verb_base) return at;
    }
    return kNowhere;
  }

  // "called [the vote a sham]", "called [it “a disgrace”]", "called [the results extraordinary]":
  // two phrases side by side. Not "called the police", "called an emergency meeting".
  bool labels(std::uint32_t at, std::uint32_t last) const {
    if (!s_.reading.begins_phrase(at)) return false;
    const bool pronoun_first = s_.reading.word_class(at) == pronoun;
    std::uint32_t end =
        pronoun_first ? at + 1
                      : phrase_end(s_.reading, at, std::min(last, s_.first_passage_after(at)));
    if (end == at || end >= last || s_.reading.skip_time(end, last) > end) return false;
    if (s_.passage_at(end)) return true;
    const WordClass c = s_.reading.word_class(end);
    if (c == determiner)
      return s_.reading.any(end, {"a", "an", "the"}) && phrase_end(s_.reading, end, last) > end + 1;
    return c == adjective && (end + 1 >= last || !s_.reading.nominal(end + 1));
  }

  // "described [the process as mostly calm]": a phrase, "as" and what it is said to be.
  bool described(std::uint32_t at, std::uint32_t last) const {
    if (!s_.reading.begins_phrase(at)) return false;
    for (std::uint32_t i = at + 1; i + 1 < last && i < at + kSetting && !s_.passage_at(i); ++i) {
      if (s_.reading.is(i, "as")) return s_.reading.ends_phrase(i - 1) && !s_.reading.finite(i + 1);
      if (s_.reading.word_class(i) == mark || s_.reading.finite(i)) return false;
    }
    return false;
  }

  // "suggested [the mayor be sacked]": a clause whose verb stays bare.
  bool demanded(std::uint32_t at, std::uint32_t last) const {
    if (!s_.reading.begins_phrase(at)) return false;
    const std::uint32_t end =
        s_.reading.word_class(at) == pronoun ? at + 1 : phrase_end(s_.reading, at, last);
    return end > at && end + 1 < last && s_.reading.word_class(end) == verb_base &&
           s_.reading.word_class(end - 1) != to;
  }

  // "in Beijing he would", "under the plan, workers would": a prepositional phrase or two and then
  // a clause.
  bool clause_behind_phrase(std::uint32_t at, std::uint32_t last) const {
    for (int i = 0; i < 3 && at + 1 < last && s_.reading.word_class(at) == preposition; ++i) {
      const std::uint32_t end = phrase_end(s_.reading, at + 1, last);
      if (end == at + 1) break;
      at = end;
    }
    if (at < last && s_.reading.comma(at)) ++at;
    if (at >= last || !s_.reading.begins_phrase(at)) return false;
    const auto who = phrase_after(s_.reading, at, last);
    return who && predicate_follows(who->last, last);
  }

  // First token of the clause said, or kNowhere.
  std::uint32_t clause_begin(const Cue& cue, std::uint32_t at, std::uint32_t last) const {
    if (s_.reading.is(cue.group.last, "in") && s_.reading.lemma(cue.verb) == "believe")
      return kNowhere;
    if (cue.takes_complement('t') || cue.takes_complement('z')) {
      const std::uint32_t begin = that_within_reach(at, last);
      if (begin != kNowhere) return begin;
    }
    if (cue.takes_complement('c')) {
      const std::uint32_t begin = call_begin(at, last);
      if (begin != kNowhere) return begin;
    }
    if (cue.takes_complement('w') &&
        s_.reading.any(at, {"whether", "how", "why", "if", "what", "when", "where", "who"})) {
      return s_.has_predicate(at + 1, last) ? at : kNowhere;
    }
    if (cue.takes_complement('i') && s_.reading.word_class(at) == to && at + 1 < last &&
        s_.reading.word_class(at + 1) == verb_base) {
      return at;
    }
    if (cue.takes_complement('l') && labels(at, last)) return at;
    if (cue.takes_complement('a') && described(at, last)) return at;
    if (cue.takes_complement('g') && s_.reading.word_class(at) == verb_ing) return at;
    if (cue.takes_complement('o') && s_.reading.begins_phrase(at)) {
      const std::uint32_t end =
          s_.reading.word_class(at) == pronoun ? at + 1 : phrase_end(s_.reading, at, last);
      if (end > at && end + 1 < last && s_.reading.word_class(end) == to &&
          s_.reading.word_class(end + 1) == verb_base) {
        return at;
      }
    }
    if (cue.takes_complement('z') && (bare_clause(at, last) || plain_saying(cue, at, last)))
      return at;
    if (cue.takes_complement('z') && demanded(at, last)) return at;
    if (cue.takes_complement('n') && s_.reading.begins_phrase(at) &&
        s_.reading.word_class(at) != pronoun && phrase_end(s_.reading, at, last) > at) {
      return at;
    }
    if (cue.takes_complement('f') && s_.reading.begins_phrase(at)) {
      const std::uint32_t end =
          s_.reading.word_class(at) == pronoun ? at + 1 : phrase_end(s_.reading, at, last);
      if (end > at && end + 1 < last && s_.reading.any(end, {"of", "for"})) return at;
    }
    return kNowhere;
  }

  // "say" takes nothing but what is said: any words with a verb of their own.
  bool plain_saying(const Cue& cue, std::uint32_t at, std::uint32_t last) const {
    if (s_.reading.lemma(cue.verb) != "say" || !s_.reading.has_finite(at, last)) return false;
    const WordClass c = s_.reading.word_class(at);
    if (s_.reading.any(
            at, {"so", "yes", "goodbye", "anything", "nothing", "something", "much", "hello"}))
      return false;
    if (s_.reading.is(at, "a") && at + 1 < last &&
        s_.reading.any(at + 1, {"word", "prayer", "lot"}))
      return false;
    return s_.reading.begins_phrase(at) || c == subordinator || c == adverb || c == preposition ||
           s_.reading.any(at, {"as", "once", "until", "unless", "before"});
  }

  // A clause without "that": a noun phrase and then its finite verb, before any comma that is not
  // part of a list or an apposition.
  bool bare_clause(std::uint32_t at, std::uint32_t last) const {
    if (s_.reading.any(
            at, {"there", "because", "if", "while", "when", "after", "since", "not", "only", "even",
                 "although", "unless", "once", "until", "neither", "either"}) ||
        s_.reading.word_class(at) == verb_ing) {
      return s_.has_predicate(at, last);
    }
    if (s_.reading.word_class(at) == preposition) return clause_behind_phrase(at, last);
    if (!s_.reading.begins_phrase(at)) return false;
    const auto subject = phrase_after(s_.reading, at, last);
    if (!subject) return false;
    return predicate_follows(subject->last, last);
  }

  // Behind its subject comes the verb of a clause: after adverbs, times and prepositional phrases,
  // relative clauses and participles.
  bool predicate_follows(std::uint32_t at, std::uint32_t last) const {
    for (int steps = 0; steps < 6 && at < last; ++steps) {
      if (s_.reading.finite(at)) return true;
      const WordClass c = s_.reading.word_class(at);
      if (c == verb_participle || c == verb_ing ||
          s_.reading.any(at, {"who", "which", "whose", "that"}) || s_.passage_at(at)) {
        return s_.has_predicate(at + 1, last);
      }
      if (c == adverb) {
        ++at;
        continue;
      }
      if (s_.reading.comma(at)) {
        const bool opens = at + 1 < last && !s_.reading.any(at + 1, {"up", "down", "compared"}) &&
                           (s_.reading.any(at + 1, {"who", "which", "whose", "including", "like",
                                                    "such", "along", "once"}) ||
                            s_.reading.word_class(at + 1) == verb_participle ||
                            s_.reading.word_class(at + 1) == preposition ||
                            s_.reading.word_class(at + 1) == adverb);
        return opens && s_.has_predicate(at + 1, last);
      }
      std::uint32_t next = s_.reading.skip_time(at, last);
      if (next == at) next = s_.reading.skip_occasion(at, last);
      if (next == at && c == verb_participle) next = at + 1;
      if (next == at) return false;
      at = next;
    }
    return false;
  }

  const Stretch& s_;
};

}  // namespace

Complement complement_of(const Stretch& stretch, const Cue& cue) {
  return ComplementFinder(stretch).right_content(cue);
}

Complement quoted_content(const Stretch& stretch, const Passage& passage) {
  return ComplementFinder(stretch).quoted(&passage, {});
}

std::uint32_t content_end(const Stretch& stretch, std::uint32_t at) {
  return ComplementFinder(stretch).content_end(at);
}

std::uint32_t skip_setting(const Stretch& stretch, std::uint32_t at, std::uint32_t last) {
  return ComplementFinder(stretch).skip_setting(at, last);
}

}  // namespace crossread
