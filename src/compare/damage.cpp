#include "compare/damage.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/one_of.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "tables/tables.h"
#include "text/lemma.h"

namespace crossread {
namespace {

constexpr Score kSamePlace = 500;  // two clauses that tell the same, but for a name
constexpr int kCommonTail = 42;    // level of the word glued to a name
constexpr std::size_t kScars = 2;
constexpr std::uint32_t kShortestOddWord = 4;
constexpr std::size_t kLongestEnding = 6;

bool is_scar(const Damage& d) {
  return d.kind == DamageKind::glued || d.kind == DamageKind::stray_mark;
}

// The document's own findings; a lost stop is listed there as a mark.
ScarKind scar_of(const Document& d, const Damage& damage) {
  switch (damage.kind) {
    case DamageKind::glued:
      return ScarKind::glued;
    case DamageKind::misspelt:
      return ScarKind::misspelt;
    case DamageKind::stray_mark: {
      const std::string_view words = d.text(damage.span);
      const bool longer = damage.repair.size() == words.size() + 1 && damage.repair.back() == '.';
      return longer ? ScarKind::lost_stop : ScarKind::stray_mark;
    }
    case DamageKind::lost_quote:
      return ScarKind::lost_quote;
    case DamageKind::odd_character:
      return ScarKind::odd_character;
  }
  return ScarKind::glued;
}

bool is_scarred(const Document& d) {
  return d.language == "en" && static_cast<std::size_t>(std::count_if(
                                   d.damage.begin(), d.damage.end(), is_scar)) >= kScars;
}

class DamageFinder {
 public:
  DamageFinder(const EventView& view, const std::vector<TermSlot>& slots)
      : view_(view), slots_(slots) {
    for (const ArticleIndex a : view.event.articles) {
      for (const NameMention& name : view.articles[a].names) {
        const Document& d = view.articles[a].document;
        for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i) {
          if (d.tokens[i].kind == TokenKind::word) names_[d.surface(d.tokens[i])].insert(a);
        }
      }
      const Document& d = view.articles[a].document;
      for (const Token& t : d.tokens) {
        if (t.kind == TokenKind::word) words_[d.folded(t)].insert(a);
      }
    }
  }

  std::vector<DamagedPlace> run() {
    for (const ArticleIndex a : view_.event.articles) {
      if (!is_scarred(view_.articles[a].document)) continue;
      glued_names(a);
      odd_words(a);
      lost_words(a);
      odd_ages(a);
      altered_names(a);
      mistranslations(a);
    }
    return std::move(out_);
  }

 private:
  const Document& document(ArticleIndex a) const { return view_.articles[a].document; }

  void add(ArticleIndex a, Span span, ScarKind kind, std::string repair) {
    out_.push_back({{a, span}, kind, std::move(repair)});
  }

  static bool known(std::string_view folded) {
    return word_rank(folded).known() || word_rank(lemma_of(folded)).known() ||
           word_rank(fold_accents(folded)).known();
  }

  // Somebody else has it too.
  template <class Map>
  static bool elsewhere(const Map& map, std::string_view word, ArticleIndex a) {
    const auto found = map.find(word);
    return found != map.end() && (found->second.size() > 1 || found->second.count(a) == 0);
  }

  void glued_names(ArticleIndex a) {
    const Document& d = document(a);
    for (const Token& t : d.tokens) {
      if (t.kind != TokenKind::word || t.casing != Casing::capitalised || known(d.folded(t)))
        continue;
      const std::string_view word = d.surface(t);
      if (elsewhere(names_, word, a)) continue;
      for (std::uint32_t at = 3; at + 3 <= word.size(); ++at) {
        if (!on_border(word, at) || !elsewhere(names_, word.substr(0, at), a)) continue;
        const WordRank tail = word_rank(word.substr(at));
        if (!tail.plain() || tail.level > kCommonTail) continue;
        add(a, t.span, ScarKind::glued,
            std::string(word.substr(0, at)) + " " + std::string(word.substr(at)));
        break;
      }
    }
  }

  bool in_name(ArticleIndex a, Span span) const {
    const auto& names = view_.articles[a].names;
    return std::any_of(names.begin(), names.end(),
                       [&](const NameMention& n) { return n.span.overlaps(span); });
  }

  // "boundless", "hobbyists": made of English by its rules, and rare for no fault of the text.
  static bool is_made(std::string_view word) {
    static const Table kEndings = table("english_endings");
    for (std::size_t n = 2; n <= kLongestEnding && n + 3 <= word.size(); ++n) {
      if (kEndings.has(word.substr(word.size() - n))) return true;
    }
    return false;
  }

