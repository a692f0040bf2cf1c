#include "clusters.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <unordered_map>

#include "mention/name_model.h"

namespace crossread::names_training {
namespace {

std::vector<std::pair<std::string, int>> read_clusters(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::pair<std::string, int>> out;
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos)
      out.emplace_back(line.substr(0, tab), std::atoi(line.c_str() + tab + 1));
  }
  return out;
}

}  // namespace

WordGroups group_words(const std::string& dir, const std::vector<TaggedLine>& lines,
                       std::size_t frequent, std::size_t limit) {
  auto fine = read_clusters(dir + "/glove100k_k512.tsv");
  std::erase_if(fine, [](const auto& w) { return w.second >= kFineClusters; });
  std::unordered_map<std::string, int> of;
  for (const auto& [w, c] : fine) of.emplace(w, c);
  std::vector<int> all(kFineClusters), names(kFineClusters);
  for (const TaggedLine& line : lines) {
    for (const TaggedWord& w : line) {
      const auto it = of.find(w.word);
      if (it == of.end()) continue;
      ++all[static_cast<std::size_t>(it->second)];
      if (w.tag != 0) ++names[static_cast<std::size_t>(it->second)];
    }
  }
  WordGroups out;
  for (std::size_t i = 0; i < fine.size() && out.words.size() < limit; ++i) {
    const auto c = static_cast<std::size_t>(fine[i].second);
    if (i >= frequent && 3 * names[c] < all[c]) continue;
    out.words.push_back(fine[i].first);
    out.fine.push_back(static_cast<std::uint16_t>(c));
  }
  // A fine group belongs where most of its words do.
  std::unordered_map<std::string, int> wide;
  for (const auto& [w, c] : read_clusters(dir + "/glove100k_k64.tsv")) wide.emplace(w, c);
  std::vector<std::map<int, int>> votes(kFineClusters);
  for (const auto& [w, c] : fine) {
    if (const auto it = wide.find(w); it != wide.end())
      ++votes[static_cast<std::size_t>(c)][it->second];
  }
  for (const auto& v : votes) {
    const auto best = std::max_element(
        v.begin(), v.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    out.coarse.push_back(static_cast<std::uint8_t>(best == v.end() ? 0 : best->first));
  }
  return out;
}

}  // namespace crossread::names_training
