// field.h — a linear-chain conditional random field over the active stretches, learnt by AdaGrad.
//
// Words are left out at random so that what surrounds them learns to stand alone; a Gaussian prior
// holds the weights small; the weights of the later epochs are averaged. Where a set does not mark
// names of other types, a token outside may be one: all such paths count as right.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "mention/name_tagger.h"

namespace crossread::names_training {

// How many of a token's features, from the first on, name words; how many tell what is known of
// them.
struct Groups {
  std::uint32_t words = 0;
  std::uint32_t known = 0;
};

struct Example {
  std::vector<std::uint32_t> start;  // of each token's features, and the end
  std::vector<Groups> groups;
  std::vector<std::uint32_t> features;
  std::vector<std::int8_t> gold;
  float weight = 1;
  bool open = false;  // O may hide a name of another type
  std::size_t size() const { return gold.size(); }
};

struct Corpus {
  std::vector<Example> examples;
  std::size_t gold = 0;    // names of people, organisations, places there are
  std::size_t within = 0;  // those that the active tokens can express
};

struct Options {
  int epochs = 5;
  std::size_t kept = 30'000;
  std::size_t words = 40'000;  // that have a cluster
  std::size_t frequent =
      12'000;  // of which these whatever they are, the rest by the company of names
  float rate = 0.1F;
  float decay = 4.0F;        // strength of the prior
  double drop_words = 0.3;   // the words of a token
  double drop_known = 0.05;  // and what is known of them
  double drop_any = 0.3;     // a single feature
  std::uint32_t seed = 20241122;
};

inline constexpr int kEdge = kNameTags;
inline constexpr std::size_t kMoves = (kNameTags + 1) * (kNameTags + 1);

struct Weights {
  std::vector<float> w;      // feature × tag
  std::vector<float> moves;  // kMoves
};

struct Held {
  std::string name;
  Corpus corpus;
};

Weights train(const std::vector<Example>& examples, std::size_t features, const Options& options);

// Span F1 of the weights, to choose options by, not to report.
void print_f1(const std::string& what, const std::vector<Held>& held, const Weights& weights);

std::vector<std::uint32_t> count_uses(const std::vector<Example>& examples, std::size_t features);

}  // namespace crossread::names_training
