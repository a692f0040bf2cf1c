#include "claim/reading.h"

#include <algorithm>

#include "base/one_of.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

bool is_time_modifier(const Reading& r, std::uint32_t i) {
  return r.any(i, {"last", "this", "next", "early", "earlier", "late", "later", "that", "same",
                   "the", "previous", "following", "past", "ago", "a", "in", "before", "after"}) ||
         r.word_class(i) == number;
}

}  // namespace

Reading::Reading(const Document& document, const std::vector<NameMention>& names)
    : document_(document), classes_(word_classes(document)) {
  for (const NameMention& mention : names) {
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
      const bool person = mention.type == NameType::person && capital(i);
      if (verb(i) || nominal(i) || person || (classes_[i] == other && capital(i)))
        classes_[i] = name;
    }
  }
  for (const Sentence& s : document_.sentences) {
    for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      // "WHO says", "the IT firm": a word that is no noun, written all in capitals among others
      // that are not.
      const bool spelt = (classes_[i] == wh || classes_[i] == pronoun) &&
                         token(i).casing == Casing::upper && token(i).span.size() > 1;
      const bool loud = i + 1 < s.tokens.last && token(i + 1).casing == Casing::upper;
      if (spelt && !loud && !(i > s.tokens.first && token(i - 1).casing == Casing::upper))
        classes_[i] = name;
    }
    mend_verbs(s);
  }
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
    case noun:
    case name:
    case number:
    case pronoun:
    case other:
      return true;
    case adjective:
      // "the military", "the injured".
      return capital(i) || (i > 0 && classes_[i - 1] == determiner) ||
             any(i, {"others", "many", "several", "few", "official"});
    case determiner:
      return any(i, {"all", "both", "some", "many", "others", "another", "each", "one"});
    case verb_ing:
    case verb_participle:
      return capital(i);
    case possessive:
      return true;  // "the prosecutors' said"
    default:
      return is(i, ".") || is(i, "%");
  }
}

bool Reading::begins_phrase(std::uint32_t i) const {
  switch (classes_[i]) {
    case noun:
    case name:
    case number:
    case pronoun:
    case determiner:
    case possessive_pronoun:
    case adjective:
    case existential:
      return true;
    case verb_ing:
    case verb_participle:
      return i + 1 < size() && nominal(i + 1);
    default:
      return any(i, {"$", "more", "about", "nearly", "almost", "only", "at", "no", "up"}) &&
             i + 1 < size() && classes_[i + 1] != mark;
  }
}

bool Reading::auxiliary(std::uint32_t i) const {
  if (classes_[i] == modal) return true;
  return verb(i) && any(i, {"be", "is",  "are",  "was",  "were", "been", "being",  "am",
                            "'s", "'re", "'m",   "have", "has",  "had",  "having", "'ve",
                            "'d", "do",  "does", "did",  "'ll",  "get",  "got"});
}

bool Reading::time_word(std::uint32_t i) const {
  static const Table kMonths = table("months");
  static const Table kWeekdays = table("weekdays");
  if (kMonths.find(word(i)).field(1) == "full" || kWeekdays.find(word(i)).field(1) == "full")
    return true;
  return any(i, {"today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening",
                 "night", "midnight",  "noon",     "week",    "weekend", "month",     "year",
                 "day",   "hour",      "weeks",    "months",  "years",   "days",      "hours",
                 "jan.",  "feb.",      "aug.",     "sept.",   "oct.",    "nov.",      "dec."});
}

std::uint32_t Reading::skip_time(std::uint32_t at, std::uint32_t last) const {
  std::uint32_t i = at;
  bool found = false;
  while (i < last && i - at < 8) {
    // "that week" is a time, "said that Tuesday's vote" and "said that two months before" are
    // clauses.
    if (is(i, "that") &&
        !(i + 1 < last && any(i + 1, {"day", "week", "weekend", "month", "year", "night", "morning",
                                      "afternoon", "evening", "hour", "same"}))) {
      break;
    }
    if (time_word(i)) {
      found = true;
      ++i;
      continue;
    }
    if (classes_[i] == number || (found && any(i, {"ago", "earlier", "later", "night", "'s"})) ||
        any(i, {"on", "last", "this", "next", "early", "earlier", "late", "later", "that", "same",
                "the", "previous", "in", "at", "a", "of"})) {
      // A function word belongs to a time only if a time word follows within three tokens.
      std::uint32_t probe = i + 1;
      while (probe < last && probe < i + 4 && !time_word(probe) && is_time_modifier(*this, probe)) {
        ++probe;
      }
      const bool follows = probe < last && time_word(probe);
      const bool tail =
          found && (classes_[i] == number || any(i, {"ago", "earlier", "later", "'s"}));
      const bool alone = any(i, {"earlier", "later"}) && i == at;
      if (!follows && !tail && !alone) break;
      if (alone && !follows) {
        found = true;
      }
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
    const bool starts =
        any(i, {"on", "last", "this", "late", "early", "earlier", "in"}) || time_word(i);
    if (starts && skip_time(i, end) == end) return i;
  }
  return end;
}

std::uint32_t Reading::skip_occasion(std::uint32_t at, std::uint32_t last) const {
  if (at >= last || classes_[at] == mark) return at;
  if (!any(at, {"in", "at", "during", "to", "on", "from", "after", "before", "by", "through",
                "with", "of"})) {
    return at;
  }
  const std::uint32_t end = phrase_end(*this, at + 1, last);
  return end == at + 1 ? at : end;
}

std::optional<std::uint32_t> Reading::relative_before(std::uint32_t first,
                                                      std::uint32_t verb) const {
  for (std::uint32_t i = verb, steps = 0; i > first && steps < 6; ++steps) {
    --i;
    if (classes_[i] == wh || (is(i, "that") && i > first && nominal(i - 1))) {
      return i > first && (ends_phrase(i - 1) || comma(i - 1)) ? std::optional(i) : std::nullopt;
    }
    if (classes_[i] == mark || finite(i)) return std::nullopt;
  }
  return std::nullopt;
}

bool Reading::has_finite(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (!finite(i)) continue;
    if (!relative_before(first, i)) return true;
  }
  return false;
}

}  // namespace crossread
