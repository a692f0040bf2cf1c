#include "claim/word_model.h"

namespace crossread {
namespace {

constexpr std::uint32_t kBuckets = std::uint32_t{1} << WordModel::kTopBits;
constexpr std::size_t kHead = 12;
constexpr std::size_t kStarts = 4 * (std::size_t{kBuckets} + 1);

std::size_t number32(const unsigned char* p) {
  return p[0] | std::size_t{p[1]} << 8 | std::size_t{p[2]} << 16 | std::size_t{p[3]} << 24;
}

void put_number(std::string& out, std::size_t n, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(n >> (8 * i) & 255));
}

}  // namespace

WordModel::WordModel(std::string_view bytes) {
  if (bytes.size() < kHead + kStarts || !bytes.starts_with(kMagic)) return;
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t keys = number32(p + 4);
  const std::size_t pairs = number32(p + 8);
  if (keys > 0xFFFF || pairs > 0xFFFF || bytes.size() != kHead + kStarts + 3 * keys + 2 * pairs)
    return;
  const unsigned char* starts = p + kHead;
  marks_ = starts + kStarts;
  counts_ = marks_ + 2 * keys;
  classes_ = counts_ + keys;
  weights_ = classes_ + pairs;
  // No bucket reads past its columns, whatever the bytes say.
  std::size_t key = 0;
  std::size_t pair = 0;
  for (std::uint32_t b = 0; b <= kBuckets; ++b) {
    const std::size_t end = number16(starts + 4 * std::size_t{b});
    if (end < key || end > keys) return;
    for (; key < end; ++key) pair += counts_[key];
    if (number16(starts + 4 * std::size_t{b} + 2) != pair || pair > pairs) return;
  }
  if (key == keys && pair == pairs) starts_ = starts;
}

ClassSet WordModel::allowed(std::uint32_t word) const {
  const Pairs pairs = find(feature_key('=', word));
  ClassSet set = 0;
  for (std::uint32_t i = pairs.first; i < pairs.last; ++i) {
    if (weights_[i] == 128 && classes_[i] < 32) set |= ClassSet{1} << classes_[i];
  }
  return set;
}

std::string word_model_bytes(const std::map<std::uint32_t, std::string>& runs) {
  std::string starts, marks, counts, classes, weights;
  auto it = runs.begin();
  for (std::uint32_t b = 0; b <= kBuckets; ++b) {
    put_number(starts, counts.size(), 2);
    put_number(starts, classes.size(), 2);
    std::uint32_t before = 0x10000;
    for (; it != runs.end() && it->first >> (32 - WordModel::kTopBits) == b; ++it) {
      const std::uint32_t mark = it->first >> (16 - WordModel::kTopBits) & 0xFFFF;
      if (mark == before) continue;
      before = mark;
      put_number(marks, mark, 2);
      put_number(counts, it->second.size() / 2, 1);
      for (std::size_t i = 0; i + 1 < it->second.size(); i += 2) {
        classes.push_back(it->second[i]);
        weights.push_back(it->second[i + 1]);
      }
    }
  }
  std::string out(WordModel::kMagic);
  put_number(out, counts.size(), 4);
  put_number(out, classes.size(), 4);
  return out + starts + marks + counts + classes + weights;
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
