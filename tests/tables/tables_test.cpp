#include "tables/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace crossread {
namespace {

const Table kTable(
    "# Words for these tests, MIT.\n"
    "New Delhi\tcity\tIN\n"
    "New York\tcity\tUS\n"
    "New York Times\torg\n"
    "New York's\todd\n"
    "alone\n"
    "empty\t\tsecond\n"
    "über\tword\n");

TEST(Table, FindsEveryRowByItsKey) {
  EXPECT_EQ(kTable.find("New Delhi").field(1), "IN");
  EXPECT_EQ(kTable.find("New York").field(1), "US");
  EXPECT_EQ(kTable.find("New York Times").field(0), "org");
  EXPECT_EQ(kTable.find("New York's").field(0), "odd");
  EXPECT_EQ(kTable.find("über").field(0), "word");
}

TEST(Table, ARowMayHaveAKeyAloneOrAnEmptyField) {
  EXPECT_TRUE(kTable.has("alone"));
  EXPECT_EQ(kTable.find("alone").fields, "");
  EXPECT_EQ(kTable.find("empty").field(0), "");
  EXPECT_EQ(kTable.find("empty").field(1), "second");
  EXPECT_EQ(kTable.find("empty").field(2), "");
}

TEST(Table, KnowsNoKeyThatIsOnlyPartOfOneOrRunsPastIt) {
  for (const char* key : {"", "New", "New Yor", "New York Time", "New York Times ", "alon",
                          "alonee", "#", "# Words for these tests, MIT.", "A", "zzz", "\xff", "übe",
                          "city", "New Delhi\tcity", "alone\nempty", "New Delhi\t"}) {
    EXPECT_FALSE(kTable.has(key)) << key;
  }
}

TEST(Table, SaysWhetherALongerPhraseMayFollow) {
  EXPECT_TRUE(kTable.continues("New"));
  EXPECT_TRUE(kTable.continues("New York"));
  for (const char* prefix :
       {"", "Ne", "New Delhi", "New York Times", "New York's", "alone", "zzz"}) {
    EXPECT_FALSE(kTable.continues(prefix)) << prefix;
  }
}

TEST(Table, ContinuationIsSeenThoughOtherSignsSortBetween) {
  const Table sorted("a\na b\na!\nab\n");
  EXPECT_TRUE(sorted.continues("a"));
  EXPECT_TRUE(sorted.has("a!"));
}

TEST(Table, IsReadRowByRowInOrder) {
  std::vector<std::string> keys;
  for (const Table::Entry& entry : kTable) {
    keys.emplace_back(entry.key);
    EXPECT_EQ(kTable.find(entry.key).fields, entry.fields);
  }
  EXPECT_EQ(keys, (std::vector<std::string>{"New Delhi", "New York", "New York Times", "New York's",
                                            "alone", "empty", "über"}));
}

TEST(Table, EmptyOnesHaveNoRows) {
  for (const char* bytes : {"", "#", "# only a first line", "# only a first line\n"}) {
    const Table table{std::string_view(bytes)};
    EXPECT_FALSE(table.has("a")) << bytes;
    EXPECT_FALSE(table.continues("a")) << bytes;
    EXPECT_EQ(table.begin(), table.end()) << bytes;
  }
}

TEST(Table, LastRowNeedsNoNewline) {
  const Table table("a\t1\nb\t2");
  EXPECT_EQ(table.find("b").field(0), "2");
  EXPECT_FALSE(table.has("c"));
}

TEST(Table, FindsWhatAPlainSearchFindsAmongManyKeys) {
  std::string bytes = "# Generated.\n";
  std::vector<std::string> keys;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char* tail : {"", " b", " b c", "'s", "-x", "a", "é"})
      keys.push_back(a + std::string(tail));
  }
  std::sort(keys.begin(), keys.end());
  for (const std::string& key : keys) bytes += key + "\t" + key + "!\n";
  const Table table{std::string_view(bytes)};
  for (const std::string& key : keys) {
    EXPECT_EQ(table.find(key).fields, key + "!");
    EXPECT_FALSE(table.has(key + "?"));
    EXPECT_EQ(table.continues(key), std::find(keys.begin(), keys.end(),
                                              key + (key.size() == 1 ? " b" : " c")) != keys.end())
        << key;
  }
}

TEST(Blob, IsEmptyWhenThereIsNone) { EXPECT_TRUE(blob("no such weights").empty()); }

TEST(TableByName, IsEmptyWhenThereIsNone) { EXPECT_TRUE(table("no such table").bytes().empty()); }

}  // namespace
}  // namespace crossread
