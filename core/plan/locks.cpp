#include "core/plan/locks.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::plan {

bool isLocked(const Arrangement& arrangement) {
    return arrangement.locked == true || arrangement.status == ArrangementStatus::agreed;
}

namespace {

std::string whyClosed(const Plan& plan, Id arrangement) {
    const auto* record = plan.find<Arrangement>(arrangement);
    if (!record || !isLocked(*record)) {
        return {};
    }
    if (record->status == ArrangementStatus::agreed) {
        return fmt::format("“{}” is agreed, so it stays as it is. Copy it, and change the copy.",
                           record->name);
    }
    return fmt::format("“{}” is locked. Unlock it, or copy it and change the copy.", record->name);
}

std::string whyKept(const Plan& plan, const Cluster& cluster) {
    return fmt::format("{} is locked: no area joins or leaves it until it is unlocked.",
                       nameOf(plan, RecordKind::cluster, cluster.id));
}

} // namespace

std::string whyNotMoved(const Plan& plan, Id arrangement, Id toCluster, std::span<const Id> areas) {
    if (auto closed = whyClosed(plan, arrangement); !closed.empty()) {
        return closed;
    }
    const auto* target = plan.find<Cluster>(toCluster);
    for (const auto area : areas) {
        bool held = false;
        for (const auto& cluster : plan.all<Cluster>()) {
            if (cluster.arrangement.id != arrangement) {
                continue;
            }
            const auto link = std::ranges::find_if(
                cluster.areas, [&](const ClusterArea& each) { return each.main && each.area.id == area; });
            if (link == cluster.areas.end()) {
                continue;
            }
            held = held || cluster.id == toCluster;
            if (cluster.id != toCluster && cluster.locked == true) {
                return whyKept(plan, cluster);
            }
            if (cluster.id != toCluster && link->locked) {
                return fmt::format("{} is locked in {}. Unlock it first.",
                                   nameOf(plan, RecordKind::area, area),
                                   nameOf(plan, RecordKind::cluster, cluster.id));
            }
        }
        if (!held && target && target->locked == true) {
            return whyKept(plan, *target);
        }
    }
    return {};
}

std::string whyNotChanged(const Plan& plan, Id arrangement, Id cluster) {
    if (auto closed = whyClosed(plan, arrangement); !closed.empty()) {
        return closed;
    }
    const auto* record = plan.find<Cluster>(cluster);
    if (!record) {
        return {};
    }
    const bool holdsLocked = std::ranges::any_of(record->areas, &ClusterArea::locked);
    if (record->locked == true || holdsLocked) {
        return fmt::format("{} {}. Unlock it first.", nameOf(plan, RecordKind::cluster, cluster),
                           record->locked == true ? "is locked" : "holds areas that are locked");
    }
    return {};
}

} // namespace wardmote::plan
