// What bytes look like. The content decides; the name settles what content leaves open.
#include "ingest/sniff.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/ingest.h"

namespace crossread {
namespace {

constexpr std::size_t kLook = 4096;

struct Magic {
  std::string_view bytes;
  std::string_view what;
};
constexpr Magic kMagic[] = {
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive or an Office document"},
    {"\x89PNG", "a PNG image"},
    {"\xff\xd8\xff", "a JPEG image"},
    {"GIF8", "a GIF image"},
    {"\x1f\x8b", "gzip-compressed data"},
    {"{\\rtf", "an RTF document"},
    {"\xd0\xcf\x11\xe0", "an old Office document"},
    {"7z\xbc\xaf\x27\x1c", "a 7z archive"},
    {"\x28\xb5\x2f\xfd", "zstd-compressed data"},
    {"BZh", "bzip2-compressed data"},
    {"\xfd"
     "7zXZ",
     "xz-compressed data"},
    {"\x7f"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {std::string_view("\0asm", 4), "a WebAssembly module"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
};

// The bytes after a byte order mark and white space.
std::string_view trimmed(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n\f");
  return at == std::string_view::npos ? std::string_view() : bytes.substr(at);
}

bool begins_json(std::string_view bytes) {
  if (bytes.empty() || (bytes[0] != '{' && bytes[0] != '[')) return false;
  const std::string_view inner = trimmed(bytes.substr(1));
  if (inner.empty()) return false;
  return bytes[0] == '{' ? inner[0] == '"' || inner[0] == '}' : inner[0] == '{' || inner[0] == ']';
}

// A whole object on the first line, and another at the begin of the next: one record a line.
bool is_ndjson(std::string_view bytes) {
  if (bytes.empty() || bytes[0] != '{') return false;
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view line = bytes.substr(0, end), rest = trimmed(bytes.substr(end));
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last != std::string_view::npos && last > 0 && line[last] == '}' && !rest.empty() &&
         rest[0] == '{';
}

bool begins_html(std::string_view bytes) {
  const std::string head = fold(bytes.substr(0, std::min(bytes.size(), std::size_t{256})));
  constexpr std::string_view kStarts[] = {
      "<!doctype html", "<html",  "<head", "<body", "<article", "<main",    "<div",
      "<meta",          "<title", "<p>",   "<p ",   "<h1",      "<section", "<?xml"};
  std::string_view rest = head;
  while (rest.substr(0, 4) == "<!--") {
    const std::size_t end = rest.find("-->");
    if (end == std::string_view::npos) return true;
    rest = trimmed(rest.substr(end + 3));
  }
  return std::any_of(std::begin(kStarts), std::end(kStarts),
                     [&](std::string_view start) { return rest.substr(0, start.size()) == start; });
}

// A first line of column names, each one word, with a comma or tab, "text" among them.
bool is_csv(std::string_view bytes) {
  const std::string line = fold(bytes.substr(0, std::min(bytes.find('\n'), std::size_t{256})));
  if (line.find_first_of(",;\t") == std::string::npos) return false;
  std::string padded = ",";
  for (const char c : line) {
    if (c == '"' || c == '\r') continue;
    const bool border = c == ',' || c == ';' || c == '\t';
    if (border) {
      while (padded.back() == ' ') padded.pop_back();
      padded += ',';
    } else if (c != ' ' || padded.back() != ',') {
      padded += c;
    }
  }
  while (padded.back() == ' ') padded.pop_back();
  // A sentence with commas has cells of several words; a header has none.
  if (padded.find(' ') != std::string::npos) return false;
  return (padded + ",").find(",text,") != std::string::npos;
}

}  // namespace

std::string_view known_binary(std::string_view bytes) {
  for (const Magic& magic : kMagic) {
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return magic.what;
  }
  return "";
}

Format sniff(std::string_view bytes, std::string_view name) {
  const std::string_view head = bytes.substr(0, std::min(bytes.size(), kLook));
  const std::string suffix = suffix_of(name);
  if (!known_binary(head).empty()) return Format::binary;
  const bool utf16 = head.substr(0, 2) == "\xff\xfe" || head.substr(0, 2) == "\xfe\xff" ||
                     !utf16_without_mark(head).empty();
  if (!utf16 && head.find('\0') != std::string_view::npos) return Format::binary;
  const std::string_view content = trimmed(head);
  const bool line_suffix = suffix == "ndjson" || suffix == "jsonl";
  if (line_suffix) return Format::ndjson;
  if (suffix == "json") return Format::json;
  if (begins_json(content)) return is_ndjson(trimmed(bytes)) ? Format::ndjson : Format::json;
  if (begins_html(content)) return Format::html;
  if (suffix == "html" || suffix == "htm" || suffix == "xhtml") return Format::html;
  if (suffix == "csv" || suffix == "tsv" || is_csv(content)) return Format::csv;
  return Format::text;
}

std::string suffix_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\"), dot = name.rfind('.');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return "";
  return fold(name.substr(dot + 1));
}

std::string id_from_name(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  if (dot != std::string_view::npos && dot > 0) file = file.substr(0, dot);
  if (file.empty() || file == "-") return "article";
  return std::string(file);
}

}  // namespace crossread
