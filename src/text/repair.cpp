#include "text/repair.h"

#include <algorithm>
#include <optional>

#include "base/one_of.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr int kWordCost = 13;      // of any word: the share of the commonest
constexpr int kUnseen = 72;        // no word of the 100,000 begins or ends so
constexpr int kSureMargin = 48;    // in a text without other damage
constexpr int kWarnedMargin = 16;  // of a name, after one sure case
constexpr int kDamagedMargin = 5;  // after two
constexpr int kWarnedWords = 40;   // the same for two plain words: new compounds are common
constexpr int kDamagedWords = 25;
constexpr int kNoSeam = 12;      // neither half looks like the border of a phrase
constexpr int kSeenHead = 35;    // the head stands elsewhere in the text
constexpr int kDeterminer = 25;  // "…in | a", where a name alone is never followed by "a"

int cost(const WordRank& rank) { return rank.level + kWordCost; }
// A known word, or some word unlike any, that begins or ends like this one.
int cost_of_share(int power) { return power == 0 ? kUnseen : 66 - 4 * power; }

bool is_determiner(std::string_view word) {
  return is_one_of(word, {"a", "an", "the", "his", "her", "its", "their", "this", "these", "those",
                          "that", "our", "my"});
}

// Capitals that open a clause and end no brand.
bool is_opener(std::string_view word) {
  return is_one_of(
      word, {"the",     "as",        "he",        "she",     "they",  "his",   "this",   "these",
             "those",   "but",       "and",       "when",    "while", "after", "before", "although",
             "however", "according", "meanwhile", "we",      "their", "its",   "which",  "who",
             "where",   "because",   "since",     "despite", "during"});
}

// What begins compounds: "overreliance", "turnabout".
bool is_prefix(std::string_view word) {
  return word.size() <= 3 ||
         is_one_of(word, {"over",  "under", "fore",    "back", "down",  "anti", "inter", "super",
                          "multi", "semi",  "counter", "mega", "micro", "mini", "trans", "post",
                          "ultra", "hyper", "auto",    "self", "half",  "well", "turn",  "still",
                          "cyber", "fire",  "there",   "here", "where", "some", "every"});
}

bool is_small_word(std::string_view word) {
  static const Table kSmall = table("language_words");
  const std::string_view languages = kSmall.find(word).field(0);
  if (languages.starts_with("en")) return true;  // the table names it first
  return is_one_of(word, {"nor", "during", "she", "though", "because", "until", "while"});
}

// True where a phrase may end after `head` or begin with `tail`: a plural, a past form, a small
// word. Compounds are mostly two plain nouns.
bool is_phrase_border(std::string_view head, std::string_view tail) {
  static const Table kIrregular = table("irregular_forms");
  if (head.ends_with("s") && !head.ends_with("ss") && !head.ends_with("us")) return true;
  if (head.ends_with("ed") || is_small_word(tail)) return true;
  if (tail.size() >= 5 && (tail.ends_with("ed") || tail.ends_with("ing") || tail.ends_with("es"))) {
    return true;
  }
  const Table::Row row = kIrregular.find(tail);
  return row && row.field(0) != tail;
}

// One way to split a surface.
struct Split {
  std::uint32_t at = 0;  // byte in the surface
  int margin = 0;
};

class Repairer {
 public:
  Repairer(Document& doc, Forms& forms, std::vector<std::uint32_t>& ids)
      : doc_(doc), forms_(forms), ids_(ids), counts_(forms.size(), 0), known_(forms.size(), 0) {
    for (const std::uint32_t id : ids_) ++counts_[id];
  }

  void run() {
    std::vector<Split> splits(doc_.tokens.size());
    int sure = 0;
    for (std::uint32_t i = 0; i + 1 < doc_.tokens.size(); ++i) {
      splits[i] = best_split(i);
      if (splits[i].margin >= kSureMargin || is_glued_number(i)) ++sure;
    }
    for (std::uint32_t i = 0; i < splits.size(); ++i) {
      const bool words = token(i).casing == Casing::lower;
      const int wanted = sure == 0   ? kSureMargin
                         : sure == 1 ? (words ? kWarnedWords : kWarnedMargin)
                                     : (words ? kDamagedWords : kDamagedMargin);
      if (splits[i].margin < wanted) splits[i] = {};
    }
    apply(splits);
  }

