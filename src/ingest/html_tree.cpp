#include "ingest/html_tree.h"

#include <algorithm>

#include "base/one_of.h"
#include "base/utf8.h"

namespace crossread {
namespace {

bool is_void(std::string_view name) {
  return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                          "meta", "source", "track", "wbr"});
}

// Does the open element `open` end where `next` begins?
bool ends_before(std::string_view open, std::string_view next) {
  if (open == "p") return is_block(next) && next != "body";
  if (open == "li") return next == "li";
  if (open == "dt" || open == "dd") return next == "dt" || next == "dd";
  if (open == "option") return next == "option";
  if (open == "tr") return next == "tr";
  if (open == "td" || open == "th") return next == "td" || next == "th" || next == "tr";
  return false;
}

class Builder {
 public:
  explicit Builder(HtmlTree& tree) : tree_(tree) {
    tree_.nodes.push_back({});
    tree_.nodes[0].name = "#root";
    open_.push_back(0);
  }

  void open(HtmlToken& token) {
    if (!open_.empty() && ends_before(tree_.nodes[open_.back()].name, token.name)) pop();
    note_kind(token);
    const std::uint32_t node = add();
    tree_.nodes[node].name = std::move(token.name);
    tree_.nodes[node].attributes = std::move(token.attributes);
    if (is_void(tree_.nodes[node].name) || open_.size() >= kMaxHtmlDepth) return;
    open_.push_back(node);
  }

  // Closes the nearest open element of that name and what is open inside it; a block is not left
  // for the end tag of an inline element far outside.
  void close(std::string_view name) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      const std::string& here = tree_.nodes[open_[i]].name;
      if (here == name) {
        while (open_.size() > i) pop();
        return;
      }
      if (!is_block(name) && is_block(here)) return;
    }
  }

  void text(std::string text) {
    if (text.empty()) return;
    tree_.nodes[add()].text = std::move(text);
  }

  void raw(HtmlToken& token) {
    if (token.name == "title" && tree_.title.empty()) tree_.title = std::move(token.text);
    if (token.name == "script" && json_ld_) tree_.json_ld.push_back(std::move(token.text));
  }

  void finish() {
    while (!open_.empty()) pop();
  }

 private:
  std::uint32_t add() {
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.nodes.push_back({});
    tree_.nodes[node].parent = open_.back();
    tree_.nodes[node].end = node + 1;
    return node;
  }
  void pop() {
    tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }
  void note_kind(const HtmlToken& token) {
    tree_.scripts += token.name == "script";
    tree_.styles += token.name == "style";
    json_ld_ = token.name == "script" &&
               fold(token.attribute("type")).find("ld+json") != std::string::npos;
  }

  HtmlTree& tree_;
  std::vector<std::uint32_t> open_;
  bool json_ld_ = false;
};

}  // namespace

bool is_block(std::string_view name) {
  return is_one_of(
      name,
      {"#root",  "address", "article", "aside",  "blockquote", "body",   "caption",  "center",
       "dd",     "details", "dialog",  "div",    "dl",         "dt",     "fieldset", "figcaption",
       "figure", "footer",  "form",    "h1",     "h2",         "h3",     "h4",       "h5",
       "h6",     "head",    "header",  "hgroup", "hr",         "html",   "li",       "main",
       "menu",   "nav",     "ol",      "p",      "pre",        "search", "section",  "summary",
       "table",  "tbody",   "td",      "tfoot",  "th",         "thead",  "tr",       "ul"});
}

std::string_view HtmlNode::attribute(std::string_view key) const {
  for (const auto& [key_of, value] : attributes) {
    if (key_of == key) return value;
  }
  return "";
}

HtmlTree parse_html(std::string_view html) {
  HtmlTree tree;
  Builder builder(tree);
  HtmlTokenizer tokens(html);
  for (HtmlToken token = tokens.next(); token.kind != HtmlTokenKind::end; token = tokens.next()) {
    switch (token.kind) {
      case HtmlTokenKind::open:
        builder.open(token);
        break;
      case HtmlTokenKind::close:
        builder.close(token.name);
        break;
      case HtmlTokenKind::text:
        builder.text(std::move(token.text));
        break;
      case HtmlTokenKind::raw:
        builder.raw(token);
        break;
      case HtmlTokenKind::end:
        break;
    }
  }
  builder.finish();
  return tree;
}

}  // namespace crossread
