#include "mention/name_model.h"

#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kHeader = 32;

std::uint32_t read32(const unsigned char* p) {
  return static_cast<std::uint32_t>(p[0]) | static_cast<std::uint32_t>(p[1]) << 8 |
         static_cast<std::uint32_t>(p[2]) << 16 | static_cast<std::uint32_t>(p[3]) << 24;
}

}  // namespace

NameModel::NameModel(std::string_view bytes) {
  if (bytes.size() < kHeader) return;
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  if (read32(p) != kNameModelMagic || read32(p + 4) != kNameModelVersion ||
      read32(p + 8) != kNameTags) {
    return;
  }
  const std::uint32_t cells = read32(p + 12);
  const std::uint32_t slots = read32(p + 16);
  constexpr std::size_t kMoves = 2 * (kNameTags + 1) * (kNameTags + 1);
  const std::size_t need = kHeader + kMoves + kFineClusters + 1 + 2 * std::size_t{cells} +
                           (2 + kNameTags) * std::size_t{slots};
  if (bytes.size() != need || cells % 3 != 0 || (slots & (slots - 1)) != 0) return;
  moves_ = p + kHeader;
  coarse_ = moves_ + kMoves;
  const unsigned char* words = coarse_ + kFineClusters + 1;
  words_ = StaticFunction(words, cells, kNameWordBits);
  marks_ = words + 2 * std::size_t{cells};
  weights_ = reinterpret_cast<const signed char*>(marks_ + 2 * std::size_t{slots});
  slots_ = slots;
}

WordInfo NameModel::word(std::uint64_t hash) const {
  const std::uint32_t value = words_.find(hash);
  if (value == StaticFunction::kNone) return {};
  return {static_cast<std::uint16_t>(value & 0x1FF), static_cast<WordCase>(value >> 9 & 3)};
}

int NameModel::move(int from, int to) const {
  const unsigned char* p = moves_ + 2 * static_cast<std::size_t>(from * (kNameTags + 1) + to);
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(p[0] | p[1] << 8));
}

const NameModel& built_in_name_model() {
  static const NameModel kModel(blob("names_model"));
  return kModel;
}

}  // namespace crossread
