#pragma once
#include "core/analysis/clusters.h"

#include <map>
#include <vector>

namespace wardmote::analysis {

/// Which areas of a plan lie in which clusters of one arrangement. Links to areas that are gone are left out.
struct Membership {
    const plan::Plan* plan = nullptr;
    std::vector<const plan::Cluster*> clusters;         ///< by name
    std::map<plan::Id, std::vector<plan::Id>> mainOf;   ///< area -> its main clusters, by id; one is right
    std::map<plan::Id, std::vector<plan::Id>> othersOf; ///< area -> clusters that hold it beside its main one

    plan::Id mainCluster(plan::Id area) const; ///< the first if there are two; 0 if there is none
    /// Fills in areas and shared of one cluster.
    void list(const plan::Cluster& cluster, ClusterMeasures& measures) const;
    /// Fills in unassigned, withoutMain, doubleMain and unassignedResidents.
    void listLeftOver(ArrangementMeasures& measures) const;
    /// Sorts area ids by the areas' names.
    void sortByName(std::vector<plan::Id>& areas) const;
};

Membership membershipOf(const plan::Plan& plan, plan::Id arrangement);

/// Fills in the split footprints of the arrangement and of each cluster.
void splitFootprints(const plan::Plan& plan, const Membership& membership, ArrangementMeasures& measures);

} // namespace wardmote::analysis
