#include "ingest/html.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/one_of.h"
#include "base/utf8.h"
#include "ingest/html_meta.h"
#include "ingest/html_tree.h"

namespace crossread {
namespace {

enum class Drop : std::uint8_t {
  none,
  code,
  navigation,
  aside,
  form,
  hidden,
  caption,
  comments,
  sharing,
  related
};

struct DropName {
  Drop drop;
  std::string_view one, many;
};
constexpr DropName kDropNames[] = {
    {Drop::navigation, "navigation block", "navigation blocks"},
    {Drop::aside, "box beside the text", "boxes beside the text"},
    {Drop::form, "form", "forms"},
    {Drop::hidden, "hidden part", "hidden parts"},
    {Drop::caption, "picture or caption", "pictures or captions"},
    {Drop::comments, "comment section", "comment sections"},
    {Drop::sharing, "sharing bar", "sharing bars"},
    {Drop::related, "list of other articles or advertisement",
     "lists of other articles or advertisements"},
};

Drop drop_by_tag(const HtmlNode& node) {
  if (is_one_of(node.name, {"script", "style", "noscript", "template", "svg", "math", "object",
                            "embed", "canvas", "audio", "video", "map", "head", "iframe"}))
    return Drop::code;
  if (is_one_of(node.name, {"form", "button", "select", "textarea", "input", "dialog"}))
    return Drop::form;
  if (is_one_of(node.name, {"figure", "figcaption", "picture"})) return Drop::caption;
  if (node.name == "nav" || node.name == "menu" || node.name == "footer") return Drop::navigation;
  if (node.name == "aside") return Drop::aside;
  return Drop::none;
}

Drop drop_by_attribute(const HtmlNode& node) {
  struct Role {
    std::string_view role;
    Drop drop;
  };
  constexpr Role kRoles[] = {{"navigation", Drop::navigation}, {"search", Drop::form},
                             {"complementary", Drop::aside},   {"contentinfo", Drop::navigation},
                             {"dialog", Drop::form},           {"alert", Drop::aside}};
  for (const auto& [key, value] : node.attributes) {
    if (key == "hidden" || (key == "aria-hidden" && value == "true")) return Drop::hidden;
    if (key == "style") {
      std::string style = fold(value);
      style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
      if (style.find("display:none") != std::string::npos ||
          style.find("visibility:hidden") != std::string::npos)
        return Drop::hidden;
    }
    if (key != "role") continue;
    for (const Role& role : kRoles) {
      if (value == role.role) return role.drop;
    }
  }
  return Drop::none;
}

// A word of class or id that names what stands there. Whole words only: "share-bar" has "share",
// "shareholder-story" has not.
Drop drop_by_name(const HtmlNode& node) {
  struct Word {
    std::string_view word;
    Drop drop;
  };
  constexpr Word kWords[] = {{"ad", Drop::related},
                             {"ads", Drop::related},
                             {"advert", Drop::related},
                             {"advertisement", Drop::related},
                             {"breadcrumb", Drop::navigation},
                             {"breadcrumbs", Drop::navigation},
                             {"caption", Drop::caption},
                             {"comments", Drop::comments},
                             {"cookie", Drop::aside},
                             {"cookies", Drop::aside},
                             {"disqus", Drop::comments},
                             {"gdpr", Drop::aside},
                             {"menu", Drop::navigation},
                             {"nav", Drop::navigation},
                             {"navbar", Drop::navigation},
                             {"navigation", Drop::navigation},
                             {"newsletter", Drop::form},
                             {"paywall", Drop::aside},
                             {"promo", Drop::related},
                             {"recirc", Drop::related},
                             {"recommended", Drop::related},
                             {"related", Drop::related},
                             {"share", Drop::sharing},
                             {"sharing", Drop::sharing},
                             {"sidebar", Drop::aside},
                             {"social", Drop::sharing},
                             {"sponsored", Drop::related},
                             {"subscribe", Drop::form},
                             {"taboola", Drop::related},
                             {"outbrain", Drop::related},
                             {"trending", Drop::related}};
  for (const std::string_view key : {"class", "id"}) {
    const std::string names = fold(node.attribute(key));
    for (std::size_t begin = 0; begin < names.size();) {
      std::size_t end = begin;
      while (end < names.size() &&
             ((names[end] >= 'a' && names[end] <= 'z') || (names[end] >= '0' && names[end] <= '9')))
        ++end;
      const std::string_view word = std::string_view(names).substr(begin, end - begin);
      for (const Word& known : kWords) {
        if (word == known.word) return known.drop;
      }
      begin = std::max(end, begin) + 1;
    }
  }
  return Drop::none;
}

struct Page {
  HtmlTree tree;
  std::vector<Drop> drop;                      // of each node, inherited
  std::vector<std::uint32_t> weight;           // bytes of text below each node that are not dropped
  std::array<std::uint32_t, 10> dropped = {};  // subtrees by reason
};

std::vector<std::uint32_t> text_weights(const HtmlTree& tree, const std::vector<Drop>& drop) {
  std::vector<std::uint32_t> weight(tree.nodes.size(), 0);
  for (std::size_t i = tree.nodes.size(); i-- > 0;) {
    const HtmlNode& node = tree.nodes[i];
    if (node.is_text() && drop[i] == Drop::none && !is_blank(node.text))
      weight[i] = static_cast<std::uint32_t>(squeeze(node.text).size());
    if (i > 0) weight[node.parent] += weight[i];
  }
  return weight;
}

// Names of classes are hints only: what they cover must be the smaller part of the page, and no
// element that holds the article.
Page weigh(std::string_view html) {
  Page page;
  page.tree = parse_html(html);
  const std::size_t count = page.tree.nodes.size();
  page.drop.assign(count, Drop::none);
  for (std::size_t i = 1; i < count; ++i) {
    const HtmlNode& node = page.tree.nodes[i];
    page.drop[i] = page.drop[node.parent];
    if (page.drop[i] == Drop::none && !node.is_text()) page.drop[i] = drop_by_tag(node);
    if (page.drop[i] == Drop::none && !node.is_text()) page.drop[i] = drop_by_attribute(node);
  }
  page.weight = text_weights(page.tree, page.drop);
  const std::uint32_t total = page.weight[0];
  for (std::size_t i = 1; i < count; ++i) {
    const HtmlNode& node = page.tree.nodes[i];
    if (page.drop[i] == Drop::none) page.drop[i] = page.drop[node.parent];
    if (page.drop[i] != Drop::none || node.is_text() || node.name == "body" ||
        node.name == "html" || node.name == "main" || node.name == "article")
      continue;
    if (page.weight[i] * 3 < total) page.drop[i] = drop_by_name(node);
  }
  page.weight = text_weights(page.tree, page.drop);
  for (std::size_t i = 1; i < count; ++i) {
    const HtmlNode& node = page.tree.nodes[i];
    const bool heads = page.drop[i] != Drop::none && page.drop[node.parent] == Drop::none;
    if (heads) ++page.dropped[static_cast<std::size_t>(page.drop[i])];
  }
  return page;
}

// Bytes of text below `node` that stand in links.
std::uint32_t link_weight(const Page& page, std::uint32_t node) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = node; i < page.tree.nodes[node].end; ++i) {
    if (page.tree.nodes[i].name != "a") continue;
    sum += page.weight[i];
    i = page.tree.nodes[i].end - 1;
  }
  return sum;
}

