#include "tests/support/catch.h"
#include "tests/support/example_plan.h"
#include "ui/session/cluster_edits.h"

#include <algorithm>
#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

plan::Plan after(const plan::Plan& plan, const ClusterEdit& edit) {
    const auto result = plan::applied(plan, plan::withConsequences(plan, edit.changes));
    REQUIRE(result);
    return *result;
}

/// -1: not in it, 0: also in it, 1: main.
int membership(const plan::Plan& plan, plan::Id cluster, plan::Id area) {
    for (const auto& held : plan.find<plan::Cluster>(cluster)->areas) {
        if (held.area.id == area) {
            return held.main ? 1 : 0;
        }
    }
    return -1;
}

} // namespace

TEST_CASE("Moving areas makes a cluster their only main one and names them") {
    const auto plan = tests::examplePlan();
    auto edit = moveAreas(plan, 502, {102});
    CHECK(edit.label == QStringLiteral("Move Saltford to Chew Valley"));
    auto moved = after(plan, edit);
    CHECK(membership(moved, 501, 102) == -1);
    CHECK(membership(moved, 502, 102) == 1);

    edit = moveAreas(plan, 502, {101, 102, 103});
    CHECK(edit.label == QStringLiteral("Move 3 areas to Chew Valley"));
    CHECK(moveAreas(plan, 501, {101, 102}).changes.empty());
    CHECK(moveAreas(plan, 999, {101}).changes.empty());
}

TEST_CASE("Sharing keeps the main cluster, and moving there later makes it the main one") {
    auto plan = after(tests::examplePlan(), shareAreas(tests::examplePlan(), 502, {102}));
    CHECK(membership(plan, 501, 102) == 1);
    CHECK(membership(plan, 502, 102) == 0);
    CHECK(shareAreas(plan, 502, {102}).changes.empty());
    plan = after(plan, moveAreas(plan, 502, {102}));
    CHECK(membership(plan, 501, 102) == -1);
    CHECK(membership(plan, 502, 102) == 1);
    plan = after(plan, shareAreas(plan, 503, {102}));
    const auto edit = takeOut(plan, 551, 0, {102});
    CHECK(edit.label == QStringLiteral("Take Saltford out of every cluster"));
    plan = after(plan, edit);
    CHECK(membership(plan, 502, 102) == -1);
    CHECK(membership(plan, 503, 102) == -1);
}

TEST_CASE("A new cluster takes a colour that is free and the areas that it is made with") {
    const auto plan = tests::examplePlan();
    const auto edit = addCluster(plan, 551, 599, QStringLiteral("Bath"), {111, 101});
    CHECK(edit.label == QStringLiteral("Add Bath with Bath: Odd Down and Keynsham"));
    const auto made = after(plan, edit);
    CHECK(made.find<plan::Cluster>(599)->colour == 4);
    CHECK(membership(made, 599, 101) == 1);
    CHECK(membership(made, 501, 101) == -1);
    CHECK(fillOf(made, *made.find<plan::Cluster>(599)) == 3);
}

TEST_CASE("Clusters are renamed, recoloured and deleted") {
    auto plan = tests::examplePlan();
    plan = after(plan, renameCluster(plan, 501, QStringLiteral("Keynsham")));
    plan = after(plan, recolourCluster(plan, 501, 7));
    CHECK(plan.find<plan::Cluster>(501)->name == "Keynsham");
    CHECK(plan.find<plan::Cluster>(501)->colour == 7);
    plan = after(plan, eraseCluster(plan, 501));
    CHECK(plan.find<plan::Cluster>(501) == nullptr);
    CHECK(plan.find<plan::Area>(101) != nullptr);
}

TEST_CASE("An arrangement is copied with its clusters, put in force, and deleted with them") {
    auto plan = tests::examplePlan();
    plan::Id next = 9000;
    plan = after(plan, copyArrangement(plan, 551, 560, QStringLiteral("Option A"), [&] { return next++; }));
    CHECK(plan.find<plan::Arrangement>(560)->status == plan::ArrangementStatus::draft);
    CHECK(next == 9003);
    CHECK(plan.find<plan::Cluster>(9000)->areas == plan.find<plan::Cluster>(501)->areas);
    plan = after(plan, moveAreas(plan, 9001, {101}));
    CHECK(membership(plan, 501, 101) == 1);
    plan = after(plan, putInForce(plan, 560));
    CHECK(plan.settings().arrangementInForce.id == 560);
    plan = after(plan, eraseArrangement(plan, 560));
    CHECK(plan.find<plan::Cluster>(9000) == nullptr);
    CHECK(plan.settings().arrangementInForce.id == 0);
    CHECK(plan.find<plan::Cluster>(501) != nullptr);
}

TEST_CASE("The first arrangement of a plan is in force at once") {
    plan::Plan empty;
    plan::Settings settings;
    settings.name = "New";
    empty.put(settings);
    auto plan = after(empty, addArrangement(empty, 551, QStringLiteral("As now")));
    CHECK(plan.settings().arrangementInForce.id == 551);
    plan = after(plan, addArrangement(plan, 552, QStringLiteral("Option")));
    CHECK(plan.settings().arrangementInForce.id == 551);
}

