// phrases.cpp — noun phrases with their appositions: who it is that says.
#include <algorithm>

#include "claim/reading.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kLongestPhrase = 40;  // tokens, appositions included

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
    case noun:
    case name:
    case adjective:
    case number:
    case determiner:
    case possessive_pronoun:
    case possessive:
    case other:
      return true;
    case verb_ing:
    case verb_participle:
      return true;
    case adverb:
      return !r.any(i, {"also", "then", "now", "meanwhile", "however", "later", "earlier", "still",
                        "so", "too", "instead", "therefore", "nevertheless", "again", "yesterday"});
    default:
      return joins_words(r, i);
  }
}

// "a committee seeking the release", "a group led by": the participle hangs on the noun before it.
bool qualifies(const Reading& r, std::uint32_t floor, std::uint32_t i) {
  const WordClass c = r.word_class(i);
  return (c == verb_ing || c == verb_participle) && i > floor && r.nominal(i - 1);
}

// "the papers found at headquarters show", "the man arrested in Rome said": a past form that is a
// participle in truth, because the verb is still to come. Not one that says something itself.
bool reduced(const Reading& r, std::uint32_t floor, std::uint32_t i) {
  static const Table kCues = table("cue_verbs");
  if (r.word_class(i) != verb_past || i <= floor || !r.nominal(i - 1) || i + 1 >= r.size())
    return false;
  if (r.word_class(i + 1) != preposition) return false;
  const Table::Row row = kCues.find(r.lemma(i));
  if (row && row.field(1).find('q') != std::string_view::npos) return false;
  return r.word(i).ends_with("ed") ||
         r.any(i, {"found", "made", "held", "led", "built", "caught", "sold", "bought", "brought",
                   "sent", "kept", "lost", "left", "paid", "shot", "heard"});
}

// "Correspondents who flocked in to cover the | tsunami found": the phrase that ends with a
// relative clause begins before it. The who, which or that, or `begin` where there is none.
std::uint32_t relative_around(const Reading& r, std::uint32_t floor, std::uint32_t begin) {
  bool verb = false;
  for (std::uint32_t i = begin, steps = 0; i > floor && steps < 20; ++steps) {
    --i;
    const WordClass c = r.word_class(i);
    if (r.any(i, {"who", "which"}) || (r.is(i, "that") && c == wh)) {
      return verb && i > floor && r.nominal(i - 1) ? i : begin;
    }
    if (c == mark || c == wh || c == subordinator || c == pronoun ||
        (c == conjunction && i + 1 == begin))
      break;
    verb = verb || r.finite(i);
  }
  return begin;
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
      if (begin != end && reduced(r, floor, i)) {
        begin = i;
        continue;
      }
      const auto who = r.relative_before(floor, i);
      if (!who || begin == end) break;
      begin = i = *who;
      continue;
    }
    if (c == preposition || c == to || c == conjunction) {
      // Part of the phrase only between two of its words: "officials in Kabul", "Xi and Putin".
      if (i == floor || begin == end) break;
      if (r.is(i - 1, "-") && r.is(i + 1, "-")) {  // "freedom-of-information"
        begin = i;
        continue;
      }
      // "people close to the board", "a report seen by The Meridian".
      const WordClass held = r.word_class(i - 1);
      std::uint32_t noun_at = i - 1;
      while (noun_at > floor + 1 && r.word_class(noun_at - 1) == adverb) --noun_at;
      const bool qualified = c != conjunction && noun_at > floor && r.nominal(noun_at - 1) &&
                             (held == adjective || held == verb_participle || held == verb_ing ||
                              reduced(r, floor, i - 1));
      if (!r.ends_phrase(i - 1) && !qualified) break;
      if (r.time_word(i - 1) || (c == conjunction && r.is(i, "but"))) break;
      begin = i;
      continue;
    }
    if (!inside_phrase(r, i)) break;
    begin = i;
    if (is_article(r, i)) {
      const bool goes_on =
          i > floor && (r.word_class(i - 1) == preposition || r.word_class(i - 1) == conjunction ||
                        r.word_class(i - 1) == to || r.is(i - 1, "all") || r.is(i - 1, "both") ||
                        qualifies(r, floor, i - 1));
      if (!goes_on) break;
    }
  }
  // Never begin with a joint.
  while (begin < end &&
         (r.word_class(begin) == preposition || r.word_class(begin) == conjunction ||
          r.word_class(begin) == to || joins_words(r, begin) || r.word_class(begin) == wh)) {
    ++begin;
  }
  // "has found support": the participle is the verb's.
  while (begin < end && begin > first && r.auxiliary(begin - 1) &&
         (r.word_class(begin) == verb_participle || r.word_class(begin) == verb_ing)) {
    ++begin;
  }
  if (begin > first && begin < end && r.any(begin, {"least", "most"}) && r.is(begin - 1, "at"))
    --begin;
  // "Tuesday the minister", "Meanwhile police": what stands before the phrase is not of it.
  while (begin + 1 < end && r.word_class(begin) == adverb && !r.any(begin, {"more", "about"}))
    ++begin;
  if (begin > first && begin < end && r.any(begin - 1, {"both", "all"})) --begin;
  // "contests this claim and the court found", "on August 10 and Seoul says": what stands before
  // the "and" belongs to the verb or preposition before it.
  const bool governed =
      begin > first && begin < end &&
      (r.word_class(begin - 1) == preposition || (r.verb(begin - 1) && !r.auxiliary(begin - 1) &&
                                                  r.word_class(begin - 1) != verb_participle));
  for (std::uint32_t i = begin; governed && i + 1 < end; ++i) {
    if (r.is(i, "and") && (i == first || !r.is(i - 1, "and"))) return i + 1;
  }
  return begin;
}

