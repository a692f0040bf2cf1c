// train_words.cpp — trains the word classes of src/claim/word_class.h, writes word_class.bin.
//
//     train_words DATA_DIR src/tables/word_class.bin      trains, writes, prints the shares of the
//     dev files
//
// DATA_DIR holds columns (form, UPOS, XPOS, …, blank line between sentences) of UD English-EWT and
// the freely licensed part of UD English-GUM: ewt.train.tsv, gum_free.train.tsv, gum_news.train.tsv
// and the three .dev.tsv files.
//
// A greedy tagger with averaged perceptron weights (Collins 2002), over the features of
// src/claim/word_features.h, the lemmas of src/text/lemma.h and a dictionary of the classes that
// common words can have. Whole numbers and a fixed order: the same data give the same bytes.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "claim/word_features.h"
#include "claim/word_model.h"
#include "text/lemma.h"

using namespace crossread;

namespace {

constexpr int kRounds = 6;
constexpr int kScale = 4;      // weights are kept in quarters
constexpr int kSmallest = 5;   // smaller ones are dropped
constexpr int kSeenOften = 3;  // a feature seen less often is dropped
constexpr std::size_t kClasses = static_cast<std::size_t>(WordClass::other) + 1;

struct Word {
  std::string text;
  WordForm form;
  ClassSet allowed = 0;
};
struct Cell {
  std::size_t word = 0;
  char shape = 'a';
  bool mark = false, number = false;
  WordClass truth = WordClass::other;
};
using Line = std::vector<Cell>;

WordClass class_of(const std::string& upos, const std::string& xpos, const std::string& form) {
  using enum WordClass;
  static const std::map<std::string, WordClass> kVerbs = {
      {"VB", verb_base},     {"VBD", verb_past}, {"VBG", verb_ing}, {"VBN", verb_participle},
      {"VBP", verb_present}, {"VBZ", verb_s},    {"MD", modal}};
  static const std::map<std::string, WordClass> kOthers = {
      {"NOUN", noun}, {"PROPN", name}, {"ADJ", adjective}, {"CCONJ", conjunction}, {"NUM", number}};
  if (upos == "PUNCT" ||
      (upos == "SYM" && form != "$" && form != "%" && form != "£" && form != "€"))
    return mark;
  if (upos == "VERB" || upos == "AUX") {
    const auto it = kVerbs.find(xpos);
    return it == kVerbs.end() ? verb_base : it->second;
  }
  if (upos == "PRON") {
    if (xpos == "PRP$") return possessive_pronoun;
    if (xpos == "WDT" || xpos == "WP" || xpos == "WP$") return wh;
    return xpos == "EX" ? existential : xpos == "DT" ? determiner : pronoun;
  }
  if (upos == "DET") return xpos == "PRP$" ? possessive_pronoun : xpos == "WDT" ? wh : determiner;
  if (upos == "ADP") return xpos == "RP" ? particle : preposition;
  if (upos == "SCONJ") return xpos == "WRB" ? wh : subordinator;
  if (upos == "ADV") return xpos == "WRB" ? wh : adverb;
  if (upos == "PART") return xpos == "TO" ? to : xpos == "POS" ? possessive : adverb;
  const auto it = kOthers.find(upos);
  return it == kOthers.end() ? other : it->second;
}

char shape_of(const std::string& form) {
  bool upper = false, lower = false, digit = false;
  for (std::uint32_t i = 0; i < form.size();) {
    const Character c = decode(form, i);
    upper = upper || is_upper(c.code);
    lower = lower || is_lower(c.code);
    digit = digit || is_digit(c.code);
    i += c.bytes;
  }
  if (upper && !lower && form.size() > 1) return 'A';
  if (is_upper(decode(form, 0).code)) return 'C';
  return digit ? '9' : 'a';
}

bool is_mark_form(const std::string& form) {
  if (form == "$" || form == "%" || form == "£" || form == "€") return false;
  for (std::uint32_t i = 0; i < form.size();) {
    const Character c = decode(form, i);
    if (is_letter(c.code) || is_digit(c.code)) return false;
    i += c.bytes;
  }
  return true;
}

struct Corpus {
  std::vector<Word> words;
  std::unordered_map<std::string, std::size_t> index;

