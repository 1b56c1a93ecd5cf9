#include "ui/pages/scenarios/scenario_edits.h"

#include "core/plan/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::ProposedChange;
using plan::WhatToDo;

QString tr(const char* text) {
    return QCoreApplication::translate("ScenarioEdits", text);
}

QString scenarioName(const plan::Plan& plan, Id scenario) {
    return QString::fromStdString(plan::nameOf(plan, plan::RecordKind::scenario, scenario));
}

bool goesInto(WhatToDo action) {
    return action == WhatToDo::mergeInto || action == WhatToDo::shareAMeeting;
}

} // namespace

ScenarioEdit addScenario(Id id, const QString& name) {
    plan::Scenario scenario;
    scenario.id = id;
    scenario.name = name.toStdString();
    scenario.status = plan::ScenarioStatus::draft;
    ScenarioEdit edit{tr("Add the scenario %1").arg(name), {}, {}};
    edit.changes.insert(scenario);
    return edit;
}

ScenarioEdit copyScenario(const plan::Plan& plan, Id scenario, Id id, const QString& name,
                          const TakeId& newId) {
    const auto* original = plan.find<plan::Scenario>(scenario);
    if (!original) {
        return {};
    }
    ScenarioEdit edit{tr("Copy the scenario %1 to %2").arg(scenarioName(plan, scenario), name), {}, {}};
    auto copy = *original;
    copy.id = id;
    copy.name = name.toStdString();
    copy.status = plan::ScenarioStatus::draft;
    copy.dateAgreed.reset();
    edit.changes.insert(copy);
    for (auto change : plan.all<ProposedChange>()) {
        if (change.scenario.id != scenario) {
            continue;
        }
        change.id = newId();
        change.scenario = {id};
        change = analysis::proposedAgain(std::move(change));
        change.status.reset();
        change.decidedBy.clear();
        edit.changes.insert(change);
    }
    return edit;
}

ScenarioEdit renameScenario(const plan::Plan& plan, Id scenario, const QString& name) {
    ScenarioEdit edit{tr("Rename the scenario %1 to %2").arg(scenarioName(plan, scenario), name), {}, {}};
    edit.changes.set<&plan::Scenario::name>(scenario, name.toStdString());
    return edit;
}

ScenarioEdit eraseScenario(const plan::Plan& plan, Id scenario) {
    ScenarioEdit edit{tr("Delete the scenario %1").arg(scenarioName(plan, scenario)), {}, {}};
    edit.changes.erase<plan::Scenario>(scenario);
    return edit;
}

ScenarioEdit setScenarioStatus(const plan::Plan& plan, Id scenario, plan::ScenarioStatus status,
                               plan::Date today) {
    const auto* before = plan.find<plan::Scenario>(scenario);
    if (!before || before->status == status) {
        return {};
    }
    QStringList lacking;
    if (status == plan::ScenarioStatus::agreed) {
        for (const auto& change : plan.all<ProposedChange>()) {
            const bool counts =
                change.scenario.id == scenario && change.status != plan::ReviewStatus::rejected;
            if (counts && !analysis::missingForAgreement(change).empty()) {
                lacking << QString::fromStdString(change.name);
            }
        }
    }
    if (!lacking.isEmpty()) {
        return {{},
                {},
                tr("A scenario is agreed when each change that ends or merges a mechanism has its equality "
                   "screening, who was consulted, and what they said. Still to be written: %1.")
                    .arg(lacking.join(QStringLiteral("; ")))};
    }
    auto after = *before;
    after.status = status;
    after.dateAgreed = status == plan::ScenarioStatus::agreed ? std::optional(today) : std::nullopt;
    ScenarioEdit edit{
        tr("Mark the scenario %1 as %2")
            .arg(scenarioName(plan, scenario), QString::fromStdString(plan::labelOf(status)).toLower()),
        {},
        {}};
    edit.changes.update(*before, after);
    return edit;
}

const ProposedChange* changeOf(const plan::Plan& plan, Id scenario, Id mechanism) {
    for (const auto& change : plan.all<ProposedChange>()) {
        if (change.scenario.id == scenario && change.mechanism.id == mechanism) {
            return &change;
        }
    }
    return nullptr;
}

std::string nameOfChange(const plan::Plan& plan, WhatToDo action, Id mechanism, Id into) {
    const auto name = QString::fromStdString(plan::nameOf(plan, plan::RecordKind::mechanism, mechanism));
    const auto other = into != 0
                           ? QString::fromStdString(plan::nameOf(plan, plan::RecordKind::mechanism, into))
                           : tr("another");
    switch (action) {
    case WhatToDo::keep:
        return tr("Keep %1").arg(name).toStdString();
    case WhatToDo::mergeInto:
        return tr("Merge %1 into %2").arg(name, other).toStdString();
    case WhatToDo::shareAMeeting:
        return tr("Hold %1 in one meeting with %2").arg(name, other).toStdString();
    case WhatToDo::meetLessOften:
        return tr("Hold %1 less often").arg(name).toStdString();
    case WhatToDo::reScope:
        return tr("Re-scope %1").arg(name).toStdString();
    case WhatToDo::end:
        break;
    }
    return tr("End %1").arg(name).toStdString();
}

