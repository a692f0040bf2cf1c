#include "mention/name_finish.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// Score units that a factor e is worth; margins are read with it.
constexpr std::int32_t kNat = 24;
constexpr std::int32_t kSure = 2 * kNat;
constexpr std::int32_t kWeak = kNat;

constexpr Signs kNeverAlone = bits(Sign::stop, Sign::month, Sign::day);

bool is_capital(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

std::uint8_t certainty_of(std::int32_t margin) {
  return static_cast<std::uint8_t>(std::clamp<std::int32_t>(50 + margin * 50 / (4 * kNat), 1, 99));
}

// What kind of people a demonym names: an ISO country, "people", "faith", "politics", "region".
std::string_view demonym_kind(std::string_view folded) {
  static const Table kDemonyms = table("demonyms");
  return kDemonyms.find(folded).field(0);
}

struct Draft {
  Range tokens;
  NameType type = NameType::person;
  std::int32_t margin = 0;
};

class Finisher {
 public:
  Finisher(const NameContext& context) : c_(context), d_(context.document()), x_(context.lexicon()) {}

  std::vector<NameMention> finish(const std::vector<TaggedSpan>& tagged) {
    for (const TaggedSpan& span : tagged) take(span);
    split_pairs();
    covered_.assign(d_.tokens.size(), 0);
    for (const Draft& draft : drafts_) cover(draft.tokens);
    add_demonyms();
    learn();
    settle();
    add_missed();
    std::sort(drafts_.begin(), drafts_.end(),
              [](const Draft& a, const Draft& b) { return a.tokens < b.tokens; });
    return mentions();
  }

 private:
  std::string_view word(std::uint32_t i) const { return d_.folded(d_.tokens[i]); }
  std::string text(Range r) const { return phrase_key(d_, r); }
  void cover(Range r) { std::fill(covered_.begin() + r.first, covered_.begin() + r.last, 1); }

  // ---- one tagged stretch ------------------------------------------------------------------------
  void take(const TaggedSpan& span) {
    Range r = span.tokens;
    const bool person = span.type == Coarse::person;
    while (!r.empty() && trims_left(r, span.type)) r.first += std::max<std::uint32_t>(1, person ? x_.title_length(r.first) : 1);
    if (r.first > r.last) r.first = r.last;
    while (!r.empty() && trims_right(r)) --r.last;
    if (r.empty()) return;
    if (r.size() == 1 && !is_capital(d_.tokens[r.first]) && span.margin < kWeak) return;
    drafts_.push_back({r, fine_type(r, span.type), span.margin});
  }

  bool trims_left(Range r, Coarse type) const {
    const bool person = type == Coarse::person;
    const Token& t = d_.tokens[r.first];
    if (t.kind != TokenKind::word && t.kind != TokenKind::number) return word(r.first) != "@" && word(r.first) != "#";
    if (word(r.first) == "the" || word(r.first) == "a") return !article_belongs(r, type);
    const std::uint32_t title = x_.title_length(r.first);
    return person && title > 0 && title < r.size();
  }

  // "in The Meridian": a capital inside a sentence that the tagger takes for part of the name.
  bool article_belongs(Range r, Coarse type) const {
    if (d_.tokens[r.first].casing != Casing::capitalised) return false;
    if (type != Coarse::organization && type != Coarse::other) return false;
    const Sentence& s = d_.sentences[d_.sentence_at(d_.tokens[r.first].span.begin)];
    return r.first != s.tokens.first && d_.tokens[r.first - 1].kind == TokenKind::word && r.size() > 1;
  }

  bool trims_right(Range r) const {
    const std::string_view w = word(r.last - 1);
    const Token& t = d_.tokens[r.last - 1];
    return w == "'s" || w == "'" || (t.kind == TokenKind::punctuation && w != "." && w != "!" && w != ")");
  }

  NameType fine_type(Range r, Coarse type) const {
    if (r.size() == 1 && x_.has(r.first, bit(Sign::demonym)) && is_capital(d_.tokens[r.first])) {
      const bool politics = demonym_kind(word(r.first)) == "politics";
      if (!politics || type == Coarse::other) return NameType::norp;
    }
    const Signs last = x_.signs(r.last - 1);
    const bool several = r.size() > 1;
    switch (type) {
      case Coarse::person: return NameType::person;
      case Coarse::organization: return NameType::organization;
      case Coarse::location:
        if (several && (last & bits(Sign::road, Sign::facility)) != 0 && (last & bit(Sign::place_word)) == 0 &&
            x_.place(r.first).length != r.size()) {
          return NameType::facility;
        }
        return NameType::location;
      case Coarse::other: break;
    }
    return other_type(r);
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
    if ((x_.signs(r.last - 1) & bit(Sign::law)) != 0) return NameType::law;
    const bool quoted = r.first > 0 && (word(r.first - 1) == "\"" || word(r.first - 1) == "'");
    if (quoted || r.size() > 2 || (all & bit(Sign::work)) != 0) return NameType::work;
    return NameType::product;
  }

  // "Putin-Jinping", "Russia-Ukraine": two names that a hyphen ties, where each stands alone
  // elsewhere or is known.
  void split_pairs() {
    std::unordered_map<std::string, int> parts;
    for (const Draft& draft : drafts_) {
      if (draft.tokens.size() == 3 && word(draft.tokens.first + 1) == "-") continue;
      if (draft.tokens.size() == 1) ++parts[std::string(word(draft.tokens.first))];
      if (draft.type == NameType::person && draft.tokens.size() > 1) {
        ++parts[std::string(word(draft.tokens.first))];
        ++parts[std::string(word(draft.tokens.last - 1))];
      }
    }
    std::vector<Draft> out;
    for (const Draft& draft : drafts_) {
      const Range r = draft.tokens;
      const auto known = [&](std::uint32_t i) {
        return parts.contains(std::string(word(i))) || x_.has(i, kPlaceSigns | bit(Sign::demonym));
      };
      if (r.size() == 3 && word(r.first + 1) == "-" && known(r.first) && known(r.last - 1) &&
          x_.place(r.first).length != 3 && x_.organisation(r.first).length != 3) {
        out.push_back({{r.first, r.first + 1}, alone_type(r.first, draft.type), draft.margin});
        out.push_back({{r.last - 1, r.last}, alone_type(r.last - 1, draft.type), draft.margin});
      } else {
        out.push_back(draft);
      }
    }
    drafts_ = std::move(out);
  }

  NameType alone_type(std::uint32_t i, NameType otherwise) const {
    if (x_.has(i, bit(Sign::demonym))) return NameType::norp;
    if (x_.place(i).length == 1) return NameType::location;
    return otherwise;
  }

  void add_demonyms() {
    for (std::uint32_t i = 0; i < d_.tokens.size(); ++i) {
      if (covered_[i] || !is_capital(d_.tokens[i]) || !x_.has(i, bit(Sign::demonym))) continue;
      if (demonym_kind(word(i)).empty()) continue;
      drafts_.push_back({{i, i + 1}, NameType::norp, kSure});
      covered_[i] = 1;
    }
  }

  // ---- the rest of the article -------------------------------------------------------------------
  void learn() {
    for (const Draft& draft : drafts_) {
      auto& votes = votes_[text(draft.tokens)];
      votes[draft.type] += std::max<std::int32_t>(draft.margin, 1);
      if (draft.type == NameType::person && draft.tokens.size() > 1 && draft.tokens.size() <= 4 && draft.margin >= kWeak) {
        person_parts_[std::string(word(draft.tokens.last - 1))] += draft.margin;
      }
    }
  }

  NameType favourite(const std::map<NameType, std::int32_t>& votes, std::int32_t* weight) const {
    NameType best = NameType::person;
    *weight = -1;
    for (const auto& [type, n] : votes) {
      if (n > *weight) *weight = n, best = type;
    }
    return best;
  }

  void settle() {
    for (Draft& draft : drafts_) {
      if (draft.margin >= kSure) continue;
      std::int32_t weight = 0;
      const NameType best = favourite(votes_[text(draft.tokens)], &weight);
      if (best != draft.type && weight >= 2 * kSure && weight > 4 * draft.margin) {
        draft.type = best;
        draft.margin = kWeak;
      }
      if (draft.tokens.size() == 1 && draft.type != NameType::person && draft.type != NameType::norp &&
          person_parts_.contains(std::string(word(draft.tokens.first))) &&
          !x_.has(draft.tokens.first, kPlaceSigns)) {
        draft.type = NameType::person;
        draft.margin = std::max(draft.margin, kWeak);
      }
    }
  }

  // Places of a sure name that the tagger passed over.
  void add_missed() {
    for (const Sentence& s : d_.sentences) {
      for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
        if (covered_[i] || !is_capital(d_.tokens[i]) || x_.has(i, kNeverAlone)) continue;
        for (std::uint32_t n = 5; n >= 1; --n) {
          if (i + n > s.tokens.last || !known_name({i, i + n}, s)) continue;
          i += n - 1;
          break;
        }
      }
    }
  }

  bool known_name(Range r, const Sentence& s) {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      if (covered_[i]) return false;
    }
    if (!is_capital(d_.tokens[r.last - 1])) return false;
    const bool lower_too = (c_.view(r.first).seen & (1U << static_cast<int>(Seen::lower))) != 0;
    if (r.size() == 1 && lower_too && r.first == s.tokens.first) return false;
    const auto it = votes_.find(text(r));
    std::int32_t weight = 0;
    NameType type = NameType::person;
    if (it != votes_.end()) {
      type = favourite(it->second, &weight);
    } else if (r.size() == 1 && !lower_too) {
      const auto part = person_parts_.find(std::string(word(r.first)));
      if (part != person_parts_.end()) weight = part->second;
    }
    if (weight < 2 * kSure || type == NameType::norp) return false;
    drafts_.push_back({r, type, kWeak});
    cover(r);
    return true;
  }

  // ---- out -----------------------------------------------------------------------------------------
  std::vector<NameMention> mentions() const {
    std::vector<NameMention> out;
    for (const Draft& draft : drafts_) {
      NameMention m;
      m.tokens = draft.tokens;
      m.span = d_.span_of(draft.tokens);
      m.type = draft.type;
      m.certainty = certainty_of(draft.margin);
      m.title = {draft.tokens.first, draft.tokens.first};
      if (draft.type == NameType::person) m.title = title_before(draft.tokens.first);
      out.push_back(m);
    }
    return out;
  }

  // The title that ends where the name begins, and what narrows it: "former Chinese Foreign
  // Ministry spokesperson", "China's top diplomat".
  Range title_before(std::uint32_t at) const {
    const Sentence& s = d_.sentences[d_.sentence_at(d_.tokens[at].span.begin)];
    std::uint32_t first = at;
    for (std::uint32_t n = 6; n >= 1; --n) {
      if (at < s.tokens.first + n || x_.title_length(at - n) != n) continue;
      first = at - n;
      break;
    }
    if (first == at) return {at, at};
    for (int step = 0; step < 6 && first > s.tokens.first; ++step) {
      const std::uint32_t before = first - 1;
      const std::string_view w = word(before);
      const bool narrows = x_.has(before, bit(Sign::demonym)) || x_.has(before, kPlaceSigns) ||
                           w == "former" || w == "ex" || w == "then" || w == "acting" || w == "deputy" ||
                           w == "top" || w == "senior" || w == "chief" || w == "foreign" || w == "ministry" ||
                           w == "party" || w == "opposition" || w == "state" || w == "commission" ||
                           (w == "'s" && before > s.tokens.first && is_capital(d_.tokens[before - 1]));
      if (!narrows) break;
      first = before;
    }
    while (first < at && (word(first) == "'s" || d_.tokens[first].kind == TokenKind::punctuation)) ++first;
    return {first, at};
  }

  const NameContext& c_;
  const Document& d_;
  const NameLexicon& x_;
  std::vector<Draft> drafts_;
  std::vector<std::uint8_t> covered_;
  std::unordered_map<std::string, std::map<NameType, std::int32_t>> votes_;
  std::unordered_map<std::string, std::int32_t> person_parts_;
};

}  // namespace

std::vector<NameMention> finish_names(const NameContext& context,
                                      const std::vector<TaggedSpan>& tagged) {
  return Finisher(context).finish(tagged);
}

}  // namespace crossread
