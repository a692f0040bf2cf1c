#include "entity/name_match.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "entity/match_form.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using Words = std::span<const std::string>;

bool same_words(Words a, Words b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

bool is_initial(std::string_view w) { return w.size() == 1; }

bool is_family_first(std::string_view w) {
  static const Table kFamily = table("family_first");
  return kFamily.has(w);
}

bool is_first_name(std::string_view w) {
  static const Table kFirst = table("first_names");
  return kFirst.has(w);
}

std::string_view class_of(std::string_view w) {
  static const Table kWords = table("name_words");
  return kWords.find(w).field(0);
}

bool in_class(std::string_view w, std::string_view name) {
  std::string_view list = class_of(w);
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

bool is_small_word(std::string_view w) {
  return w == "of" || w == "the" || w == "and" || w == "for" || w == "&" || w == "in" ||
         w == "on" || w == "de" || w == "la" || w == "des" || w == "du";
}

bool is_generation(std::string_view w) {
  return w == "jr" || w == "sr" || w == "ii" || w == "iii" || w == "iv";
}

bool is_demonym(std::string_view w) {
  static const Table kDemonyms = table("demonyms");
  return kDemonyms.has(w);
}

bool is_place(std::string_view w) {
  static const Table kPlaces = table("places");
  return kPlaces.has(w);
}

// ---- people ------------------------------------------------------------------------------------
bool word_fits(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  return plain_spelling(a) == plain_spelling(b);
}

// `part` stands in `whole` in order, initials allowed.
bool is_subsequence(Words part, Words whole) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < whole.size() && k < part.size(); ++i) {
    if (word_fits(part[k], whole[i])) ++k;
  }
  return k == part.size();
}

bool near(std::string_view a, std::string_view b) {
  if (plain_spelling(a) == plain_spelling(b)) return true;
  if (std::min(a.size(), b.size()) <= 4) return false;
  if (is_first_name(a) && is_first_name(b)) return false;
  if (a.front() != b.front()) return false;
  const std::string sa = consonant_skeleton(a);
  const std::string sb = consonant_skeleton(b);
  if (sa.size() >= 3 && sa == sb) return true;
  const int limit = std::min(a.size(), b.size()) >= 7 ? 2 : 1;
  return edit_distance(a, b, limit) <= limit;
}

// The only place where two names of as many words differ; nothing where that is none or several.
std::optional<std::size_t> odd_word(Words a, Words b) {
  std::optional<std::size_t> odd;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (odd) return std::nullopt;
    odd = i;
  }
  return odd;
}

std::string_view generation_of(Words words) {
  return !words.empty() && is_generation(words.back()) ? std::string_view(words.back())
                                                       : std::string_view();
}

std::optional<MergeRule> match_single(const std::string& word, Words whole) {
  if (is_initial(word)) return std::nullopt;
  if (whole.back() == word) {
    return whole.size() == 2 && is_family_first(whole.front()) ? MergeRule::family_name_first
                                                               : MergeRule::name_part;
  }
  if (whole.front() == word) {
    return is_family_first(word) ? MergeRule::family_name_first : MergeRule::name_part;
  }
  return std::nullopt;
}

std::optional<MergeRule> match_near(Words a, Words b, SecondSign sign) {
  if (a.size() == 1 && b.size() == 1) {
    if (sign == SecondSign::present && near(a[0], b[0])) return MergeRule::near_spelling;
    return std::nullopt;
  }
  if (a.size() == 1 || b.size() == 1) {
    const Words part = a.size() == 1 ? a : b;
    const Words whole = a.size() == 1 ? b : a;
    if (sign == SecondSign::present && near(part[0], whole.back())) return MergeRule::near_spelling;
    return std::nullopt;
  }
  if (a.size() != b.size()) return std::nullopt;
  const std::optional<std::size_t> odd = odd_word(a, b);
  if (!odd || is_initial(a[*odd]) || is_initial(b[*odd]) || !near(a[*odd], b[*odd]))
    return std::nullopt;
  return MergeRule::near_spelling;
}

