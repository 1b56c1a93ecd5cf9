#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <tuple>

namespace wardmote::analysis {

using plan::Id;

Membership membershipOf(const plan::Plan& plan, Id arrangement) {
    Membership membership;
    membership.plan = &plan;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (cluster.arrangement.id != arrangement || arrangement == 0) {
            continue;
        }
        membership.clusters.push_back(&cluster);
        for (const auto& held : cluster.areas) {
            if (plan.find(held.area)) {
                auto& clusters = (held.main ? membership.mainOf : membership.othersOf)[held.area.id];
                if (clusters.empty() || clusters.back() != cluster.id) {
                    clusters.push_back(cluster.id);
                }
            }
        }
    }
    std::ranges::sort(membership.clusters, [](const plan::Cluster* a, const plan::Cluster* b) {
        return std::tie(a->name, a->id) < std::tie(b->name, b->id);
    });
    return membership;
}

Id Membership::mainCluster(Id area) const {
    const auto found = mainOf.find(area);
    return found == mainOf.end() ? 0 : found->second.front();
}

void Membership::sortByName(std::vector<Id>& areas) const {
    std::ranges::sort(areas, [&](Id a, Id b) {
        return std::tuple(std::string_view(plan->find<plan::Area>(a)->name), a) <
               std::tuple(std::string_view(plan->find<plan::Area>(b)->name), b);
    });
}

void Membership::list(const plan::Cluster& cluster, ClusterMeasures& measures) const {
    std::vector<Id> shared;
    for (const auto& held : cluster.areas) {
        if (plan->find(held.area)) {
            const bool outside = plan->find(held.area)->outside == true;
            (outside ? measures.outside : held.main ? measures.areas : shared).push_back(held.area.id);
        }
    }
    sortByName(measures.areas);
    sortByName(measures.outside);
    sortByName(shared);
    for (const auto area : shared) {
        measures.shared.push_back({area, mainCluster(area)});
    }
}

void Membership::listLeftOver(ArrangementMeasures& measures) const {
    std::optional<std::int64_t> residents;
    for (const auto& area : plan->all<plan::Area>()) {
        if (area.outside == true) {
            continue;
        }
        const auto main = mainOf.find(area.id);
        if (main != mainOf.end()) {
            if (main->second.size() > 1) {
                measures.doubleMain.push_back({area.id, main->second});
            }
            continue;
        }
        (othersOf.contains(area.id) ? measures.withoutMain : measures.unassigned).push_back(area.id);
        if (area.residents) {
            residents = residents.value_or(0) + *area.residents;
        }
    }
    if (measures.unassigned.empty() && measures.withoutMain.empty()) {
        residents = 0;
    }
    measures.unassignedResidents = residents;
    sortByName(measures.unassigned);
    sortByName(measures.withoutMain);
}

void splitFootprints(const plan::Plan& plan, const Membership& membership, ArrangementMeasures& measures) {
    std::vector<const plan::Footprint*> footprints;
    for (const auto& footprint : plan.all<plan::Footprint>()) {
        footprints.push_back(&footprint);
    }
    const auto key = [&](const plan::Footprint* footprint) {
        const auto* set = plan.find(footprint->set);
        return std::tuple(set ? set->name : std::string{}, footprint->name, footprint->id);
    };
    std::ranges::sort(footprints, {}, key);

    for (const auto* footprint : footprints) {
        struct Part {
            double residents = 0;
            bool known = true;
        };
        std::map<Id, Part> parts; // by cluster, 0 for none
        for (const auto& held : footprint->areas) {
            const auto* area = plan.find(held.area);
            if (!area || held.share == 0.0) {
                continue;
            }
            auto& part = parts[membership.mainCluster(area->id)];
            part.known = part.known && area->residents.has_value();
            part.residents += area->residents.value_or(0) * held.share.value_or(1);
        }
        if (parts.size() < 2) {
            continue;
        }
        SplitFootprint split{footprint->id, footprint->set.id, {}, std::nullopt, std::nullopt};
        double total = 0;
        bool known = true;
        for (const auto& [cluster, part] : parts) {
            split.clusters.push_back(cluster);
            total += part.residents;
            known = known && part.known;
        }
        if (known) {
            split.residentsInAll = total;
        }
        measures.splitFootprints.push_back(split);
        for (auto& cluster : measures.clusters) {
            const auto part = parts.find(cluster.id);
            if (part != parts.end()) {
                split.residentsHere =
                    part->second.known ? std::optional(part->second.residents) : std::nullopt;
                cluster.splitFootprints.push_back(split);
            }
        }
    }
}

} // namespace wardmote::analysis
