// mend_verbs.cpp — the tagger looks two words back; a clause shows its verb only as a whole.
//
//     The minister promised to rebuild it      no finite verb: "promised" is one, not a participle
//     The bridge built in 1952 was closed      "was" is there already: "built" stays
#include "claim/reading.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

// "built" may be past or participle, "taken" and "done" are participles alone.
bool may_be_past(const Reading& r, std::uint32_t i) {
  if (r.lemma(i) == r.word(i)) return false;
  return !r.word(i).ends_with("n") && !r.word(i).ends_with("ne") &&
         !r.any(i, {"become", "come", "run", "sung", "rung", "drunk", "sunk", "swum", "begun"});
}

bool saying_verb(const Reading& r, std::uint32_t i) {
  return r.any(i,
               {"said",      "says",     "say",       "told",      "think",  "thinks",  "thought",
                "believe",   "believes", "believed",  "claim",     "claims", "claimed", "report",
                "reports",   "reported", "announced", "confirmed", "warned", "added",   "insisted",
                "suggested", "showed",   "shows",     "know",      "knew",   "hope",    "hoped",
                "feared",    "fear",     "means",     "meant",     "argued", "alleged"});
}

// Where the relative clause that holds the finite verb `verb` begins; `verb` where there is none.
std::uint32_t relative_begin(const Reading& r, std::uint32_t first, std::uint32_t verb) {
  for (std::uint32_t i = verb, steps = 0; i > first && steps < 6; ++steps) {
    --i;
    if (r.word_class(i) == mark || (r.finite(i) && !r.auxiliary(i))) break;
    if (r.any(i, {"who", "which"}) || (r.is(i, "that") && i > first && r.nominal(i - 1))) return i;
  }
  return verb;
}

// "before the deal was signed", not "before the deal".
bool opens_clause(const Reading& r, std::uint32_t i, std::uint32_t last) {
  const WordClass c = r.word_class(i);
  if (c == wh || c == subordinator || r.any(i, {";", ":", "that"})) return true;
  if (!r.any(i, {"after", "before", "since", "until", "as", "once"})) return false;
  for (std::uint32_t k = i + 1; k < last && k < i + 8 && r.word_class(k) != mark; ++k) {
    if (r.finite(k)) return true;
  }
  return false;
}

// Nothing before the word, back to where its clause begins, is the clause's finite verb.
bool verbless_before(const Reading& r, std::uint32_t first, std::uint32_t at) {
  for (std::uint32_t i = at; i > first;) {
    --i;
    if (opens_clause(r, i, at) || r.any(i, {"and", "but"})) return true;
    if (!r.finite(i)) continue;
    if (saying_verb(r, i)) return true;
    const std::uint32_t relative = relative_begin(r, first, i);
    if (relative == i) return false;
    i = relative;
  }
  return true;
}

// Nor is anything behind it, up to the next clause. A verb right after a comma goes with the
// subject before it ("The bridge built in 1952, a landmark, was closed").
bool verbless_behind(const Reading& r, std::uint32_t at, std::uint32_t last) {
  bool comma = false;
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (r.comma(i)) comma = true;
    if (opens_clause(r, i, last)) return true;
    if (r.word_class(i) == conjunction && i + 1 < last && r.word_class(i + 1) != verb_participle)
      return true;
    if (!r.finite(i)) continue;
    std::uint32_t before = i - 1;
    while (before > at && r.word_class(before) == adverb) --before;
    return comma && !r.comma(before);
  }
  return true;
}

// "The firm cut 300 jobs": past forms like their base, before what they are done to.
bool invariant_past(const Reading& r, std::uint32_t i, std::uint32_t last) {
  return (r.word_class(i) == noun || r.word_class(i) == verb_participle) && i + 1 < last &&
         r.begins_phrase(i + 1) && r.word_class(i + 1) != noun &&
         r.any(i, {"cut", "put", "hit", "set", "shut", "quit", "spread", "hurt", "cost", "let",
                   "split", "beat", "shed", "cast", "thrust"});
}

