#include "core/analysis/proposal/proposal.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace wardmote::analysis {
namespace {

/// A new cluster is called after its area with most residents.
std::string nameFor(const plan::Plan& plan, const ProposedCluster& cluster) {
    const plan::Area* largest = nullptr;
    for (const auto id : cluster.areas) {
        const auto* area = plan.find<plan::Area>(id);
        if (area && (!largest || area->residents.value_or(-1) > largest->residents.value_or(-1))) {
            largest = area;
        }
    }
    return largest ? largest->name : "New " + plan.settings().clusterWord;
}

std::string rationaleFor(const ProposedArrangement& proposal, const ProposalOptions& options,
                         const std::string& base) {
    auto text = fmt::format(
        "Proposed by the program ({}; seed {}, start {}, {} steps). Largest deviation from the mean "
        "{:.1f} %.",
        base.empty() ? std::string("begun anew") : "improves “" + base + "”", proposal.recipe.seed,
        proposal.recipe.start, proposal.recipe.steps, proposal.measures.maxDeviationPercent);
    if (options.improve) {
        text += fmt::format(" Weight of staying {}.", proposal.staying);
    }
    return text;
}

} // namespace

plan::Changes accepted(const plan::Plan& plan, const ProposedArrangement& proposal,
                       const ProposalOptions& options, const std::string& name, plan::IdSource& ids) {
    const auto base = options.arrangement != 0 ? options.arrangement : arrangementShown(plan);
    const auto* before = plan.find<plan::Arrangement>(base);
    plan::Changes changes;
    plan::Arrangement arrangement;
    arrangement.id = ids.next();
    arrangement.name = name;
    arrangement.status = plan::ArrangementStatus::draft;
    arrangement.rationale =
        rationaleFor(proposal, options, options.improve && before ? before->name : std::string{});
    changes.insert(arrangement);

    std::set<int> colours;
    for (const auto& cluster : proposal.clusters) {
        const auto* source = plan.find<plan::Cluster>(cluster.cluster);
        if (source && source->colour) {
            colours.insert(*source->colour);
        }
    }
    for (const auto& proposed : proposal.clusters) {
        const auto* source = plan.find<plan::Cluster>(proposed.cluster);
        plan::Cluster cluster;
        if (source) {
            cluster = *source;
        } else {
            cluster.name = nameFor(plan, proposed);
        }
        cluster.id = ids.next();
        cluster.arrangement = {arrangement.id};
        cluster.sourceKey.clear();
        if (!source) {
            constexpr int palette = 12;
            int colour = 1;
            while (colour <= palette && !colours.insert(colour).second) {
                ++colour;
            }
            cluster.colour = colour <= palette ? colour : 1 + static_cast<int>(colours.size()) % palette;
        }
        std::vector<plan::ClusterArea> areas;
        const auto heldBefore = source ? source->areas : std::vector<plan::ClusterArea>{};
        for (const auto id : proposed.areas) {
            const bool locked = std::ranges::any_of(heldBefore, [&](const plan::ClusterArea& held) {
                return held.locked && held.main && held.area.id == id;
            });
            areas.push_back({{id}, true, locked});
        }
        for (const auto& held : heldBefore) {
            const auto* area = plan.find(held.area);
            const bool isMain = std::ranges::binary_search(proposed.areas, held.area.id);
            // Shared areas stay shared, and a neighbouring council's stay where they were joined.
            if ((!held.main && !isMain) || (area && area->outside == true)) {
                areas.push_back(held);
            }
        }
        cluster.areas = std::move(areas);
        changes.insert(cluster);
    }
    for (auto cluster : plan.all<plan::Cluster>()) { // took no part: stay as they are
        if (options.improve && cluster.locked == true && cluster.arrangement.id == base && base != 0) {
            cluster.id = ids.next();
            cluster.arrangement = {arrangement.id};
            cluster.sourceKey.clear();
            changes.insert(cluster);
        }
    }
    return changes;
}

} // namespace wardmote::analysis
