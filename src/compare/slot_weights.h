// slot_weights.h — the weights of slots.h, in thousandths, one a SlotFeature in its order. Set by
// hand until tools/train_slots.py has fitted them.
#pragma once

#include <array>
#include <cstdint>

namespace crossread {

constexpr std::array<std::int32_t, 28> kSlotWeights{
    -1619, 1889, 1298, 451,  -69,  -526, 1611,  -1528, 72,   -62,  178,   -1234, -2051, 78,
    301,   275,  -124, -232, 1134, 157,  -2500, -1000, -500, 1200, -1500, 1300,  1000,  1500};

}  // namespace crossread
