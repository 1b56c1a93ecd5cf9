#include "core/plan/local_issue.h"
#include "tests/core/exchange/matching/tables.h"
#include "tests/support/catch.h"

using namespace wardmote;

TEST_CASE("A list of what people raised is imported as local issues") {
    auto plan = tests::emptyPlan();
    plan::Mechanism forum;
    forum.id = 101;
    forum.name = "Keynsham Forum";
    plan.put(forum);
    forum.id = 102;
    forum.name = "PACT, Keynsham";
    plan.put(forum);
    plan::Area area;
    area.id = 1;
    area.name = "Saltford";
    plan.put(area);
    const auto proposal = tests::proposed(
        {tests::tableOf({{"Issue", "Parish", "Date raised", "Forum", "Owner", "Date answered"},
                         {"Speeding", "Saltford", "8 January 2026", "Keynsham Forum; \"PACT, Keynsham\"",
                          "Highways", "3/2/26"},
                         {"Litter", "Saltford", "sometime", "Keynsham Forum", "", ""}})},
        plan, "list.csv", plan::RecordKind::localIssue);
    const auto after = tests::after(plan, proposal);
    REQUIRE(after.all<plan::LocalIssue>().size() == 2);
    const auto& records = after.all<plan::LocalIssue>();
    const auto& speeding = records[0].name == "Speeding" ? records[0] : records[1];
    CHECK(speeding.areas.size() == 1);
    CHECK(speeding.firstRaised == plan::Date{2026, 1, 8});
    CHECK(speeding.answeredOn == plan::Date{2026, 2, 3});
    REQUIRE(speeding.raisedIn.size() == 2);
    CHECK(after.find(speeding.takenBy)->name == "Highways");
    const auto& litter = records[0].name == "Speeding" ? records[1] : records[0];
    CHECK_FALSE(litter.firstRaised);
    CHECK(litter.notes.find("sometime") != std::string::npos); // kept, not lost
}
