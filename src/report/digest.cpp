#include "report/digest.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/calendar.h"
#include "base/utf8.h"
#include "report/descent.h"
#include "report/figure_words.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxDifferences = 40, kMaxFigures = 24, kMaxShared = 16, kMaxOwn = 6,
                      kMaxQuotes = 12, kMaxDates = 20, kMaxNames = 30, kMaxRoles = 4,
                      kMaxPassages = 4;

// Cuts a list to `limit` and tells how much went.
template <class T>
std::uint32_t cut(std::vector<T>& list, std::size_t limit) {
  if (list.size() <= limit) return 0;
  const auto more = static_cast<std::uint32_t>(list.size() - limit);
  list.resize(limit);
  return more;
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

class Maker {
 public:
  explicit Maker(const Comparison& comparison) : c_(comparison) {}

  Digest make() {
    for (ArticleIndex i = 0; i < c_.articles.size(); ++i) out_.sources.push_back(source(i));
    event();
    findings();
    shared();
    only();
    missing();
    quotes();
    voices();
    dates();
    names();
    add_descent(c_, out_);
    for (const Note& note : c_.notes) out_.notes.push_back(printable(note.text));
    return std::move(out_);
  }

 private:
  const Document& document(ArticleIndex article) const { return c_.articles[article].document; }
  std::string words(const Evidence& e) const { return printable(document(e.article).text(e.span)); }

  // The words of `whole`, those inside it marked. Both are printed the same way, piece by piece, so
  // that marks stay true.
  Excerpt passage(const Evidence& whole, std::vector<Span> inner) const {
    Excerpt out;
    out.article = whole.article;
    std::sort(inner.begin(), inner.end());
    std::uint32_t at = whole.span.begin;
    const auto add = [&](std::uint32_t end, bool marked) {
      if (end <= at) return;
      const std::string_view raw = document(whole.article).text({at, end});
      const std::string text = printable(raw);
      const Character first = decode(raw, 0);
      if (!out.text.empty() && out.text.back() != ' ' && is_space(first.code)) out.text += ' ';
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += text;
      if (marked && !text.empty())
        out.marks.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
      const Character last = decode_before(raw, static_cast<std::uint32_t>(raw.size()));
      if (is_space(last.code) && !out.text.empty() && out.text.back() != ' ') out.text += ' ';
      at = end;
    };
    for (const Span span : inner) {
      const Span inside = intersect(span, whole.span);
      if (inside.empty() || inside.begin < at) continue;
      add(inside.begin, false);
      add(inside.end, true);
    }
    add(whole.span.end, false);
    while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
    return out;
  }

  Evidence statement(const StatementRef& ref) const {
    return {ref.article, c_.articles[ref.article].statements[ref.statement].span};
  }

  DigestSource source(ArticleIndex i) const {
    const Document& d = document(i);
    DigestSource out;
    out.letter = source_letter(i);
    out.name = printable(d.article.source.empty() ? d.article.id : d.article.source);
    out.title =
        printable(!d.article.title.empty() ? std::string_view(d.article.title) : d.text(d.title));
    constexpr std::string_view kFrom[] = {"", "", " (from the text)", " (from the other articles)"};
    out.date = d.published == kNoDay
                   ? "no date"
                   : plain_date(iso_date(d.published)) +
                         std::string(kFrom[static_cast<std::size_t>(d.published_from)]);
    out.words = static_cast<std::uint32_t>(std::count_if(
        d.tokens.begin(), d.tokens.end(),
        [](const Token& t) { return t.kind == TokenKind::word || t.kind == TokenKind::number; }));
    if (d.language != "en" && d.language != "und") {
      out.remarks.push_back("not in English (" + d.language +
                            "): compared for verbatim text, names, figures and dates only");
    }
    if (d.stub) out.remarks.push_back("is cut off, and is not said to leave anything out");
    if (!d.damage.empty()) {
      out.remarks.push_back(std::to_string(d.damage.size()) +
                            (d.damage.size() == 1 ? " damaged place" : " damaged places") +
                            ", such as “" + words({i, d.damage[0].span}) + "”");
    }
    if (!d.agencies.empty()) {
      std::string list;
      for (const std::string& agency : d.agencies)
        list += (list.empty() ? "" : ", ") + printable(agency);
      out.remarks.push_back("credits " + list);
    }
    for (const std::vector<Note>* notes : {&d.article.notes, &d.notes}) {
      for (const Note& note : *notes) {
        if (note.code != "date_borrowed") out.remarks.push_back(printable(note.text));
      }
    }
    return out;
  }

  std::vector<ArticleIndex> sources_of(const Fact& fact) const {
    std::vector<ArticleIndex> out;
    for (const StatementRef& member : fact.members) add_once(out, member.article);
    return out;
  }

  // The member of middle length: neither the tersest nor the one with most beside the fact.
  DigestFact digest_of(const Fact& fact) const {
    std::vector<Evidence> members;
    for (const StatementRef& member : fact.members) members.push_back(statement(member));
    std::sort(members.begin(), members.end(), [](const Evidence& a, const Evidence& b) {
      return std::tuple(a.span.size(), a.article, a.span) <
             std::tuple(b.span.size(), b.article, b.span);
    });
    return {passage(members[(members.size() - 1) / 2], {}), sources_of(fact), fact.verdict};
  }

  void event() {
    std::vector<std::pair<std::size_t, std::uint32_t>> spread;  // articles, entity
    for (std::uint32_t i = 0; i < c_.entities.size(); ++i) {
      const NameType type = c_.entities[i].type;
      if (type != NameType::person && type != NameType::location && type != NameType::organization)
        continue;
      std::set<ArticleIndex> in;
      for (const Evidence& e : c_.entities[i].mentions) in.insert(e.article);
      if (in.size() * 2 > c_.articles.size())
        spread.push_back({in.size() * 1000 + c_.entities[i].mentions.size(), i});
    }
    std::sort(spread.begin(), spread.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    // Two people, then the two other names that most articles have.
    std::string people, others;
    int persons = 0, rest = 0;
    for (const auto& [weight, index] : spread) {
      const CrossEntity& entity = c_.entities[index];
      const bool person = entity.type == NameType::person;
      if ((person ? persons : rest)++ >= 2) continue;
      std::string& list = person ? people : others;
      list += (list.empty() ? "" : " · ") + printable(entity.name);
    }
    out_.event = people + (people.empty() || others.empty() ? "" : " · ") + others;
    const Fact* most = nullptr;
    for (const Fact& fact : c_.facts) {
      const std::size_t here = sources_of(fact).size();
      if (here >= 2 && (most == nullptr || here > sources_of(*most).size())) most = &fact;
    }
    if (most != nullptr) out_.lead = digest_of(*most);
  }

  // What stands around the words of a side: its evidence in that article, marked.
  Excerpt context(const Finding& finding, const SideValue& value) const {
    for (const Evidence& e : finding.evidence) {
      if (e.article == value.words.article && e.span.contains(value.words.span))
        return passage(e, {value.words.span});
    }
    return passage(value.words, {value.words.span});
  }

  DigestFinding digest_of(const Finding& finding) const {
    DigestFinding out;
    out.kind = std::string(finding_kind_code(finding.kind));
    std::replace(out.kind.begin(), out.kind.end(), '_', ' ');
    out.verdict = finding.verdict;
    out.why = printable(finding.why);
    out.confidence = finding.confidence;
    std::vector<std::pair<std::string, std::string>> keys;
    for (const SideValue& value : finding.values) {
      const std::string said = value.value.empty() ? fold(words(value.words)) : value.value;
      // A headline against its own text: each place is a side of its own.
      const std::string key =
          said + "\n" + value.unit +
          (finding.kind == FindingKind::headline_body ? std::to_string(value.words.span.begin)
                                                      : "");
      auto at =
          std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.first == key; });
      if (at == keys.end()) {
        keys.emplace_back(key, "");
        out.sides.emplace_back();
        out.sides.back().words = words({value.words.article, figure_words(c_, value.words)});
        at = keys.end() - 1;
      }
      DigestSide& side = out.sides[static_cast<std::size_t>(at - keys.begin())];
      const bool fresh = std::find(side.sources.begin(), side.sources.end(), value.words.article) ==
                         side.sources.end();
      add_once(side.sources, value.words.article);
      if (fresh && side.passages.size() < kMaxPassages)
        side.passages.push_back(context(finding, value));
    }
    if (finding.values.empty()) {
      for (const Evidence& e : finding.evidence) {
        out.sides.push_back({{e.article}, "", {passage(e, {})}});
      }
    }
    return out;
  }

  void findings() {
    for (const Finding& finding : c_.findings) {
      const bool agree = finding.verdict == Verdict::same || finding.verdict == Verdict::compatible;
      if (agree && says_nothing(c_, finding)) continue;
      (agree ? out_.figures : out_.differences).push_back(digest_of(finding));
    }
    out_.more_differences = cut(out_.differences, kMaxDifferences);
    // A figure that two findings tell alike is one row.
    std::vector<DigestFinding> rows;
    for (DigestFinding& f : out_.figures) {
      const bool told = std::any_of(rows.begin(), rows.end(), [&](const DigestFinding& r) {
        return std::equal(r.sides.begin(), r.sides.end(), f.sides.begin(), f.sides.end(),
                          [](const DigestSide& a, const DigestSide& b) {
                            return a.words == b.words && a.sources == b.sources;
                          });
      });
      if (!told) rows.push_back(std::move(f));
    }
    out_.figures = std::move(rows);
    // Compatible ones say more than equal ones.
    std::stable_partition(out_.figures.begin(), out_.figures.end(),
                          [](const DigestFinding& f) { return f.verdict == Verdict::compatible; });
    out_.more_figures = cut(out_.figures, kMaxFigures);
  }

  void shared() {
    for (const Fact& fact : c_.facts) {
      if (sources_of(fact).size() >= 2) out_.shared.push_back(digest_of(fact));
    }
    std::stable_sort(out_.shared.begin(), out_.shared.end(),
                     [](const DigestFact& a, const DigestFact& b) {
                       return a.sources.size() > b.sources.size();
                     });
    out_.more_shared = cut(out_.shared, kMaxShared);
  }

  void only() {
    if (c_.articles.size() < 2) return;
    for (ArticleIndex i = 0; i < c_.articles.size(); ++i) {
      DigestList list{i, {}, 0};
      for (const Fact& fact : c_.facts) {
        if (sources_of(fact) == std::vector<ArticleIndex>{i}) list.facts.push_back(digest_of(fact));
      }
      list.more = cut(list.facts, kMaxOwn);
      if (!list.facts.empty()) out_.only.push_back(std::move(list));
    }
  }

  void missing() {
    for (ArticleIndex i = 0; i < c_.articles.size(); ++i) {
      DigestList list{i, {}, 0};
      for (const Omission& omission : c_.omissions) {
        if (omission.missing_in != i) continue;
        DigestFact fact{passage(omission.told, {}), {omission.told.article}, Verdict::only};
        if (omission.fact.valid()) fact.sources = sources_of(c_.facts[omission.fact.value]);
        list.facts.push_back(std::move(fact));
      }
      list.more = cut(list.facts, kMaxOwn);
      if (!list.facts.empty()) out_.missing.push_back(std::move(list));
    }
  }

  std::string speaker_of(ArticleIndex article, const Quote& quote) const {
    const Analysis& a = c_.articles[article];
    if (quote.speaker.valid()) return printable(a.entities.all[quote.speaker.value].name);
    return quote.source.empty() ? "" : words({article, quote.source[0]});
  }

  void quotes() {
    for (const std::vector<QuoteMember>& group : c_.quotes) {
      DigestQuote out;
      std::set<ArticleIndex> in;
      for (const QuoteMember& member : group) {
        const Quote& quote = c_.articles[member.article].quotes[member.quote];
        if (out.speaker.empty()) out.speaker = speaker_of(member.article, quote);
        Excerpt p{member.article, "", {}};
        for (const Span span : quote.content)
          p.text += (p.text.empty() ? "" : " … ") + words({member.article, span});
        if (quote.direct) p.text = "“" + p.text + "”";
        out.renderings.push_back(std::move(p));
        in.insert(member.article);
      }
      if (in.size() >= 2) out_.quotes.push_back(std::move(out));
    }
    std::stable_sort(out_.quotes.begin(), out_.quotes.end(),
                     [](const DigestQuote& a, const DigestQuote& b) {
                       return a.renderings.size() > b.renderings.size();
                     });
    out_.more_quotes = cut(out_.quotes, kMaxQuotes);
  }

  void voices() {
    for (ArticleIndex i = 0; i < c_.articles.size(); ++i) {
      std::vector<DigestVoice> voices;
      for (const Quote& quote : c_.articles[i].quotes) {
        const std::string name = speaker_of(i, quote);
        if (name.empty()) continue;
        auto at = std::find_if(voices.begin(), voices.end(),
                               [&](const DigestVoice& v) { return v.name == name; });
        if (at == voices.end()) at = voices.insert(at, {name, 0, 0});
        (quote.direct ? at->direct : at->indirect) += 1;
      }
      std::stable_sort(voices.begin(), voices.end(),
                       [](const DigestVoice& a, const DigestVoice& b) {
                         return std::tuple(a.direct + a.indirect, a.direct) >
                                std::tuple(b.direct + b.indirect, b.direct);
                       });
      out_.voices.push_back(std::move(voices));
    }
  }

  void dates() {
    for (const TimelineEntry& entry : c_.timeline) {
      DigestDate date;
      // Weeks and centuries are no words for people; their days are.
      const bool coded = entry.value.size() < 4 || entry.value.find('W') != std::string::npos;
      date.when = plain_date(coded && entry.days.known()
                                 ? iso_date(entry.days.low) + "/" + iso_date(entry.days.high)
                                 : entry.value);
      for (const Evidence& e : entry.members) {
        const bool known = std::any_of(date.words.begin(), date.words.end(),
                                       [&](const Excerpt& p) { return p.article == e.article; });
        if (!known) date.words.push_back({e.article, words(e), {}});
      }
      out_.dates.push_back(std::move(date));
    }
    out_.more_dates = cut(out_.dates, kMaxDates);
  }

  void names() {
    for (const CrossEntity& entity : c_.entities) {
      DigestName name;
      name.type = std::string(name_type_code(entity.type));
      name.name = printable(entity.name);
      for (const Evidence& e : entity.mentions) add_once(name.sources, e.article);
      std::sort(name.sources.begin(), name.sources.end());
      std::map<std::string, std::pair<std::size_t, std::vector<ArticleIndex>>>
          roles;  // folded → order, sources
      for (const Evidence& e : entity.roles) {
        const std::string key = fold(words(e));
        const auto [at, fresh] =
            roles.try_emplace(key, name.roles.size(), std::vector<ArticleIndex>());
        if (fresh) name.roles.emplace_back(words(e), std::vector<ArticleIndex>());
        add_once(name.roles[at->second.first].second, e.article);
      }
      std::stable_sort(name.roles.begin(), name.roles.end(), [](const auto& a, const auto& b) {
        return a.second.size() > b.second.size();
      });
      cut(name.roles, kMaxRoles);
      if (!name.sources.empty()) out_.names.push_back(std::move(name));
    }
    std::stable_sort(out_.names.begin(), out_.names.end(),
                     [](const DigestName& a, const DigestName& b) {
                       return a.sources.size() > b.sources.size();
                     });
    out_.more_names = cut(out_.names, kMaxNames);
    // The widest spread are kept; people, then places, then bodies are shown.
    const auto rank_of = [](const DigestName& n) {
      constexpr std::string_view kOrder[] = {"PER",     "LOC",  "ORG", "FAC", "EVENT",
                                             "PRODUCT", "WORK", "LAW", "NORP"};
      return std::find(std::begin(kOrder), std::end(kOrder), n.type) - std::begin(kOrder);
    };
    std::stable_sort(
        out_.names.begin(), out_.names.end(),
        [&](const DigestName& a, const DigestName& b) { return rank_of(a) < rank_of(b); });
  }

  const Comparison& c_;
  Digest out_;
};

}  // namespace

