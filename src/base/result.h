// result.h — a value, or why there is none. Used only at the door (bad bytes, too large, a broken
// request); odd text is never an error, it gives fewer findings and a note.
//
//     Result<Article> read = ingest(bytes, "a.txt");
//     if (!read) return read.error();         // Error converts to any Result
//     use(*read);
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace crossread {

enum class ErrorCode {
  empty,       // nothing in it, or nothing left once markup is gone
  binary,      // not text
  encoding,    // text in an encoding that cannot be read
  too_large,   // over a limit of Options
  syntax,      // JSON, NDJSON or manifest that does not parse
  missing,     // a key or a file that must be there
  duplicate,   // the same article twice
  unreadable,  // the file could not be opened
  usage,       // a wrong request
};

// `message` is one sentence for a person, without the file's name; `where` names the file, the
// line ("a.ndjson:3") or the item.
struct Error {
  ErrorCode code = ErrorCode::usage;
  std::string where;
  std::string message;
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  // Require a value / an error; look before you reach.
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace crossread