// Paragraphs give their length to their parent, half of it to their grandparent; the best parent
// holds the article.
std::uint32_t densest(const Page& page) {
  std::vector<std::uint64_t> score(page.tree.nodes.size(), 0);
  for (std::uint32_t i = 1; i < page.tree.nodes.size(); ++i) {
    const HtmlNode& node = page.tree.nodes[i];
    const bool paragraph = node.name == "p" || node.name == "blockquote" || node.name == "pre";
    const bool loose = node.is_text() && is_block(page.tree.nodes[node.parent].name) &&
                       page.tree.nodes[node.parent].name != "p";
    if (page.drop[i] != Drop::none || (!paragraph && !loose) || page.weight[i] < 40) continue;
    const std::uint32_t plain = page.weight[i] - std::min(link_weight(page, i), page.weight[i]);
    const std::uint32_t parent = node.parent;
    score[parent] += 2 * plain;
    score[page.tree.nodes[parent].parent] += plain;
  }
  return static_cast<std::uint32_t>(std::max_element(score.begin(), score.end()) - score.begin());
}

// The element of most text among those that say they are the article; the densest otherwise.
std::uint32_t main_element(const Page& page) {
  const auto heaviest = [&](auto is) {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < page.tree.nodes.size(); ++i) {
      if (page.drop[i] != Drop::none || !is(page.tree.nodes[i])) continue;
      if (best == 0 || page.weight[i] > page.weight[best]) best = i;
    }
    return best;
  };
  const std::uint32_t dense = densest(page), all = page.weight[0];
  for (const std::uint32_t named :
       {heaviest([](const HtmlNode& n) { return fold(n.attribute("itemprop")) == "articlebody"; }),
        heaviest([](const HtmlNode& n) { return n.name == "article"; }),
        heaviest(
            [](const HtmlNode& n) { return n.name == "main" || n.attribute("role") == "main"; })}) {
    // A teaser in an <article> is none: the named element holds the densest one or most of the
    // page.
    const bool holds = named != 0 && named <= dense && dense < page.tree.nodes[named].end;
    if (holds || (named != 0 && page.weight[named] * 2 > all)) return named;
  }
  return dense;
}

