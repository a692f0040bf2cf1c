#include "engine.h"

#include "base/utf8.h"

namespace crossread {

std::string_view version() { return CROSSREAD_VERSION; }

Result<Analysis> Engine::analyse(Article article) const {
  if (article.text.size() > options_.max_article_bytes) {
    return Error{ErrorCode::too_large, article.id,
                 "has " + std::to_string(article.text.size()) + " bytes; the limit is " +
                     std::to_string(options_.max_article_bytes)};
  }
  if (const std::size_t at = find_invalid_utf8(article.text); at != std::string::npos) {
    return Error{ErrorCode::encoding, article.id,
                 "is not UTF-8: byte " + std::to_string(at) + " is out of place"};
  }
  if (is_blank(article.text)) return Error{ErrorCode::empty, article.id, "has no text"};
  return analyse_document(read_document(std::move(article), options_.text));
}

Comparison Engine::compare(std::vector<Analysis> analyses) const {
  return crossread::compare(std::move(analyses), options_.compare);
}

}  // namespace crossread
