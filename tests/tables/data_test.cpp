// Holds every file under src/tables to the form that tables.h promises, and every name the code
// asks for to a file.
#include <gtest/gtest.h>
#include <utf8.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tables/embedded.h"
#include "tables/tables.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(CROSSREAD_SOURCE_DIR) / "src";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files(const fs::path& folder, std::set<std::string> endings) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (endings.count(entry.path().extension().string())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool mentions_any(std::string text, std::initializer_list<const char*> words) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return text.find(word) != std::string::npos; });
}

TEST(TableData, IsEmbeddedByteForByte) {
  for (const fs::path& path : files(kSource / "tables", {".tsv"})) {
    EXPECT_TRUE(table(path.stem().string()).bytes() == read(path)) << path;
  }
  for (const fs::path& path : files(kSource / "tables", {".bin"})) {
    const std::string_view bytes = blob(path.stem().string());
    EXPECT_TRUE(bytes == read(path)) << path;
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(bytes.data()) % 16, 0u) << path;
  }
}

TEST(TableData, OpensWithWhatItIsItsSourceAndItsLicence) {
  for (const Embedded* t = embedded_tables(); !t->name.empty(); ++t) {
    const std::string first(t->bytes.substr(0, t->bytes.find('\n')));
    EXPECT_TRUE(first.starts_with("# ")) << t->name;
    EXPECT_GE(first.size(), 30u) << t->name << ": " << first;
    EXPECT_TRUE(mentions_any(first, {"mit", "cc0", "cc by", "cc-by", "public domain", "wordnet",
                                     "unicode", "bsd", "apache", "isc"}))
        << t->name << " names no licence: " << first;
  }
}

TEST(TableData, IsSortedByTheBytesOfTheKeyAndHasNoKeyTwice) {
  for (const Embedded* t = embedded_tables(); !t->name.empty(); ++t) {
    std::string_view before;
    for (const Table::Entry& entry : Table(t->bytes)) {
      EXPECT_LT(before, entry.key) << t->name;
      before = entry.key;
    }
  }
}

TEST(TableData, FindsEveryOneOfItsRows) {
  for (const Embedded* t = embedded_tables(); !t->name.empty(); ++t) {
    const Table table(t->bytes);
    for (const Table::Entry& entry : table) {
      const Table::Row row = table.find(entry.key);
      ASSERT_TRUE(row.found) << t->name << ": " << entry.key;
      ASSERT_EQ(row.fields, entry.fields) << t->name << ": " << entry.key;
    }
  }
}

TEST(TableData, IsPlainText) {
  for (const Embedded* t = embedded_tables(); !t->name.empty(); ++t) {
    EXPECT_TRUE(utf8::is_valid(t->bytes.begin(), t->bytes.end())) << t->name;
    EXPECT_TRUE(t->bytes.ends_with('\n')) << t->name;
    EXPECT_EQ(t->bytes.find('\r'), std::string_view::npos) << t->name;
    EXPECT_EQ(t->bytes.find("\n\n"), std::string_view::npos) << t->name << " has a blank line";
    EXPECT_EQ(t->bytes.find(" \t"), std::string_view::npos)
        << t->name << " has a blank before a tab";
    EXPECT_EQ(t->bytes.find("\t "), std::string_view::npos)
        << t->name << " has a blank after a tab";
    EXPECT_EQ(t->bytes.find(" \n"), std::string_view::npos)
        << t->name << " has a blank at a line's end";
    EXPECT_EQ(t->bytes.find(")tsv\""), std::string_view::npos) << t->name;
  }
}

TEST(TableData, IsThereForEveryNameTheCodeAsksFor) {
  int asked = 0;
  for (const fs::path& path : files(kSource, {".cpp", ".h"})) {
    std::string text = read(path);
    for (std::size_t at; (at = text.find("//")) != std::string::npos;) {
      text.erase(at, std::min(text.find('\n', at), text.size()) - at);
    }
    for (const std::string_view call : {" table(\"", "blob(\""}) {
      for (std::size_t at = 0; (at = text.find(call, at)) != std::string::npos; ++at) {
        const std::size_t begin = at + call.size();
        const std::string name = text.substr(begin, text.find('"', begin) - begin);
        EXPECT_FALSE((call == "blob(\"" ? blob(name) : table(name).bytes()).empty())
            << path << " asks for " << name;
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 40) << "the calls are written in another way: this test has to follow";
}

}  // namespace
}  // namespace crossread