 private:
  const Token& token(std::uint32_t i) const { return doc_.tokens[i]; }
  std::string_view surface(std::uint32_t i) const { return doc_.surface(token(i)); }
  std::string_view folded(std::uint32_t i) const { return doc_.folded(token(i)); }

  // Nothing between this token and the one before it, or after it.
  bool touches_before(std::uint32_t i) const {
    return i > 0 && token(i).lead == token(i).span.begin &&
           token(i - 1).kind != TokenKind::punctuation && token(i - 1).kind != TokenKind::symbol;
  }
  bool beside_hyphen(std::uint32_t i) const {
    const std::string_view text = doc_.article.text;
    const Span s = token(i).span;
    const auto joins = [](char c) { return c == '-' || c == '/' || c == '_' || c == '@'; };
    return (s.begin > 0 && joins(text[s.begin - 1])) || (s.end < text.size() && joins(text[s.end]));
  }

  bool known(std::uint32_t id) {
    std::uint8_t& memo = known_[id];
    if (memo == 0) {
      const std::string_view word = forms_.folded(id);
      const bool yes = word_rank(word).known() || word_rank(lemma_of(word)).known() ||
                       word_rank(fold_accents(word)).known();
      memo = yes ? 1 : 2;
    }
    return memo == 1;
  }

  bool stands_in_text(std::string_view word) {
    if (seen_.empty()) {
      for (std::uint32_t i = 0; i + 1 < doc_.tokens.size(); ++i) {
        if (token(i).casing == Casing::capitalised) seen_.push_back(surface(i));
      }
      std::sort(seen_.begin(), seen_.end());
    }
    return std::binary_search(seen_.begin(), seen_.end(), word);
  }

  // The likeliest split of a token and by how much it beats none; margin 0 where there is none.
  Split best_split(std::uint32_t i) {
    const Token& t = token(i);
    if (t.kind != TokenKind::word || t.span.size() < 5 || t.span.size() > 40) return {};
    if (t.casing != Casing::lower && t.casing != Casing::capitalised && t.casing != Casing::mixed) {
      return {};
    }
    if (t.casing != Casing::mixed && known(ids_[i])) return {};
    if (counts_[ids_[i]] > 1 || beside_hyphen(i) || touches_before(i)) return {};
    if (t.casing == Casing::mixed) return seam_split(i);
    Split best;
    const std::string_view word = surface(i);
    for (std::uint32_t at = 2; at + 2 <= word.size(); ++at) {
      if (!on_border(word, at)) continue;
      const int margin = t.casing == Casing::lower ? margin_lower(word, at) : margin_name(i, at);
      if (margin > best.margin) best = {at, margin};
    }
    return best;
  }

  // "tiescooperation": two known words against a compound.
  int margin_lower(std::string_view word, std::uint32_t at) {
    const std::string_view head = word.substr(0, at), tail = word.substr(at);
    if (is_prefix(head)) return 0;
    const WordRank a = word_rank(head), b = word_rank(tail);
    if (!a.plain() || !b.plain()) return 0;
    const int compound = 30 + cost_of_share(a.begins) + cost_of_share(b.ends);
    const int unknown = 35 + 13 * static_cast<int>(word.size());
    const int margin = std::min(compound, unknown) - cost(a) - cost(b);
    return is_phrase_border(head, tail) ? margin : margin - kNoSeam;
  }

