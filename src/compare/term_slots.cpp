#include "compare/term_slots.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/number.h"
#include "base/one_of.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kLongestClause = 60;  // cells; what comes after is not laid beside anything
constexpr std::uint32_t kTermWords = 4;
constexpr std::uint32_t kPostReach = 3;  // cells to the next post on either side

// What a cell of a clause is worth where both have it.
constexpr int kPostWorth = 8, kWordWorth = 6, kSynonymWorth = 5, kLightWorth = 1, kClassWorth = 1;

// A word, or a name, figure or date as one.
struct SlotCell {
  Range tokens;
  std::string key;
  WordClass word_class = WordClass::other;
  bool light = false;
  bool post = false;       // a name, figure or date
  std::uint32_t word = 0;  // number of the key
};

bool may_answer(const SlotCell& a, const SlotCell& b) {
  if (a.light || b.light || a.post || b.post) return false;
  const auto sort = [](WordClass c) {
    return c == WordClass::noun                  ? 1
           : c == WordClass::adjective           ? 2
           : is_verb(c) && c != WordClass::modal ? 3
                                                 : 0;
  };
  return sort(a.word_class) != 0 && sort(a.word_class) == sort(b.word_class);
}

using Cells = std::vector<SlotCell>;

// Words as numbers, so that each pair is looked up in the tables once.
class Meanings {
 public:
  std::uint32_t number(const std::string& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  bool same(const SlotCell& a, const SlotCell& b) {
    const auto [low, high] = std::minmax(a.word, b.word);
    const std::uint64_t pair = (static_cast<std::uint64_t>(low) << 32) | high;
    const auto [at, fresh] = same_.try_emplace(pair, false);
    if (fresh) at->second = same_meaning(a.key, b.key);
    return at->second;
  }
  int worth(const SlotCell& a, const SlotCell& b) {
    if (a.word == b.word) return a.post ? kPostWorth : a.light ? kLightWorth : kWordWorth;
    if (!may_answer(a, b)) return -1;
    return same(a, b) ? kSynonymWorth : kClassWorth;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::uint64_t, bool> same_;  // never walked through
};

// Pairs of cells that answer each other, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> lay_beside(Meanings& meanings, const Cells& a,
                                                                const Cells& b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const int w = meanings.worth(a[i], b[j]);
      const int both = w < 0 ? -1 : best[(i + 1) * width + j + 1] + w;
      best[i * width + j] = std::max({both, best[(i + 1) * width + j], best[i * width + j + 1]});
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int w = meanings.worth(a[i], b[j]);
    if (w >= 0 && best[i * width + j] == best[(i + 1) * width + j + 1] + w) {
      pairs.push_back({static_cast<std::uint32_t>(i++), static_cast<std::uint32_t>(j++)});
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

class SlotFinder {
 public:
  SlotFinder(const EventView& view, const std::vector<Reading>& readings)
      : view_(view), readings_(readings), cells_(view.terms.units.size()) {
    posts_.resize(view.event.articles.size());
    for (std::size_t p = 0; p < posts_.size(); ++p) read_posts(p);
    for (std::uint32_t u = 0; u < cells_.size(); ++u) cells_[u] = cells_of(u);
  }

  std::vector<TermSlot> run() {
    std::vector<TermSlot> out;
    for (std::uint32_t g = 0; g < view_.groups.size(); ++g) {
      if (view_.groups[g].size() < 2) continue;
      deeds(g, out);
      things(g, out);
    }
    std::erase_if(out, [](TermSlot& slot) { return !tells(slot); });
    return merged(std::move(out));
  }

 private:
  struct Post {
    Range tokens;
    std::string key;
  };

  const Unit& unit(std::uint32_t u) const { return view_.terms.units[u]; }
  std::size_t place_of(ArticleIndex article) const {
    const auto& all = view_.event.articles;
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), article) -
                                    all.begin());
  }
  const Reading& reading(std::uint32_t u) const { return readings_[place_of(unit(u).article)]; }

