#include "compare/facts.h"

#include <algorithm>
#include <map>

#include "base/number.h"

namespace crossread {
namespace {

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

double units_of(Weight weight) { return static_cast<double>(weight) / kFixedOne; }

}  // namespace

std::vector<std::uint32_t> places_of(const EventView& view,
                                     const std::vector<std::uint32_t>& group) {
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

std::vector<std::uint32_t> add_groups(const Groups& more, Groups& groups, Groups& groups_of) {
  std::vector<std::uint32_t> place;
  for (const auto& group : more) {
    std::uint32_t home = Id<void>::kNone;
    for (const std::uint32_t g : groups_of[group.front()]) {
      const bool inside =
          std::includes(groups[g].begin(), groups[g].end(), group.begin(), group.end());
      const bool holds =
          std::includes(group.begin(), group.end(), groups[g].begin(), groups[g].end());
      if ((inside || holds) && home == Id<void>::kNone) home = g;
    }
    if (home == Id<void>::kNone) {
      home = static_cast<std::uint32_t>(groups.size());
      groups.emplace_back();
    }
    for (const std::uint32_t u : group) {
      if (std::binary_search(groups[home].begin(), groups[home].end(), u)) continue;
      groups[home].insert(std::lower_bound(groups[home].begin(), groups[home].end(), u), u);
      groups_of[u].push_back(home);
    }
    place.push_back(home);
  }
  return place;
}

std::vector<Fact> make_facts(const EventView& view, const Lines& lines) {
  std::vector<Fact> facts;
  std::vector<std::uint32_t> first_sentence(view.articles.size(), Id<void>::kNone);
  for (const Unit& sentence : view.terms.sentences) {
    first_sentence[sentence.article] =
        std::min(first_sentence[sentence.article], sentence.sentence);
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
    const double support =
        fact.origins + 0.3 * static_cast<double>(places.size() - std::min<std::size_t>(
                                                                     places.size(), fact.origins));
    fact.importance =
        (support - 0.6) * (1 + 0.5 * place / n) * std::min(3.0, units_of(weight) / n / 8);
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::vector<TimelineEntry> make_timeline(const EventView& view) {
  std::map<std::pair<Day, Day>, std::map<std::string, std::vector<Evidence>>> by_days;
  for (const ArticleIndex a : view.event.articles) {
    const Analysis& analysis = view.articles[a];
    for (const TimeMention& time : analysis.times) {
      if (!time.days.known() || time.type == TimeType::set || time.type == TimeType::duration ||
          time.stale)
        continue;
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