std::optional<MergeRule> match_people(Words a, Words b, SecondSign sign) {
  if (same_words(a, b)) return MergeRule::exact;
  const std::string_view ga = generation_of(a);
  const std::string_view gb = generation_of(b);
  if (!ga.empty() && !gb.empty() && ga != gb) return std::nullopt;
  if (!ga.empty() && a.size() > 1) a = a.first(a.size() - 1);
  if (!gb.empty() && b.size() > 1) b = b.first(b.size() - 1);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() == 1 && b.size() > 1) {
    if (const auto rule = match_single(a[0], b)) return rule;
    return match_near(a, b, sign);
  }
  if (a.size() >= 2) {
    if (a.back() == b.back() && is_subsequence(a.first(a.size() - 1), b.first(b.size() - 1))) {
      return MergeRule::name_part;
    }
    // "von der Leyen" in "Ursula von der Leyen"; "Gabriel García" in "Gabriel García Márquez".
    if (a.size() < b.size() && std::equal(a.begin(), a.end(), b.begin()))
      return MergeRule::name_part;
    if (a.size() == b.size() && a.front() == b.back() &&
        std::equal(a.begin() + 1, a.end(), b.begin())) {
      return MergeRule::family_name_first;
    }
    if (a.size() == b.size() && a.back() == b.front() &&
        std::equal(b.begin() + 1, b.end(), a.begin())) {
      return MergeRule::family_name_first;
    }
  }
  return match_near(a, b, sign);
}

// ---- organisations -----------------------------------------------------------------------------
NameWords content_words(const NameWords& words) {
  NameWords out;
  for (const std::string& w : words) {
    if (!is_small_word(w)) out.push_back(w);
  }
  return out;
}

NameWords without_suffix(NameWords words) {
  while (words.size() > 1 && in_class(words.back(), "suffix")) words.pop_back();
  return words;
}

bool generic(std::string_view w) { return in_class(w, "head") || in_class(w, "ofhead"); }

// "Corvane" of "Corvane Systems Inc."; not "Europe" of "Europe Direct Ltd."
bool is_short_form(const NameWords& part, const NameWords& whole) {
  if (part.size() >= whole.size() || !std::equal(part.begin(), part.end(), whole.begin()))
    return false;
  if (part.size() == 1 && (is_demonym(part[0]) || generic(part[0]))) return false;
  if (is_small_word(whole[part.size()])) return false;
  return true;
}

// "United" of "Norwick United", "Courier" of "Penmarth Courier", "Foreign Ministry" of "Chinese
// Foreign Ministry": the tail, where it is a name by itself.
bool is_tail_form(const NameWords& part, const NameWords& whole) {
  if (part.size() >= whole.size()) return false;
  if (!std::equal(part.rbegin(), part.rend(), whole.rbegin())) return false;
  const std::size_t left = whole.size() - part.size();
  if (part.size() == 1) return in_class(part[0], "team") || in_class(part[0], "paper");
  for (std::size_t i = 0; i < left; ++i) {
    if (!is_demonym(whole[i]) && !is_place(whole[i])) return false;
  }
  return true;
}

bool is_acronym(const NameWords& shorter, const MatchForm& longer) {
  if (shorter.size() != 1 || longer.words.size() < 2) return false;
  return shorter[0].size() >= 2 && shorter[0].size() <= 6 && longer.letters == shorter[0];
}

std::optional<MergeRule> match_organisations(const MatchForm& a, const MatchForm& b) {
  if (a.words == b.words) return MergeRule::exact;
  if (a.canonical == b.canonical) return MergeRule::abbreviation;
  if (is_acronym(a.words, b) || is_acronym(b.words, a)) return MergeRule::acronym;
  if (a.content.empty() || b.content.empty()) return std::nullopt;
  if (a.content == b.content) return MergeRule::abbreviation;
  if (a.sorted == b.sorted && a.sorted.size() >= 2) return MergeRule::abbreviation;
  if (is_short_form(a.words, b.words) || is_short_form(b.words, a.words))
    return MergeRule::name_part;
  if (is_tail_form(a.content, b.content) || is_tail_form(b.content, a.content))
    return MergeRule::name_part;
  if (a.content.size() == b.content.size() && a.content.size() >= 2) {
    const std::optional<std::size_t> odd = odd_word(a.content, b.content);
    if (odd && near(a.content[*odd], b.content[*odd])) return MergeRule::near_spelling;
  }
  return std::nullopt;
}

std::optional<MergeRule> match_places(const MatchForm& a, const MatchForm& b) {
  if (a.words == b.words) return MergeRule::exact;
  if (a.canonical == b.canonical) return MergeRule::abbreviation;
  if (a.type == NameType::facility &&
      (is_short_form(a.words, b.words) || is_short_form(b.words, a.words))) {
    return MergeRule::name_part;
  }
  return std::nullopt;
}

}  // namespace

