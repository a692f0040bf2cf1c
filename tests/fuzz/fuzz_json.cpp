// Any bytes as JSON, NDJSON, a record and a manifest: articles or errors, never neither.
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "check.h"
#include "json/json.h"

namespace {

void check(const crossread::ReadArticles& read) {
  CROSSREAD_CHECK(!read.articles.empty() || !read.errors.empty());
  for (const crossread::Article& article : read.articles) {
    CROSSREAD_CHECK(crossread::find_invalid_utf8(article.text) == std::string_view::npos);
    CROSSREAD_CHECK(!crossread::is_blank(article.text));
  }
  for (const crossread::Error& error : read.errors) CROSSREAD_CHECK(!error.message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(crossread::read_json(bytes, "a.json"));
  check(crossread::read_ndjson(bytes, "a.ndjson"));
  const crossread::Record record = crossread::read_record(bytes, "line 1");
  CROSSREAD_CHECK(record.is_event || !record.read.articles.empty() || !record.read.errors.empty());
  const auto manifest = crossread::read_manifest(bytes, "manifest.json");
  CROSSREAD_CHECK(!manifest || !manifest->empty());
  return 0;
}
