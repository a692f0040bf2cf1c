#include "mention/name_finish.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "base/sort.h"
#include "mention/name_shape.h"

namespace crossread {
namespace {

constexpr Signs kNeverAlone = bits(Sign::stop, Sign::month, Sign::day);

std::uint8_t certainty_of(std::int32_t margin) {
  return static_cast<std::uint8_t>(
      std::clamp<std::int32_t>(50 + margin * 50 / (4 * kNameScale), 1, 99));
}

class Finisher {
 public:
  Finisher(const NameContext& context)
      : c_(context), d_(context.document()), x_(context.lexicon()) {}

  std::vector<NameMention> finish(const std::vector<TaggedSpan>& tagged) {
    drafts_ = shape_names(c_, tagged);
    covered_.assign(d_.tokens.size(), 0);
    for (const NameDraft& draft : drafts_) cover(draft.tokens);
    add_demonyms();
    read_datelines();
    name_vessels();
    name_holders();
    add_quarters();
    learn();
    settle();
    add_missed();
    sort_by(drafts_, [](const NameDraft& a, const NameDraft& b) { return a.tokens < b.tokens; });
    return mentions();
  }

 private:
  std::string_view word(std::uint32_t i) const { return d_.folded(d_.tokens[i]); }
  std::string text(Range r) const { return phrase_key(d_, r); }
  void cover(Range r) { std::fill(covered_.data() + r.first, covered_.data() + r.last, 1); }

  void add_demonyms() {
    for (std::uint32_t i = 0; i < d_.tokens.size(); ++i) {
      if (covered_[i] || !is_name_word(d_.tokens[i]) || !x_.has(i, bit(Sign::demonym))) continue;
      if (demonym_kind(word(i)).empty()) continue;
      drafts_.push_back({{i, i + 1}, NameType::norp, kSureName});
      covered_[i] = 1;
    }
  }

  // "sanctions of the West": a quarter of the sky with a capital, and no name beside it.
  void add_quarters() {
    for (const Sentence& s : d_.sentences) {
      for (std::uint32_t i = s.tokens.first + 1; i < s.tokens.last; ++i) {
        const std::string_view w = word(i);
        if (w != "west" && w != "east" && w != "north" && w != "south") continue;
        if (d_.tokens[i].casing != Casing::capitalised || word(i - 1) != "the" || !c_.starts_run(i))
          continue;
        if (c_.view(i).run_last != i + 1) continue;
        std::erase_if(drafts_, [i](const NameDraft& draft) {
          return draft.tokens == Range{i, i + 1};
        });
        drafts_.push_back({{i, i + 1}, NameType::location, kSureName});
        covered_[i] = 1;
      }
    }
  }

  // "PORTO ALVO, Verdemar (Northline) —": places, and in brackets who sent it.
  void read_datelines() {
    for (const Block& block : d_.blocks) {
      if (block.kind != BlockKind::dateline) continue;
      const Range r = d_.tokens_in(block.span);
      std::erase_if(drafts_, [&](const NameDraft& draft) {
        return draft.tokens.first >= r.first && draft.tokens.last <= r.last;
      });
      bool sender = false;
      for (std::uint32_t i = r.first; i < r.last;) {
        const std::string_view w = word(i);
        if (w == "(" || w == "/") sender = w == "(" || !sender;
        if (w == ")") sender = false;
        std::uint32_t end = i;
        while (end < r.last && is_name_word(d_.tokens[end]) && !x_.has(end, kNeverAlone)) ++end;
        if (end > i) {
          drafts_.push_back(
              {{i, end}, sender ? NameType::organization : NameType::location, kSureName});
          cover({i, end});
        }
        i = std::max(end, i + 1);
      }
    }
  }

  // "the ferry Estrela do Norte", "aboard the Boa Hora": the same name with "the" is the ship.
  void name_vessels() {
    std::set<std::string> ships;
    const auto after_the = [&](const NameDraft& draft) {
      return draft.tokens.first > 0 && word(draft.tokens.first - 1) == "the";
    };
    for (const NameDraft& draft : drafts_) {
      const std::uint32_t at = draft.tokens.first;
      if (at < 2 || draft.type == NameType::norp) continue;
      const std::string_view before = word(at - (after_the(draft) ? 2 : 1));
      const bool said =
          x_.has(at - 1, bit(Sign::vessel)) && d_.tokens[at - 1].casing == Casing::lower;
      const bool on_it =
          before == "aboard" || before == "onboard" || before == "captained" ||
          before == "skippered" ||
          (before == "of" && at > 2 && (word(at - 3) == "sinking" || word(at - 3) == "wreck"));
      const std::string_view after =
          draft.tokens.last < d_.tokens.size() ? word(draft.tokens.last) : std::string_view();
      const bool at_sea =
          after == "capsized" || after == "sank" || after == "sailed" || after == "docked";
      if (said || (after_the(draft) && (on_it || at_sea))) ships.insert(text(draft.tokens));
    }
    if (ships.empty()) return;
    for (NameDraft& draft : drafts_) {
      if (!ships.contains(text(draft.tokens))) continue;
      if (after_the(draft) ||
          (draft.tokens.first > 0 && x_.has(draft.tokens.first - 1, bit(Sign::vessel)))) {
        draft.type = NameType::product;
        draft.margin = std::max(draft.margin, kSureName);
      }
    }
  }

