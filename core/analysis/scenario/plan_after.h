#pragma once
#include "core/plan/change.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wardmote::analysis {

/// Why a proposed change can't be carried out as it stands; such a change is left out of the plan after.
enum class ChangeProblem : std::uint8_t {
    mechanismGone, ///< its mechanism is no longer in the plan, or was over before
    intoNotSaid,   ///< merge or share, but into or with which is not recorded
    intoItself,    ///< ... or it is the mechanism itself, directly or by way of others
    intoEnds,      ///< ... or that mechanism has ended, or the scenario ends it
    nothingSaid    ///< less often or re-scoped, but not how
};
/// "It does not say into which mechanism." A sentence for screens and reports.
std::string inWords(ChangeProblem problem);

/// What a scenario does to one mechanism, with the other mechanisms that it brings together.
struct ScenarioStep {
    plan::Id change = 0; ///< 0: nobody recorded one, yet others are merged into it or share its meeting
    plan::Id mechanism = 0;
    plan::WhatToDo action = plan::WhatToDo::keep; ///< not recorded counts as keep
    plan::Id into = 0;             ///< where it goes in the end, if it goes into one that goes too
    std::vector<plan::Id> takesUp; ///< merged into it, ascending
    std::vector<plan::Id> hosts;   ///< share its meeting, ascending
    std::optional<ChangeProblem> problem;
    /// Blanks that keep anything from being claimed of a merge or a shared meeting: how often, how long, who
    /// attends. They are fields of ProposedChange; empty unless others come to it.
    std::vector<const plan::FieldInfo*> blanks;

    bool gathers() const { return !takesUp.empty() || !hosts.empty(); }
    bool goes() const {
        return !problem && (action == plan::WhatToDo::end || action == plan::WhatToDo::mergeInto);
    }
};

/// The steps of a scenario by mechanism. Changes that were rejected are left out, and so are those agreed to
/// end or merge a mechanism that is over by now; of two for one mechanism the one with the smaller id stands.
std::map<plan::Id, ScenarioStep> stepsOf(const plan::Plan& plan, plan::Id scenario, plan::Date today);

/// What a scenario would do to the plan's mechanisms, as changes to their records:
///
///   end            status ended, ended today
///   merge into     the same, replaced by the other, which also covers its areas, themes and audiences unless
///                  the other's change says what it covers; what reported to it reports to the other
///   share          it meets when and where the host meets, with the same people, and each bears an equal
///                  share of what the host bears of its meeting now
///   any            what the change says is to be from then on; what it does not say stays
///
/// How often, how long and who attends of a mechanism that others are merged into, or whose meeting is
/// shared, is what its change says; what it does not say is not recorded, not what it was.
/// Mechanisms that shared a meeting with one that goes bear its share again.
plan::Changes changesOf(const plan::Plan& plan, plan::Id scenario, plan::Date today);

/// The plan as it would be, for any other analysis to be asked of. Errors are those of plan::applied().
Result<plan::Plan> planAfter(const plan::Plan& plan, plan::Id scenario, plan::Date today);

/// A merge or shared meeting as a person may begin from: the pattern, length and organising of the larger (by
/// residents covered, then meetings a year, then id), and everybody who attends one of them, with the larger
/// number of people where both record one. A suggestion: nothing is claimed until a person records it.
plan::ProposedChange suggestedGathering(const plan::Plan& plan, plan::Date today, plan::ProposedChange change,
                                        const std::vector<plan::Id>& coming);

} // namespace wardmote::analysis
