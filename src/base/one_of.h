// one_of.h — is a word one of a few?
//
//     is_one_of("by", {"in", "of", "by"})   true
//
// For closed sets of a handful of words that are part of a rule; longer lists are tables.
// Cost: one comparison a word.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace crossread {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace crossread