  // "Meia Nouwens, senior fellow for …": only a person is followed by a calling of one.
  void name_holders() {
    constexpr Signs kNoPerson =
        bits(Sign::suffix, Sign::head, Sign::of_head, Sign::organisation, Sign::organisation_inside,
             Sign::company, Sign::media, Sign::club, Sign::country, Sign::region);
    for (NameDraft& draft : drafts_) {
      const Range name = draft.tokens;
      if (draft.type != NameType::organization || name.size() < 2 || name.size() > 3) continue;
      bool person = name.last + 2 < d_.tokens.size() && word(name.last) == ",";
      for (std::uint32_t i = name.first; person && i < name.last; ++i)
        person = d_.tokens[i].casing == Casing::capitalised && !x_.has(i, kNoPerson);
      if (person && has_calling(name.last + 1)) draft.type = NameType::person;
    }
  }

  // [a | an | the] [senior] fellow, in small letters.
  bool has_calling(std::uint32_t at) const {
    if (word(at) == "a" || word(at) == "an" || word(at) == "the") ++at;
    for (std::uint32_t i = at; i < at + 2 && i < d_.tokens.size(); ++i) {
      if (d_.tokens[i].casing != Casing::lower) return false;
      if (x_.has(i, bit(Sign::title)) || x_.has(i, bit(Sign::honorific))) return true;
    }
    return false;
  }

  // ---- the rest of the article ----
  void learn() {
    for (const NameDraft& draft : drafts_) {
      auto& votes = votes_[text(draft.tokens)];
      votes[draft.type] += std::max<std::int32_t>(draft.margin, 1);
      if (draft.type == NameType::person && draft.tokens.size() > 1 && draft.tokens.size() <= 4 &&
          draft.margin >= kWeakName) {
        person_parts_[std::string(word(draft.tokens.last - 1))] += draft.margin;
        if (x_.has(draft.tokens.first, bit(Sign::family_first)))
          person_parts_[std::string(word(draft.tokens.first))] += draft.margin;
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
    for (NameDraft& draft : drafts_) {
      if (draft.margin >= kSureName) continue;
      std::int32_t weight = 0;
      const NameType best = favourite(votes_[text(draft.tokens)], &weight);
      if (best != draft.type && weight >= 2 * kSureName && weight > 4 * draft.margin) {
        draft.type = best;
        draft.margin = kWeakName;
      }
      if (draft.tokens.size() == 1 && draft.type != NameType::person &&
          draft.type != NameType::norp &&
          person_parts_.contains(std::string(word(draft.tokens.first))) &&
          !x_.has(draft.tokens.first, kPlaceSigns)) {
        draft.type = NameType::person;
        draft.margin = std::max(draft.margin, kWeakName);
      }
    }
  }

  // Places of a sure name that the tagger passed over.
  void add_missed() {
    for (const Sentence& s : d_.sentences) {
      for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
        if (covered_[i] || !is_name_word(d_.tokens[i]) || x_.has(i, kNeverAlone)) continue;
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
    if (!is_name_word(d_.tokens[r.last - 1])) return false;
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
    if (weight < 2 * kSureName || type == NameType::norp) return false;
    drafts_.push_back({r, type, kWeakName});
    cover(r);
    return true;
  }

  // ---- out ----
  std::vector<NameMention> mentions() const {
    std::vector<NameMention> out;
    for (const NameDraft& draft : drafts_) {
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
      const bool narrows =
          x_.has(before, bit(Sign::demonym)) || x_.has(before, kPlaceSigns) || w == "former" ||
          w == "ex" || w == "then" || w == "acting" || w == "deputy" || w == "top" ||
          w == "senior" || w == "chief" || w == "foreign" || w == "ministry" || w == "party" ||
          w == "opposition" || w == "state" || w == "commission" ||
          (w == "'s" && before > s.tokens.first && is_name_word(d_.tokens[before - 1]));
      if (!narrows) break;
      first = before;
    }
    while (first < at && (word(first) == "'s" || d_.tokens[first].kind == TokenKind::punctuation))
      ++first;
    return {first, at};
  }

  const NameContext& c_;
  const Document& d_;
  const NameLexicon& x_;
  std::vector<NameDraft> drafts_;
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
