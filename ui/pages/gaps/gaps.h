#pragma once
#include "core/plan/plan.h"

#include <set>
#include <vector>

namespace wardmote::ui {

/// What one mechanism lacks for the analyses.
struct Gaps {
    plan::Id mechanism = 0;
    std::vector<const plan::FieldInfo*> missing; ///< in the order in which the grid asks for them
    double weight = 0;       ///< how much the analyses gain from filling them: the components' weights in the
                             ///< plan's settings, and fixed shares for how often and how long it meets
    bool comparable = false; ///< has a place and enough else to be compared with others
};

/// Finds the gaps of one mechanism after another; usable on any thread.
class GapFinder {
public:
    explicit GapFinder(plan::PlanRef plan);
    /// It must be one of the plan's.
    Gaps of(plan::Id mechanism) const;

private:
    plan::PlanRef plan_;
    std::set<plan::Id> met_; ///< a meeting of theirs is recorded
};

/// The gaps of every mechanism that has not ended and has any, most useful first; those of one weight in
/// order of name.
std::vector<Gaps> gapsOf(const plan::PlanRef& plan);

} // namespace wardmote::ui
