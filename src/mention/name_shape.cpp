#include "mention/name_shape.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "tables/tables.h"

namespace crossread {

bool is_name_word(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

std::string_view demonym_kind(std::string_view folded) {
  static const Table kDemonyms = table("demonyms");
  return kDemonyms.find(folded).field(0);
}

namespace {

// Turns spans into drafts, in order.
class Shaper {
 public:
  explicit Shaper(const NameContext& context) : d_(context.document()), x_(context.lexicon()) {}

  std::vector<NameDraft> shape(const std::vector<TaggedSpan>& tagged) {
    count_alone(tagged);
    for (const TaggedSpan& span : tagged) {
      Range r = span.tokens;
      if (const std::uint32_t cut = title_inside(r, span.type); cut > r.first) {
        take({r.first, cut - title_length_}, Coarse::organization, span.margin);
        r.first = cut;
      } else if (const std::uint32_t mark = owner_inside(r, span.type); mark > r.first) {
        take({r.first, mark}, Coarse::location, std::min(span.margin, kWeakName));
        r.first = mark + 1;
      }
      take(r, span.type, span.margin);
    }
    split_pairs();
    return std::move(out_);
  }

 private:
  std::string_view word(std::uint32_t i) const { return d_.folded(d_.tokens[i]); }
  bool possessive(std::uint32_t i) const { return word(i) == "'s" || word(i) == "'"; }

  // Names that stand alone somewhere, so that "Velmora's Election Commission" is known for two.
  void count_alone(const std::vector<TaggedSpan>& tagged) {
    for (const TaggedSpan& span : tagged) {
      Range r = span.tokens;
      if (possessive(r.last - 1)) --r.last;
      if (!r.empty()) ++alone_[phrase_key(d_, r)];
    }
  }

  // "Shina Foreign Ministry Spokesperson | Hua Chunying": an office between a body and a person.
  // Where the person begins, or r.first; title_length_ is the title's length.
  std::uint32_t title_inside(Range r, Coarse type) {
    if (type != Coarse::person || r.size() < 4) return r.first;
    for (std::uint32_t i = r.first + 1; i + 1 < r.last; ++i) {
      const std::uint32_t length = x_.title_length(i);
      if (length == 0 || i + length >= r.last) continue;
      if (!x_.has(i - 1, bits(Sign::head, Sign::suffix, Sign::team)) &&
          !x_.has(r.first, bit(Sign::demonym)))
        continue;
      title_length_ = length;
      return i + length;
    }
    return r.first;
  }

  // The possessive mark between two names, or r.first.
  std::uint32_t owner_inside(Range r, Coarse type) const {
    if (type == Coarse::person) return r.first;
    for (std::uint32_t i = r.first + 1; i + 1 < r.last; ++i) {
      if (!possessive(i)) continue;
      const Range owner = {r.first, i};
      const bool known = x_.place(r.first).length == owner.size();
      return known || alone_.contains(phrase_key(d_, owner)) ? i : r.first;
    }
    return r.first;
  }

  void take(Range r, Coarse type, std::int32_t margin) {
    const bool person = type == Coarse::person;
    while (!r.empty() && trims_left(r, type))
      r.first += std::max<std::uint32_t>(1, person ? x_.title_length(r.first) : 1);
    if (r.first > r.last) r.first = r.last;
    while (!r.empty() && trims_right(r, type)) --r.last;
    if (r.empty()) return;
    if (r.size() == 1 && d_.tokens[r.first].kind != TokenKind::word) return;
    if (type == Coarse::location) r.first = place_begins(r);
    out_.push_back({r, fine_type(r, type), margin});
  }

  // "People's | Republic of China": where the longer place of the table begins.
  std::uint32_t place_begins(Range r) const {
    const std::uint32_t floor = out_.empty() ? 0 : out_.back().tokens.last;
    for (std::uint32_t back = 1; back <= 3 && r.first >= floor + back; ++back) {
      if (x_.place(r.first - back).length == r.size() + back) return r.first - back;
    }
    return r.first;
  }

  bool trims_left(Range r, Coarse type) const {
    const Token& t = d_.tokens[r.first];
    const std::string_view w = word(r.first);
    if (t.kind != TokenKind::word && t.kind != TokenKind::number) return w != "@" && w != "#";
    if (w == "the" || w == "a") return !article_belongs(r, type);
    if (possessive(r.first)) return true;
    if (r.size() > 1 && t.kind == TokenKind::word && t.casing == Casing::lower &&
        is_name_word(d_.tokens[r.last - 1]) &&
        (w == "of" || w == "and" || w == "for" || w == "in" || w == "on" ||
         !x_.has(r.first, bit(Sign::particle)))) {
      return w == "of" || w == "and" || w == "for" || w == "in" || w == "on" ||
             x_.title_length(r.first) > 0;
    }
    const std::uint32_t title = x_.title_length(r.first);
    return type == Coarse::person && title > 0 && title < r.size();
  }

  // "in The Meridian": a capital inside a sentence that the tagger takes for part of the name.
  bool article_belongs(Range r, Coarse type) const {
    if (d_.tokens[r.first].casing != Casing::capitalised || r.size() < 2) return false;
    if (type != Coarse::organization && type != Coarse::other) return false;
    const Sentence& s = d_.sentences[d_.sentence_at(d_.tokens[r.first].span.begin)];
    return r.first != s.tokens.first && d_.tokens[r.first - 1].kind == TokenKind::word;
  }

  bool trims_right(Range r, Coarse type) const {
    const Token& t = d_.tokens[r.last - 1];
    const std::string_view w = word(r.last - 1);
    if (possessive(r.last - 1)) return true;
    if (type == Coarse::person && r.size() > 1 && x_.has(r.last - 1, bit(Sign::post)) &&
        t.casing != Casing::lower)
      return true;
    return t.kind == TokenKind::punctuation && w != "." && w != "!" && w != ")";
  }

  NameType fine_type(Range r, Coarse type) const {
    if (r.size() == 1 && x_.has(r.first, bit(Sign::demonym)) && is_name_word(d_.tokens[r.first])) {
      const bool politics = demonym_kind(word(r.first)) == "politics";
      if (!politics || type == Coarse::other) return NameType::norp;
    }
    const Signs last = x_.signs(r.last - 1);
    const bool several = r.size() > 1;
    type = as_tables_say(r, type);
    switch (type) {
      case Coarse::person:
        return is_body(r) ? NameType::organization : NameType::person;
      case Coarse::organization:
        return several && x_.has(r.first, bit(Sign::work)) && word(r.first + 1) == "of"
                   ? NameType::work
                   : NameType::organization;
      case Coarse::location:
        if (several && (last & bits(Sign::road, Sign::facility)) != 0 &&
            (last & bit(Sign::place_word)) == 0 && x_.place(r.first).length != r.size()) {
          return NameType::facility;
        }
        return NameType::location;
      case Coarse::other:
        break;
    }
    return other_type(r);
  }

  // A country is a place and a known company is no product, whole names of the tables both.
  Coarse as_tables_say(Range r, Coarse type) const {
    if (type != Coarse::organization && type != Coarse::other) return type;
    const PhraseHit place = x_.place(r.first);
    if (place.length == r.size() && (place.signs & bit(Sign::country)) != 0)
      return Coarse::location;
    const PhraseHit body = x_.organisation(r.first);
    const bool known =
        body.length == r.size() && (body.signs & bits(Sign::organisation, Sign::company)) != 0;
    return type == Coarse::other && known ? Coarse::organization : type;
  }

  // "Chinese Foreign Ministry", "Kremlin": whatever the words around it say, nobody is called so.
  bool is_body(Range r) const {
    static const Table kMetonyms = table("metonyms");
    if (kMetonyms.has(phrase_key(d_, r))) return true;
    return r.size() > 1 && x_.has(r.last - 1, bit(Sign::head)) && !x_.has(r.first, kFirstSigns);
  }

  NameType other_type(Range r) const {
    Signs all = 0;
    bool demonyms = true;
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      all |= x_.signs(i);
      if (d_.tokens[i].kind == TokenKind::word && !x_.has(i, bit(Sign::demonym))) demonyms = false;
    }
    if (demonyms) return NameType::norp;
    if ((all & bit(Sign::event)) != 0) return NameType::event;
    const Signs last = x_.signs(r.last - 1);
    if ((last & bit(Sign::law)) != 0) return NameType::law;
    if (r.size() > 1 && (last & bits(Sign::head, Sign::suffix, Sign::team)) != 0 &&
        (all & bit(Sign::work)) == 0) {
      return NameType::organization;
    }
    const bool quoted = r.first > 0 && (word(r.first - 1) == "\"" || word(r.first - 1) == "'");
    if (quoted || r.size() > 2 || (all & bit(Sign::work)) != 0) return NameType::work;
    return NameType::product;
  }

  // "Putin-Jinping", "Russia-Ukraine": two names that a hyphen ties, where each stands alone
  // elsewhere or is known.
  void split_pairs() {
    std::unordered_map<std::string, int> parts;
    for (const NameDraft& draft : out_) {
      if (draft.tokens.size() == 3 && word(draft.tokens.first + 1) == "-") continue;
      if (draft.tokens.size() == 1) ++parts[std::string(word(draft.tokens.first))];
      if (draft.type == NameType::person && draft.tokens.size() > 1) {
        ++parts[std::string(word(draft.tokens.first))];
        ++parts[std::string(word(draft.tokens.last - 1))];
      }
    }
    std::vector<NameDraft> split;
    for (const NameDraft& draft : out_) {
      const Range r = draft.tokens;
      const auto known = [&](std::uint32_t i) {
        return parts.contains(std::string(word(i))) || x_.has(i, kPlaceSigns | bit(Sign::demonym));
      };
      if (r.size() == 3 && word(r.first + 1) == "-" && known(r.first) && known(r.last - 1) &&
          x_.place(r.first).length != 3 && x_.organisation(r.first).length != 3) {
        split.push_back({{r.first, r.first + 1}, alone_type(r.first, draft.type), draft.margin});
        split.push_back({{r.last - 1, r.last}, alone_type(r.last - 1, draft.type), draft.margin});
      } else {
        split.push_back(draft);
      }
    }
    out_ = std::move(split);
  }

  NameType alone_type(std::uint32_t i, NameType otherwise) const {
    if (x_.has(i, bit(Sign::demonym))) return NameType::norp;
    if (x_.place(i).length == 1) return NameType::location;
    return otherwise;
  }

  const Document& d_;
  const NameLexicon& x_;
  std::vector<NameDraft> out_;
  std::unordered_map<std::string, int> alone_;
  std::uint32_t title_length_ = 0;
};

}  // namespace

std::vector<NameDraft> shape_names(const NameContext& context,
                                   const std::vector<TaggedSpan>& tagged) {
  return Shaper(context).shape(tagged);
}

}  // namespace crossread
