#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geography/neighbours.h"

#include <span>
#include <vector>

namespace wardmote::geography {

/// Land that no place covers, closed in by places: a hole in the layer.
struct Gap {
    std::vector<plan::Id> around; ///< places whose boundary it touches, by id
    double squareMetres = 0;
    plan::Box box;
    bool operator==(const Gap&) const = default;
};

/// Two places that cover the same land.
struct Overlap {
    plan::Id a = 0; ///< a < b
    plan::Id b = 0;
    double squareMetres = 0;
    bool operator==(const Overlap&) const = default;
};

struct Cover {
    std::vector<Gap> gaps;         ///< the largest first
    std::vector<Overlap> overlaps; ///< the largest first
    bool complete = true;          ///< false: more overlaps than were looked at
};

struct CoverOptions {
    /// Narrower strips are the width of a drawn line, not land: of a strip as wide as it is long in the mean,
    /// twice its area by its perimeter.
    double widthMetres = 20;
    /// Smaller pieces are left out.
    double squareMetres = 2'500;
    /// Two whole layers on top of one another overlap everywhere; so many are enough to say so.
    std::size_t mostOverlaps = 2'000;
};

/// Whether boundaries cover each place once. Land open to the outside (a bay, the edge of the plan) is no
/// gap. Places without a recorded boundary take no part. Lines that two places share in opposite directions
/// cancel out; the rest, cut where they cross, divide the plane into faces, and each face is asked how many
/// places cover it. Two seconds for England's wards. Stops with an Error when asked to.
Result<Cover> coverOf(std::span<const Place> places, const CoverOptions& options = {},
                      const Progress& progress = {});

} // namespace wardmote::geography