  void read_posts(std::size_t p) {
    const ArticleIndex article = view_.event.articles[p];
    const Analysis& analysis = view_.articles[article];
    std::vector<Post>& posts = posts_[p];
    for (std::size_t i = 0; i < analysis.names.size(); ++i) {
      const CrossEntityId id = view_.links.of(article, analysis.entities.of_mention[i]);
      if (id.valid()) posts.push_back({analysis.names[i].tokens, "@" + std::to_string(id.value)});
    }
    for (const TimeMention& time : analysis.times) posts.push_back({time.tokens, "!" + time.value});
    for (const Amount& amount : analysis.amounts) {
      posts.push_back({amount.tokens, "#" + format_number(amount.value, 2) + amount.unit});
    }
    sort_by(posts, [](const Post& a, const Post& b) {
      return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.key < b.key;
    });
  }

  Cells cells_of(std::uint32_t u) {
    static const Table kLight = table("light_words");
    const Reading& r = reading(u);
    const std::vector<Post>& posts = posts_[place_of(unit(u).article)];
    const Range tokens = view_.statement(unit(u)).tokens;
    Cells cells;
    auto post =
        std::lower_bound(posts.begin(), posts.end(), tokens.first,
                         [](const Post& p, std::uint32_t at) { return p.tokens.first < at; });
    for (std::uint32_t i = tokens.first; i < tokens.last && cells.size() < kLongestClause;) {
      while (post != posts.end() && post->tokens.first < i) ++post;
      if (post != posts.end() && post->tokens.first == i && !post->tokens.empty()) {
        cells.push_back({post->tokens, post->key, WordClass::name, false, true, 0});
        i = post->tokens.last;
        continue;
      }
      const Token& t = r.token(i);
      if (t.kind == TokenKind::word) {
        const bool light = kLight.has(r.lemma(i)) || kLight.has(r.word(i)) || r.lemma(i).size() < 2;
        cells.push_back({{i, i + 1}, fold_accents(r.lemma(i)), r.word_class(i), light, false, 0});
      }
      ++i;
    }
    for (SlotCell& cell : cells) cell.word = meanings_.number(cell.key);
    return cells;
  }

  // ---- deeds: main verbs -----------------------------------------------------------------------

  // "has been found guilty of", "had agreed to buy", "emerged victorious": the verb with what
  // helps it and what it needs.
  Range verb_phrase(std::uint32_t u, std::uint32_t verb) const {
    const Reading& r = reading(u);
    const Range clause = view_.statement(unit(u)).tokens;
    std::uint32_t first = verb, last = verb + 1;
    while (first > clause.first && verb - first < kTermWords &&
           (r.auxiliary(first - 1) || r.word_class(first - 1) == WordClass::adverb)) {
      --first;
    }
    while (first < verb && !r.auxiliary(first)) ++first;
    while (last < clause.last && last - verb < kTermWords) {
      const WordClass c = r.word_class(last);
      const bool grows =
          c == WordClass::particle || c == WordClass::verb_participle ||
          c == WordClass::verb_base ||
          (c == WordClass::to && last + 1 < clause.last &&
           r.word_class(last + 1) == WordClass::verb_base) ||
          (c == WordClass::adjective && !(last + 1 < clause.last && r.nominal(last + 1)));
      if (!grows) break;
      ++last;
    }
    static const Table kLight = table("light_words");
    if (kLight.has(r.lemma(last - 1)) && last < clause.last && r.begins_phrase(last)) {
      last = std::min({phrase_end(r, last, clause.last), last + kTermWords, clause.last});
    }
    return {first, std::max(last, verb + 1)};
  }

  void deeds(std::uint32_t g, std::vector<TermSlot>& out) const {
    TermSlot slot;
    slot.kind = TermSlot::Kind::deed;
    slot.fact = FactId{g};
    for (const std::uint32_t u : view_.groups[g]) {
      const Reading& r = reading(u);
      const Statement& s = view_.statement(unit(u));
      if (!s.tokens.contains(s.predicate)) continue;
      const Range phrase = verb_phrase(u, s.predicate);
      std::uint32_t head = phrase.last - 1;
      while (head > phrase.first && r.word_class(head) != WordClass::noun && !r.verb(head) &&
             r.word_class(head) != WordClass::adjective)
        --head;
      slot.terms.push_back(
          {{unit(u).article, r.document().span_of(phrase)}, fold_accents(r.lemma(head))});
    }
    out.push_back(std::move(slot));
  }

