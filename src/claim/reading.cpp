#include "claim/reading.h"

#include <algorithm>

#include "base/one_of.h"
#include "base/utf8.h"

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kLongestPhrase = 40;  // tokens, appositions included

bool is_time_word(const Reading& r, std::uint32_t i) {
  return r.any(i, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                   "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening",
                   "night", "midnight", "noon", "week", "weekend", "month", "year", "day", "hour",
                   "january", "february", "march", "april", "may", "june", "july", "august",
                   "september", "october", "november", "december", "jan.", "feb.", "aug.",
                   "sept.", "oct.", "nov.", "dec.", "weeks", "months", "years", "days", "hours"});
}

bool is_time_modifier(const Reading& r, std::uint32_t i) {
  return r.any(i, {"last", "this", "next", "early", "earlier", "late", "later", "that", "same",
                   "the", "previous", "following", "past", "ago", "a", "in", "before", "after"}) ||
         r.word_class(i) == number;
}

// "a", "an", "the": where a phrase plainly begins.
bool is_article(const Reading& r, std::uint32_t i) {
  return r.word_class(i) == determiner || r.word_class(i) == possessive_pronoun;
}

bool joins_words(const Reading& r, std::uint32_t i) {
  return r.any(i, {"-", "/", "&", "."}) || r.word_class(i) == possessive;
}

// A token that may stand inside a noun phrase before its last word.
bool inside_phrase(const Reading& r, std::uint32_t i) {
  switch (r.word_class(i)) {
    case noun: case name: case adjective: case number: case determiner: case possessive_pronoun:
    case possessive: case other:
      return true;
    case verb_ing: case verb_participle:
      return true;
    case adverb:
      return !r.any(i, {"also", "then", "now", "meanwhile", "however", "later", "earlier", "still",
                        "so", "too", "instead", "therefore", "nevertheless", "again", "yesterday"});
    default:
      return joins_words(r, i);
  }
}

// Where a relative clause that ends at `verb` (its finite verb) begins: the who, which or that.
std::optional<std::uint32_t> relative_before(const Reading& r, std::uint32_t first,
                                             std::uint32_t verb) {
  for (std::uint32_t i = verb, steps = 0; i > first && steps < 6; ++steps) {
    --i;
    if (r.word_class(i) == wh || (r.is(i, "that") && i > first && r.nominal(i - 1))) {
      return i > first && (r.ends_phrase(i - 1) || r.comma(i - 1)) ? std::optional(i)
                                                                   : std::nullopt;
    }
    if (r.word_class(i) == mark || r.finite(i)) return std::nullopt;
  }
  return std::nullopt;
}

// "a committee seeking the release", "a group led by": the participle hangs on the noun before it.
bool qualifies(const Reading& r, std::uint32_t floor, std::uint32_t i) {
  const WordClass c = r.word_class(i);
  return (c == verb_ing || c == verb_participle) && i > floor && r.nominal(i - 1);
}

