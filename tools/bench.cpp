// bench.cpp — how fast, how much memory. Prints a table, asserts nothing. Run by tools/bench.
//
//     crossread_bench SEEDS
//
// extract: every article under SEEDS alone, and one article of 1 MB; part: where the time of that
// one goes. compare: 5 articles as they are; 50 and 300 made from the events' own sentences, drawn
// by a fixed rule, so that two runs on two days see the same bytes; 25, 50 and 100 of 5 kB of one
// event, of which 40 % print another again.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "crossread.h"
#include "tables/embedded.h"

namespace {

namespace fs = std::filesystem;
using crossread::Analysis;
using crossread::Article;

constexpr int kRuns = 3;  // the best one counts: the others waited for something else

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Event → its articles, in the order of their names.
std::map<std::string, std::vector<Article>> read_events(const fs::path& seeds) {
  std::map<std::string, std::vector<Article>> events;
  for (const auto& entry : fs::recursive_directory_iterator(seeds)) {
    if (entry.path().extension() != ".txt") continue;
    Article article;
    article.id = entry.path().stem().string();
    article.text = read(entry.path());
    events[entry.path().parent_path().filename().string()].push_back(std::move(article));
  }
  for (auto& [name, articles] : events) {
    std::sort(articles.begin(), articles.end(),
              [](const Article& a, const Article& b) { return a.id < b.id; });
  }
  return events;
}

std::vector<std::string> sentences_of(const std::vector<Article>& articles) {
  std::vector<std::string> sentences;
  for (const Article& article : articles) {
    std::string sentence;
    for (const char c : article.text) {
      sentence += c;
      if ((c != '\n' &&
           !(c == ' ' && sentence.size() > 1 && sentence[sentence.size() - 2] == '.')) ||
          sentence.size() < 40) {
        continue;
      }
      sentences.push_back(std::move(sentence));
      sentence.clear();
    }
  }
  return sentences;
}

// `count` articles of 25 sentences, each from one of the events in turn.
std::vector<Article> make_articles(const std::map<std::string, std::vector<Article>>& events,
                                   int count) {
  std::vector<std::vector<std::string>> pools;
  for (const auto& [name, articles] : events) pools.push_back(sentences_of(articles));
  std::uint64_t state = 42;
  const auto draw = [&state](std::size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % below;
  };
  std::vector<Article> made;
  for (int i = 0; i < count; ++i) {
    const std::vector<std::string>& pool = pools[static_cast<std::size_t>(i) % pools.size()];
    Article article;
    article.id = "made-" + std::to_string(1000 + i);
    for (int k = 0; k < 25; ++k) article.text += pool[draw(pool.size())] + "\n";
    made.push_back(std::move(article));
  }
  return made;
}

// The same, one event: `count` articles of about 5 kB, and of every five two that print the first
// again.
std::vector<Article> make_reprints(const std::map<std::string, std::vector<Article>>& events,
                                   int count) {
  std::vector<Article> made = make_articles({*events.begin()}, count);
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].text += made[(i * 7 + 3) % made.size()].text.substr(0, 1500);
    made[i].text.resize(std::min<std::size_t>(made[i].text.size(), 5000));
    while (!made[i].text.empty() && made[i].text.back() != '\n') made[i].text.pop_back();
    if (i % 5 == 3 || i % 5 == 4) made[i].text = made[i - i % 5].text;
  }
  return made;
}

std::vector<Analysis> analyse(const std::vector<Article>& articles) {
  const crossread::Engine engine;
  std::vector<Analysis> analyses;
  for (const Article& article : articles) {
    if (auto analysis = engine.analyse(article)) analyses.push_back(*std::move(analysis));
  }
  return analyses;
}

std::size_t bytes_of(const std::vector<Article>& articles) {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.text.size();
  return bytes;
}

template <typename Work>
double best_ms(Work work) {
  double best = 1e300;
  for (int run = 0; run < kRuns; ++run) best = std::min(best, work());
  return best;
}

double ms_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // Linux counts in kB
}

