#include "report/digest.h"

#include <algorithm>
#include <tuple>

#include "base/calendar.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "report/descent.h"
#include "report/digest_parts.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxDamage = 8;

// "4 damaged places, such as “FridayAs”": one with words in it, or none is shown.
std::string damage_remark(const Comparison& c, ArticleIndex article) {
  std::size_t count = 0;
  std::string shown;
  for (const DamagedPlace& place : c.damage) {
    if (place.place.article != article) continue;
    ++count;
    const bool telling = place.kind == ScarKind::glued || place.kind == ScarKind::misspelt;
    if (shown.empty() && telling) shown = words_at(c, place.place);
  }
  if (count == 0) return "";
  return std::to_string(count) + (count == 1 ? " damaged place" : " damaged places") +
         (shown.empty() ? "" : ", such as “" + shown + "”");
}

DigestSource source_of(const Comparison& c, ArticleIndex i) {
  const Document& d = c.articles[i].document;
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
  if (const std::string damage = damage_remark(c, i); !damage.empty())
    out.remarks.push_back(damage);
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

std::string_view damage_words(ScarKind kind) {
  switch (kind) {
    case ScarKind::glued:
      return "glued";
    case ScarKind::misspelt:
      return "misspelt";
    case ScarKind::stray_mark:
      return "stray mark";
    case ScarKind::lost_quote:
      return "quotation marks lost";
    case ScarKind::odd_character:
      return "odd character";
    case ScarKind::lost_stop:
      return "full stop lost";
    case ScarKind::lost_word:
      return "a word is missing";
    case ScarKind::odd_word:
      return "no common English word";
    case ScarKind::mistranslated:
      return "others have another word";
    case ScarKind::altered_name:
      return "others have another name";
  }
  return "";
}

void add_damage(const Comparison& c, Digest& out) {
  for (const DamagedPlace& place : c.damage) {
    if (out.damage.empty() || out.damage.back().article != place.place.article)
      out.damage.push_back({place.place.article, {}, 0});
    DigestDamage& list = out.damage.back();
    if (list.places.size() == kMaxDamage) {
      ++list.more;
      continue;
    }
    list.places.push_back(
        {words_at(c, place.place), printable(place.repair), std::string(damage_words(place.kind))});
  }
}

}  // namespace

Digest make_digest(const Comparison& c) {
  Digest out;
  for (ArticleIndex i = 0; i < c.articles.size(); ++i) out.sources.push_back(source_of(c, i));
  add_event(c, out);
  add_brief(c, out);
  add_findings(c, out);
  add_facts(c, out);
  add_quotes(c, out);
  add_voices(c, out);
  add_wording(c, out);
  add_dates(c, out);
  add_names(c, out);
  add_descent(c, out);
  add_damage(c, out);
  for (const Note& note : c.notes) out.notes.push_back(printable(note.text));
  return out;
}

std::string words_at(const Comparison& c, const Evidence& place) {
  return printable(c.articles[place.article].document.text(place.span));
}

// The words of `whole`, those inside it marked. Both are printed the same way, piece by piece, so
// that marks stay true.
Excerpt excerpt(const Comparison& c, const Evidence& whole, std::vector<Span> inner) {
  Excerpt out;
  out.article = whole.article;
  std::sort(inner.begin(), inner.end());
  std::uint32_t at = whole.span.begin;
  const auto add = [&](std::uint32_t end, bool marked) {
    if (end <= at) return;
    const std::string_view raw = c.articles[whole.article].document.text({at, end});
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

Evidence statement_at(const Comparison& c, const StatementRef& ref) {
  return {ref.article, c.articles[ref.article].statements[ref.statement].span};
}

std::vector<ArticleIndex> sources_of(const Fact& fact) {
  std::vector<ArticleIndex> out;
  for (const StatementRef& member : fact.members) add_once(out, member.article);
  return out;
}

std::vector<Evidence> by_middle_length(const Comparison& c, const Fact& fact) {
  std::vector<Evidence> members;
  for (const StatementRef& member : fact.members) members.push_back(statement_at(c, member));
  sort_by(members, [](const Evidence& a, const Evidence& b) {
    return std::tuple(a.span.size(), a.article, a.span) <
           std::tuple(b.span.size(), b.article, b.span);
  });
  const std::size_t middle = (members.size() - 1) / 2;
  std::vector<Evidence> out = {members[middle]};
  for (std::size_t away = 1; out.size() < members.size(); ++away) {
    if (middle + away < members.size()) out.push_back(members[middle + away]);
    if (away <= middle) out.push_back(members[middle - away]);
  }
  return out;
}

DigestFact digest_of(const Comparison& c, const Fact& fact) {
  return {excerpt(c, by_middle_length(c, fact).front()), sources_of(fact), fact.verdict, ""};
}

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
