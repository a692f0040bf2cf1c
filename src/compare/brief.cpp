#include "compare/brief.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "base/one_of.h"
#include "base/sort.h"
#include "compare/support.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kFewest = 5, kMost = 7;
constexpr std::uint32_t kLongestWords = 45, kShortestWords = 8;
constexpr std::uint32_t kLeastCost = 14;  // words: a short sentence is no bargain
constexpr double kWorthReading = 0.25;    // of the first sentence's gain
constexpr double kFresh = 0.5;            // of a sentence's facts, by weight
constexpr std::size_t kRepeats = 60;      // per cent of the words that another has already

struct BriefCandidate {
  Evidence place;
  std::vector<std::uint32_t> statements;
  std::vector<std::uint32_t> facts;  // one a statement: the weightiest; kNone without one
  std::vector<std::vector<ArticleIndex>> supporters;  // one a statement, sorted, its own with them
  std::vector<double> weights;                        // one a statement: of its fact
  std::set<std::string_view> words;                   // content lemmas
  double cost = 1;
  double position = 0;  // 0 the begin of the articles, 1 the end
};

class BriefMaker {
 public:
  BriefMaker(const Comparison& c, const Support& support, const Event& event)
      : c_(c), support_(support), event_(event) {
    for (std::uint32_t f = 0; f < c.facts.size(); ++f) {
      for (const StatementRef& ref : c.facts[f].members) {
        auto [at, fresh] = fact_of_.try_emplace(ref, f);
        if (!fresh && c.facts[f].importance > c.facts[at->second].importance) at->second = f;
      }
    }
  }

  std::vector<BriefSentence> run() {
    for (const ArticleIndex a : event_.articles) read(a);
    std::vector<const BriefCandidate*> chosen = choose();
    sort_by(chosen, [](const BriefCandidate* x, const BriefCandidate* y) {
      return x->position < y->position;
    });
    std::vector<BriefSentence> out;
    for (const BriefCandidate* candidate : chosen) out.push_back(told(*candidate));
    // A reader begins with what nobody disputes.
    const auto agreed = std::find_if(out.begin(), out.end(), [](const BriefSentence& s) {
      return std::all_of(s.facts.begin(), s.facts.end(),
                         [](const BriefFact& f) { return f.dissenters.empty(); });
    });
    if (agreed != out.end()) std::rotate(out.begin(), agreed, agreed + 1);
    return out;
  }

 private:
  void read(ArticleIndex a) {
    const Analysis& analysis = c_.articles[a];
    if (analysis.document.language != "en") return;
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_sentence;
    for (std::uint32_t s = 0; s < analysis.statements.size(); ++s) {
      if (!analysis.statements[s].in_title)
        by_sentence[analysis.statements[s].sentence].push_back(s);
    }
    for (auto& [sentence, statements] : by_sentence) {
      const bool weighed = std::any_of(statements.begin(), statements.end(), [&](std::uint32_t s) {
        return fact_of_.contains({a, s});
      });
      if (weighed && sentence < analysis.document.sentences.size())
        add(a, sentence, std::move(statements));
    }
  }

