#include "core/analysis/scenario/load_change.h"
#include "tests/core/analysis/scenario/scenario_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::WhatToDo;
using tests::engagementDay;
using tests::ScenarioPlan;

namespace {

LoadChanges loadOf(const ScenarioPlan& made) {
    const auto changes = loadChangesOf(made.plan, made.weighed(), engagementDay);
    REQUIRE(changes);
    return *changes;
}

const LoadChange& of(const LoadChanges& changes, plan::Id body) {
    const auto at = std::ranges::find(changes.bodies, body, &LoadChange::body);
    REQUIRE(at != changes.bodies.end());
    return *at;
}

/// The mechanism meets by this rule, and the plan has a limit of so many meetings a month.
void meets(ScenarioPlan& made, plan::Id id, const char* rule) {
    auto mechanism = *made.plan.find<plan::Mechanism>(id);
    mechanism.pattern.rule = rule;
    mechanism.meetingsAYear.reset();
    made.plan.put(mechanism);
}

} // namespace

TEST_CASE("Nothing changes for anybody where a scenario changes nothing") {
    ScenarioPlan made;
    const auto changes = loadOf(made);
    CHECK(changes.changed == 0);
    REQUIRE(changes.bodies.size() == 3);                           // 61, 62 and 63
    CHECK(of(changes, 61).before.meetings == 10);                  // 6 of the forum, 4 of the panel
    CHECK(of(changes, 61).before.paid.value == 6 * 3 * 2 + 4 * 2); // people x hours
    CHECK(of(changes, 63).before.unpaid.value == 6 * 2 * 2);
    CHECK(of(changes, 63).before.paid.value == 0); // it sends nobody who is paid, and that is known
    CHECK(of(changes, 61).meetingsChange() == 0);
}

TEST_CASE("Who is asked to less comes first, who is asked to nothing any more has zero") {
    ScenarioPlan made;
    made.change(103, WhatToDo::end); // 12 meetings of 62, one paid hour each
    made.change(102, WhatToDo::end); // 4 of 61
    const auto changes = loadOf(made);
    CHECK(changes.changed == 2);
    CHECK(changes.bodies[0].body == 62);
    CHECK(changes.bodies[0].after.meetings == 0);
    CHECK(changes.bodies[0].after.mechanisms == 0);
    CHECK(changes.bodies[0].meetingsChange() == -12);
    CHECK(changes.bodies[0].paidChange() == -12);
    CHECK(changes.bodies[1].body == 61);
    CHECK(changes.bodies[1].after.meetings == 6);
    CHECK(changes.bodies[2].body == 63);
    CHECK_FALSE(changes.bodies[2].isChanged());
}

TEST_CASE("A merge of which nothing is claimed asks nobody to less") {
    ScenarioPlan made;
    made.change(102, WhatToDo::mergeInto, 101);
    CHECK(loadOf(made).changed == 0);
    made.claimMerge(); // 5 meetings of 2 hours with 4 of 61
    const auto changes = loadOf(made);
    CHECK(of(changes, 61).after.meetings == 5);
    CHECK(of(changes, 61).after.paid.value == 5 * 4 * 2);
    CHECK(of(changes, 61).paidChange() == 5 * 4 * 2 - 44); // fewer meetings
    CHECK(of(changes, 63).after.unpaid.value == 5 * 2 * 2);
}

TEST_CASE("What is asked more is told as more") {
    ScenarioPlan made;
    auto& more = made.change(103, WhatToDo::reScope);
    more.meetingsAfter = 20;
    more.areasAfter = {{{3}}};
    made.againChange();
    CHECK(of(loadOf(made), 62).meetingsChange() == 8);
}

TEST_CASE("Weeks and months over the plan's limit are counted on both sides, with what is in the diary") {
    ScenarioPlan made;
    plan::Settings settings;
    settings.meetingsAMonthLimit = 1;
    made.settings(settings);
    meets(made, 101, "FREQ=MONTHLY;BYDAY=1TU");
    meets(made, 102, "FREQ=MONTHLY;BYDAY=3TU");
    plan::Meeting held;
    held.id = 701;
    held.name = "Panel";
    held.mechanisms = {{{102}}};
    held.date = plan::Date{2014, 2, 26};
    made.plan.put(held);
    auto changes = loadOf(made);
    CHECK(of(changes, 61).before.monthsOver == 12);
    CHECK(of(changes, 63).before.monthsOver == 0);
    CHECK(limitInWords(changes, of(changes, 61).before) == "12 months over the limit");
    CHECK(changes.overBefore == 1);
    CHECK(changes.overAfter == 1);
    CHECK(changes.undatedBefore == 2); // the liaison meets so many times a year, the event nobody knows

    made.change(102, WhatToDo::end);
    changes = loadOf(made);
    CHECK(of(changes, 61).after.monthsOver == 0); // the meeting of February goes with the panel
    CHECK(limitInWords(changes, of(changes, 61).after) == "within the limit");
    CHECK(changes.overAfter == 0);
    made.settings({});
    CHECK(limitInWords(loadOf(made), {}) == "no limit is set");
}

TEST_CASE("Not recorded stays not recorded") {
    ScenarioPlan made;
    auto event = *made.plan.find<plan::Mechanism>(104);
    event.attending = {{{66}, {}, {}, {}, {}, {}}};
    made.plan.put(event);
    const auto changes = loadOf(made);
    CHECK_FALSE(of(changes, 66).before.meetings);
    CHECK_FALSE(of(changes, 66).before.paid.value);
    CHECK(meetingsInWords(of(changes, 66).before) == "not recorded");
    CHECK_FALSE(of(changes, 66).meetingsChange());
    LoadSide side;
    side.meetings = 6;
    side.byTopic = 2;
    CHECK(meetingsInWords(side) == "6");
    CHECK(byTopicInWords(side) == "up to 2");
    CHECK(byTopicInWords({}) == "none");
    side.meetingsUnknown = 1;
    CHECK(meetingsInWords(side) == "at least 6");
}
