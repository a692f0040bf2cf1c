#include "mention/name_lexicon.h"

#include <algorithm>

#include "mention/static_function.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestPhrase = 6;
constexpr Signs kStarts = bit(Start::place) | bit(Start::organisation) | bit(Start::title);

std::uint64_t read_number(const unsigned char* p, int bytes) {
  std::uint64_t v = 0;
  for (int k = bytes; k-- > 0;) v = v << 8 | p[k];
  return v;
}

// names_index.bin, opened once.
struct Index {
  const unsigned char* kinds = nullptr;
  std::uint32_t count = 0;
  StaticFunction words;

  Index() {
    const std::string_view bytes = blob("names_index");
    const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
    if (bytes.size() < 16 || read_number(p, 4) != kNameIndexMagic) return;
    const auto cells = static_cast<std::uint32_t>(read_number(p + 8, 4));
    const auto n = static_cast<std::uint32_t>(read_number(p + 12, 4));
    if (bytes.size() != 16 + 8 * std::size_t{n} + 2 * std::size_t{cells} || cells % 3 != 0) return;
    kinds = p + 16;
    count = n;
    words = StaticFunction(kinds + 8 * std::size_t{n}, cells, kNameKindBits);
  }
};

struct ClassName {
  std::string_view name;
  Sign sign;
};
constexpr ClassName kClasses[] = {
    {"suffix", Sign::suffix}, {"head", Sign::head},      {"ofhead", Sign::of_head},
    {"team", Sign::team},     {"paper", Sign::paper},    {"fac", Sign::facility},
    {"road", Sign::road},     {"loc", Sign::place_word}, {"loc1", Sign::place_start},
    {"evt", Sign::event},     {"law", Sign::law},        {"work", Sign::work},
    {"month", Sign::month},   {"day", Sign::day},        {"particle", Sign::particle},
    {"stop", Sign::stop},     {"vessel", Sign::vessel},  {"post", Sign::post},
};

Signs class_signs(std::string_view list) {
  Signs signs = 0;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view name = list.substr(0, comma);
    for (const ClassName& c : kClasses) {
      if (c.name == name) signs |= bit(c.sign);
    }
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return signs;
}

Signs place_signs(const Table::Row& row) {
  const std::string_view kind = row.field(0);
  Signs signs = kind == "country"                     ? bit(Sign::country)
                : kind == "city" || kind == "capital" ? bit(Sign::city)
                                                      : bit(Sign::region);
  if (row.field(2) == "w") signs |= bit(Sign::place_weak);
  return signs;
}

Signs organisation_signs(const Table::Row& row) {
  const std::string_view kind = row.field(0);
  return kind == "media"     ? bit(Sign::media)
         : kind == "club"    ? bit(Sign::club)
         : kind == "company" ? bit(Sign::company)
                             : bit(Sign::organisation);
}

bool is_name_like(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

// Grows `key` by the token after it, as the text has it.
void append_token(std::string& key, const Document& d, std::uint32_t token) {
  const Token& t = d.tokens[token];
  if (!key.empty() && t.span.begin != t.lead) key.push_back(' ');
  key += d.folded(t);
}

}  // namespace

std::string phrase_key(const Document& document, Range tokens) {
  std::string key;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) append_token(key, document, i);
  return key;
}

Signs signs_by_tables(std::string_view folded) {
  static const Table kWords = table("name_words");
  static const Table kFirst = table("first_names");
  static const Table kDemonyms = table("demonyms");
  static const Table kFamily = table("family_first");
  Signs signs = 0;
  if (const auto row = kWords.find(folded)) signs |= class_signs(row.field(0));
  if (const auto row = kFirst.find(folded)) {
    const std::string_view kind = row.field(0);
    if (kind.starts_with('f') || kind.starts_with('b')) signs |= bit(Sign::first_female);
    if (kind.starts_with('m') || kind.starts_with('b')) signs |= bit(Sign::first_male);
    if (kind.ends_with('w')) signs |= bit(Sign::first_weak);
  }
  if (kDemonyms.has(folded)) signs |= bit(Sign::demonym);
  if (kFamily.has(folded)) signs |= bit(Sign::family_first);
  return signs;
}

Signs indexed_signs(std::uint64_t word_hash) {
  static const Index kIndex;
  const std::uint32_t kind = kIndex.words.find(word_hash);
  return kind >= kIndex.count ? 0 : read_number(kIndex.kinds + 8 * std::size_t{kind}, 8);
}

NameLexicon::NameLexicon(const Document& document)
    : forms_(document),
      signs_(document.tokens.size()),
      places_(document.tokens.size()),
      organisations_(document.tokens.size()),
      titles_(document.tokens.size()) {
  static const Table kPlaces = table("places");
  static const Table kOrganisations = table("organisations");
  static const Table kBrands = table("brands");
  static const Table kTitles = table("titles");
  const auto count = static_cast<std::uint32_t>(document.tokens.size());

  std::vector<Signs> by_form(forms_.size());
  for (std::uint32_t f = 0; f < forms_.size(); ++f) {
    const Token& t = document.tokens[forms_.first_token(f)];
    if (t.kind == TokenKind::word) by_form[f] = indexed_signs(hash_word(document.folded(t)));
  }
  std::string key;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Token& t = document.tokens[i];
    if (t.kind != TokenKind::word) continue;
    const Signs signs = by_form[forms_[i]];
    signs_[i] |= signs & ~kStarts;
    const bool name_like = is_name_like(t);
    if ((signs & (name_like ? kStarts : Signs{bit(Start::title)})) == 0) continue;
    key.clear();
    for (std::uint32_t n = 1; n <= kLongestPhrase && i + n <= count; ++n) {
      const Token& last = document.tokens[i + n - 1];
      if (last.kind == TokenKind::end) break;
      append_token(key, document, i + n - 1);
      if (const auto row = kTitles.find(key)) {
        titles_[i] = static_cast<std::uint8_t>(n);
        if (n == 1) signs_[i] |= bit(row.field(0) == "honorific" ? Sign::honorific : Sign::title);
      }
      if (!name_like) {
        if (n >= 3) break;
        continue;
      }
      if (last.kind == TokenKind::word && !is_name_like(last)) continue;
      if (const auto row = kPlaces.find(key)) places_[i] = {n, place_signs(row)};
      if (const auto row = kOrganisations.find(key)) {
        organisations_[i] = {n, organisation_signs(row)};
      } else if (kBrands.has(key)) {
        organisations_[i] = {n, bit(Sign::brand)};
      }
      if (n == 1 && last.casing == Casing::capitalised && key == "us") places_[i] = {};
    }
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t k = 0; k < places_[i].length; ++k) {
      signs_[i + k] |= places_[i].signs | (k > 0 ? bit(Sign::place_inside) : 0);
    }
    for (std::uint32_t k = 0; k < organisations_[i].length; ++k) {
      signs_[i + k] |= organisations_[i].signs | (k > 0 ? bit(Sign::organisation_inside) : 0);
    }
  }
}

}  // namespace crossread
