#include "compare/omission.h"

#include <algorithm>
#include <map>

#include "base/number.h"
#include "base/sort.h"
#include "compare/certainty.h"
#include "compare/facts.h"
#include "compare/retold.h"

namespace crossread {
namespace {

constexpr Weight kAnchorWeight = 2 * kFixedOne;  // lighter names and figures prove nothing
constexpr std::uint32_t kShortShare = 3;  // an article under a third of the median is too short
constexpr double kLeastImportance = 1.0;
constexpr Score kNearEnough = 250;             // a clause of the article that may well be it
constexpr Score kAlignedClause = 500;          // two clauses that tell the same thing
constexpr Score kTiedSentence = 300;           // a sentence with such an edge is told
constexpr std::size_t kMostFollowed = 4;       // articles that one is held to retell
constexpr std::int32_t kCloseRetelling = 500;  // and to be held to its hedges
constexpr std::int32_t kLeastKept = 300;  // thousandths of words that a retelling keeps, at least

// Names and figures that at least half of the group's articles give.
std::vector<Term> anchors_of(const EventView& view, const std::vector<std::uint32_t>& group) {
  std::map<Term, std::uint32_t> count;
  for (const std::uint32_t u : group) {
    for (const Term t : view.terms.units[u].terms) {
      const TermInfo& info = view.terms.terms[t];
      if (info.kind != TermKind::word && info.weight >= kAnchorWeight) ++count[t];
    }
  }
  std::vector<Term> anchors;
  for (const auto& [term, n] : count) {
    if (2 * n >= group.size()) anchors.push_back(term);
  }
  return anchors;
}

class Absence {
 public:
  explicit Absence(const EventView& view) : view_(view) {
    std::vector<std::size_t> sizes;
    for (const ArticleIndex a : view.event.articles)
      sizes.push_back(view.articles[a].document.tokens.size());
    std::sort(sizes.begin(), sizes.end());
    median_ = sizes.empty() ? 0 : sizes[sizes.size() / 2];
    held_.resize(view.articles.size());
    for (const Unit& sentence : view.terms.sentences) {
      auto& held = held_[sentence.article];
      held.insert(held.end(), sentence.terms.begin(), sentence.terms.end());
    }
    for (auto& held : held_) {
      std::sort(held.begin(), held.end());
      held.erase(std::unique(held.begin(), held.end()), held.end());
    }
  }

  // Could this article have told it, as far as its form goes?
  bool may_be_accused(ArticleIndex a) const {
    const Document& d = view_.articles[a].document;
    return !d.stub && d.language == "en" && d.tokens.size() * kShortShare >= median_;
  }
  // Every name and figure of the fact stands somewhere in the article.
  bool mentions_all(ArticleIndex a, const std::vector<Term>& anchors) const {
    if (anchors.empty()) return false;
    return std::all_of(anchors.begin(), anchors.end(), [&](Term t) {
      return std::binary_search(held_[a].begin(), held_[a].end(), t);
    });
  }
  // Highest score of any clause of the article with any of the group.
  Score nearest(ArticleIndex a, const std::vector<std::uint32_t>& group) const {
    Score best = 0;
    for (const std::uint32_t u : group) {
      for (const Edge& e : view_.graph.of[u]) {
        if (view_.terms.units[e.to].article == a) best = std::max(best, e.score);
      }
    }
    return best;
  }

 private:
  const EventView& view_;
  std::size_t median_ = 0;
  std::vector<std::vector<Term>> held_;  // by article
};

// The member that tells it best: the heaviest clause that is no title.
std::uint32_t best_member(const EventView& view, const std::vector<std::uint32_t>& group) {
  std::uint32_t best = group.front();
  for (const std::uint32_t u : group) {
    const Unit& unit = view.terms.units[u];
    const Unit& so_far = view.terms.units[best];
    if (unit.in_title != so_far.in_title ? so_far.in_title : unit.weight > so_far.weight) best = u;
  }
  return best;
}

void find_missing_facts(const EventView& view, const std::vector<Fact>& facts,
                        const Absence& absence, std::vector<Omission>& out) {
  for (std::uint32_t g = 0; g < view.groups.size(); ++g) {
    const std::vector<std::uint32_t> places = places_of(view, view.groups[g]);
    if (facts[g].origins < 2 || 2 * places.size() < view.event.articles.size() ||
        facts[g].importance < kLeastImportance) {
      continue;
    }
    const std::vector<Term> anchors = anchors_of(view, view.groups[g]);
    const Unit& teller = view.terms.units[best_member(view, view.groups[g])];
    for (std::uint32_t p = 0; p < view.event.articles.size(); ++p) {
      const ArticleIndex a = view.event.articles[p];
      if (std::binary_search(places.begin(), places.end(), p) || !absence.may_be_accused(a))
        continue;
      if (later(view.articles[a], view.articles[teller.article]) > 0)
        continue;  // it stood there before
      const Score near = absence.nearest(a, view.groups[g]);
      if (near >= kNearEnough || absence.mentions_all(a, anchors)) continue;
      Omission omission;
      omission.fact = FactId{g};
      const Span clause = view.statement(teller).span;
      omission.told = {teller.article,
                       evidence_around(view.analysis(teller).document, clause, clause)};
      omission.missing_in = a;
      omission.confidence = 0.9 - near / 1500.0;
      out.push_back(omission);
    }
  }
}

// What one retelling leaves out of the article that it follows.
class Retold {
 public:
  Retold(const EventView& view, const Absence& absence, std::vector<Omission>& out)
      : view_(view),
        absence_(absence),
        out_(out),
        words_(view),
        units_(view.terms.sentences.size()) {
    for (std::uint32_t u = 0; u < view.terms.units.size(); ++u)
      units_[view.terms.units[u].sentence].push_back(u);
  }

