#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geography/neighbours.h"

#include <span>
#include <vector>

namespace wardmote::geography {

/// How much of a place lies within a region.
struct LandShare {
    plan::Id place = 0;
    double share = 1; ///< of the place's land, over 0, 1 for all of it
    bool operator==(const LandShare&) const = default;
};

struct LandShareOptions {
    /// A smaller part of a place counts as none, a larger one as all: two bodies draw one line differently.
    double least = 0.02;
    /// A part, or what is left beside it, counts as none as well where it is a narrower strip than this.
    double widthMetres = 30;
};

/// For each region, the places that lie in it wholly or in part, by id. A place without a boundary lies in a
/// region wholly or not at all, by its point; with neither, in none. A region that is null or empty holds
/// none. Stops with an Error when asked to.
Result<std::vector<std::vector<LandShare>>> landShares(std::span<const plan::ShapeRef> regions,
                                                       std::span<const Place> places,
                                                       const LandShareOptions& options = {},
                                                       const Progress& progress = {});

} // namespace wardmote::geography
