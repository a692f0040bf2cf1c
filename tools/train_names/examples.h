// examples.h — texts seen through the engine's own features, numbered.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "columns.h"
#include "field.h"
#include "mention/name_model.h"

namespace crossread::names_training {

class FeatureIds {
 public:
  std::uint32_t id(std::uint64_t hash, bool grow);
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint64_t> hashes;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

// `grow`: new features get a number; else they are left out.
void add_text(const Text& text, const NameModel& model, const Set& set, FeatureIds& ids, bool grow,
              Corpus& corpus);

// Keeps the `limit` features of the highest score above zero and numbers them anew, in the corpora
// too. Returns their hashes.
std::vector<std::uint64_t> keep_best(const std::vector<Corpus*>& corpora,
                                     const std::vector<std::uint64_t>& hashes,
                                     const std::vector<double>& scores, std::size_t limit);

}  // namespace crossread::names_training