  // "is expected be clear".
  void lost_words(ArticleIndex a) {
    const Document& d = document(a);
    for (std::uint32_t i = 0; i + 2 < d.tokens.size(); ++i) {
      const bool finite = is_one_of(d.folded(d.tokens[i]), {"is", "are", "was", "were"});
      if (!finite || !d.folded(d.tokens[i + 1]).ends_with("ed") ||
          d.folded(d.tokens[i + 2]) != "be")
        continue;
      add(a, d.tokens[i + 2].span, ScarKind::lost_word, "to be");
    }
  }

  // "Rui Tavares of 58 years", "Ardelean, of 63 years": an age as other languages put it.
  void odd_ages(ArticleIndex a) {
    const Document& d = document(a);
    for (const NameMention& who : view_.articles[a].names) {
      std::uint32_t i = who.tokens.last;
      if (who.type != NameType::person || i + 3 >= d.tokens.size()) continue;
      if (d.folded(d.tokens[i]) == ",") ++i;
      if (i + 2 >= d.tokens.size() || d.folded(d.tokens[i]) != "of" ||
          d.tokens[i + 1].kind != TokenKind::number)
        continue;
      if (!d.folded(d.tokens[i + 2]).starts_with("years")) continue;
      add(a, {d.tokens[i].span.begin, d.tokens[i + 2].span.end}, ScarKind::mistranslated,
          "aged " + std::string(d.surface(d.tokens[i + 1])));
    }
  }

  void odd_words(ArticleIndex a) {
    const Document& d = document(a);
    for (std::uint32_t i = 1; i + 1 < d.tokens.size(); ++i) {
      const Token& t = d.tokens[i];
      if (t.kind != TokenKind::word || t.casing != Casing::lower ||
          t.span.size() < kShortestOddWord)
        continue;
      if (known(d.folded(t)) || is_made(d.folded(t)) || elsewhere(words_, d.folded(t), a) ||
          in_name(a, t.span))
        continue;
      const std::string_view text = d.article.text;
      const auto joined = [&](std::size_t at) {
        return at < text.size() && (text[at] == '-' || text[at] == '/');
      };
      if (joined(t.span.end) || (t.span.begin > 0 && joined(t.span.begin - 1))) continue;
      if (t.glued || d.tokens[i + 1].glued) continue;
      add(a, t.span, ScarKind::odd_word, "");
    }
  }

  // ---- names ----

  struct Naming {
    std::uint32_t mention = 0;
    CrossEntityId entity;
  };

  // Names of a clause whose entity the other article does not have.
  std::vector<Naming> own_names(const Unit& unit, ArticleIndex other) const {
    const Analysis& analysis = view_.analysis(unit);
    const Range tokens = view_.statement(unit).tokens;
    std::vector<Naming> out;
    for (std::uint32_t n = 0; n < analysis.names.size(); ++n) {
      if (!tokens.contains(analysis.names[n].tokens)) continue;
      const CrossEntityId id = view_.links.of(unit.article, analysis.entities.of_mention[n]);
      if (!id.valid() || view_.links.entities[id.value].type == NameType::norp) continue;
      const auto& mentions = view_.links.entities[id.value].mentions;
      if (std::none_of(mentions.begin(), mentions.end(),
                       [&](const Evidence& e) { return e.article == other; })) {
        out.push_back({n, id});
      }
    }
    return out;
  }

  bool alone(CrossEntityId id, ArticleIndex a) const {
    const auto& mentions = view_.links.entities[id.value].mentions;
    return std::all_of(mentions.begin(), mentions.end(),
                       [&](const Evidence& e) { return e.article == a; });
  }

  static std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
  }

  // May stand for one another: one sort of name; people only with a shared last name.
  bool may_answer(CrossEntityId x, CrossEntityId y) const {
    const CrossEntity& a = view_.links.entities[x.value];
    const CrossEntity& b = view_.links.entities[y.value];
    const bool people = a.type == NameType::person;
    if (a.type != b.type) return false;
    if (!people) return true;
    return a.name != b.name && last_word(a.name) == last_word(b.name) &&
           last_word(a.name) != a.name && last_word(b.name) != b.name;
  }

