// digest.h — what a report shows, chosen once and rendered as text and as Markdown.
//
//     event line · sources · brief · differences · figures · shared facts · only in / not found in
//     · quotes · voices · wording · dates · people and places · who took what from whom ·
//     damage · notes
//
// Plain values: sentences, and numbers of articles. Limits on list lengths are here, and what they
// leave out is counted, never silent. O(size of the comparison).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/comparison.h"

namespace crossread {

// Words of one article, with the parts that matter marked (offsets into `text`).
struct Excerpt {
  ArticleIndex article = 0;
  std::string text;  // printable, one line
  std::vector<Span> marks;
};

struct DigestSource {
  std::string letter;  // A, B, … Z, AA
  std::string name;    // outlet, or the id
  std::string title;
  std::string date;  // "14 May 2024", and how it is known
  std::uint32_t words = 0;
  std::vector<std::string> remarks;  // "looks French", "is cut off", "4 damaged places"
};

struct DigestSide {
  std::vector<ArticleIndex> sources;
  std::string words;              // what this side says: "fifth term"
  std::vector<Excerpt> passages;  // one an article
};

struct DigestFinding {
  std::string kind;  // "ordinal"
  Verdict verdict = Verdict::differs;
  std::string why;
  double confidence = 0;
  std::vector<DigestSide> sides;
};

struct DigestFact {
  Excerpt passage;
  std::vector<ArticleIndex> sources;
  Verdict verdict = Verdict::same;
  std::string part;  // "qualifier", "who says it": of the passage the marked words alone are meant
};

struct DigestList {  // of one article: what only it tells, or what it lacks
  ArticleIndex article = 0;
  std::vector<DigestFact> facts;
  std::uint32_t more = 0;
};

struct DigestRendering {
  ArticleIndex article = 0;
  std::string words;    // in quotation marks if it is in the article
  std::string speaker;  // "" if not named
  std::string change;   // "shortened"; "" for the fullest and for the same words
};

struct DigestQuote {
  std::string speaker;     // of all renderings; "" if not named, or if they differ
  bool one_voice = false;  // all renderings name the same speaker, or none
  std::vector<DigestRendering> renderings;
};

struct DigestBriefFact {
  std::string clause;
  std::vector<ArticleIndex> supporters, dissenters;
  std::vector<DigestSide> values;  // one a side, where the sources conflict
};

struct DigestBrief {
  Excerpt passage;
  std::vector<DigestBriefFact> facts;
};

struct DigestWording {
  std::string referent;
  std::vector<std::pair<std::string, std::vector<ArticleIndex>>> terms;  // most used first
};

struct DigestReporting {  // of one article
  std::string verbs;      // "neutral ×7, claim ×1"
  std::uint32_t hedges = 0;
  std::vector<std::string> hedge_examples;
  std::uint32_t agentless = 0;
  std::vector<std::string> agentless_examples;
};

struct DigestDamage {  // of one article
  struct Place {
    std::string words, repair, kind;
  };
  ArticleIndex article = 0;
  std::vector<Place> places;
  std::uint32_t more = 0;
};

struct DigestVoice {  // who speaks in one article, and how often
  std::string name;
  std::uint32_t direct = 0, indirect = 0;
};

struct DigestDate {
  std::string when;
  std::vector<Excerpt> words;
};

struct DigestName {
  std::string type, name;
  std::vector<ArticleIndex> sources;
  std::vector<std::pair<std::string, std::vector<ArticleIndex>>> roles;
};

struct DigestReuse {
  ArticleIndex a = 0, b = 0;
  std::uint32_t verbatim = 0, edited = 0, paraphrase = 0;  // passages
  std::uint32_t of_a = 0, of_b = 0;  // percent of the words of each that stand in the other
  std::string longest;               // of those that are the same word for word, or nearly
};

struct DigestStep {      // from a source to what was made from it
  std::string from, to;  // letters, "Reuters", "an unseen source"
  bool decided = true;   // false: one of two, or both from a third
  double confidence = 0;
  std::vector<std::string> reasons;
};

struct DigestPassage {  // what several sources have
  std::vector<ArticleIndex> sources;
  std::string words;
};

struct Digest {
  std::string event;  // "Vladimir Putin · Xi Jinping · China"
  DigestFact lead;    // the fact most sources share; no sources if there is none
  std::vector<DigestSource> sources;
  std::vector<DigestBrief> brief;
  std::vector<DigestFinding> differences;
  std::uint32_t more_differences = 0;
  std::vector<DigestFinding> figures;  // verdict same or compatible
  std::uint32_t more_figures = 0;
  std::vector<DigestFact> shared;
  std::uint32_t more_shared = 0;
  std::vector<DigestList> only, missing;
  std::vector<DigestQuote> quotes;
  std::uint32_t more_quotes = 0;
  std::vector<std::vector<DigestVoice>> voices;  // one list an article
  std::vector<DigestWording> wording;
  std::uint32_t more_wording = 0;
  std::vector<DigestReporting> reporting;  // one an article
  std::vector<DigestDate> dates;
  std::uint32_t more_dates = 0;
  std::vector<DigestName> names;
  std::uint32_t more_names = 0;
  std::vector<DigestReuse> reuse;
  std::vector<DigestPassage> passages;  // in three sources or more
  std::uint32_t more_passages = 0;
  std::vector<std::vector<ArticleIndex>> origins;
  std::vector<DigestStep> steps;
  std::vector<DigestDamage> damage;
  std::vector<std::string> notes;
};

Digest make_digest(const Comparison& comparison);

std::string source_letter(std::uint32_t source);  // 0 → "A", 25 → "Z", 26 → "AA"
std::string plain_date(std::string_view timex);   // "2024-05-16/2024-05-17" → "16–17 May 2024"
std::string_view verdict_words(Verdict verdict);  // "cannot both be true"

}  // namespace crossread
