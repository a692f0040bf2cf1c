#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace crossread {
namespace {

TEST(Sort, PutsInOrder) {
  std::vector<std::string> words = {"ccc", "a", "bb"};
  sort_by(words, [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  EXPECT_EQ(words, (std::vector<std::string>{"a", "bb", "ccc"}));
}

TEST(Sort, TakesAnEmptyListAndWhatCanOnlyBeMoved) {
  std::vector<std::unique_ptr<int>> list;
  const auto by_value = [](const auto& a, const auto& b) { return *a < *b; };
  sort_by(list, by_value);
  EXPECT_TRUE(list.empty());
  list.push_back(std::make_unique<int>(2));
  list.push_back(std::make_unique<int>(1));
  sort_by(list, by_value);
  EXPECT_EQ(*list[0], 1);
  EXPECT_EQ(*list[1], 2);
}

TEST(Sort, GivesPositions) {
  const std::vector<int> values = {30, 10, 20, 10};
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; };
  EXPECT_EQ(stable_order(values.size(), PositionOrder(before)),
            (std::vector<std::uint32_t>{1, 3, 2, 0}));
}

TEST(Sort, OrdersAsTheStandardOneDoesAndKeepsWhatIsEqual) {
  std::mt19937 random(7);
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<std::pair<std::uint32_t, std::size_t>> list;
    for (std::size_t i = 0; i < count; ++i) list.emplace_back(random() % 7, i);
    auto expected = list;
    const auto by_key = [](const auto& a, const auto& b) { return a.first > b.first; };
    std::stable_sort(expected.begin(), expected.end(), by_key);
    sort_by(list, by_key);
    ASSERT_EQ(list, expected) << count;
  }
}

}  // namespace
}  // namespace crossread
