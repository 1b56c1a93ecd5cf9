#pragma once
#include "core/analysis/agreement.h"
#include "core/analysis/scenario/what_if.h"

namespace wardmote::analysis {

/// The change as it is recorded once agreed: status, date, and the mechanism's own paid hours and spending a
/// year of that day and as expected, so that what is achieved can be asked later. Figures that are not
/// recorded, or of which nothing may be claimed, stay empty. `weighed` must be of the change's scenario.
plan::ProposedChange agreed(const plan::ProposedChange& change, const WhatIf& weighed, plan::Date today);

/// The change without what was recorded of its decision: proposed again.
plan::ProposedChange proposedAgain(plan::ProposedChange change);

/// Records that an agreed change was done. One that ends or merges its mechanism did so on that day: the
/// mechanism's record says when it ended and what replaced it, where it does not say so already, and nobody
/// shares a meeting with it any more, or a share of its cost would be borne by nobody.
plan::Changes carriedOut(const plan::Plan& plan, const plan::ProposedChange& change, plan::Date day);

/// An agreed change as it turned out. Hours and pence a year of the mechanism itself.
struct Achievement {
    plan::Id change = 0;
    plan::Id mechanism = 0;
    bool done = false;        ///< marked so; else agreed
    std::optional<bool> over; ///< of what was to end or be merged: has it ended? Empty for other changes
    std::optional<plan::Date> endedOn; ///< where it is over and the day is recorded
    std::optional<double> hoursWhenDecided;
    std::optional<double> hoursExpected;
    std::optional<double> hoursNow;
    std::optional<double> penceWhenDecided;
    std::optional<double> penceExpected;
    std::optional<double> penceNow;

    std::optional<double> hoursToRelease() const; ///< decided; negative where it takes more
    std::optional<double> hoursReleased() const;  ///< achieved
    std::optional<double> penceToAvoid() const;
    std::optional<double> penceAvoided() const;
};

/// Decided against achieved: the scenario's changes that are agreed or done, by name. A mechanism that is
/// over or gone costs nothing now.
std::vector<Achievement> achievementsOf(const plan::Plan& plan, plan::Id scenario, plan::Date today);

} // namespace wardmote::analysis
