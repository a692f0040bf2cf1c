#include "json/writer.h"

#include <array>
#include <utility>

#include "base/number.h"

namespace crossread {
namespace {

// Bytes that JSON wants escaped: controls, quote, backslash.
constexpr std::array<bool, 256> kEscaped = [] {
  std::array<bool, 256> out{};
  for (std::size_t i = 0; i < 0x20; ++i) out[i] = true;
  out['"'] = out['\\'] = true;
  return out;
}();

}  // namespace

// A value after another value takes a comma; after an opening bracket or a colon it takes none.
void JsonWriter::comma() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  comma();
  quoted(name);
  out_ += ':';
  return *this;
}

void JsonWriter::quoted(std::string_view text) {
  out_ += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!kEscaped[c]) continue;
    out_ += text.substr(plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\b':
        out_ += "\\b";
        break;
      case '\f':
        out_ += "\\f";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        out_ += "\\u00";
        out_ += "0123456789abcdef"[c >> 4];
        out_ += "0123456789abcdef"[c & 15];
    }
  }
  out_ += text.substr(plain);
  out_ += '"';
}

void JsonWriter::string(std::string_view text) {
  comma();
  quoted(text);
}

void JsonWriter::integer(std::int64_t value) {
  comma();
  out_ += std::to_string(value);
}

void JsonWriter::number(double value, int decimals) {
  comma();
  const bool finite = value - value == 0;
  out_ += finite ? format_number(value, decimals) : "null";
}

void JsonWriter::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  comma();
  out_ += "null";
}

void JsonWriter::text_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty()) return null();
  string(text);
}

}  // namespace crossread
