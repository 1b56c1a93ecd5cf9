#include "tests/support/catch.h"

#include "tests/core/analysis/scenario/scenario_plan.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::WhatToDo;
using tests::ScenarioPlan;
using Line = WeighedLine;

TEST_CASE("A scenario without changes costs what the plan costs now") {
    const auto weighed = ScenarioPlan().weighed();
    CHECK(weighed.changes.empty());
    CHECK(weighed.mechanismsBefore == 4);
    CHECK(weighed.mechanismsAfter == 4);
    const auto& hours = weighed.total.at(Line::staffHours);
    CHECK(hours.before == 92);
    CHECK(hours.after == 92);
    CHECK(hours.beforeAtLeast); // nothing is recorded of the event
    CHECK(weighed.unknownBefore[std::size_t(Line::staffHours)] == 1);
    CHECK(weighed.total.at(Line::meetings).before == 22);
    CHECK(weighed.total.at(Line::spending).saved() == 0);
    CHECK(weighed.bearers.empty());
    CHECK(weighed.losses.coverage.empty());
}

TEST_CASE("Ending a mechanism stops all its lines, by who bears them and by cluster") {
    ScenarioPlan made;
    auto& change = made.change(101, WhatToDo::end);
    change.oneOffCost = plan::Money{5000};
    change.oneOffHours = 10;
    change.oneOffBearer = {66};
    made.againChange();
    const auto weighed = made.weighed();
    const auto& effect = ScenarioPlan::effectOn(weighed, 101);
    CHECK(effect.counted);
    CHECK(effect.lines.at(Line::staffHours).saved() == 60);
    CHECK(effect.lines.at(Line::unpaidHours).saved() == 24);
    CHECK(effect.lines.at(Line::spending).saved() == 30000);
    CHECK(effect.lines.at(Line::meetings).saved() == 6);
    CHECK(weighed.total.at(Line::staffHours).after == 32);
    CHECK(weighed.mechanismsAfter == 3);
    CHECK(weighed.oneOffCost == plan::Money{5000});
    CHECK(weighed.oneOffHours == 10);
    CHECK(weighed.oneOffUnknown == 0);

    // 61 gives 36 of the hours, the lead organises for 24 and pays, 63 comes unpaid, 66 bears the one-off.
    REQUIRE(weighed.bearers.size() == 4);
    CHECK(weighed.bearers[0].bearer == 61);
    CHECK(weighed.bearers[0].lines.at(Line::staffHours).saved() == 36);
    CHECK(weighed.bearers[1].bearer == 63);
    CHECK(weighed.bearers[1].lines.at(Line::unpaidHours).saved() == 24);
    CHECK(weighed.bearers[2].bearer == 65);
    CHECK(weighed.bearers[2].lines.at(Line::staffHours).saved() == 24);
    CHECK(weighed.bearers[2].lines.at(Line::spending).saved() == 30000);
    CHECK(weighed.bearers[3].bearer == 66);
    CHECK(weighed.bearers[3].oneOffCost == plan::Money{5000});
    CHECK_FALSE(weighed.bearers[3].lines.at(Line::staffHours).saved());

    REQUIRE(weighed.clusters.size() == 2);
    CHECK(weighed.clusters[0].lines.at(Line::staffHours).before == 80);
    CHECK(weighed.clusters[0].lines.at(Line::staffHours).after == 20);
    CHECK(weighed.clusters[0].mechanismsAfter == 1);
    CHECK(weighed.clusters[1].lines.at(Line::staffHours).saved() == 0);
}

