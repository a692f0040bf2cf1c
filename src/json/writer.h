// writer.h — writes JSON in one pass, keys in the order they are given, the same bytes everywhere.
//
//     JsonWriter out;
//     out.begin_object();
//     out.key("id").string("a");  out.key("score").number(0.25, 3);
//     out.end_object();                       out.take() → {"id":"a","score":0.25}
//
// Our own, for speed and bytes: `extract` writes as fast as it reads, numbers print with fixed
// decimals, nothing depends on a library's version. Strings must be valid UTF-8. O(bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }
  JsonWriter& key(std::string_view name);
  void string(std::string_view text);
  void integer(std::int64_t value);
  void number(double value, int decimals);  // null where it is not finite
  void boolean(bool value);
  void null();

  // "key": "text", and null where the text is empty.
  void text_or_null(std::string_view name, std::string_view text);

  std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void comma();
  void quoted(std::string_view text);

  std::string out_;
};

}  // namespace crossread