NameWords name_words(std::string_view surface) {
  NameWords words;
  std::string word;
  const std::string folded = fold_accents(surface);
  const auto close = [&] {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : folded) {
    if (c == ' ' || c == '-' || c == '\n' || c == '\t' || c == ',' || c == '\r') {
      close();
    } else if (c == '.' && word.size() == 1) {
      close();  // "V.V." is two initials; "u.s." is mended below
    } else {
      word.push_back(c);
    }
  }
  close();
  // "u.s." came out as two letters: an abbreviation, unless a longer word makes them initials.
  const bool all_letters =
      words.size() >= 2 &&
      std::all_of(words.begin(), words.end(), [](const auto& w) { return w.size() == 1; });
  if (all_letters) {
    std::string joined;
    for (const auto& w : words) joined += w;
    words = {joined};
  }
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string initials(const NameWords& words) {
  std::string out;
  for (const std::string& w : words) {
    if (!is_small_word(w)) out.push_back(w.front());
  }
  return out;
}

std::string canonical_name(NameType type, const NameWords& words) {
  static const Table kOrganisations = table("organisations");
  static const Table kPlaces = table("place_aliases");
  std::string key;
  for (const std::string& w : words) {
    if (!key.empty()) key.push_back(' ');
    key += w;
  }
  if (type == NameType::location || type == NameType::facility) {
    if (const auto row = kPlaces.find(key)) return std::string(row.field(0));
    return key;
  }
  if (type == NameType::organization) {
    if (const auto row = kOrganisations.find(key)) {
      const std::string_view other = row.field(1);
      const std::string_view first = other.substr(0, other.find('/'));
      if (first.size() > key.size()) return std::string(first);
    }
  }
  return key;
}

std::string plain_spelling(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    if (c == 'h' && !out.empty() && (out.back() == 't' || out.back() == 'k' || out.back() == 'd'))
      continue;
    if (c == 'p' && next == 'h') {
      c = 'f';
      ++i;
    } else if (c == 'c' && next == 'k') {
      c = 'k';
      ++i;
    } else if (c == 'y') {
      c = 'i';
    } else if (c == 'w') {
      c = 'v';
    } else if (c == '\'') {
      continue;
    }
    if (!out.empty() && out.back() == c) continue;
    out.push_back(c);
  }
  return out;
}

std::string consonant_skeleton(std::string_view word) {
  std::string out;
  const std::string plain = plain_spelling(word);
  for (const char c : plain) {
    const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'h';
    if (vowel && !out.empty()) continue;
    if (!out.empty() && out.back() == c) continue;
    out.push_back(c);
  }
  return out;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  constexpr int kMost = 40;
  if (n > kMost || m > kMost || n - m > limit || m - n > limit) return limit + 1;
  std::array<std::array<int, kMost + 1>, 3> rows{};
  for (int j = 0; j <= m; ++j) rows[0][static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= n; ++i) {
    auto& now = rows[static_cast<std::size_t>(i % 3)];
    const auto& up = rows[static_cast<std::size_t>((i + 2) % 3)];
    const auto& up2 = rows[static_cast<std::size_t>((i + 1) % 3)];
    now[0] = i;
    for (int j = 1; j <= m; ++j) {
      const auto at = static_cast<std::size_t>(j);
      const auto ai = static_cast<std::size_t>(i);
      const int cost = a[ai - 1] == b[at - 1] ? 0 : 1;
      now[at] = std::min({up[at] + 1, now[at - 1] + 1, up[at - 1] + cost});
      if (i > 1 && j > 1 && a[ai - 1] == b[at - 2] && a[ai - 2] == b[at - 1]) {
        now[at] = std::min(now[at], up2[at - 2] + 1);
      }
    }
  }
  return std::min(limit + 1, rows[static_cast<std::size_t>(n % 3)][static_cast<std::size_t>(m)]);
}

MatchForm match_form(NameType type, NameWords words) {
  MatchForm form;
  form.type = type;
  form.canonical = canonical_name(type, words);
  if (type == NameType::organization) {
    form.letters = initials(words);
    form.content = without_suffix(content_words(words));
    form.sorted = form.content;
    std::sort(form.sorted.begin(), form.sorted.end());
  }
  form.words = std::move(words);
  return form;
}

std::optional<MergeRule> match_forms(const MatchForm& a, const MatchForm& b, SecondSign sign) {
  if (a.words.empty() || b.words.empty()) return std::nullopt;
  switch (a.type) {
    case NameType::person:
      return match_people(a.words, b.words, sign);
    case NameType::organization:
      return match_organisations(a, b);
    case NameType::location:
    case NameType::facility:
      return match_places(a, b);
    default:
      break;
  }
  if (a.words == b.words) return MergeRule::exact;
  if (a.type == NameType::norp && a.words.size() == 1 && b.words.size() == 1 &&
      (a.words[0] + "s" == b.words[0] || b.words[0] + "s" == a.words[0])) {
    return MergeRule::abbreviation;
  }
  return std::nullopt;
}

std::optional<MergeRule> match_names(NameType type, const NameWords& a, const NameWords& b,
                                     SecondSign sign) {
  if (a.empty() || b.empty()) return std::nullopt;
  if (type == NameType::person) return match_people(a, b, sign);
  return match_forms(match_form(type, a), match_form(type, b), sign);
}

}  // namespace crossread
