// sha256.h — the SHA-256 digest of some bytes, as 64 hexadecimal digits.
//
//     sha256_hex("abc") → "ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad"
//
// Names the input of a comparison, so that a published result can be checked against its articles.
// FIPS 180-4; tested with the vectors of NIST. O(bytes).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

class Sha256 {
 public:
  void add(std::string_view bytes);
  std::string hex();  // ends the digest: call once

 private:
  void block(const unsigned char* bytes);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> rest_ = {};
  std::uint64_t length_ = 0;  // bytes so far
};

std::string sha256_hex(std::string_view bytes);

}  // namespace crossread
