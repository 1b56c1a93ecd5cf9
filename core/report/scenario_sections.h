#pragma once
#include "core/analysis/scenario/load_change.h"
#include "core/report/blocks.h"

#include <functional>

/// Sections of the report of a scenario that are about people and places; scenario_report.cpp puts it
/// together.
namespace wardmote::report {

/// Each line before and after by cluster of the scenario's arrangement; nothing where it has none.
void addClusterEffects(Document& document, const plan::Plan& plan, const analysis::WhatIf& weighed);

/// Who would be asked to more or fewer meetings, those for whom it changes most first.
void addMeetingLoad(Document& document, const plan::Plan& plan, const analysis::LoadChanges& load);

/// Decided against achieved, of the scenario's changes that are agreed or done; nothing where none is.
/// `nameOf` names a mechanism as the report may.
void addAchieved(Document& document, const plan::Plan& plan, plan::Id scenario, plan::Date today,
                 const std::function<std::string(plan::Id)>& nameOf);

} // namespace wardmote::report
