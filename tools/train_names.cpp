// train_names — learns the weights of the name tagger and writes src/tables/names_model.bin.
//
//     train_names --index src/tables/names_index.bin       after a change of the name tables; build
//     train_names NER_DIR CLUSTER_DIR NEWS_TEXT src/tables/names_model.bin [--kept N] [--epochs N]
//
// NER_DIR has CoNLL columns (token TAB tag), CLUSTER_DIR has glove100k_k512.tsv and _k64.tsv,
// NEWS_TEXT is plain news for the statistics of upper and lower case. The columns are put back
// together as running text, read by read_document and seen through name_features: training and use
// run the same code. A conditional random field, trained by AdaGrad with lexical dropout, averaged
// over the last epochs, pruned to the features that carry most, trained on, rounded to 8 bits.
// The same input gives the same bytes. About three minutes on one core.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "mention/name_features.h"
#include "mention/name_lexicon.h"
#include "mention/name_model.h"
#include "mention/name_tagger.h"
#include "mention/static_function.h"
#include "tables/tables.h"

using namespace crossread;

namespace {

// ---- the sets: which file, how much it weighs -----------------------------------------------------
struct Set {
  const char* file;
  float weight;
  bool web = false;       // hyphens and clitics are tokens of their own without space around them
  bool has_other = true;  // MISC is marked; where it is not, O may hide one
};
constexpr Set kSets[] = {
    {"uner_ewt_oth.train", 1.0F, true, true}, {"wikigold.test", 1.0F, false, true},
    {"crossner_politics.4.dev", 1.0F}, {"crossner_politics.4.train", 1.0F},
    {"crossner_science.4.dev", 0.5F}, {"crossner_science.4.train", 0.5F},
    {"crossner_literature.4.dev", 0.5F}, {"crossner_literature.4.train", 0.5F},
    {"crossner_music.4.dev", 0.5F}, {"crossner_music.4.train", 0.5F},
    {"crossner_ai.4.dev", 0.5F}, {"crossner_ai.4.train", 0.5F},
    {"re3d.4.nobbc", 0.7F}, {"btc.g", 0.7F, false, false}, {"btc.a", 0.5F, false, false},
    {"btc.b", 0.5F, false, false}, {"btc.e", 0.5F, false, false}, {"btc.f", 0.5F, false, false},
    {"btc.h", 0.5F, false, false}, {"wnut17.4.train", 0.7F}, {"wnut17.4.dev", 0.7F},
};

struct GoldSpan {
  Span span;
  int type = 0;  // of Coarse
};
struct Column {
  std::string word, tag;
};
using Lines = std::vector<std::vector<Column>>;

Lines read_columns(const std::string& path) {
  std::ifstream in(path);
  if (!in) std::fprintf(stderr, "cannot open %s\n", path.c_str());
  Lines out(1);
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back().push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

int type_of_tag(const std::string& tag) {
  if (tag.size() < 3) return -1;
  const std::string t = tag.substr(2);
  return t == "PER" ? 0 : t == "ORG" ? 1 : t == "LOC" ? 2 : 3;
}

// ---- running text out of columns -----------------------------------------------------------------
struct Text {
  std::string bytes;
  std::vector<GoldSpan> gold;
};

bool one_of(const std::string& w, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* x) { return w == x; });
}

bool clings_left(const std::string& w) {
  return one_of(w, {",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "n't", "'re", "'ve",
                    "'ll", "'d", "'m", "’s", "n’t", "…", "...", "''", "”"});
}

void append_line(Text& text, const std::vector<Column>& line, bool web) {
  bool quote_open = false;
  bool glue = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string w = line[i].word;
    if (w == "``" || w == "''") w = "\"";
    bool left = glue || clings_left(w);
    bool right = one_of(w, {"(", "[", "{", "$", "£", "€", "“", "#", "@"});
    if (w == "\"") {
      left = glue || quote_open;
      right = !quote_open;
      quote_open = !quote_open;
    }
    if (web && w == "-" && i > 0 && i + 1 < line.size() && line[i - 1].word.size() > 1) left = right = true;
    if (!left) text.bytes.push_back(' ');
    const auto begin = static_cast<std::uint32_t>(text.bytes.size());
    text.bytes += w;
    const auto end = static_cast<std::uint32_t>(text.bytes.size());
    const int type = type_of_tag(line[i].tag);
    if (type >= 0) {
      const bool inside = line[i].tag[0] == 'I' && i > 0 && type_of_tag(line[i - 1].tag) == type;
      if (inside && !text.gold.empty()) {
        text.gold.back().span.end = end;
      } else {
        text.gold.push_back({{begin, end}, type});
      }
    }
    glue = right;
  }
  text.bytes.push_back('\n');
}

