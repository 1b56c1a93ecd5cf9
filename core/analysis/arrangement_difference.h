#pragma once
#include "core/analysis/clusters.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wardmote::analysis {

/// Two clusters of two arrangements that are taken to be the same one; 0: it has no counterpart.
struct ClusterMatch {
    plan::Id before = 0;
    plan::Id after = 0;
    std::int64_t sharedResidents = 0; ///< of the areas that are in both, as far as recorded
    std::size_t sharedAreas = 0;
    bool operator==(const ClusterMatch&) const = default;
};

/// An area whose main cluster is another one.
struct AreaMove {
    plan::Id area = 0;
    plan::Id from = 0;            ///< cluster of the arrangement before; 0: it was in none
    plan::Id to = 0;              ///< cluster of the arrangement after; 0: it is in none
    std::optional<int> residents; ///< nothing: not recorded
    plan::Id loggedAs = 0;        ///< the line of the rationale log that says why; 0: no reason is recorded
    bool operator==(const AreaMove&) const = default;
};

/// What is different between two arrangements of one plan, area by area.
struct ArrangementDifference {
    plan::Id before = 0;
    plan::Id after = 0;
    std::vector<ClusterMatch> matches; ///< by name of the cluster before; those without a counterpart last
    std::vector<AreaMove> moves;       ///< by name of the area; areas outside the council are left out
    std::optional<std::int64_t> residentsMoved; ///< as far as recorded; 0 only if nobody moves
    std::size_t withoutResidents = 0;           ///< areas that move whose residents are not recorded

    plan::Id matchOf(plan::Id clusterBefore) const; ///< 0: none
};

/// Compares main clusters. Clusters of two arrangements are matched one to one so that the most residents
/// stay where they are; of equal ways the one in which the most areas stay (then those without residents on
/// record, so that figures are the same in both directions), then the one that pairs the most equal names,
/// then by the order of names. A cluster that only changed its name has moved nobody. Clusters that share
/// neither an area nor a name are not matched. Cubic in the number of clusters.
ArrangementDifference differenceOf(const plan::Plan& plan, plan::Id before, plan::Id after);

/// Why an area is where it is in an arrangement: the last line of the rationale log that put it into this
/// cluster; null if there is none with a reason.
const plan::Move* reasonFor(const plan::Plan& plan, plan::Id arrangement, plan::Id area, plan::Id cluster);

} // namespace wardmote::analysis
