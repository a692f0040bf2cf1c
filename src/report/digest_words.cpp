// Part of digest_parts.h: quotes, voices, wording.
#include <map>
#include <set>
#include <tuple>

#include "base/sort.h"
#include "base/utf8.h"
#include "report/digest_parts.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxQuotes = 12, kMaxWording = 16, kMaxTerms = 8, kMaxExamples = 3;

std::string speaker_of(const Comparison& c, ArticleIndex article, const Quote& quote) {
  const Analysis& a = c.articles[article];
  if (quote.speaker.valid()) return printable(a.entities.all[quote.speaker.value].name);
  return quote.source.empty() ? "" : words_at(c, {article, quote.source[0]});
}

// Which entity of all articles a speaker is: by the first place where the article names it.
using SpeakerNames = std::map<Evidence, std::string>;
SpeakerNames speaker_names(const Comparison& c) {
  SpeakerNames names;
  for (const CrossEntity& entity : c.entities) {
    for (const Evidence& mention : entity.mentions) names.emplace(mention, printable(entity.name));
  }
  return names;
}

// "Vladimir Putin" wherever he is meant, whatever this article calls him.
std::string shared_name(const Comparison& c, const SpeakerNames& names, ArticleIndex article,
                        const Quote& quote) {
  const Analysis& a = c.articles[article];
  if (!quote.speaker.valid()) return speaker_of(c, article, quote);
  for (const std::uint32_t mention : a.entities.all[quote.speaker.value].mentions) {
    const auto found = names.find({article, a.names[mention].span});
    if (found != names.end()) return found->second;
  }
  return speaker_of(c, article, quote);
}

std::string_view change_words(QuoteChange change) {
  switch (change) {
    case QuoteChange::verbatim:
      return "";
    case QuoteChange::cut:
      return "shortened";
    case QuoteChange::clause_deleted:
      return "words left out inside";
    case QuoteChange::hedge_deleted:
      return "a hedge left out";
    case QuoteChange::edited:
      return "some words changed";
    case QuoteChange::paraphrase:
      return "in other words";
    case QuoteChange::marks_lost:
      return "without quotation marks";
    case QuoteChange::to_indirect:
      return "told indirectly";
    case QuoteChange::speaker_swapped:
      return "put to another speaker";
  }
  return "";
}

DigestRendering rendering(const Comparison& c, const SpeakerNames& names,
                          const QuoteMember& member) {
  const Quote& quote = c.articles[member.article].quotes[member.quote];
  DigestRendering out;
  out.article = member.article;
  for (const Span span : quote.content)
    out.words += (out.words.empty() ? "" : " … ") + words_at(c, {member.article, span});
  if (quote.direct) out.words = "“" + out.words + "”";
  out.speaker = shared_name(c, names, member.article, quote);
  out.change = std::string(change_words(member.change));
  return out;
}

// "said 7, claimed 1": verbs of saying by strength.
std::string verbs_of(const Reporting& reporting) {
  std::string out;
  for (const Reporting::Verb& verb : reporting.verbs) {
    out += (out.empty() ? "" : ", ") + std::string(cue_strength_code(verb.strength)) + " ×" +
           std::to_string(verb.places.size());
  }
  return out;
}

std::vector<std::string> examples(const Comparison& c, const std::vector<Evidence>& places) {
  std::vector<std::string> out;
  for (const Evidence& place : places) add_once(out, words_at(c, place));
  cut(out, kMaxExamples);
  return out;
}

}  // namespace

// A group is headed by its speaker only if all its renderings name the same one.
void add_quotes(const Comparison& c, Digest& out) {
  const SpeakerNames names = speaker_names(c);
  for (const std::vector<QuoteMember>& group : c.quotes) {
    DigestQuote quote;
    std::set<ArticleIndex> in;
    for (const QuoteMember& member : group) {
      quote.renderings.push_back(rendering(c, names, member));
      in.insert(member.article);
    }
    const std::string first = quote.renderings.empty() ? "" : quote.renderings[0].speaker;
    const bool one = std::all_of(quote.renderings.begin(), quote.renderings.end(),
                                 [&](const DigestRendering& r) { return r.speaker == first; });
    if (one) quote.speaker = first;
    quote.one_voice = one;
    if (in.size() >= 2) out.quotes.push_back(std::move(quote));
  }
  sort_by(out.quotes, [](const DigestQuote& a, const DigestQuote& b) {
    return a.renderings.size() > b.renderings.size();
  });
  out.more_quotes = cut(out.quotes, kMaxQuotes);
}

void add_voices(const Comparison& c, Digest& out) {
  for (ArticleIndex i = 0; i < c.articles.size(); ++i) {
    std::vector<DigestVoice> voices;
    for (const Quote& quote : c.articles[i].quotes) {
      const std::string name = speaker_of(c, i, quote);
      if (name.empty()) continue;
      auto at = std::find_if(voices.begin(), voices.end(),
                             [&](const DigestVoice& v) { return v.name == name; });
      if (at == voices.end()) at = voices.insert(at, {name, 0, 0});
      (quote.direct ? at->direct : at->indirect) += 1;
    }
    sort_by(voices, [](const DigestVoice& a, const DigestVoice& b) {
      return std::tuple(a.direct + a.indirect, a.direct) >
             std::tuple(b.direct + b.indirect, b.direct);
    });
    out.voices.push_back(std::move(voices));
  }
}

void add_wording(const Comparison& c, Digest& out) {
  for (const Wording& wording : c.wording) {
    DigestWording row;
    row.referent = printable(wording.referent);
    std::map<std::string, std::size_t> known;  // folded → place in row.terms
    for (const Evidence& term : wording.terms) {
      const std::string words = words_at(c, term);
      const auto [at, fresh] = known.try_emplace(fold(words), row.terms.size());
      if (fresh) row.terms.emplace_back(words, std::vector<ArticleIndex>());
      add_once(row.terms[at->second].second, term.article);
    }
    sort_by(row.terms,
            [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    if (row.terms.size() < 2) continue;
    cut(row.terms, kMaxTerms);
    out.wording.push_back(std::move(row));
  }
  out.more_wording = cut(out.wording, kMaxWording);
  for (const Reporting& reporting : c.reporting) {
    out.reporting.push_back(
        {verbs_of(reporting), static_cast<std::uint32_t>(reporting.hedges.size()),
         examples(c, reporting.hedges), static_cast<std::uint32_t>(reporting.agentless.size()),
         examples(c, reporting.agentless)});
  }
}

}  // namespace crossread
