#include "cli/output.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace crossread::cli {

namespace {

// `name` is a file that `input` means: itself, or one in it where it is a folder, or where it is a
// folder's manifest.
bool stands_in(const std::filesystem::path& input, const std::filesystem::path& name) {
  std::error_code none;
  if (!std::filesystem::exists(name, none)) return false;
  if (std::filesystem::equivalent(input, name, none)) return true;
  std::filesystem::path folder = std::filesystem::absolute(input, none);
  if (!std::filesystem::is_directory(folder, none)) {
    if (folder.filename() != "manifest.json") return false;
    folder = folder.parent_path();
  }
  return std::filesystem::equivalent(folder, std::filesystem::absolute(name, none).parent_path(),
                                     none);
}

}  // namespace

Result<Output> Output::open(const std::string& name, const std::vector<std::string>& inputs) {
  if (name.empty() || name == "-") return Output(stdout, "standard output");
  for (const std::string& input : inputs) {
    if (stands_in(input, name))
      return Error{ErrorCode::usage, name, "is an input and would be overwritten"};
  }
  std::FILE* file = std::fopen(name.c_str(), "wb");
  if (file == nullptr)
    return Error{ErrorCode::unreadable, name,
                 std::string("cannot be written: ") + std::strerror(errno)};
  return Output(file, name);
}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      name_(std::move(other.name_)),
      failed_(other.failed_) {}

Output::~Output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) failed_ = true;
}

std::optional<Error> Output::finish() {
  errno = 0;
  if (std::fflush(file_) != 0) failed_ = true;
  if (!failed_) return std::nullopt;
  const std::string why = errno != 0 ? std::strerror(errno) : "the device takes no more";
  return Error{ErrorCode::unreadable, name_, "could not be written whole: " + why};
}

}  // namespace crossread::cli
