#define XXH_INLINE_ALL
#include "compare/reuse.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <queue>
#include <string>
#include <unordered_map>

#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kShingle = 3;
constexpr std::uint32_t kLeastWords = 6;
constexpr std::uint32_t kLeastWithFigure = 4;
constexpr std::uint32_t kLeastContent = 3;
constexpr std::uint32_t kLeastShingles = 4;        // shingles two articles must share to be tiled
constexpr std::size_t kCommonShingle = 40;       // a shingle in more articles opens no pair
constexpr std::uint32_t kBorder = 0x8000'0000U;  // numbers from here on are never equal
constexpr std::int32_t kOneLine = 350;           // thousandths of the shorter text

struct Word {
  std::uint32_t form = 0;
  Span span;
  bool content = false;
  bool figure = false;
};

struct Stream {
  std::vector<Word> words;                       // sentences end with a border
  std::vector<std::uint64_t> shingles;           // by start; 0 where a border is in it
  std::uint32_t real = 0;                        // words that are no borders
};

struct Tile {
  std::uint32_t length = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  bool operator<(const Tile& o) const {
    if (length != o.length) return length < o.length;
    return a != o.a ? a > o.a : b > o.b;
  }
};

class Reader {
 public:
  Stream read(const Analysis& analysis) {
    static const Table kLight = table("light_words");
    const Document& document = analysis.document;
    std::vector<bool> quoted(document.tokens.size(), false);
    for (const Quote& quote : analysis.quotes) {
      if (!quote.direct) continue;
      for (const Span content : quote.content) mark(document.tokens_in(content), quoted);
    }
    std::vector<bool> named(document.tokens.size(), false);
    for (const NameMention& name : analysis.names) {
      mark(name.tokens, named);
      mark(name.title, named);
    }
    Stream stream;
    for (const Sentence& sentence : document.sentences) {
      const BlockKind kind = document.blocks.empty() ? BlockKind::body : document.blocks[sentence.block].kind;
      if (kind != BlockKind::body && kind != BlockKind::title && kind != BlockKind::heading) continue;
      for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
        const Token& token = document.tokens[t];
        if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
        if (quoted[t]) {
          border(stream);
          continue;
        }
        Word word;
        word.span = token.span;
        word.form = number(std::string(document.folded(token)));
        word.figure = token.kind == TokenKind::number;
        word.content = !named[t] && !kLight.has(document.folded(token)) && token.span.size() > 1;
        stream.words.push_back(word);
        ++stream.real;
      }
      border(stream);
    }
    hash(stream);
    return stream;
  }

 private:
  static void mark(Range tokens, std::vector<bool>& flags) {
    for (std::uint32_t t = tokens.first; t < tokens.last && t < flags.size(); ++t) flags[t] = true;
  }
  std::uint32_t number(const std::string& form) {
    return forms_.try_emplace(form, static_cast<std::uint32_t>(forms_.size())).first->second;
  }
  void border(Stream& stream) {
    if (stream.words.empty() || stream.words.back().form >= kBorder) return;
    Word word;
    word.form = kBorder + borders_++;
    stream.words.push_back(word);
  }
  static void hash(Stream& stream) {
    stream.shingles.assign(stream.words.size(), 0);
    for (std::size_t i = 0; i + kShingle <= stream.words.size(); ++i) {
      std::array<std::uint32_t, kShingle> forms{};
      bool whole = true;
      for (std::uint32_t k = 0; k < kShingle; ++k) {
        forms[k] = stream.words[i + k].form;
        whole = whole && forms[k] < kBorder;
      }
      if (whole) stream.shingles[i] = XXH3_64bits(forms.data(), sizeof forms) | 1U;
    }
  }

  std::unordered_map<std::string, std::uint32_t> forms_;
  std::uint32_t borders_ = 0;
};

bool is_enough(const Stream& a, std::uint32_t from, std::uint32_t length) {
  std::uint32_t content = 0;
  bool figure = false;
  for (std::uint32_t i = from; i < from + length; ++i) {
    content += a.words[i].content ? 1 : 0;
    figure = figure || a.words[i].figure;
  }
  return content >= kLeastContent && length >= (figure ? kLeastWithFigure : kLeastWords);
}

class Tiler {
 public:
  Tiler(const Stream& a, const Stream& b) : a_(a), b_(b), used_a_(a.words.size()), used_b_(b.words.size()) {}

