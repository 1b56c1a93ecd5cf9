#pragma once
#include "core/analysis/acceptances.h"
#include "core/plan/change.h"

#include <QString>

#include <functional>
#include <vector>

/// What the page does to a plan, as changes with a label for the history. Pure functions.
namespace wardmote::ui {

struct CheckEdit {
    QString label;
    plan::Changes changes; ///< empty: nothing to do
};

/// Accepts what is open of the breaches, with one reason.
CheckEdit acceptBreaches(const std::vector<analysis::JudgedBreach>& breaches, plan::Id arrangement,
                         const analysis::AcceptanceReason& reason, const std::function<plan::Id()>& newId);
/// "Withdraw the acceptance of ...".
CheckEdit withdrawAcceptances(const plan::Plan& plan, const std::vector<plan::Id>& acceptances);
/// Two areas count as next to one another, for a reason. Nothing if they already do by hand.
CheckEdit linkAreas(const plan::Plan& plan, plan::Id area, plan::Id other, const QString& reason);

/// The areas that a person would link an area to: the nearest first, by their boundaries' middles or points;
/// those that lie nowhere last, by name.
std::vector<plan::Id> nearestAreas(const plan::Plan& plan, plan::Id area);

} // namespace wardmote::ui
