#include "words.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <unordered_map>

#include "base/utf8.h"
#include "mention/name_lexicon.h"
#include "mention/name_model.h"
#include "mention/static_function.h"
#include "tables/tables.h"

namespace crossread::names_training {
namespace {

struct CaseCount {
  int lower = 0, capital = 0;
};

std::unordered_map<std::string, CaseCount> count_casing(const std::string& path) {
  std::ifstream in(path);
  std::unordered_map<std::string, CaseCount> counts;
  std::string line;
  while (std::getline(in, line)) {
    bool initial = true;
    for (std::size_t at = 0; at < line.size();) {
      std::size_t end = line.find(' ', at);
      if (end == std::string::npos) end = line.size();
      const std::string w = line.substr(at, end - at);
      at = end + 1;
      if (w.empty()) continue;
      const char32_t c = decode(w, 0).code;
      if (!is_letter(c)) {
        initial = initial || w == "\"" || w == "``" || w == ":";
        continue;
      }
      if (!initial) {
        CaseCount& count = counts[fold(w)];
        ++(is_upper(c) ? count.capital : count.lower);
      }
      initial = false;
    }
  }
  return counts;
}

WordCase case_of(const CaseCount& c) {
  const int all = c.lower + c.capital;
  if (all < 2) return WordCase::unknown;
  if (c.capital * 20 >= all * 19) return WordCase::capital;
  if (c.lower * 20 >= all * 19) return WordCase::lower;
  return WordCase::both;
}

// Static function: peel a random three-part hypergraph, then fill it backwards. Empty if the graph
// does not peel: try another number of cells.
std::string try_function(const std::vector<WordEntry>& words, int value_bits, std::uint32_t cells) {
  std::vector<std::uint32_t> degree(cells), mask(cells);
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    for (const std::uint32_t c : StaticFunction::cells_of(words[w].hash, cells)) {
      ++degree[c];
      mask[c] ^= w;
    }
  }
  std::vector<std::uint32_t> queue;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // word, its own cell
  for (std::uint32_t c = 0; c < cells; ++c) {
    if (degree[c] == 1) queue.push_back(c);
  }
  while (!queue.empty()) {
    const std::uint32_t c = queue.back();
    queue.pop_back();
    if (degree[c] != 1) continue;
    const std::uint32_t w = mask[c];
    order.emplace_back(w, c);
    for (const std::uint32_t k : StaticFunction::cells_of(words[w].hash, cells)) {
      --degree[k];
      mask[k] ^= w;
      if (degree[k] == 1) queue.push_back(k);
    }
  }
  if (order.size() != words.size()) return {};
  std::vector<std::uint32_t> value(cells);
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto [w, own] = order[i];
    std::uint32_t v =
        StaticFunction::fingerprint(words[w].hash, value_bits) << value_bits | words[w].value;
    for (const std::uint32_t k : StaticFunction::cells_of(words[w].hash, cells)) {
      if (k != own) v ^= value[k];
    }
    value[own] = v;
  }
  std::string out;
  for (const std::uint32_t v : value) {
    out.push_back(static_cast<char>(v & 0xFF));
    out.push_back(static_cast<char>(v >> 8));
  }
  return out;
}

}  // namespace

void put32(std::string& out, std::uint32_t v) {
  for (int k = 0; k < 4; ++k) out.push_back(static_cast<char>(v >> (8 * k)));
}

std::string build_function(const std::vector<WordEntry>& words, int value_bits,
                           std::uint32_t& cells) {
  cells = static_cast<std::uint32_t>(static_cast<double>(words.size()) * 1.235) / 3 * 3 + 3;
  for (;; cells += 3) {
    std::string bytes = try_function(words, value_bits, cells);
    if (!bytes.empty()) return bytes;
  }
}

std::string build_index() {
  std::map<std::string, Signs> signs;
  for (const char* name : {"name_words", "first_names", "demonyms", "family_first"}) {
    for (const auto& entry : table(name)) signs[std::string(entry.key)];
  }
  const auto starts = [&](const char* name, Start start) {
    for (const auto& entry : table(name)) {
      // A key begins with the first token of its text: cut where the tokenizer cuts.
      Article article;
      article.text = std::string(entry.key);
      const Document d = read_document(std::move(article));
      signs[std::string(d.folded(d.tokens[0]))] |= bit(start);
      // Inside a sentence an abbreviation keeps its dot.
      signs[std::string(entry.key.substr(0, entry.key.find(' ')))] |= bit(start);
    }
  };
  starts("places", Start::place);
  starts("organisations", Start::organisation);
  starts("brands", Start::organisation);
  starts("titles", Start::title);
  std::map<Signs, std::uint32_t> kinds;
  std::vector<WordEntry> words;
  for (auto& [word, s] : signs) {
    s |= signs_by_tables(word);
    kinds.try_emplace(s, static_cast<std::uint32_t>(kinds.size()));
    words.push_back({hash_word(word), kinds[s]});
  }
  std::vector<Signs> by_number(kinds.size());
  for (const auto& [s, n] : kinds) by_number[n] = s;
  std::uint32_t cells = 0;
  const std::string function = build_function(words, kNameKindBits, cells);
  std::string out;
  for (const std::uint32_t v :
       {kNameIndexMagic, 1U, cells, static_cast<std::uint32_t>(by_number.size())})
    put32(out, v);
  for (const Signs s : by_number) {
    put32(out, static_cast<std::uint32_t>(s));
    put32(out, static_cast<std::uint32_t>(s >> 32));
  }
  std::fprintf(stderr, "index: %zu words, %zu kinds, %zu bytes\n", words.size(), kinds.size(),
               out.size() + function.size());
  return out + function;
}

WordParts word_parts(const WordGroups& groups, const std::string& news) {
  const auto casing = count_casing(news);
  std::map<std::uint64_t, std::uint32_t> values;
  for (std::size_t i = 0; i < groups.words.size(); ++i) {
    const std::string& w = groups.words[i];
    const auto it = casing.find(w);
    const WordCase k = it == casing.end() ? WordCase::unknown : case_of(it->second);
    values[hash_word(w)] = (groups.fine[i] + 1U) | static_cast<std::uint32_t>(k) << 9;
  }
  for (const auto& [w, count] : casing) {
    const WordCase k = case_of(count);
    if (k != WordCase::capital || values.contains(hash_word(w))) continue;
    values[hash_word(w)] = static_cast<std::uint32_t>(k) << 9;
  }
  WordParts parts;
  parts.coarse.push_back(0);
  for (const std::uint8_t c : groups.coarse) parts.coarse.push_back(static_cast<char>(c));
  std::vector<WordEntry> words;
  for (const auto& [h, v] : values) words.push_back({h, v});
  parts.words = build_function(words, kNameWordBits, parts.cells);
  std::fprintf(stderr, "%zu words in %u cells\n", words.size(), parts.cells);
  return parts;
}

}  // namespace crossread::names_training
