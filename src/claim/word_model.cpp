#include "claim/word_model.h"

namespace crossread {
namespace {

constexpr std::size_t kStarts = (std::size_t{1} << WordModel::kTopBits) + 1;
constexpr std::size_t kHead = 8;

}  // namespace

WordModel::WordModel(std::string_view bytes) {
  if (bytes.size() < kHead + 4 * kStarts || !bytes.starts_with(kMagic)) return;
  bytes_ = bytes;
  const std::size_t n = number(4);
  keys_ = kHead + 4 * kStarts;
  offsets_ = keys_ + 4 * n;
  runs_ = offsets_ + 4 * (n + 1);
  if (runs_ > bytes.size() || runs_ + number(offsets_ + 4 * n) != bytes.size()) bytes_ = {};
}

std::string_view WordModel::run_of(std::uint32_t key) const {
  if (bytes_.empty()) return {};
  const std::size_t bucket = kHead + 4 * std::size_t{key >> (32 - kTopBits)};
  const std::uint32_t last = number(bucket + 4);
  for (std::uint32_t i = number(bucket); i < last; ++i) {
    const std::uint32_t here = number(keys_ + 4 * std::size_t{i});
    if (here < key) continue;
    if (here > key) return {};
    const std::size_t begin = number(offsets_ + 4 * std::size_t{i});
    const std::size_t end = number(offsets_ + 4 * (std::size_t{i} + 1));
    return bytes_.substr(runs_ + begin, end - begin);
  }
  return {};
}

ClassSet WordModel::allowed(std::uint32_t word) const {
  const std::string_view run = run_of(feature_key('=', word));
  ClassSet set = 0;
  for (std::size_t i = 0; i + 1 < run.size(); i += 2) set |= ClassSet{1} << run[i];
  return set;
}

WordClass best_class(const ClassScores& scores, ClassSet set) {
  std::size_t best = scores.size();
  for (std::size_t c = 0; c < scores.size(); ++c) {
    if ((set >> c & 1) == 0) continue;
    if (best == scores.size() || scores[c] > scores[best]) best = c;
  }
  return best == scores.size() ? WordClass::noun : static_cast<WordClass>(best);
}

}  // namespace crossread
