#include "core/plan/local_issue.h"
#include "core/plan/publishable.h"
#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::tests;

namespace {

/// Every word that must not get out has a z in front: "zledger".
plan::PlanRef secretive() {
    auto plan = *madePlan().plan;
    auto mechanism = *plan.find<plan::Mechanism>(100);
    mechanism.notForPublication = true;
    mechanism.source = "zledger of the police";
    mechanism.notes = "zgossip";
    mechanism.testEvidence = "zcomplaints";
    plan.put(mechanism);
    plan::Meeting meeting;
    meeting.id = 701;
    meeting.name = "zbriefing";
    meeting.venue = "zcellar";
    meeting.topics = "zraid";
    meeting.outcome = "zarrests";
    meeting.date = plan::Date{2026, 10, 1};
    meeting.mechanisms = {{{100}}};
    meeting.notForPublication = true;
    plan.put(meeting);
    plan::LocalIssue issue;
    issue.id = 801;
    issue.name = "zaccusation";
    issue.answer = "zdenial";
    issue.areas = {{{1}}};
    issue.raisedIn = {{{100}}, {{101}}};
    issue.firstRaised = plan::Date{2026, 1, 1};
    issue.notForPublication = true;
    plan.put(issue);
    issue.id = 802;
    issue.name = "Speeding in Ashby";
    issue.answer.clear();
    issue.notForPublication.reset();
    plan.put(issue);
    return std::make_shared<const plan::Plan>(std::move(plan));
}

} // namespace

TEST_CASE("what is not for publication is in no report") {
    const auto plan = secretive();
    for (const auto& document :
         {report::planReport(plan, reportOptions()), report::clusterReport(plan, 500, reportOptions())}) {
        REQUIRE(document);
        CHECK(document->problems().empty());
        const auto text = textOf(*document);
        for (const auto* secret : {"zledger", "zgossip", "zcomplaints", "zbriefing", "zcellar", "zraid",
                                   "zarrests", "zaccusation", "zdenial"}) {
            INFO(secret);
            CHECK(text.find(secret) == std::string::npos);
        }
        CHECK(text.find("Tenant panel") != std::string::npos); // the mechanism itself is told of
        CHECK(text.find(plan::sourceWithheld) != std::string::npos);
        CHECK(text.find("What is not published") != std::string::npos);
    }
}

TEST_CASE("a report tells of local issues, with those raised at two mechanisms as evidence") {
    const auto document = report::clusterReport(secretive(), 500, reportOptions());
    REQUIRE(document);
    const auto text = textOf(*document);
    CHECK(text.find("1 local issue is recorded; 1 waits for an answer.") != std::string::npos);
    CHECK(text.find("Speeding in Ashby | Ashby | 325 | not recorded") != std::string::npos); // 1 January on
    CHECK(text.find("Tenant panel | Safer estates group | Speeding in Ashby") != std::string::npos);
    const auto without = report::clusterReport(madePlan().plan, 500, reportOptions());
    CHECK(textOf(*without).find("What people raised") == std::string::npos);
}

TEST_CASE("a plan without anything marked is reported as it is") {
    const auto plan = madePlan().plan;
    CHECK(plan::publishable(plan) == plan);
    const auto secret = secretive();
    const auto left = plan::publishable(secret);
    CHECK(left->all<plan::Meeting>().size() == 1); // counted, and met within twelve months
    CHECK(left->all<plan::Meeting>()[0].date);
    CHECK(secret->find<plan::Mechanism>(100)->notes == "zgossip"); // the plan itself keeps it
}
