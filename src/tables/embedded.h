// embedded.h — the tables as tools/embed_tables.cmake writes them. For tables.cpp alone.
#pragma once

#include <string_view>

namespace crossread {

struct EmbeddedTable {
  std::string_view name;
  std::string_view bytes;
};

// Ends with an entry without a name.
const EmbeddedTable* embedded_tables();

}  // namespace crossread
