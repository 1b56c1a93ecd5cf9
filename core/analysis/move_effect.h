#pragma once
#include "core/analysis/clusters_membership.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace wardmote::analysis {

/// A cluster that a move would change. Of the measures after it only these are filled in: areas, shared,
/// outside, residents and areas without, parished and unparished areas and shares, pieces, contiguous,
/// deviations, withinBand.
struct ChangedCluster {
    const ClusterMeasures* before = nullptr; ///< of the base
    ClusterMeasures after;
};

/// A footprint whose areas would lie otherwise. Parts by cluster, 0 for "in no cluster".
struct ChangedFootprint {
    struct Part {
        plan::Id cluster = 0;
        std::optional<double> residents; ///< of the footprint's; nothing where not recorded
        bool operator==(const Part&) const = default;
    };
    plan::Id footprint = 0;
    std::vector<Part> before; ///< by id of cluster
    std::vector<Part> after;
    bool wasSplit() const { return before.size() > 1; }
    bool isSplit() const { return after.size() > 1; }
};

/// What a move would do, before it is made.
struct MoveEffect {
    std::shared_ptr<const ArrangementMeasures> base; ///< before it; `clusters` point into it
    plan::Id target = 0;                             ///< 0: out of every cluster
    std::vector<plan::Id> moved;                     ///< areas that would lie elsewhere, as given
    std::string refusal;                             ///< why locks forbid it; empty: they do not
    std::vector<ChangedCluster> clusters;            ///< the target first, then those that lose areas, by
                                          ///< name; not those that only share one that moves elsewhere
    std::vector<ChangedFootprint> footprints; ///< whose parts change, by name of set and footprint
    std::optional<double> meanResidents;      ///< of the clusters, after it
};

/// Answers "what if these areas went there?" for one arrangement again and again, as while a person drags an
/// area over the map: what does not hang on the question is prepared once, an answer looks at the clusters
/// and footprints concerned alone. Equal to measuredClusters of the plan after the move. Any thread.
class MoveEffects {
public:
    /// `measures` are those of the plan's arrangement. Without neighbours nothing is said of pieces.
    MoveEffects(plan::PlanRef plan, std::shared_ptr<const ArrangementMeasures> measures,
                std::shared_ptr<const Neighbours> neighbours);

    /// Of ids that are no area of the plan, and of those that are there already, nothing is said.
    MoveEffect of(std::span<const plan::Id> areas, plan::Id toCluster) const;

    const plan::PlanRef& plan() const { return plan_; }
    const ArrangementMeasures& measures() const { return *measures_; }

private:
    ClusterMeasures measured(const plan::Cluster& cluster, const Membership& membership) const;
    void follow(MoveEffect& effect) const;
    void splitFootprints(MoveEffect& effect) const;

    plan::PlanRef plan_;
    std::shared_ptr<const ArrangementMeasures> measures_;
    std::shared_ptr<const Neighbours> neighbours_;
    Membership membership_;
    std::map<plan::Id, std::vector<const plan::Footprint*>> footprintsOf_; ///< by area
    bool holdsParishes_ = false;
};

} // namespace wardmote::analysis
