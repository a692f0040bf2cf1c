#include "claim/statements.h"

#include <algorithm>

#include "claim/clauses.h"
#include "claim/reading.h"

namespace crossread {
namespace {

using enum WordClass;
constexpr std::uint32_t kNone = Id<void>::kNone;

// What a token is to the quotes of its article.
constexpr std::uint32_t kPlain = kNone;            // the article's own word
constexpr std::uint32_t kAttribution = kNone - 1;  // source, cue, via: taken off

class Splitter {
 public:
  Splitter(const Reading& reading, const Entities& entities, const std::vector<NameMention>& names,
           const std::vector<Quote>& quotes)
      : r_(reading), d_(reading.document()), entities_(entities), names_(names) {
    mark_quotes(quotes);
  }

  std::vector<Statement> run() {
    for (std::uint32_t s = 0; s < d_.sentences.size(); ++s) {
      const BlockKind kind = d_.blocks[d_.sentences[s].block].kind;
      if (kind == BlockKind::title || kind == BlockKind::body)
        sentence(s, kind == BlockKind::title);
    }
    return std::move(out_);
  }

 private:
  void mark_quotes(const std::vector<Quote>& quotes) {
    voice_.assign(d_.tokens.size(), kPlain);
    const auto paint = [&](const std::vector<Span>& spans, std::uint32_t what) {
      for (const Span span : spans) {
        const Range tokens = d_.tokens_in(span);
        for (std::uint32_t i = tokens.first; i < tokens.last; ++i) voice_[i] = what;
      }
    };
    for (std::uint32_t q = 0; q < quotes.size(); ++q) {
      paint(quotes[q].source, kAttribution);
      paint(quotes[q].via, kAttribution);
      paint(quotes[q].cue, kAttribution);
      paint(quotes[q].content, q);
    }
  }

  void sentence(std::uint32_t index, bool in_title) {
    const Sentence& s = d_.sentences[index];
    if (s.question && !has_quote(s.tokens)) return;
    const std::size_t before = out_.size();
    subject_ = {};
    std::uint32_t i = s.tokens.first;
    while (i < s.tokens.last) {
      const std::uint32_t voice = voice_[i];
      std::uint32_t end = i;
      while (end < s.tokens.last && voice_[end] == voice) ++end;
      if (voice != kAttribution && (voice != kPlain || worth_telling(s.tokens, {i, end}))) {
        segment({i, end}, voice, index, in_title);
      }
      i = end;
    }
    if (out_.size() == before && !has_quote(s.tokens) && !s.question) {
      whole(s.tokens, index, in_title);
    }
  }

  bool has_quote(Range tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (voice_[i] != kPlain) return true;
    }
    return false;
  }

  // What an attribution leaves over ("on Tuesday", "that", "in a statement") tells nothing; a
  // clause beside it does.
  bool worth_telling(Range sentence, Range run) const {
    if (run == sentence) return true;
    return r_.has_finite(run.first, run.last) && content_words(r_, run) >= 2;
  }

  void segment(Range run, std::uint32_t voice, std::uint32_t index, bool in_title) {
    for (const Range clause : cut_clauses(r_, run)) {
      if (!holds_word(clause)) continue;
      push(clause, voice, index, in_title);
    }
  }

  void whole(Range tokens, std::uint32_t index, bool in_title) {
    while (!tokens.empty() && r_.word_class(tokens.last - 1) == mark) --tokens.last;
    while (!tokens.empty() && r_.word_class(tokens.first) == mark) ++tokens.first;
    if (!tokens.empty()) push(tokens, kPlain, index, in_title);
  }

  bool holds_word(Range tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (r_.word_class(i) != mark) return true;
    }
    return false;
  }

  void push(Range tokens, std::uint32_t voice, std::uint32_t index, bool in_title) {
    Statement s;
    s.tokens = tokens;
    s.span = d_.span_of(tokens);
    s.sentence = index;
    if (voice != kPlain) s.quote = QuoteId{voice};
    s.in_title = in_title;
    s.predicate = main_verb(r_, tokens);
    s.subject = subject_of(tokens, s.predicate);
    subject_ = s.subject;
    s.polarity = polarity_of(tokens, s.predicate);
    s.modality = modality_of(tokens, s.predicate);
    out_.push_back(s);
  }

  // The first name before the verb that hangs on no preposition and owns nothing; where the clause
  // has no subject of its own, the one before.
  EntityId subject_of(Range clause, std::uint32_t predicate) {
    const std::uint32_t end = predicate == kNone ? clause.last : predicate;
    for (std::uint32_t n = first_name(clause.first); n < names_.size(); ++n) {
      const Range name = names_[n].tokens;
      if (name.last > clause.last || name.first >= end) break;
      const std::uint32_t first =
          names_[n].title.empty() ? name.first : std::min(name.first, names_[n].title.first);
      const bool hangs =
          first > clause.first + 1 &&
          (r_.word_class(first - 1) == preposition || r_.word_class(first - 1) == to ||
           (r_.word_class(first - 1) == determiner && first > clause.first + 1 &&
            r_.word_class(first - 2) == preposition));
      const bool owns = name.last < clause.last && r_.word_class(name.last) == possessive;
      const bool modifies =
          names_[n].type == NameType::norp || (name.last < end && r_.nominal(name.last));
      if (!hangs && !owns && !modifies) return entities_.of_mention[n];
    }
    if (predicate == kNone) return subject_;
    // A subject of its own that is no name: nobody we know.
    for (std::uint32_t i = clause.first; i < end; ++i) {
      if (r_.word_class(i) == pronoun && r_.any(i, {"he", "she"})) return subject_;
      if (r_.nominal(i) && (i == clause.first || r_.word_class(clause.first) != preposition))
        return {};
    }
    return subject_;
  }

