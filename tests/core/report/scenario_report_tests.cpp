#include "core/report/scenario_report.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::tests;

namespace {

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// The made plan with a scenario that ends a panel and merges a group.
plan::Plan withScenario() {
    auto plan = *madePlan().plan;
    plan::Scenario scenario;
    scenario.id = 900;
    scenario.name = "One meeting";
    scenario.rationale = "Fewer evenings.";
    plan.put(scenario);
    plan::ProposedChange end;
    end.id = 901;
    end.name = "End Elsewhere forum";
    end.scenario = {900};
    end.mechanism = {102};
    end.action = plan::WhatToDo::end;
    end.equalityScreening = "Screened in May";
    plan.put(end);
    plan::ProposedChange merge = end;
    merge.id = 902;
    merge.mechanism = {101};
    merge.action = plan::WhatToDo::mergeInto;
    merge.into = {100};
    plan.put(merge);
    return plan;
}

std::string reportText(plan::Plan plan) {
    const auto document = report::scenarioReport(std::make_shared<const plan::Plan>(std::move(plan)), 900,
                                                 plan::Date{2026, 11, 1});
    REQUIRE(document);
    CHECK(document->problems().empty());
    return textOf(*document);
}

} // namespace

TEST_CASE("A scenario's report says what it changes, loses and has not yet shown") {
    const auto text = reportText(withScenario());
    CHECK(says(text, "Fewer evenings."));
    CHECK(says(text, "Elsewhere forum | End | "));
    CHECK(says(text, "Safer estates group | Merged into Tenant panel | not claimed"));
    CHECK(says(text, "Screened in May | not written yet | not written yet"));
    CHECK(says(text, "Safety | none left | Carlton | 3,000"));
    CHECK(says(text, "Journeys are not recorded."));
    CHECK(says(text, "not recorded whether a law requires it"));
}

TEST_CASE("A mechanism that is not for publication counts in a scenario's report and is not named") {
    auto plan = withScenario();
    auto forum = *plan.find<plan::Mechanism>(102);
    forum.notForPublication = true;
    plan.put(forum);
    const auto text = reportText(std::move(plan));
    CHECK_FALSE(says(text, "Elsewhere forum"));
    CHECK(says(text, "A mechanism that is not for publication | End"));
}

TEST_CASE("A scenario's report tells who is asked to meetings, and what came of what was agreed") {
    auto plan = withScenario();
    auto forum = *plan.find<plan::Mechanism>(102);
    plan::Organisation parish;
    parish.id = 950;
    parish.name = "Carlton Parish Council";
    plan.put(parish);
    forum.meetingsAYear = 7;
    forum.pattern = {};
    forum.attending = {{{950}, 1, false, {}, {}, {}}};
    plan.put(forum);
    auto text = reportText(plan);
    CHECK(says(text, "Carlton Parish Council | 7 | 0 | 7 fewer"));
    auto settings = plan.settings();
    settings.meetingsAMonthLimit = 2;
    plan.put(settings);
    CHECK(says(reportText(plan), "7 fewer | within the limit | within the limit"));
    CHECK_FALSE(says(text, "Decided and achieved"));
    auto end = *plan.find<plan::ProposedChange>(901);
    end.status = plan::ReviewStatus::agreed;
    end.hoursWhenDecided = 20;
    end.hoursExpected = 0;
    plan.put(end);
    text = reportText(plan);
    CHECK(says(text, "Elsewhere forum | End, agreed | not yet | 20 hours | "));
    forum.status = plan::MechanismStatus::ended;
    forum.ended = plan::Date{2026, 9, 30};
    plan.put(forum);
    end.status = plan::ReviewStatus::done;
    plan.put(end);
    CHECK(
        says(reportText(plan), "Elsewhere forum | End, done | yes, 30 September 2026 | 20 hours | 20 hours"));
}

TEST_CASE("There is no report of a scenario that is not there") {
    CHECK_FALSE(report::scenarioReport(madePlan().plan, 999, plan::Date{2026, 11, 1}));
}
