// tables.h — word lists and weights as data: embedded as they stand, used in place.
//
// A table is src/tables/<name>.tsv: its first line says what it is, where it comes from and under
// which licence; then one row a line, key TAB fields, sorted by the bytes of the key, no key twice.
// The rows are read where they lie; an index of hashes over them (8 bytes a cell, at most half of
// the cells in use) is made once a program, about 30 ns a row. `find` is then O(1).
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
#include <memory>
#include <string_view>
#include <vector>

namespace crossread {

class Table {
 public:
  explicit Table(std::string_view bytes);

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
  // A key, or what stands before a space in one. Empty: size 0.
  struct Cell {
    std::uint32_t at = 0;  // in rows_
    std::uint16_t size = 0;
    bool is_row = false;
    bool continues = false;
  };
  void add(std::vector<Cell>& cells, std::size_t at, std::size_t size, bool is_row) const;
  const Cell* cell(std::string_view key) const;

  std::string_view bytes_;
  std::string_view rows_;                           // without the first line
  std::shared_ptr<const std::vector<Cell>> index_;  // copies of a table share it; a power of two
};

// A table by the name of its file, src/tables/<name>.tsv: table("cue_verbs"). Asked for at the call
// site once: `static const Table kCues = table("cue_verbs");` is the way. An unknown name gives an
// empty table, and the ctest case «every table that is asked for exists» fails.
Table table(std::string_view name);

// The bytes of src/tables/<name>.bin, at an address divisible by 16; empty if there is none.
std::string_view blob(std::string_view name);

}  // namespace crossread
