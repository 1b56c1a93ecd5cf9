#include "core/analysis/acceptances.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

constexpr CheckOptions options{{2026, 11, 22}, 0};

/// Two clusters of one area each, and one area in neither.
SquaresPlan withOneLeft() {
    SquaresPlan squares(3, 1);
    for (const plan::Id id : {1001, 1002, 1003}) {
        squares.area(id, [](plan::Area& a) { a.residents = 100; });
    }
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002});
    return squares;
}

plan::Acceptance accepting(plan::Id id, const Breach& breach, plan::Id arrangement) {
    auto acceptance = acceptanceFor(breach, arrangement, {"Agreed with the parish.", "Ada", {}}, id);
    acceptance.arrangement = {arrangement};
    return acceptance;
}

} // namespace

TEST_CASE("A breach's subject is its records, whatever their order and its figures") {
    Breach breach{findRule("area-in-two-main-clusters"), "Saltford has 2 main clusters.", {}};
    CHECK(subjectOf(breach).empty());
    breach.records = {{plan::RecordKind::area, 7},
                      {plan::RecordKind::cluster, 12},
                      {plan::RecordKind::cluster, 3},
                      {plan::RecordKind::area, 7}};
    CHECK(subjectOf(breach) == "area:7,cluster:3,cluster:12");
    auto other = breach;
    std::ranges::reverse(other.records);
    other.message = "Something else.";
    CHECK(subjectOf(other) == subjectOf(breach));
}

TEST_CASE("A subject goes along when an arrangement is copied") {
    const std::map<plan::Id, plan::Id> twins{{12, 1}, {3, 99}, {7, 70}};
    CHECK(subjectWith("area:7,cluster:3,cluster:12", twins) == "area:7,cluster:1,cluster:99");
    CHECK(subjectWith("cluster:4", twins) == "cluster:4");
    CHECK(subjectWith("", twins).empty());
    CHECK(subjectWith("no sense at all", twins).empty());
}

TEST_CASE("What is accepted comes after what is open and keeps its acceptance") {
    auto squares = withOneLeft();
    auto judged = judgedChecks(squares.plan, nullptr, options);
    REQUIRE(judged.size() == 1);
    CHECK(judged[0].breach.rule->id == "area-in-no-cluster");
    CHECK_FALSE(judged[0].accepted);

    squares.plan.put(accepting(31, judged[0].breach, 11));
    squares.area(1002, [](plan::Area& a) { a.residents.reset(); }); // a note, which would come after it
    judged = judgedChecks(squares.plan, nullptr, options);
    REQUIRE(judged.size() == 2);
    CHECK(judged[0].breach.rule->id == "area-facts-missing");
    CHECK_FALSE(judged[0].accepted);
    REQUIRE(judged[1].accepted);
    CHECK(judged[1].accepted->reason == "Agreed with the parish.");
    CHECK(idleAcceptances(squares.plan, judged, 11).empty());
}

TEST_CASE("An acceptance holds for its rule, its records and its arrangement") {
    auto squares = withOneLeft();
    const auto breach = judgedChecks(squares.plan, nullptr, options)[0].breach;
    auto acceptance = accepting(31, breach, 11);
    const auto covers = [&](const plan::Acceptance& each) {
        squares.plan.put(each);
        return acceptanceOf(squares.plan, breach, 11) != nullptr;
    };
    CHECK(covers(acceptance));
    acceptance.rule = "cluster-empty";
    CHECK_FALSE(covers(acceptance));
    acceptance = accepting(31, breach, 12);
    CHECK_FALSE(covers(acceptance));
    CHECK(acceptanceOf(squares.plan, breach, 12));
    acceptance = accepting(31, breach, 0); // of the plan, not of one arrangement
    CHECK(covers(acceptance));
    acceptance.subject = "area:1002";
    CHECK_FALSE(covers(acceptance));
}

TEST_CASE("Acceptances that nothing needs any more are idle, those of other arrangements are let be") {
    auto squares = withOneLeft();
    const auto breach = judgedChecks(squares.plan, nullptr, options)[0].breach;
    squares.plan.put(accepting(31, breach, 11));
    squares.plan.put(accepting(32, breach, 12));
    squares.plan.put(accepting(33, breach, 0));
    squares.cluster(502, "B", {1002, 1003}); // mended
    const auto judged = judgedChecks(squares.plan, nullptr, options);
    CHECK(judged.empty());
    CHECK(idleAcceptances(squares.plan, judged, 11) == std::vector<plan::Id>{31, 33});
}

TEST_CASE("An acceptance says what was accepted, by whom and when, and where it holds") {
    auto squares = withOneLeft();
    squares.area(1002, [](plan::Area& a) { a.residents.reset(); });
    const auto judged = judgedChecks(squares.plan, nullptr, options);
    REQUIRE(judged.size() == 2);
    const AcceptanceReason reason{"It is a military base.", "Ada", plan::Date{2026, 11, 26}};
    const auto ofDrawing = acceptanceFor(judged[0].breach, 11, reason, 31);
    CHECK(ofDrawing.name == "Area 1003 is in no cluster.");
    CHECK(ofDrawing.rule == "area-in-no-cluster");
    CHECK(ofDrawing.subject == "area:1003");
    CHECK(ofDrawing.arrangement.id == 11);
    CHECK(ofDrawing.acceptedBy == "Ada");
    CHECK(ofDrawing.acceptedOn == plan::Date{2026, 11, 26});
    // Whose residents are not recorded does not hang on how clusters are drawn.
    CHECK(acceptanceFor(judged[1].breach, 11, reason, 32).arrangement.id == 0);
}

TEST_CASE("What is open about a cluster, without notes and without what was accepted") {
    auto squares = withOneLeft();
    squares.cluster(503, "C", {});     // empty: a warning
    squares.cluster(504, "D", {1001}); // A and D hold an area as main: a problem
    auto judged = judgedChecks(squares.plan, nullptr, options);
    auto open = openByCluster(judged);
    CHECK(open.size() == 3);
    CHECK(open.at(501) == std::vector<std::string>{"Area 1001 has 2 main clusters: A and D."});
    CHECK(open.at(504).size() == 1);
    CHECK(open.at(503) == std::vector<std::string>{"C has no areas."});
    squares.plan.put(accepting(31, judged.front().breach, 11));
    judged = judgedChecks(squares.plan, nullptr, options);
    CHECK(openByCluster(judged).size() == 1);
}
