// comparison.h — the whole result of comparing articles: values only, every finding with the words
// that prove it.
//
// The straight line inside compare/:
//     events → link (entities) → align (facts) → reuse → lineage → verdict (findings) → omission
//            → quotes, wording, damage → brief
// Each stage is a pure function from what stands before it; see the header of its file.
// Articles are numbered by their place in Comparison::articles, which is sorted by id, so the order
// in which they came in changes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/analysis.h"

namespace crossread {

using ArticleIndex = std::uint32_t;
using FactId = Id<struct FactTag>;
using CrossEntityId = Id<struct CrossEntityTag>;

struct Evidence {
  ArticleIndex article = 0;
  Span span;
  friend constexpr auto operator<=>(const Evidence&, const Evidence&) = default;
};

struct StatementRef {
  ArticleIndex article = 0;
  std::uint32_t statement = 0;
  friend constexpr auto operator<=>(const StatementRef&, const StatementRef&) = default;
};

enum class Verdict : std::uint8_t {
  same,
  compatible,
  update,
  attributed_differently,
  worded_differently,
  differs,
  conflict,
  only
};
enum class FindingKind : std::uint8_t {
  number,
  money,
  percent,
  measure,
  date,
  time,
  duration,
  ordinal,
  age,
  place,
  name,
  speaker,
  cause,  // part of schema.json and of the keys of the tests; no rule makes it yet
  claim,
  headline_body
};
std::string_view verdict_code(Verdict verdict);
std::string_view finding_kind_code(FindingKind kind);

// The same entity in all articles.
struct CrossEntity {
  NameType type = NameType::person;
  std::string name;  // the form most articles use in full
  std::vector<Evidence> mentions;
  std::vector<Evidence> roles;
  struct Merge {
    MergeRule rule = MergeRule::exact;
    Evidence a, b;
  };
  std::vector<Merge> merges;
};

// Clauses that tell the same thing; one member or many.
struct Fact {
  std::vector<StatementRef> members;  // sorted
  Verdict verdict = Verdict::only;    // the strongest of its findings, else same or only
  std::uint32_t origins = 1;          // independent lines that tell it: copies count once
  double importance = 0;              // larger is shown first
};

// What one side of a finding says.
struct SideValue {
  Evidence words;
  std::string value;  // normal form: "5", "2024-05-16", "P6M"
  std::string unit;
};

struct Finding {
  FindingKind kind = FindingKind::claim;
  Verdict verdict = Verdict::differs;
  std::string rule;       // stable code of the rule that made it: "disjoint"
  std::string why;        // a sentence for the reader, with the arithmetic
  double confidence = 0;  // a probability
  std::vector<SideValue> values;
  std::vector<Evidence> evidence;  // at least two, from its two sides, none over 400 bytes
  FactId fact;
};

// fact | clause | hedge | attribution | voice
enum class OmissionKind : std::uint8_t { fact, clause, hedge, attribution, voice };
std::string_view omission_kind_code(OmissionKind kind);

struct Omission {
  FactId fact;
  OmissionKind kind = OmissionKind::fact;
  Evidence told;
  ArticleIndex missing_in = 0;
  Span at;  // where it would stand in that article; empty if unknown
  double confidence = 0;
};

// How near the words of two passages are: the same in the same order, most of them kept, or the
// same content in other words.
enum class ReuseLevel : std::uint8_t { verbatim, edited, paraphrase };
enum class EditKind : std::uint8_t { insert, remove, replace };  // seen from a to b
std::string_view reuse_level_code(ReuseLevel level);
std::string_view edit_kind_code(EditKind kind);

struct WordEdit {
  EditKind kind = EditKind::replace;
  Span a, b;  // empty where nothing stands on that side
};

struct Reuse {
  Evidence a, b;
  ReuseLevel level = ReuseLevel::verbatim;
  std::uint32_t passage = 0;    // the same in all articles that have it
  std::vector<WordEdit> edits;  // of an edited passage
};

// Share of the words of one article, outside quotations, that stand in another; thousandths.
struct Coverage {
  ArticleIndex of = 0, in = 0;
  std::int32_t verbatim = 0, edited = 0, paraphrase = 0;
};

// Who took it from whom. A node is an article or a source that is not among the articles.
struct LineageNode {
  bool hidden = false;
  std::uint32_t index = 0;  // into Comparison::articles, or Lineage::hidden
  friend constexpr auto operator<=>(const LineageNode&, const LineageNode&) = default;
};
struct LineageReason {
  std::string rule;  // stable code: "credit", "rounded", "earlier"
  std::string why;   // a sentence for the reader
  std::vector<Evidence> places;
};
struct LineageEdge {
  LineageNode from, to;
  double confidence = 0;  // a probability
  std::vector<LineageReason> reasons;
};
// unseen: a source that is shown to be missing. undecided: one of two articles took it from the
// other, or both from a third, and nothing tells which.
enum class HiddenKind : std::uint8_t { unseen, undecided };
std::string_view hidden_kind_code(HiddenKind kind);
struct HiddenSource {
  HiddenKind kind = HiddenKind::unseen;
  std::string name;  // "Reuters" where a credit names it, else empty
};
struct Lineage {
  std::vector<std::vector<ArticleIndex>> origins;  // families: articles of one descent
  std::vector<HiddenSource> hidden;
  std::vector<LineageEdge> edges;
  std::uint32_t without_tree = 0;  // families too large for one
};

struct TimelineEntry {
  std::string value;  // TIMEX3
  DayRange days;
  std::vector<Evidence> members;
};

// How a rendering differs from the fullest one of its group, which is `verbatim` itself.
enum class QuoteChange : std::uint8_t {
  verbatim,        // the same words, stops aside
  cut,             // words left out at its ends
  clause_deleted,  // and inside
  hedge_deleted,   // all that went left the claim open: "preliminary reports suggested"
  edited,          // some words are others
  paraphrase,      // most are
  marks_lost,      // the speaker's own words, without their quotation marks
  to_indirect,     // told in the reporter's words
  speaker_swapped  // put to somebody else, whatever its words
};
std::string_view quote_change_code(QuoteChange change);

struct QuoteMember {
  ArticleIndex article = 0;
  std::uint32_t quote = 0;
  QuoteChange change = QuoteChange::verbatim;
};

// What the articles call one thing, or say that somebody did, at places that answer each other.
struct Wording {
  std::string referent;         // the words most of them use; of a name, the name
  std::vector<Evidence> terms;  // by article, then place
};

// How one article reports: counts, with the places.
struct Reporting {
  struct Verb {
    CueStrength strength = CueStrength::neutral;
    std::vector<Evidence> places;
  };
  std::vector<Verb> verbs;          // by strength, those that occur
  std::vector<Evidence> hedges;     // "may", "apparently", "reportedly"
  std::vector<Evidence> agentless;  // "was arrested", nobody named who did it
};

// A damaged place that an article shows by itself, or that the others show.
enum class ScarKind : std::uint8_t {
  glued,
  misspelt,
  stray_mark,
  lost_quote,
  odd_character,  // as DamageKind has them
  lost_stop,      // a paragraph that breaks off without one
  lost_word,      // "is expected be clear"
  odd_word,       // no common English word, and nobody else's: "papeleta"
  mistranslated,  // another word than all others have at that place
  altered_name    // a name the others do not know, where they have one of their own
};
std::string_view scar_kind_code(ScarKind kind);

struct DamagedPlace {
  Evidence place;
  ScarKind kind = ScarKind::glued;
  std::string repair;  // how it is read; "" where nothing better is known
};

// One fact of a sentence of the brief: who tells it, who gives another value.
struct BriefFact {
  FactId fact;
  std::vector<ArticleIndex> supporters;
  std::vector<ArticleIndex> dissenters;
  Evidence clause;                // the sentence's own words for it
  std::vector<SideValue> values;  // one a side, where the sources conflict
};

// A sentence of an article, as it stands there.
struct BriefSentence {
  Evidence place;
  std::vector<BriefFact> facts;
};

struct Event {  // articles that are about one event
  std::vector<ArticleIndex> articles;
};

struct Comparison {
  std::vector<Analysis> articles;  // sorted by id
  std::vector<Event> events;       // one, unless the pile is mixed
  std::vector<CrossEntity> entities;
  std::vector<Fact> facts;                       // most important first
  std::vector<Finding> findings;                 // most important first
  std::vector<std::vector<QuoteMember>> quotes;  // renderings of one utterance
  std::vector<TimelineEntry> timeline;
  std::vector<Omission> omissions;
  std::vector<Reuse> reuse;
  std::vector<Coverage> coverage;  // pairs with any reuse
  Lineage lineage;
  std::vector<Wording> wording;      // most telling first
  std::vector<Reporting> reporting;  // one an article
  std::vector<DamagedPlace> damage;  // by article, then place
  std::vector<BriefSentence> brief;  // event by event, in the order to be read
  std::vector<Note> notes;
};

}  // namespace crossread
