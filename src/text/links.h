// links.h — addresses in running text: where one ends.
//
//     https://example.com/a?b=1,   www.example.org   ana.holm@example.com   example.com/news
//
// A bare host needs an end that hosts have (.com, .org, .uk …). Marks that close a sentence stay
// outside. O(address).
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

// The end of the link that begins with the letters and digits [at, word_end); 0 if none does.
std::uint32_t link_end(std::string_view text, std::uint32_t at, std::uint32_t word_end);

}  // namespace crossread