namespace {

/// What was agreed of a mechanism does not hold for something else that is done to it.
ProposedChange asDecided(const plan::Plan& plan, const ProposedChange& before, ProposedChange change) {
    plan::Changes edit;
    edit.update(before, change);
    const bool another = change.action != before.action || change.into != before.into;
    const bool decided = analysis::isAgreed(before.status) && change.status == before.status;
    return (another && decided) || !analysis::unreadyDecisions(plan, edit).empty()
               ? analysis::proposedAgain(std::move(change))
               : change;
}

} // namespace

QString refusedByScenario(const plan::Plan& plan, const ProposedChange& change) {
    const auto* scenario = plan.find(change.scenario);
    const auto missing = analysis::missingForAgreement(change);
    const bool counts = change.status != plan::ReviewStatus::rejected && !missing.empty();
    return scenario && scenario->status == plan::ScenarioStatus::agreed && counts
               ? tr("The scenario %1 is agreed. %2 Or make the scenario an option again.")
                     .arg(scenarioName(plan, scenario->id),
                          QString::fromStdString(analysis::missingInWords(missing)))
               : QString();
}

ScenarioEdit recordChange(const plan::Plan& plan, ProposedChange change, Id id) {
    const auto action = change.action.value_or(WhatToDo::keep);
    if (goesInto(action) && (!change.into || change.into == change.mechanism)) {
        return {{}, {}, tr("Choose the other mechanism that it goes into or meets with.")};
    }
    if (!goesInto(action)) {
        change.into = {};
    }
    change.name = nameOfChange(plan, action, change.mechanism.id, change.into.id);
    const auto* before = plan.find<ProposedChange>(change.id);
    if (before) {
        change = asDecided(plan, *before, std::move(change));
    }
    const bool wasSo = before && !refusedByScenario(plan, *before).isEmpty(); // it may be filled in
    if (const auto why = refusedByScenario(plan, change); !why.isEmpty() && !wasSo) {
        return {{}, {}, why};
    }
    ScenarioEdit edit{QString::fromStdString(change.name), {}, {}};
    if (before) {
        edit.changes.update(*before, change);
    } else {
        change.id = id;
        change.status = change.status.value_or(plan::ReviewStatus::proposed);
        edit.changes.insert(change);
    }
    return edit;
}

ScenarioEdit markMechanisms(const plan::Plan& plan, Id scenario, const std::vector<Id>& mechanisms,
                            WhatToDo action, Id into, const TakeId& newId) {
    ScenarioEdit edit;
    std::size_t marked = 0;
    for (const auto mechanism : mechanisms) {
        if (!plan.find<plan::Mechanism>(mechanism) || (goesInto(action) && mechanism == into)) {
            continue;
        }
        const auto* before = changeOf(plan, scenario, mechanism);
        ProposedChange change = before ? *before : ProposedChange{};
        change.scenario = {scenario};
        change.mechanism = {mechanism};
        change.action = action;
        change.into = {into};
        if (change.status == plan::ReviewStatus::rejected) {
            change = analysis::proposedAgain(std::move(change)); // who marks it anew means it
        }
        auto one = recordChange(plan, std::move(change), before ? 0 : newId());
        if (!one.refusal.isEmpty()) {
            return one;
        }
        marked += one.changes.empty() ? 0 : 1;
        edit.label = one.label;
        edit.changes.append(std::move(one.changes));
    }
    if (marked > 1) {
        edit.label = tr("Mark %1 mechanisms: %2")
                         .arg(marked)
                         .arg(QString::fromStdString(plan::labelOf(action)).toLower());
    }
    return edit;
}

ScenarioEdit unmarkMechanisms(const plan::Plan& plan, Id scenario, const std::vector<Id>& mechanisms) {
    ScenarioEdit edit;
    for (const auto mechanism : mechanisms) {
        if (const auto* change = changeOf(plan, scenario, mechanism)) {
            edit.changes.erase<ProposedChange>(change->id);
            edit.label = tr("Take back: %1").arg(QString::fromStdString(change->name));
        }
    }
    if (edit.changes.size() > 1) {
        edit.label = tr("Take back %1 changes").arg(edit.changes.size());
    }
    return edit;
}

} // namespace wardmote::ui
