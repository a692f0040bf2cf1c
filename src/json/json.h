// json.h — requests in, results out. The only room that knows nlohmann; this header does not.
//
//     read_json(bytes, "a.json") → articles, and an error for each that could not be read
//     comparison_json(result, options) → one document, as schema.json describes it
//
// Offsets in the output are UTF-8 bytes, or UTF-16 units for JavaScript. Key order and number
// format are fixed: the same comparison gives the same bytes, native and wasm. Nothing here throws.
// O(bytes) each way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "compare/comparison.h"
#include "engine.h"

namespace crossread {

enum class Offsets : std::uint8_t { utf8, utf16 };

// What a JSON or NDJSON file held: every article that could be read, and an error for each that
// could not ("a.ndjson:3", "a.json[2]"). Unknown keys are ignored; only "text" is required.
// "outlet" is taken where there is no "source". A date that is no ISO date is left out, with a
// note.
struct ReadArticles {
  std::vector<Article> articles;
  std::vector<Error> errors;
};

// One article, a list, or {"articles": […]}, so that a comparison reads back.
ReadArticles read_json(std::string_view bytes, std::string_view name);

// One article a line; blank lines are skipped.
ReadArticles read_ndjson(std::string_view bytes, std::string_view name);

// One record of `batch`: an article, or an event, {"id", "articles": […]}. `where` names it.
struct Record {
  std::string id;  // of the event, or of the article; "" where there is none
  bool is_event = false;
  ReadArticles read;
};
Record read_record(std::string_view line, std::string_view where);

// One entry of a manifest: a list of {"id","outlet","published","title","file"}, or the form of
// the stories, {"event","title","articles":[{"id","outlet","published","title"}]}. Where no file
// is named it is "<id>.txt". A file stays inside the manifest's folder: an absolute path or one
// with ".." is an Error. The order of the entries is kept.
struct ManifestEntry {
  std::string file;
  Article article;  // without text
};
Result<std::vector<ManifestEntry>> read_manifest(std::string_view bytes, std::string_view name);

// One line of `extract --format ndjson`, without the newline.
std::string extract_json(const Analysis& analysis, Offsets offsets = Offsets::utf8);

// The document of `compare --format json`, see schema.json. One line, without the newline. `id`
// names the event of a batch and stands in front where it is given.
std::string comparison_json(const Comparison& comparison, const Options& options,
                            Offsets offsets = Offsets::utf8, std::string_view id = {});

// A list of articles as read_json takes them, with what ingest noted: nothing is lost on the way
// through a page that reads files first and compares later.
std::string articles_json(const std::vector<Article>& articles);

// {"error":{"code","where","message"}}, and "id" in front where there is one.
std::string error_json(const Error& error, std::string_view id = {});

// "too_large", …: the words of ErrorCode for programs.
std::string_view error_code(ErrorCode code);

}  // namespace crossread
