#include "core/analysis/scenario/decisions.h"
#include "tests/core/analysis/scenario/scenario_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::WhatToDo;
using tests::engagementDay;
using tests::ScenarioPlan;

TEST_CASE("Coverage that is lost is told by theme and audience, with the residents it affects") {
    ScenarioPlan made;
    made.change(101, WhatToDo::end);
    const auto losses = made.weighed().losses;
    // The panel still covers area 2; area 1 had the forum alone.
    REQUIRE(losses.coverage.size() == 2);
    CHECK_FALSE(losses.coverage[0].audience);
    CHECK(losses.coverage[0].column == 21);
    CHECK_FALSE(losses.coverage[0].toNominal);
    CHECK(losses.coverage[0].areas == std::vector<plan::Id>{1});
    CHECK(losses.coverage[0].residents.value == 1000);
    CHECK(losses.coverage[0].mechanisms == std::vector<plan::Id>{101});
    CHECK(losses.coverage[1].audience);
    CHECK(losses.residentsAffected.value == 1000);
    CHECK(losses.areasWithout == std::vector<plan::Id>{1});
}

TEST_CASE("Coverage that is left in name only is told apart") {
    ScenarioPlan made;
    made.change(103, WhatToDo::end);
    auto event = *made.plan.find<plan::Mechanism>(104);
    event.themes = {{{21}}}; // it never met, as far as is recorded
    made.plan.put(event);
    const auto losses = made.weighed().losses;
    REQUIRE(losses.coverage.size() == 4);
    CHECK_FALSE(losses.coverage[0].toNominal);
    CHECK(losses.coverage[0].areas == std::vector<plan::Id>{3});
    CHECK(losses.coverage[2].toNominal);
    CHECK(losses.coverage[2].areas == std::vector<plan::Id>{4});
}

TEST_CASE("Attendance at risk and statutory duties are those of what goes") {
    ScenarioPlan made;
    auto panel = *made.plan.find<plan::Mechanism>(102);
    panel.attendancePublic = 14;
    panel.statutory = true;
    made.plan.put(panel);
    made.change(102, WhatToDo::mergeInto, 101);
    made.change(103, WhatToDo::end);
    const auto losses = made.weighed().losses;
    REQUIRE(losses.attendance.size() == 2);
    CHECK(losses.attendance[0].mechanism == 102);
    CHECK(losses.attendance[0].publicUsually == 14);
    CHECK_FALSE(losses.attendance[1].publicUsually);
    CHECK(losses.statutory == std::vector<plan::Id>{102});
    CHECK(losses.statutoryNotRecorded == std::vector<plan::Id>{103});
}

TEST_CASE("Journeys are measured to the nearest meeting place that remains") {
    ScenarioPlan made;
    const auto hall = [&](plan::Id id, const char* name, double east) {
        plan::Asset asset;
        asset.id = id;
        asset.name = name;
        asset.easting = east;
        asset.northing = 0;
        made.plan.put(asset);
    };
    hall(951, "Village Hall", 0);
    hall(952, "Town Hall", 5000);
    for (const auto& [id, venue] : {std::pair{101, "village hall"}, {102, "Town Hall"}}) {
        auto mechanism = *made.plan.find<plan::Mechanism>(id);
        mechanism.venue = venue;
        made.plan.put(mechanism);
    }
    for (const plan::Id id : {1, 2}) {
        auto area = *made.plan.find<plan::Area>(id);
        area.easting = 1000;
        area.northing = 0;
        made.plan.put(area);
    }
    CHECK(made.weighed().losses.longer.empty());
    made.change(101, WhatToDo::end);
    const auto losses = made.weighed().losses;
    CHECK(losses.journeysKnown == 2);
    CHECK(losses.furthestBefore == 1);
    CHECK(losses.furthestAfter == 4);
    REQUIRE(losses.longer.size() == 2);
    CHECK(losses.longer[0].area == 1);
    CHECK_FALSE(losses.longer[0].kilometresAfter); // nothing that covers it meets at a recorded place
    CHECK(losses.longer[1].area == 2);
    CHECK(losses.longer[1].kilometresAfter == 4);
}

TEST_CASE("What was decided is held against what was achieved") {
    ScenarioPlan made;
    auto change = made.change(102, WhatToDo::end);
    change = agreed(change, made.weighed(), engagementDay);
    CHECK(change.status == plan::ReviewStatus::agreed);
    CHECK(change.decidedOn == engagementDay);
    CHECK(change.hoursWhenDecided == 20);
    CHECK(change.hoursExpected == 0);
    CHECK(change.spendingWhenDecided == plan::Money{10000});
    made.plan.put(change);

    auto achieved = achievementsOf(made.plan, 901, engagementDay);
    REQUIRE(achieved.size() == 1);
    CHECK(achieved[0].over == false);
    CHECK(achieved[0].hoursToRelease() == 20);
    CHECK(achieved[0].hoursReleased() == 0);

    auto panel = *made.plan.find<plan::Mechanism>(102);
    panel.status = plan::MechanismStatus::ended;
    made.plan.put(panel);
    achieved = achievementsOf(made.plan, 901, engagementDay);
    CHECK(achieved[0].over == true);
    CHECK(achieved[0].hoursReleased() == 20);
    CHECK(achieved[0].penceAvoided() == 10000);
}

TEST_CASE("What is done is recorded of the mechanism too, and read by what was achieved") {
    ScenarioPlan made;
    auto forum = *made.plan.find<plan::Mechanism>(101);
    forum.sharedMeetings = {{{102}, 0.25}}; // the panel bears a quarter of the forum's meeting
    made.plan.put(forum);
    auto change = made.change(102, WhatToDo::mergeInto, 101);
    change.status = plan::ReviewStatus::agreed;
    change.hoursWhenDecided = 20;
    change.hoursExpected = 0;
    made.plan.put(change);
    CHECK_FALSE(achievementsOf(made.plan, 901, engagementDay)[0].done);

    const auto after = plan::applied(made.plan, carriedOut(made.plan, change, {2014, 8, 30}));
    REQUIRE(after);
    const auto& panel = *after->find<plan::Mechanism>(102);
    CHECK(panel.status == plan::MechanismStatus::ended);
    CHECK(panel.ended == plan::Date{2014, 8, 30});
    REQUIRE(panel.replacedBy.size() == 1);
    CHECK(panel.replacedBy[0].mechanism.id == 101);
    CHECK(after->find<plan::Mechanism>(101)->sharedMeetings.empty());
    const auto achieved = achievementsOf(*after, 901, engagementDay);
    REQUIRE(achieved.size() == 1);
    CHECK(achieved[0].done);
    CHECK(achieved[0].over == true);
    CHECK(achieved[0].endedOn == plan::Date{2014, 8, 30});
    CHECK(achieved[0].hoursReleased() == 20);

    // Done a second time it stays as it was; other changes touch their own record alone.
    CHECK(carriedOut(*after, *after->find<plan::ProposedChange>(change.id), engagementDay).empty());
    change.action = WhatToDo::meetLessOften;
    CHECK(carriedOut(made.plan, change, engagementDay).size() == 1);
}

TEST_CASE("A change that is proposed again forgets what was decided of it") {
    ScenarioPlan made;
    auto change = agreed(made.change(102, WhatToDo::end), made.weighed(), engagementDay);
    change.reason = "Few came";
    const auto again = proposedAgain(change);
    CHECK(again.status == plan::ReviewStatus::proposed);
    CHECK_FALSE(again.decidedOn);
    CHECK_FALSE(again.hoursWhenDecided);
    CHECK_FALSE(again.spendingExpected);
    CHECK(again.reason == "Few came");
}
