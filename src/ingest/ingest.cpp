#include "ingest/ingest.h"

#include <utility>

#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/html.h"
#include "ingest/sniff.h"

namespace crossread {
namespace {

Result<Article> read_html(Decoded decoded) {
  Result<Article> article = article_from_html(decoded.text);
  if (article)
    article->notes.insert(article->notes.begin(), decoded.notes.begin(), decoded.notes.end());
  return article;
}

Result<Article> read_text(Decoded decoded) {
  Article article;
  article.text = std::move(decoded.text);
  article.text_from_ingest = decoded.made;
  article.notes = std::move(decoded.notes);
  if (is_blank(article.text))
    return Error{ErrorCode::empty, "", "has nothing in it but white space"};
  return article;
}

}  // namespace

Result<Article> ingest(std::string_view bytes, std::string_view name,
                       const IngestOptions& options) {
  const std::string where(name);
  if (bytes.empty()) return Error{ErrorCode::empty, where, "is empty"};
  if (bytes.size() > options.max_bytes) {
    return Error{ErrorCode::too_large, where,
                 "has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                     std::to_string(options.max_bytes)};
  }
  const Format format = sniff(bytes, name);
  if (format == Format::binary) {
    const std::string_view what = known_binary(bytes);
    return Error{ErrorCode::binary, where,
                 what.empty() ? "is binary, not text" : "is " + std::string(what) + ", not text"};
  }
  const bool html = format == Format::html;
  Result<Decoded> decoded = to_utf8(bytes, html ? declared_charset(bytes) : std::string());
  if (!decoded) return Error{decoded.error().code, where, decoded.error().message};
  Result<Article> article = html ? read_html(std::move(*decoded)) : read_text(std::move(*decoded));
  if (!article) return Error{article.error().code, where, article.error().message};
  article->id = id_from_name(name);
  return article;
}

}  // namespace crossread