  std::vector<Tile> run() {
    open_matches();
    std::vector<Tile> tiles;
    while (!heap_.empty()) {
      const Tile tile = heap_.top();
      heap_.pop();
      if (!is_free(tile)) {
        offer_free_parts(tile);
        continue;
      }
      if (!is_enough(a_, tile.a, tile.length)) continue;
      for (std::uint32_t k = 0; k < tile.length; ++k) used_a_[tile.a + k] = used_b_[tile.b + k] = true;
      tiles.push_back(tile);
    }
    std::sort(tiles.begin(), tiles.end(), [](const Tile& x, const Tile& y) {
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    return tiles;
  }

 private:
  void open_matches() {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::uint32_t j = 0; j < b_.shingles.size(); ++j) {
      if (b_.shingles[j] != 0) places[b_.shingles[j]].push_back(j);
    }
    for (std::uint32_t i = 0; i < a_.shingles.size(); ++i) {
      if (a_.shingles[i] == 0) continue;
      const auto found = places.find(a_.shingles[i]);
      if (found == places.end()) continue;
      for (const std::uint32_t j : found->second) {
        if (i > 0 && j > 0 && a_.words[i - 1].form == b_.words[j - 1].form) continue;
        std::uint32_t length = 0;
        while (i + length < a_.words.size() && j + length < b_.words.size() &&
               a_.words[i + length].form == b_.words[j + length].form) {
          ++length;
        }
        if (length >= kLeastWithFigure) heap_.push({length, i, j});
      }
    }
  }
  bool is_free(const Tile& t) const {
    for (std::uint32_t k = 0; k < t.length; ++k) {
      if (used_a_[t.a + k] || used_b_[t.b + k]) return false;
    }
    return true;
  }
  void offer_free_parts(const Tile& t) {
    std::uint32_t from = 0;
    for (std::uint32_t k = 0; k <= t.length; ++k) {
      if (k < t.length && !used_a_[t.a + k] && !used_b_[t.b + k]) continue;
      if (k - from >= kLeastWithFigure) heap_.push({k - from, t.a + from, t.b + from});
      from = k + 1;
    }
  }

  const Stream& a_;
  const Stream& b_;
  std::vector<bool> used_a_;
  std::vector<bool> used_b_;
  std::priority_queue<Tile> heap_;
};

// Pairs of streams that share at least kLeastShingles shingles.
std::vector<std::pair<std::uint32_t, std::uint32_t>> related(const std::vector<Stream>& streams) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  for (std::uint32_t s = 0; s < streams.size(); ++s) {
    std::vector<std::uint64_t> own = streams[s].shingles;
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (const std::uint64_t h : own) {
      if (h != 0) all.emplace_back(h, s);
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<std::vector<std::uint32_t>> shared(streams.size(), std::vector<std::uint32_t>(streams.size(), 0));
  for (std::size_t from = 0; from < all.size();) {
    std::size_t to = from;
    while (to < all.size() && all[to].first == all[from].first) ++to;
    if (to - from <= std::max(kCommonShingle, streams.size() / 4)) {
      for (std::size_t i = from; i < to; ++i) {
        for (std::size_t j = i + 1; j < to; ++j) ++shared[all[i].second][all[j].second];
      }
    }
    from = to;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < streams.size(); ++i) {
    for (std::uint32_t j = i + 1; j < streams.size(); ++j) {
      if (shared[i][j] >= kLeastShingles) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

}  // namespace

ReuseResult find_reuse(const std::vector<Analysis>& articles, const Event& event) {
  Reader reader;
  std::vector<Stream> streams;
  for (const ArticleIndex a : event.articles) streams.push_back(reader.read(articles[a]));
  ReuseResult result;
  result.coverage.assign(streams.size(), std::vector<std::int32_t>(streams.size(), 0));
  for (const auto& [i, j] : related(streams)) {
    const Stream& a = streams[i];
    const Stream& b = streams[j];
    std::uint32_t words = 0;
    for (const Tile& tile : Tiler(a, b).run()) {
      words += tile.length;
      const Span in_a = cover(a.words[tile.a].span, a.words[tile.a + tile.length - 1].span);
      const Span in_b = cover(b.words[tile.b].span, b.words[tile.b + tile.length - 1].span);
      result.passages.push_back({{event.articles[i], in_a}, {event.articles[j], in_b}});
    }
    const auto share = [words](const Stream& s) {
      return s.real == 0 ? 0 : static_cast<std::int32_t>(words * 1000U / s.real);
    };
    result.coverage[i][j] = share(a);
    result.coverage[j][i] = share(b);
  }
  return result;
}

std::vector<std::vector<std::uint32_t>> independent_lines(const ReuseResult& reuse) {
  const std::size_t n = reuse.coverage.size();
  std::vector<std::uint32_t> line(n);
  for (std::uint32_t i = 0; i < n; ++i) line[i] = i;
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::uint32_t j = i + 1; j < n; ++j) {
      if (std::max(reuse.coverage[i][j], reuse.coverage[j][i]) < kOneLine) continue;
      const std::uint32_t from = std::max(line[i], line[j]);
      const std::uint32_t to = std::min(line[i], line[j]);
      for (std::uint32_t& l : line) l = l == from ? to : l;
    }
  }
  std::vector<std::vector<std::uint32_t>> lines(n);
  for (std::uint32_t i = 0; i < n; ++i) lines[line[i]].push_back(i);
  std::erase_if(lines, [](const auto& l) { return l.empty(); });
  return lines;
}

}  // namespace crossread
