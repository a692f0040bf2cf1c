// static_function.h — a table from words to small numbers that does not store the words.
//
// Three cells of 16 bits, picked by the word's hash; their xor is the value, and above it as many
// bits of fingerprint as there is room for. A word that is not in the table gives nothing, but for
// a few that give some value: one in 32 where values have 11 bits, one in 256 where they have 8.
// After Botelho, Pagh & Ziviani 2007. O(1), read in place, no start-up work.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace crossread {

constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ULL;
  return x ^ (x >> 32);
}

constexpr std::uint64_t hash_word(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix_bits(h);
}

class StaticFunction {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  StaticFunction() = default;
  // `cells` in number, two bytes each; requires cells % 3 == 0 and value_bits < 16.
  StaticFunction(const unsigned char* bytes, std::uint32_t cells, int value_bits)
      : bytes_(bytes), cells_(cells), value_bits_(value_bits) {}

  std::uint32_t find(std::uint64_t hash) const {
    if (cells_ == 0) return kNone;
    std::uint32_t both = 0;
    for (const std::uint32_t cell : cells_of(hash, cells_)) {
      const unsigned char* p = bytes_ + 2 * std::size_t{cell};
      both ^= static_cast<std::uint32_t>(p[0]) | static_cast<std::uint32_t>(p[1]) << 8;
    }
    return both >> value_bits_ == fingerprint(hash, value_bits_) ? both & ((1U << value_bits_) - 1)
                                                                 : kNone;
  }

  static constexpr std::array<std::uint32_t, 3> cells_of(std::uint64_t hash, std::uint32_t cells) {
    const std::uint32_t part = cells / 3;
    const std::uint64_t a = mix_bits(hash ^ 0x9E3779B97F4A7C15ULL);
    const std::uint64_t b = mix_bits(hash + 0x632BE59BD9B4E019ULL);
    const auto scale = [part](std::uint64_t x) {
      return static_cast<std::uint32_t>((x & 0xFFFFFFFFULL) * part >> 32);
    };
    return {scale(a >> 32), part + scale(a), 2 * part + scale(b)};
  }
  static constexpr std::uint32_t fingerprint(std::uint64_t hash, int value_bits) {
    return static_cast<std::uint32_t>(hash >> 20) & (0xFFFFU >> value_bits);
  }

 private:
  const unsigned char* bytes_ = nullptr;
  std::uint32_t cells_ = 0;
  int value_bits_ = 0;
};

}  // namespace crossread