TEST_CASE("Whatever is moved, shared and taken out, no area ever has two main clusters") {
    CHECK(rc::check([] {
        auto plan = tests::examplePlan();
        const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
            rc::gen::tuple(rc::gen::inRange(0, 3), rc::gen::inRange(501, 504), rc::gen::inRange(101, 113)));
        for (const auto& [what, cluster, area] : steps) {
            const std::vector<plan::Id> areas{area};
            plan = after(plan, what == 0   ? moveAreas(plan, cluster, areas)
                               : what == 1 ? shareAreas(plan, cluster, areas)
                                           : takeOut(plan, 551, cluster, areas));
            int mains = 0;
            for (const plan::Id each : {501, 502, 503}) {
                mains += membership(plan, each, area) == 1 ? 1 : 0;
            }
            RC_ASSERT(mains <= 1);
            RC_ASSERT(what != 0 || mains == 1);
        }
    }));
}

TEST_CASE("A move with a reason leaves a line in the rationale log, one without leaves none") {
    const auto plan = tests::examplePlan();
    plan::Id next = 9000;
    const auto newId = [&next] { return ++next; };
    const auto edit = moveAreas(
        plan, 551, 502, {102},
        {QStringLiteral("Its school is there"), QStringLiteral("Ann"), plan::Date{2026, 11, 26}}, newId);
    CHECK(edit.label == QStringLiteral("Move Saltford to Chew Valley"));
    const auto moved = after(plan, edit);
    REQUIRE(moved.all<plan::Move>().size() == 1);
    const auto& line = moved.all<plan::Move>()[0];
    CHECK(line.reason == "Its school is there");
    CHECK(line.movedBy == "Ann");
    CHECK(line.area.id == 102);
    CHECK(line.fromCluster.id == 501);
    CHECK(line.toCluster.id == 502);
    CHECK(line.name.starts_with("Saltford from "));
    CHECK(after(plan, moveAreas(plan, 551, 502, {102}, {}, newId)).all<plan::Move>().empty());
    const auto out = after(plan, moveAreas(plan, 551, 0, {102}, {QStringLiteral("Asked to"), {}, {}}, newId));
    CHECK(out.all<plan::Move>()[0].toCluster.id == 0);
    CHECK(out.all<plan::Move>()[0].name.ends_with("to no cluster"));
}

TEST_CASE("What is locked is not moved, and the edit says why") {
    const auto plan = after(tests::examplePlan(), lockAreas(tests::examplePlan(), 551, {102}, true));
    CHECK(isLockedIn(plan, 551, 102));
    CHECK_FALSE(isLockedIn(plan, 551, 101));
    const auto refused = moveAreas(plan, 502, {102});
    CHECK(refused.changes.empty());
    CHECK(refused.refusal.contains(QStringLiteral("Saltford is locked")));
    CHECK(takeOut(plan, 551, 0, {102}).changes.empty());
    CHECK_FALSE(eraseCluster(plan, 501).refusal.isEmpty());
    CHECK_FALSE(moveAreas(after(plan, lockAreas(plan, 551, {102}, false)), 502, {102}).changes.empty());

    const auto closed = after(
        plan, setArrangementStatus(plan, 551, plan::ArrangementStatus::agreed, plan::Date{2026, 11, 26}));
    CHECK(closed.find<plan::Arrangement>(551)->dateAgreed == plan::Date{2026, 11, 26});
    CHECK(moveAreas(closed, 502, {101}).refusal.contains(QStringLiteral("agreed")));
    CHECK_FALSE(addCluster(closed, 551, 990, QStringLiteral("New")).refusal.isEmpty());
}

TEST_CASE("A copy of an arrangement is open, with its reasons and acceptances and no responses") {
    auto plan = tests::examplePlan();
    plan::Move move;
    move.id = 901;
    move.name = "Saltford";
    move.arrangement = {551};
    move.toCluster = {501};
    plan.put(move);
    plan::Acceptance acceptance;
    acceptance.id = 903;
    acceptance.name = "In two pieces";
    acceptance.rule = "cluster-in-pieces";
    acceptance.subject = "area:102,cluster:501";
    acceptance.reason = "The river";
    acceptance.arrangement = {551};
    plan.put(acceptance);
    plan::LocalResponse response;
    response.id = 904;
    response.name = "Saltford Parish Council";
    response.arrangement = {551};
    plan.put(response);
    plan = after(plan, setArrangementStatus(plan, 551, plan::ArrangementStatus::agreed, {2026, 11, 26}));
    plan::Id next = 9000;
    const auto edit =
        copyArrangement(plan, 551, 8000, QStringLiteral("Option B"), [&next] { return ++next; });
    plan = after(plan, edit);
    CHECK(plan.find<plan::Arrangement>(8000)->status == plan::ArrangementStatus::draft);
    REQUIRE(plan.all<plan::Move>().size() == 2);
    const auto& moveCopy = plan.all<plan::Move>()[1];
    CHECK(moveCopy.arrangement.id == 8000);
    const auto twin = moveCopy.toCluster.id;
    CHECK(twin != 501);
    CHECK(plan.find<plan::Cluster>(twin)->arrangement.id == 8000);
    REQUIRE(plan.all<plan::Acceptance>().size() == 2);
    CHECK(plan.all<plan::Acceptance>()[1].subject == "area:102,cluster:" + std::to_string(twin));
    CHECK(plan.all<plan::LocalResponse>().size() == 1);
    CHECK_FALSE(moveAreas(plan, twin, {105}).refusal.contains(QStringLiteral("agreed")));
}
