// notation.h — a test in one line: text with its expected spans marked in place.
//
//     annotated("[PER Ana Holm] said “[VALUE 16%]”")
//         text   Ana Holm said “16%”
//         spans  {"PER", {0, 8}}, {"VALUE", {17, 20}}
//
// A mark is '[', a label of capitals, digits and '_', a space, the words, ']'. Marks may stand in
// each other: "[ORG Bank of [LOC Spain]]". "[[" is a plain '['; a ']' outside a mark is plain.
// The other way round, `marked` writes spans back into the text, so that a whole result compares
// as one string:
//
//     const Annotated want = annotated(line);
//     const Document doc = document_of(want.text, {.published = "2024-05-14"});
//     EXPECT_EQ(marked(want.text, found_spans), line);
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/document.h"

namespace crossread {

struct Labelled {
  std::string label;
  Span span;
  friend bool operator==(const Labelled&, const Labelled&) = default;
};

struct Annotated {
  std::string text;
  std::vector<Labelled> spans;  // by begin, the longer first

  // The spans of one label, in order; the first of them (a test fails loudly if there is none).
  std::vector<Span> all(std::string_view label) const;
  Span one(std::string_view label) const;
};

Annotated annotated(std::string_view notation);
std::string marked(std::string_view text, std::vector<Labelled> spans);

// What is known of an article beside its text; all optional.
struct Given {
  std::string id = "a";
  std::string source = {};
  std::string title = {};
  std::string published = {};
};
Article article_of(std::string_view text, const Given& given = {});
Document document_of(std::string_view text, const Given& given = {});

// Spans and parts of a document as the words they name, for EXPECT_THAT(…, ElementsAre(…)).
std::vector<std::string> surfaces(std::string_view text, const std::vector<Span>& spans);
std::vector<std::string> surfaces(const Document& doc, const std::vector<Span>& spans);
std::vector<std::string> tokens_of(const Document& doc);  // surfaces, without the end token
std::vector<std::string> sentences_of(const Document& doc);
std::vector<std::string> lemmas_of(const Document& doc);
std::vector<std::string> blocks_of(const Document& doc);  // "title: At least 11 dead"

std::string_view name_of(BlockKind kind);
std::string_view name_of(TokenKind kind);
std::string_view name_of(DamageKind kind);

// Printed by GoogleTest when something differs.
std::ostream& operator<<(std::ostream& out, const Labelled& labelled);
inline void PrintTo(Span span, std::ostream* out) {
  *out << "[" << span.begin << ", " << span.end << ")";
}

}  // namespace crossread
