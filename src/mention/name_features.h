// name_features.h — what the tagger sees of a token. The very code that the trainer runs.
//
//     "… told the Bank of England chief"     token "England"
//      word, shape, ends, clusters of it and its neighbours; what the tables say (place, title …);
//      the capitalised run it stands in ("Bank of England": begins with a head, third of three);
//      what the rest of the article shows of the word (after a title, in lower case, …)
//
// Only tokens that may be part of a name are looked at («active»): capitalised ones, words known
// to be written so, and what links them. Each feature is a 64-bit number, given to a sink.
// Cost: some 80 features an active token, a third of them of one form alone; nothing for the
// others.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mention/name_lexicon.h"
#include "mention/name_model.h"
#include "text/document.h"

namespace crossread {

// What the article shows of a word in other places, one bit each.
enum class Seen : std::uint8_t {
  lower,
  capital,
  after_title,
  ends_person,
  in_organisation,
  after_in,
  before_said,
  begins_person
};

struct TokenView {
  std::uint64_t word = 0;   // hash of the folded form
  std::uint64_t shape = 0;  // hash of Xxx, XX., xXx-d …
  WordInfo info;
  std::uint8_t seen = 0;  // Seen bits
  bool active = false;
  // The run of capitalised tokens, links inside included, that the token stands in.
  std::uint32_t run_first = 0;
  std::uint32_t run_last = 0;  // exclusive; equal to run_first where there is none
};

class NameContext {
 public:
  NameContext(const Document& document, const NameLexicon& lexicon, const NameModel& model);

  const Document& document() const { return d_; }
  const NameLexicon& lexicon() const { return x_; }
  const NameModel& model() const { return model_; }
  const TokenView& view(std::uint32_t token) const { return views_[token]; }

  bool starts_run(std::uint32_t token) const {
    return views_[token].run_first == token && views_[token].run_last > token;
  }

  const FormIndex& forms() const { return x_.forms(); }

  // Stretches of active tokens, each within one sentence, in order.
  const std::vector<Range>& segments() const { return segments_; }
  Range sentence_of(std::size_t segment) const { return sentences_[segment]; }
  bool headline(std::size_t segment) const { return headlines_[segment]; }

 private:
  TokenView look(std::uint32_t token) const;
  bool marked(std::uint32_t token, std::uint8_t mark) const {
    return (marks_[x_.forms()[token]] & mark) != 0;
  }
  void share_evidence();
  void find_active(Range sentence);
  void find_runs(Range sentence);
  void note_evidence(Range sentence, bool headline);
  void cut_segments(Range sentence, bool headline);

  const Document& d_;
  const NameLexicon& x_;
  const NameModel& model_;
  std::vector<TokenView> views_;
  std::vector<std::uint8_t> marks_;  // of a form: which of the small words that matter it is
  std::vector<Range> segments_;
  std::vector<Range> sentences_;
  std::vector<std::uint8_t> headlines_;
};

// True where so many words are capitalised that capitals tell nothing: headlines, all-caps ledes.
bool is_headline_cased(const Document& document, const Sentence& sentence);

// The first features name the word itself and its run's words, those up to `known` tell what is
// known of them. Training leaves either out at random, so that what stands around learns to stand
// alone.
struct FeatureGroups {
  std::size_t words = 0;
  std::size_t known = 0;
};

// A feature tells of the token's form alone, of that of one neighbour alone, or of more. What a
// form is worth in each of five places can be added up once for a whole article.
enum class FeaturePart : std::uint8_t { own, left, right, far_left, far_right, place };
using FeatureParts = std::uint8_t;
constexpr FeatureParts part_bit(FeaturePart p) {
  return static_cast<FeatureParts>(1U << static_cast<int>(p));
}
constexpr FeatureParts kAllParts = 0x3F;

// Writes the features of `token` into `out` (cleared first).
FeatureGroups name_features(const NameContext& context, std::size_t segment, std::uint32_t token,
                            std::vector<std::uint64_t>& out, FeatureParts parts = kAllParts);

}  // namespace crossread
