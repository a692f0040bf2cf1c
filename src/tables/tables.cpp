#include "tables/tables.h"

#include <string>

#include "tables/embedded.h"

namespace crossread {
namespace {

// The line that holds byte `at`, without its newline.
std::string_view line_at(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = bytes.find('\n', at);
  return bytes.substr(begin, (end == std::string_view::npos ? bytes.size() : end) - begin);
}

std::string_view key_of(std::string_view line) { return line.substr(0, line.find('\t')); }

// First line whose key is not less than `key`; empty past the end. The '#' line is no row.
std::string_view lower_bound(std::string_view bytes, std::string_view key) {
  std::size_t low = 0;
  if (bytes.starts_with('#')) {
    const std::size_t newline = bytes.find('\n');
    if (newline == std::string_view::npos) return {};
    low = newline + 1;
  }
  std::size_t high = bytes.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view line = line_at(bytes, middle);
    const auto begin = static_cast<std::size_t>(line.data() - bytes.data());
    if (key_of(line) < key) {
      low = begin + line.size() + 1;
    } else {
      high = begin;
    }
  }
  return low < bytes.size() ? line_at(bytes, low) : std::string_view{};
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

Table::Row Table::find(std::string_view key) const {
  const std::string_view line = lower_bound(bytes_, key);
  if (key.empty() || key_of(line) != key) return {};
  const std::string_view fields =
      line.size() > key.size() ? line.substr(key.size() + 1) : std::string_view{};
  return {true, fields};
}

bool Table::continues(std::string_view prefix) const {
  // The first key after "prefix" itself may be "prefix-x"; "prefix " sorts before those.
  std::string probe(prefix);
  probe.push_back(' ');
  return lower_bound(bytes_, probe).starts_with(probe);
}

Table table(std::string_view name) {
  for (const EmbeddedTable* t = embedded_tables(); !t->name.empty(); ++t) {
    if (t->name == name) return Table(t->bytes);
  }
  return Table({});
}

}  // namespace crossread
