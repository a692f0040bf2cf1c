// embedded.h — the tables and weights as tools/embed_tables.cmake writes them. For tables.cpp
// alone.
//
// The generated file lists every src/tables/*.tsv and *.bin with its bytes, by the name of the file
// without its ending. Each list ends with an entry without a name.
#pragma once

#include <string_view>

namespace crossread {

struct Embedded {
  std::string_view name;
  std::string_view bytes;
};

const Embedded* embedded_tables();
const Embedded* embedded_blobs();

}  // namespace crossread