// "a report by the agency shows six defects were found": a saying verb taken for a plural.
bool shows_that(const Reading& r, std::uint32_t i, std::uint32_t last) {
  static const Table kCues = table("cue_verbs");
  if (r.word_class(i) != noun || r.capital(i) || !r.word(i).ends_with("s") || i + 1 >= last)
    return false;
  const Table::Row row = kCues.find(r.lemma(i));
  if (!row || row.field(1).find_first_of("tz") == std::string_view::npos) return false;
  if (r.is(i + 1, "that")) return true;
  if (!r.begins_phrase(i + 1) || r.nominal(i + 1)) return false;
  for (std::uint32_t k = i + 2; k < last && k < i + 8 && r.word_class(k) != mark; ++k) {
    if (r.finite(k)) return true;
  }
  return false;
}

// The noun or pronoun that the verb would follow, adverbs between them.
bool follows_subject(const Reading& r, std::uint32_t first, std::uint32_t at) {
  std::uint32_t before = at;
  while (before > first && r.word_class(before - 1) == adverb) --before;
  if (before == first) return false;
  // "MSNBC, relying on a spokesman, reports that": over the comma that closes an apposition.
  if (r.comma(before - 1)) {
    for (std::uint32_t i = before - 1; i > first + 1;) {
      if (r.comma(--i)) return r.nominal(i - 1);
    }
    return false;
  }
  const WordClass c = r.word_class(before - 1);
  return c != possessive && c != mark && r.ends_phrase(before - 1);
}

}  // namespace

void Reading::mend_verbs(const Sentence& sentence) {
  const Range all = sentence.tokens;
  if (sentence.question || document_.blocks[sentence.block].kind == BlockKind::title) return;
  for (std::uint32_t i = all.first + 1; i < all.last; ++i) {
    // "people close to the board said".
    if (finite(i) && is(i, "close") && i + 1 < all.last && is(i + 1, "to") &&
        !verbless_behind(*this, i, all.last)) {
      classes_[i] = adjective;
    }
    // "but witnesses say": of two finite verbs in a row the first is the subject.
    if (classes_[i] == verb_s && i + 1 < all.last && finite(i + 1) && !auxiliary(i) &&
        !ends_phrase(i - 1)) {
      classes_[i] = noun;
    }
    const bool shows = shows_that(*this, i, all.last);
    if (shows || invariant_past(*this, i, all.last)) {
      const bool first =
          follows_subject(*this, all.first, i) && verbless_before(*this, all.first, i);
      if (first && shows) classes_[i] = verb_s;
      if (first && !shows && verbless_behind(*this, i, all.last)) classes_[i] = verb_past;
    }
  }
  for (std::uint32_t i = all.first + 1; i < all.last; ++i) {
    // "bought its rival, then sold two plants".
    if (classes_[i] == verb_participle && is(i - 1, "then") && may_be_past(*this, i))
      classes_[i] = verb_past;
    if (classes_[i] != verb_participle || !may_be_past(*this, i) ||
        !follows_subject(*this, all.first, i))
      continue;
    if (i + 1 < all.last && is(i + 1, "by")) continue;
    if (verbless_before(*this, all.first, i) && verbless_behind(*this, i, all.last))
      classes_[i] = verb_past;
  }
  for (std::uint32_t i = all.first; i < all.last; ++i) {
    if (finite(i)) return;
  }
  // No finite verb at all: an irregular past form was taken for a noun ("The mayor rode on top").
  // Its lemma gives it away; irregular plurals do the same and are left alone.
  for (std::uint32_t i = all.first + 1; i < all.last; ++i) {
    const bool past = classes_[i] == noun && !capital(i) && lemma(i) != word(i) &&
                      !word(i).ends_with("s") && !lemma(i).ends_with("man") &&
                      !any(i, {"children", "feet", "teeth", "mice", "geese", "oxen", "data",
                               "media", "criteria", "people", "phenomena", "bacteria"});
    if (past && ends_phrase(i - 1)) {
      classes_[i] = verb_past;
      return;
    }
  }
}

}  // namespace crossread
