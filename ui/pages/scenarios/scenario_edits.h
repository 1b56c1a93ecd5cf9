#pragma once
#include "core/analysis/scenario/decisions.h"

#include <QString>

#include <functional>

/// What the page does about scenarios, as changes with a label for the history. Pure functions.
namespace wardmote::ui {

struct ScenarioEdit {
    QString label;
    plan::Changes changes;
    QString refusal; ///< why nothing is done, in words; empty: all is well
};

using TakeId = std::function<plan::Id()>;

ScenarioEdit addScenario(plan::Id id, const QString& name);
/// With its changes, as a draft. What was decided about them stays with the original.
ScenarioEdit copyScenario(const plan::Plan& plan, plan::Id scenario, plan::Id id, const QString& name,
                          const TakeId& newId);
ScenarioEdit renameScenario(const plan::Plan& plan, plan::Id scenario, const QString& name);
ScenarioEdit eraseScenario(const plan::Plan& plan, plan::Id scenario);
/// Agreed only where every change to end or merge has what has to be written first; the day is recorded.
ScenarioEdit setScenarioStatus(const plan::Plan& plan, plan::Id scenario, plan::ScenarioStatus status,
                               plan::Date today);

/// The scenario's change of this mechanism; null: it stays as it is.
const plan::ProposedChange* changeOf(const plan::Plan& plan, plan::Id scenario, plan::Id mechanism);
/// "Merge Panel into Forum": a name that outlives the records.
std::string nameOfChange(const plan::Plan& plan, plan::WhatToDo action, plan::Id mechanism, plan::Id into);
/// Marks mechanisms; `into` is meant for merging and sharing. What a change says already stays.
ScenarioEdit markMechanisms(const plan::Plan& plan, plan::Id scenario,
                            const std::vector<plan::Id>& mechanisms, plan::WhatToDo action, plan::Id into,
                            const TakeId& newId);
/// Takes the scenario's changes of these mechanisms back: they stay as they are.
ScenarioEdit unmarkMechanisms(const plan::Plan& plan, plan::Id scenario,
                              const std::vector<plan::Id>& mechanisms);
/// Why a change may not stand in its scenario: it ends or merges without what has to be written first, and
/// the scenario is agreed. Empty: it may.
QString refusedByScenario(const plan::Plan& plan, const plan::ProposedChange& change);
/// Records a change as a form has it: a new one gets `id`. One that is another decision than the one that was
/// agreed, or lacks something that it was agreed with, is proposed again. Refused where it would put an
/// ending or merging without what has to be written first into a scenario that is agreed.
ScenarioEdit recordChange(const plan::Plan& plan, plan::ProposedChange change, plan::Id id);

/// Marks the scenario's changes of these mechanisms proposed, agreed, rejected or done, all or none. Agreed
/// needs what has to be written first, and that its effect is counted; done needs that it was agreed, and
/// records of what it ends or merges that it ended on that day. `weighed` is of the plan and the scenario.
ScenarioEdit decideChanges(const plan::Plan& plan, const analysis::WhatIf& weighed,
                           const std::vector<plan::Id>& mechanisms, plan::ReviewStatus status,
                           plan::Date day);

/// Changes of the decisions in reviews that are agreed, for mechanisms of which the scenario says nothing
/// yet. A review to end several does not say which, so it makes none; the note counts those.
struct FromReviews {
    ScenarioEdit edit;
    std::size_t made = 0;
    std::size_t unclear = 0; ///< reviews that do not say which mechanism
};
FromReviews changesFromReviews(const plan::Plan& plan, plan::Id scenario, const TakeId& newId);

} // namespace wardmote::ui
