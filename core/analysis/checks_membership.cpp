#include "core/analysis/checks_collector.h"
#include "core/plan/wording.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

std::vector<std::string> names(const Checking& checking, const std::vector<Id>& clusters) {
    std::vector<std::string> result;
    for (const auto id : clusters) {
        result.push_back(checking.clusterName(id));
    }
    return result;
}

void leftOver(Checking& checking) {
    for (const auto id : checking.measures.unassigned) {
        checking.add("area-in-no-cluster",
                     fmt::format("{} is in no {}.", checking.areaName(id), checking.clusterWord()),
                     {linkTo(RecordKind::area, id)});
    }
    for (const auto id : checking.measures.withoutMain) {
        checking.add("area-in-no-cluster",
                     fmt::format("{} is shared by {}, but none is its main one.", checking.areaName(id),
                                 checking.clusterWords()),
                     {linkTo(RecordKind::area, id)});
    }
    for (const auto& twice : checking.measures.doubleMain) {
        std::vector<RecordLink> records{linkTo(RecordKind::area, twice.area)};
        for (const auto cluster : twice.clusters) {
            records.push_back(linkTo(RecordKind::cluster, cluster));
        }
        checking.add("area-in-two-main-clusters",
                     fmt::format("{} has {} main {}: {}.", checking.areaName(twice.area),
                                 twice.clusters.size(), checking.clusterWords(),
                                 listed(names(checking, twice.clusters))),
                     std::move(records));
    }
}

void outsideBand(Checking& checking) {
    for (const auto& cluster : checking.measures.clusters) {
        if (cluster.areas.empty()) {
            checking.add("cluster-empty", fmt::format("{} has no areas.", cluster.name),
                         {linkTo(RecordKind::cluster, cluster.id)});
        }
        if (cluster.withinBand.value_or(true)) {
            continue;
        }
        const auto& target = *checking.measures.target;
        const bool tooMany = target.most && static_cast<double>(*cluster.residents) > *target.most;
        const double limit = tooMany ? *target.most : *target.least;
        checking.add("cluster-outside-band",
                     fmt::format("{} has {} residents, {} the {} that the plan's target allows.",
                                 cluster.name, plan::withThousands(*cluster.residents),
                                 tooMany ? "more than" : "fewer than",
                                 plan::withThousands(std::llround(limit))),
                     {linkTo(RecordKind::cluster, cluster.id)});
    }
}

/// A council that several areas name as theirs: a grouped parish council, or a town council with wards.
void splitCouncils(Checking& checking) {
    struct Council {
        std::string name;
        std::vector<Id> areas;
        std::set<Id> clusters;
    };
    std::map<Id, Id> mainOf;
    for (const auto& cluster : checking.measures.clusters) {
        for (const auto area : cluster.areas) {
            mainOf.emplace(area, cluster.id);
        }
    }
    std::map<std::pair<std::string, std::string>, Council> councils;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        const auto kind = area.localCouncilKind;
        if (area.localCouncilName.empty() || kind == plan::LocalCouncilKind::none ||
            kind == plan::LocalCouncilKind::charterTrustees ||
            kind == plan::LocalCouncilKind::parishMeeting || !mainOf.contains(area.id)) {
            continue;
        }
        auto& council = councils[{area.localCouncilName, area.localAuthority}];
        council.name = area.localCouncilName;
        council.areas.push_back(area.id);
        council.clusters.insert(mainOf.at(area.id));
    }
    for (const auto& [key, council] : councils) {
        if (council.clusters.size() < 2) {
            continue;
        }
        auto records = linksTo(RecordKind::area, council.areas);
        const std::vector<Id> clusters(council.clusters.begin(), council.clusters.end());
        checking.add("local-council-split",
                     fmt::format("{} serves {} in different {}: {}.", council.name,
                                 counted(council.areas.size(), "area", "areas"), checking.clusterWords(),
                                 listed(names(checking, clusters))),
                     std::move(records));
    }
}

void splitFootprintsFound(Checking& checking) {
    for (const auto& split : checking.measures.splitFootprints) {
        std::vector<RecordLink> records{linkTo(RecordKind::footprint, split.footprint)};
        for (const auto cluster : split.clusters) {
            if (cluster != 0) {
                records.push_back(linkTo(RecordKind::cluster, cluster));
            }
        }
        const auto* set = checking.plan.find<plan::FootprintSet>(split.set);
        checking.add("footprint-split",
                     fmt::format("{}{} is split between {}.",
                                 checking.nameOf(RecordKind::footprint, split.footprint),
                                 set ? " (" + set->name + ")" : "", listed(names(checking, split.clusters))),
                     std::move(records));
    }
}

} // namespace

void checkMembership(Checking& checking) {
    leftOver(checking);
    outsideBand(checking);
    splitCouncils(checking);
    splitFootprintsFound(checking);
}

} // namespace wardmote::analysis
