// tables.h — word lists and weights as data: embedded as they stand, used in place.
//
// A table is src/tables/<name>.tsv: its first line says what it is, where it comes from and under
// which licence; then one row a line, key TAB fields, sorted by the bytes of the key, no key twice.
// `find` is a binary search over the bytes: O(log rows), no start-up work, no memory.
//
//     # Cue verbs: lemma, strength. Written for this project, MIT.
//     claim⇥claim
//     say⇥neutral
//
//     static const Table kCues = table("cue_verbs");
//     if (const auto row = kCues.find(lemma)) use(row.field(0));
//     for (const Table::Entry& entry : kCues) use(entry.key, entry.field(0));
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace crossread {

class Table {
 public:
  constexpr explicit Table(std::string_view bytes) : bytes_(bytes), rows_(bytes) {
    if (bytes.substr(0, 1) != "#") return;
    const std::size_t newline = bytes.find('\n');
    rows_.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
  }

  // The fields after the key ("" if the row has a key alone) and whether the key is there.
  struct Row {
    bool found = false;
    std::string_view fields;
    std::string_view field(int index) const;  // 0 is the first after the key; "" past the last
    explicit operator bool() const { return found; }
  };
  Row find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key).found; }

  // True if some key begins with `prefix` followed by a space: a longer phrase may follow.
  bool continues(std::string_view prefix) const;

  // A row with its key, as the loop over a table gives it. Blank lines are no rows.
  struct Entry {
    std::string_view key;
    std::string_view fields;
    std::string_view field(int index) const { return Row{true, fields}.field(index); }
  };
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = const Entry*;
    using reference = const Entry&;

    explicit iterator(std::string_view rest) : rest_(rest) { read(); }
    reference operator*() const { return entry_; }
    pointer operator->() const { return &entry_; }
    iterator& operator++() { return read(), *this; }
    friend bool operator==(const iterator& a, const iterator& b) {
      return a.entry_.key.data() == b.entry_.key.data();
    }

   private:
    void read();
    std::string_view rest_;
    Entry entry_;
  };
  iterator begin() const { return iterator(rows_); }
  iterator end() const { return iterator({}); }

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
  std::string_view rows_;  // without the first line
};

// A table by the name of its file, src/tables/<name>.tsv: table("cue_verbs"). Looked up at the call
// site once: `static const Table kCues = table("cue_verbs");` is the way. An unknown name gives an
// empty table, and the ctest case «every table that is asked for exists» fails.
Table table(std::string_view name);

// The bytes of src/tables/<name>.bin, at an address divisible by 16; empty if there is none.
std::string_view blob(std::string_view name);

}  // namespace crossread