std::vector<Text> texts_of(const std::string& path, bool web) {
  constexpr std::size_t kLines = 20;
  std::vector<Text> out;
  std::size_t n = 0;
  for (const auto& line : read_columns(path)) {
    if (n++ % kLines == 0) out.emplace_back();
    append_line(out.back(), line, web);
  }
  return out;
}

// ---- words: clusters and casing --------------------------------------------------------------------
struct WordEntry {
  std::uint64_t hash = 0;
  std::uint32_t value = 0;  // below StaticFunction::kValues
};

std::vector<std::pair<std::string, int>> read_clusters(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::pair<std::string, int>> out;
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) out.emplace_back(line.substr(0, tab), std::atoi(line.c_str() + tab + 1));
  }
  return out;
}

struct CaseCount {
  int lower = 0, capital = 0;
};

std::unordered_map<std::string, CaseCount> count_casing(const std::string& path) {
  std::ifstream in(path);
  std::unordered_map<std::string, CaseCount> counts;
  std::string line;
  while (std::getline(in, line)) {
    bool initial = true;
    for (std::size_t at = 0; at < line.size();) {
      std::size_t end = line.find(' ', at);
      if (end == std::string::npos) end = line.size();
      const std::string w = line.substr(at, end - at);
      at = end + 1;
      if (w.empty()) continue;
      const char32_t c = decode(w, 0).code;
      if (!is_letter(c)) {
        initial = initial || w == "\"" || w == "``" || w == ":";
        continue;
      }
      if (!initial) {
        CaseCount& count = counts[fold(w)];
        ++(is_upper(c) ? count.capital : count.lower);
      }
      initial = false;
    }
  }
  return counts;
}

WordCase case_of(const CaseCount& c) {
  const int all = c.lower + c.capital;
  if (all < 2) return WordCase::unknown;
  if (c.capital * 20 >= all * 19) return WordCase::capital;
  if (c.lower * 20 >= all * 19) return WordCase::lower;
  return WordCase::both;
}

// ---- the file ------------------------------------------------------------------------------------
void put32(std::string& out, std::uint32_t v) {
  for (int k = 0; k < 4; ++k) out.push_back(static_cast<char>(v >> (8 * k)));
}

// Static function: peel a random three-part hypergraph, then fill it backwards. Values are below
// StaticFunction::kValues. Empty if the graph does not peel: try another number of cells.
std::string try_function(const std::vector<WordEntry>& words, std::uint32_t cells) {
  std::vector<std::uint32_t> degree(cells), mask(cells);
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    for (const std::uint32_t c : StaticFunction::cells_of(words[w].hash, cells)) {
      ++degree[c];
      mask[c] ^= w;
    }
  }
  std::vector<std::uint32_t> queue;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // word, its own cell
  for (std::uint32_t c = 0; c < cells; ++c) {
    if (degree[c] == 1) queue.push_back(c);
  }
  while (!queue.empty()) {
    const std::uint32_t c = queue.back();
    queue.pop_back();
    if (degree[c] != 1) continue;
    const std::uint32_t w = mask[c];
    order.emplace_back(w, c);
    for (const std::uint32_t k : StaticFunction::cells_of(words[w].hash, cells)) {
      --degree[k];
      mask[k] ^= w;
      if (degree[k] == 1) queue.push_back(k);
    }
  }
  if (order.size() != words.size()) return {};
  std::vector<std::uint32_t> value(cells);
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto [w, own] = order[i];
    std::uint32_t v = StaticFunction::fingerprint(words[w].hash) | words[w].value << 11;
    for (const std::uint32_t k : StaticFunction::cells_of(words[w].hash, cells)) {
      if (k != own) v ^= value[k];
    }
    value[own] = v;
  }
  std::string out;
  for (const std::uint32_t v : value) {
    for (int k = 0; k < 3; ++k) out.push_back(static_cast<char>(v >> (8 * k)));
  }
  return out;
}

