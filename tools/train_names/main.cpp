// train_names — learns the weights of the name tagger and writes src/tables/names_model.bin.
//
//     train_names --index src/tables/names_index.bin       after a change of the name tables
//     train_names NER_DIR CLUSTER_DIR NEWS_TEXT src/tables/names_model.bin [options]
//
// tools/train_names.sh runs both. NER_DIR has CoNLL columns (token TAB tag), CLUSTER_DIR has
// glove100k_k512.tsv and _k64.tsv, NEWS_TEXT is plain news for the statistics of upper and lower
// case. The columns are put back together as running text, read by read_document and seen through
// name_features: training and use run the same code. Pruned to the features that carry most,
// trained on, rounded to 8 bits. The same input gives the same bytes.
//
//     --kept N, --words N, --frequent N, --epochs N, --decay X, --rate X, --drop X, --drop-words X,
//     --drop-known X, --seed N
//     --tune   the sets marked held_out are scored, not learnt; uner_ewt.dev always is
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "base/utf8.h"
#include "examples.h"
#include "words.h"

using namespace crossread;
using namespace crossread::names_training;

namespace {

struct ModelParts {
  WordParts word;
  std::string moves = std::string(2 * kMoves, '\0');
  std::string marks = std::string(4, '\0');
  std::string weights = std::string(2 * kNameTags, '\0');
  std::uint32_t slots = 2;

  std::string bytes() const {
    std::string out;
    for (const std::uint32_t v : {kNameModelMagic, kNameModelVersion, std::uint32_t{kNameTags},
                                  word.cells, slots, 0U, 0U, 0U}) {
      put32(out, v);
    }
    return out + moves + word.coarse + word.words + marks + weights;
  }
};

void write_weights(const Weights& w, const std::vector<std::uint64_t>& hashes, ModelParts& parts) {
  const float scale = kNameScale;
  parts.moves.clear();
  for (const float m : w.moves) {
    const auto v =
        static_cast<std::int16_t>(std::lround(std::clamp(m * scale, -32000.0F, 32000.0F)));
    parts.moves.push_back(static_cast<char>(v & 0xFF));
    parts.moves.push_back(static_cast<char>((v >> 8) & 0xFF));
  }
  parts.slots = 1024;
  while (static_cast<double>(parts.slots) * 0.8 < static_cast<double>(hashes.size()))
    parts.slots *= 2;
  parts.marks.assign(2 * std::size_t{parts.slots}, '\0');
  parts.weights.assign(std::size_t{parts.slots} * kNameTags, '\0');
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint16_t mark = NameModel::fingerprint(hashes[i]);
    auto slot = static_cast<std::uint32_t>(hashes[i]) & (parts.slots - 1);
    while (parts.marks[2 * slot] != 0 || parts.marks[2 * slot + 1] != 0)
      slot = (slot + 1) & (parts.slots - 1);
    parts.marks[2 * slot] = static_cast<char>(mark & 0xFF);
    parts.marks[2 * slot + 1] = static_cast<char>(mark >> 8);
    for (std::size_t t = 0; t < kNameTags; ++t) {
      const float x = std::clamp(w.w[i * kNameTags + t] * scale, -127.0F, 127.0F);
      parts.weights[std::size_t{slot} * kNameTags + t] = static_cast<char>(std::lround(x));
    }
  }
}

std::vector<TaggedLine> tagged_lines(const std::string& dir, bool tune) {
  std::vector<TaggedLine> out;
  for (const Set& set : training_sets()) {
    if (set.scored(tune)) continue;
    for (const auto& columns : read_columns(dir + "/" + set.file + ".conll")) {
      TaggedLine& line = out.emplace_back();
      for (const Column& c : columns) {
        const int type = type_of_tag(c.tag);
        const int tag = type < 0 ? 0 : 2 * type + (c.tag[0] == 'B' ? 1 : 2);
        line.push_back({fold(c.word), tag});
      }
    }
  }
  return out;
}

