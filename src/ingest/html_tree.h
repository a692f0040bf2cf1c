// html_tree.h — a page as a tree of elements and text, in one vector.
//
// Only as much of the standard's tree building as article pages need: void elements, <p> and <li>
// that close themselves, end tags that close what is open inside, a depth cap. Nodes are stored in
// document order, so a subtree is the run [node, node.end). O(bytes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tokens.h"

namespace crossread {

struct HtmlNode {
  std::string name;  // "" for text
  std::string text;  // of text nodes
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t parent = 0;  // the root is its own parent
  std::uint32_t end = 0;     // one past the last node of its subtree

  bool is_text() const { return name.empty(); }
  std::string_view attribute(std::string_view key) const;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;       // nodes[0] is the root, named "#root"
  std::vector<std::string> json_ld;  // what <script type="application/ld+json"> held
  std::string title;                 // of <title>
  std::uint32_t scripts = 0, styles = 0;
};

constexpr std::uint32_t kMaxHtmlDepth = 256;  // deeper elements become children of the 256th

HtmlTree parse_html(std::string_view html);

// Elements that begin a new line of text.
bool is_block(std::string_view name);

}  // namespace crossread
