#include "ui/pages/scenarios/scenario_edits.h"

#include <QCoreApplication>

#include <set>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::WhatToDo;

QString tr(const char* text) {
    return QCoreApplication::translate("ScenarioEdits", text);
}

/// The mechanism that others go into or meet with; 0: the review does not say.
Id keptBy(const plan::Review& review) {
    if (review.mergeInto) {
        return review.mergeInto.id;
    }
    return review.decision == WhatToDo::shareAMeeting ? review.mechanisms.front().mechanism.id : Id{0};
}

bool isUnclear(const plan::Review& review) {
    return (review.decision == WhatToDo::mergeInto && !review.mergeInto) ||
           (review.decision == WhatToDo::end && review.mechanisms.size() > 1);
}

} // namespace

FromReviews changesFromReviews(const plan::Plan& plan, Id scenario, const TakeId& newId) {
    FromReviews found;
    std::set<Id> said;
    for (const auto& change : plan.all<plan::ProposedChange>()) {
        if (change.scenario.id == scenario) {
            said.insert(change.mechanism.id);
        }
    }
    for (const auto& review : plan.all<plan::Review>()) {
        const bool agreed = review.status == plan::ReviewStatus::agreed;
        if (!agreed || !review.decision || review.mechanisms.empty()) {
            continue;
        }
        if (isUnclear(review)) {
            ++found.unclear;
            continue;
        }
        const auto kept = keptBy(review);
        for (const auto& link : review.mechanisms) {
            const auto mechanism = link.mechanism.id;
            if (mechanism == kept || !plan.find(link.mechanism) || !said.insert(mechanism).second) {
                continue;
            }
            plan::ProposedChange change;
            change.scenario = {scenario};
            change.mechanism = {mechanism};
            change.action = review.decision;
            change.into = {kept};
            change.reason = review.reason;
            change.equalityScreening = review.equalityScreening;
            change.consulted = review.consulted;
            change.consultationOutcome = review.consultationOutcome;
            change.decidedBy = review.decidedBy;
            change.status = plan::ReviewStatus::proposed;
            found.edit.changes.append(recordChange(plan, std::move(change), newId()).changes);
            ++found.made;
        }
    }
    found.edit.label = tr("Take %1 changes from agreed reviews").arg(found.made);
    return found;
}

} // namespace wardmote::ui
