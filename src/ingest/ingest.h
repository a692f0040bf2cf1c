// ingest.h — bytes of a file → one Article.
//
//     sniff → html | plain text (any encoding) → valid UTF-8
//
// UTF-8 text is passed through as it is, byte order mark, CR LF and all: Article::text is the
// file's own bytes. Where the text had to be made (HTML, UTF-16, windows-1252) the article says
// text_from_ingest and carries a note that names what was done and what was dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/article.h"

namespace crossread {

enum class Format : std::uint8_t { text, html, json, ndjson, csv, binary };

// What the bytes look like, whatever the name says. O(first 4 kB).
Format sniff(std::string_view bytes, std::string_view name);

struct IngestOptions {
  std::size_t max_bytes = 32'000'000;  // a larger file is an Error, too_large
};

// `name` gives the id ("news/a.txt" → "a"). Errors: empty, binary, encoding, too_large.
Result<Article> ingest(std::string_view bytes, std::string_view name,
                       const IngestOptions& options = {});

// "news/a.txt" → "a"
std::string id_from_name(std::string_view name);

}  // namespace crossread
