#include "core/analysis/cluster_profile.h"

#include "core/text/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace wardmote::analysis {

using plan::Id;

std::vector<ServiceLine> byService(const plan::Plan& plan, std::span<const Id> mechanisms,
                                   std::span<const MechanismCost> costs) {
    std::map<std::tuple<bool, std::string, Id>, ServiceLine> lines;
    for (std::size_t i = 0; i < mechanisms.size(); ++i) {
        const auto* mechanism = plan.find<plan::Mechanism>(mechanisms[i]);
        if (!mechanism) {
            continue;
        }
        const auto service = mechanism->service ? mechanism->service.id : mechanism->leadOrganisation.id;
        const auto name =
            service ? plan::nameOf(plan, plan::RecordKind::organisation, service) : std::string{};
        auto& line = lines[{service == 0, name, service}];
        line.service = service;
        line.mechanisms.push_back(mechanism->id);
        const auto& cost = costs[i];
        if (cost.meetings.value) {
            line.meetings = line.meetings.value_or(0) + *cost.meetings.value;
        } else {
            ++line.meetingsUnknown;
        }
        if (cost.staffHours.value) {
            line.hours.value = line.hours.value.value_or(0) + *cost.staffHours.value;
            line.hours.assumed = line.hours.assumed || cost.staffHours.assumed;
            line.hours.atLeast = line.hours.atLeast || cost.staffHours.atLeast;
            line.hours.records.push_back({plan::RecordKind::mechanism, mechanism->id});
        } else {
            line.hours.atLeast = true;
            ++line.hoursUnknown;
        }
    }
    std::vector<ServiceLine> answer;
    for (auto& [key, line] : lines) {
        std::ranges::sort(line.hours.records);
        answer.push_back(std::move(line));
    }
    return answer;
}

std::map<Id, std::vector<Id>> mechanismsAtAssets(const plan::Plan& plan) {
    std::map<std::string, std::vector<Id>> assets;
    for (const auto& asset : plan.all<plan::Asset>()) {
        if (const auto name = text::normalisedName(asset.name); !name.empty()) {
            assets[name].push_back(asset.id);
        }
    }
    std::map<Id, std::vector<Id>> meetings;
    if (assets.empty()) {
        return meetings;
    }
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        if (mechanism.venue.empty() || mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        const auto at = assets.find(text::normalisedName(mechanism.venue));
        for (const auto asset : at == assets.end() ? std::vector<Id>{} : at->second) {
            meetings[asset].push_back(mechanism.id);
        }
    }
    for (auto& [asset, mechanisms] : meetings) {
        std::ranges::sort(mechanisms, {}, [&](Id id) {
            return std::pair(plan::nameOf(plan, plan::RecordKind::mechanism, id), id);
        });
    }
    return meetings;
}

std::vector<Id> assetsIn(const plan::Plan& plan, std::span<const Id> areas) {
    const std::set<Id> here(areas.begin(), areas.end());
    std::vector<Id> found;
    for (const auto& asset : plan.all<plan::Asset>()) {
        const bool serves = std::ranges::any_of(
            asset.areasServed, [&](const plan::AreaLink& link) { return here.contains(link.area.id); });
        if (serves || here.contains(asset.area.id)) {
            found.push_back(asset.id);
        }
    }
    std::ranges::sort(found, {},
                      [&](Id id) { return std::pair(plan::nameOf(plan, plan::RecordKind::asset, id), id); });
    return found;
}

ConcernedChecks checksOf(const std::vector<JudgedBreach>& judged, Id cluster, std::span<const Id> areas,
                         std::span<const Id> mechanisms) {
    const std::set<Id> areasHere(areas.begin(), areas.end());
    const std::set<Id> mechanismsHere(mechanisms.begin(), mechanisms.end());
    ConcernedChecks concerned;
    for (const auto& each : judged) {
        const bool about = std::ranges::any_of(each.breach.records, [&](const RecordLink& record) {
            switch (record.kind) {
            case plan::RecordKind::cluster:
                return record.id == cluster;
            case plan::RecordKind::area:
                return areasHere.contains(record.id);
            case plan::RecordKind::mechanism:
                return mechanismsHere.contains(record.id);
            default:
                return false;
            }
        });
        if (about) {
            (each.accepted ? concerned.accepted : concerned.open).push_back(each);
        }
    }
    return concerned;
}

} // namespace wardmote::analysis
