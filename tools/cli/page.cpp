// The page is found and filled; what an article says can be no markup in it.
#include "cli/page.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/input.h"

namespace crossread::cli {
namespace {

constexpr std::string_view kOpen = "<script type=\"application/json\" id=\"report\">";
constexpr std::string_view kEmpty = "null";

std::vector<std::string> places() {
  std::error_code failed;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const std::filesystem::path folder = self.parent_path();
  std::vector<std::string> out;
  for (const char* relative : {".", "..", "../share/crossread"})
    out.push_back((folder / relative / "crossread.html").lexically_normal().string());
  return out;
}

// "<" as its escape, and the two line ends that JavaScript once took for its own.
std::string inert(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (json.substr(i, 3) == "\xE2\x80\xA8" || json.substr(i, 3) == "\xE2\x80\xA9") {
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

}  // namespace

Result<std::string> read_page(const std::string& asked) {
  const std::vector<std::string> names = asked.empty() ? places() : std::vector<std::string>{asked};
  for (const std::string& name : names) {
    if (asked.empty() && !std::filesystem::exists(name)) continue;
    Result<std::string> page = read_file(name);
    if (!page) return page;
    const std::string slot = std::string(kOpen) + std::string(kEmpty) + "<";
    if (page->find(slot) == std::string::npos)
      return Error{ErrorCode::unreadable, name, "is no page of Crossread without a report in it"};
    return page;
  }
  return Error{ErrorCode::unreadable, "crossread.html",
               "is not beside the program; npm run bundle makes it, --page says where it is"};
}

std::string report_page(std::string_view page, std::string_view comparison) {
  const std::size_t at = page.find(std::string(kOpen) + std::string(kEmpty)) + kOpen.size();
  std::string out(page.substr(0, at));
  out += "{\"report\":1,\"label\":\"\",\"corrections\":[],\"result\":";
  out += inert(comparison);
  out += '}';
  out += page.substr(at + kEmpty.size());
  return out;
}

}  // namespace crossread::cli