  void altered_names(ArticleIndex a) {
    std::map<CrossEntityId, std::map<CrossEntityId, std::set<ArticleIndex>>> votes;
    for (std::uint32_t u = 0; u < view_.terms.units.size(); ++u) {
      const Unit& here = view_.terms.units[u];
      if (here.article != a) continue;
      for (const Edge& edge : view_.graph.of[u]) {
        const Unit& there = view_.terms.units[edge.to];
        if (there.article == a || edge.score < kSamePlace) continue;
        std::vector<Naming> x = own_names(here, there.article), y = own_names(there, a);
        std::erase_if(x, [&](const Naming& n) { return !alone(n.entity, a); });
        for (const Naming& p : x) {
          const Naming* answer = nullptr;
          std::size_t answers = 0, rivals = 0;
          for (const Naming& q : y) {
            if (may_answer(p.entity, q.entity)) answer = &q, ++answers;
          }
          if (answers != 1) continue;
          for (const Naming& p2 : x) rivals += may_answer(p2.entity, answer->entity) ? 1 : 0;
          if (rivals == 1) votes[p.entity][answer->entity].insert(there.article);
        }
      }
    }
    for (const auto& [id, answers] : votes) {
      const auto best = std::max_element(
          answers.begin(), answers.end(),
          [](const auto& x, const auto& y) { return x.second.size() < y.second.size(); });
      for (const Evidence& e : view_.links.entities[id.value].mentions) {
        add(a, e.span, ScarKind::altered_name, view_.links.entities[best->first.value].name);
      }
    }
  }

  // ---- words ----

  // Where two other articles have one word, and this one has one that nobody else has anywhere.
  void mistranslations(ArticleIndex a) {
    for (const TermSlot& slot : slots_) {
      if (slot.kind == TermSlot::Kind::deed) continue;  // a verb can be put in many ways
      std::map<std::string_view, std::set<ArticleIndex>> others;
      for (const SlotTerm& t : slot.terms) {
        if (t.place.article != a) others[t.key].insert(t.place.article);
      }
      const auto most = std::max_element(
          others.begin(), others.end(),
          [](const auto& x, const auto& y) { return x.second.size() < y.second.size(); });
      if (most == others.end() || most->second.size() < 2) continue;
      for (const SlotTerm& t : slot.terms) {
        if (t.place.article != a || others.count(t.key) != 0) continue;
        const bool meant = std::any_of(others.begin(), others.end(),
                                       [&](const auto& o) { return same_meaning(t.key, o.first); });
        if (meant || elsewhere(words_, t.key, a)) continue;
        const auto right = std::find_if(
            slot.terms.begin(), slot.terms.end(),
            [&](const SlotTerm& o) { return o.place.article != a && o.key == most->first; });
        add(a, t.place.span, ScarKind::mistranslated,
            std::string(document(right->place.article).text(right->place.span)));
      }
    }
  }

  const EventView& view_;
  const std::vector<TermSlot>& slots_;
  std::map<std::string_view, std::set<ArticleIndex>> names_;  // words of names, as written
  std::map<std::string_view, std::set<ArticleIndex>> words_;  // words, folded
  std::vector<DamagedPlace> out_;
};

// The speaker's own words without marks, as one span where it is short enough to show.
void add_lost_quotes(const EventView& view, const std::vector<std::vector<QuoteMember>>& quotes,
                     std::vector<DamagedPlace>& out) {
  for (const auto& group : quotes) {
    for (const QuoteMember& m : group) {
      const Document& d = view.articles[m.article].document;
      if (m.change != QuoteChange::marks_lost || !is_scarred(d)) continue;
      for (const Span piece : view.articles[m.article].quotes[m.quote].content) {
        if (piece.size() > kMostEvidence) continue;
        out.push_back(
            {{m.article, piece}, ScarKind::lost_quote, "“" + std::string(d.text(piece)) + "”"});
      }
    }
  }
}

}  // namespace

std::vector<DamagedPlace> damage_by_others(const EventView& view,
                                           const std::vector<TermSlot>& slots,
                                           const std::vector<std::vector<QuoteMember>>& quotes) {
  std::vector<DamagedPlace> out = DamageFinder(view, slots).run();
  add_lost_quotes(view, quotes, out);
  return out;
}

std::vector<DamagedPlace> all_damage(const std::vector<Analysis>& articles,
                                     std::vector<DamagedPlace> found) {
  std::vector<DamagedPlace> all;
  for (ArticleIndex a = 0; a < articles.size(); ++a) {
    const Document& d = articles[a].document;
    for (const Damage& damage : d.damage)
      all.push_back({{a, damage.span}, scar_of(d, damage), damage.repair});
  }
  for (DamagedPlace& damaged : found) {
    const bool told = damaged.kind != ScarKind::lost_quote &&
                      std::any_of(all.begin(), all.end(), [&](const DamagedPlace& p) {
                        return p.place.article == damaged.place.article &&
                               p.kind != ScarKind::lost_quote &&
                               p.place.span.overlaps(damaged.place.span);
                      });
    if (!told) all.push_back(std::move(damaged));
  }
  sort_by(all, [](const DamagedPlace& x, const DamagedPlace& y) { return x.place < y.place; });
  return all;
}

}  // namespace crossread
