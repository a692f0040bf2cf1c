#include "claim/cue.h"

#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

// A verb taken for a noun: "…, official figures show.", "newspapers report he was caught".
bool verb_in_disguise(const Stretch& s, std::uint32_t i) {
  if (!s.reading.any(
          i, {"show", "report", "reports", "claim", "claims", "say", "suggest", "estimate"}) ||
      i < s.tokens.first + 1 || !s.reading.nominal(i - 1) || s.passage_at(i - 1)) {
    return false;
  }
  if (i + 1 < s.tokens.last && (s.reading.any(i + 1, {"that", "he", "she", "it", "they", "there"})))
    return true;
  return i > s.tokens.first + 2 && i + 1 >= s.end_of_stretch() &&
         (s.reading.comma(i - 2) || s.reading.comma(i - 3));
}

}  // namespace

std::optional<Cue> cue_at(const Stretch& s, std::uint32_t i) {
  static const Table kCues = table("cue_verbs");
  if (s.reading.word_class(i) == mark) return std::nullopt;
  const bool verb_form = s.reading.verb(i);
  if (!verb_form && !s.reading.any(i, {"said", "says", "told"}) && !verb_in_disguise(s, i)) {
    return std::nullopt;
  }
  const Table::Row row = kCues.find(s.reading.lemma(i));
  if (!row) return std::nullopt;
  Cue cue;
  cue.verb = i;
  cue.strength = row.field(0);
  cue.takes = row.field(1);
  std::uint32_t first = i;
  bool have = false, be = false;
  while (first > s.tokens.first && !s.passage_at(first - 1) &&
         (s.reading.auxiliary(first - 1) ||
          (s.reading.word_class(first - 1) == adverb && s.reading.word_class(first - 1) != mark))) {
    --first;
    have = have || s.reading.any(first, {"has", "have", "had", "'ve", "having", "'s"});
    be = be || s.reading.any(first, {"is", "are", "was", "were", "be", "been", "being"});
  }
  while (first < i && !s.reading.auxiliary(first)) ++first;  // adverbs in front stay outside
  cue.group = {first, i + 1};
  // "pointed out".
  if (s.reading.lemma(i) == "point" && i + 1 < s.tokens.last && s.reading.is(i + 1, "out"))
    cue.group.last = i + 2;
  const WordClass c = s.reading.word_class(i);
  cue.passive = be && c != verb_ing;
  cue.finite = is_finite(c) || first < i || !verb_form;
  if (c == verb_participle && !have && !be && first == i) {
    // "reported cases", "the alleged plot": no cue. But taggers also call "X announced" so.
    // "“…,” declared prosecutor Ana Holm" is one.
    const bool quoted = i > s.tokens.first && s.passage_ending(i) &&
                        row.field(1).find('q') != std::string_view::npos;
    if (!quoted && i + 1 < s.tokens.last && s.reading.nominal(i + 1) &&
        s.reading.word_class(i + 1) != name) {
      return std::nullopt;
    }
    cue.finite = true;
  }
  if (c == verb_base && first == i) {
    const bool after_to = i > s.tokens.first && s.reading.word_class(i - 1) == to;
    if (after_to) return std::nullopt;
    cue.finite = true;
  }
  return cue;
}

}  // namespace crossread
