// html.h — a page → title, main text, date, outlet, and a list of what was left out.
//
//     <title>Ferry sinks | The Herald</title> … <nav>…</nav>
//     <article><h1>Ferry sinks</h1><p>At least …
//       → title "Ferry sinks", source "The Herald", text "Ferry sinks\n\nAt least …",
//         notes: left out 1 navigation block, 4 scripts
//
// The main text is the element named as such (itemprop articleBody, article, main) or, without one,
// the element whose paragraphs hold most text outside links (after Readability's idea of paragraph
// scores). Navigation, asides, forms, scripts, hidden parts and captions are dropped and counted.
// The title comes first in the text, so that findings can point at it. O(nodes × depth).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "text/article.h"

namespace crossread {

// `html` is valid UTF-8. Errors: empty (no text once markup is gone).
Result<Article> article_from_html(std::string_view html);

// What <meta charset> or http-equiv says in the first 4,096 bytes; "" if nothing.
std::string declared_charset(std::string_view bytes);

}  // namespace crossread
