#include "compare/quote_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/sort.h"

namespace crossread {
namespace {

constexpr Score kSameUtterance = 550;  // an edge from which two quotes are one utterance
constexpr Score kSameVoice = 300;      // the same, said by one speaker
constexpr Score kAnswering = 600;      // an edge from which two sentences answer each other
constexpr std::uint32_t kNear = 2;     // sentences between a quote and what answers
constexpr std::int64_t kHeld = 600;    // thousandths of the shorter quote's weight
constexpr std::uint32_t kHeldTerms = 3;
constexpr std::size_t kSpokenTerms = 3;  // an utterance told by its place has as many

struct Uttered {
  QuoteMember member;
  std::vector<std::uint32_t> units;
  std::vector<Term> terms;  // of all its clauses, sorted
  Weight weight = 0;
  CrossEntityId speaker;
  std::uint32_t first = 0;  // sentences, as EventTerms counts them
  std::uint32_t last = 0;
};

class QuoteGrouper {
 public:
  explicit QuoteGrouper(const EventView& view) : view_(view) { read(); }

  std::vector<std::vector<QuoteMember>> run() {
    link_by_words();
    link_titles();
    join_links();
    join_by_place();
    std::map<std::uint32_t, std::vector<QuoteMember>> by_group;
    for (std::uint32_t q = 0; q < said_.size(); ++q) by_group[group_[q]].push_back(said_[q].member);
    std::vector<std::vector<QuoteMember>> out;
    for (auto& entry : by_group) {
      if (entry.second.size() < 2) continue;
      tell_changes(view_, entry.second);
      out.push_back(std::move(entry.second));
    }
    return out;
  }

 private:
  struct Link {
    Score score = 0;
    std::uint32_t a = 0, b = 0;
  };
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  const Quote& quote(std::uint32_t q) const {
    return view_.articles[said_[q].member.article].quotes[said_[q].member.quote];
  }

  void read() {
    std::map<std::pair<ArticleIndex, std::uint32_t>, std::uint32_t> number;
    for (const ArticleIndex a : view_.event.articles) {
      for (std::uint32_t q = 0; q < view_.articles[a].quotes.size(); ++q) {
        if (view_.articles[a].quotes[q].content.empty()) continue;
        number.emplace(std::pair(a, q), static_cast<std::uint32_t>(said_.size()));
        Uttered said;
        said.member = {a, q, QuoteChange::verbatim};
        said.speaker = view_.links.of(a, view_.articles[a].quotes[q].speaker);
        said_.push_back(std::move(said));
      }
    }
    of_unit_.assign(view_.terms.units.size(), Id<void>::kNone);
    for (std::uint32_t u = 0; u < view_.terms.units.size(); ++u) {
      const Unit& unit = view_.terms.units[u];
      const QuoteId id = view_.statement(unit).quote;
      const auto at = number.find({unit.article, id.value});
      if (at == number.end()) continue;
      of_unit_[u] = at->second;
      Uttered& said = said_[at->second];
      if (said.units.empty()) said.first = unit.sentence;
      said.last = unit.sentence;
      said.units.push_back(u);
      said.terms.insert(said.terms.end(), unit.words.begin(), unit.words.end());
    }
    group_.resize(said_.size());
    members_.resize(said_.size());
    for (std::uint32_t q = 0; q < said_.size(); ++q) {
      std::vector<Term>& terms = said_[q].terms;
      std::sort(terms.begin(), terms.end());
      terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
      for (const Term t : terms) said_[q].weight += view_.terms.terms[t].weight;
      group_[q] = q;
      members_[q] = {q};
    }
  }

  bool one_voice(std::uint32_t a, std::uint32_t b) const {
    return said_[a].speaker.valid() && said_[a].speaker == said_[b].speaker;
  }

  // Most of the shorter one's words stand in the other.
  bool holds(std::uint32_t a, std::uint32_t b) const {
    const Shared shared = shared_terms(view_.terms, said_[a].terms, said_[b].terms);
    const Weight shorter = std::min(said_[a].weight, said_[b].weight);
    return shared.terms >= kHeldTerms && shared.all * 1000 >= shorter * kHeld;
  }