std::string build_function(const std::vector<WordEntry>& words, std::uint32_t& cells) {
  cells = static_cast<std::uint32_t>(static_cast<double>(words.size()) * 1.235) / 3 * 3 + 3;
  for (;; cells += 3) {
    std::string bytes = try_function(words, cells);
    if (!bytes.empty()) return bytes;
  }
}

// ---- the index of the tables (--index) -----------------------------------------------------------
std::string build_index() {
  std::map<std::string, Signs> signs;
  for (const char* name : {"name_words", "first_names", "demonyms", "family_first"}) {
    for (const auto& entry : table(name)) signs[std::string(entry.key)];
  }
  const auto starts = [&](const char* name, Start start) {
    for (const auto& entry : table(name)) {
      // A key begins with the first token of its text: cut where the tokenizer cuts.
      Article article;
      article.text = std::string(entry.key);
      const Document d = read_document(std::move(article));
      signs[std::string(d.folded(d.tokens[0]))] |= bit(start);
    }
  };
  starts("places", Start::place);
  starts("organisations", Start::organisation);
  starts("brands", Start::organisation);
  starts("titles", Start::title);
  std::map<Signs, std::uint32_t> kinds;
  std::vector<WordEntry> words;
  for (auto& [word, s] : signs) {
    s |= signs_by_tables(word);
    kinds.try_emplace(s, static_cast<std::uint32_t>(kinds.size()));
    words.push_back({hash_word(word), kinds[s]});
  }
  std::vector<Signs> by_number(kinds.size());
  for (const auto& [s, n] : kinds) by_number[n] = s;
  std::uint32_t cells = 0;
  const std::string function = build_function(words, cells);
  std::string out;
  for (const std::uint32_t v : {kNameIndexMagic, 1U, cells, static_cast<std::uint32_t>(by_number.size())}) put32(out, v);
  for (const Signs s : by_number) {
    put32(out, static_cast<std::uint32_t>(s));
    put32(out, static_cast<std::uint32_t>(s >> 32));
  }
  std::fprintf(stderr, "index: %zu words, %zu kinds, %zu bytes\n", words.size(), kinds.size(), out.size() + function.size());
  return out + function;
}

struct FileParts {
  std::string moves, coarse, words, marks, weights;
  std::uint32_t cells = 0, slots = 0;
  std::string bytes() const {
    std::string out;
    for (const std::uint32_t v : {kNameModelMagic, kNameModelVersion, std::uint32_t{kNameTags}, cells,
                                  slots, 0U, 0U, 0U}) {
      put32(out, v);
    }
    return out + moves + coarse + words + marks + weights;
  }
};

FileParts word_parts(const std::string& dir, const std::string& news, std::size_t limit) {
  const auto fine = read_clusters(dir + "/glove100k_k512.tsv");
  std::unordered_map<std::string, int> coarse;
  for (const auto& [w, c] : read_clusters(dir + "/glove100k_k64.tsv")) coarse[w] = c;
  std::vector<std::map<int, int>> votes(kFineClusters);
  const auto casing = count_casing(news);
  std::map<std::uint64_t, std::uint32_t> values;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    const auto& [w, c] = fine[i];
    ++votes[static_cast<std::size_t>(c)][coarse[w]];
    const auto it = casing.find(w);
    const WordCase k = it == casing.end() ? WordCase::unknown : case_of(it->second);
    if (i >= limit && k != WordCase::capital) continue;
    values[hash_word(w)] = static_cast<std::uint32_t>(c + 1) | static_cast<std::uint32_t>(k) << 10;
  }
  for (const auto& [w, count] : casing) {
    const WordCase k = case_of(count);
    if (k == WordCase::unknown || values.contains(hash_word(w))) continue;
    values[hash_word(w)] = static_cast<std::uint32_t>(k) << 10;
  }
  FileParts parts;
  parts.coarse.push_back(0);
  for (const auto& v : votes) {
    const auto best = std::max_element(v.begin(), v.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    parts.coarse.push_back(static_cast<char>(best == v.end() ? 0 : best->first));
  }
  std::vector<WordEntry> words;
  for (const auto& [h, v] : values) words.push_back({h, v});
  parts.words = build_function(words, parts.cells);
  std::fprintf(stderr, "%zu words in %u cells\n", words.size(), parts.cells);
  return parts;
}

