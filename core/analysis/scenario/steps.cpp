#include "core/analysis/scenario/plan_after.h"

#include "core/analysis/agreement.h"
#include "core/analysis/lives.h"

#include <algorithm>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::ProposedChange;
using plan::WhatToDo;

bool goesInto(WhatToDo action) {
    return action == WhatToDo::mergeInto || action == WhatToDo::shareAMeeting;
}

/// How the mechanism is to be is said in some way that this action is about.
bool says(const ProposedChange& change, WhatToDo action) {
    if (action == WhatToDo::meetLessOften) {
        return !change.patternAfter.rule.empty() || change.meetingsAfter;
    }
    if (action == WhatToDo::reScope) {
        return !change.areasAfter.empty() || !change.themesAfter.empty() || !change.audiencesAfter.empty();
    }
    return true;
}

/// What is needed before anything can be claimed of mechanisms brought together.
std::vector<const plan::FieldInfo*> blanksOf(const ProposedChange* change) {
    std::vector<const plan::FieldInfo*> blanks;
    if (!change || (change->patternAfter.rule.empty() && !change->meetingsAfter)) {
        blanks.push_back(&plan::fieldFor<&ProposedChange::patternAfter>());
    }
    if (!change || !change->lengthAfter) {
        blanks.push_back(&plan::fieldFor<&ProposedChange::lengthAfter>());
    }
    const auto unclear = [](const plan::Attendance& row) { return !row.people || !row.paid; };
    if (!change || change->attendingAfter.empty() || std::ranges::any_of(change->attendingAfter, unclear)) {
        blanks.push_back(&plan::fieldFor<&ProposedChange::attendingAfter>());
    }
    return blanks;
}

class Steps {
public:
    Steps(const plan::Plan& plan, Id scenario, plan::Date today) : plan_(plan), costs_(plan, today) {
        for (const auto& change : plan.all<ProposedChange>()) {
            if (change.scenario.id == scenario && change.status != plan::ReviewStatus::rejected &&
                !isCarriedOut(change, today)) {
                add(change, today);
            }
        }
    }

    std::map<Id, ScenarioStep> all() {
        for (auto& [mechanism, step] : steps_) {
            if (!step.problem && goesInto(step.action)) {
                follow(step);
            }
        }
        gather();
        return std::move(steps_);
    }

private:
    /// What was agreed to end or merge and is over since is no proposal any more: it is how things are.
    bool isCarriedOut(const ProposedChange& change, plan::Date today) const {
        const bool ends = change.action == WhatToDo::end || change.action == WhatToDo::mergeInto;
        const auto* mechanism = plan_.find(change.mechanism);
        return ends && isAgreed(change.status) && (!mechanism || !lifeOf(*mechanism, costs_, today).active);
    }

    void add(const ProposedChange& change, plan::Date today) {
        const auto id = change.mechanism.id;
        if (steps_.contains(id)) {
            return; // the first stands
        }
        ScenarioStep step;
        step.change = change.id;
        step.mechanism = id;
        step.action = change.action.value_or(WhatToDo::keep);
        step.into = goesInto(step.action) ? change.into.id : 0;
        const auto* mechanism = plan_.find<plan::Mechanism>(id);
        if (!mechanism || !lifeOf(*mechanism, costs_, today).active) {
            step.problem = ChangeProblem::mechanismGone;
        } else if (goesInto(step.action) && step.into == 0) {
            step.problem = ChangeProblem::intoNotSaid;
        } else if (!says(change, step.action)) {
            step.problem = ChangeProblem::nothingSaid;
        }
        if (goesInto(step.action) && step.into != 0 && !step.problem) {
            const auto* into = plan_.find<plan::Mechanism>(step.into);
            if (!into || !lifeOf(*into, costs_, today).active) {
                step.problem = ChangeProblem::intoEnds;
            }
        }
        steps_.emplace(id, std::move(step));
    }

    /// To the one that stays, where what it goes into goes elsewhere itself.
    void follow(ScenarioStep& step) {
        std::set<Id> seen{step.mechanism};
        while (true) {
            if (!seen.insert(step.into).second) {
                step.problem = ChangeProblem::intoItself;
                return;
            }
            const auto at = steps_.find(step.into);
            if (at == steps_.end() || at->second.problem || !goesOn(step.action, at->second)) {
                break;
            }
            step.into = at->second.into;
        }
        const auto at = steps_.find(step.into);
        if (at != steps_.end() && !at->second.problem && at->second.action == WhatToDo::end) {
            step.problem = ChangeProblem::intoEnds;
        }
    }

    /// Who is merged into one that meets with a third stays with the second; who meets with it meets with the
    /// third.
    static bool goesOn(WhatToDo coming, const ScenarioStep& at) {
        return at.action == WhatToDo::mergeInto ||
               (at.action == WhatToDo::shareAMeeting && coming == WhatToDo::shareAMeeting);
    }

    void gather() {
        std::vector<std::pair<Id, const ScenarioStep*>> coming;
        for (const auto& [mechanism, step] : steps_) {
            if (!step.problem && goesInto(step.action)) {
                coming.emplace_back(step.into, &step);
            }
        }
        for (const auto& [into, step] : coming) {
            const auto action = step->action;
            const auto from = step->mechanism;
            auto& taker = steps_[into];
            taker.mechanism = into;
            (action == WhatToDo::mergeInto ? taker.takesUp : taker.hosts).push_back(from);
        }
        for (auto& [mechanism, step] : steps_) {
            const bool guest = !step.problem && step.action == WhatToDo::shareAMeeting; // the host's say it
            if (step.gathers() && !guest) {
                // What is wrong is not followed, so what it says of those that come counts for nothing too.
                step.blanks = blanksOf(step.problem ? nullptr : plan_.find<ProposedChange>(step.change));
            }
        }
    }

    const plan::Plan& plan_;
    CostModel costs_;
    std::map<Id, ScenarioStep> steps_;
};

} // namespace

std::string inWords(ChangeProblem problem) {
    switch (problem) {
    case ChangeProblem::mechanismGone:
        return "The mechanism is over already, or no longer in the plan.";
    case ChangeProblem::intoNotSaid:
        return "It is not said which other mechanism it goes into or meets with.";
    case ChangeProblem::intoItself:
        return "It would go into itself, directly or by way of others.";
    case ChangeProblem::intoEnds:
        return "The mechanism that it goes into or meets with is over, or ends as well.";
    case ChangeProblem::nothingSaid:
        break;
    }
    return "It is not said how it is to be from then on.";
}

std::map<Id, ScenarioStep> stepsOf(const plan::Plan& plan, Id scenario, plan::Date today) {
    return Steps(plan, scenario, today).all();
}

} // namespace wardmote::analysis
