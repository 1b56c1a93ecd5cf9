#include "core/analysis/scenario/load_change.h"
#include "tests/core/analysis/scenario/scenario_plan.h"
#include "tests/support/catch.h"
#include "tests/support/properties.h"

#include <set>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::WhatToDo;
using tests::engagementDay;
using tests::ScenarioPlan;

namespace {

std::set<plan::Id> areasOf(const plan::Plan& plan, plan::Id mechanism) {
    std::set<plan::Id> areas;
    for (const auto& link : plan.find<plan::Mechanism>(mechanism)->areas) {
        areas.insert(link.area.id);
    }
    return areas;
}

std::optional<ChangeProblem> problemOf(const ScenarioPlan& made, plan::Id mechanism) {
    return stepsOf(made.plan, 901, engagementDay).at(mechanism).problem;
}

} // namespace

TEST_CASE("A merge leaves one mechanism that covers what both covered") {
    ScenarioPlan made;
    made.change(103, WhatToDo::mergeInto, 102);
    auto event = *made.plan.find<plan::Mechanism>(104);
    event.reportsTo = {103};
    made.plan.put(event);
    const auto after = planAfter(made.plan, 901, engagementDay);
    REQUIRE(after);
    CHECK(areasOf(*after, 102) == std::set<plan::Id>{2, 3, 4});
    const auto& gone = *after->find<plan::Mechanism>(103);
    CHECK(gone.status == plan::MechanismStatus::ended);
    CHECK(gone.ended == engagementDay);
    CHECK(gone.replacedBy == std::vector<plan::Replacement>{{{102}, plan::Extent::wholly}});
    CHECK(after->find<plan::Mechanism>(104)->reportsTo.id == 102);
}

TEST_CASE("What a merge covers is what its change says, where it says so") {
    ScenarioPlan made;
    made.change(103, WhatToDo::mergeInto, 102);
    made.change(102, WhatToDo::keep).areasAfter = {{{2}}, {{3}}};
    made.againChange();
    const auto after = planAfter(made.plan, 901, engagementDay);
    REQUIRE(after);
    CHECK(areasOf(*after, 102) == std::set<plan::Id>{2, 3});
}

TEST_CASE("A chain of merges ends at the one that stays") {
    ScenarioPlan made;
    made.change(104, WhatToDo::mergeInto, 103);
    made.change(103, WhatToDo::mergeInto, 102);
    const auto steps = stepsOf(made.plan, 901, engagementDay);
    CHECK(steps.at(104).into == 102);
    CHECK(steps.at(102).takesUp == std::vector<plan::Id>{103, 104});
    CHECK(steps.at(102).change == 0);
}

TEST_CASE("Changes that can't be carried out say why and are left out") {
    ScenarioPlan made;
    SECTION("into nothing") {
        made.change(103, WhatToDo::mergeInto);
        CHECK(problemOf(made, 103) == ChangeProblem::intoNotSaid);
    }
    SECTION("into itself by way of another") {
        made.change(103, WhatToDo::mergeInto, 102);
        made.change(102, WhatToDo::mergeInto, 103);
        CHECK(problemOf(made, 102) == ChangeProblem::intoItself);
    }
    SECTION("into one that ends") {
        made.change(103, WhatToDo::mergeInto, 102);
        made.change(102, WhatToDo::end);
        CHECK(problemOf(made, 103) == ChangeProblem::intoEnds);
    }
    SECTION("of a mechanism that is over") {
        auto event = *made.plan.find<plan::Mechanism>(104);
        event.status = plan::MechanismStatus::ended;
        made.plan.put(event);
        made.change(104, WhatToDo::end);
        CHECK(problemOf(made, 104) == ChangeProblem::mechanismGone);
    }
    SECTION("rejected") {
        made.change(103, WhatToDo::end).status = plan::ReviewStatus::rejected;
        made.againChange();
        CHECK(stepsOf(made.plan, 901, engagementDay).empty());
    }
}

