// tables.h — word lists as data: one .tsv a topic, embedded as it stands, used in place.
//
// A table is a text whose first line says what it is, where it comes from and under which licence;
// then one row a line, key TAB fields, sorted by the bytes of the key, no key twice. `find` is a
// binary search over the bytes: O(log rows), no start-up work, no memory.
//
//     # Cue verbs: lemma, strength. Written for this project, MIT.
//     claim⇥claim
//     say⇥neutral
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

class Table {
 public:
  constexpr explicit Table(std::string_view bytes) : bytes_(bytes) {}

  // The fields after the key ("" if the row has a key alone) and whether the key is there.
  struct Row {
    bool found = false;
    std::string_view fields;
    std::string_view field(int index) const;  // 0 is the first after the key
    explicit operator bool() const { return found; }
  };
  Row find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key).found; }

  // True if some key begins with `prefix` followed by a space: a longer phrase may follow.
  bool continues(std::string_view prefix) const;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// A table by the name of its file, src/tables/<name>.tsv: table("cue_verbs"). Looked up at the call
// site once: `static const Table kCues = table("cue_verbs");` is the way. An unknown name gives an
// empty table, and the ctest case «every table that is asked for exists» fails.
Table table(std::string_view name);

}  // namespace crossread