int run(const std::vector<std::string>& args, const Options& options, bool tune) {
  ModelParts parts;
  const WordGroups groups =
      group_words(args[1], tagged_lines(args[0], tune), options.frequent, options.words);
  parts.word = word_parts(groups, args[2]);
  const std::string without = parts.bytes();
  const NameModel model(without);
  if (model.empty()) return std::fprintf(stderr, "the word table does not read back\n"), 1;

  FeatureIds ids;
  Corpus corpus;
  std::vector<Held> held;
  for (const bool held_out : {false, true}) {  // the held out last: they bring no features
    for (const Set& set : training_sets()) {
      if (set.scored(tune) != held_out) continue;
      if (held_out) held.push_back({set.file, {}});
      Corpus& into = held_out ? held.back().corpus : corpus;
      const std::size_t gold = into.gold;
      const std::size_t within = into.within;
      for (const Text& t : texts_of(args[0] + "/" + set.file + ".conll", set.web)) {
        add_text(t, model, set, ids, !held_out, into);
      }
      std::fprintf(stderr, "%-26s %6zu names, %6zu reachable\n", set.file, into.gold - gold,
                   into.within - within);
    }
  }
  std::fprintf(stderr, "%zu stretches, %zu of %zu names reachable, %zu features\n",
               corpus.examples.size(), corpus.within, corpus.gold, ids.hashes.size());

  std::vector<Corpus*> corpora = {&corpus};
  for (Held& h : held) corpora.push_back(&h.corpus);
  // Features seen once teach little; what is left is trained, then pruned, then trained again.
  std::vector<double> scores;
  for (const std::uint32_t n : count_uses(corpus.examples, ids.hashes.size()))
    scores.push_back(n >= 2 ? n : 0);
  std::vector<std::uint64_t> hashes = keep_best(corpora, ids.hashes, scores, scores.size());
  ids = FeatureIds();
  std::fprintf(stderr, "%zu features seen twice\n", hashes.size());
  Weights w = train(corpus.examples, hashes.size(), options);
  print_f1("averaged", held, w);
  if (options.kept < hashes.size()) {
    const auto uses = count_uses(corpus.examples, hashes.size());
    scores.assign(hashes.size(), 0);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      double top = 0;
      for (std::size_t t = 0; t < kNameTags; ++t)
        top = std::max(top, static_cast<double>(std::fabs(w.w[i * kNameTags + t])));
      scores[i] = top * std::sqrt(static_cast<double>(uses[i]));
    }
    hashes = keep_best(corpora, hashes, scores, options.kept);
    w = train(corpus.examples, hashes.size(), options);
    print_f1("pruned", held, w);
  }
  write_weights(w, hashes, parts);
  const std::string bytes = parts.bytes();
  std::ofstream(args[3], std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::fprintf(stderr, "%zu features kept, %zu bytes\n", hashes.size(), bytes.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args;
  Options options;
  bool tune = false;
  for (int i = 1; i < argc; ++i) {
    const auto number = [&] { return i + 1 < argc ? std::atof(argv[++i]) : 0; };
    const auto is = [&](const char* name) { return std::strcmp(argv[i], name) == 0; };
    if (is("--kept"))
      options.kept = static_cast<std::size_t>(number());
    else if (is("--words"))
      options.words = static_cast<std::size_t>(number());
    else if (is("--frequent"))
      options.frequent = static_cast<std::size_t>(number());
    else if (is("--epochs"))
      options.epochs = static_cast<int>(number());
    else if (is("--decay"))
      options.decay = static_cast<float>(number());
    else if (is("--rate"))
      options.rate = static_cast<float>(number());
    else if (is("--drop"))
      options.drop_any = number();
    else if (is("--drop-words"))
      options.drop_words = number();
    else if (is("--drop-known"))
      options.drop_known = number();
    else if (is("--seed"))
      options.seed = static_cast<std::uint32_t>(number());
    else if (is("--tune"))
      tune = true;
    else
      args.emplace_back(argv[i]);
  }
  if (args.size() == 2 && args[0] == "--index") {
    const std::string bytes = build_index();
    std::ofstream(args[1], std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return 0;
  }
  if (args.size() != 4) {
    std::fprintf(stderr,
                 "usage: train_names NER_DIR CLUSTER_DIR NEWS_TEXT OUT.bin [options]\n"
                 "       train_names --index OUT.bin\n");
    return 2;
  }
  return run(args, options, tune);
}