// First token of the bare phrase whose last token is end - 1.
std::uint32_t bare_begin(const Reading& r, std::uint32_t first, std::uint32_t end) {
  std::uint32_t begin = end;
  const std::uint32_t floor = end - std::min(end - first, kLongestPhrase);
  for (std::uint32_t i = end; i > floor;) {
    --i;
    const WordClass c = r.word_class(i);
    if (c == pronoun) {
      if (begin == end || r.word_class(begin) == preposition) begin = i;
      break;
    }
    if (r.finite(i)) {
      const auto who = relative_before(r, floor, i);
      if (!who || begin == end) break;
      begin = i = *who;
      continue;
    }
    if (c == preposition || c == to || c == conjunction) {
      // Part of the phrase only between two of its words: "officials in Kabul", "Xi and Putin".
      if (i == floor || begin == end) break;
      // "people close to the board", "a report seen by The Meridian".
      const WordClass held = r.word_class(i - 1);
      const bool qualified = i > floor + 1 && r.nominal(i - 2) && c != conjunction &&
                             (held == adjective || held == verb_participle || held == verb_ing);
      if (!r.ends_phrase(i - 1) && !qualified) break;
      if (is_time_word(r, i - 1) || (c == conjunction && r.is(i, "but"))) break;
      begin = i;
      continue;
    }
    if (!inside_phrase(r, i)) break;
    begin = i;
    if (is_article(r, i)) {
      const bool goes_on = i > floor && (r.word_class(i - 1) == preposition ||
                                         r.word_class(i - 1) == conjunction ||
                                         r.word_class(i - 1) == to || r.is(i - 1, "all") ||
                                         r.is(i - 1, "both") || qualifies(r, floor, i - 1));
      if (!goes_on) break;
    }
  }
  // Never begin with a joint.
  while (begin < end && (r.word_class(begin) == preposition || r.word_class(begin) == conjunction ||
                         r.word_class(begin) == to || joins_words(r, begin) ||
                         r.word_class(begin) == wh)) {
    ++begin;
  }
  // "has found support": the participle is the verb's.
  while (begin < end && begin > first && r.auxiliary(begin - 1) &&
         (r.word_class(begin) == verb_participle || r.word_class(begin) == verb_ing)) {
    ++begin;
  }
  if (begin > first && begin < end && r.any(begin, {"least", "most"}) && r.is(begin - 1, "at")) --begin;
  // "Tuesday the minister", "Meanwhile police": what stands before the phrase is not of it.
  while (begin + 1 < end && r.word_class(begin) == adverb && !r.any(begin, {"more", "about"})) ++begin;
  return begin;
}

// "NAME, a professor at X told": where the comma that closes the apposition is forgotten, the
// phrase begins with the name; else at `begin`.
std::uint32_t name_before_apposition(const Reading& r, std::uint32_t first, std::uint32_t begin) {
  if (begin < first + 2 || !r.comma(begin - 1) || !r.any(begin, {"a", "an"})) return begin;
  const std::uint32_t comma = begin - 1;
  if (r.word_class(comma - 1) != name || is_time_word(r, comma - 1)) return begin;
  const std::uint32_t name_begin = bare_begin(r, first, comma);
  const bool fresh = name_begin == first || r.word_class(name_begin - 1) == mark;
  return fresh && name_begin < comma ? name_begin : begin;
}

// Reads as an apposition: "a former minister", "63", "who leads the search", "deputy leader of …".
bool apposition_like(const Reading& r, std::uint32_t first, std::uint32_t last) {
  if (first >= last || last - first > 30) return false;
  const WordClass c = r.word_class(first);
  if (c == number) return last - first <= 3;
  if (c == wh) return !r.any(first, {"when", "where", "while", "how"});
  if (r.has_finite(first, last)) return false;
  if (c == determiner || c == noun || c == name || c == adjective || c == verb_ing ||
      c == verb_participle || c == possessive_pronoun) {
    return r.ends_phrase(last - 1) || last - first <= 3;
  }
  return r.any(first, {"of", "from", "for"}) && r.ends_phrase(last - 1);
}

}  // namespace

Reading::Reading(const Document& document, const std::vector<NameMention>& names)
    : document_(document), classes_(word_classes(document)) {
  for (const NameMention& mention : names) {
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
      const bool person = mention.type == NameType::person && capital(i);
      if (verb(i) || nominal(i) || person || (classes_[i] == other && capital(i))) classes_[i] = name;
    }
  }
  for (const Sentence& s : document_.sentences) mend_verbs(s);
}

bool Reading::any(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  const std::string_view w = word(i);
  return is_one_of(w, words);
}

bool Reading::capital(std::uint32_t i) const {
  const Casing c = token(i).casing;
  return c == Casing::capitalised || c == Casing::upper || c == Casing::mixed;
}

bool Reading::ends_phrase(std::uint32_t i) const {
  switch (classes_[i]) {
    case noun: case name: case number: case pronoun: case other: return true;
    case adjective:
      // "the military", "the injured".
      return capital(i) || (i > 0 && classes_[i - 1] == determiner) || any(i, {"others", "many", "several", "few", "official"});
    case determiner: return any(i, {"all", "both", "some", "many", "others", "another", "each", "one"});
    case verb_ing: case verb_participle: return capital(i);
    case possessive: return true;  // "the prosecutors' said"
    default: return is(i, ".") || is(i, "%");
  }
}

