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

std::map<Id, Id> mainClusters(const Checking& checking) {
    std::map<Id, Id> mainOf;
    for (const auto& cluster : checking.measures.clusters) {
        for (const auto area : cluster.areas) {
            mainOf.emplace(area, cluster.id);
        }
    }
    return mainOf;
}

/// "Keynsham" of what parts are said to be part of: a name, or a code that another area has.
std::string wholeName(const Checking& checking, const std::string& partOf) {
    for (const auto& area : checking.plan.all<plan::Area>()) {
        if (!area.code.empty() && area.code == partOf) {
            return area.name;
        }
    }
    return partOf;
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
    const auto mainOf = mainClusters(checking);
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

/// Parts of a place without a council of its own have nothing that could be split.
bool hasNoCouncil(const plan::Area& part) {
    return part.kind == plan::AreaKind::unparished || part.partOf.starts_with("E43") ||
           part.localCouncilKind == plan::LocalCouncilKind::none ||
           part.localCouncilKind == plan::LocalCouncilKind::charterTrustees;
}

/// Parishes that are planned by their wards. Where all wards name one council, that it is split says it.
void splitParishes(Checking& checking) {
    const auto mainOf = mainClusters(checking);
    std::map<std::pair<std::string, std::string>, std::vector<const plan::Area*>> parishes;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        if (!area.partOf.empty() && !hasNoCouncil(area) && mainOf.contains(area.id)) {
            parishes[{area.partOf, area.localAuthority}].push_back(&area);
        }
    }
    for (const auto& [key, parts] : parishes) {
        std::vector<Id> areas;
        std::set<Id> clusters;
        std::set<std::string> councils;
        for (const auto* part : parts) {
            areas.push_back(part->id);
            clusters.insert(mainOf.at(part->id));
            councils.insert(part->localCouncilName);
        }
        if (clusters.size() < 2 || (councils.size() == 1 && !councils.begin()->empty())) {
            continue;
        }
        checking.add("parish-split",
                     fmt::format("The {} of {} lie in different {}: {}.",
                                 counted(areas.size(), "part", "parts"), wholeName(checking, key.first),
                                 checking.clusterWords(),
                                 listed(names(checking, {clusters.begin(), clusters.end()}))),
                     linksTo(RecordKind::area, areas));
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
    splitParishes(checking);
    splitFootprintsFound(checking);
}

} // namespace wardmote::analysis
