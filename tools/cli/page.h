// page.h — a comparison as one file that opens by double click: the page crossread.html, which is
// made by `npm run bundle`, with the comparison written into its script element "report".
//
// The page stands where --page says, else beside the program, one folder up, or in
// ../share/crossread. The same comparison kept from the page itself gives the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace crossread::cli {

// The page's text. Errors: unreadable (not found, or no page of Crossread).
Result<std::string> read_page(const std::string& asked);

// `comparison` is the document with UTF-16 offsets, `page` what read_page gave.
std::string report_page(std::string_view page, std::string_view comparison);

}  // namespace crossread::cli