// ---- examples --------------------------------------------------------------------------------------
struct Example {
  std::vector<std::uint32_t> start;    // of each token's features
  std::vector<std::uint32_t> lexical;  // how many of them name the word
  std::vector<std::uint32_t> features;
  std::vector<std::int8_t> gold;
  float weight = 1;
  std::size_t size() const { return gold.size(); }
};

class FeatureIds {
 public:
  std::uint32_t id(std::uint64_t hash, bool grow) {
    const auto it = ids_.find(hash);
    if (it != ids_.end()) return it->second;
    if (!grow) return kNone;
    const auto fresh = static_cast<std::uint32_t>(hashes.size());
    ids_.emplace(hash, fresh);
    hashes.push_back(hash);
    return fresh;
  }
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint64_t> hashes;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

struct Corpus {
  std::vector<Example> examples;
  std::size_t gold = 0;    // spans there are
  std::size_t within = 0;  // spans that the active tokens can express
};

int tag_at(const std::vector<GoldSpan>& gold, Span token, bool fresh, std::size_t& at) {
  while (at < gold.size() && gold[at].span.end <= token.begin) ++at;
  if (at == gold.size() || token.end <= gold[at].span.begin) return 0;
  const auto type = static_cast<Coarse>(gold[at].type);
  return fresh || token.begin <= gold[at].span.begin ? begin_tag(type) : inside_tag(type);
}

void add_text(const Text& text, const NameModel& model, float weight, FeatureIds& ids, bool grow,
              Corpus& corpus) {
  Article article;
  article.id = "t";
  article.text = text.bytes;
  const Document document = read_document(std::move(article));
  const NameLexicon lexicon(document);
  const NameContext context(document, lexicon, model);
  corpus.gold += text.gold.size();
  std::vector<std::uint64_t> found;
  std::size_t at = 0;
  for (std::size_t s = 0; s < context.segments().size(); ++s) {
    const Range r = context.segments()[s];
    Example e;
    e.weight = weight;
    int last = 0;
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      std::size_t lexical = 0;
      name_features(context, s, i, found, &lexical);
      e.start.push_back(static_cast<std::uint32_t>(e.features.size()));
      std::size_t kept = 0;
      for (std::size_t k = 0; k < found.size(); ++k) {
        const std::uint32_t id = ids.id(found[k], grow);
        if (id == FeatureIds::kNone) continue;
        e.features.push_back(id);
        if (k < lexical) ++kept;
      }
      e.lexical.push_back(static_cast<std::uint32_t>(kept));
      int tag = tag_at(text.gold, document.tokens[i].span, false, at);
      if (is_inside(tag) && !may_follow(e.gold.empty() ? -1 : last, tag)) tag -= 1;
      if (tag != 0 && !is_inside(tag)) ++corpus.within;
      e.gold.push_back(static_cast<std::int8_t>(tag));
      last = tag;
    }
    e.start.push_back(static_cast<std::uint32_t>(e.features.size()));
    corpus.examples.push_back(std::move(e));
  }
}

// ---- the field ---------------------------------------------------------------------------------
constexpr int kEdge = kNameTags;
constexpr std::size_t kMoves = (kNameTags + 1) * (kNameTags + 1);

struct Weights {
  std::vector<float> w;      // feature × tag
  std::vector<float> moves;  // kMoves
};

double log_sum(const double* v, int n) {
  double top = v[0];
  for (int i = 1; i < n; ++i) top = std::max(top, v[i]);
  if (top < -1e8) return top;
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += std::exp(v[i] - top);
  return top + std::log(sum);
}

struct Options {
  int epochs = 6;
  std::size_t kept = 52'000;
  float rate = 0.1F;
  float decay = 0.15F;  // of a Gaussian prior: spread over the uses of a feature
  double drop_lexical = 0.3;  // all words, ends and bigrams of a token at once
  double drop_any = 0.1;
};