// Lines of text: a block begins a paragraph, <br> a line.
class Lines {
 public:
  void block() { flush("\n\n"); }
  void line() { flush("\n"); }
  void text(std::string_view text) { line_ += text; }
  std::string take() {
    flush("");
    return std::move(out_);
  }

 private:
  void flush(std::string_view gap) {
    const std::string line = squeeze(line_);
    line_.clear();
    if (!line.empty()) {
      if (!out_.empty()) out_ += gap_;
      out_ += line;
      gap_ = gap;
    } else if (gap.size() > gap_.size()) {
      gap_ = gap;
    }
  }
  std::string out_, line_, gap_;
};

std::string render(const Page& page, std::uint32_t root) {
  Lines lines;
  std::vector<std::uint32_t> open;  // blocks whose end is still to come
  const HtmlTree& tree = page.tree;
  for (std::uint32_t i = root; i < tree.nodes[root].end; ++i) {
    while (!open.empty() && tree.nodes[open.back()].end <= i) {
      open.pop_back();
      lines.block();
    }
    if (page.drop[i] != Drop::none) {
      i = std::max(i, tree.nodes[i].end - 1);
      continue;
    }
    const HtmlNode& node = tree.nodes[i];
    if (node.is_text()) lines.text(node.text);
    if (node.name == "br") lines.line();
    if (node.name == "td" || node.name == "th") lines.text(" ");
    if (is_block(node.name) && node.name != "td" && node.name != "th") {
      lines.block();
      open.push_back(i);
    }
  }
  return lines.take();
}

std::string dropped_note(const Page& page) {
  std::string list;
  const auto add = [&](std::uint32_t count, std::string_view one, std::string_view many) {
    if (count > 0)
      list += (list.empty() ? "" : ", ") + std::to_string(count) + " " +
              std::string(count == 1 ? one : many);
  };
  for (const DropName& name : kDropNames)
    add(page.dropped[static_cast<std::size_t>(name.drop)], name.one, name.many);
  add(page.tree.scripts, "script", "scripts");
  add(page.tree.styles, "style sheet", "style sheets");
  return list;
}

}  // namespace

Result<Article> article_from_html(std::string_view html) {
  const Page page = weigh(html);
  const HtmlMeta meta = read_html_meta(page.tree);
  const std::uint32_t root = main_element(page);
  std::string body = render(page, root);
  if (body.empty()) body = render(page, 0);
  if (body.empty()) return Error{ErrorCode::empty, "", "has no text once its markup is gone"};
  Article article;
  article.title = meta.title;
  article.source = meta.site;
  article.published = meta.published;
  article.url = meta.url;
  const std::string first = body.substr(0, body.find('\n'));
  const bool has_title = meta.title.empty() || equal_folded(first, meta.title) ||
                         body.substr(0, 600).find(meta.title) != std::string::npos;
  article.text = (has_title ? "" : meta.title + "\n\n") + body + "\n";
  article.text_from_ingest = true;
  const std::uint32_t outside = page.weight[0] - std::min(page.weight[0], page.weight[root]);
  std::string note = "the main text of an HTML page";
  if (const std::string list = dropped_note(page); !list.empty()) note += "; left out: " + list;
  if (outside > 0)
    note += "; " + std::to_string(outside) + " bytes of text stand outside the article";
  article.notes.push_back({"html", note});
  return article;
}

std::string declared_charset(std::string_view bytes) {
  const std::string head = [&] {
    std::string ascii(bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096)));
    for (char& c : ascii) {
      c = static_cast<unsigned char>(c) >= 0x80 ? '?'
          : c >= 'A' && c <= 'Z'                ? static_cast<char>(c - 'A' + 'a')
                                                : c;
    }
    return ascii;
  }();
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    std::size_t value = tag.find("charset=");
    if (value == std::string_view::npos) continue;
    value = tag.find_first_not_of("\"' ", value + 8);
    if (value == std::string_view::npos) continue;
    return std::string(tag.substr(value, tag.find_first_of("\"' ;/>", value) - value));
  }
  return "";
}

}  // namespace crossread
