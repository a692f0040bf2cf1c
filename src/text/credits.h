// credits.h — who made the text: bylines, agency credits, datelines.
//
//     By Ana Holm and agencies          (With information from EFE and AFP)
//     UP in Kalnik                      (Reporting by Dana Whitfield; editing by Lee Nakamura)
//     NEW YORK, July 22 (Kestrel) —     Reuters with additional editing by Jim Pollard
//
// All take one line without white space at its edges. O(line).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossread {

// True for a byline anywhere near the top; without "By" it must stand right below the title.
enum class Place : std::uint8_t { below_title, elsewhere };
bool is_byline(std::string_view line, Place place);

bool is_credit(std::string_view line);

// Bytes of a credit in brackets that ends a paragraph: "… Lindqvist. (UP)" → 4; 0 if none.
std::uint32_t trailing_credit(std::string_view paragraph);

// Bytes of "KALNIK, Velmora (UP) — " at the start of a paragraph, up to the dash's end; 0 if none.
std::uint32_t dateline(std::string_view paragraph);

// Names of agencies in a credit or dateline: capitalised runs that are no reporter ("by …") and,
// in a dateline, stand in brackets or slashes. Each once, in order.
void add_agencies(std::string_view credit, std::vector<std::string>& agencies);
void add_dateline_agency(std::string_view dateline, std::vector<std::string>& agencies);

}  // namespace crossread
