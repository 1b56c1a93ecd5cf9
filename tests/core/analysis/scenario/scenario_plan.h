#pragma once
#include "core/analysis/scenario/what_if.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

/// A plan of four mechanisms whose costs a reader can check in his head, and a scenario 901 to put changes
/// into, from 911.
namespace wardmote::tests {

struct ScenarioPlan : Engagement {
    /// 101 Forum   areas 1, 2  6 meetings of 2 hours, 3 paid of 61, organising 4: 6 x (3 x 2 + 4) = 60 hours;
    ///             2 unpaid of 63: 24 hours; hire £300 paid by 65
    /// 102 Panel   area 2      4 meetings of 1 hour, 2 paid of 61, organising 3: 4 x (2 + 3) = 20 hours; £100
    /// 103 Liaison areas 3, 4  12 meetings of 1 hour, 1 paid of 62, organising 0: 12 hours; nothing spent
    /// 104 Event   area 4      nothing else recorded
    ScenarioPlan() {
        add(101, "Forum", {1, 2}, 6, 2, {{{61}, 3, true, {}, {}, {}}, {{63}, 2, false, {}, {}, {}}}, 4,
            30000);
        add(102, "Panel", {2}, 4, 1, {{{61}, 2, true, {}, {}, {}}}, 3, 10000);
        add(103, "Liaison", {3, 4}, 12, 1, {{{62}, 1, true, {}, {}, {}}}, 0, 0);
        mechanism(104, "Event", {4}, {23}, {42});
        plan::Arrangement arrangement;
        arrangement.id = 801;
        arrangement.name = "As now";
        plan.put(arrangement);
        cluster(811, "East", {1, 2});
        cluster(812, "West", {3, 4});
        plan::Scenario scenario;
        scenario.id = 901;
        scenario.name = "Fewer meetings";
        plan.put(scenario);
    }

    void add(plan::Id id, const char* name, Ids areas, double meetings, double length,
             std::vector<plan::Attendance> attending, double organising, std::int64_t pence) {
        auto& made = mechanism(id, name, areas, {21}, {42});
        made.leadOrganisation = {65};
        made.meetingsAYear = meetings;
        made.lengthHours = length;
        made.attending = std::move(attending);
        made.travelHours = 0;
        made.readingHours = 0;
        made.organisingHours = organising;
        made.spending = {{plan::SpendingKind::hire, plan::Money{pence}, {}}};
        made.roomFree = false;
        made.lastMet = plan::Date{2014, 8, 1};
        again();
    }

    void cluster(plan::Id id, const char* name, Ids areas) {
        plan::Cluster made;
        made.id = id;
        made.name = name;
        made.arrangement = {801};
        for (const auto area : areas) {
            made.areas.push_back({{area}, true, false});
        }
        plan.put(made);
    }

    plan::ProposedChange& change(plan::Id mechanism, plan::WhatToDo action, plan::Id into = 0) {
        proposed = {};
        proposed.id = nextChange_++;
        proposed.name = "Change " + std::to_string(proposed.id);
        proposed.scenario = {901};
        proposed.mechanism = {mechanism};
        proposed.action = action;
        proposed.into = {into};
        plan.put(proposed);
        return proposed;
    }
    /// Puts the last change again, after it was filled in.
    void againChange() { plan.put(proposed); }

    /// The forum takes up the panel: 5 meetings of 2 hours, 4 paid of 61 and 2 unpaid of 63.
    void claimMerge() {
        auto& takes = change(101, plan::WhatToDo::keep);
        takes.meetingsAfter = 5;
        takes.lengthAfter = 2;
        takes.attendingAfter = {{{61}, 4, true, {}, {}, {}}, {{63}, 2, false, {}, {}, {}}};
        againChange();
    }

    analysis::WhatIf weighed() const {
        auto answer = analysis::weigh(std::make_shared<const plan::Plan>(plan), 901, engagementDay);
        REQUIRE(answer);
        return *answer;
    }
    static const analysis::ChangeEffect& effectOn(const analysis::WhatIf& weighed, plan::Id mechanism) {
        const auto at = std::ranges::find_if(
            weighed.changes, [&](const auto& effect) { return effect.step.mechanism == mechanism; });
        REQUIRE(at != weighed.changes.end());
        return *at;
    }

    plan::ProposedChange proposed;

private:
    plan::Id nextChange_ = 911;
};

} // namespace wardmote::tests
