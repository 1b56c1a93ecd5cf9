#include "core/plan/change.h"
#include "core/plan/locks.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"

#include <array>

using namespace wardmote;
using namespace wardmote::plan;

namespace {

/// The example plan with one record of a kind changed.
template<class R, class F>
Plan with(Plan plan, Id id, F change) {
    auto record = *plan.find<R>(id);
    change(record);
    plan.put(record);
    return plan;
}

constexpr std::array saltford{Id{102}};

} // namespace

TEST_CASE("Without locks every area may move, and anywhere") {
    const auto plan = tests::examplePlan();
    CHECK(whyNotMoved(plan, 551, 502, saltford).empty());
    CHECK(whyNotMoved(plan, 551, 0, saltford).empty());
    CHECK(whyNotChanged(plan, 551, 501).empty());
}

TEST_CASE("An agreed arrangement and a locked one are closed, and say what to do") {
    const auto agreed = with<Arrangement>(
        tests::examplePlan(), 551, [](Arrangement& record) { record.status = ArrangementStatus::agreed; });
    CHECK(whyNotMoved(agreed, 551, 502, saltford).find("is agreed") != std::string::npos);
    CHECK(whyNotMoved(agreed, 551, 502, saltford).find("Copy it") != std::string::npos);
    CHECK_FALSE(whyNotChanged(agreed, 551, 0).empty());
    const auto locked =
        with<Arrangement>(tests::examplePlan(), 551, [](Arrangement& record) { record.locked = true; });
    CHECK(whyNotMoved(locked, 551, 502, saltford).find("is locked") != std::string::npos);
}

TEST_CASE("A locked cluster neither gives nor takes areas, others still do") {
    const auto plan =
        with<Cluster>(tests::examplePlan(), 501, [](Cluster& cluster) { cluster.locked = true; });
    CHECK_FALSE(whyNotMoved(plan, 551, 502, saltford).empty()); // Saltford is in 501
    CHECK_FALSE(whyNotMoved(plan, 551, 0, saltford).empty());
    CHECK(whyNotMoved(plan, 551, 501, saltford).empty()); // it is there already
    CHECK_FALSE(whyNotChanged(plan, 551, 501).empty());
    CHECK(whyNotChanged(plan, 551, 502).empty());
    std::vector<Id> elsewhere;
    for (const auto& held : plan.find<Cluster>(502)->areas) {
        elsewhere.push_back(held.area.id);
    }
    CHECK_FALSE(whyNotMoved(plan, 551, 501, elsewhere).empty());
    CHECK(whyNotMoved(plan, 551, 503, elsewhere).empty());
}

TEST_CASE("A locked area stays, its neighbours may go") {
    const auto plan = with<Cluster>(tests::examplePlan(), 501, [](Cluster& cluster) {
        for (auto& held : cluster.areas) {
            held.locked = held.area.id == 102;
        }
    });
    CHECK(whyNotMoved(plan, 551, 502, saltford) ==
          "Saltford is locked in " + nameOf(plan, RecordKind::cluster, 501) + ". Unlock it first.");
    CHECK(whyNotMoved(plan, 551, 502, std::array{Id{101}}).empty());
    CHECK(whyNotMoved(plan, 551, 501, saltford).empty());
    CHECK(whyNotChanged(plan, 551, 501).find("areas that are locked") != std::string::npos);
}

TEST_CASE("What belongs to an arrangement goes with it") {
    auto plan = tests::examplePlan();
    Move move;
    move.id = 901;
    move.name = "Saltford from Keynsham to Chew Valley";
    move.arrangement = {551};
    LocalResponse response;
    response.id = 902;
    response.name = "Saltford Parish Council";
    response.arrangement = {551};
    Acceptance acceptance;
    acceptance.id = 903;
    acceptance.name = "Keynsham is in two pieces";
    acceptance.rule = "cluster-in-pieces";
    acceptance.reason = "The river";
    acceptance.arrangement = {551};
    plan.put(move);
    plan.put(response);
    plan.put(acceptance);
    Changes changes;
    changes.erase<Arrangement>(551);
    const auto after = applied(plan, changes);
    REQUIRE(after);
    CHECK(after->all<Move>().empty());
    CHECK(after->all<LocalResponse>().empty());
    CHECK(after->all<Acceptance>().empty());
    CHECK(after->all<Area>().size() == plan.all<Area>().size());
}
