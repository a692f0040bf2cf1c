// dom.h — JSON text → a nlohmann value, within limits. For src/json alone.
//
// Exceptions: none. nlohmann is used through its SAX parser, which reports errors by a return
// value, and is compiled with JSON_NOEXCEPTION, so that nothing can be thrown across a boundary.
// Depth is capped while reading: 10,000 nested brackets cost 64 and an error, not the stack.
//
// JavaScript writes half a surrogate pair as \ud800, which JSON parsers refuse together with the
// whole document. Such an escape is read as U+FFFD, and counted.
#pragma once

#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/result.h"

namespace crossread {

using Json = nlohmann::json;

constexpr int kMaxJsonDepth = 64;

struct ParsedJson {
  Json value;
  std::size_t lone_surrogates = 0;
};

// Errors: syntax (with line and column), encoding (not UTF-8). `where` goes into the error.
// O(bytes).
Result<ParsedJson> parse_json(std::string_view bytes, std::string_view where);

}  // namespace crossread
