#include "compare/terms.h"

#include <algorithm>
#include <unordered_map>

#include "base/calendar.h"
#include "base/number.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// Gives each key a number, in order of first sight. Never iterated: the order of a hash table
// must not reach the output.
class Interner {
 public:
  explicit Interner(std::vector<TermInfo>& terms) : terms_(terms) {}

  Term number(const std::string& key, TermKind kind) {
    const auto [place, is_new] = numbers_.try_emplace(key, static_cast<Term>(terms_.size()));
    if (is_new) {
      TermInfo info;
      info.key = key;
      info.kind = kind;
      terms_.push_back(std::move(info));
    }
    return place->second;
  }
  const Term* find(const std::string& key) const {
    const auto place = numbers_.find(key);
    return place == numbers_.end() ? nullptr : &place->second;
  }

 private:
  std::vector<TermInfo>& terms_;
  std::unordered_map<std::string, Term> numbers_;
};

// Two significant digits: 240.1e9 → "24e10".
std::string two_digits(double value) {
  if (value == 0) return "0";
  std::string sign;
  if (value < 0) {
    sign = "-";
    value = -value;
  }
  int exponent = 0;
  while (value >= 99.5 && exponent < 22) value /= 10, ++exponent;
  while (value < 9.95 && exponent > -9) value *= 10, --exponent;
  const auto rounded = static_cast<std::int64_t>(value + 0.5);
  return sign + std::to_string(rounded) + "e" + std::to_string(exponent);
}

std::string amount_key(const Amount& amount) {
  if (amount.is_range) {
    return "#" + two_digits(amount.low) + "-" + two_digits(amount.high) + " " + amount.unit;
  }
  const bool percent =
      amount.kind == AmountKind::percent || amount.kind == AmountKind::percent_points;
  return "#" + two_digits(amount.value) + " " + (percent ? std::string("%") : amount.unit);
}

bool is_content(const Document& document, const Token& token, const Table& light) {
  if (token.kind == TokenKind::number) return true;
  if (token.kind != TokenKind::word) return false;
  const std::string_view lemma = document.lemma(token);
  return lemma.size() > 1 && !light.has(lemma) && !light.has(document.folded(token));
}

// What begins at a token and swallows the tokens after it.
struct Anchor {
  std::uint32_t last = 0;  // exclusive; 0: nothing begins here
  std::vector<Term> terms;
};

// All anchors of an article, by token.
std::vector<Anchor> anchors_of(const Analysis& analysis, ArticleIndex article,
                               const EntityLinks& links, Interner& interner) {
  std::vector<Anchor> at(analysis.document.tokens.size() + 1);
  for (std::size_t i = 0; i < analysis.names.size(); ++i) {
    const NameMention& name = analysis.names[i];
    const EntityId local =
        i < analysis.entities.of_mention.size() ? analysis.entities.of_mention[i] : EntityId{};
    const CrossEntityId entity = links.of(article, local);
    if (!entity.valid() || name.tokens.empty()) continue;
    at[name.tokens.first] = {name.tokens.last,
                             {interner.number("@" + std::to_string(entity.value), TermKind::name)}};
  }
  for (const TimeMention& time : analysis.times) {
    if (time.tokens.empty()) continue;
    Anchor anchor{time.tokens.last, {}};
    if (time.days.known() && time.days.high - time.days.low <= 1) {
      for (Day day = time.days.low; day <= time.days.high; ++day) {
        anchor.terms.push_back(interner.number("!" + iso_date(day), TermKind::day));
      }
    } else if (!time.value.empty() && time.value.find("_REF") == std::string::npos) {
      anchor.terms.push_back(interner.number("!" + time.value, TermKind::day));
    }
    at[time.tokens.first] = std::move(anchor);
  }
  for (const Amount& amount : analysis.amounts) {
    if (amount.tokens.empty()) continue;
    at[amount.tokens.first] = {amount.tokens.last,
                               {interner.number(amount_key(amount), TermKind::value)}};
  }
  return at;
}

void append_terms(const Analysis& analysis, Range tokens, const std::vector<Anchor>& anchors,
                  const Table& light, Interner& interner, std::vector<Term>& out) {
  const Document& document = analysis.document;
  for (std::uint32_t i = tokens.first; i < tokens.last;) {
    const Anchor& anchor = anchors[i];
    if (anchor.last > i) {
      out.insert(out.end(), anchor.terms.begin(), anchor.terms.end());
      i = anchor.last;
      continue;
    }
    const Token& token = document.tokens[i++];
    if (!is_content(document, token, light)) continue;
    const std::string lemma = fold_accents(document.lemma(token));
    if (!lemma.empty()) out.push_back(interner.number(lemma, TermKind::word));
  }
}

