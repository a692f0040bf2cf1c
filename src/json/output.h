// output.h — the pieces that extract.cpp and comparison.cpp share; for src/json alone.
//
//     out.begin_object();
//     write_head(out, document);              {"id":"a","source":null, … "language":"en"
//     write_span(out, offsets, {52, 60});      ,"start":52,"end":60
//     out.end_object();                       }
//
// Each adds its keys to the object that the caller has opened, in an order that never changes: an
// article is the same in the line of `extract` and in a comparison, and in schema.json once.
// O(bytes written); an offset in UTF-16 looks at 64 bytes at most.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf16.h"
#include "claim/analysis.h"
#include "json/json.h"
#include "json/writer.h"

namespace crossread {

// Byte spans of one text in the unit that was asked for. Keeps a view of `text`.
class Offsetter {
 public:
  Offsetter(std::string_view text, Offsets offsets) {
    if (offsets == Offsets::utf16) utf16_.emplace(text);
  }
  Span of(Span bytes) const { return utf16_ ? utf16_->of(bytes) : bytes; }

 private:
  std::optional<Utf16Offsets> utf16_;
};

// "start": …, "end": … into the open object.
void write_span(JsonWriter& out, const Offsetter& offsets, Span span);

// "id", "source", "title", "published", "published_from", "url", "language" into the open object.
void write_head(JsonWriter& out, const Document& document);

// "notes", "stub", "agencies".
void write_state(JsonWriter& out, const Document& document);

// "mentions", "entities", "times", "quantities", "quotes".
void write_layers(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets);

// "e3", or null for no entity.
void write_id(JsonWriter& out, std::string_view key, char letter, std::uint32_t number, bool valid);

}  // namespace crossread
