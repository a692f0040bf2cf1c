#include "claim/word_class.h"

#include <unordered_map>

#include "base/utf8.h"
#include "claim/word_features.h"
#include "claim/word_model.h"
#include "mention/form_index.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// Classes whose members are capitalised at the start of a sentence alone.
constexpr ClassSet kClosedClasses =
    class_bit(WordClass::determiner) | class_bit(WordClass::pronoun) |
    class_bit(WordClass::possessive_pronoun) | class_bit(WordClass::preposition) |
    class_bit(WordClass::conjunction) | class_bit(WordClass::to) | class_bit(WordClass::modal) |
    class_bit(WordClass::subordinator) | class_bit(WordClass::wh) |
    class_bit(WordClass::existential) | class_bit(WordClass::possessive);

bool single_class(ClassSet set) { return set != 0 && (set & (set - 1)) == 0; }

char shape_of(const Document& d, const Token& t) {
  if (t.casing == Casing::upper && d.surface(t).size() > 1) return 'A';
  const std::string_view surface = d.surface(t);
  if (surface.empty()) return 'a';
  if (is_upper(decode(surface, 0).code)) return 'C';
  for (const char c : surface) {
    if (c >= '0' && c <= '9') return '9';
  }
  return 'a';
}

// A word of the article: looked up once, however often it occurs.
struct KnownWord {
  WordForm form;
  ClassSet allowed = 0;
  ClassScores own{};   // of the features of the word itself
  ClassScores next{};  // and of those it is to the word before it
};

class WordTagger {
 public:
  WordTagger(const Document& document, std::vector<WordClass>& out)
      : d_(document),
        out_(out),
        model_(blob("word_class")),
        forms_(document),
        by_form_(forms_.size()) {
    words_.push_back(known("<", "<"));
    words_.push_back(known(">", ">"));
  }

  void sentence(Range tokens) {
    std::vector<std::uint32_t>& words = sentence_;
    std::vector<WordPlace>& places = places_;
    words.assign(tokens.size() + 2, 0);
    places.assign(tokens.size() + 2, {});
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i)
      words[i - tokens.first + 1] = word_of(i);
    words.back() = 1;
    for (std::uint32_t k = 0; k < words.size(); ++k) {
      places[k].form = &words_[words[k]].form;
      if (k == 0 || k + 1 == words.size()) continue;
      const std::uint32_t i = tokens.first + k - 1;
      places[k].shape = by_form_[forms_[i]].shape;
      places[k].after_mark = k == 1 || mark_at(i - 1);
    }
    TagHistory history;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      const std::uint32_t k = i - tokens.first + 1;
      out_[i] = tag(i, words_[words[k]], words_[words[k + 1]], &places[k], history);
      history.push(out_[i], *places[k].form);
    }
  }

 private:
  KnownWord known(std::string_view folded, std::string_view lemma) const {
    KnownWord w;
    w.allowed = model_.allowed(text_hash(folded));
    w.form = word_form(folded, lemma, w.allowed);
    if (!single_class(w.allowed)) {
      features_of_word(w.form, [&](std::uint32_t key) { model_.add(key, w.own); });
    }
    features_of_next(w.form, [&](std::uint32_t key) { model_.add(key, w.next); });
    return w;
  }

  // A form has one lemma but where it is a name in one place and a word in another.
  std::uint32_t word_of(std::uint32_t i) {
    const Token& t = d_.tokens[i];
    Known& known_here = by_form_[forms_[i]];
    if (known_here.word != 0 && known_here.lemma == t.lemma) return known_here.word;
    const std::string_view folded = d_.folded(t);
    const std::string_view lemma = d_.lemma(t);
    const std::uint64_t key = std::uint64_t{text_hash(folded)} << 32 | text_hash(lemma);
    const auto [at, fresh] = index_.try_emplace(key, static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.push_back(known(folded, lemma));
    known_here = {t.lemma, at->second, shape_of(d_, t)};
    return at->second;
  }

  bool mark_at(std::uint32_t i) const {
    const TokenKind kind = d_.tokens[i].kind;
    return kind == TokenKind::punctuation || kind == TokenKind::end;
  }

  WordClass tag(std::uint32_t i, const KnownWord& word, const KnownWord& next,
                const WordPlace* place, const TagHistory& history) const {
    const Token& t = d_.tokens[i];
    const std::string_view folded = d_.folded(t);
    if (mark_at(i) || folded.empty()) return WordClass::mark;
    if (t.kind == TokenKind::number || (folded[0] >= '0' && folded[0] <= '9'))
      return WordClass::number;
    const bool capital = place->shape == 'A' || place->shape == 'C';
    ClassSet set = possible_classes(word.form, word.allowed);
    if (single_class(set) && (!capital || (set & kClosedClasses) != 0 || place->after_mark)) {
      return best_class({}, set);
    }
    set = after_class(set, history.one);
    if (capital) set |= class_bit(WordClass::name);
    ClassScores scores = word.own;
    if (single_class(word.allowed)) {
      features_of_word(word.form, [&](std::uint32_t key) { model_.add(key, scores); });
    }
    for (std::size_t c = 0; c < scores.size(); ++c) {
      scores[c] = static_cast<std::int16_t>(scores[c] + next.next[c]);
    }
    features_of_place(place[0], place[-1], place[1], history,
                      [&](std::uint32_t key) { model_.add(key, scores); });
    return best_class(scores, set);
  }

  const Document& d_;
  std::vector<WordClass>& out_;
  WordModel model_;
  struct Known {
    Span lemma;
    std::uint32_t word = 0;  // index into words_; 0 is none
    char shape = 'a';
  };
  FormIndex forms_;
  std::vector<Known> by_form_;  // what was found for the form last
  std::vector<std::uint32_t> sentence_;
  std::vector<WordPlace> places_;
  std::vector<KnownWord> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_;
};

}  // namespace

std::vector<WordClass> word_classes(const Document& document) {
  std::vector<WordClass> out(document.tokens.size(), WordClass::other);
  WordTagger tagger(document, out);
  for (const Sentence& s : document.sentences) tagger.sentence(s.tokens);
  return out;
}

}  // namespace crossread
