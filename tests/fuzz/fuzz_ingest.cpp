// Any bytes, under any suffix: an article of valid UTF-8, or an error with a sentence.
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "check.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"a.txt", "b.html", "c"}) {
    const Result<Article> article = ingest(bytes, name);
    if (article) {
      CROSSREAD_CHECK(find_invalid_utf8(article->text) == std::string_view::npos);
      CROSSREAD_CHECK(!is_blank(article->text));
      CROSSREAD_CHECK(article->text_from_ingest || article->text == bytes);
    } else {
      CROSSREAD_CHECK(!article.error().message.empty() && article.error().where == name);
    }
  }
  const ReadCsv table = read_csv(bytes, "d.csv");
  CROSSREAD_CHECK(!table.articles.empty() || !table.errors.empty());
  return 0;
}