void bench_extract(const char* name, const std::vector<Article>& articles) {
  const double ms = best_ms([&] {
    const auto begin = std::chrono::steady_clock::now();
    analyse(articles);
    return ms_since(begin);
  });
  const auto bytes = static_cast<double>(bytes_of(articles));
  std::printf("extract  %-22s %8.1f ms %8.2f MB/s %8.1f MB peak\n", name, ms, bytes / 1000 / ms,
              peak_mb());
}

// One article of a megabyte, from the sentences of all events.
Article make_long_article(const std::vector<Article>& all) {
  const std::vector<std::string> pool = sentences_of(all);
  Article article;
  article.id = "made";
  std::uint64_t state = 7;
  while (article.text.size() < 1'000'000) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    article.text += pool[static_cast<std::size_t>(state >> 33) % pool.size()] + "\n";
  }
  return article;
}

void bench_parts(const Article& article) {
  using namespace crossread;
  std::map<std::string, double> best;
  const auto bytes = static_cast<double>(article.text.size());
  for (int run = 0; run < kRuns; ++run) {
    auto begin = std::chrono::steady_clock::now();
    const auto part = [&](const char* name) {
      const double took = ms_since(begin);
      const auto [it, fresh] = best.try_emplace(name, took);
      it->second = std::min(it->second, took);
      begin = std::chrono::steady_clock::now();
    };
    const Document document = read_document(article);
    part("text");
    const std::vector<NameMention> names = find_names(document);
    part("names");
    const std::vector<TimeMention> times = find_times(document);
    part("times");
    const std::vector<Amount> amounts = find_amounts(document, times);
    part("amounts");
    const Entities entities = resolve_entities(document, names);
    part("entities");
  }
  for (const auto& [name, ms] : best) {
    std::printf("part     %-22s %8.1f ms %8.2f MB/s\n", name.c_str(), ms, bytes / 1000 / ms);
  }
}

void bench_compare(const char* name, const std::vector<Article>& articles) {
  const std::vector<Analysis> analyses = analyse(articles);
  std::size_t facts = 0, findings = 0;
  const double ms = best_ms([&] {
    std::vector<Analysis> copy = analyses;
    const auto begin = std::chrono::steady_clock::now();
    const crossread::Comparison comparison = crossread::Engine().compare(std::move(copy));
    const double took = ms_since(begin);
    facts = comparison.facts.size();
    findings = comparison.findings.size();
    return took;
  });
  std::printf("compare  %-22s %8.1f ms %8.1f MB peak   %zu facts, %zu findings\n", name, ms,
              peak_mb(), facts, findings);
}

void print_tables() {
  std::size_t bytes = 0, count = 0;
  for (const crossread::Embedded* t = crossread::embedded_tables(); !t->name.empty();
       ++t, ++count) {
    bytes += t->bytes.size();
  }
  std::size_t weights = 0;
  for (const crossread::Embedded* t = crossread::embedded_blobs(); !t->name.empty(); ++t) {
    weights += t->bytes.size();
  }
  std::printf("tables   %zu of them, %zu kB; weights %zu kB\n", count, bytes / 1000,
              weights / 1000);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: crossread_bench SEEDS\n"), 2;
  const auto events = read_events(argv[1]);
  std::vector<Article> all;
  for (const auto& [name, articles] : events)
    all.insert(all.end(), articles.begin(), articles.end());
  if (all.empty()) return std::fprintf(stderr, "no articles under %s\n", argv[1]), 1;
  bench_extract((std::to_string(all.size()) + " articles").c_str(), all);
  const Article long_article = make_long_article(all);
  bench_extract("1 MB, made", {long_article});
  bench_parts(long_article);
  for (const auto& [name, articles] : events) bench_compare(name.c_str(), articles);
  bench_compare("50 articles, made", make_articles(events, 50));
  bench_compare("300 articles, made", make_articles(events, 300));
  for (const int count : {25, 50, 100}) {
    bench_compare((std::to_string(count) + " articles, 40 % reprints").c_str(),
                  make_reprints(events, count));
  }
  print_tables();
}