  std::uint32_t first_name(std::uint32_t token) const {
    const auto it =
        std::lower_bound(names_.begin(), names_.end(), token,
                         [](const NameMention& n, std::uint32_t t) { return n.tokens.first < t; });
    return static_cast<std::uint32_t>(it - names_.begin());
  }

  // The verb group begins here: back over auxiliaries, adverbs and "to".
  std::uint32_t group_begin(Range clause, std::uint32_t verb) const {
    std::uint32_t first = verb;
    while (first > clause.first && (r_.auxiliary(first - 1) || r_.word_class(first - 1) == adverb ||
                                    r_.any(first - 1, {"n't", "not", "to", "never"}))) {
      --first;
    }
    return first;
  }

  bool negator(std::uint32_t i) const {
    if (r_.any(i, {"not", "n't", "never", "neither", "nor", "hardly", "barely", "nobody", "none",
                   "nothing", "nowhere", "cannot"})) {
      // "not only", "not just": no negation.
      return !(i + 1 < r_.size() && r_.any(i + 1, {"only", "just", "least", "merely", "simply"}));
    }
    return false;
  }

  // "no evidence", "no longer"; not "no doubt", "no limits", "no-confidence", "No. 10".
  bool negative_no(std::uint32_t i) const {
    if (!r_.is(i, "no") || i + 1 >= r_.size()) return false;
    if (r_.any(i + 1, {"doubt", "limit", "limits", "surprise", "-", ".", "matter", "less", "fewer",
                       "more", "later", "wonder"})) {
      return r_.any(i + 1, {"more"});
    }
    return true;
  }

  Polarity polarity_of(Range clause, std::uint32_t verb) const {
    int negations = 0;
    const std::uint32_t reach = verb == kNone ? clause.last : std::min(clause.last, verb + 3);
    for (std::uint32_t i = clause.first; i < reach; ++i) {
      if (negator(i) || negative_no(i)) ++negations;
      if (r_.is(i, "unlikely")) ++negations;
    }
    if (verb != kNone) {
      static constexpr std::string_view kNegative[] = {"deny", "reject",  "refuse",
                                                       "fail", "decline", "lack"};
      for (const std::string_view lemma : kNegative) negations += r_.lemma(verb) == lemma;
    }
    return negations % 2 == 1 ? Polarity::negative : Polarity::positive;
  }

  Modality modality_of(Range clause, std::uint32_t verb) const {
    if (verb == kNone) return Modality::fact;
    const std::uint32_t first = group_begin(clause, verb);
    const std::uint32_t last = std::min(clause.last, verb + 4);
    const auto lemma = [&](std::string_view w) { return r_.lemma(verb) == w; };
    const bool to_follows = [&] {
      for (std::uint32_t i = verb + 1; i < last; ++i) {
        if (r_.word_class(i) == to) return true;
      }
      return false;
    }();
    for (std::uint32_t i = first; i < verb; ++i) {
      if (r_.any(i, {"may", "might", "could", "possibly", "perhaps", "probably", "reportedly",
                     "allegedly"})) {
        return Modality::possible;
      }
    }
    if (to_follows && (lemma("try") || lemma("attempt") || lemma("seek") || lemma("struggle")))
      return Modality::attempt;
    static constexpr std::string_view kPlans[] = {
        "plan",  "intend",  "aim", "expect", "schedule", "hope",    "want", "slate",
        "agree", "prepare", "vow", "pledge", "promise",  "propose", "set"};
    if (to_follows) {
      for (const std::string_view w : kPlans) {
        if (lemma(w)) return Modality::plan;
      }
      for (std::uint32_t i = verb + 1; i < last; ++i) {
        if (r_.any(i, {"due", "set", "ready", "scheduled", "expected", "planned"}))
          return Modality::plan;
        if (r_.any(i, {"likely", "unlikely", "possible"})) return Modality::possible;
      }
      if (lemma("go")) return Modality::future;
      if (lemma("appear") || lemma("seem")) return Modality::possible;
    }
    for (std::uint32_t i = first; i <= verb; ++i) {
      if (r_.any(i, {"will", "'ll", "shall", "would", "wo"})) return Modality::future;
    }
    return Modality::fact;
  }

  const Reading& r_;
  const Document& d_;
  const Entities& entities_;
  const std::vector<NameMention>& names_;
  std::vector<std::uint32_t> voice_;  // one a token: kPlain, kAttribution, or the quote
  EntityId subject_;                  // of the clause before, in the same sentence
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> find_statements(const Reading& reading, const Entities& entities,
                                       const std::vector<NameMention>& names,
                                       const std::vector<Quote>& quotes) {
  return Splitter(reading, entities, names, quotes).run();
}

}  // namespace crossread
