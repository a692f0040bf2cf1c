// Part of digest_parts.h: the event's names, dates, people and places.
#include <map>
#include <set>

#include "base/calendar.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "report/digest_parts.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxDates = 20, kMaxNames = 30, kMaxRoles = 4;

}  // namespace

void add_event(const Comparison& c, Digest& out) {
  std::vector<std::pair<std::size_t, std::uint32_t>> spread;  // articles, entity
  for (std::uint32_t i = 0; i < c.entities.size(); ++i) {
    const NameType type = c.entities[i].type;
    if (type != NameType::person && type != NameType::location && type != NameType::organization)
      continue;
    std::set<ArticleIndex> in;
    for (const Evidence& e : c.entities[i].mentions) in.insert(e.article);
    if (in.size() * 2 > c.articles.size())
      spread.push_back({in.size() * 1000 + c.entities[i].mentions.size(), i});
  }
  sort_by(spread, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  // Two people, then the two other names that most articles have.
  std::string people, others;
  int persons = 0, rest = 0;
  for (const auto& [weight, index] : spread) {
    const CrossEntity& entity = c.entities[index];
    const bool person = entity.type == NameType::person;
    if ((person ? persons : rest)++ >= 2) continue;
    std::string& list = person ? people : others;
    list += (list.empty() ? "" : " · ") + printable(entity.name);
  }
  out.event = people + (people.empty() || others.empty() ? "" : " · ") + others;
  const Fact* most = nullptr;
  for (const Fact& fact : c.facts) {
    const std::size_t here = sources_of(fact).size();
    if (here >= 2 && (most == nullptr || here > sources_of(*most).size())) most = &fact;
  }
  if (most != nullptr) out.lead = digest_of(c, *most);
}

void add_dates(const Comparison& c, Digest& out) {
  for (const TimelineEntry& entry : c.timeline) {
    DigestDate date;
    // Weeks and centuries are no words for people; their days are.
    const bool coded = entry.value.size() < 4 || entry.value.find('W') != std::string::npos;
    date.when = plain_date(coded && entry.days.known()
                               ? iso_date(entry.days.low) + "/" + iso_date(entry.days.high)
                               : entry.value);
    for (const Evidence& e : entry.members) {
      const bool known = std::any_of(date.words.begin(), date.words.end(),
                                     [&](const Excerpt& p) { return p.article == e.article; });
      if (!known) date.words.push_back({e.article, words_at(c, e), {}});
    }
    out.dates.push_back(std::move(date));
  }
  out.more_dates = cut(out.dates, kMaxDates);
}

void add_names(const Comparison& c, Digest& out) {
  for (const CrossEntity& entity : c.entities) {
    DigestName name;
    name.type = std::string(name_type_code(entity.type));
    name.name = printable(entity.name);
    for (const Evidence& e : entity.mentions) add_once(name.sources, e.article);
    std::sort(name.sources.begin(), name.sources.end());
    std::map<std::string, std::pair<std::size_t, std::vector<ArticleIndex>>>
        roles;  // folded → order, sources
    for (const Evidence& e : entity.roles) {
      const std::string key = fold(words_at(c, e));
      const auto [at, fresh] =
          roles.try_emplace(key, name.roles.size(), std::vector<ArticleIndex>());
      if (fresh) name.roles.emplace_back(words_at(c, e), std::vector<ArticleIndex>());
      add_once(name.roles[at->second.first].second, e.article);
    }
    sort_by(name.roles,
            [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    cut(name.roles, kMaxRoles);
    if (!name.sources.empty()) out.names.push_back(std::move(name));
  }
  sort_by(out.names, [](const DigestName& a, const DigestName& b) {
    return a.sources.size() > b.sources.size();
  });
  out.more_names = cut(out.names, kMaxNames);
  // The widest spread are kept; people, then places, then bodies are shown.
  const auto rank_of = [](const DigestName& n) {
    constexpr std::string_view kOrder[] = {"PER",     "LOC",  "ORG", "FAC", "EVENT",
                                           "PRODUCT", "WORK", "LAW", "NORP"};
    return std::find(std::begin(kOrder), std::end(kOrder), n.type) - std::begin(kOrder);
  };
  sort_by(out.names,
          [&](const DigestName& a, const DigestName& b) { return rank_of(a) < rank_of(b); });
}

}  // namespace crossread
