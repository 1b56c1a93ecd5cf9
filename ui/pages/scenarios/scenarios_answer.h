#pragma once
#include "core/analysis/scenario/decisions.h"
#include "core/analysis/scenario/load_change.h"

#include <QString>

#include <memory>
#include <vector>

namespace wardmote::ui {

/// One mechanism in force, as the list shows it.
struct ListedMechanism {
    plan::Id mechanism = 0;
    QString name;
    QString said;         ///< "Merge into Keynsham Area Forum"; "Takes up 2 others"; empty: it stays as it is
    QString decision;     ///< "Agreed"; empty: the scenario has no change of it
    QString note;         ///< why nothing is claimed yet, in words; may be empty
    bool changed = false; ///< something becomes of it; false of what is rejected or over by now
    bool over = false;    ///< the mechanism is no longer in force
    bool marked = false;  ///< the scenario has a change of it
    std::optional<double> hoursBefore;
    std::optional<double> hoursAfter;
    QString filterText; ///< folded
};

/// Everything that the Scenarios page shows, worked out off the UI thread.
struct ScenariosAnswer {
    plan::PlanRef plan;
    plan::Date today;
    plan::Id scenario = 0;
    analysis::WhatIf asNow;
    std::vector<std::shared_ptr<const analysis::WhatIf>> all; ///< every scenario, by name
    std::shared_ptr<const analysis::WhatIf> shown;            ///< null: there is none
    std::vector<ListedMechanism> mechanisms;                  ///< by name
    std::vector<analysis::Achievement> achievements;
    analysis::LoadChanges load; ///< of `shown`
};
using ScenariosRef = std::shared_ptr<const ScenariosAnswer>;

Result<ScenariosAnswer> scenariosAnswerOf(const plan::PlanRef& plan, plan::Id scenario, plan::Date today,
                                          const Progress& progress);

/// The scenarios of a plan, by name.
std::vector<plan::Id> scenariosOf(const plan::Plan& plan);

QString mechanismName(const plan::Plan& plan, plan::Id mechanism);
/// "Agreed on 3 May 2026 by Cabinet", "Rejected on 3 May 2026", "Done", "Proposed".
QString decisionText(const plan::ProposedChange& change);
/// What keeps anything from being claimed of a change, as a sentence; empty if nothing does.
QString whyNotCounted(const plan::Plan& plan, const analysis::ChangeEffect& effect);
/// "at least 1,940 hours"; "not recorded".
QString amountText(analysis::WeighedLine line, const std::optional<double>& amount, bool atLeast = false);
/// "120 hours less", "12 hours more", "no change"; never by sign alone. Empty where it can't be said.
QString savedText(analysis::WeighedLine line, const analysis::LineChange& change);

} // namespace wardmote::ui