TEST_CASE("Nothing is claimed of a merge until it is said how often, how long and who attends") {
    ScenarioPlan made;
    made.change(102, WhatToDo::mergeInto, 101);
    SECTION("without a word on the one that takes it up") {
        const auto weighed = made.weighed();
        const auto& gone = ScenarioPlan::effectOn(weighed, 102);
        CHECK_FALSE(gone.counted);
        CHECK(gone.blanks.size() == 3);
        CHECK(gone.lines.at(Line::staffHours).before == 20);
        CHECK_FALSE(gone.lines.at(Line::staffHours).after);
        CHECK_FALSE(ScenarioPlan::effectOn(weighed, 101).counted);
        CHECK(weighed.notCounted() == 2);
        CHECK(weighed.total.at(Line::staffHours).saved() == 0);
        CHECK(weighed.bearers.empty());
        CHECK_FALSE(CostModel(*weighed.after, tests::engagementDay).of(101).staffHours.value);
    }
    SECTION("with people of whom it is not said whether they are paid") {
        made.claimMerge();
        made.proposed.attendingAfter[0].paid.reset();
        made.againChange();
        CHECK(ScenarioPlan::effectOn(made.weighed(), 102).blanks ==
              std::vector{&plan::fieldFor<&plan::ProposedChange::attendingAfter>()});
    }
    SECTION("with all of it: 5 x (4 x 2 + 4) = 60 hours of 80 remain") {
        made.claimMerge();
        const auto weighed = made.weighed();
        CHECK(weighed.notCounted() == 0);
        CHECK(ScenarioPlan::effectOn(weighed, 102).lines.at(Line::staffHours).saved() == 20);
        CHECK(ScenarioPlan::effectOn(weighed, 101).lines.at(Line::staffHours).saved() == 0);
        CHECK(weighed.total.at(Line::staffHours).saved() == 20);
        CHECK(weighed.total.at(Line::unpaidHours).saved() == 4); // 24 - 5 x 2 x 2
        CHECK(weighed.total.at(Line::spending).saved() == 10000);
        CHECK(weighed.total.at(Line::meetings).saved() == 5);
    }
    SECTION("a merged one that takes more is shown negative") {
        made.claimMerge();
        made.proposed.meetingsAfter = 12;
        made.againChange();
        // 12 x 12 = 144 against 80
        CHECK(made.weighed().total.at(Line::staffHours).saved() == -64);
    }
}

TEST_CASE("A shared meeting counts once, by equal shares") {
    ScenarioPlan made;
    made.change(102, WhatToDo::shareAMeeting, 101);
    made.claimMerge();
    const auto weighed = made.weighed();
    // The host's meeting takes 60 hours and £300; each of the two bears half of it.
    CHECK(ScenarioPlan::effectOn(weighed, 101).lines.at(Line::staffHours).after == 30);
    CHECK(ScenarioPlan::effectOn(weighed, 102).lines.at(Line::staffHours).after == 30);
    CHECK(weighed.total.at(Line::staffHours).saved() == 20);
    CHECK(weighed.total.at(Line::spending).saved() == 10000);
    CHECK(weighed.total.at(Line::meetings).after == 5 + 12);
    CHECK(weighed.mechanismsAfter == 4);
}

TEST_CASE("One that shared a meeting with a mechanism that ends bears all of it again") {
    ScenarioPlan made;
    auto forum = *made.plan.find<plan::Mechanism>(101);
    forum.sharedMeetings = {{{102}, 0.25}};
    made.plan.put(forum);
    auto panel = *made.plan.find<plan::Mechanism>(102);
    panel.sharedMeetings = {{{101}, 0.75}};
    made.plan.put(panel);
    made.change(102, WhatToDo::end);
    const auto weighed = made.weighed();
    const auto& forumEffect = ScenarioPlan::effectOn(weighed, 101);
    CHECK(forumEffect.step.change == 0);
    CHECK(forumEffect.lines.at(Line::staffHours).before == 45);
    CHECK(forumEffect.lines.at(Line::staffHours).after == 60);
    CHECK(weighed.total.at(Line::staffHours).saved() == 5 - 15); // it costs more
}

TEST_CASE("Meeting less often is worked out by the number that is said") {
    ScenarioPlan made;
    auto& change = made.change(103, WhatToDo::meetLessOften);
    SECTION("not said: nothing is done, and it says why") {
        const auto weighed = made.weighed();
        CHECK(ScenarioPlan::effectOn(weighed, 103).step.problem == ChangeProblem::nothingSaid);
        CHECK(*weighed.after == made.plan);
    }
    SECTION("said") {
        change.meetingsAfter = 4;
        made.againChange();
        const auto weighed = made.weighed();
        CHECK(weighed.total.at(Line::staffHours).saved() == 8);
        CHECK(weighed.total.at(Line::meetings).saved() == 8);
        CHECK(weighed.total.at(Line::spending).saved() == 0);
    }
}

TEST_CASE("Re-scoping costs the same and moves where it counts") {
    ScenarioPlan made;
    made.change(101, WhatToDo::reScope).areasAfter = {{{3}}};
    made.againChange();
    const auto weighed = made.weighed();
    CHECK(weighed.total.at(Line::staffHours).saved() == 0);
    CHECK(weighed.clusters[0].lines.at(Line::staffHours).saved() == 60);
    CHECK(weighed.clusters[1].lines.at(Line::staffHours).saved() == -60);
    CHECK(weighed.losses.areasWithout == std::vector<plan::Id>{1});
}