class Trainer {
 public:
  Trainer(const std::vector<std::uint32_t>& uses, const Options& options)
      : options_(options), random_(20241122) {
    const std::size_t features = uses.size();
    weights_.w.assign(features * kNameTags, 0);
    weights_.moves.assign(kMoves, 0);
    squares_.assign(features * kNameTags, 1);
    move_squares_.assign(kMoves, 1);
    for (const std::uint32_t n : uses) decay_.push_back(options.decay / static_cast<float>(std::max(n, 1U)));
  }

  void epoch(const std::vector<Example>& examples) {
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    for (const std::uint32_t i : order) learn(examples[i]);
  }

  Weights& weights() { return weights_; }

 private:
  bool chance(double p) { return static_cast<double>(random_()) < p * 4294967296.0; }

  void drop(const Example& e) {
    active_.clear();
    first_.clear();
    for (std::size_t k = 0; k < e.size(); ++k) {
      first_.push_back(static_cast<std::uint32_t>(active_.size()));
      const std::uint32_t begin = e.start[k] + (chance(options_.drop_lexical) ? e.lexical[k] : 0);
      for (std::uint32_t f = begin; f < e.start[k + 1]; ++f) {
        if (!chance(options_.drop_any)) active_.push_back(e.features[f]);
      }
    }
    first_.push_back(static_cast<std::uint32_t>(active_.size()));
  }

  void learn(const Example& e) {
    drop(e);
    const std::size_t n = e.size();
    emit_.assign(n, {});
    for (std::size_t k = 0; k < n; ++k) {
      for (std::uint32_t f = first_[k]; f < first_[k + 1]; ++f) {
        const float* w = &weights_.w[std::size_t{active_[f]} * kNameTags];
        for (std::size_t t = 0; t < kNameTags; ++t) emit_[k][t] += static_cast<double>(w[t]);
      }
    }
    forward_backward(n);
    update(e);
  }

  double move(int from, int to) const {
    return static_cast<double>(weights_.moves[static_cast<std::size_t>(from * (kNameTags + 1) + to)]);
  }

  void forward_backward(std::size_t n) {
    constexpr double kNo = -1e9;
    alpha_.assign(n, {});
    beta_.assign(n, {});
    double v[kNameTags];
    for (std::size_t k = 0; k < n; ++k) {
      for (int to = 0; to < kNameTags; ++to) {
        const auto t = static_cast<std::size_t>(to);
        if (k == 0) {
          alpha_[k][t] = may_follow(-1, to) ? move(kEdge, to) + emit_[k][t] : kNo;
          continue;
        }
        for (int from = 0; from < kNameTags; ++from) {
          v[from] = may_follow(from, to) ? alpha_[k - 1][static_cast<std::size_t>(from)] + move(from, to) : kNo;
        }
        alpha_[k][t] = log_sum(v, kNameTags) + emit_[k][t];
      }
    }
    for (std::size_t k = n; k-- > 0;) {
      for (int from = 0; from < kNameTags; ++from) {
        const auto f = static_cast<std::size_t>(from);
        if (k + 1 == n) {
          beta_[k][f] = move(from, kEdge);
          continue;
        }
        for (int to = 0; to < kNameTags; ++to) {
          const auto t = static_cast<std::size_t>(to);
          v[to] = may_follow(from, to) ? move(from, to) + emit_[k + 1][t] + beta_[k + 1][t] : kNo;
        }
        beta_[k][f] = log_sum(v, kNameTags);
      }
    }
    for (int t = 0; t < kNameTags; ++t) {
      v[t] = alpha_[n - 1][static_cast<std::size_t>(t)] + beta_[n - 1][static_cast<std::size_t>(t)];
    }
    total_ = log_sum(v, kNameTags);
  }

  void step(float& w, float& square, float gradient, float decay) const {
    square += gradient * gradient;
    w -= options_.rate * (gradient + decay * w) / std::sqrt(square);
  }

