// Any UTF-8 as a page: text without markup left over, or «empty».
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "check.h"
#include "ingest/html.h"
#include "ingest/html_tokens.h"
#include "ingest/html_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  (void)declared_charset(html);
  if (find_invalid_utf8(html) != std::string_view::npos) return 0;
  const HtmlTree tree = parse_html(html);
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    CROSSREAD_CHECK(node.parent <= i && i < node.end && node.end <= tree.nodes[node.parent].end);
  }
  const Result<Article> article = article_from_html(html);
  CROSSREAD_CHECK(!article || find_invalid_utf8(article->text) == std::string_view::npos);
  CROSSREAD_CHECK(find_invalid_utf8(decode_references(html)) == std::string_view::npos);
  return 0;
}
