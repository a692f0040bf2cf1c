#include "ingest/html_tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "ingest/encoding.h"
#include "tables/tables.h"

namespace crossread {
namespace {

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space_byte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name_byte(char c) { return is_letter_byte(c) || (c >= '0' && c <= '9'); }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Elements whose content is no markup.
bool is_raw(std::string_view name) {
  constexpr std::string_view kRaw[] = {"script", "style",  "textarea", "title",
                                       "xmp",    "iframe", "noembed",  "noframes"};
  return std::find(std::begin(kRaw), std::end(kRaw), name) != std::end(kRaw);
}

struct Reference {
  char32_t code = 0;
  std::size_t bytes = 0;  // 0: no reference here
};

Reference numeric_reference(std::string_view text) {  // text begins with "&#"
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  std::size_t at = hex ? 3 : 2;
  const std::size_t first = at;
  char32_t code = 0;
  for (; at < text.size(); ++at) {
    const char c = static_cast<char>(text[at] | 0x20);
    const int digit = c >= '0' && c <= '9' && text[at] == c ? c - '0'
                      : hex && c >= 'a' && c <= 'f'         ? c - 'a' + 10
                                                            : -1;
    if (digit < 0) break;
    code = std::min<char32_t>(code * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == first) return {};
  if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) code = 0xfffd;
  if (code >= 0x80 && code < 0xa0) code = windows_1252(static_cast<unsigned char>(code));
  return {code, at + (at < text.size() && text[at] == ';')};
}

Reference named_reference(std::string_view text) {  // text begins with "&"
  static const Table kEntities = table("html_entities");
  std::size_t at = 1;
  while (at < text.size() && at < 40 && is_name_byte(text[at])) ++at;
  const Table::Row row = kEntities.find(text.substr(1, at - 1));
  const bool ended = at < text.size() && text[at] == ';';
  if (!row || (!ended && row.field(1) != "bare")) return {};
  char32_t code = 0;
  for (const char c : row.field(0))
    code = code * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
  return {code, at + ended};
}

}  // namespace

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Reference found =
        text.size() > 1 && text[1] == '#' ? numeric_reference(text) : named_reference(text);
    if (found.bytes > 0) append_utf8(out, found.code);
    if (found.bytes == 0) out += '&';
    text.remove_prefix(std::max<std::size_t>(found.bytes, 1));
  }
  return out;
}

std::string_view HtmlToken::attribute(std::string_view key) const {
  for (const auto& [key_of, value] : attributes) {
    if (key_of == key) return value;
  }
  return "";
}

HtmlToken HtmlTokenizer::next() {
  if (!raw_.empty()) return raw_text(std::exchange(raw_, std::string()));
  while (at_ < html_.size()) {
    if (html_[at_] == '<' && at_ + 1 < html_.size()) {
      const char after = html_[at_ + 1];
      if (is_letter_byte(after)) return tag(false);
      if (after == '/' && at_ + 2 < html_.size() && is_letter_byte(html_[at_ + 2]))
        return tag(true);
      if (skip_declaration()) continue;
    }
    std::size_t end = at_ + 1;  // a "<" that opens nothing is text
    end = std::min(html_.find('<', end), html_.size());
    HtmlToken token;
    token.kind = HtmlTokenKind::text;
    token.text = decode_references(html_.substr(at_, end - at_));
    at_ = end;
    return token;
  }
  return {};
}

// <!-- … -->, <!doctype …>, <?xml …>, </ …>: nothing that an article says.
bool HtmlTokenizer::skip_declaration() {
  const std::string_view rest = html_.substr(at_);
  std::string_view stop = ">";
  if (rest.substr(0, 4) == "<!--") {
    stop = "-->";
  } else if (rest.substr(0, 9) == "<![CDATA[") {
    stop = "]]>";
  } else if ((rest[1] != '!' && rest[1] != '?' && rest[1] != '/') || rest == "</") {
    return false;
  }
  const std::size_t end = rest.find(stop, 2);
  at_ = end == std::string_view::npos ? html_.size() : at_ + end + stop.size();
  return true;
}

HtmlToken HtmlTokenizer::tag(bool closing) {
  HtmlToken token;
  token.kind = closing ? HtmlTokenKind::close : HtmlTokenKind::open;
  at_ += closing ? 2 : 1;
  const std::size_t begin = at_;
  while (at_ < html_.size() && !is_space_byte(html_[at_]) && html_[at_] != '>' && html_[at_] != '/')
    ++at_;
  token.name = lower(html_.substr(begin, at_ - begin));
  attributes(token);
  if (!closing && is_raw(token.name)) raw_ = token.name;
  return token;
}

void HtmlTokenizer::attributes(HtmlToken& token) {
  while (at_ < html_.size() && html_[at_] != '>') {
    if (is_space_byte(html_[at_]) || html_[at_] == '/') {
      token.closed = html_[at_++] == '/';
      continue;
    }
    token.closed = false;
    std::size_t begin = at_++;
    while (at_ < html_.size() && !is_space_byte(html_[at_]) && html_[at_] != '=' &&
           html_[at_] != '>' && html_[at_] != '/')
      ++at_;
    const std::string name = lower(html_.substr(begin, at_ - begin));
    while (at_ < html_.size() && is_space_byte(html_[at_])) ++at_;
    std::string_view value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      while (at_ < html_.size() && is_space_byte(html_[at_])) ++at_;
      const char quote = at_ < html_.size() ? html_[at_] : '\0';
      if (quote == '"' || quote == '\'') {
        const std::size_t end = std::min(html_.find(quote, at_ + 1), html_.size());
        value = html_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, html_.size());
      } else {
        begin = at_;
        while (at_ < html_.size() && !is_space_byte(html_[at_]) && html_[at_] != '>') ++at_;
        value = html_.substr(begin, at_ - begin);
      }
    }
    token.attributes.emplace_back(name, decode_references(value));
  }
  if (at_ < html_.size()) ++at_;  // ">"
}

HtmlToken HtmlTokenizer::raw_text(const std::string& name) {
  std::size_t end = at_;
  for (;; ++end) {
    end = html_.find("</", end);
    if (end == std::string_view::npos) break;
    if (lower(html_.substr(end + 2, name.size())) == name) break;
  }
  end = std::min(end, html_.size());
  HtmlToken token;
  token.kind = HtmlTokenKind::raw;
  token.name = name;
  const std::string_view inside = html_.substr(at_, end - at_);
  token.text =
      name == "title" || name == "textarea" ? decode_references(inside) : std::string(inside);
  at_ = end;
  return token;
}

}  // namespace crossread