  void update(const Example& e) {
    const std::size_t n = e.size();
    std::array<float, kMoves> moves{};
    const auto cell = [](int from, int to) { return static_cast<std::size_t>(from * (kNameTags + 1) + to); };
    for (std::size_t k = 0; k < n; ++k) {
      std::array<float, kNameTags> gradient{};
      for (int t = 0; t < kNameTags; ++t) {
        const auto at = static_cast<std::size_t>(t);
        const double p = std::exp(alpha_[k][at] + beta_[k][at] - total_);
        gradient[at] = e.weight * static_cast<float>(p - (e.gold[k] == t ? 1.0 : 0.0));
        if (k == 0) moves[cell(kEdge, t)] += gradient[at];
        if (k + 1 == n) moves[cell(t, kEdge)] += gradient[at];
        if (k == 0) continue;
        for (int from = 0; from < kNameTags; ++from) {
          if (!may_follow(from, t)) continue;
          const double q = std::exp(alpha_[k - 1][static_cast<std::size_t>(from)] + move(from, t) + emit_[k][at] + beta_[k][at] - total_);
          const bool gold = e.gold[k - 1] == from && e.gold[k] == t;
          moves[cell(from, t)] += e.weight * static_cast<float>(q - (gold ? 1.0 : 0.0));
        }
      }
      const bool quiet = std::all_of(gradient.begin(), gradient.end(), [](float g) { return std::fabs(g) < 1e-3F; });
      if (quiet) continue;
      for (std::uint32_t f = first_[k]; f < first_[k + 1]; ++f) {
        const std::size_t row = std::size_t{active_[f]} * kNameTags;
        for (std::size_t t = 0; t < kNameTags; ++t) {
          if (std::fabs(gradient[t]) > 1e-4F) step(weights_.w[row + t], squares_[row + t], gradient[t], decay_[active_[f]]);
        }
      }
    }
    for (std::size_t i = 0; i < kMoves; ++i) {
      if (moves[i] != 0) step(weights_.moves[i], move_squares_[i], moves[i], 0);
    }
  }

  const Options options_;
  std::mt19937 random_;
  Weights weights_;
  std::vector<float> squares_, move_squares_, decay_;
  std::vector<std::uint32_t> active_, first_;
  std::vector<std::array<double, kNameTags>> emit_, alpha_, beta_;
  double total_ = 0;
};

std::vector<std::uint32_t> count_uses(const std::vector<Example>& examples, std::size_t features) {
  std::vector<std::uint32_t> uses(features);
  for (const Example& e : examples) {
    for (const std::uint32_t f : e.features) ++uses[f];
  }
  return uses;
}

Weights train(const std::vector<Example>& examples, std::size_t features, const Options& options,
              int epochs, const std::function<void(const Weights&)>& watch) {
  Trainer trainer(count_uses(examples, features), options);
  Weights sum;
  const int from = epochs / 2;
  int summed = 0;
  for (int e = 0; e < epochs; ++e) {
    trainer.epoch(examples);
    if (e >= from) {
      const Weights& now = trainer.weights();
      if (sum.w.empty()) {
        sum = now;
      } else {
        for (std::size_t i = 0; i < now.w.size(); ++i) sum.w[i] += now.w[i];
        for (std::size_t i = 0; i < kMoves; ++i) sum.moves[i] += now.moves[i];
      }
      ++summed;
    }
    std::fprintf(stderr, "epoch %d\n", e + 1);
    if (watch) watch(trainer.weights());
  }
  for (float& w : sum.w) w /= static_cast<float>(summed);
  for (float& w : sum.moves) w /= static_cast<float>(summed);
  return sum;
}