  // Of what an article may follow, the few that it follows most closely.
  void look() {
    std::map<ArticleIndex, std::vector<const Retelling*>> followed;  // by the retelling article
    for (const Retelling& r : view_.graph.retellings) {
      if (may_follow(r.a, r.b)) followed[r.b].push_back(&r);
      if (may_follow(r.b, r.a)) followed[r.a].push_back(&r);
    }
    for (auto& [to, list] : followed) {
      sort_by(list, [](const Retelling* x, const Retelling* y) {
        return x->matches.size() > y->matches.size();
      });
      for (std::size_t i = 0; i < std::min(list.size(), kMostFollowed); ++i) {
        std::vector<Match> matches = list[i]->matches;
        if (list[i]->a == to) {
          for (Match& match : matches) std::swap(match.a, match.b);
        }
        look(list[i]->a == to ? list[i]->b : list[i]->a, to, matches);
      }
    }
  }

 private:
  // The longer one is followed, unless the days say otherwise.
  bool may_follow(ArticleIndex from, ArticleIndex to) const {
    const Analysis& a = view_.articles[from];
    const Analysis& b = view_.articles[to];
    return absence_.may_be_accused(to) && later(a, b) >= 0 &&
           a.document.tokens.size() > b.document.tokens.size();
  }

  void look(ArticleIndex from, ArticleIndex to, const std::vector<Match>& matches) {
    const RetoldWords words(view_, words_, from, to, matches, units_);
    if (words.kept() < kLeastKept) return;
    for (const Match& match : matches) {
      if (match.score == 0) continue;
      const bool in_title =
          view_.terms.sentences[match.a].in_title || view_.terms.sentences[match.b].in_title;
      for (const Span span : in_title ? std::vector<Span>{} : words.cut_clauses(match)) {
        add(OmissionKind::clause, from, span, to, words.place_of(match.b), match.a,
            0.45 + words.kept() / 2500.0);
      }
      look_at_hedge(from, to, match, words);
      look_at_attribution(from, to, match);
    }
    for (std::size_t i = 0; i + 1 < matches.size(); ++i) {
      for (std::uint32_t s = matches[i].a + 1; s < matches[i + 1].a; ++s) {
        const bool room = matches[i + 1].b - matches[i].b > 1;
        if (is_told(s, to) || (room && words.kept() < 2 * kLeastKept) || words.stands_anywhere(s))
          continue;
        if (absence_.mentions_all(to, anchors_of_sentence(s))) continue;
        add(OmissionKind::fact, from, words.place_of(s), to, {}, s, 0.4 + words.kept() / 2500.0);
      }
    }
  }

  std::vector<Term> anchors_of_sentence(std::uint32_t sentence) const {
    std::vector<Term> anchors;
    for (const Term t : view_.terms.sentences[sentence].terms) {
      const TermInfo& info = view_.terms.terms[t];
      if (info.kind != TermKind::word && info.weight >= kAnchorWeight) anchors.push_back(t);
    }
    return anchors;
  }

  bool is_told(std::uint32_t sentence, ArticleIndex article) const {
    return std::any_of(units_[sentence].begin(), units_[sentence].end(), [&](std::uint32_t u) {
      return std::any_of(view_.graph.of[u].begin(), view_.graph.of[u].end(), [&](const Edge& e) {
        return view_.terms.units[e.to].article == article && e.base >= kTiedSentence;
      });
    });
  }

  // "appeared to have won" retold as "has won".
  void look_at_hedge(ArticleIndex from, ArticleIndex to, const Match& match,
                     const RetoldWords& words) {
    if (match.score < kAlignedClause || words.kept() < kCloseRetelling) return;
    const Document& a = view_.articles[from].document;
    const Document& b = view_.articles[to].document;
    const Certainty told = certainty_of(a, words.tokens_of(match.a));
    const Certainty kept = certainty_of(b, words.tokens_of(match.b));
    const bool open =
        std::any_of(units_[match.b].begin(), units_[match.b].end(), [&](std::uint32_t v) {
          return view_.statement(view_.terms.units[v]).modality != Modality::fact;
        });
    if (!told.weak || kept.weak || open || in_name(from, told.words)) return;
    add(OmissionKind::hedge, from, told.words, to, words.place_of(match.b), match.a, 0.6);
  }

