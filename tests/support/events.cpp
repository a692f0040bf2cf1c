#include "support/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "json/json.h"

namespace crossread {
namespace {

const std::filesystem::path kSeeds = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "seeds";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Article> read_articles(const std::string& event) {
  const std::filesystem::path folder = kSeeds / event;
  const auto manifest = read_manifest(bytes_of(folder / "manifest.json"), "manifest.json");
  EXPECT_TRUE(manifest) << event;
  std::vector<Article> articles;
  if (!manifest) return articles;
  for (const ManifestEntry& entry : *manifest) {
    articles.push_back(entry.article);
    articles.back().text = bytes_of(folder / entry.file);
  }
  return articles;
}

std::vector<Analysis> analyse_all(const std::vector<Article>& articles) {
  const Engine engine;
  std::vector<Analysis> analyses;
  for (const Article& article : articles) {
    Result<Analysis> analysis = engine.analyse(article);
    EXPECT_TRUE(analysis) << article.id;
    if (analysis) analyses.push_back(std::move(*analysis));
  }
  return analyses;
}

// What make(event) gave the first time.
template <class Value, class Make>
const Value& kept(std::map<std::string, Value>& all, const std::string& event, Make make) {
  const auto at = all.find(event);
  return at != all.end() ? at->second : all.emplace(event, make(event)).first->second;
}

}  // namespace

const std::vector<std::string>& event_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kSeeds)) {
      if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }();
  return kNames;
}

std::string test_name(std::string event) {
  std::replace(event.begin(), event.end(), '-', '_');
  return event;
}

const std::vector<Article>& articles_of(const std::string& event) {
  static std::map<std::string, std::vector<Article>> all;
  return kept(all, event, read_articles);
}

const std::vector<Analysis>& analyses_of(const std::string& event) {
  static std::map<std::string, std::vector<Analysis>> all;
  return kept(all, event, [](const std::string& e) { return analyse_all(articles_of(e)); });
}

const Comparison& comparison_of(const std::string& event) {
  static std::map<std::string, Comparison> all;
  return kept(all, event, [](const std::string& e) { return Engine().compare(analyses_of(e)); });
}

}  // namespace crossread
