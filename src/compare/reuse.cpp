#include "compare/reuse.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>

#include "base/sort.h"
#include "compare/edits.h"
#include "compare/tiles.h"

namespace crossread {
namespace {

constexpr Thousandths kCopy = 900;          // both ways: the same article again
constexpr Thousandths kCopiesOpenly = 200;  // of the words: such a pair is likely to edit elsewhere
constexpr std::uint32_t kQuotedRun = 5;
constexpr std::uint32_t kLeastMatched = 5;
constexpr std::uint32_t kLeastMatchedContent = 2;
constexpr std::uint32_t kMostPassage = 800;  // bytes

struct EditedFrom {
  std::uint32_t same = 0;  // 2·matched / words of both, thousandths
  std::uint32_t kept = 0;  // matched / words of the shorter
};
constexpr EditedFrom kStrict{620, 740};
constexpr EditedFrom kOpenly{400, 550};

struct SentenceMatch {
  bool kin = false;  // aligned by kinship.h
  std::vector<Tile> tiles;
};

class ReuseFinder {
 public:
  ReuseFinder(const std::vector<Analysis>& articles, const Event& event, const EventTerms& terms)
      : articles_(articles), event_(event), terms_(terms), n_(event.articles.size()) {
    WordReader reader;
    for (const ArticleIndex a : event.articles) streams_.push_back(reader.read(articles[a]));
    result_.copying.share.assign(n_, std::vector<Thousandths>(n_, 0));
    result_.copying.quoted_alike.assign(n_, std::vector<std::uint32_t>(n_, 0));
    result_.copying.copy_of.resize(n_);
    std::iota(result_.copying.copy_of.begin(), result_.copying.copy_of.end(), 0U);
  }

