#include "cli/input.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

#include "cli/console.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"
#include "json/json.h"

namespace crossread::cli {
namespace {

constexpr std::size_t kMaxFileBytes =
    2'000'000'000;  // a file of many articles; each has its own limit

Error unreadable(const std::string& name) {
  return {ErrorCode::unreadable, name, std::string("cannot be read: ") + std::strerror(errno)};
}

void fail(Inputs& inputs, const Error& error) {
  say(error);
  ++inputs.failed;
}

void take(Inputs& inputs, Article article, std::string where) {
  inputs.articles.push_back(std::move(article));
  inputs.where.push_back(std::move(where));
}

void take_all(Inputs& inputs, ReadArticles read, const std::string& name) {
  for (const Error& error : read.errors) fail(inputs, error);
  for (Article& article : read.articles) {
    std::string where = name + " (" + article.id + ")";
    take(inputs, std::move(article), std::move(where));
  }
}

void read_folder(Inputs& inputs, const std::filesystem::path& folder, const std::string& manifest);

void read_one(Inputs& inputs, const std::string& name) {
  const std::filesystem::path path(name);
  if (path.filename() == "manifest.json") return read_folder(inputs, path.parent_path(), name);
  const Result<std::string> bytes = read_file(name);
  if (!bytes) return fail(inputs, bytes.error());
  const std::string shown = name == "-" ? "standard input" : name;
  switch (sniff(*bytes, name)) {
    case Format::json:
      return take_all(inputs, read_json(*bytes, shown), shown);
    case Format::ndjson:
      return take_all(inputs, read_ndjson(*bytes, shown), shown);
    case Format::csv: {
      ReadCsv read = read_csv(*bytes, shown);
      return take_all(inputs, {std::move(read.articles), std::move(read.errors)}, shown);
    }
    default:
      break;
  }
  Result<Article> article = ingest(*bytes, shown);
  if (!article) return fail(inputs, article.error());
  article->id = id_from_name(name);
  take(inputs, std::move(*article), shown);
}

// What the manifest says of an article goes before what its file says of itself.
Article joined(Article file, const Article& listed) {
  file.id = listed.id;
  if (!listed.source.empty()) file.source = listed.source;
  if (!listed.title.empty()) file.title = listed.title;
  if (!listed.published.empty()) file.published = listed.published;
  if (!listed.url.empty()) file.url = listed.url;
  file.notes.insert(file.notes.end(), listed.notes.begin(), listed.notes.end());
  return file;
}

void read_folder(Inputs& inputs, const std::filesystem::path& folder, const std::string& manifest) {
  const Result<std::string> bytes = read_file(manifest);
  if (!bytes) return fail(inputs, bytes.error());
  const Result<std::vector<ManifestEntry>> entries = read_manifest(*bytes, manifest);
  if (!entries) return fail(inputs, entries.error());
  for (const ManifestEntry& entry : *entries) {
    const std::string name = (folder / entry.file).string();
    const Result<std::string> content = read_file(name);
    if (!content) {
      fail(inputs, content.error());
      continue;
    }
    Result<Article> article = ingest(*content, name);
    if (!article) {
      fail(inputs, article.error());
      continue;
    }
    take(inputs, joined(std::move(*article), entry.article), name);
  }
}

// A folder without a manifest: the files that lie in it, by name; hidden ones and folders are left.
void read_files_of(Inputs& inputs, const std::string& folder) {
  std::error_code problem;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    const std::string file = at->path().filename().string();
    if (file.front() != '.' && at->is_regular_file(problem)) names.push_back(at->path().string());
  }
  if (problem) {
    return fail(inputs, {ErrorCode::unreadable, folder, "cannot be read: " + problem.message()});
  }
  if (names.empty()) return fail(inputs, {ErrorCode::missing, folder, "is a folder without files"});
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) read_one(inputs, name);
}

struct Close {
  void operator()(std::FILE* file) const {
    if (file != nullptr && file != stdin) std::fclose(file);
  }
};

}  // namespace

Result<std::string> read_file(const std::string& name) {
  struct stat status {};
  if (name != "-" && stat(name.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::unreadable, name, "is a folder"};
  }
  const std::unique_ptr<std::FILE, Close> file(name == "-" ? stdin
                                                           : std::fopen(name.c_str(), "rb"));
  if (!file) return unreadable(name);
  std::string bytes;
  char buffer[1 << 16];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
    bytes.append(buffer, got);
    if (bytes.size() > kMaxFileBytes) {
      return Error{ErrorCode::too_large, name,
                   "has more than " + std::to_string(kMaxFileBytes) + " bytes"};
    }
  }
  if (std::ferror(file.get()) != 0) return unreadable(name);
  return bytes;
}

Inputs read_inputs(const std::vector<std::string>& names) {
  Inputs inputs;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name == "-" || !std::filesystem::is_directory(name, ignored)) {
      read_one(inputs, name);
      continue;
    }
    const std::filesystem::path manifest = std::filesystem::path(name) / "manifest.json";
    if (std::filesystem::exists(manifest, ignored)) {
      read_folder(inputs, name, manifest.string());
    } else {
      read_files_of(inputs, name);
    }
  }
  return inputs;
}

}  // namespace crossread::cli