// Span F1 of float weights on held-out examples: to choose options, not to report.
void print_f1(const char* what, const Corpus& corpus, const Weights& w) {
  std::size_t hit = 0, said = 0;
  for (const Example& e : corpus.examples) {
    const std::size_t n = e.size();
    std::vector<std::array<double, kNameTags>> best(n);
    std::vector<std::array<int, kNameTags>> from(n);
    for (std::size_t k = 0; k < n; ++k) {
      for (int to = 0; to < kNameTags; ++to) {
        double s = 0;
        for (std::uint32_t f = e.start[k]; f < e.start[k + 1]; ++f) {
          s += static_cast<double>(w.w[std::size_t{e.features[f]} * kNameTags + static_cast<std::size_t>(to)]);
        }
        double top = -1e9;
        int arg = -1;
        for (int f = k == 0 ? kEdge : 0; f < (k == 0 ? kEdge + 1 : kNameTags); ++f) {
          if (!may_follow(k == 0 ? -1 : f, to)) continue;
          const double m = (k == 0 ? 0.0 : best[k - 1][static_cast<std::size_t>(f)]) + static_cast<double>(w.moves[static_cast<std::size_t>(f * (kNameTags + 1) + to)]);
          if (m > top) top = m, arg = f;
        }
        best[k][static_cast<std::size_t>(to)] = top + s;
        from[k][static_cast<std::size_t>(to)] = arg;
      }
    }
    std::vector<int> path(n);
    double top = -1e18;
    for (int t = 0; t < kNameTags; ++t) {
      const double s = best[n - 1][static_cast<std::size_t>(t)] + static_cast<double>(w.moves[static_cast<std::size_t>(t * (kNameTags + 1) + kEdge)]);
      if (s > top) top = s, path[n - 1] = t;
    }
    for (std::size_t k = n - 1; k > 0; --k) path[k - 1] = from[k][static_cast<std::size_t>(path[k])];
    const auto span_end = [&](const auto& tags, std::size_t k) {
      std::size_t end = k + 1;
      while (end < n && is_inside(tags[end])) ++end;
      return end;
    };
    for (std::size_t k = 0; k < n; ++k) {
      if (path[k] == 0 || is_inside(path[k]) || path[k] >= begin_tag(Coarse::other)) continue;
      ++said;
      if (e.gold[k] == path[k] && span_end(path, k) == span_end(e.gold, k)) ++hit;
    }
  }
  std::size_t gold = 0;
  gold = corpus.gold;
  std::fprintf(stderr, "  %s P %.2f R %.2f F %.2f (reachable %.1f)\n", what, 100.0 * static_cast<double>(hit) / static_cast<double>(said),
               100.0 * static_cast<double>(hit) / static_cast<double>(gold),
               200.0 * static_cast<double>(hit) / static_cast<double>(said + gold),
               100.0 * static_cast<double>(corpus.within) / static_cast<double>(gold));
}

// Keeps the features listed in `keep` (old id → new id or kNone).
void renumber(std::vector<Example>& examples, const std::vector<std::uint32_t>& keep) {
  for (Example& e : examples) {
    std::vector<std::uint32_t> features, start, lexical;
    for (std::size_t k = 0; k < e.size(); ++k) {
      start.push_back(static_cast<std::uint32_t>(features.size()));
      std::uint32_t words = 0;
      for (std::uint32_t f = e.start[k]; f < e.start[k + 1]; ++f) {
        const std::uint32_t id = keep[e.features[f]];
        if (id == FeatureIds::kNone) continue;
        features.push_back(id);
        if (f < e.start[k] + e.lexical[k]) ++words;
      }
      lexical.push_back(words);
    }
    start.push_back(static_cast<std::uint32_t>(features.size()));
    e.features = std::move(features);
    e.start = std::move(start);
    e.lexical = std::move(lexical);
  }
}

// Renumbers by a score: the `limit` best above zero stay.
std::vector<std::uint64_t> keep_best(std::vector<Corpus*> corpora, const std::vector<std::uint64_t>& hashes,
                                     const std::vector<double>& scores, std::size_t limit) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : hashes[a] < hashes[b];
  });
  if (order.size() > limit) order.resize(limit);
  std::vector<std::uint32_t> keep(scores.size(), FeatureIds::kNone);
  std::vector<std::uint64_t> kept;
  for (const std::uint32_t i : order) {
    keep[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(hashes[i]);
  }
  for (Corpus* c : corpora) renumber(c->examples, keep);
  return kept;
}

void write_weights(const Weights& w, const std::vector<std::uint64_t>& hashes, FileParts& parts) {
  constexpr float kScale = 24.0F;  // kNat of name_finish.cpp: score units a factor e is worth
  const float scale = kScale;
  parts.moves.clear();
  for (const float m : w.moves) {
    const auto v = static_cast<std::int16_t>(std::lround(std::clamp(m * scale, -32000.0F, 32000.0F)));
    parts.moves.push_back(static_cast<char>(v & 0xFF));
    parts.moves.push_back(static_cast<char>((v >> 8) & 0xFF));
  }
  parts.slots = 1024;
  while (static_cast<double>(parts.slots) * 0.8 < static_cast<double>(hashes.size())) parts.slots *= 2;
  parts.marks.assign(2 * std::size_t{parts.slots}, '\0');
  parts.weights.assign(std::size_t{parts.slots} * kNameTags, '\0');
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint16_t mark = NameModel::fingerprint(hashes[i]);
    auto slot = static_cast<std::uint32_t>(hashes[i]) & (parts.slots - 1);
    while (parts.marks[2 * slot] != 0 || parts.marks[2 * slot + 1] != 0) slot = (slot + 1) & (parts.slots - 1);
    parts.marks[2 * slot] = static_cast<char>(mark & 0xFF);
    parts.marks[2 * slot + 1] = static_cast<char>(mark >> 8);
    for (std::size_t t = 0; t < kNameTags; ++t) {
      const float x = std::clamp(w.w[i * kNameTags + t] * scale, -127.0F, 127.0F);
      parts.weights[std::size_t{slot} * kNameTags + t] = static_cast<char>(std::lround(x));
    }
  }
}