// The same, over a relative clause that the phrase ends with.
std::uint32_t phrase_begin(const Reading& r, std::uint32_t first, std::uint32_t end) {
  const std::uint32_t begin = bare_begin(r, first, end);
  if (begin <= first || begin >= end) return begin;
  const std::uint32_t relative =
      relative_around(r, end - std::min(end - first, kLongestPhrase), begin);
  return relative < begin ? bare_begin(r, first, relative) : begin;
}

// "Malaysia's Prime Minister, | Najib Razak said": an office and its holder, the comma behind him
// forgotten. The first token of the office, or `begin`. "The president, Putin said, …" is none.
std::uint32_t office_before_name(const Reading& r, std::uint32_t first, std::uint32_t begin,
                                 std::uint32_t end) {
  static const Table kTitles = table("titles");
  if (begin < first + 3 || !r.comma(begin - 1)) return begin;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (r.word_class(i) != name) return begin;
  }
  for (std::uint32_t i = end; i < r.size() && i < end + 4; ++i) {
    if (r.comma(i)) return begin;
  }
  const std::uint32_t comma = begin - 1;
  const std::uint32_t office = phrase_begin(r, first, comma);
  if (office >= comma || (office > first && r.word_class(office - 1) != mark)) return begin;
  std::uint32_t head = office;
  while (head + 1 < comma && r.word_class(head + 1) != preposition &&
         r.word_class(head + 1) != wh && !r.verb(head + 1)) {
    ++head;
  }
  return kTitles.has(r.word(head)) || kTitles.has(r.lemma(head)) ? office : begin;
}

// "NAME, a professor at X told": where the comma that closes the apposition is forgotten, the
// phrase begins with the name; else at `begin`.
// `open` says that the closing comma is there: then "NAME, director of X, a think tank," too.
std::uint32_t name_before_apposition(const Reading& r, std::uint32_t first, std::uint32_t begin,
                                     bool open) {
  if (begin < first + 2 || !r.comma(begin - 1)) return begin;
  const bool noun_first = open &&
                          (r.word_class(begin) == noun || r.word_class(begin) == adjective) &&
                          !r.capital(begin);
  if (!noun_first && !r.any(begin, {"a", "an"})) return begin;
  const std::uint32_t comma = begin - 1;
  if (r.word_class(comma - 1) != name || r.time_word(comma - 1)) return begin;
  const std::uint32_t name_begin = bare_begin(r, first, comma);
  const bool fresh = name_begin == first || r.word_class(name_begin - 1) == mark;
  return fresh && name_begin < comma ? name_begin : begin;
}

