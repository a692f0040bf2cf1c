#include "mention/name_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "mention/form_index.h"
#include "support/notation.h"

namespace crossread {
namespace {

constexpr const char* kText =
    "Prime Minister Karl Brenner of Verdemar met Corvane Systems Inc. chief Ana Holm in Porto "
    "Alvo.\n\n"
    "“Brenner will resign,” Ms. Holm told The Meridian on Tuesday. Corvane declined to comment.";

// The tagger adds up what a form is worth once and brings in the rest at each place.
TEST(NameFeatures, AreThoseOfTheirPartsAndNothingElse) {
  const Document document = document_of(kText);
  const NameLexicon lexicon(document);
  const NameContext context(document, lexicon, built_in_name_model());
  ASSERT_GT(context.segments().size(), 5u);
  for (std::size_t s = 0; s < context.segments().size(); ++s) {
    for (std::uint32_t i = context.segments()[s].first; i < context.segments()[s].last; ++i) {
      std::vector<std::uint64_t> all;
      name_features(context, s, i, all);
      std::vector<std::uint64_t> parts;
      std::vector<std::uint64_t> one;
      for (const FeaturePart part :
           {FeaturePart::own, FeaturePart::left, FeaturePart::right, FeaturePart::far_left,
            FeaturePart::far_right, FeaturePart::place}) {
        name_features(context, s, i, one, part_bit(part));
        EXPECT_FALSE(one.empty());
        parts.insert(parts.end(), one.begin(), one.end());
      }
      std::sort(all.begin(), all.end());
      std::sort(parts.begin(), parts.end());
      EXPECT_EQ(all, parts) << document.surface(document.tokens[i]);
    }
  }
}

TEST(NameFeatures, OfOneFormAreTheSameWhereverItStands) {
  const Document document = document_of(kText);
  const NameLexicon lexicon(document);
  const NameContext context(document, lexicon, built_in_name_model());
  std::vector<std::vector<std::uint64_t>> known(context.forms().size());
  for (std::size_t s = 0; s < context.segments().size(); ++s) {
    for (std::uint32_t i = context.segments()[s].first; i < context.segments()[s].last; ++i) {
      std::vector<std::uint64_t> own;
      name_features(context, s, i, own, part_bit(FeaturePart::own));
      std::vector<std::uint64_t>& before = known[context.forms()[i]];
      if (!before.empty()) {
        EXPECT_EQ(own, before) << document.surface(document.tokens[i]);
      }
      before = own;
    }
  }
}

TEST(FormIndex, NumbersFormsInTheOrderTheyCome) {
  const Document document = document_of("The vote, the vote and the talks.");
  const FormIndex forms(document);
  EXPECT_EQ(forms[0], 0u);        // The
  EXPECT_EQ(forms[1], forms[4]);  // vote
  EXPECT_EQ(forms[3], forms[6]);  // the
  EXPECT_NE(forms[0], forms[3]);
  EXPECT_EQ(forms.first_token(forms[6]), 3u);
}

}  // namespace
}  // namespace crossread
