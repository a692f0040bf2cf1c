// sniff.h — what the begin of a file and its name tell, for ingest alone.
#pragma once

#include <string>
#include <string_view>

namespace crossread {

// "a PDF document" for bytes that begin like one; "" if they begin like no format known here.
std::string_view known_binary(std::string_view bytes);

// "news/A.HTML" → "html"; "" without a dot.
std::string suffix_of(std::string_view name);

}  // namespace crossread
