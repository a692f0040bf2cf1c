// The index of the name tables (src/tables/names_index.bin) says what the tables say. If this
// fails after a change of a table: train_names --index src/tables/names_index.bin
#include <gtest/gtest.h>

#include <string>

#include "mention/name_lexicon.h"
#include "mention/name_model.h"
#include "support/notation.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr Signs kStarts = bit(Start::place) | bit(Start::organisation) | bit(Start::title);

class WordTable : public testing::TestWithParam<const char*> {};
TEST_P(WordTable, IsIndexedWordByWord) {
  for (const auto& entry : table(GetParam())) {
    EXPECT_EQ(indexed_signs(hash_word(entry.key)) & ~kStarts, signs_by_tables(entry.key))
        << entry.key;
  }
}
INSTANTIATE_TEST_SUITE_P(Index, WordTable,
                         testing::Values("name_words", "first_names", "demonyms", "family_first"));

struct PhraseTable {
  const char* name;
  Start start;
};
class Phrases : public testing::TestWithParam<PhraseTable> {};
TEST_P(Phrases, AreIndexedByTheirFirstWord) {
  for (const auto& entry : table(GetParam().name)) {
    const Document d = document_of(entry.key);
    const Signs signs = indexed_signs(hash_word(d.folded(d.tokens[0])));
    EXPECT_NE(signs & bit(GetParam().start), 0u) << entry.key;
  }
}
INSTANTIATE_TEST_SUITE_P(Index, Phrases,
                         testing::Values(PhraseTable{"places", Start::place},
                                         PhraseTable{"organisations", Start::organisation},
                                         PhraseTable{"brands", Start::organisation},
                                         PhraseTable{"titles", Start::title}));

TEST(StaticFunction, KnowsFewStrangers) {
  int known = 0;
  for (int i = 0; i < 10'000; ++i) known += indexed_signs(hash_word("zq" + std::to_string(i))) != 0;
  EXPECT_LT(known, 30);
}

TEST(NameModel, OpensTheBuiltInWeightsAndRefusesOthers) {
  EXPECT_FALSE(built_in_name_model().empty());
  EXPECT_TRUE(NameModel("").empty());
  EXPECT_TRUE(NameModel(std::string(5000, '\0')).empty());
  EXPECT_TRUE(NameModel(blob("names_model").substr(0, 4000)).empty());
}

}  // namespace
}  // namespace crossread