  // ---- things: nouns and adjectives between posts ----

  std::uint32_t most_alike(const std::vector<std::uint32_t>& group) const {
    std::uint32_t best = group.front();
    Score most = -1;
    for (const std::uint32_t u : group) {
      Score sum = 0;
      for (const std::uint32_t v : group) {
        if (unit(v).article != unit(u).article) sum += view_.graph.score(u, v);
      }
      if (sum > most) most = sum, best = u;
    }
    return best;
  }

  // A post, or an equal word, near on both sides (or the clause's end).
  static bool is_held(const std::vector<int>& partner, const Cells& a, const Cells& b,
                      std::size_t i) {
    const auto is_post = [&](std::size_t k) {
      return partner[k] >= 0 && !a[k].light &&
             a[k].key == b[static_cast<std::size_t>(partner[k])].key;
    };
    int left = 0, right = 0;
    for (std::size_t n = 1; n <= kPostReach; ++n) {
      if (i >= n && is_post(i - n)) left = 1;
      if (i + n < a.size() && is_post(i + n)) right = 1;
    }
    return left + right == 2 || (left + right == 1 && (i < 2 || i + 3 > a.size()));
  }

  // The phrase around the noun of a cell: words before it that answer nothing, "of" and what
  // follows.
  Range noun_phrase(std::uint32_t u, const std::vector<bool>& equal, std::size_t i) const {
    const Cells& cells = cells_[u];
    const Reading& r = reading(u);
    Range phrase = cells[i].tokens;
    for (std::size_t k = i; k-- > 0;) {
      const WordClass c = cells[k].word_class;
      const bool joins =
          !equal[k] && !cells[k].light && !cells[k].post &&
          (c == WordClass::noun || c == WordClass::adjective || c == WordClass::verb_ing) &&
          cells[k].tokens.last == phrase.first && phrase.last - cells[k].tokens.first <= kTermWords;
      if (!joins) break;
      phrase.first = cells[k].tokens.first;
    }
    for (std::size_t k = i + 1; k < cells.size(); ++k) {
      const bool of = r.is(cells[k].tokens.first, "of") && k + 1 < cells.size() && !equal[k + 1] &&
                      cells[k + 1].word_class == WordClass::noun &&
                      cells[k + 1].tokens.first == cells[k].tokens.last;
      const bool joins = !equal[k] && !cells[k].post && cells[k].tokens.first == phrase.last &&
                         (cells[k].word_class == WordClass::noun || of) &&
                         cells[k].tokens.last - phrase.first <= kTermWords;
      if (!joins) break;
      phrase.last = cells[k].tokens.last;
    }
    return phrase;
  }

  void things(std::uint32_t g, std::vector<TermSlot>& out) {
    const std::vector<std::uint32_t>& group = view_.groups[g];
    const std::uint32_t middle = most_alike(group);
    const Cells& a = cells_[middle];
    std::vector<TermSlot> slots(a.size());
    std::vector<bool> nowhere_equal(a.size(), false);
    for (const std::uint32_t v : group) {
      if (v == middle) continue;
      const Cells& b = cells_[v];
      std::vector<int> partner(a.size(), -1);
      std::vector<bool> equal_a(a.size(), false), equal_b(b.size(), false);
      for (const auto& [i, j] : lay_beside(meanings_, a, b)) {
        partner[i] = static_cast<int>(j);
        if (a[i].key == b[j].key && !a[i].light) equal_a[i] = equal_b[j] = true;
      }
      for (std::size_t i = 0; i < a.size(); ++i) {
        if (partner[i] < 0 || a[i].light || a[i].post) continue;
        const auto j = static_cast<std::size_t>(partner[i]);
        const bool equal = a[i].key == b[j].key;
        if (!equal && !meanings_.same(a[i], b[j]) && !is_held(partner, a, b, i)) continue;
        if (a[i].word_class != WordClass::noun && a[i].word_class != WordClass::adjective &&
            !is_verb(a[i].word_class))
          continue;
        if (slots[i].terms.empty()) slots[i].terms.push_back(term(middle, nowhere_equal, i));
        slots[i].terms.push_back(term(v, equal ? std::vector<bool>(b.size(), true) : equal_b, j));
      }
    }
    for (TermSlot& slot : slots) {
      slot.fact = FactId{g};
      if (!slot.terms.empty()) out.push_back(std::move(slot));
    }
  }

