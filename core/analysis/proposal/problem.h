#pragma once
#include "core/analysis/proposal/proposal.h"

/// From a plan and what is asked of it to units and aims. Not for use outside this folder.
namespace wardmote::analysis::proposal {

struct Problem {
    std::vector<plan::Id> areas; ///< those that take part, in order of id
    std::vector<Unit> unitOf;    ///< by position in areas
    UnitGraph areaGraph;         ///< of areas
    UnitGraph graph;             ///< of units: areas that stay together are one
    Aims aims;
    std::vector<plan::Id> clusters;                   ///< by label: of the arrangement that exists; 0: new
    std::vector<Label> presentByArea;                 ///< by position in areas; noLabel: none
    std::optional<std::vector<Label>> from;           ///< by unit; where the arrangement is improved
    std::vector<std::vector<std::size_t>> footprints; ///< kept whole or preferred, by positions in areas
    std::vector<plan::Id> lockedClusters;             ///< take no part, with their areas; by id
    std::vector<Label> clusterCounts;                 ///< numbers of clusters to try, the likeliest first
    std::vector<Obstacle> obstacles;
    bool shapesKnown = true;
};

Result<Problem> problemOf(const plan::Plan& plan, const Neighbours& neighbours,
                          const ProposalOptions& options);

/// Sets what depends on the number of clusters. False, with an obstacle, where the band can't be met with it
/// whatever the arrangement; the band is then the nearest that might be.
void setClusters(Problem& problem, const ProposalOptions& options, Label clusters);

} // namespace wardmote::analysis::proposal
