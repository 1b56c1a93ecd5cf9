#include "core/analysis/streamlining/streamlining.h"
#include "core/plan/wording.h"

#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

std::string nameOfMechanism(const plan::Plan& plan, plan::Id id) {
    return plan::nameOf(plan, plan::RecordKind::mechanism, id);
}

std::string reasonToKeep(const plan::Plan& plan, const KeptMechanism& kept) {
    if (kept.because == KeptMechanism::Because::statutory) {
        return "Statutory.";
    }
    if (kept.because == KeptMechanism::Because::pinned) {
        return "Kept at the plan's wish.";
    }
    if (kept.cells.empty()) {
        return {};
    }
    return fmt::format("Of those kept only it covers {}{}.", cellInWords(plan, kept.cells.front()),
                       kept.cells.size() > 1 ? fmt::format(" and {} more", kept.cells.size() - 1)
                                             : std::string{});
}

plan::ProposedChange changeTo(plan::WhatToDo action, const std::string& name, plan::Id mechanism,
                              plan::Id scenario, plan::IdSource& ids) {
    plan::ProposedChange change;
    change.id = ids.next();
    change.name = name;
    change.scenario = {scenario};
    change.mechanism = {mechanism};
    change.action = action;
    change.status = plan::ReviewStatus::proposed;
    return change;
}

} // namespace

std::string cellInWords(const plan::Plan& plan, const StreamliningCell& cell) {
    auto words =
        fmt::format("{}, {}, {}", plan::nameOf(plan, plan::RecordKind::area, cell.area),
                    plan::nameOf(plan, plan::RecordKind::theme, cell.theme),
                    cell.audience == 0 ? std::string("audience not recorded")
                                       : plan::nameOf(plan, plan::RecordKind::audience, cell.audience));
    if (cell.tier) {
        words += fmt::format(", {}", plan::labelOf(*cell.tier));
    }
    if (cell.participation) {
        words += fmt::format(", {}", plan::labelOf(*cell.participation));
    }
    return cell.nominal ? words + " (in name only)" : words;
}

std::string_view labelOf(StreamlineBy objective) {
    switch (objective) {
    case StreamlineBy::staffHours:
        return "staff hours a year";
    case StreamlineBy::spending:
        return "pounds of spending a year";
    case StreamlineBy::meetings:
        return "meetings a year";
    }
    return {};
}

plan::Changes scenarioOf(const plan::Plan& plan, const Streamlining& answer, const std::string& name,
                         const std::string& rationale, plan::IdSource& ids) {
    plan::Changes changes;
    plan::Scenario scenario;
    scenario.id = ids.next();
    scenario.name = name;
    scenario.status = plan::ScenarioStatus::draft;
    scenario.rationale = rationale;
    changes.insert(scenario);
    for (const auto& kept : answer.keep) {
        if (kept.because == KeptMechanism::Because::costNotRecorded ||
            kept.because == KeptMechanism::Because::coverageNotRecorded) {
            continue; // nothing was found out about it
        }
        auto change = changeTo(plan::WhatToDo::keep, "Keep " + nameOfMechanism(plan, kept.mechanism),
                               kept.mechanism, scenario.id, ids);
        change.reason = reasonToKeep(plan, kept);
        changes.insert(change);
    }
    for (const auto id : answer.end) {
        auto change = changeTo(plan::WhatToDo::end, "End " + nameOfMechanism(plan, id), id, scenario.id, ids);
        change.reason = "What it is recorded to cover is covered by mechanisms that are kept.";
        changes.insert(change);
    }
    return changes;
}

} // namespace wardmote::analysis
