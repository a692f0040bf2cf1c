// json.h — requests in, results out. The only room that knows nlohmann; this header does not.
//
// Offsets in the output are UTF-8 bytes, or UTF-16 units for JavaScript. Key order and number
// format are fixed: the same comparison gives the same bytes, native and wasm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "compare/comparison.h"
#include "engine.h"

namespace crossread {

enum class Offsets : std::uint8_t { utf8, utf16 };

// What a JSON or NDJSON file held: every article that could be read, and an error for each that
// could not ("a.ndjson:3", …). Unknown keys are ignored; only "text" is required. Accepts one
// article, a list, {"articles": […]} (so that a comparison reads back), or one object a line.
struct ReadArticles {
  std::vector<Article> articles;
  std::vector<Error> errors;
};
ReadArticles read_json(std::string_view bytes, std::string_view name);
ReadArticles read_ndjson(std::string_view bytes, std::string_view name);

// One entry of a manifest: a list of {"id","outlet","published","title","file"}, or the form of
// the stories, {"event","title","articles":[{"id","outlet","published","title"}]}. Where no file
// is named it is "<id>.txt".
struct ManifestEntry {
  std::string file;
  Article article;  // without text
};
Result<std::vector<ManifestEntry>> read_manifest(std::string_view bytes, std::string_view name);

// One line of `extract --format ndjson`, without the newline.
std::string extract_json(const Analysis& analysis, Offsets offsets = Offsets::utf8);

// The document of `compare --format json`, see interfaces.md and schema.json.
std::string comparison_json(const Comparison& comparison, const Options& options,
                            Offsets offsets = Offsets::utf8);

// {"error":{"code","where","message"}}
std::string error_json(const Error& error);

}  // namespace crossread
