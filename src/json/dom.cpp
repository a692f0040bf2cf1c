#include "json/dom.h"

#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace crossread {
namespace {

// "line 3, column 14" of byte `at`; columns count characters.
std::string place(std::string_view bytes, std::size_t at) {
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < std::min(at, bytes.size()); ++i) {
    if (bytes[i] == '\n') {
      ++line, column = 1;
    } else if ((static_cast<unsigned char>(bytes[i]) & 0xc0) != 0x80) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Builds the value; the open containers are a stack of pointers into it. Only the innermost one
// ever grows, so the pointers to the outer ones stay good.
class Builder : public Json::json_sax_t {
 public:
  Json root;
  std::optional<std::size_t> error_at;
  bool too_deep = false;

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return open_.pop_back(), true; }
  bool end_array() override { return open_.pop_back(), true; }
  bool key(string_t& value) override { return key_ = std::move(value), true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    error_at = position > 0 ? position - 1 : 0;
    return false;
  }

 private:
  Json* place_for(Json value) {
    if (open_.empty()) return root = std::move(value), &root;
    if (open_.back()->is_array())
      return open_.back()->push_back(std::move(value)), &open_.back()->back();
    Json& slot = (*open_.back())[key_];
    return slot = std::move(value), &slot;
  }
  bool put(Json value) { return place_for(std::move(value)), true; }
  bool open(Json value) {
    if (open_.size() == kMaxJsonDepth) return too_deep = true, false;
    open_.push_back(place_for(std::move(value)));
    return true;
  }

  std::vector<Json*> open_;
  std::string key_;
};

// The code of the escape \uXXXX at `at`; nothing if there is none.
std::optional<unsigned> unicode_escape(std::string_view bytes, std::size_t at) {
  if (at + 6 > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return std::nullopt;
  unsigned code = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = bytes[i];
    const bool lower = c >= 'a' && c <= 'f', upper = c >= 'A' && c <= 'F';
    if (!lower && !upper && (c < '0' || c > '9')) return std::nullopt;
    code = code * 16 + static_cast<unsigned>(lower ? c - 'a' + 10 : upper ? c - 'A' + 10 : c - '0');
  }
  return code;
}

// Writes \ufffd over escapes of half a pair; the length stays, so places in messages stay true.
std::size_t mend_surrogates(std::string& bytes) {
  std::size_t mended = 0;
  for (std::size_t at = bytes.find('\\'); at != std::string::npos; at = bytes.find('\\', at)) {
    const std::optional<unsigned> code = unicode_escape(bytes, at);
    if (!code) {
      at += 2;  // \\, \", \n, …: the next character is escaped
      continue;
    }
    const bool high = *code >= 0xd800 && *code < 0xdc00, low = *code >= 0xdc00 && *code < 0xe000;
    const std::optional<unsigned> next = high ? unicode_escape(bytes, at + 6) : std::nullopt;
    if (next && *next >= 0xdc00 && *next < 0xe000) {
      at += 12;
      continue;
    }
    if (high || low) bytes.replace(at, 6, "\\ufffd"), ++mended;
    at += 6;
  }
  return mended;
}

}  // namespace

Result<ParsedJson> parse_json(std::string_view bytes, std::string_view where) {
  const std::string name(where);
  if (const std::size_t at = find_invalid_utf8(bytes); at != std::string_view::npos) {
    return Error{ErrorCode::encoding, name,
                 "is not UTF-8: " + place(bytes, at) + " is out of place"};
  }
  std::string mended(bytes);
  ParsedJson parsed;
  parsed.lone_surrogates = mend_surrogates(mended);
  Builder builder;
  if (!Json::sax_parse(mended, &builder)) {
    if (builder.too_deep) {
      return Error{ErrorCode::syntax, name,
                   "is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels"};
    }
    const std::size_t at = std::min(builder.error_at.value_or(bytes.size()), bytes.size());
    return Error{ErrorCode::syntax, name,
                 at + 1 >= bytes.size()
                     ? "is not valid JSON: it ends too early, at " + place(bytes, at)
                     : "is not valid JSON at " + place(bytes, at)};
  }
  parsed.value = std::move(builder.root);
  return parsed;
}

}  // namespace crossread