  // Quotes whose clauses are alike. Of one pair of quotes the best pair of clauses counts.
  void link_by_words() {
    std::map<Pair, Score> best;
    for (std::uint32_t u = 0; u < of_unit_.size(); ++u) {
      if (of_unit_[u] == Id<void>::kNone) continue;
      for (const Edge& edge : view_.graph.of[u]) {
        const std::uint32_t other = of_unit_[edge.to];
        if (edge.to < u || other == Id<void>::kNone) continue;
        if (said_[other].member.article == said_[of_unit_[u]].member.article) continue;
        Score& score = best[std::minmax(of_unit_[u], other)];
        score = std::max(score, edge.score);
      }
    }
    for (const auto& [pair, score] : best) {
      const bool alike = score >= kSameUtterance || holds(pair.first, pair.second) ||
                         (one_voice(pair.first, pair.second) && score >= kSameVoice);
      if (alike) links_.push_back({score, pair.first, pair.second});
    }
  }

  // “Calculated betrayal” above “This was a calculated betrayal of …”, in one article.
  void link_titles() {
    for (std::uint32_t t = 0; t < said_.size(); ++t) {
      if (!in_title(t)) continue;
      for (std::uint32_t q = 0; q < said_.size(); ++q) {
        if (q == t || said_[q].member.article != said_[t].member.article || in_title(q)) continue;
        if (!stands_in(t, q)) continue;
        links_.push_back({2 * kScoreOne, std::min(t, q), std::max(t, q)});
        break;
      }
    }
  }

  bool in_title(std::uint32_t q) const {
    const Document& d = view_.articles[said_[q].member.article].document;
    const std::uint32_t at = d.sentence_at(quote(q).content.front().begin);
    return at < d.sentences.size() && d.blocks[d.sentences[at].block].kind == BlockKind::title;
  }

  std::vector<std::string_view> words_of(std::uint32_t q) const {
    const Document& d = view_.articles[said_[q].member.article].document;
    std::vector<std::string_view> words;
    for (const Span piece : quote(q).content) {
      const Range tokens = d.tokens_in(piece);
      for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
        if (d.tokens[i].kind == TokenKind::word) words.push_back(d.folded(d.tokens[i]));
      }
    }
    return words;
  }

  bool stands_in(std::uint32_t part, std::uint32_t whole) const {
    const std::vector<std::string_view> words = words_of(part), all = words_of(whole);
    return words.size() >= 2 &&
           std::search(all.begin(), all.end(), words.begin(), words.end()) != all.end();
  }

