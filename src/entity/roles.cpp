#include "entity/roles.h"

#include <algorithm>

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestRole = 14;  // tokens of a role behind the name

std::string_view word(const Document& d, std::uint32_t i) { return d.folded(d.tokens[i]); }

const Table& titles() {
  static const Table kTitles = table("titles");
  return kTitles;
}

Gender gender_of_word(std::string_view w) {
  constexpr std::string_view kMale[] = {
      "mr",        "mr.",         "sir",         "lord",        "king",      "prince", "duke",
      "father",    "brother",     "herr",        "monsieur",    "don",       "señor",  "chairman",
      "spokesman", "congressman", "councilman",  "businessman", "actor",     "son",    "husband",
      "uncle",     "nephew",      "grandfather", "widower",     "fisherman", "pope",   "imam",
      "emperor",   "count",       "baron"};
  constexpr std::string_view kFemale[] = {
      "mrs",           "mrs.",         "ms",          "ms.",        "miss",
      "madam",         "madame",       "mme",         "dame",       "lady",
      "queen",         "princess",     "duchess",     "mother",     "sister",
      "frau",          "doña",         "señora",      "chairwoman", "spokeswoman",
      "congresswoman", "councilwoman", "actress",     "daughter",   "wife",
      "aunt",          "niece",        "grandmother", "widow",      "empress",
      "countess",      "baroness"};
  if (std::find(std::begin(kMale), std::end(kMale), w) != std::end(kMale)) return Gender::male;
  if (std::find(std::begin(kFemale), std::end(kFemale), w) != std::end(kFemale))
    return Gender::female;
  return Gender::unknown;
}

std::uint32_t sentence_end(const Document& d, std::uint32_t token) {
  const Sentence& s = d.sentences[d.sentence_at(d.tokens[token].span.begin)];
  return s.tokens.last;
}

// Whether a title stands among the first words of a stretch, after an article and adjectives.
bool begins_with_title(const Document& d, Range r) {
  std::string key;
  for (std::uint32_t i = r.first; i < std::min(r.last, r.first + 6); ++i) {
    if (titles().has(word(d, i))) return true;
    if (i + 1 < r.last &&
        titles().has(std::string(word(d, i)) + " " + std::string(word(d, i + 1)))) {
      return true;
    }
    const std::string_view w = word(d, i);
    if (w == "who" || w == "which" || w == "said" || w == "and" || w == "but" || w == "with")
      return false;
  }
  return false;
}

// "told", "has", "was": where a role runs on into its sentence because the second comma is
// forgotten. Not the participles inside one: "the alleged leader", "a man accused of theft".
bool begins_predicate(const Document& d, std::uint32_t i, std::uint32_t stop) {
  static const Table kCues = table("cue_verbs");
  const std::string_view w = word(d, i);
  constexpr std::string_view kPlain[] = {"is",    "are",  "was",   "were", "has",   "had",
                                         "have",  "will", "would", "can",  "could", "may",
                                         "might", "did",  "does",  "says", "tells"};
  if (std::find(std::begin(kPlain), std::end(kPlain), w) != std::end(kPlain)) return true;
  const std::string_view lemma = d.lemma(d.tokens[i]);
  if (lemma == w || w.ends_with("s") || w.ends_with("ing") || !kCues.has(lemma)) return false;
  const std::string_view before = i > 0 ? word(d, i - 1) : "";
  if (before == "the" || before == "a" || before == "an" || before == ",") return false;
  const std::string_view next = i + 1 < stop ? word(d, i + 1) : "";
  return next != "of" && next != "by" && next != "to" && next != "as" && next != "in";
}

