#pragma once
#include "core/analysis/proposal/unit_graph.h"

#include <limits>
#include <vector>

namespace wardmote::analysis::proposal {

/// What an arrangement of units is to be like. Weights are 0 or more; the cost that they make up is
///
///     sum over clusters of  balance d^2 + compactness s        d = (residents - mean) / mean
///     + footprints x (clusters that each footprint touches, less one)
///     + staying x share of the residents that change their cluster
///
/// s = u + 0.3 u^8 + 2 u^16 + 16 u^24 with u = 1 - PP and PP the Polsby-Popper compactness: the higher powers
/// keep single clusters from straggling for the good of the others. The band of residents is no weight: an
/// arrangement within it always comes before one that is not.
struct Aims {
    Label clusters = 1;
    double least = 0; ///< residents of a cluster
    double most = std::numeric_limits<double>::infinity();
    double balance = 0.3;
    double compactness = 1;
    double footprints = 1;
    double staying = 0;
    std::vector<Label> pinned; ///< by unit, noLabel where free; or empty
    std::vector<std::vector<Unit>>
        apart; ///< by unit, those that must be in other clusters; or empty. Both ways
    std::vector<std::vector<Unit>> preferred; ///< footprints that should be whole, by their units
    std::vector<Label> present;               ///< by unit, noLabel where none; or empty
};

/// How good an arrangement is: first by how far its clusters are outside the band, then by cost.
struct Standing {
    /// Summed over clusters, in shares of the mean, and one for each pair that is to be apart and is not; 0
    /// where all that must be is.
    double outside = 0;
    double cost = 0;
    bool operator<(const Standing& other) const {
        return outside != other.outside ? outside < other.outside : cost < other.cost;
    }
};

} // namespace wardmote::analysis::proposal