  // "Poutinevisit", "Jinpingin": a name, known or not, and a plain word.
  int margin_name(std::uint32_t i, std::uint32_t at) {
    const std::string_view word = surface(i);
    const std::string_view head = word.substr(0, at), tail = word.substr(at);
    if (head.size() < 3 || (head.size() > 3 && is_prefix(fold(head)))) return 0;
    const WordRank b = word_rank(tail);
    if (!b.plain()) return 0;
    if (tail.size() == 2 && !is_one_of(tail, {"in", "of", "on", "to", "by", "at", "as"})) return 0;
    int margin = cost_of_share(b.ends) - cost(b);
    const bool seen = is_name(head) && (head.size() >= 4 || stands_in_text(head));
    if (seen) margin += kSeenHead;
    const bool determiner =
        is_one_of(tail, {"in", "of", "on", "to", "by", "at", "for", "with", "from", "as", "and"}) &&
        is_determiner(folded(i + 1));
    if (determiner) margin += kDeterminer;
    // Two letters alone end too many names.
    if (tail.size() == 2 && !seen && !determiner) return 0;
    return tail.size() <= 3 ? std::min(margin, kSureMargin - 1) : margin;
  }

  // Known as a name, or a word of its own in this text; "North", "Press" are plain words and make
  // names of firms.
  bool is_name(std::string_view head) {
    const WordRank rank = word_rank(fold_accents(head));
    return !rank.plain() && (rank.known() || stands_in_text(head));
  }

  // A capital inside: "FridayAs", "naiveI", "nationalistTomas"; never "McDonald", "YouTube".
  Split seam_split(std::uint32_t i) {
    const std::string_view word = surface(i);
    std::uint32_t seam = 0;
    char32_t before = 0;
    for (std::uint32_t at = 0; at < word.size();) {
      const Character c = decode(word, at);
      if (is_digit(c.code)) return {};
      if (is_upper(c.code) && at > 0) {
        if (seam != 0 || !is_lower(before)) return {};
        seam = at;
      }
      before = c.code;
      at += c.bytes;
    }
    if (seam < 3) return {};
    const std::string head = fold(word.substr(0, seam)), tail = fold(word.substr(seam));
    const WordRank a = word_rank(head), b = word_rank(tail);
    const bool small_head = is_lower(decode(word, 0).code);
    if (is_one_of(head, {"mac", "van", "von", "del", "des", "fitz", "los", "las", "san"}))
      return {};
    if (small_head) {
      if (tail == "i") return a.known() && head.size() >= 4 ? Split{seam, kSureMargin} : Split{};
      return a.plain() && head.size() >= 4 && (is_opener(tail) || tail.size() >= 4)
                 ? Split{seam, kSureMargin}
                 : Split{};
    }
    if (is_opener(tail) && head.size() >= 4) return {seam, kSureMargin};
    if (b.known() && tail.size() >= 4 && stands_in_text(word.substr(seam))) {
      return {seam, kWarnedMargin};
    }
    return {};
  }

  // "2023according", "26according": not "75th", "54.9m", "5pm".
  bool is_glued_number(std::uint32_t i) {
    static const Table kUnits = table("units");
    if (i == 0 || token(i).kind != TokenKind::word || token(i).lead != token(i).span.begin) {
      return false;
    }
    if (token(i - 1).kind != TokenKind::number || token(i).casing != Casing::lower) return false;
    const std::string_view word = folded(i);
    if (word.size() < 3 || kUnits.has(word)) return false;
    const WordRank rank = word_rank(word);
    return rank.plain() &&
           (word.size() >= 5 || is_one_of(word, {"and", "the", "for", "but", "was", "when", "from",
                                                 "with", "that", "who", "were", "after"}));
  }

  // "end.Next", "Tuesday,the": a mark without the space behind it.
  bool lost_space(std::uint32_t i) const {
    if (i < 2 || token(i).kind != TokenKind::word || token(i - 2).kind != TokenKind::word)
      return false;
    if (token(i - 1).kind != TokenKind::punctuation || token(i).lead != token(i).span.begin ||
        token(i - 1).lead != token(i - 1).span.begin || token(i).span.size() < 2 ||
        token(i - 2).span.size() < 2) {
      return false;
    }
    const std::string_view mark = surface(i - 1);
    if (mark == "," || mark == ";") return true;
    return (mark == "." || mark == "!" || mark == "?") && token(i).casing == Casing::capitalised &&
           token(i - 2).casing == Casing::lower;
  }