// ", a professor at the Institute," behind the name. Empty where there is none.
Range role_behind(const Document& d, const NameMention& name) {
  const std::uint32_t after = name.tokens.last;
  const std::uint32_t stop = sentence_end(d, name.tokens.last - 1);
  if (after + 1 >= stop || word(d, after) != ",") return {};
  std::uint32_t end = after + 1;
  bool number_first = d.tokens[end].kind == TokenKind::number;  // "Putin, 71, president of …"
  if (number_first) {
    if (end + 1 >= stop || word(d, end + 1) != ",") return {};
    end += 2;
  }
  const std::uint32_t first = end;
  while (end < stop && end - first < kLongestRole) {
    const std::string_view w = word(d, end);
    if (w == "," || w == "." || w == ";" || w == ":" || w == "\"" || w == "who" || w == "said")
      break;
    if (end > first && begins_predicate(d, end, stop)) break;
    ++end;
  }
  const Range r{first, end};
  if (r.empty() || end - first >= kLongestRole || !begins_with_title(d, r)) return {};
  return r;
}

}  // namespace

Gender gender_of_first_name(std::string_view folded) {
  static const Table kFirst = table("first_names");
  const std::string_view kind = kFirst.find(folded).field(0);
  if (kind.starts_with('f')) return Gender::female;
  if (kind.starts_with('m')) return Gender::male;
  return Gender::unknown;
}

RolesOfName roles_of(const Document& document, const NameMention& name, const NameMention* next) {
  RolesOfName out;
  if (!name.title.empty()) {
    bool honorific = true;
    std::string plain;
    for (std::uint32_t i = name.title.first; i < name.title.last; ++i) {
      const std::string_view w = word(document, i);
      if (gender_of_word(w) != Gender::unknown) out.gender = gender_of_word(w);
      const auto row = titles().find(w);
      if (row.field(0) != "honorific") honorific = false;
      if (row.found && row.field(0) != "honorific") {
        if (!plain.empty()) plain.push_back(' ');
        plain += w;
      }
    }
    out.roles.push_back(document.span_of(name.title));
    if (!honorific && !plain.empty()) out.titles.push_back(plain);
  }
  const Range behind = role_behind(document, name);
  // "At the invitation of Xi Jinping, Russian President | Vladimir Putin will pay a visit".
  const bool of_next = next != nullptr && !next->title.empty() &&
                       next->title.first >= behind.first && next->title.first <= behind.first + 1 &&
                       next->tokens.first < behind.last;
  if (!behind.empty() && !of_next) {
    out.roles.push_back(document.span_of(behind));
    for (std::uint32_t i = behind.first; i < behind.last; ++i) {
      if (out.gender == Gender::unknown) out.gender = gender_of_word(word(document, i));
    }
  }
  if (out.gender == Gender::unknown && name.tokens.size() >= 2) {
    out.gender = gender_of_first_name(word(document, name.tokens.first));
  }
  return out;
}

Gender gender_by_pronouns(const Document& document, const std::vector<NameMention>& names,
                          const std::vector<std::uint32_t>& mentions) {
  int male = 0;
  int female = 0;
  for (const std::uint32_t m : mentions) {
    const NameMention& name = names[m];
    std::uint32_t stop = static_cast<std::uint32_t>(document.tokens.size());
    for (std::uint32_t k = m + 1; k < names.size(); ++k) {
      if (names[k].type != NameType::person) continue;
      stop = names[k].tokens.first;
      break;
    }
    const std::uint32_t here = document.sentence_at(name.span.begin);
    const std::uint32_t last =
        std::min<std::uint32_t>(here + 2, static_cast<std::uint32_t>(document.sentences.size()));
    stop = std::min(stop, document.sentences[last - 1].tokens.last);
    for (std::uint32_t i = name.tokens.last; i < stop; ++i) {
      const std::string_view w = word(document, i);
      if (w == "he" || w == "his" || w == "him") ++male;
      if (w == "she" || w == "her" || w == "hers") ++female;
    }
  }
  if (male > 2 * female) return Gender::male;
  if (female > 2 * male) return Gender::female;
  return Gender::unknown;
}

}  // namespace crossread