  void add(ArticleIndex a, std::uint32_t index, std::vector<std::uint32_t> statements) {
    const Document& d = c_.articles[a].document;
    const Sentence& sentence = d.sentences[index];
    BriefCandidate out;
    out.place = {a, sentence.span};
    out.words = content_lemmas(d, sentence.tokens);
    std::uint32_t words = 0;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const TokenKind kind = d.tokens[i].kind;
      words += kind == TokenKind::word || kind == TokenKind::number ? 1 : 0;
    }
    if (!stands_alone(a, sentence) || words > kLongestWords || words < kShortestWords) return;
    out.cost = std::sqrt(static_cast<double>(std::max(words, kLeastCost)));
    const bool damaged =
        std::any_of(c_.damage.begin(), c_.damage.end(), [&](const DamagedPlace& p) {
          return p.place.article == a && p.place.span.overlaps(sentence.span);
        });
    if (damaged) out.cost *= 2;
    double places = 0;
    std::size_t members = 0;
    for (const std::uint32_t s : statements) {
      const auto at = fact_of_.find({a, s});
      out.facts.push_back(at == fact_of_.end() ? Id<void>::kNone : at->second);
      out.supporters.push_back(
          supporters_of(out.facts.back(), {a, c_.articles[a].statements[s].span}));
      out.weights.push_back(weight_of(out.facts.back(), out.supporters.back()));
      if (at == fact_of_.end()) continue;
      for (const StatementRef& ref : c_.facts[at->second].members) {
        const Analysis& other = c_.articles[ref.article];
        places += static_cast<double>(other.statements[ref.statement].sentence) /
                  static_cast<double>(std::max<std::size_t>(1, other.document.sentences.size()));
        ++members;
      }
    }
    out.position = members == 0 ? 1 : places / static_cast<double>(members);
    out.statements = std::move(statements);
    candidates_.push_back(std::move(out));
  }

  // Whole, no question, and not leaning on what stands before it.
  bool stands_alone(ArticleIndex a, const Sentence& sentence) const {
    const Document& d = c_.articles[a].document;
    if (sentence.question || sentence.repeated || sentence.tokens.empty()) return false;
    const Block& block = d.blocks[sentence.block];
    if (block.kind != BlockKind::body) return false;
    std::uint32_t first = sentence.tokens.first;
    while (first < sentence.tokens.last && d.tokens[first].kind == TokenKind::punctuation) ++first;
    if (first == sentence.tokens.last || d.tokens[first].casing == Casing::lower) return false;
    if (is_one_of(d.folded(d.tokens[first]),
                  {"he",   "she",   "they",  "it",    "his",     "her",       "their", "its",
                   "this", "that",  "these", "those", "but",     "and",       "so",    "however",
                   "i",    "we",    "you",   "our",   "my",      "meanwhile", "also",  "none",
                   "both", "there", "here",  "then",  "another", "others",    "such",  "asked"})) {
      return false;
    }
    const char last = d.article.text[sentence.span.end - 1];
    if (last != '.' && last != '!' && last != ')' && static_cast<unsigned char>(last) < 0x80)
      return false;
    std::uint32_t quoted = 0;
    for (const Quote& quote : c_.articles[a].quotes) {
      for (const Span piece : quote.content) {
        if (quote.direct) quoted += intersect(piece, sentence.span).size();
      }
    }
    return 2 * quoted < sentence.span.size();
  }

  double gain(const BriefCandidate& candidate) const {
    double fresh = 0, all = 0;
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < candidate.facts.size(); ++i) {
      const std::uint32_t f = candidate.facts[i];
      if (f == Id<void>::kNone || !seen.insert(f).second) continue;
      all += candidate.weights[i];
      if (told_.count(f) == 0) fresh += candidate.weights[i];
    }
    return fresh < kFresh * all ? 0 : fresh / candidate.cost;
  }

  // Of the fact's weight as much as a clause has of those who tell it.
  double weight_of(std::uint32_t fact, const std::vector<ArticleIndex>& supporters) const {
    if (fact == Id<void>::kNone) return 0;
    std::set<ArticleIndex> articles;
    for (const StatementRef& ref : c_.facts[fact].members) articles.insert(ref.article);
    return std::max(0.0, c_.facts[fact].importance) *
           (static_cast<double>(supporters.size()) / static_cast<double>(articles.size()));
  }

  bool repeats(const BriefCandidate& x, const BriefCandidate& y) const {
    std::size_t shared = 0;
    for (const std::string_view word : x.words) shared += y.words.count(word);
    return shared * 100 >= std::min(x.words.size(), y.words.size()) * kRepeats;
  }

  std::vector<const BriefCandidate*> choose() {
    std::vector<const BriefCandidate*> chosen;
    double first = 0;
    while (chosen.size() < kMost) {
      const BriefCandidate* best = nullptr;
      double most = 0;
      for (const BriefCandidate& candidate : candidates_) {
        const double here = gain(candidate);
        if (here <= most) continue;
        if (std::any_of(chosen.begin(), chosen.end(),
                        [&](const BriefCandidate* c) { return repeats(*c, candidate); })) {
          continue;
        }
        most = here, best = &candidate;
      }
      if (best == nullptr || (chosen.size() >= kFewest && most < kWorthReading * first)) break;
      if (chosen.empty()) first = most;
      chosen.push_back(best);
      for (const std::uint32_t f : best->facts) told_.insert(f);
    }
    return chosen;
  }

  BriefSentence told(const BriefCandidate& candidate) const {
    BriefSentence out;
    out.place = candidate.place;
    for (std::size_t i = 0; i < candidate.statements.size(); ++i) {
      const Span clause =
          c_.articles[candidate.place.article].statements[candidate.statements[i]].span;
      BriefFact fact;
      fact.clause = {candidate.place.article, clause};
      if (candidate.facts[i] != Id<void>::kNone) fact.fact = FactId{candidate.facts[i]};
      fact.supporters = candidate.supporters[i];
      hear_dissent(fact);
      out.facts.push_back(std::move(fact));
    }
    return out;
  }

  std::vector<ArticleIndex> supporters_of(std::uint32_t fact, const Evidence& clause) const {
    if (fact == Id<void>::kNone) return {clause.article};
    return support_.of(c_.facts[fact], clause);
  }

  // Findings that set a value inside the clause against another.
  void hear_dissent(BriefFact& fact) const {
    for (const Finding& finding : c_.findings) {
      if (finding.verdict != Verdict::conflict && finding.verdict != Verdict::differs &&
          finding.verdict != Verdict::update)
        continue;
      if (finding.kind == FindingKind::headline_body) continue;
      const auto own =
          std::find_if(finding.values.begin(), finding.values.end(), [&](const SideValue& v) {
            return v.words.article == fact.clause.article &&
                   fact.clause.span.contains(v.words.span);
          });
      if (own == finding.values.end()) continue;
      const auto agrees = [&](const SideValue& v) {
        return v.value == own->value && v.unit == own->unit;
      };
      std::set<ArticleIndex> with, against;
      for (const SideValue& v : finding.values)
        (agrees(v) ? with : against).insert(v.words.article);
      for (const SideValue& v : finding.values) {
        const bool shown =
            std::any_of(fact.values.begin(), fact.values.end(),
                        [&](const SideValue& s) { return s.value == v.value && s.unit == v.unit; });
        if (!shown) fact.values.push_back(&v == &*own || !agrees(v) ? v : *own);
      }
      for (const ArticleIndex a : against) {
        if (with.count(a) != 0) continue;
        fact.dissenters.push_back(a);
        std::erase(fact.supporters, a);
      }
    }
    std::sort(fact.dissenters.begin(), fact.dissenters.end());
    fact.dissenters.erase(std::unique(fact.dissenters.begin(), fact.dissenters.end()),
                          fact.dissenters.end());
  }

  const Comparison& c_;
  const Support& support_;
  const Event& event_;
  std::map<StatementRef, std::uint32_t> fact_of_;
  std::vector<BriefCandidate> candidates_;
  std::set<std::uint32_t> told_;
};

}  // namespace

std::vector<BriefSentence> make_brief(const Comparison& comparison) {
  std::vector<BriefSentence> out;
  const Support support(comparison);
  for (const Event& event : comparison.events) {
    if (event.articles.size() < 2) continue;
    std::vector<BriefSentence> part = BriefMaker(comparison, support, event).run();
    out.insert(out.end(), std::make_move_iterator(part.begin()),
               std::make_move_iterator(part.end()));
  }
  return out;
}

}  // namespace crossread