  // "bene" → "been", "accomodate" → "accommodate"; empty unless it is beyond doubt.
  std::string respelt(std::uint32_t i) {
    const Token& t = token(i);
    const std::string word(folded(i));
    if (t.kind != TokenKind::word || t.casing != Casing::lower || word.size() < 4 ||
        word.size() > 20 || counts_[ids_[i]] > 1 || beside_hyphen(i) || touches_before(i)) {
      return {};
    }
    const WordRank own = word_rank(word);
    if (own.known() && !(own.name && own.level >= 44)) return {};
    if (!own.known() && known(ids_[i])) return {};
    const int rarest = word.size() >= 6 ? 38 : 24;
    for (std::size_t k = 0; k + 1 < word.size(); ++k) {
      std::string other = word;
      std::swap(other[k], other[k + 1]);
      if (other != word && is_common(other, rarest)) return other;
    }
    if (word.size() < 8 || own.known()) return {};
    for (std::size_t k = 1; k < word.size(); ++k) {
      std::string other = word;
      other.insert(k, 1, word[k]);  // a doubled letter that was written once
      if (is_common(other, rarest)) return other;
      if (word[k] != word[k - 1]) continue;
      other = word;
      other.erase(k, 1);  // and once that was written double
      if (is_common(other, rarest)) return other;
    }
    return {};
  }

  static bool is_common(std::string_view word, int rarest) {
    const WordRank rank = word_rank(word);
    return rank.plain() && rank.level <= rarest;
  }

  void apply(const std::vector<Split>& splits) {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> ids;
    tokens.reserve(doc_.tokens.size() + 16);
    ids.reserve(doc_.tokens.size() + 16);
    for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i) {
      Token t = token(i);
      if (splits[i].margin > 0) {
        put_split(t, splits[i].at, tokens, ids);
        continue;
      }
      std::uint32_t id = ids_[i];
      if (is_glued_number(i)) {
        t.glued = true;
        note({token(i - 1).span.begin, t.span.end}, {token(i - 1).span.end}, DamageKind::glued);
      } else if (lost_space(i)) {
        t.glued = true;
        note({token(i - 2).span.begin, t.span.end}, {t.span.begin}, DamageKind::glued);
      } else if (const std::string right = respelt(i); !right.empty()) {
        doc_.damage.push_back({t.span, DamageKind::misspelt, right});
        id = forms_.add_repaired(doc_.surface(t), right);
        t.folded = forms_.form(id).folded;
      }
      tokens.push_back(t);
      ids.push_back(id);
    }
    doc_.tokens = std::move(tokens);
    ids_ = std::move(ids);
  }

  void put_split(const Token& whole, std::uint32_t at, std::vector<Token>& tokens,
                 std::vector<std::uint32_t>& ids) {
    const std::uint32_t border = whole.span.begin + at;
    note(whole.span, {border}, DamageKind::glued);
    Token head = whole, tail = whole;
    head.span.end = border;
    tail.lead = tail.span.begin = border;
    tail.glued = true;
    for (Token* t : {&head, &tail}) {
      const std::uint32_t id = forms_.intern(doc_.surface(*t));
      t->folded = forms_.form(id).folded;
      t->casing = forms_.form(id).casing;
      tokens.push_back(*t);
      ids.push_back(id);
    }
  }

  // Damage whose repair is the words with a space at each border.
  void note(Span span, std::initializer_list<std::uint32_t> borders, DamageKind kind) {
    std::string repair;
    std::uint32_t begin = span.begin;
    for (const std::uint32_t border : borders) {
      repair.append(doc_.text({begin, border})).push_back(' ');
      begin = border;
    }
    repair.append(doc_.text({begin, span.end}));
    doc_.damage.push_back({span, kind, std::move(repair)});
  }

  Document& doc_;
  Forms& forms_;
  std::vector<std::uint32_t>& ids_;
  std::vector<std::uint32_t> counts_;   // tokens of each form
  std::vector<std::uint8_t> known_;     // of each form: 0 not looked up, 1 yes, 2 no
  std::vector<std::string_view> seen_;  // capitalised surfaces, sorted
};

}  // namespace

void repair_words(Document& doc, Forms& forms, std::vector<std::uint32_t>& ids) {
  Repairer(doc, forms, ids).run();
}

}  // namespace crossread
