#include "ui/pages/scenarios/scenario_edits.h"

#include "core/plan/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::ProposedChange;
using plan::ReviewStatus;

QString tr(const char* text) {
    return QCoreApplication::translate("ScenarioEdits", text);
}

QString nameOf(const plan::Plan& plan, Id mechanism) {
    return QString::fromStdString(plan::nameOf(plan, plan::RecordKind::mechanism, mechanism));
}

bool isCounted(const analysis::WhatIf& weighed, Id change) {
    const auto at = std::ranges::find_if(
        weighed.changes, [&](const analysis::ChangeEffect& effect) { return effect.step.change == change; });
    return at != weighed.changes.end() && at->counted;
}

/// Why this change can't be marked so; empty: it can.
QString whyNot(const plan::Plan& plan, const analysis::WhatIf& weighed, const ProposedChange& change,
               ReviewStatus status) {
    const auto name = nameOf(plan, change.mechanism.id);
    if (const auto missing = analysis::missingForAgreement(change);
        analysis::isAgreed(status) && !missing.empty()) {
        return tr("%1: %2 These stand in the form of the change, under “Decision”.")
            .arg(name, QString::fromStdString(analysis::missingInWords(missing)));
    }
    if (status == ReviewStatus::proposed && change.status == ReviewStatus::rejected) {
        return refusedByScenario(plan, analysis::proposedAgain(change));
    }
    if (status == ReviewStatus::done && !analysis::isAgreed(change.status)) {
        return tr("%1: mark it agreed first, so that what was decided stays on record.").arg(name);
    }
    const bool wasAgreed = analysis::isAgreed(change.status);
    if (status == ReviewStatus::agreed && !wasAgreed && !isCounted(weighed, change.id)) {
        return tr("%1: nothing is claimed of it yet. Record the change in full, and see what it saves and "
                  "costs; then it can be agreed.")
            .arg(name);
    }
    return {};
}

plan::Changes decided(const plan::Plan& plan, const analysis::WhatIf& weighed, const ProposedChange& change,
                      ReviewStatus status, plan::Date day) {
    if (status == ReviewStatus::done) {
        return analysis::carriedOut(plan, change, day);
    }
    auto after = change;
    if (status != ReviewStatus::agreed) {
        after = analysis::proposedAgain(std::move(after));
        after.decidedOn = status == ReviewStatus::rejected ? std::optional(day) : std::nullopt;
    } else if (!analysis::isAgreed(change.status)) {
        after = analysis::agreed(change, weighed, day);
    } // else it was done: what was decided then stays
    after.status = status;
    plan::Changes changes;
    changes.update(change, after);
    return changes;
}

} // namespace

ScenarioEdit decideChanges(const plan::Plan& plan, const analysis::WhatIf& weighed,
                           const std::vector<Id>& mechanisms, ReviewStatus status, plan::Date day) {
    ScenarioEdit edit;
    QStringList refused;
    const auto label = QString::fromStdString(plan::labelOf(status)).toLower();
    std::size_t marked = 0;
    auto planSoFar = std::make_shared<plan::Plan>(plan);
    for (const auto mechanism : mechanisms) {
        const auto* change = changeOf(*planSoFar, weighed.scenario, mechanism);
        if (!change) {
            refused << tr("%1: say first what the scenario does to it.").arg(nameOf(plan, mechanism));
            continue;
        }
        if (const auto why = whyNot(plan, weighed, *change, status); !why.isEmpty()) {
            refused << why;
            continue;
        }
        auto changes = decided(*planSoFar, weighed, *change, status, day);
        if (changes.empty()) {
            continue;
        }
        ++marked;
        edit.label = tr("Mark as %1: %2").arg(label, QString::fromStdString(change->name));
        // Two that end may have shared a meeting with the same third: the second sees what the first left.
        if (auto next = plan::applied(*planSoFar, changes)) {
            planSoFar = std::make_shared<plan::Plan>(std::move(*next));
        }
        edit.changes.append(std::move(changes));
    }
    if (!refused.isEmpty()) {
        return {{}, {}, refused.join(QLatin1Char('\n'))};
    }
    if (marked > 1) {
        edit.label = tr("Mark %1 changes as %2").arg(marked).arg(label);
    }
    return edit;
}

} // namespace wardmote::ui