// Reads as an apposition: "a former minister", "63", "who leads the search", "deputy leader of …".
bool apposition_like(const Reading& r, std::uint32_t first, std::uint32_t last) {
  if (first >= last || last - first > 30) return false;
  const WordClass c = r.word_class(first);
  if (c == number) return last - first <= 3;
  if (r.is(first, "and") && last - first > 1) {  // ", director of X, and chairman of Y,"
    return r.word_class(first + 1) != verb_ing && r.begins_phrase(first + 1) &&
           apposition_like(r, first + 1, last);
  }
  if (c == wh) return !r.any(first, {"when", "where", "while", "how"});
  if (r.has_finite(first, last)) return false;
  if (c == determiner || c == noun || c == name || c == adjective || c == verb_ing ||
      c == verb_participle || c == possessive_pronoun) {
    return r.ends_phrase(last - 1) || last - first <= 3 ||
           (c == determiner && r.word_class(last - 1) == adjective);
  }
  return c == preposition && last - first <= 14 &&
         (r.ends_phrase(last - 1) || r.skip_time(first, last) == last);
}

// A dash between words, not the hyphen inside one.
bool free_dash(const Reading& r, std::uint32_t i) {
  return r.is(i, "-") &&
         (r.token(i).lead < r.token(i).span.begin || r.document().surface(r.token(i)).size() == 3);
}

}  // namespace

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
          r.word_class(i + 1) == pronoun || c == to)
        break;
      if (r.skip_time(i, last) > i) break;
      ++i;
      continue;
    }
    if (c == verb_participle || c == verb_ing) {
      const bool before_noun =
          i + 1 < ceiling && (r.nominal(i + 1) || r.word_class(i + 1) == adjective);
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
  // "the World Health Organization (WHO) says".
  if (r.is(end - 1, ")")) {
    std::uint32_t open = end - 1;
    while (open > first && end - open < 10 && !r.is(open, "(")) --open;
    if (!r.is(open, "(") || open == first) return std::nullopt;
    const std::uint32_t begin = phrase_begin(r, first, open);
    return begin < open ? std::optional(Range{begin, end}) : std::nullopt;
  }
  // "the count released Tuesday shows": the participle and its time belong to the phrase.
  const WordClass tail = r.word_class(end - 1);
  if (end > first + 1 && r.nominal(end - 2) &&
      (tail == verb_participle || (tail == verb_past && r.word(end - 1).ends_with("ed")))) {
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
      if (r.is(open, "and")) continue;  // "NAME, director of X, and chairman of Y,"
      // Stop as soon as what stands before can be the head: a phrase that is no apposition itself.
      if (close > first && r.ends_phrase(close - 1) && r.word_class(close - 1) != number) break;
    }
    if (close <= first) return std::nullopt;
    if (pieces == 0) {
      // "Ana Holm, told reporters": a comma too many after a name that opens the sentence.
      // So does a long phrase: "Diplomats involved with the meeting, said".
      const std::uint32_t body = r.skip_time_back(close, first);
      if (body <= first || r.time_word(body - 1) || r.skip_time(first, close) > first)
        return std::nullopt;
      if (!r.ends_phrase(body - 1) || bare_begin(r, first, body) != first) return std::nullopt;
      return close - first > kLongestPhrase ? std::nullopt : std::optional(Range{first, close});
    }
    head_end = close;
    end = end - 1;
  }
  if (!r.ends_phrase(head_end - 1)) return std::nullopt;
  const std::uint32_t begin = phrase_begin(r, first, head_end);
  if (begin >= head_end || end - begin > kLongestPhrase) return std::nullopt;
  const std::uint32_t named = name_before_apposition(r, first, begin, head_end != end);
  return Range{named < begin ? named : office_before_name(r, first, begin, end), end};
}

std::optional<Range> phrase_after(const Reading& r, std::uint32_t at, std::uint32_t last) {
  if (at >= last || !r.begins_phrase(at)) return std::nullopt;
  std::uint32_t end = phrase_end(r, at, last);
  if (end == at) return std::nullopt;
  while (end + 1 < last && r.comma(end)) {
    // One apposition more: up to the next comma or the end.
    std::uint32_t close = end + 1;
    while (close < last && !r.comma(close) && !r.any(close, {"\"", ";", ":", "."}) &&
           !free_dash(r, close))
      ++close;
    std::uint32_t stop = close;
    if (r.word_class(end + 1) != wh) {
      const std::uint32_t bare = r.any(end + 1, {"of", "from", "for"})
                                     ? phrase_end(r, end + 2, close)
                                     : phrase_end(r, end + 1, close);
      stop = std::min(close, bare);
      // "an expert who follows the programme", "a group representing farmers": to its end.
      if (stop > end + 1 && stop < close &&
          (r.any(stop, {"who", "which"}) ||
           (r.word_class(stop) == verb_ing && !r.has_finite(stop, close)))) {
        stop = close;
      }
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