TEST_CASE("A merge may begin from the larger's pattern and from everybody who attends") {
    ScenarioPlan made;
    plan::ProposedChange change;
    change.mechanism = {102};
    const auto begun = suggestedGathering(made.plan, engagementDay, change, {101, 103});
    CHECK(begun.meetingsAfter == 12); // 101 and 103 cover equally many; 103 meets more often
    CHECK(begun.lengthAfter == 1);
    REQUIRE(begun.attendingAfter.size() == 3);
    CHECK(begun.attendingAfter[0].organisation.id == 61);
    CHECK(begun.attendingAfter[0].people == 3); // the larger number of the two
    CHECK(begun.attendingAfter[1].organisation.id == 63);
    CHECK(begun.attendingAfter[2].organisation.id == 62);
}

TEST_CASE("Scenarios keep their promises whatever they hold") {
    const plan::Id mechanisms[] = {101, 102, 103, 104};
    const auto anyScenario = [&] {
        ScenarioPlan made;
        for (const auto id : mechanisms) {
            const auto action = *rc::gen::inRange(0, 7);
            if (action < 6) {
                made.change(id, static_cast<WhatToDo>(action), mechanisms[*rc::gen::inRange(0, 4)]);
                if (*rc::gen::arbitrary<bool>()) {
                    made.proposed.meetingsAfter = *rc::gen::inRange(1, 20);
                    made.proposed.lengthAfter = 1;
                    made.proposed.attendingAfter = {{{61}, 2, true, {}, {}, {}}};
                    made.againChange();
                }
            }
        }
        return made;
    };
    tests::holds("a merge never loses an area", [&] {
        const auto made = anyScenario();
        const auto after = planAfter(made.plan, 901, engagementDay);
        RC_ASSERT(after.has_value());
        for (const auto& [id, step] : stepsOf(made.plan, 901, engagementDay)) {
            for (const auto from : step.takesUp) {
                for (const auto area : areasOf(made.plan, from)) {
                    RC_ASSERT(areasOf(*after, id).contains(area));
                }
            }
        }
    });
    tests::holds("the total is the sum of what its changes save", [&] {
        const auto made = anyScenario();
        const auto weighed = made.weighed();
        for (const auto line : weighedLines) {
            double saved = 0;
            for (const auto& effect : weighed.changes) {
                const auto& one = effect.lines.at(line);
                saved += effect.counted && one.after ? one.before.value_or(0) - *one.after : 0;
            }
            RC_ASSERT(std::abs(weighed.total.at(line).saved().value_or(0) - saved) < 1e-6);
        }
    });
    tests::holds("whoever bears something, all of them together bear the total", [&] {
        const auto weighed = anyScenario().weighed();
        double saved = 0;
        for (const auto& bearer : weighed.bearers) {
            saved += bearer.lines.at(WeighedLine::staffHours).saved().value_or(0);
        }
        RC_ASSERT(std::abs(weighed.total.at(WeighedLine::staffHours).saved().value_or(0) - saved) < 1e-6);
    });
    tests::holds("where mechanisms only end, nobody is asked to more", [&] {
        ScenarioPlan made;
        for (const auto id : mechanisms) {
            if (*rc::gen::arbitrary<bool>()) {
                made.change(id, WhatToDo::end);
            }
        }
        const auto load = loadChangesOf(made.plan, made.weighed(), engagementDay);
        RC_ASSERT(load.has_value());
        for (const auto& change : load->bodies) {
            RC_ASSERT(change.meetingsChange().value_or(0) <= 0);
            RC_ASSERT(change.paidChange().value_or(0) <= 0);
            RC_ASSERT(change.after.mechanisms <= change.before.mechanisms);
        }
    });
}

TEST_CASE("Ending everything leaves nothing") {
    ScenarioPlan made;
    for (const plan::Id id : {101, 102, 103, 104}) {
        made.change(id, WhatToDo::end);
    }
    const auto weighed = made.weighed();
    CHECK(weighed.mechanismsAfter == 0);
    for (const auto line : weighed.shown) {
        CHECK(weighed.total.at(line).after == 0);
    }
    CHECK(weighed.losses.areasWithout.size() == 4);
}
