#include "compare/credit.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr std::size_t kLeastIdLetters = 4;

// The letters of an id that ends in the outlet's name: "05-algarvehoje" → "algarvehoje".
std::string letters_of_id(std::string_view id) {
  const std::size_t slash = id.find_last_of('/');
  if (slash != std::string_view::npos) id.remove_prefix(slash + 1);
  std::string out;
  for (const char c : plain_name(id)) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

void add_once(std::vector<std::string>& list, std::string name) {
  if (!name.empty() && std::find(list.begin(), list.end(), name) == list.end())
    list.push_back(std::move(name));
}

// Where the name stands in the line, as a word of its own; npos if nowhere.
std::size_t find_name(std::string_view line, std::string_view name) {
  for (std::size_t at = line.find(name); at != std::string_view::npos;
       at = line.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool before =
        at == 0 || !is_letter(decode_before(line, static_cast<std::uint32_t>(at)).code);
    const bool after =
        end == line.size() || !is_letter(decode(line, static_cast<std::uint32_t>(end)).code);
    if (before && after) return at;
  }
  return std::string_view::npos;
}

void read_blocks(const Analysis& analysis, ArticleIndex article,
                 const std::vector<std::string>& agencies, Credits& credits) {
  const Document& document = analysis.document;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::byline && block.kind != BlockKind::credit &&
        block.kind != BlockKind::dateline) {
      continue;
    }
    const std::string_view line = document.text(block.span);
    for (const std::string& name : agencies) {
      const std::size_t at = find_name(line, name);
      if (at == std::string_view::npos || credits.is(name)) continue;
      if (block.kind == BlockKind::dateline || (block.kind == BlockKind::byline && at > 0)) {
        add_once(credits.own, plain_name(name));
        continue;
      }
      const auto begin = block.span.begin + static_cast<std::uint32_t>(at);
      const bool known = std::any_of(credits.given.begin(), credits.given.end(),
                                     [&](const Credit& c) { return c.name == name; });
      if (!known) {
        credits.given.push_back(
            {name, {article, {begin, begin + static_cast<std::uint32_t>(name.size())}}});
      }
    }
  }
}

}  // namespace

bool Credits::is(const std::string& name) const {
  return std::find(own.begin(), own.end(), plain_name(name)) != own.end();
}

std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : fold_accents(fold(name))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      out += c;
  }
  return out;
}

std::vector<Credits> find_credits(const std::vector<Analysis>& articles, const Event& event) {
  std::vector<std::string> agencies;
  for (const ArticleIndex a : event.articles) {
    const Document& document = articles[a].document;
    for (const std::string& name : document.agencies) add_once(agencies, name);
  }
  std::sort(agencies.begin(), agencies.end());
  std::vector<Credits> out;
  for (const ArticleIndex a : event.articles) {
    const Article& article = articles[a].document.article;
    Credits credits;
    add_once(credits.own, plain_name(article.source));
    std::string letters = letters_of_id(article.id);
    if (letters.size() >= kLeastIdLetters) add_once(credits.own, std::move(letters));
    read_blocks(articles[a], a, agencies, credits);
    out.push_back(std::move(credits));
  }
  return out;
}

}  // namespace crossread
