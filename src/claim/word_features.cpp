#include "claim/word_features.h"

#include "base/one_of.h"
#include "base/utf8.h"

namespace crossread {
namespace {

std::string_view last_characters(std::string_view word, int count) {
  auto at = static_cast<std::uint32_t>(word.size());
  while (count-- > 0 && at > 0) at -= decode_before(word, at).bytes;
  return word.substr(at);
}

std::string_view first_characters(std::string_view word, int count) {
  std::uint32_t at = 0;
  while (count-- > 0 && at < word.size()) at += decode(word, at).bytes;
  return word.substr(0, at);
}

char ending_of(std::string_view word, std::string_view lemma) {
  if (word == lemma || word.size() < 3) return '0';
  if (word.ends_with("ing")) return 'g';
  if (word.ends_with("ed")) return 'd';
  if (word.ends_with("s")) return 's';
  // "organise", "centre", "colour" differ from their lemmas in spelling alone.
  const bool spelling = word.ends_with("ise") || word.ends_with("yse") || word.ends_with("tre") ||
                        word.ends_with("our") || word.ends_with("isation");
  return spelling ? '0' : 'i';
}

VerbKind kind_of(std::string_view word) {
  if (is_one_of(word, {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m",
                       "get", "got", "gets"})) {
    return VerbKind::be;
  }
  if (is_one_of(word, {"have", "has", "had", "having", "'ve", "'d"})) return VerbKind::have;
  if (is_one_of(word, {"do", "does", "did"})) return VerbKind::doing;
  if (is_one_of(word,
                {"said",     "say",      "says",    "think",    "thinks",    "thought",   "believe",
                 "believes", "believed", "know",    "knows",    "knew",      "claim",     "claims",
                 "claimed",  "report",   "reports", "reported", "announced", "confirmed", "told",
                 "tells",    "warned",   "added",   "suggests", "showed",    "shows",     "show",
                 "hope",     "hopes",    "insisted"})) {
    return VerbKind::saying;
  }
  if (is_one_of(word, {".", ",", ";", ":", "?", "!"})) return VerbKind::stop;
  return VerbKind::plain;
}

}  // namespace

ClassSet possible_classes(const WordForm& form, ClassSet allowed) {
  if (allowed != 0) return allowed;
  constexpr ClassSet kBase = class_bit(WordClass::verb_base) | class_bit(WordClass::verb_present);
  constexpr ClassSet kPast =
      class_bit(WordClass::verb_past) | class_bit(WordClass::verb_participle);
  constexpr ClassSet kIng = class_bit(WordClass::verb_ing);
  constexpr ClassSet kS = class_bit(WordClass::verb_s);
  switch (form.ending) {
    case 'g':
      return kOpenClasses & ~(kBase | kPast | kS);
    case 'd':
      return kOpenClasses & ~(kBase | kIng | kS);
    case 's':
      return kOpenClasses & ~(kBase | kPast | kIng);
    case 'i':
      return (kPast | class_bit(WordClass::noun) | class_bit(WordClass::name) |
              class_bit(WordClass::adjective));
    default:
      return form.suffix3 == text_hash("ing") ? kOpenClasses & ~kS : kOpenClasses & ~(kS | kIng);
  }
}

WordForm word_form(std::string_view folded, std::string_view lemma, ClassSet allowed) {
  WordForm w;
  w.word = text_hash(folded);
  w.suffix3 = text_hash(last_characters(folded, 3));
  w.suffix2 = text_hash(last_characters(folded, 2));
  w.prefix3 = text_hash(first_characters(folded, 3));
  w.ending = ending_of(folded, lemma);
  w.kind = kind_of(folded);
  const bool digit = !folded.empty() && folded[0] >= '0' && folded[0] <= '9';
  w.signature = allowed != 0 ? allowed : digit ? 3 : static_cast<std::uint32_t>(w.ending) << 25;
  return w;
}

}  // namespace crossread