Digest make_digest(const Comparison& comparison) { return Maker(comparison).make(); }

std::string source_letter(std::uint32_t source) {
  std::string out(1, static_cast<char>('A' + source % 26));
  return source < 26 ? out : source_letter(source / 26 - 1) + out;
}

std::string_view verdict_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "cannot both be true";
    case Verdict::differs:
      return "differs";
    case Verdict::update:
      return "later report";
    case Verdict::worded_differently:
      return "worded differently";
    case Verdict::attributed_differently:
      return "attributed differently";
    case Verdict::compatible:
      return "compatible";
    case Verdict::same:
      return "the same";
    case Verdict::only:
      return "only here";
  }
  return "";
}

std::string plain_date(std::string_view timex) {
  constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
  const std::size_t slash = timex.find('/');
  if (slash != std::string_view::npos) {
    const std::string a = plain_date(timex.substr(0, slash)),
                      b = plain_date(timex.substr(slash + 1));
    const std::size_t space = a.find(' ');
    const bool one_month = space != std::string::npos && b.size() > a.size() - space &&
                           b.substr(b.size() - (a.size() - space)) == a.substr(space);
    return one_month ? a.substr(0, space) + "–" + b : a + " – " + b;
  }
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
      if (i >= timex.size() || timex[i] < '0' || timex[i] > '9') return 0;
      value = value * 10 + (timex[i] - '0');
    }
    return value;
  };
  const int month = timex.size() >= 7 && timex[4] == '-' ? number(5, 2) : 0;
  if (number(0, 4) == 0 || month < 1 || month > 12) return std::string(timex);
  const std::string name = std::string(kMonths[month - 1]) + " " + std::string(timex.substr(0, 4));
  if (timex.size() == 7) return name;
  const int day = number(8, 2);
  if (timex[7] != '-' || day == 0) return std::string(timex);
  return std::to_string(day) + " " + name +
         (timex.size() > 10 ? ", " + std::string(timex.substr(timex[10] == 'T' ? 11 : 10)) : "");
}

}  // namespace crossread