bool Reading::begins_phrase(std::uint32_t i) const {
  switch (classes_[i]) {
    case noun: case name: case number: case pronoun: case determiner: case possessive_pronoun:
    case adjective: case existential:
      return true;
    case verb_ing: case verb_participle:
      return i + 1 < size() && nominal(i + 1);
    default: return any(i, {"$", "more", "about", "nearly", "almost", "only", "at", "no", "up"}) &&
                    i + 1 < size() && classes_[i + 1] != mark;
  }
}

bool Reading::auxiliary(std::uint32_t i) const {
  if (classes_[i] == modal) return true;
  return verb(i) && any(i, {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m",
                 "have", "has", "had", "having", "'ve", "'d", "do", "does", "did", "'ll", "get",
                 "got"});
}

std::uint32_t Reading::skip_time(std::uint32_t at, std::uint32_t last) const {
  std::uint32_t i = at;
  bool found = false;
  while (i < last && i - at < 8) {
    if (is_time_word(*this, i)) {
      found = true;
      ++i;
      continue;
    }
    if (classes_[i] == number || (found && any(i, {"ago", "earlier", "later", "night", "'s"})) ||
        any(i, {"on", "last", "this", "next", "early", "earlier", "late", "later", "that", "same",
                "the", "previous", "in", "at", "a", "of"})) {
      // A function word belongs to a time only if a time word follows within three tokens.
      std::uint32_t probe = i + 1;
      while (probe < last && probe < i + 4 && !is_time_word(*this, probe) &&
             is_time_modifier(*this, probe)) {
        ++probe;
      }
      const bool follows = probe < last && is_time_word(*this, probe);
      const bool tail = found && (classes_[i] == number || any(i, {"ago", "earlier", "later", "'s"}));
      const bool alone = any(i, {"earlier", "later"}) && i == at;
      if (!follows && !tail && !alone) break;
      if (alone && !follows) { found = true; }
      ++i;
      continue;
    }
    break;
  }
  return found ? i : at;
}

std::uint32_t Reading::skip_time_back(std::uint32_t end, std::uint32_t first) const {
  const std::uint32_t floor = end - std::min<std::uint32_t>(end - first, 7);
  for (std::uint32_t i = floor; i < end; ++i) {
    const bool starts = any(i, {"on", "last", "this", "late", "early", "earlier", "in"}) ||
                        is_time_word(*this, i);
    if (starts && skip_time(i, end) == end) return i;
  }
  return end;
}

std::uint32_t Reading::skip_occasion(std::uint32_t at, std::uint32_t last) const {
  if (at >= last || classes_[at] == mark) return at;
  if (!any(at, {"in", "at", "during", "to", "on", "from", "after", "before", "by", "through", "with",
                "of"})) {
    return at;
  }
  const std::uint32_t end = phrase_end(*this, at + 1, last);
  return end == at + 1 ? at : end;
}

bool Reading::has_finite(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (!finite(i)) continue;
    if (!relative_before(*this, first, i)) return true;
  }
  return false;
}

std::uint32_t phrase_end(const Reading& r, std::uint32_t at, std::uint32_t last) {
  std::uint32_t i = at;
  std::uint32_t end = at;
  const std::uint32_t ceiling = std::min(last, at + kLongestPhrase);
  while (i < ceiling) {
    const WordClass c = r.word_class(i);
    if (end > at && r.skip_time(i, last) > i && !r.nominal(i)) break;
    if (c == pronoun) {
      if (end == at) end = ++i;
      break;
    }
    if (c == preposition || c == to || (c == conjunction && end > at)) {
      if (end == at || i + 1 >= ceiling || !r.begins_phrase(i + 1) ||
          r.word_class(i + 1) == pronoun || c == to) break;
      if (r.skip_time(i, last) > i) break;
      ++i;
      continue;
    }
    if (c == verb_participle || c == verb_ing) {
      const bool before_noun = i + 1 < ceiling && (r.nominal(i + 1) || r.word_class(i + 1) == adjective);
      if (!before_noun || (end > at && r.nominal(i - 1))) break;
      ++i;
      continue;
    }
    if (!inside_phrase(r, i) || r.is(i, "not")) break;
    if (is_article(r, i) && end > at && i > at && r.nominal(i - 1)) break;  // a new phrase
    if (end > at && r.skip_time(i, last) > i && r.word_class(i) == name && r.nominal(i - 1)) break;
    ++i;
    if (r.ends_phrase(i - 1)) end = i;
  }
  if (end == at && i > at && r.ends_phrase(i - 1)) end = i;
  return end;
}

