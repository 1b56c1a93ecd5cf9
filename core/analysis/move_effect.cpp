#include "core/analysis/move_effect.h"

#include "core/analysis/clusters_parts.h"
#include "core/plan/locks.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;

/// The cluster's record as the move would leave it.
plan::Cluster changed(const plan::Cluster& cluster, const std::set<Id>& areas, Id target) {
    auto after = cluster;
    if (cluster.id != target) {
        std::erase_if(after.areas, [&](const plan::ClusterArea& held) {
            return areas.contains(held.area.id) && (held.main || target == 0);
        });
        return after;
    }
    auto missing = areas;
    for (auto& held : after.areas) {
        if (missing.erase(held.area.id) != 0) {
            held.main = true;
        }
    }
    for (const auto area : missing) {
        after.areas.push_back({{area}, true, false});
    }
    return after;
}

bool concerns(const plan::Cluster& cluster, const std::set<Id>& areas, Id target) {
    return cluster.id == target || std::ranges::any_of(cluster.areas, [&](const plan::ClusterArea& held) {
               return areas.contains(held.area.id) && (held.main || target == 0);
           });
}

std::vector<ChangedFootprint::Part> partsOf(const plan::Plan& plan, const plan::Footprint& footprint,
                                            const Membership& membership) {
    struct Sum {
        double residents = 0;
        bool known = true;
    };
    std::map<Id, Sum> sums;
    for (const auto& held : footprint.areas) {
        const auto* area = plan.find(held.area);
        if (area && held.share != 0.0) {
            auto& sum = sums[membership.mainCluster(area->id)];
            sum.known = sum.known && area->residents.has_value();
            sum.residents += area->residents.value_or(0) * held.share.value_or(1);
        }
    }
    std::vector<ChangedFootprint::Part> parts;
    for (const auto& [cluster, sum] : sums) {
        parts.push_back({cluster, sum.known ? std::optional(sum.residents) : std::nullopt});
    }
    return parts;
}

} // namespace

MoveEffects::MoveEffects(plan::PlanRef plan, std::shared_ptr<const ArrangementMeasures> measures,
                         std::shared_ptr<const Neighbours> neighbours)
    : plan_(std::move(plan)), measures_(std::move(measures)), neighbours_(std::move(neighbours)),
      membership_(membershipOf(*plan_, measures_->arrangement)),
      holdsParishes_(analysis::holdsParishes(*plan_)) {
    for (const auto& footprint : plan_->all<plan::Footprint>()) {
        for (const auto& held : footprint.areas) {
            footprintsOf_[held.area.id].push_back(&footprint);
        }
    }
}

ClusterMeasures MoveEffects::measured(const plan::Cluster& cluster, const Membership& membership) const {
    ClusterMeasures measures;
    measures.id = cluster.id;
    measures.name = cluster.name;
    membership.list(cluster, measures);
    countResidents(measures, *plan_, holdsParishes_);
    if (neighbours_) {
        measurePieces(measures, *neighbours_);
    }
    return measures;
}

MoveEffect MoveEffects::of(std::span<const Id> areas, Id toCluster) const {
    MoveEffect effect;
    effect.base = measures_;
    effect.target = toCluster;
    std::set<Id> asked;
    for (const auto area : areas) {
        if (plan_->find<plan::Area>(area) && asked.insert(area).second) {
            const auto main = membership_.mainOf.find(area);
            const bool there = main == membership_.mainOf.end()
                                   ? toCluster == 0 && !membership_.othersOf.contains(area)
                                   : main->second.size() == 1 && main->second.front() == toCluster;
            if (!there) {
                effect.moved.push_back(area);
            }
        }
    }
    const bool known = toCluster == 0 || std::ranges::any_of(membership_.clusters, [&](const auto* cluster) {
                           return cluster->id == toCluster;
                       });
    if (effect.moved.empty() || !known) {
        effect.moved.clear();
        return effect;
    }
    effect.refusal = plan::whyNotMoved(*plan_, measures_->arrangement, toCluster, effect.moved);
    const std::set<Id> moved(effect.moved.begin(), effect.moved.end());
    for (std::size_t i = 0; i < membership_.clusters.size(); ++i) {
        const auto& cluster = *membership_.clusters[i];
        if (concerns(cluster, moved, toCluster)) {
            // Both lists are by name and id.
            effect.clusters.push_back(
                {&measures_->clusters[i], measured(changed(cluster, moved, toCluster), membership_)});
        }
    }
    std::ranges::stable_partition(effect.clusters,
                                  [&](const ChangedCluster& each) { return each.after.id == toCluster; });
    follow(effect);
    splitFootprints(effect);
    return effect;
}

/// The mean moves with a cluster that is emptied or filled, and with it every deviation.
void MoveEffects::follow(MoveEffect& effect) const {
    double residents = 0;
    int counted = 0;
    for (const auto& before : measures_->clusters) {
        const auto found = std::ranges::find(effect.clusters, &before, &ChangedCluster::before);
        const auto& now = found == effect.clusters.end() ? before : found->after;
        if (now.residents && !now.areas.empty()) {
            residents += static_cast<double>(*now.residents);
            ++counted;
        }
    }
    if (counted > 0) {
        effect.meanResidents = residents / counted;
    }
    const auto target = targetOf(plan_->settings(), effect.meanResidents);
    for (auto& cluster : effect.clusters) {
        for (auto& shared : cluster.after.shared) {
            if (std::ranges::find(effect.moved, shared.area) != effect.moved.end()) {
                shared.mainCluster = effect.target;
            }
        }
        compareWith(cluster.after, effect.meanResidents, target);
    }
}

void MoveEffects::splitFootprints(MoveEffect& effect) const {
    std::set<const plan::Footprint*> touched;
    for (const auto area : effect.moved) {
        if (const auto found = footprintsOf_.find(area); found != footprintsOf_.end()) {
            touched.insert(found->second.begin(), found->second.end());
        }
    }
    if (touched.empty()) {
        return;
    }
    Membership after; // of the areas of these footprints alone
    after.plan = plan_.get();
    const std::set<Id> moved(effect.moved.begin(), effect.moved.end());
    for (const auto* footprint : touched) {
        for (const auto& held : footprint->areas) {
            const bool moves = moved.contains(held.area.id);
            const auto cluster = moves ? effect.target : membership_.mainCluster(held.area.id);
            if (cluster != 0) {
                after.mainOf[held.area.id] = {cluster};
            }
        }
    }
    for (const auto* footprint : touched) {
        ChangedFootprint change{footprint->id, partsOf(*plan_, *footprint, membership_),
                                partsOf(*plan_, *footprint, after)};
        if (change.before != change.after) {
            effect.footprints.push_back(std::move(change));
        }
    }
    const auto key = [&](const ChangedFootprint& change) {
        const auto* footprint = plan_->find<plan::Footprint>(change.footprint);
        const auto* set = plan_->find(footprint->set);
        return std::tuple(set ? set->name : std::string{}, footprint->name, footprint->id);
    };
    std::ranges::sort(effect.footprints, {}, key);
}

} // namespace wardmote::analysis
