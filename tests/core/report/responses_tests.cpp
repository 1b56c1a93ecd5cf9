#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::tests;

namespace {

/// Ashby's council (1,000 residents) objects, Burton's (residents not recorded) has said nothing.
plan::PlanRef withResponse() {
    auto plan = *madePlan().plan;
    for (const plan::Id id : {1, 2}) {
        auto area = *plan.find<plan::Area>(id);
        area.localCouncilName = area.name + " Parish Council";
        plan.put(area);
    }
    plan::LocalResponse response;
    response.id = 700;
    response.name = "Ashby Parish Council";
    response.arrangement = {400};
    response.area = {1};
    response.view = plan::LocalView::objects;
    response.minuteReference = "14/26";
    response.words = "Our school and surgery are in Carlton.";
    response.respondedOn = plan::Date{2026, 2, 3};
    plan.put(response);
    return std::make_shared<const plan::Plan>(std::move(plan));
}

std::string textOfReport(const Result<report::Document>& document) {
    REQUIRE(document);
    CHECK(document->problems().empty());
    return textOf(*document);
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("a report counts what local councils said and quotes each with its minute") {
    const auto text = textOfReport(report::clusterReport(withResponse(), 500, reportOptions()));
    CHECK(says(text, "# What local councils said"));
    CHECK(says(text, "Responses to the arrangement As now"));
    CHECK(says(text, "Objects | 1 | 1,000 | 0"));
    CHECK(says(text, "Supports | 0 | – | 0"));
    CHECK(says(text, "No response recorded | 1 | not recorded | 0"));
    CHECK(says(text, "All | 2 |  | 0"));
    CHECK(says(text, "Ashby Parish Council | Ashby | Objects | Minute 14/26, 3 February 2026 | "
                     "“Our school and surgery are in Carlton.”"));
    CHECK(says(text, "No response recorded: Burton Parish Council."));
    CHECK(says(text, "[Map of North hub, each area by the response of its local council."));
    CHECK_FALSE(says(text, "View not recorded"));
}

TEST_CASE("the whole plan's report sets responses out by cluster, with what is in none") {
    const auto text = textOfReport(report::planReport(withResponse(), reportOptions()));
    CHECK(says(text, "Local councils' responses by hub"));
    CHECK(says(text, "North hub | 0 | 1 | 0 | 1"));
    CHECK(says(text, "In no hub | 0 | 0 | 0 | 1")); // Carlton is a parish, so it has somebody to ask
}

TEST_CASE("nothing is said of responses where none is recorded") {
    CHECK_FALSE(
        says(textOfReport(report::planReport(madePlan().plan, reportOptions())), "What local councils said"));
    auto plan = *withResponse();
    auto elsewhere = *plan.find<plan::LocalResponse>(700);
    elsewhere.name = "Carlton Parish Council";
    elsewhere.area = {3};
    plan.put(elsewhere);
    const auto changed = std::make_shared<const plan::Plan>(std::move(plan));
    CHECK_FALSE(
        says(textOfReport(report::clusterReport(changed, 500, reportOptions())), "What local councils said"));
    CHECK(says(textOfReport(report::planReport(changed, reportOptions())), "What local councils said"));
}
