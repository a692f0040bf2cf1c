#include "tables/tables.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "tables/embedded.h"

namespace crossread {
namespace {

std::size_t hash_of(std::string_view key) {
  return static_cast<std::size_t>(XXH3_64bits(key.data(), key.size()));
}

}  // namespace

Table::Table(std::string_view bytes) : bytes_(bytes), rows_(bytes) {
  if (bytes.starts_with('#')) {
    const std::size_t newline = bytes.find('\n');
    rows_.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
  }
  std::size_t keys = 0;
  for (const Entry& entry : *this) {
    keys += 1 + static_cast<std::size_t>(std::count(entry.key.begin(), entry.key.end(), ' '));
  }
  std::vector<Cell> cells(std::bit_ceil(2 * keys + 1));
  for (const Entry& entry : *this) {
    const auto at = static_cast<std::size_t>(entry.key.data() - rows_.data());
    add(cells, at, entry.key.size(), true);
    for (std::size_t end = entry.key.find(' ', 1); end != std::string_view::npos;
         end = entry.key.find(' ', end + 1)) {
      add(cells, at, end, false);
    }
  }
  index_ = std::make_shared<const std::vector<Cell>>(std::move(cells));
}

void Table::add(std::vector<Cell>& cells, std::size_t at, std::size_t size, bool is_row) const {
  const std::string_view key = rows_.substr(at, size);
  std::size_t slot = hash_of(key) & (cells.size() - 1);
  while (cells[slot].size != 0 && rows_.substr(cells[slot].at, cells[slot].size) != key) {
    slot = (slot + 1) & (cells.size() - 1);
  }
  Cell& cell = cells[slot];
  if (is_row || cell.size == 0)
    cell.at = static_cast<std::uint32_t>(at);  // fields are read behind the row's own key
  cell.size = static_cast<std::uint16_t>(size);
  (is_row ? cell.is_row : cell.continues) = true;
}

const Table::Cell* Table::cell(std::string_view key) const {
  const std::vector<Cell>& cells = *index_;
  for (std::size_t slot = hash_of(key) & (cells.size() - 1); cells[slot].size != 0;
       slot = (slot + 1) & (cells.size() - 1)) {
    const Cell& found = cells[slot];
    if (found.size == key.size() &&
        std::memcmp(rows_.data() + found.at, key.data(), key.size()) == 0)
      return &found;
  }
  return nullptr;
}

std::string_view Table::Row::field(int index) const {
  std::string_view rest = fields;
  while (index-- > 0) {
    const std::size_t tab = rest.find('\t');
    if (tab == std::string_view::npos) return {};
    rest.remove_prefix(tab + 1);
  }
  return rest.substr(0, rest.find('\t'));
}

void Table::iterator::read() {
  while (rest_.starts_with('\n')) rest_.remove_prefix(1);
  const std::string_view line = rest_.substr(0, rest_.find('\n'));
  rest_.remove_prefix(line.size());
  const std::size_t tab = line.find('\t');
  entry_ = {};
  if (line.empty()) return;
  entry_.key = line.substr(0, tab);
  if (tab != std::string_view::npos) entry_.fields = line.substr(tab + 1);
}

Table::Row Table::find(std::string_view key) const {
  const Cell* found = cell(key);
  if (found == nullptr || !found->is_row) return {};
  std::string_view fields = rows_.substr(found->at + found->size);
  fields = fields.substr(0, fields.find('\n'));
  if (!fields.empty()) fields.remove_prefix(1);
  return {true, fields};
}

bool Table::continues(std::string_view prefix) const {
  const Cell* found = cell(prefix);
  return found != nullptr && found->continues;
}

Table table(std::string_view name) {
  static const std::vector<std::pair<std::string_view, Table>> kTables = [] {
    std::vector<std::pair<std::string_view, Table>> all;
    for (const Embedded* e = embedded_tables(); !e->name.empty(); ++e)
      all.emplace_back(e->name, Table(e->bytes));
    return all;
  }();
  for (const auto& [known, found] : kTables) {
    if (known == name) return found;
  }
  return Table({});
}

std::string_view blob(std::string_view name) {
  const Embedded* list = embedded_blobs();
  while (!list->name.empty() && list->name != name) ++list;
  return list->bytes;
}

}  // namespace crossread
