// html_meta.h — title, date, outlet and address of a page, from what it declares.
//
// Each field has an order of trust: the page's metadata (Open Graph, itemprop, JSON-LD) before its
// visible elements (h1, time). Dates are taken only in ISO form; anything else is left out.
#pragma once

#include <string>

#include "ingest/html_tree.h"

namespace crossread {

struct HtmlMeta {
  std::string title, site, published, url;
};

HtmlMeta read_html_meta(const HtmlTree& tree);

// White space runs → one space, ends trimmed.
std::string squeeze(std::string_view text);

// All text below `node`, squeezed.
std::string text_below(const HtmlTree& tree, std::uint32_t node);

}  // namespace crossread
