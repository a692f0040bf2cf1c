// name_lexicon.h — what the tables know about each token as part of a name.
//
//     "Bank of England chief Ana Holm"
//      head ofhead | particle… | place | title | first name | -
//
// Word signs come from single words (name_words, first_names, demonyms, family_first), phrase signs
// from stretches of up to six tokens (places, organisations, brands, titles), longest first. Both
// the rules and the trained tagger read these signs and nothing else of the tables.
// Cost: three reads a form; a look into a table only where one of its phrases may begin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mention/form_index.h"
#include "text/document.h"

namespace crossread {

enum class Sign : std::uint8_t {
  suffix,
  head,
  of_head,
  team,
  paper,
  facility,
  road,
  place_word,
  place_start,
  event,
  law,
  work,
  month,
  day,
  particle,
  stop,
  first_female,
  first_male,
  first_weak,  // weak: the word also exists in lower case
  family_first,
  demonym,
  title,
  honorific,
  country,
  city,
  region,
  place_weak,
  place_inside,
  organisation,
  media,
  club,
  company,
  organisation_inside,
  brand,
  vessel,
  post  // "ferry"; "KC" behind a name
};

using Signs = std::uint64_t;
constexpr Signs bit(Sign s) { return Signs{1} << static_cast<int>(s); }
template <class... S>
constexpr Signs bits(S... s) {
  return (bit(s) | ...);
}

constexpr Signs kPlaceSigns = bits(Sign::country, Sign::city, Sign::region);
constexpr Signs kOrgSigns =
    bits(Sign::organisation, Sign::media, Sign::club, Sign::company, Sign::brand);
constexpr Signs kFirstSigns = bits(Sign::first_female, Sign::first_male);

// Where a phrase of a table stands.
struct PhraseHit {
  std::uint32_t length = 0;  // tokens; 0 = none
  Signs signs = 0;
};

class NameLexicon {
 public:
  explicit NameLexicon(const Document& document);

  Signs signs(std::uint32_t token) const { return signs_[token]; }
  bool has(std::uint32_t token, Signs any) const { return (signs_[token] & any) != 0; }

  // The longest place, organisation or title that begins at `token`; the text must be capitalised
  // there unless it is a title.
  PhraseHit place(std::uint32_t token) const { return places_[token]; }
  PhraseHit organisation(std::uint32_t token) const { return organisations_[token]; }
  std::uint32_t title_length(std::uint32_t token) const { return titles_[token]; }

  const FormIndex& forms() const { return forms_; }

 private:
  FormIndex forms_;
  std::vector<Signs> signs_;
  std::vector<PhraseHit> places_;
  std::vector<PhraseHit> organisations_;
  std::vector<std::uint8_t> titles_;
};

// The tokens first..last as a key of the tables: folded, one space where the text has space.
std::string phrase_key(const Document& document, Range tokens);

// What a word tells by itself, and which phrases may begin with it. Written into
// src/tables/names_index.bin by tools/train_names (--index), so that a look costs three reads:
//
//     header  four numbers of 32 bits: magic, version, cells, kinds
//     kinds   uint64 each: the distinct sets of Signs
//     cells   a static function from words to kinds
//
// After a change of the tables the index is made anew; a test holds the two together.
enum class Start : std::uint8_t { place = 60, organisation = 61, title = 62 };
constexpr Signs bit(Start s) { return Signs{1} << static_cast<int>(s); }

constexpr std::uint32_t kNameIndexMagic = 0x494E5243;  // "CRNI"
constexpr int kNameKindBits = 8;

Signs indexed_signs(std::uint64_t word_hash);    // by the index
Signs signs_by_tables(std::string_view folded);  // Signs alone, by the tables: slow, for the index

}  // namespace crossread