  SlotTerm term(std::uint32_t u, const std::vector<bool>& equal, std::size_t i) const {
    const SlotCell& cell = cells_[u][i];
    const Range phrase =
        cell.word_class == WordClass::noun ? noun_phrase(u, equal, i) : cell.tokens;
    return {{unit(u).article, reading(u).document().span_of(phrase)}, cell.key};
  }

  // ---- what counts ----

  // Two articles and two words that are not light.
  static bool tells(TermSlot& slot) {
    static const Table kLight = table("light_words");
    auto& terms = slot.terms;
    sort_by(terms, [](const SlotTerm& x, const SlotTerm& y) { return x.place < y.place; });
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::erase_if(terms, [](const SlotTerm& t) { return kLight.has(t.key); });
    const auto differs = [&](auto&& of) {
      return std::any_of(terms.begin(), terms.end(),
                         [&](const SlotTerm& t) { return of(t) != of(terms[0]); });
    };
    return !terms.empty() && differs([](const SlotTerm& t) { return t.place.article; }) &&
           differs([](const SlotTerm& t) { return t.key; });
  }

  // Clauses can be in several facts: slots of one kind that share a place are one.
  static std::vector<TermSlot> merged(std::vector<TermSlot> slots) {
    std::map<Evidence, std::size_t> at[2];
    std::vector<TermSlot> out;
    for (TermSlot& slot : slots) {
      auto& known = at[static_cast<std::size_t>(slot.kind)];
      std::size_t into = out.size();
      for (const SlotTerm& t : slot.terms) {
        if (const auto found = known.find(t.place); found != known.end())
          into = std::min(into, found->second);
      }
      if (into == out.size()) {
        out.push_back(std::move(slot));
      } else {
        out[into].terms.insert(out[into].terms.end(), slot.terms.begin(), slot.terms.end());
        tells(out[into]);
      }
      for (const SlotTerm& t : out[into].terms) known.emplace(t.place, into);
    }
    return out;
  }

  const EventView& view_;
  const std::vector<Reading>& readings_;
  Meanings meanings_;
  std::vector<Cells> cells_;              // by unit
  std::vector<std::vector<Post>> posts_;  // by article's place
};

bool is_listed(std::string_view a, std::string_view b) {
  static const Table kSynonyms = table("synonyms");
  std::string_view rest = kSynonyms.find(a).field(0);
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    if (rest.substr(0, space) == b) return true;
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
  }
  return false;
}

}  // namespace

std::vector<Reading> read_event(const EventView& view) {
  std::vector<Reading> readings;
  readings.reserve(view.event.articles.size());
  for (const ArticleIndex a : view.event.articles) {
    readings.emplace_back(view.articles[a].document, view.articles[a].names);
  }
  return readings;
}

std::vector<TermSlot> find_term_slots(const EventView& view, const std::vector<Reading>& readings) {
  return SlotFinder(view, readings).run();
}

bool same_meaning(std::string_view a, std::string_view b) {
  if (a == b || is_listed(a, b) || is_listed(b, a)) return true;
  const std::size_t common = static_cast<std::size_t>(
      std::mismatch(a.begin(),
                    a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                    b.begin())
          .first -
      a.begin());
  return common >= 5 && common * 3 >= 2 * std::max(a.size(), b.size());
}

}  // namespace crossread
