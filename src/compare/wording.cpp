#include "compare/wording.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/sort.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestTerm = 100;  // bytes
constexpr std::uint32_t kDoerReach = 12;     // tokens from a passive to its "by"

struct WeighedWording {
  Wording wording;
  std::size_t articles = 0;
  std::size_t words = 0;
  std::size_t uses = 0;  // different words, counted once an article

  // One thing has one or two words in an article; a place with more holds several things.
  bool tells() const { return articles >= 2 && words >= 2 && 2 * uses <= 3 * articles; }
};

WeighedWording weighed(Wording wording, const std::vector<std::string>& keys) {
  WeighedWording out;
  std::set<ArticleIndex> articles;
  for (const Evidence& term : wording.terms) articles.insert(term.article);
  out.articles = articles.size();
  std::set<std::pair<ArticleIndex, std::string_view>> uses;
  for (std::size_t i = 0; i < keys.size(); ++i) uses.emplace(wording.terms[i].article, keys[i]);
  out.uses = uses.size();
  out.words = std::set<std::string>(keys.begin(), keys.end()).size();
  out.wording = std::move(wording);
  return out;
}

std::string term_text(const EventView& view, const Evidence& term) {
  return std::string(view.articles[term.article].document.text(term.span));
}

// The words most terms share: of the commonest head the first form.
std::string commonest(const EventView& view, const TermSlot& slot) {
  std::map<std::string_view, std::size_t> count;
  for (const SlotTerm& t : slot.terms) ++count[t.key];
  const SlotTerm* best = &slot.terms.front();
  for (const SlotTerm& t : slot.terms) {
    if (count[t.key] > count[best->key]) best = &t;
  }
  return term_text(view, best->place);
}

// Roles and descriptions of one name, where the articles do not all use the same.
void add_naming(const EventView& view, std::vector<WeighedWording>& out) {
  for (const CrossEntity& entity : view.links.entities) {
    Wording wording{entity.name, {}};
    std::vector<std::string> keys;
    for (const Evidence& role : entity.roles) {
      if (!std::binary_search(view.event.articles.begin(), view.event.articles.end(), role.article))
        continue;
      if (role.span.size() > kLongestTerm) continue;
      wording.terms.push_back(role);
      keys.push_back(fold_accents(term_text(view, role)));
    }
    WeighedWording row = weighed(std::move(wording), keys);
    std::sort(row.wording.terms.begin(), row.wording.terms.end());
    if (row.articles >= 2 && row.words >= 2) out.push_back(std::move(row));
  }
}

}  // namespace

std::vector<Wording> find_wording(const EventView& view, const std::vector<TermSlot>& slots) {
  std::vector<WeighedWording> rows;
  for (const TermSlot& slot : slots) {
    Wording wording{commonest(view, slot), {}};
    std::vector<std::string> keys;
    for (const SlotTerm& t : slot.terms) {
      if (t.place.span.size() > kLongestTerm) continue;
      wording.terms.push_back(t.place);
      keys.push_back(t.key);
    }
    rows.push_back(weighed(std::move(wording), keys));
  }
  add_naming(view, rows);
  sort_by(rows, [](const WeighedWording& a, const WeighedWording& b) {
    return std::tuple(a.articles, a.words) > std::tuple(b.articles, b.words);
  });
  std::vector<Wording> out;
  for (WeighedWording& row : rows) {
    if (row.tells()) out.push_back(std::move(row.wording));
  }
  return out;
}

Reporting find_reporting(const Analysis& analysis, ArticleIndex article, const Reading& reading) {
  static const Table kCertainty = table("certainty_words");
  Reporting out;
  std::map<CueStrength, std::vector<Evidence>> verbs;
  for (const Quote& quote : analysis.quotes) {
    if (!quote.cue.empty()) verbs[quote.strength].push_back({article, quote.cue.front()});
  }
  for (auto& [strength, places] : verbs) out.verbs.push_back({strength, std::move(places)});
  for (const Statement& s : analysis.statements) {
    for (std::uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      if (reading.token(i).kind != TokenKind::word) continue;
      if (kCertainty.find(reading.word(i)).field(0) != "weak") continue;
      // The month and the noun: "in May", "the link road".
      if (reading.nominal(i)) continue;
      out.hedges.push_back({article, reading.token(i).span});
    }
    const std::uint32_t p = s.predicate;
    if (!s.tokens.contains(p) || reading.word_class(p) != WordClass::verb_participle) continue;
    std::uint32_t first = p;
    bool passive = false;
    while (first > s.tokens.first &&
           (reading.auxiliary(first - 1) || reading.word_class(first - 1) == WordClass::adverb)) {
      --first;
      passive = passive || reading.any(first, {"was", "were", "is", "are", "be", "been", "being"});
    }
    bool doer = false;
    for (std::uint32_t i = p + 1; i < s.tokens.last && i - p < kDoerReach; ++i)
      doer = doer || reading.is(i, "by");
    if (passive && !doer)
      out.agentless.push_back({article, reading.document().span_of({first, p + 1})});
  }
  return out;
}

}  // namespace crossread
