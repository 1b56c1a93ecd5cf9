#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using tests::madePlan;
using tests::textOf;

namespace {

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// The made plan with an option in which Ashby (1,000 residents) is in a hub of its own.
plan::PlanRef withOption() {
    auto plan = *madePlan().plan;
    auto now = *plan.find<plan::Arrangement>(400);
    now.status = plan::ArrangementStatus::asNow;
    plan.put(now);
    plan::Arrangement option;
    option.id = 401;
    option.name = "Option A";
    plan.put(option);
    plan::Cluster north;
    north.id = 510;
    north.name = "North hub";
    north.arrangement = {401};
    north.areas = {{{2}, true}};
    plan.put(north);
    plan::Cluster ashby;
    ashby.id = 511;
    ashby.name = "Ashby hub";
    ashby.arrangement = {401};
    ashby.areas = {{{1}, true}};
    plan.put(ashby);
    plan::Move move;
    move.id = 900;
    move.name = "Ashby from North hub to Ashby hub";
    move.arrangement = {401};
    move.area = {1};
    move.fromCluster = {510};
    move.toCluster = {511};
    move.reason = "The parish asked for it";
    move.movedBy = "ann";
    move.movedOn = plan::Date{2026, 11, 2};
    plan.put(move);
    return std::make_shared<const plan::Plan>(std::move(plan));
}

std::string planText(const plan::PlanRef& plan, plan::Id arrangement = 0) {
    auto options = tests::reportOptions();
    options.arrangement = arrangement;
    const auto document = report::planReport(plan, options);
    REQUIRE(document);
    CHECK(document->problems().empty());
    return textOf(*document);
}

} // namespace

TEST_CASE("options are set beside the status quo, with what each would change and why") {
    const auto text = planText(withOption());
    CHECK(says(text, "# Options compared"));
    CHECK(says(text, "The status quo comes first: As now."));
    CHECK(says(text, "What Option A would change"));
    // Burton's residents are not recorded, so the figures say that they rest on a part.
    CHECK(says(text, "1 area would be in another hub than in As now; "));
    CHECK(says(text, "no recommendation"));
    CHECK_FALSE(says(text, "ompactness"));
    CHECK_FALSE(says(text, "no band set"));
}

TEST_CASE("the reasons of the arrangement reported on are given without names of people") {
    const auto plan = withOption();
    const auto text = planText(plan, 401);
    CHECK(says(text, "# Reasons on record"));
    CHECK(says(text, "The parish asked for it"));
    CHECK(says(text, "2 November 2026"));
    CHECK_FALSE(says(text, "ann "));
    CHECK_FALSE(says(planText(plan, 400), "# Reasons on record"));
    const auto ofHub = report::clusterReport(plan, 511, tests::reportOptions());
    REQUIRE(ofHub);
    CHECK(says(textOf(*ofHub), "The parish asked for it"));
    CHECK_FALSE(says(textOf(*ofHub), "# Options compared"));
}

TEST_CASE("one arrangement is compared with nothing") {
    CHECK_FALSE(says(planText(madePlan().plan), "Options compared"));
}

TEST_CASE("phases stand with the clusters where some have one") {
    CHECK_FALSE(says(planText(withOption(), 401), "Phase"));
    auto plan = *withOption();
    auto ashby = *plan.find<plan::Cluster>(511);
    ashby.phase = "Phase 1";
    plan.put(ashby);
    const auto text = planText(std::make_shared<const plan::Plan>(std::move(plan)), 401);
    CHECK(says(text, "Phase 1"));
}