std::optional<Range> subject_before(const Reading& r, std::uint32_t first, std::uint32_t end) {
  if (end <= first) return std::nullopt;
  end = r.skip_time_back(end, first);
  if (end <= first) return std::nullopt;
  std::uint32_t head_end = end;
  // "the count released Tuesday shows": the participle and its time belong to the phrase.
  if (qualifies(r, first, end - 1) && r.word_class(end - 1) == verb_participle) {
    const std::uint32_t begin = bare_begin(r, first, end - 1);
    if (begin < end - 1) return Range{begin, r.skip_time(end, end + 4)};
  }
  if (r.comma(end - 1)) {
    // "NAME, 63, a former minister," : walk over the appositions to the phrase they belong to.
    std::uint32_t close = end - 1;
    int pieces = 0;
    while (true) {
      std::uint32_t open = close;
      while (open > first && !r.comma(open - 1) && !r.any(open - 1, {"\"", ";", ":"})) --open;
      if (open <= first + 1 || !r.comma(open - 1) || !apposition_like(r, open, close)) break;
      close = open - 1;
      ++pieces;
      if (pieces == 3) break;
      // Stop as soon as what stands before can be the head: a phrase that is no apposition itself.
      if (close > first && r.ends_phrase(close - 1) && r.word_class(close - 1) != number) break;
    }
    if (close <= first) return std::nullopt;
    if (pieces == 0) {
      // "Ana Holm, told reporters": a comma too many after a name that opens the sentence.
      const bool named = r.word_class(close - 1) == name && !is_time_word(r, close - 1);
      if (!named || bare_begin(r, first, close) != first) return std::nullopt;
    }
    head_end = close;
    end = end - 1;
  }
  if (!r.ends_phrase(head_end - 1)) return std::nullopt;
  const std::uint32_t begin = bare_begin(r, first, head_end);
  if (begin >= head_end || end - begin > kLongestPhrase) return std::nullopt;
  return Range{name_before_apposition(r, first, begin), end};
}

std::optional<Range> phrase_after(const Reading& r, std::uint32_t at, std::uint32_t last) {
  if (at >= last || !r.begins_phrase(at)) return std::nullopt;
  std::uint32_t end = phrase_end(r, at, last);
  if (end == at) return std::nullopt;
  while (end + 1 < last && r.comma(end)) {
    // One apposition more: up to the next comma or the end.
    std::uint32_t close = end + 1;
    while (close < last && !r.comma(close) && !r.any(close, {"\"", ";", ":", ".", "-"})) ++close;
    std::uint32_t stop = close;
    if (r.word_class(end + 1) != wh) {
      const std::uint32_t bare = r.any(end + 1, {"of", "from", "for"})
                                     ? phrase_end(r, end + 2, close)
                                     : phrase_end(r, end + 1, close);
      stop = std::min(close, bare);
    }
    const WordClass c = r.word_class(end + 1);
    const bool begins = c == determiner || c == number || c == wh || c == possessive_pronoun ||
                        (c == noun && !r.capital(end + 1)) || c == name || c == adjective ||
                        r.any(end + 1, {"of", "from", "for"});
    if (!begins || stop <= end + 1 || !apposition_like(r, end + 1, stop)) break;
    if (r.skip_time(end + 1, last) > end + 1) break;
    if (c == name && stop < close) break;  // "…, Kabul said": a clause of its own
    if (stop < close && r.finite(stop)) break;
    end = stop;
  }
  return Range{at, end};
}

}  // namespace crossread
