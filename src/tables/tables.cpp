#include "tables/tables.h"

#include <algorithm>
#include <cstring>

#include "tables/embedded.h"

namespace crossread {
namespace {

// How a row, `rows` from `begin` on, stands to `key` in the order of the table: < 0, 0 or > 0. The
// row is not parsed: a tab or newline ends its key and is less than any byte a key may hold.
int compare_row(std::string_view rows, std::size_t begin, std::string_view key) {
  const std::size_t length = std::min(key.size(), rows.size() - begin);
  if (const int order = std::memcmp(rows.data() + begin, key.data(), length)) return order;
  if (length < key.size()) return -1;
  const std::size_t after = begin + length;
  return after == rows.size() || rows[after] == '\t' || rows[after] == '\n' ? 0 : 1;
}

// Where the first row that is not `before` begins; rows.size() past the end.
template <typename Before>
std::size_t lower_bound(std::string_view rows, Before before) {
  std::size_t low = 0, high = rows.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    std::size_t begin = middle;
    while (begin > low && rows[begin - 1] != '\n') --begin;
    if (before(begin)) {
      low = std::min(rows.find('\n', middle), rows.size() - 1) + 1;
    } else {
      high = begin;
    }
  }
  return low;
}

}  // namespace

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
  if (key.empty() || key.find_first_of("\t\n") != std::string_view::npos) return {};
  const std::string_view rows = rows_;
  const std::size_t at =
      lower_bound(rows, [&](std::size_t begin) { return compare_row(rows, begin, key) < 0; });
  if (at == rows.size() || compare_row(rows, at, key) != 0) return {};
  std::string_view fields = rows.substr(at + key.size());
  fields = fields.substr(0, fields.find('\n'));
  if (!fields.empty()) fields.remove_prefix(1);
  return {true, fields};
}

bool Table::continues(std::string_view prefix) const {
  if (prefix.empty()) return false;
  // The key after "prefix" itself may be "prefix!x", so the search is for "prefix ", which sorts
  // before every other continuation.
  const std::string_view rows = rows_;
  const auto after_prefix = [&](std::size_t begin) {
    return rows.substr(std::min(begin + prefix.size(), rows.size()), 1);
  };
  const std::size_t at = lower_bound(rows, [&](std::size_t begin) {
    if (rows.substr(begin, prefix.size()) == prefix) return after_prefix(begin) < " ";
    return compare_row(rows, begin, prefix) < 0;
  });
  return rows.substr(at, prefix.size()) == prefix && after_prefix(at) == " ";
}

namespace {

std::string_view bytes_of(const Embedded* list, std::string_view name) {
  while (!list->name.empty() && list->name != name) ++list;
  return list->bytes;
}

}  // namespace

Table table(std::string_view name) { return Table(bytes_of(embedded_tables(), name)); }

std::string_view blob(std::string_view name) { return bytes_of(embedded_blobs(), name); }

}  // namespace crossread