std::vector<std::uint32_t> sorted_set(std::vector<std::uint32_t> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

void add_synonyms(std::vector<TermInfo>& terms, const Interner& interner) {
  static const Table kSynonyms = table("synonyms");
  for (std::size_t t = 0; t < terms.size(); ++t) {
    if (terms[t].kind != TermKind::word) continue;
    std::string_view rest = kSynonyms.find(terms[t].key).field(0);
    while (!rest.empty()) {
      const std::size_t space = rest.find(' ');
      const Term* other = interner.find(std::string(rest.substr(0, space)));
      if (other != nullptr) {
        terms[t].synonyms.push_back(*other);
        terms[*other].synonyms.push_back(static_cast<Term>(t));
      }
      rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
  }
  for (TermInfo& term : terms) term.synonyms = sorted_set(std::move(term.synonyms));
}

// Of two notes of three sentences each nearly every word that they share would be common, and weigh
// nothing: they are weighed as if they stood among more.
constexpr std::size_t kFewestSentences = 40;

Weight weight_of(std::size_t sentences, std::uint32_t with_it) {
  const std::size_t among = std::max(sentences, kFewestSentences);
  return fixed_log(static_cast<std::uint32_t>(2 * (among + 1)), 2 * with_it + 1);
}

void weigh_terms(EventTerms& event) {
  std::vector<ArticleIndex> last_article(event.terms.size(), Id<void>::kNone);
  for (const Unit& sentence : event.sentences) {
    for (const Term t : sentence.terms) {
      ++event.terms[t].sentences;
      if (last_article[t] != sentence.article) {
        last_article[t] = sentence.article;
        ++event.terms[t].articles;
      }
    }
  }
  for (TermInfo& term : event.terms) {
    term.weight = std::max<Weight>(0, weight_of(event.sentences.size(), term.sentences));
  }
}

void weigh_pairs(EventTerms& event) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> count;
  const auto number_pairs = [&](Unit& unit) {
    for (std::size_t i = 1; i < unit.sequence.size(); ++i) {
      const std::uint64_t key =
          (static_cast<std::uint64_t>(unit.sequence[i - 1]) << 32) | unit.sequence[i];
      const auto [place, is_new] =
          numbers.try_emplace(key, static_cast<std::uint32_t>(count.size()));
      if (is_new) count.push_back(0);
      unit.pairs.push_back(place->second);
    }
    unit.pairs = sorted_set(std::move(unit.pairs));
  };
  for (Unit& unit : event.units) number_pairs(unit);
  for (Unit& sentence : event.sentences) {
    number_pairs(sentence);
    for (const std::uint32_t p : sentence.pairs) ++count[p];
  }
  event.pair_weights.reserve(count.size());
  for (const std::uint32_t n : count) {
    event.pair_weights.push_back(std::max<Weight>(0, weight_of(event.sentences.size(), n)));
  }
}

void sum_weights(const EventTerms& event, Unit& unit) {
  for (const Term t : unit.terms) {
    const TermInfo& info = event.terms[t];
    unit.weight += info.weight;
    if (info.kind == TermKind::value || info.kind == TermKind::day) continue;
    unit.words.push_back(t);
    unit.words_weight += info.weight;
  }
  for (const std::uint32_t p : unit.pairs) unit.pair_weight += event.pair_weights[p];
}

void add_article(const Analysis& analysis, ArticleIndex article, const EntityLinks& links,
                 std::uint32_t max_statements, Interner& interner, EventTerms& event) {
  static const Table kLight = table("light_words");
  const std::vector<Anchor> anchors = anchors_of(analysis, article, links, interner);
  std::uint32_t open = Id<void>::kNone;  // the article's sentence that is being filled
  const std::size_t count = std::min(analysis.statements.size(), std::size_t{max_statements});
  for (std::uint32_t s = 0; s < count; ++s) {
    const Statement& statement = analysis.statements[s];
    Unit unit;
    unit.article = article;
    unit.statement = s;
    unit.in_title = statement.in_title;
    unit.quoted = statement.quote.valid();
    append_terms(analysis, statement.tokens, anchors, kLight, interner, unit.sequence);
    unit.terms = sorted_set(unit.sequence);
    if (statement.sentence != open || event.sentences.empty()) {
      open = statement.sentence;
      event.sentences.push_back(Unit{});
      event.sentences.back().article = article;
      event.sentences.back().statement = s;
      event.sentences.back().in_title = statement.in_title;
      event.sentences.back().sentence = static_cast<std::uint32_t>(event.sentences.size() - 1);
    }
    Unit& sentence = event.sentences.back();
    sentence.sequence.insert(sentence.sequence.end(), unit.sequence.begin(), unit.sequence.end());
    sentence.quoted = sentence.quoted || unit.quoted;
    unit.sentence = sentence.sentence;
    event.units.push_back(std::move(unit));
  }
}

}  // namespace

EventTerms make_terms(const std::vector<Analysis>& articles, const Event& event,
                      const EntityLinks& links, std::uint32_t max_statements) {
  EventTerms result;
  Interner interner(result.terms);
  for (const ArticleIndex a : event.articles)
    add_article(articles[a], a, links, max_statements, interner, result);
  for (Unit& sentence : result.sentences) sentence.terms = sorted_set(sentence.sequence);
  add_synonyms(result.terms, interner);
  weigh_terms(result);
  weigh_pairs(result);
  for (Unit& unit : result.units) sum_weights(result, unit);
  for (Unit& sentence : result.sentences) sum_weights(result, sentence);
  return result;
}

std::map<ArticleIndex, std::vector<Term>> told_terms(const EventTerms& terms) {
  std::map<ArticleIndex, std::vector<Term>> told;
  for (const Unit& sentence : terms.sentences) {
    if (sentence.in_title) continue;
    for (const Term t : sentence.terms) {
      if (terms.terms[t].kind != TermKind::word) told[sentence.article].push_back(t);
    }
  }
  for (auto& [article, list] : told) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return told;
}

std::int32_t news(const std::vector<Term>& a, const std::vector<Term>& b) {
  if (a.empty()) return 0;
  const auto own = std::count_if(
      a.begin(), a.end(), [&](Term t) { return !std::binary_search(b.begin(), b.end(), t); });
  return static_cast<std::int32_t>(own * 1000 / static_cast<std::ptrdiff_t>(a.size()));
}

}  // namespace crossread
