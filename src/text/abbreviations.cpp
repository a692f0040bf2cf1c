#include "text/abbreviations.h"

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// L. or L.L.L., each L one letter.
bool is_dotted_letters(std::string_view surface) {
  const auto size = static_cast<std::uint32_t>(surface.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(surface, at);
    at += c.bytes;
    if (!is_letter(c.code) || at >= size || surface[at] != '.') return false;
    ++at;
  }
  return size > 0;
}

}  // namespace

Abbreviation abbreviation(std::string_view surface) {
  if (surface.size() < 2 || surface.size() > 12 || surface.back() != '.') return Abbreviation::none;
  static const Table kAbbreviations = table("abbreviations");
  const Character first = decode(surface, 0);
  if (surface.size() == first.bytes + 1 && is_upper(first.code)) return Abbreviation::initial;
  if (const Table::Row row = kAbbreviations.find(fold(surface))) {
    const std::string_view kind = row.field(0);
    if (kind == "company") return Abbreviation::company;
    if (kind == "number") return Abbreviation::number;
    if (kind == "other") return Abbreviation::other;
    // "He sat." is no Saturday, "a col." no colonel: these want a capital.
    if (!is_upper(first.code)) return Abbreviation::none;
    if (kind == "title") return Abbreviation::title;
    return kind == "month" ? Abbreviation::month : Abbreviation::place;
  }
  return is_dotted_letters(surface) && surface.size() > first.bytes + 1 ? Abbreviation::company
                                                                        : Abbreviation::none;
}

}  // namespace crossread
