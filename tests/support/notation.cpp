#include "support/notation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crossread {
namespace {

// Length of a label at `at` ("PER"), 0 if none stands there with a space behind it.
std::size_t label_at(std::string_view s, std::size_t at) {
  std::size_t end = at;
  while (end < s.size() && ((s[end] >= 'A' && s[end] <= 'Z') || s[end] == '_' ||
                            (end > at && s[end] >= '0' && s[end] <= '9'))) {
    ++end;
  }
  return end > at && end < s.size() && s[end] == ' ' ? end - at : 0;
}

std::uint32_t size_of(const std::string& s) { return static_cast<std::uint32_t>(s.size()); }

bool in_order(const Labelled& a, const Labelled& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.label < b.label;
}

}  // namespace

Annotated annotated(std::string_view notation) {
  Annotated out;
  std::vector<Labelled> open;
  for (std::size_t i = 0; i < notation.size(); ++i) {
    const char c = notation[i];
    if (c == '[' && i + 1 < notation.size() && notation[i + 1] == '[') {
      out.text.push_back('[');
      ++i;
    } else if (const std::size_t label = c == '[' ? label_at(notation, i + 1) : 0; label > 0) {
      open.push_back({std::string(notation.substr(i + 1, label)), {size_of(out.text), 0}});
      i += label + 1;
    } else if (c == ']' && !open.empty()) {
      open.back().span.end = size_of(out.text);
      out.spans.push_back(std::move(open.back()));
      open.pop_back();
    } else {
      out.text.push_back(c);
    }
  }
  EXPECT_TRUE(open.empty()) << "a mark is not closed in: " << notation;
  std::stable_sort(out.spans.begin(), out.spans.end(), in_order);
  return out;
}

std::string marked(std::string_view text, std::vector<Labelled> spans) {
  std::stable_sort(spans.begin(), spans.end(), in_order);
  std::string out;
  std::vector<std::uint32_t> ends;
  std::size_t next = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    while (!ends.empty() && ends.back() == at) {
      out.push_back(']');
      ends.pop_back();
    }
    for (; next < spans.size() && spans[next].span.begin == at; ++next) {
      out.append("[").append(spans[next].label).append(" ");
      ends.push_back(spans[next].span.end);
    }
    if (at < text.size()) {
      if (text[at] == '[') out.push_back('[');
      out.push_back(text[at]);
    }
  }
  return out;
}

std::vector<Span> Annotated::all(std::string_view label) const {
  std::vector<Span> found;
  for (const Labelled& l : spans) {
    if (l.label == label) found.push_back(l.span);
  }
  return found;
}

Span Annotated::one(std::string_view label) const {
  const std::vector<Span> found = all(label);
  EXPECT_EQ(found.size(), 1u) << "spans of label " << label << " in: " << text;
  return found.empty() ? Span{} : found[0];
}

Article article_of(std::string_view text, const Given& given) {
  Article article;
  article.id = given.id;
  article.source = given.source;
  article.title = given.title;
  article.published = given.published;
  article.text = std::string(text);
  return article;
}

Document document_of(std::string_view text, const Given& given) {
  return read_document(article_of(text, given));
}

std::vector<std::string> surfaces(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(slice(text, span));
  return out;
}

std::vector<std::string> surfaces(const Document& doc, const std::vector<Span>& spans) {
  return surfaces(doc.article.text, spans);
}

std::vector<std::string> tokens_of(const Document& doc) {
  std::vector<std::string> out;
  for (const Token& t : doc.tokens) {
    if (t.kind != TokenKind::end) out.emplace_back(doc.surface(t));
  }
  return out;
}

std::vector<std::string> sentences_of(const Document& doc) {
  std::vector<std::string> out;
  for (const Sentence& s : doc.sentences) out.emplace_back(doc.text(s.span));
  return out;
}

std::vector<std::string> lemmas_of(const Document& doc) {
  std::vector<std::string> out;
  for (const Token& t : doc.tokens) {
    if (t.kind != TokenKind::end) out.emplace_back(doc.lemma(t));
  }
  return out;
}

std::vector<std::string> blocks_of(const Document& doc) {
  std::vector<std::string> out;
  for (const Block& b : doc.blocks) {
    out.push_back(std::string(name_of(b.kind)) + ": " + std::string(doc.text(b.span)));
  }
  return out;
}

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::date_line:
      return "date_line";
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::body:
      return "body";
    case BlockKind::credit:
      return "credit";
    case BlockKind::boilerplate:
      return "boilerplate";
  }
  return "?";
}

std::string_view name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::number:
      return "number";
    case TokenKind::punctuation:
      return "punctuation";
    case TokenKind::symbol:
      return "symbol";
    case TokenKind::link:
      return "link";
    case TokenKind::end:
      return "end";
  }
  return "?";
}

std::string_view name_of(DamageKind kind) {
  switch (kind) {
    case DamageKind::glued:
      return "glued";
    case DamageKind::misspelt:
      return "misspelt";
    case DamageKind::stray_mark:
      return "stray_mark";
    case DamageKind::lost_quote:
      return "lost_quote";
    case DamageKind::odd_character:
      return "odd_character";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, const Labelled& labelled) {
  return out << labelled.label << " [" << labelled.span.begin << ", " << labelled.span.end << ")";
}

}  // namespace crossread