  std::size_t word(const std::string& text) {
    const auto [at, fresh] = index.try_emplace(text, words.size());
    if (fresh) words.push_back({text, {}, 0});
    return at->second;
  }

  std::vector<Line> read(const std::string& path) {
    std::vector<Line> lines(1);
    std::ifstream in(path);
    if (!in) std::fprintf(stderr, "no file %s\n", path.c_str());
    for (std::string row; std::getline(in, row);) {
      if (row.empty()) {
        if (!lines.back().empty()) lines.emplace_back();
        continue;
      }
      const std::size_t one = row.find('\t'), two = row.find('\t', one + 1),
                        three = row.find('\t', two + 1);
      const std::string form = row.substr(0, one);
      if (form.empty() || form == "_" || form.find(' ') != std::string::npos) continue;
      Cell cell;
      cell.truth =
          class_of(row.substr(one + 1, two - one - 1), row.substr(two + 1, three - two - 1), form);
      cell.shape = shape_of(form);
      cell.mark = is_mark_form(form);
      const std::string folded = fold(form);
      cell.number = !folded.empty() && folded[0] >= '0' && folded[0] <= '9';
      cell.word = word(folded);
      lines.back().push_back(cell);
    }
    if (lines.back().empty()) lines.pop_back();
    return lines;
  }
};

// The classes of the words that were seen often enough to say.
void fill_dictionary(Corpus& corpus, const std::vector<Line>& lines) {
  std::vector<std::array<int, kClasses>> seen(corpus.words.size());
  for (auto& row : seen) row.fill(0);
  for (const Line& line : lines) {
    for (const Cell& c : line) {
      if (!c.mark && !c.number) ++seen[c.word][static_cast<std::size_t>(c.truth)];
    }
  }
  for (std::size_t w = 0; w < corpus.words.size(); ++w) {
    int total = 0, most = 0, closed = 0;
    std::size_t top = 0;
    for (std::size_t c = 0; c < kClasses; ++c) {
      total += seen[w][c];
      if ((kOpenClasses >> c & 1) == 0) closed += seen[w][c];
      if (seen[w][c] > most) most = seen[w][c], top = c;
    }
    ClassSet set = 0;
    const bool plain = top != static_cast<std::size_t>(WordClass::other) &&
                       top != static_cast<std::size_t>(WordClass::mark);
    const bool closed_word = closed * 2 > total && total >= 3;
    if (total >= 8 && most * 1000 >= total * 985 && plain) {
      set = ClassSet{1} << top;
    } else if (total >= 20 || closed_word) {
      for (std::size_t c = 0; c < kClasses; ++c) {
        if (seen[w][c] * 200 >= total && (seen[w][c] >= 2 || seen[w][c] * 20 >= total))
          set |= ClassSet{1} << c;
      }
      set &= ~class_bit(WordClass::mark);
      if (closed_word && closed * 20 > total * 19)
        set &= ~kOpenClasses | class_bit(WordClass::adverb) | class_bit(WordClass::adjective) |
               class_bit(WordClass::noun);
    }
    // One token here, two in the treebanks.
    if (corpus.words[w].text == "cannot") set = class_bit(WordClass::modal);
    corpus.words[w].allowed = set;
  }
}

struct Weights {
  std::array<int, kClasses> now{};
  std::array<long, kClasses> total{};
  std::array<long, kClasses> stamp{};
  int seen = 0;
};

class Trainer {
 public:
  explicit Trainer(Corpus& corpus) : corpus_(corpus) {
    edge_.form = &edge_form_;
    edge_form_ = word_form("<", "<", 0);
    end_form_ = word_form(">", ">", 0);
    end_.form = &end_form_;
  }

