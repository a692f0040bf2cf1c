#include "compare/facts.h"

#include <algorithm>
#include <map>

#include "base/number.h"

namespace crossread {
namespace {

constexpr Weight kAnchorWeight = 2 * kFixedOne;    // lighter names and figures prove nothing
constexpr std::uint32_t kShortShare = 3;           // an article under a third of the median is too short
constexpr double kLeastImportance = 1.0;

std::uint32_t lines_of(const Lines& lines, const std::vector<std::uint32_t>& places) {
  std::uint32_t n = 0;
  for (const auto& line : lines) {
    const bool has = std::any_of(line.begin(), line.end(), [&](std::uint32_t p) {
      return std::find(places.begin(), places.end(), p) != places.end();
    });
    n += has ? 1 : 0;
  }
  return n;
}

std::vector<std::uint32_t> places_of(const EventView& view, const std::vector<std::uint32_t>& group) {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t u : group) {
    const auto& articles = view.event.articles;
    const auto at = std::lower_bound(articles.begin(), articles.end(), view.terms.units[u].article);
    places.push_back(static_cast<std::uint32_t>(at - articles.begin()));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

double units_of(Weight weight) { return static_cast<double>(weight) / kFixedOne; }

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
    for (const ArticleIndex a : view.event.articles) sizes.push_back(view.articles[a].document.tokens.size());
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

}  // namespace

std::vector<Fact> make_facts(const EventView& view, const Lines& lines) {
  std::vector<Fact> facts;
  std::vector<std::uint32_t> first_sentence(view.articles.size(), Id<void>::kNone);
  for (const Unit& sentence : view.terms.sentences) {
    first_sentence[sentence.article] = std::min(first_sentence[sentence.article], sentence.sentence);
  }
  for (const auto& group : view.groups) {
    Fact fact;
    double place = 0;
    Weight weight = 0;
    for (const std::uint32_t u : group) {
      const Unit& unit = view.terms.units[u];
      fact.members.push_back({unit.article, unit.statement});
      place += 1.0 / (1.0 + (unit.sentence - first_sentence[unit.article]));
      weight += unit.weight;
    }
    std::sort(fact.members.begin(), fact.members.end());
    const auto n = static_cast<double>(group.size());
    const std::vector<std::uint32_t> places = places_of(view, group);
    fact.origins = std::max(1U, lines_of(lines, places));
    fact.verdict = places.size() > 1 ? Verdict::same : Verdict::only;
    // A copy counts for a little: two papers that print one agency text are not one paper.
    const double support = fact.origins + 0.3 * static_cast<double>(places.size() - std::min<std::size_t>(places.size(), fact.origins));
    fact.importance = (support - 0.6) * (1 + 0.5 * place / n) * std::min(3.0, units_of(weight) / n / 8);
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::vector<Omission> find_omissions(const EventView& view, const std::vector<Fact>& facts) {
  std::vector<Omission> out;
  if (view.event.articles.size() < 3) return out;
  const Absence absence(view);
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
      if (std::binary_search(places.begin(), places.end(), p) || !absence.may_be_accused(a)) continue;
      if (later(view.articles[a], view.articles[teller.article]) > 0) continue;  // it stood there before
      const Score near = absence.nearest(a, view.groups[g]);
      if (near >= 450 || absence.mentions_all(a, anchors)) continue;
      Omission omission;
      omission.fact = FactId{g};
      const Span clause = view.statement(teller).span;
      omission.told = {teller.article, evidence_around(view.analysis(teller).document, clause, clause)};
      omission.missing_in = a;
      omission.confidence = 0.9 - near / 1500.0;
      out.push_back(omission);
    }
  }
  return out;
}

std::vector<TimelineEntry> make_timeline(const EventView& view) {
  std::map<std::pair<Day, Day>, std::map<std::string, std::vector<Evidence>>> by_days;
  for (const ArticleIndex a : view.event.articles) {
    const Analysis& analysis = view.articles[a];
    for (const TimeMention& time : analysis.times) {
      if (!time.days.known() || time.type == TimeType::set || time.type == TimeType::duration || time.stale) continue;
      if (time.value.find("_REF") != std::string::npos) continue;
      by_days[{time.days.low, time.days.high}][time.value].push_back({a, time.span});
    }
  }
  std::vector<TimelineEntry> out;
  for (auto& [days, by_value] : by_days) {
    TimelineEntry entry;
    entry.days = {days.first, days.second};
    std::size_t most = 0;
    for (auto& [value, members] : by_value) {
      if (members.size() > most) most = members.size(), entry.value = value;
      entry.members.insert(entry.members.end(), members.begin(), members.end());
    }
    std::sort(entry.members.begin(), entry.members.end());
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace crossread
