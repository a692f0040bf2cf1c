// output.h — where results go: standard output or the file of -o.
//
// The file is opened before the work begins, so that a wrong name costs no waiting, and is never
// one of the inputs.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace crossread::cli {

class Output {
 public:
  // "" is standard output. Errors: unreadable (cannot be written), usage (it is an input).
  static Result<Output> open(const std::string& name, const std::vector<std::string>& inputs);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  void write(std::string_view bytes);
  bool is_file() const { return file_ != stdout; }

  // Flushes; the error if anything could not be written.
  std::optional<Error> finish();

 private:
  Output(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}

  std::FILE* file_ = nullptr;
  std::string name_;
  bool failed_ = false;
};

}  // namespace crossread::cli
