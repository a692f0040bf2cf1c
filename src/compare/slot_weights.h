// slot_weights.h — the weights of slots.h, in thousandths, one a feature. Set by hand until
// tools/train_slots.py has fitted them.
#pragma once

#include <array>
#include <cstdint>

namespace crossread {

constexpr std::array<std::int32_t, 20> kSlotWeights{
    -3200, 1600, 700, 900, 500, -1300, 2000, 1200, 500, -1000, 500, 800, -500, -200, 0, -100, -500, -400, 600, 0};

}  // namespace crossread