  // Likest first. One bridge does not make two sets of quotes one utterance: half of all their
  // pairs must be alike.
  void join_links() {
    sort_by(links_, [](const Link& x, const Link& y) {
      if (x.score != y.score) return x.score > y.score;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    std::set<Pair> alike;
    for (const Link& link : links_) alike.insert({link.a, link.b});
    for (const Link& link : links_) {
      const std::uint32_t to = std::min(group_[link.a], group_[link.b]);
      const std::uint32_t from = std::max(group_[link.a], group_[link.b]);
      if (from == to) continue;
      std::size_t met = 0;
      for (const std::uint32_t p : members_[from]) {
        for (const std::uint32_t q : members_[to]) met += alike.count(std::minmax(p, q));
      }
      if (2 * met >= members_[from].size() * members_[to].size()) join(from, to);
    }
  }

  void join(std::uint32_t from, std::uint32_t to) {
    for (const std::uint32_t q : members_[from]) group_[q] = to;
    members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
  }

  // Quotes that stand at the same place of two articles, where one follows the other.
  void join_by_place() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> begins, ends;
    for (std::uint32_t q = 0; q < said_.size(); ++q) {
      if (said_[q].units.empty() || said_[q].terms.size() < kSpokenTerms) continue;
      begins[said_[q].first].push_back(q);
      ends[said_[q].last].push_back(q);
    }
    std::map<Pair, std::uint32_t> found;
    const auto meet = [&](const auto& x, const auto& y) {
      for (const std::uint32_t a : x) {
        for (const std::uint32_t b : y) found[std::minmax(a, b)] += 1;
      }
    };
    // Quotes of the sentence's article that begin just behind it, or end just before it.
    const auto behind = [&](std::uint32_t s) {
      std::vector<std::uint32_t> out;
      for (auto at = begins.upper_bound(s); at != begins.end() && at->first <= s + kNear; ++at) {
        for (const std::uint32_t q : at->second) {
          if (said_[q].member.article == view_.terms.sentences[s].article) out.push_back(q);
        }
      }
      return out;
    };
    const auto before = [&](std::uint32_t s) {
      std::vector<std::uint32_t> out;
      for (auto at = ends.lower_bound(s - std::min(s, kNear)); at != ends.end() && at->first < s;
           ++at) {
        for (const std::uint32_t q : at->second) {
          if (said_[q].member.article == view_.terms.sentences[s].article) out.push_back(q);
        }
      }
      return out;
    };
    for (const auto& [a, b] : answering()) {
      meet(behind(a), behind(b));
      meet(before(a), before(b));
    }
    join_candidates(found);
  }

  // Pairs of sentences of two articles, no quotes themselves, that answer each other.
  std::set<Pair> answering() const {
    std::set<Pair> pairs;
    for (std::uint32_t u = 0; u < of_unit_.size(); ++u) {
      const Unit& a = view_.terms.units[u];
      for (const Edge& edge : view_.graph.of[u]) {
        const Unit& b = view_.terms.units[edge.to];
        if (edge.to < u || edge.score < kAnswering || a.article == b.article) continue;
        pairs.insert({a.sentence, b.sentence});
      }
    }
    return pairs;
  }

  void join_candidates(const std::map<Pair, std::uint32_t>& found) {
    std::vector<Pair> pairs;
    for (const auto& [pair, times] : found) {
      if (may_be_one(pair.first, pair.second)) pairs.push_back(pair);
    }
    // Whoever has two partners in one article has none.
    std::map<Pair, std::size_t> partners;  // quote, article
    for (const auto& [a, b] : pairs) {
      ++partners[{a, said_[b].member.article}];
      ++partners[{b, said_[a].member.article}];
    }
    std::vector<Pair> sure;
    for (const auto& [a, b] : pairs) {
      const bool one = partners[{a, said_[b].member.article}] == 1 &&
                       partners[{b, said_[a].member.article}] == 1;
      if (one) sure.push_back({a, b});
    }
    for (const auto& [a, b] : sure) {
      const std::uint32_t to = std::min(group_[a], group_[b]),
                          from = std::max(group_[a], group_[b]);
      if (from == to || share_article(from, to)) continue;
      join(from, to);
    }
  }

  bool in_one_article(std::uint32_t a, std::uint32_t b) const {
    return said_[a].member.article == said_[b].member.article;
  }

  bool share_article(std::uint32_t g, std::uint32_t h) const {
    for (const std::uint32_t a : members_[g]) {
      for (const std::uint32_t b : members_[h]) {
        if (in_one_article(a, b) && !in_title(a) && !in_title(b)) return true;
      }
    }
    return false;
  }

  // The place says so: both are spoken words, or one speaker's; neither has its like in the
  // other's article yet; they share a word or a synonym.
  bool may_be_one(std::uint32_t a, std::uint32_t b) const {
    if (in_one_article(a, b) || group_[a] == group_[b] || share_article(group_[a], group_[b]))
      return false;
    if (!(quote(a).direct && quote(b).direct) && !one_voice(a, b)) return false;
    const Shared shared = shared_terms(view_.terms, said_[a].terms, said_[b].terms);
    return shared.all > 0;
  }

  const EventView& view_;
  std::vector<Uttered> said_;
  std::vector<std::uint32_t> of_unit_;  // quote of each unit
  std::vector<Link> links_;
  std::vector<std::uint32_t> group_;  // of each quote
  std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

std::vector<std::vector<QuoteMember>> group_quotes(const EventView& view) {
  return QuoteGrouper(view).run();
}

}  // namespace crossread
