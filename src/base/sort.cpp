#include "base/sort.h"

#include <algorithm>
#include <numeric>

namespace crossread {

std::vector<std::uint32_t> stable_order(std::size_t count, PositionOrder before) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), before);
  return order;
}

}  // namespace crossread