std::string empty_model(FileParts parts) {
  parts.moves.assign(2 * kMoves, '\0');
  parts.slots = 2;
  parts.marks.assign(4, '\0');
  parts.weights.assign(2 * kNameTags, '\0');
  return parts.bytes();
}

int run(const std::vector<std::string>& args, const Options& options) {
  FileParts parts = word_parts(args[1], args[2], 45'000);
  const std::string without = empty_model(parts);
  const NameModel model(without);
  if (model.empty()) return std::fprintf(stderr, "the word table does not read back\n"), 1;

  FeatureIds ids;
  Corpus corpus;
  for (const Set& set : kSets) {
    for (const Text& t : texts_of(args[0] + "/" + set.file + ".conll", set.web)) {
      add_text(t, model, set.weight, ids, true, corpus);
    }
  }
  Corpus dev;
  for (const Text& t : texts_of(args[0] + "/uner_ewt.dev.conll", true)) add_text(t, model, 1, ids, false, dev);
  std::fprintf(stderr, "%zu stretches, %zu of %zu names reachable, %zu features\n", corpus.examples.size(),
               corpus.within, corpus.gold, ids.hashes.size());

  // Features seen once teach little; what is left is trained, then pruned, then trained again.
  std::vector<double> scores;
  for (const std::uint32_t n : count_uses(corpus.examples, ids.hashes.size())) scores.push_back(n >= 2 ? n : 0);
  std::vector<std::uint64_t> hashes = keep_best({&corpus, &dev}, ids.hashes, scores, scores.size());
  ids = FeatureIds();
  std::fprintf(stderr, "%zu features seen twice\n", hashes.size());
  const auto watch = [&](const Weights& w) { print_f1("dev", dev, w); };
  Weights w = train(corpus.examples, hashes.size(), options, options.epochs, watch);
  print_f1("all features, averaged", dev, w);

  const auto uses = count_uses(corpus.examples, hashes.size());
  scores.assign(hashes.size(), 0);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    double top = 0;
    for (std::size_t t = 0; t < kNameTags; ++t) top = std::max(top, static_cast<double>(std::fabs(w.w[i * kNameTags + t])));
    scores[i] = top * std::sqrt(static_cast<double>(uses[i]));
  }
  hashes = keep_best({&corpus, &dev}, hashes, scores, options.kept);
  w = train(corpus.examples, hashes.size(), options, options.epochs, watch);
  print_f1("kept features, averaged", dev, w);
  write_weights(w, hashes, parts);
  const std::string bytes = parts.bytes();
  std::ofstream(args[3], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::fprintf(stderr, "%zu features kept, %zu bytes\n", hashes.size(), bytes.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args;
  Options options;
  for (int i = 1; i < argc; ++i) {
    const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
    if (std::strcmp(argv[i], "--kept") == 0) options.kept = static_cast<std::size_t>(number());
    else if (std::strcmp(argv[i], "--epochs") == 0) options.epochs = number();
    else args.emplace_back(argv[i]);
  }
  if (args.size() == 2 && args[0] == "--index") {
    const std::string bytes = build_index();
    std::ofstream(args[1], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return 0;
  }
  if (args.size() != 4) {
    std::fprintf(stderr, "usage: train_names NER_DIR CLUSTER_DIR NEWS_TEXT OUT.bin [--kept N] [--epochs N]\n"
                         "       train_names --index OUT.bin\n");
    return 2;
  }
  return run(args, options);
}