  ReuseResult run(const Graph& graph) {
    tile_all();
    count_quoted_alike();
    result_.kin = find_kinship(terms_, graph, event_, result_.copying);
    add_kin_pairs();
    for (const auto& [pair, matches] : matches_) add_passages(pair.first, pair.second, matches);
    number_passages();
    result_.streams = std::move(streams_);
    return std::move(result_);
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  using Matches = std::map<Pair, SentenceMatch>;  // by sentences of the two documents

  void tile_all() {
    std::vector<std::uint32_t>& copy_of = result_.copying.copy_of;
    for (const auto& [i, j] : pairs_to_tile(streams_)) {
      if (copy_of[i] != i || copy_of[j] != j) continue;
      const std::vector<Tile> tiles = tiles_of(streams_[i], streams_[j]);
      std::uint32_t words = 0;
      for (const Tile& tile : tiles) words += tile.length;
      result_.copying.share[i][j] = share_of(words, i);
      result_.copying.share[j][i] = share_of(words, j);
      if (std::min(result_.copying.share[i][j], result_.copying.share[j][i]) >= kCopy)
        copy_of[j] = i;
      for (const Tile& tile : tiles) {
        const std::uint32_t a = streams_[i].words[tile.a].sentence;
        const std::uint32_t b = streams_[j].words[tile.b].sentence;
        matches_[{i, j}][{a, b}].tiles.push_back(tile);
      }
    }
    // What was tiled before an article proved to be a copy is the first's affair.
    std::erase_if(matches_, [&](const auto& entry) {
      const auto [i, j] = entry.first;
      return (copy_of[i] != i || copy_of[j] != j) && copy_of[j] != i;
    });
  }
  // Runs of quoted words, by their first kQuotedRun forms.
  void count_quoted_alike() {
    using Run = std::array<std::uint32_t, kQuotedRun>;
    std::map<Run, std::vector<std::uint32_t>> runs;  // the articles that quote it, in order
    for (std::uint32_t i = 0; i < n_; ++i) {
      const std::vector<StreamWord>& words = streams_[i].words;
      for (std::uint32_t w = 0; w + kQuotedRun <= words.size(); ++w) {
        Run run{};
        bool quoted = true;
        for (std::uint32_t k = 0; k < kQuotedRun; ++k) {
          run[k] = words[w + k].form;
          quoted = quoted && words[w + k].quoted;
        }
        if (!quoted) continue;
        std::vector<std::uint32_t>& in = runs[run];
        if (in.empty() || in.back() != i) in.push_back(i);
      }
    }
    for (const auto& [run, in] : runs) {
      for (const std::uint32_t i : in) {
        for (const std::uint32_t j : in) result_.copying.quoted_alike[i][j] += i == j ? 0 : 1;
      }
    }
  }

  Thousandths share_of(std::uint32_t words, std::uint32_t i) const {
    const std::uint32_t own = streams_[i].own;
    return own == 0 ? 0 : static_cast<Thousandths>(std::min(1000U, words * 1000U / own));
  }

  std::uint32_t place_of(ArticleIndex article) const {
    const auto at = std::lower_bound(event_.articles.begin(), event_.articles.end(), article);
    return static_cast<std::uint32_t>(at - event_.articles.begin());
  }
  void add_kin_pairs() {
    for (const SentencePair& pair : result_.kin.pairs) {
      const Unit& a = terms_.sentences[pair.a];
      const Unit& b = terms_.sentences[pair.b];
      const std::uint32_t x = articles_[a.article].statements[a.statement].sentence;
      const std::uint32_t y = articles_[b.article].statements[b.statement].sentence;
      matches_[{place_of(a.article), place_of(b.article)}][{x, y}].kin = true;
    }
  }

  ReuseLevel level_of(const Rewriting& rewriting, std::uint32_t a, std::uint32_t b,
                      bool openly) const {
    const std::uint32_t both = a + b;
    const std::uint32_t shorter = std::min(a, b);
    const std::uint32_t same = both == 0 ? 0 : rewriting.matched * 2000 / both;
    const std::uint32_t kept = shorter == 0 ? 0 : rewriting.matched * 1000 / shorter;
    if (same >= 970 && rewriting.edits.empty()) return ReuseLevel::verbatim;
    const EditedFrom from = openly ? kOpenly : kStrict;
    const bool enough =
        rewriting.matched >= kLeastMatched && rewriting.content >= kLeastMatchedContent;
    return enough && (same >= from.same || kept >= from.kept) ? ReuseLevel::edited
                                                              : ReuseLevel::paraphrase;
  }

  void add_passages(std::uint32_t i, std::uint32_t j, const Matches& matches) {
    const bool openly = result_.copying.most(i, j) >= kCopiesOpenly;
    std::vector<Reuse> found;
    for (const auto& [sentences, match] : matches) {
      const Range in_a = streams_[i].of_sentence[sentences.first];
      const Range in_b = streams_[j].of_sentence[sentences.second];
      Rewriting rewriting = compare_wording(streams_[i], in_a, streams_[j], in_b);
      const ReuseLevel level = level_of(rewriting, in_a.size(), in_b.size(), openly);
      if (match.kin || level != ReuseLevel::paraphrase) {
        Reuse passage;
        passage.level = level;
        passage.a = {event_.articles[i], span_in(i, sentences.first, rewriting.a, level)};
        passage.b = {event_.articles[j], span_in(j, sentences.second, rewriting.b, level)};
        if (level == ReuseLevel::edited) passage.edits = std::move(rewriting.edits);
        if (!all_quoted(i, in_a) || !all_quoted(j, in_b)) found.push_back(std::move(passage));
      }
      if (level != ReuseLevel::paraphrase) continue;
      for (const Tile& tile : match.tiles) {
        Reuse run;
        run.a = {event_.articles[i], streams_[i].span_of({tile.a, tile.a + tile.length})};
        run.b = {event_.articles[j], streams_[j].span_of({tile.b, tile.b + tile.length})};
        found.push_back(std::move(run));
      }
    }
    sort_by(found,
            [](const Reuse& x, const Reuse& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    add_coverage(i, j, found);
    std::move(found.begin(), found.end(), std::back_inserter(result_.passages));
  }

  bool all_quoted(std::uint32_t i, Range words) const {
    for (std::uint32_t w = words.first; w < words.last; ++w) {
      if (!streams_[i].words[w].quoted) return false;
    }
    return true;
  }

  // The whole sentence where most of it is concerned, else the clauses that are.
  Span span_in(std::uint32_t i, std::uint32_t sentence, Range words, ReuseLevel level) const {
    const Analysis& analysis = articles_[event_.articles[i]];
    const Span whole = analysis.document.sentences[sentence].span;
    const Range all = streams_[i].of_sentence[sentence];
    Span part = words.empty() ? whole : streams_[i].span_of(words);
    if (level == ReuseLevel::paraphrase || 10 * words.size() >= 6 * all.size()) {
      part = whole;
    } else {
      for (const Statement& statement : analysis.statements) {
        if (statement.sentence == sentence && statement.span.overlaps(part) &&
            2 * intersect(statement.span, part).size() >= statement.span.size()) {
          part = cover(part, statement.span);
        }
      }
    }
    if (part.size() <= kMostPassage) return part;
    const Span core = words.empty() ? Span{part.begin, part.begin} : streams_[i].span_of(words);
    return evidence_around(analysis.document, part, core);
  }

  void add_coverage(std::uint32_t i, std::uint32_t j, const std::vector<Reuse>& found) {
    const auto count = [&](std::uint32_t of, std::uint32_t in, bool side_a) {
      Coverage out{event_.articles[of], event_.articles[in]};
      std::array<std::uint32_t, 3> words{};
      for (const StreamWord& word : streams_[of].words) {
        if (word.quoted) continue;
        int level = 3;
        for (const Reuse& passage : found) {
          const Span span = side_a ? passage.a.span : passage.b.span;
          if (span.contains(word.span)) level = std::min(level, static_cast<int>(passage.level));
        }
        if (level < 3) ++words[static_cast<std::size_t>(level)];
      }
      out.verbatim = share_of(words[0], of);
      out.edited = share_of(words[1], of);
      out.paraphrase = share_of(words[2], of);
      result_.coverage.push_back(out);
    };
    if (found.empty()) return;
    count(i, j, true);
    count(j, i, false);
  }

  // Passages that touch one sentence are renderings of one another.
  void number_passages() {
    std::map<std::pair<ArticleIndex, std::uint32_t>, std::uint32_t> node;
    std::vector<std::uint32_t> group;
    const auto number = [&](const Evidence& e) {
      const std::uint32_t sentence = articles_[e.article].document.sentence_at(e.span.begin);
      const auto fresh = static_cast<std::uint32_t>(group.size());
      const auto [at, is_new] = node.try_emplace({e.article, sentence}, fresh);
      if (is_new) group.push_back(fresh);
      return at->second;
    };
    const auto root = [&](std::uint32_t x) {
      while (group[x] != x) x = group[x] = group[group[x]];
      return x;
    };
    for (const Reuse& passage : result_.passages) {
      const std::uint32_t x = root(number(passage.a));
      const std::uint32_t y = root(number(passage.b));
      group[std::max(x, y)] = std::min(x, y);
    }
    std::map<std::uint32_t, std::uint32_t> order;
    for (Reuse& passage : result_.passages) {
      const std::uint32_t g = root(number(passage.a));
      passage.passage =
          order.try_emplace(g, static_cast<std::uint32_t>(order.size())).first->second;
    }
  }

  const std::vector<Analysis>& articles_;
  const Event& event_;
  const EventTerms& terms_;
  std::size_t n_;
  std::vector<WordStream> streams_;
  std::map<Pair, Matches> matches_;  // by places of two articles
  ReuseResult result_;
};

}  // namespace

ReuseResult find_reuse(const std::vector<Analysis>& articles, const Event& event,
                       const EventTerms& terms, const Graph& graph) {
  return ReuseFinder(articles, event, terms).run(graph);
}

}  // namespace crossread