TEST_CASE("Unknown costs stay unknown when a mechanism ends") {
    ScenarioPlan made;
    made.change(104, WhatToDo::end);
    const auto weighed = made.weighed();
    const auto& effect = ScenarioPlan::effectOn(weighed, 104);
    CHECK_FALSE(effect.lines.at(Line::staffHours).before);
    CHECK_FALSE(effect.lines.at(Line::staffHours).saved());
    CHECK(weighed.total.at(Line::staffHours).saved() == 0);
    CHECK_FALSE(weighed.total.at(Line::staffHours).afterAtLeast);
    CHECK(weighed.oneOffUnknown == 1);
}

TEST_CASE("A scenario that is gone is an error") {
    const auto plan = std::make_shared<const plan::Plan>(ScenarioPlan().plan);
    CHECK_FALSE(weigh(plan, 999, tests::engagementDay));
}

TEST_CASE("Amounts of a line are worded in its unit") {
    CHECK(amountInWords(Line::spending, 194050) == "£1,940.50");
    CHECK(amountInWords(Line::spending, -5000) == "−£50");
    CHECK(amountInWords(Line::staffHours, 12.5) == "12.5 hours");
    CHECK(amountInWords(Line::staffHours, 1) == "1 hour");
    CHECK(amountInWords(Line::staffHours, 1312.4) == "1,312 hours");
    CHECK(amountInWords(Line::staffHours, std::nullopt) == "not recorded");
}

TEST_CASE("The value of staff time is a line of its own, where the plan says what an hour is worth") {
    ScenarioPlan made;
    made.change(102, WhatToDo::end);
    const auto shows = [](const WhatIf& weighed) {
        return std::ranges::find(weighed.shown, Line::staffValue) != weighed.shown.end();
    };
    auto weighed = made.weighed();
    CHECK_FALSE(shows(weighed));
    CHECK_FALSE(ScenarioPlan::effectOn(weighed, 102).lines.at(Line::staffValue).before);

    plan::Settings settings;
    settings.gradeRates = {{"Officer", plan::Money{3000}, true}};
    made.settings(settings);
    weighed = made.weighed(); // of no hour is the grade recorded: nothing is worth nothing
    CHECK(shows(weighed));
    CHECK_FALSE(weighed.total.at(Line::staffValue).before);
    CHECK_FALSE(weighed.total.at(Line::staffValue).after);
    auto panel = *made.plan.find<plan::Mechanism>(102);
    panel.attending[0].grade = "Officer";
    panel.organisingGrade = "Officer";
    made.plan.put(panel);
    weighed = made.weighed();
    CHECK(shows(weighed));
    const auto& lines = ScenarioPlan::effectOn(weighed, 102).lines;
    // 4 x (2 people x 1 hour + 3 hours of organising) at £30.
    CHECK(lines.at(Line::staffValue).before == 60000);
    CHECK(lines.at(Line::staffValue).saved() == 60000);
    CHECK(lines.at(Line::spending).saved() == 10000); // cash, and no more than that
    CHECK(weighed.total.at(Line::spending).saved() == 10000);
    CHECK(weighed.total.at(Line::staffValue).saved() == 60000);
    CHECK(amountInWords(Line::staffValue, 60000.0) == "£600");
    REQUIRE(weighed.bearers.size() == 2); // 61 attends, the lead 65 organises and pays
    CHECK(weighed.bearers[0].lines.at(Line::staffValue).saved() == 24000);
    CHECK(weighed.bearers[1].lines.at(Line::staffValue).saved() == 36000);
}

TEST_CASE("What was agreed to end and is over is how things are, and no change any more") {
    ScenarioPlan made;
    auto& change = made.change(102, WhatToDo::end);
    change.status = plan::ReviewStatus::done;
    made.againChange();
    REQUIRE(made.weighed().changes.size() == 1);
    CHECK(made.weighed().total.at(Line::staffHours).saved() == 20);
    auto panel = *made.plan.find<plan::Mechanism>(102);
    panel.status = plan::MechanismStatus::ended;
    made.plan.put(panel);
    CHECK(made.weighed().changes.empty());
    CHECK(made.weighed().total.at(Line::staffHours).saved() == 0);
    made.proposed.status = plan::ReviewStatus::proposed; // nobody agreed: then it is a mistake to tell of
    made.againChange();
    CHECK(ScenarioPlan::effectOn(made.weighed(), 102).step.problem == ChangeProblem::mechanismGone);
}
