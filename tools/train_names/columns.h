// columns.h — the sets the tagger learns from: columns put back together as running text.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace crossread::names_training {

// A file of NER_DIR (without ".conll") and how it is used.
struct Set {
  const char* file;
  float weight;           // of its examples; 1 = full, 0 = never learnt from, always scored
  bool web = false;       // hyphens and clitics are tokens of their own without space around them
  bool has_other = true;  // names of other types are marked; where they are not, O may hide one
  bool held_out = false;  // with --tune: not learnt from, but scored

  bool scored(bool tune) const { return weight == 0 || (tune && held_out); }
};
const std::vector<Set>& training_sets();

struct GoldSpan {
  Span span;
  int type = 0;  // of Coarse
};
struct Text {
  std::string bytes;
  std::vector<GoldSpan> gold;
};

struct Column {
  std::string word, tag;
};
std::vector<std::vector<Column>> read_columns(const std::string& path);
int type_of_tag(const std::string& tag);  // of Coarse, -1 for none

// Twenty lines of the file to a text, as in an article. Says so on stderr if the file is missing.
std::vector<Text> texts_of(const std::string& path, bool web);

}  // namespace crossread::names_training
