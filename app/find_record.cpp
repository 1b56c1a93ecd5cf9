#include "app/find_record.h"

#include "app/context.h"
#include "core/analysis/clusters.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace wardmote::app {
namespace {

/// The first of these records that is meant.
template<class R>
Result<plan::Id> named(std::vector<const R*> records, const std::string& wanted) {
    for (const auto* record : records) {
        if (record->name == wanted || idText(record->id) == wanted) {
            return record->id;
        }
    }
    std::vector<std::string> names;
    for (const auto* record : records) {
        names.push_back("“" + record->name + "”");
    }
    std::ranges::sort(names);
    constexpr std::size_t most = 20;
    names.resize(std::min(names.size(), most));
    return failure(fmt::format("The plan has no {} called “{}”.",
                               plan::recordInfo(plan::recordKind<R>).singular, wanted),
                   names.empty() ? std::string() : fmt::format("It has {}.", fmt::join(names, ", ")));
}

template<class R>
std::vector<const R*> allOf(const plan::Plan& plan) {
    std::vector<const R*> all;
    for (const auto& record : plan.all<R>()) {
        all.push_back(&record);
    }
    return all;
}

} // namespace

Result<plan::Id> arrangementNamed(const plan::Plan& plan, const std::string& wanted) {
    return named(allOf<plan::Arrangement>(plan), wanted);
}

Result<plan::Id> areaNamed(const plan::Plan& plan, const std::string& wanted) {
    for (const auto& area : plan.all<plan::Area>()) {
        if (!wanted.empty() && area.code == wanted) {
            return area.id;
        }
    }
    return named(allOf<plan::Area>(plan), wanted);
}

Result<plan::Id> mechanismNamed(const plan::Plan& plan, const std::string& wanted) {
    return named(allOf<plan::Mechanism>(plan), wanted);
}

Result<plan::Id> scenarioNamed(const plan::Plan& plan, const std::string& wanted) {
    return named(allOf<plan::Scenario>(plan), wanted);
}

Result<plan::Id> organisationNamed(const plan::Plan& plan, const std::string& wanted) {
    return named(allOf<plan::Organisation>(plan), wanted);
}

Result<plan::Id> footprintsNamed(const plan::Plan& plan, const std::string& wanted) {
    const auto sets = allOf<plan::FootprintSet>(plan);
    const bool isSet = std::ranges::any_of(sets, [&](const plan::FootprintSet* set) {
        return set->name == wanted || idText(set->id) == wanted;
    });
    return isSet ? named(sets, wanted) : named(allOf<plan::Footprint>(plan), wanted);
}

Result<plan::Id> clusterNamed(const plan::Plan& plan, const std::string& wanted, plan::Id arrangement) {
    std::vector<const plan::Cluster*> all;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (arrangement == 0 || cluster.arrangement.id == arrangement) {
            all.push_back(&cluster);
        }
    }
    const auto shown = analysis::arrangementShown(plan);
    std::ranges::stable_partition(
        all, [shown](const plan::Cluster* cluster) { return cluster->arrangement.id == shown; });
    return named(std::move(all), wanted);
}

} // namespace wardmote::app
