// sort.h — puts a list in order; what is equal keeps its order.
//
// The order is found on positions, by one machine for lists of every type, and the elements are
// moved once. std::stable_sort is made anew for each type, some thirty functions each: with forty
// lists to order that was a fifth of the code.
//
//     std::vector<Fact> facts = {a, b, c};
//     sort_by(facts, [](const Fact& x, const Fact& y) { return x.score > y.score; });
//
// Cost: n log n calls of `before` through a pointer; n positions and n elements for a moment.
// Numbers and whatever else has an order of its own are left to std::sort.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace crossread {

// Whether the element at the first position stands before the one at the second.
class PositionOrder {
 public:
  // Points at `before`, which must live as long.
  template <class Before>
  explicit PositionOrder(const Before& before)
      : before_(&before), call_([](const void* f, std::uint32_t a, std::uint32_t b) {
          return (*static_cast<const Before*>(f))(a, b);
        }) {}

  bool operator()(std::uint32_t a, std::uint32_t b) const { return call_(before_, a, b); }

 private:
  const void* before_;
  bool (*call_)(const void*, std::uint32_t, std::uint32_t);
};

// The positions 0 … count - 1 in order; equal ones in the order they have.
std::vector<std::uint32_t> stable_order(std::size_t count, PositionOrder before);

template <class T, class Before>
void sort_by(std::vector<T>& list, const Before& before) {
  const auto of_positions = [&](std::uint32_t a, std::uint32_t b) {
    return before(list[a], list[b]);
  };
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (const std::uint32_t at : stable_order(list.size(), PositionOrder(of_positions)))
    sorted.push_back(std::move(list[at]));
  list = std::move(sorted);
}

}  // namespace crossread