  // "the Green Cities Association" keeps nothing open.
  bool in_name(ArticleIndex article, Span words) const {
    const std::vector<NameMention>& names = view_.articles[article].names;
    return std::any_of(names.begin(), names.end(),
                       [&](const NameMention& n) { return n.span.contains(words); });
  }

  // What somebody says in one is plain fact in the other.
  void look_at_attribution(ArticleIndex from, ArticleIndex to, const Match& match) {
    for (const std::uint32_t v : units_[match.b]) {
      if (view_.statement(view_.terms.units[v]).quote.valid()) return;
    }
    for (const std::uint32_t u : units_[match.a]) {
      const QuoteId id = view_.statement(view_.terms.units[u]).quote;
      if (!id.valid()) continue;
      const Quote& quote = view_.articles[from].quotes[id.value];
      if (quote.direct || quote.source.empty() || quote.cue.empty()) continue;
      for (const Edge& e : view_.graph.of[u]) {
        if (view_.terms.units[e.to].sentence != match.b || e.base < kAlignedClause) continue;
        add(OmissionKind::attribution, from, cover(quote.source.front(), quote.cue.front()), to,
            view_.statement(view_.terms.units[e.to]).span, match.a, 0.6);
        return;
      }
    }
  }

  void add(OmissionKind kind, ArticleIndex from, Span told, ArticleIndex to, Span at,
           std::uint32_t sentence, double confidence) {
    std::uint32_t unit = units_[sentence].front();
    for (const std::uint32_t u : units_[sentence]) {
      if (view_.statement(view_.terms.units[u]).span.begin <= told.begin) unit = u;
    }
    if (view_.groups_of[unit].empty()) return;
    const Document& d = view_.articles[from].document;
    Omission omission;
    omission.kind = kind;
    omission.fact = FactId{view_.groups_of[unit].front()};
    omission.told = {from, evidence_around(d, told, told)};
    omission.missing_in = to;
    omission.at = at.empty() ? at : evidence_around(view_.articles[to].document, at, at);
    omission.confidence = std::min(0.95, confidence);
    out_.push_back(omission);
  }

  const EventView& view_;
  const Absence& absence_;
  std::vector<Omission>& out_;
  EventWords words_;
  std::vector<std::vector<std::uint32_t>> units_;  // by sentence
};

// People whom two articles quote; who does not know them hears one voice less.
void find_missing_voices(const EventView& view, const Absence& absence,
                         std::vector<Omission>& out) {
  struct Voice {
    std::vector<ArticleIndex> articles;
    Evidence told;
    FactId fact;
    std::uint32_t unit = Id<void>::kNone;
    bool direct = false;
  };
  std::map<std::uint32_t, Voice> voices;
  for (std::uint32_t u = 0; u < view.terms.units.size(); ++u) {
    const Unit& unit = view.terms.units[u];
    const Analysis& analysis = view.analysis(unit);
    const QuoteId id = view.statement(unit).quote;
    if (!id.valid() || view.groups_of[u].empty()) continue;
    const Quote& quote = analysis.quotes[id.value];
    if (!quote.speaker.valid() || quote.content.empty()) continue;
    const CrossEntityId speaker = view.links.of(unit.article, quote.speaker);
    if (!speaker.valid() || view.links.entities[speaker.value].type != NameType::person) continue;
    Voice& voice = voices[speaker.value];
    if (voice.articles.empty() || voice.articles.back() != unit.article)
      voice.articles.push_back(unit.article);
    if (voice.articles.size() == 1 ? (voice.told.span.empty() || (quote.direct && !voice.direct))
                                   : quote.direct && !voice.direct) {
      const Span all = cover(quote.content.front(), quote.content.back());
      voice.told = {unit.article, evidence_around(analysis.document, all, all)};
      voice.fact = FactId{view.groups_of[u].front()};
      voice.direct = quote.direct;
      voice.unit = u;
    }
  }
  for (const auto& [speaker, voice] : voices) {
    if (voice.articles.size() < 2) continue;
    const std::uint32_t entity = speaker;  // a binding is not captured
    for (const ArticleIndex a : view.event.articles) {
      const auto& known = view.links.of_article[a];
      const bool knows = std::any_of(known.begin(), known.end(), [&](CrossEntityId id) {
        return id.valid() && id.value == entity;
      });
      if (absence.nearest(a, {voice.unit}) >= kNearEnough) continue;  // told, if by another mouth
      if (knows || !absence.may_be_accused(a) ||
          later(view.articles[a], view.articles[voice.told.article]) > 0)
        continue;
      Omission omission;
      omission.kind = OmissionKind::voice;
      omission.fact = voice.fact;
      omission.told = voice.told;
      omission.missing_in = a;
      omission.confidence = 0.8;
      out.push_back(omission);
    }
  }
}

}  // namespace

std::vector<Omission> find_omissions(const EventView& view, const std::vector<Fact>& facts) {
  std::vector<Omission> out;
  const Absence absence(view);
  if (view.event.articles.size() >= 3) {
    find_missing_facts(view, facts, absence, out);
    find_missing_voices(view, absence, out);
  }
  Retold retold(view, absence, out);
  retold.look();
  return out;
}

}  // namespace crossread
