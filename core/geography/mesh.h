#pragma once
#include "core/geography/schematic.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wardmote::geography {

/// A stretch of boundary with the same two places on its sides, both end points included.
struct Arc {
    std::uint32_t place = 0;
    std::int64_t other = -1; ///< position of the place on the other side; -1: none, or its line differs
    std::vector<plan::Point> points;
};

/// A ring of a place as arcs one after another; each begins where the one before ends.
struct ArcRing {
    std::uint32_t place = 0;
    bool outer = true;
    std::vector<Arc> arcs;
};

/// The boundaries of many places cut into arcs, so that a common line can be thinned once and drawn alike
/// from both sides, and a cluster's outline is the arcs with another cluster on the other side. Rings in
/// order of place.
std::vector<ArcRing> arcsOf(std::span<const PlaceShape> places);

} // namespace wardmote::geography
