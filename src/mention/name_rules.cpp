#include "mention/name_rules.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr Signs kNever = bits(Sign::stop, Sign::month, Sign::day);
constexpr Signs kOrgWords = bits(Sign::suffix, Sign::head, Sign::team, Sign::paper);
constexpr Signs kPersonSigns = bits(Sign::first_female, Sign::first_male, Sign::family_first);

bool is_capital(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

// What the rest of the article says about a name: how each last word was typed, and which words
// also stand in lower case.
struct Evidence {
  std::unordered_map<std::string, NameType> by_text;
  std::unordered_map<std::string, NameType> by_last;
  std::unordered_set<std::string> lower;    // words seen in lower case
  std::unordered_set<std::string> capital;  // words seen capitalised inside a sentence
};

class Finder {
 public:
  Finder(const Document& document, const NameLexicon& lexicon) : d_(document), x_(lexicon) {}

  std::vector<NameMention> find() {
    collect_casing();
    for (const Sentence& s : d_.sentences) {
      if (skipped(s)) continue;
      if (is_headline_cased(d_, s)) continue;
      sentence(s.tokens);
    }
    learn();
    settle();
    for (const Sentence& s : d_.sentences) {
      if (!skipped(s) && is_headline_cased(d_, s)) headline(s.tokens);
    }
    std::sort(names_.begin(), names_.end(),
              [](const NameMention& a, const NameMention& b) { return a.tokens < b.tokens; });
    return std::move(names_);
  }

 private:
  bool skipped(const Sentence& s) const {
    return s.tokens.empty() || (!d_.blocks.empty() &&
                                d_.blocks[s.block].kind == BlockKind::date_line);
  }
  const Token& token(std::uint32_t i) const { return d_.tokens[i]; }
  std::string_view word(std::uint32_t i) const { return d_.folded(d_.tokens[i]); }
  bool has(std::uint32_t i, Signs any) const { return x_.has(i, any); }
  bool spaced(std::uint32_t i) const { return token(i).lead != token(i).span.begin; }

  void collect_casing() {
    for (const Sentence& s : d_.sentences) {
      if (is_headline_cased(d_, s)) continue;
      for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
        const Token& t = token(i);
        if (t.kind != TokenKind::word) continue;
        if (t.casing == Casing::lower) {
          evidence_.lower.emplace(word(i));
        } else if (i > s.tokens.first && is_capital(t) && !opens_quote(i - 1)) {
          evidence_.capital.emplace(word(i));
        }
      }
    }
  }

  bool opens_quote(std::uint32_t i) const {
    const std::string_view w = word(i);
    return w == "\"" || w == "'" || w == ":" || w == "(";
  }

  // ---- runs ------------------------------------------------------------------------------------
  bool starts_name(std::uint32_t i) const {
    if (!is_capital(token(i)) || has(i, kNever)) {
      return is_capital(token(i)) && (x_.place(i).length > 0 || x_.organisation(i).length > 1);
    }
    return true;
  }

  // Whether a run that has reached `i` (exclusive) goes on there, and how far it goes.
  std::uint32_t next_in_run(std::uint32_t first, std::uint32_t i, std::uint32_t last) const {
    if (i >= last) return 0;
    const Token& t = token(i);
    if (is_capital(t)) {
      const bool stop = has(i, kNever) && x_.place(i).length == 0 && x_.organisation(i).length == 0;
      return stop ? 0 : 1;
    }
    if (i + 1 >= last || !is_capital(token(i + 1))) {
      if (i + 2 < last && has(i, bit(Sign::particle)) && has(i + 1, bit(Sign::particle)) &&
          is_capital(token(i + 2))) {
        return 3;
      }
      const std::string_view of = word(i);
      if (of == "of" && i + 2 < last && word(i + 1) == "the" && is_capital(token(i + 2)) &&
          heads(first, i)) {
        return 3;
      }
      return 0;
    }
    const std::string_view w = word(i);
    if (w == "of" || w == "for") return heads(first, i) && !has(i + 1, kNever) ? 2 : 0;
    if (w == "and" && heads_with_of(first, i) && !has(i + 1, kPlaceSigns)) return 2;
    if (w == "&") return 2;
    if (w == "-" && !spaced(i) && !spaced(i + 1)) return joins_hyphen(first, i) ? 2 : 0;
    if ((w == "'s" || w == "'") && has(i + 1, bits(Sign::paper)) && x_.organisation(first).length > 0)
      return 2;
    if (w == "'s" && (word(first) == "st" || word(first) == "st.")) return 2;
    if (has(i, bit(Sign::particle)) && !has(i + 1, kNever) && w != "st." && w != "st") return 2;
    return 0;
  }

  bool joins_hyphen(std::uint32_t first, std::uint32_t i) const {
    if (x_.place(first).length > i - first + 1) return true;
    // Two places or two people around a hyphen are two names: "Russia-Ukraine".
    const Signs both = kPlaceSigns | bit(Sign::demonym);
    if (has(i - 1, both) && has(i + 1, both)) return false;
    return !evidence_.capital.contains(std::string(word(i - 1))) || has(i - 1, kFirstSigns);
  }

  bool heads(std::uint32_t first, std::uint32_t i) const {
    for (std::uint32_t k = first; k < i; ++k) {
      if (has(k, bit(Sign::of_head))) return true;
    }
    return false;
  }

  bool heads_with_of(std::uint32_t first, std::uint32_t i) const {
    for (std::uint32_t k = first; k < i; ++k) {
      if (word(k) == "of" || word(k) == "for") return true;
    }
    return false;
  }

  void sentence(Range range) {
    for (std::uint32_t i = range.first; i < range.last;) {
      if (!starts_name(i)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (const std::uint32_t step = next_in_run(i, end, range.last)) {
        end = std::min(end + step, range.last);
      }
      run({i, end}, range);
      i = end;
    }
  }

  // ---- cutting a run ---------------------------------------------------------------------------
  void run(Range r, Range sentence) {
    Range title{r.first, r.first};
    std::uint32_t i = r.first;
    // A title in lower case just before the run belongs to it.
    title = title_before(r.first, sentence);
    while (i < r.last) {
      const std::uint32_t end = piece_end(i, r.last);
      if (end == i) {  // a title
        const std::uint32_t n = std::min(x_.title_length(i), r.last - i);
        title = title.last == i && !title.empty() ? Range{title.first, i + n} : Range{i, i + n};
        i += n;
        continue;
      }
      piece({i, end}, title, sentence);
      title = {end, end};
      i = end;
    }
  }

  Range title_before(std::uint32_t at, Range sentence) const {
    for (std::uint32_t n = 4; n >= 1; --n) {
      if (at < sentence.first + n) continue;
      if (x_.title_length(at - n) == n && !has(at - n, bit(Sign::stop))) return {at - n, at};
    }
    return {at, at};
  }

  // Where the piece that begins at `i` ends; `i` itself if a title stands there.
  std::uint32_t piece_end(std::uint32_t i, std::uint32_t last) const {
    const std::uint32_t org = x_.organisation(i).length;
    const std::uint32_t place = x_.place(i).length;
    const std::uint32_t title = x_.title_length(i);
    if (title > 0 && title >= org && title >= place && i + title <= last && !title_is_org(i, last)) {
      return i;
    }
    if (has(i, bit(Sign::demonym)) && org <= 1 && !demonym_in_name(i, last)) return i + 1;
    std::uint32_t end = i + std::max<std::uint32_t>(1, std::max(org, place));
    const bool known = org > 0 || place > 0;
    if (known && end < last && !extends(i, end, last)) return std::min(end, last);
    while (end < last && !(x_.title_length(end) > 0 && !has(end, kOrgWords)) &&
           !(has(end, bit(Sign::demonym)) && end + 1 == last)) {
      ++end;
    }
    return end;
  }

  // "General Motors", "President University": a title word that opens an organisation.
  bool title_is_org(std::uint32_t i, std::uint32_t last) const {
    const std::uint32_t n = x_.title_length(i);
    return i + n < last && has(last - 1, kOrgWords) && last - i - n <= 2 &&
           !has(i + n, kFirstSigns) && !has(i, bit(Sign::honorific));
  }

  bool demonym_in_name(std::uint32_t i, std::uint32_t last) const {
    if (i + 1 >= last) return false;
    const Signs sign = bits(Sign::head, Sign::event, Sign::law, Sign::facility, Sign::place_word,
                            Sign::suffix, Sign::team, Sign::paper);
    for (std::uint32_t k = i + 1; k < std::min(last, i + 5); ++k) {
      if (x_.title_length(k) > 0 && !has(k, kOrgWords)) return false;
      if (has(k, sign)) return true;
    }
    return false;
  }

  // A known phrase goes on: "Washington | Post", "Norwick | United", "China | Investment Corp".
  bool extends(std::uint32_t first, std::uint32_t end, std::uint32_t last) const {
    if (x_.organisation(first).length > 1 && !has(end, kOrgWords)) return false;
    const Signs sign = bits(Sign::suffix, Sign::head, Sign::team, Sign::paper, Sign::facility,
                            Sign::event, Sign::law, Sign::place_word, Sign::of_head);
    for (std::uint32_t k = end; k < std::min(last, end + 4); ++k) {
      if (x_.title_length(k) > 0 && !has(k, kOrgWords)) return false;
      if (has(k, sign)) return true;
    }
    // A first name that is also a place: "Jordan Pickford".
    return has(first, kFirstSigns) && x_.place(first).length == 1;
  }

  // ---- typing a piece --------------------------------------------------------------------------
  void piece(Range p, Range title, Range sentence) {
    while (!p.empty() && !is_capital(token(p.last - 1))) --p.last;
    if (p.empty()) return;
    NameMention m;
    m.tokens = p;
    m.span = d_.span_of(p);
    m.title = title;
    type(m, sentence);
    if (m.certainty == 0) return;
    names_.push_back(m);
  }

  void set(NameMention& m, NameType type, int certainty) const {
    m.type = type;
    m.certainty = static_cast<std::uint8_t>(certainty);
  }

  void type(NameMention& m, Range sentence) const {
    const Range p = m.tokens;
    const std::uint32_t n = p.size();
    const std::uint32_t f = p.first;
    const std::uint32_t l = p.last - 1;
    if (n == 1 && has(f, bit(Sign::demonym))) return set(m, NameType::norp, 90);
    if (x_.organisation(f).length == n) return set(m, NameType::organization, 85);
    if (n > 1 && has(l, bits(Sign::suffix))) return set(m, NameType::organization, 95);
    if (!m.title.empty() && !has(l, kOrgWords) && x_.place(f).length != n) {
      return set(m, NameType::person, 90);
    }
    if (x_.place(f).length == n) {
      const bool weak = has(f, bit(Sign::place_weak)) && f == sentence.first;
      return weak ? set(m, NameType::location, 0) : set(m, NameType::location, 85);
    }
    if (n > 1 && heads(f, l) && heads_with_of(f, l)) return set(m, NameType::organization, 85);
    if (n > 1 && typed_by_last(m)) return;
    if (n > 1 && has(f, bit(Sign::place_start)) && !has(f, kFirstSigns)) {
      return set(m, NameType::location, 65);
    }
    if (n > 1 && has(f, kPersonSigns)) return set(m, NameType::person, 80);
    if (n == 1) return type_single(m, sentence);
    if (has(f, bit(Sign::of_head))) return set(m, NameType::organization, 60);
    if (f == sentence.first && evidence_.lower.contains(std::string(word(f)))) {
      return set(m, NameType::person, 0);
    }
    return n <= 4 ? set(m, NameType::person, 60) : set(m, NameType::organization, 45);
  }

  bool typed_by_last(NameMention& m) const {
    const std::uint32_t l = m.tokens.last - 1;
    const bool person = has(m.tokens.first, kFirstSigns) && m.tokens.size() == 2;
    if (person && !has(l, bits(Sign::suffix, Sign::road))) return false;
    struct Rule {
      Signs sign;
      NameType type;
      int certainty;
    };
    static constexpr Rule kRules[] = {
        {bits(Sign::road), NameType::facility, 85},
        {bits(Sign::facility), NameType::facility, 80},
        {bits(Sign::team, Sign::paper), NameType::organization, 80},
        {bits(Sign::law), NameType::law, 75},
        {bits(Sign::event), NameType::event, 75},
        {bits(Sign::place_word), NameType::location, 75},
        {bits(Sign::head, Sign::of_head), NameType::organization, 85},
        {bits(Sign::work), NameType::work, 60},
    };
    for (const Rule& r : kRules) {
      if (!has(l, r.sign)) continue;
      if (r.type == NameType::facility && has(l, bit(Sign::head))) continue;
      set(m, r.type, r.certainty);
      return true;
    }
    return false;
  }

  void type_single(NameMention& m, Range sentence) const {
    const std::uint32_t f = m.tokens.first;
    const std::string w(word(f));
    const bool initial = f == sentence.first || opens_quote(f - 1);
    if (has(f, bits(Sign::head, Sign::of_head, Sign::event, Sign::law, Sign::work, Sign::facility,
                    Sign::place_word, Sign::suffix, Sign::title)) ) {
      const bool named = !initial && !evidence_.lower.contains(w) && token(f).casing == Casing::mixed;
      return set(m, NameType::organization, named ? 40 : 0);
    }
    if (initial && !evidence_.capital.contains(w) && evidence_.lower.contains(w)) return set(m, NameType::person, 0);
    if (has(f, kPersonSigns) && !(initial && has(f, bit(Sign::first_weak)))) {
      return set(m, NameType::person, 60);
    }
    if (token(f).casing == Casing::upper && m.span.size() >= 2) {
      return set(m, NameType::organization, 55);
    }
    if (initial && !evidence_.capital.contains(w)) return set(m, NameType::person, 0);
    if (!initial && after_place_word(f)) return set(m, NameType::location, 50);
    set(m, NameType::person, 40);
  }

  bool after_place_word(std::uint32_t f) const {
    const std::string_view w = word(f - 1);
    return w == "in" || w == "near" || w == "from" || w == "at" || w == "to";
  }

  // ---- the second look -------------------------------------------------------------------------
  void learn() {
    for (const NameMention& m : names_) {
      if (m.certainty < 60) continue;
      evidence_.by_text.emplace(fold(d_.text(m.span)), m.type);
      if (m.type == NameType::person && m.tokens.size() > 1) {
        evidence_.by_last.emplace(word(m.tokens.last - 1), m.type);
      }
    }
  }

  void settle() {
    for (NameMention& m : names_) {
      if (m.certainty >= 60) continue;
      if (const auto it = evidence_.by_text.find(fold(d_.text(m.span))); it != evidence_.by_text.end()) {
        set(m, it->second, 75);
      } else if (m.tokens.size() == 1) {
        if (evidence_.by_last.contains(std::string(word(m.tokens.first)))) set(m, NameType::person, 75);
      }
    }
  }

  // A headline: only phrases that the tables or the body vouch for.
  void headline(Range range) {
    for (std::uint32_t i = range.first; i < range.last;) {
      const std::uint32_t n = known_length(i, range.last);
      if (n == 0) {
        ++i;
        continue;
      }
      i += n;
    }
  }

  std::uint32_t known_length(std::uint32_t i, std::uint32_t last) {
    if (!is_capital(token(i)) || has(i, kNever)) return 0;
    for (std::uint32_t n = std::min<std::uint32_t>(5, last - i); n >= 1; --n) {
      NameMention m;
      m.tokens = {i, i + n};
      m.span = d_.span_of(m.tokens);
      const auto it = evidence_.by_text.find(fold(d_.text(m.span)));
      if (it != evidence_.by_text.end()) {
        set(m, it->second, 75);
      } else if (n == 1 && evidence_.by_last.contains(std::string(word(i)))) {
        set(m, NameType::person, 70);
      } else if (x_.place(i).length == n && !has(i, bit(Sign::place_weak))) {
        set(m, NameType::location, 70);
      } else if (x_.organisation(i).length == n && !has(i, bit(Sign::brand))) {
        set(m, NameType::organization, 65);
      } else if (n == 1 && has(i, bit(Sign::demonym))) {
        set(m, NameType::norp, 80);
      } else {
        continue;
      }
      names_.push_back(m);
      return n;
    }
    return 0;
  }

  const Document& d_;
  const NameLexicon& x_;
  Evidence evidence_;
  std::vector<NameMention> names_;
};

}  // namespace

std::vector<NameMention> RuleNames::find() const { return Finder(document, lexicon).find(); }

bool is_headline_cased(const Document& document, const Sentence& sentence) {
  int capital = 0;
  int lower = 0;
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.kind != TokenKind::word || t.span.size() < 4) continue;
    if (t.casing == Casing::lower) ++lower;
    if (t.casing == Casing::capitalised || t.casing == Casing::upper) ++capital;
  }
  return capital >= 4 && capital >= 4 * lower;
}

}  // namespace crossread
