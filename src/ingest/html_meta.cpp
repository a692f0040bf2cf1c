#include "ingest/html_meta.h"

#include <algorithm>
#include <initializer_list>

#include "base/calendar.h"
#include "base/utf8.h"

namespace crossread {
namespace {

// The content of the first <meta> with one of these names, in the order of the names.
std::string meta(const HtmlTree& tree, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const HtmlNode& node : tree.nodes) {
      if (node.name != "meta") continue;
      const bool here = fold(node.attribute("property")) == name ||
                        fold(node.attribute("name")) == name ||
                        fold(node.attribute("itemprop")) == name;
      if (here && !is_blank(node.attribute("content"))) return squeeze(node.attribute("content"));
    }
  }
  return "";
}

// The string after "key": in JSON, read without a parser: good enough for dates and names, which
// hold no escapes but \/ and \" in practice.
std::string json_string(std::string_view json, std::string_view key) {
  const std::size_t at = json.find("\"" + std::string(key) + "\"");
  if (at == std::string_view::npos) return "";
  std::size_t begin = json.find_first_not_of(" \t\r\n:", at + key.size() + 2);
  if (begin == std::string_view::npos || json[begin] != '"') return "";
  std::string out;
  for (++begin; begin < json.size() && json[begin] != '"'; ++begin) {
    if (json[begin] == '\\' && begin + 1 < json.size()) ++begin;
    out += json[begin];
  }
  return out;
}

std::string first_iso(std::initializer_list<std::string> candidates) {
  for (const std::string& candidate : candidates) {
    if (!candidate.empty() && parse_iso_day(candidate)) return candidate;
  }
  return "";
}

std::string published(const HtmlTree& tree) {
  std::string ld, time, marked;
  for (const std::string& json : tree.json_ld) {
    if (ld.empty()) ld = json_string(json, "datePublished");
  }
  for (const HtmlNode& node : tree.nodes) {
    const std::string when(node.attribute("datetime"));
    if (marked.empty() && fold(node.attribute("itemprop")) == "datepublished") {
      marked = when.empty() ? std::string(node.attribute("content")) : when;
    }
    if (time.empty() && node.name == "time" && parse_iso_day(when)) time = when;
  }
  return first_iso(
      {meta(tree, {"article:published_time", "datepublished", "og:published_time"}), ld, marked,
       meta(tree, {"date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
                   "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date"}),
       time});
}

std::string site(const HtmlTree& tree) {
  std::string name = meta(tree, {"og:site_name", "application-name", "dc.publisher"});
  for (const std::string& json : tree.json_ld) {
    const std::size_t at = json.find("\"publisher\"");
    if (name.empty() && at != std::string::npos)
      name = json_string(std::string_view(json).substr(at), "name");
  }
  return name;
}

// "Ferry sinks | The Herald" → "Ferry sinks", if the rest is the site's name or much the shorter
// part.
std::string without_site(const std::string& title, const std::string& site_name) {
  for (const std::string_view mark : {" | ", " – ", " — ", " - ", " :: ", " « "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string rest = squeeze(std::string_view(title).substr(at + mark.size()));
    const bool names_site = !site_name.empty() && fold(rest) == fold(site_name);
    if (names_site || (site_name.empty() && mark != " - " && rest.size() * 3 < at))
      return title.substr(0, at);
  }
  return title;
}

}  // namespace

std::string squeeze(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = decode(text, at);
    if (is_space(c.code) || c.code == 0xad) {  // a soft hyphen says nothing
      gap = gap || c.code != 0xad;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

std::string text_below(const HtmlTree& tree, std::uint32_t node) {
  std::string out;
  for (std::uint32_t i = node; i < tree.nodes[node].end; ++i) {
    out += tree.nodes[i].text;
    if (is_block(tree.nodes[i].name) || tree.nodes[i].name == "br") out += ' ';
  }
  return squeeze(out);
}

HtmlMeta read_html_meta(const HtmlTree& tree) {
  HtmlMeta out;
  out.site = site(tree);
  out.published = published(tree);
  out.title = meta(tree, {"og:title", "headline", "twitter:title", "dc.title"});
  for (std::uint32_t i = 0; i < tree.nodes.size() && out.title.empty(); ++i) {
    if (tree.nodes[i].name == "h1") out.title = text_below(tree, i);
  }
  if (out.title.empty()) out.title = squeeze(tree.title);
  out.title = without_site(out.title, out.site);
  for (const HtmlNode& node : tree.nodes) {
    if (out.url.empty() && node.name == "link" && fold(node.attribute("rel")) == "canonical") {
      out.url = std::string(node.attribute("href"));
    }
  }
  if (out.url.empty()) out.url = meta(tree, {"og:url"});
  return out;
}

}  // namespace crossread
