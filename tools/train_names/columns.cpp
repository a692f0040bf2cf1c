#include "columns.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <initializer_list>

namespace crossread::names_training {
namespace {

bool one_of(const std::string& w, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* x) { return w == x; });
}

bool clings_left(const std::string& w) {
  return one_of(w, {",",   ".",   ";",   ":",  "!",  "?",  ")",   "]", "}",   "%",  "'s", "n't",
                    "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "…", "...", "''", "”"});
}

void append_line(Text& text, const std::vector<Column>& line, bool web) {
  bool quote_open = false;
  bool glue = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string w = line[i].word;
    if (w == "``" || w == "''") w = std::string(1, '"');
    bool left = glue || clings_left(w);
    bool right = one_of(w, {"(", "[", "{", "$", "£", "€", "“", "#", "@"});
    if (w == "\"") {
      left = glue || quote_open;
      right = !quote_open;
      quote_open = !quote_open;
    }
    if (web && w == "-" && i > 0 && i + 1 < line.size() && line[i - 1].word.size() > 1)
      left = right = true;
    if (!left) text.bytes.push_back(' ');
    const auto begin = static_cast<std::uint32_t>(text.bytes.size());
    text.bytes += w;
    const auto end = static_cast<std::uint32_t>(text.bytes.size());
    const int type = type_of_tag(line[i].tag);
    // The Twitter sets differ on accounts: they are no names here.
    const bool account = w[0] == '@' || (i > 0 && line[i - 1].word == "@");
    if (type >= 0 && !account) {
      const bool inside = line[i].tag[0] == 'I' && i > 0 && type_of_tag(line[i - 1].tag) == type;
      if (inside && !text.gold.empty()) {
        text.gold.back().span.end = end;
      } else {
        text.gold.push_back({{begin, end}, type});
      }
    }
    glue = right;
  }
  text.bytes.push_back('\n');
}

}  // namespace

std::vector<std::vector<Column>> read_columns(const std::string& path) {
  std::ifstream in(path);
  if (!in) std::fprintf(stderr, "cannot open %s\n", path.c_str());
  std::vector<std::vector<Column>> out(1);
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back().push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

int type_of_tag(const std::string& tag) {
  if (tag.size() < 3) return -1;
  const std::string t = tag.substr(2);
  return t == "PER" ? 0 : t == "ORG" ? 1 : t == "LOC" ? 2 : 3;
}

const std::vector<Set>& training_sets() {
  static const std::vector<Set> kSets = {
      {"uner_ewt_oth.train", 1.0F, true, true},
      {"uner_ewt.dev", 0.0F, true, false, true},
      {"wikigold.test", 1.0F, false, true},
      {"crossner_politics.4.dev", 1.0F, false, true, true},
      {"crossner_politics.4.train", 1.0F},
      {"crossner_science.4.dev", 0.5F},
      {"crossner_science.4.train", 0.5F},
      {"crossner_literature.4.dev", 0.5F},
      {"crossner_literature.4.train", 0.5F},
      {"crossner_music.4.dev", 0.5F},
      {"crossner_music.4.train", 0.5F},
      {"crossner_ai.4.dev", 0.5F},
      {"crossner_ai.4.train", 0.5F},
      {"re3d.4.nobbc", 0.7F},
      {"btc.g", 0.7F, false, false},
      {"btc.a", 0.5F, false, false},
      {"btc.b", 0.5F, false, false},
      {"btc.e", 0.5F, false, false},
      {"btc.f", 0.5F, false, false},
      {"btc.h", 0.5F, false, false},
      {"wnut17.4.train", 0.7F},
      {"wnut17.4.dev", 0.7F, false, true, true},
  };
  return kSets;
}

std::vector<Text> texts_of(const std::string& path, bool web) {
  constexpr std::size_t kLines = 20;
  std::vector<Text> out;
  std::size_t n = 0;
  for (const auto& line : read_columns(path)) {
    if (n++ % kLines == 0) out.emplace_back();
    append_line(out.back(), line, web);
  }
  return out;
}

}  // namespace crossread::names_training