  void train(std::vector<Line>& lines) {
    std::uint64_t random = 88172645463325252u;
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = lines.size(); i > 1; --i) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        std::swap(lines[i - 1], lines[random % i]);
      }
      long wrong = 0, all = 0;
      for (const Line& line : lines) {
        walk(line, [&](const Cell& cell, const std::vector<std::uint32_t>& keys, ClassSet set) {
          ++now_, ++all;
          std::vector<Weights*> rows;
          std::array<int, kClasses> sum{};
          for (const std::uint32_t key : keys) {
            Weights& w = weights_[key];
            if (round == 0) ++w.seen;
            rows.push_back(&w);
            for (std::size_t c = 0; c < kClasses; ++c) sum[c] += w.now[c];
          }
          const WordClass guess = best(sum, set);
          const bool possible = (set & class_bit(cell.truth)) != 0;
          if (guess != cell.truth) ++wrong;
          if (guess != cell.truth && possible) {
            for (Weights* w : rows) {
              change(*w, cell.truth, 1);
              change(*w, guess, -1);
            }
          }
          return guess;
        });
      }
      std::fprintf(stderr, "round %d: %ld of %ld wrong\n", round + 1, wrong, all);
    }
  }

  void change(Weights& w, WordClass which, int by) {
    const auto c = static_cast<std::size_t>(which);
    w.total[c] += (now_ - w.stamp[c]) * w.now[c];
    w.stamp[c] = now_;
    w.now[c] += by;
  }

  static WordClass best(const std::array<int, kClasses>& sum, ClassSet set) {
    std::size_t best = kClasses;
    for (std::size_t c = 0; c < kClasses; ++c) {
      if ((set >> c & 1) && (best == kClasses || sum[c] > sum[best])) best = c;
    }
    return best == kClasses ? WordClass::noun : static_cast<WordClass>(best);
  }

  // Asks `decide` for the class of each word that the dictionary leaves open, left to right.
  template <typename Decide>
  void walk(const Line& line, Decide&& decide) {
    std::vector<WordPlace> places(line.size() + 2);
    places.front() = edge_, places.back() = end_;
    for (std::size_t k = 0; k < line.size(); ++k) {
      places[k + 1] = {&corpus_.words[line[k].word].form, line[k].shape,
                       k == 0 || line[k - 1].mark};
    }
    TagHistory history;
    std::vector<std::uint32_t> keys;
    for (std::size_t k = 0; k < line.size(); ++k) {
      const Cell& cell = line[k];
      const WordPlace* place = &places[k + 1];
      WordClass c = WordClass::mark;
      if (cell.number) {
        c = WordClass::number;
      } else if (!cell.mark) {
        ClassSet set = possible_classes(*place->form, corpus_.words[cell.word].allowed);
        const bool capital = cell.shape == 'A' || cell.shape == 'C';
        const bool single = (set & (set - 1)) == 0;
        if (single && (!capital || (set & ~kOpenClasses) != 0 || place->after_mark)) {
          c = best({}, set);
          decided(cell, c);
        } else {
          set = after_class(set, history.one);
          if (capital) set |= class_bit(WordClass::name);
          keys.clear();
          const auto add = [&](std::uint32_t key) { keys.push_back(key); };
          features_of_word(*place->form, add);
          features_of_next(*place[1].form, add);
          features_of_place(place[0], place[-1], place[1], history, add);
          c = decide(cell, keys, set);
        }
      }
      history.push(c, *place->form);
    }
  }

  // Averages, keeps what is worth its bytes, and gives the file.
  std::string finish() {
    std::map<std::uint32_t, std::string> runs;
    for (auto& [key, w] : weights_) {
      std::string run;
      for (std::size_t c = 0; c < kClasses; ++c) {
        const long total = w.total[c] + (now_ - w.stamp[c]) * w.now[c];
        const long scaled = (total * kScale * 2 + (total < 0 ? -now_ : now_)) / (2 * now_);
        const long weight = std::clamp(scaled, -127L, 127L);
        if (w.seen < kSeenOften || (weight < kSmallest && weight > -kSmallest)) continue;
        run.push_back(static_cast<char>(c));
        run.push_back(static_cast<char>(weight + 128));
      }
      if (!run.empty()) runs.emplace(key, run);
    }
    for (const Word& word : corpus_.words) {
      std::string run;
      for (std::size_t c = 0; c < kClasses; ++c) {
        if (word.allowed >> c & 1) run += {static_cast<char>(c), static_cast<char>(128)};
      }
      if (!run.empty()) runs[feature_key('=', word.form.word)] = run;
    }
    const std::string bytes = word_model_bytes(runs);
    std::fprintf(stderr, "%zu keys, %zu bytes\n", runs.size(), bytes.size());
    return bytes;
  }

  void test(const WordModel& model, const char* name, const std::vector<Line>& lines) {
    hits_ = all_ = 0;
    wrong_.clear();
    for (const Line& line : lines) {
      walk(line, [&](const Cell& cell, const std::vector<std::uint32_t>& keys, ClassSet set) {
        ClassScores scores{};
        for (const std::uint32_t key : keys) model.add(key, scores);
        const WordClass c = best_class(scores, set);
        decided(cell, c);
        return c;
      });
      for (const Cell& cell : line) {
        if (cell.mark || cell.number)
          decided(cell, cell.mark ? WordClass::mark : WordClass::number);
      }
    }
    std::printf("%s %ld.%02ld of 100 of %ld;", name, hits_ * 100 / all_, hits_ * 10000 / all_ % 100,
                all_);
    std::vector<std::pair<int, std::string>> list;
    for (const auto& [what, n] : wrong_) list.emplace_back(-n, what);
    std::sort(list.begin(), list.end());
    for (std::size_t i = 0; i < list.size() && i < 14; ++i)
      std::printf(" %s %d", list[i].second.c_str(), -list[i].first);
    std::printf("\n");
  }

 private:
  void decided(const Cell& cell, WordClass c) {
    ++all_;
    hits_ += c == cell.truth;
    if (c == cell.truth) return;
    static constexpr const char* kNames[] = {
        "noun",  "name", "adj",  "adv",  "num", "det",  "pron", "poss",  "wh",
        "there", "base", "past", "pres", "vs",  "ing",  "part", "modal", "prep",
        "rp",    "sub",  "conj", "to",   "'s",  "mark", "other"};
    ++wrong_[std::string(kNames[static_cast<std::size_t>(cell.truth)]) + ">" +
             kNames[static_cast<std::size_t>(c)]];
  }

  Corpus& corpus_;
  WordForm edge_form_, end_form_;
  WordPlace edge_, end_;
  std::unordered_map<std::uint32_t, Weights> weights_;
  long now_ = 0;
  long hits_ = 0, all_ = 0;
  std::map<std::string, int> wrong_;
};

}  // namespace

int main(int count, char** args) {
  if (count != 3) {
    std::fprintf(stderr, "usage: train_words DATA_DIR OUT\n");
    return 2;
  }
  const std::string folder = std::string(args[1]) + "/";
  Corpus corpus;
  std::vector<Line> lines;
  for (const char* name : {"ewt", "gum_free", "gum_news"}) {
    const auto more = corpus.read(folder + name + ".train.tsv");
    lines.insert(lines.end(), more.begin(), more.end());
  }
  corpus.word("cannot");
  fill_dictionary(corpus, lines);
  const std::vector<std::string> names = {"ewt.dev", "gum_free.dev", "gum_news.dev"};
  std::vector<std::vector<Line>> dev;
  for (const std::string& name : names) dev.push_back(corpus.read(folder + name + ".tsv"));
  for (Word& word : corpus.words)
    word.form = word_form(word.text, lemma_of(word.text), word.allowed);
  Trainer trainer(corpus);
  trainer.train(lines);
  const std::string bytes = trainer.finish();
  std::ofstream out(args[2], std::ios::binary);
  out << bytes;
  const WordModel model(bytes);
  for (std::size_t i = 0; i < names.size(); ++i) trainer.test(model, names[i].c_str(), dev[i]);
  return 0;
}
