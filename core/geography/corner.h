#pragma once
#include "core/plan/shape.h"

#include <cmath>
#include <compare>
#include <cstdint>

namespace wardmote::geography {

/// Coordinates in whole millimetres: files write the same corner with a different last digit.
struct Corner {
    std::int64_t x;
    std::int64_t y;
    auto operator<=>(const Corner&) const = default;
};

inline Corner cornerOf(plan::Point p) {
    return {std::llround(p.easting * 1000), std::llround(p.northing * 1000)};
}

} // namespace wardmote::geography
