#include "core/analysis/acceptances.h"
#include "core/report/cluster_profile.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::tests;

namespace {

std::string profileText(const plan::PlanRef& plan, plan::Id cluster = 500) {
    const auto document = report::clusterProfile(plan, cluster, reportOptions());
    REQUIRE(document);
    CHECK(document->problems().empty());
    return textOf(*document);
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// The made plan with something recorded in every part of the profile of North hub.
plan::PlanRef fullPlan() {
    auto plan = *madePlan().plan;
    plan::Role role;
    role.id = 21;
    role.name = "Area officer";
    role.organisation = {10};
    role.personName = "A Person";
    plan.put(role);
    auto cluster = *plan.find<plan::Cluster>(500);
    cluster.status = plan::ClusterStatus::active;
    cluster.phase = "Phase one";
    cluster.leadOfficer = {21};
    cluster.teamOrganisations = {{{11}}};
    cluster.priorities = "Buses in the evening";
    cluster.naturalCommunities = "Ashby looks to the north";
    cluster.principleScores = {{"Listen", 3, "Minutes are published", plan::Date{2026, 5, 1}},
                               {"Join up", std::nullopt, "", std::nullopt}};
    plan.put(cluster);
    plan::Cluster south = cluster;
    south.id = 501;
    south.name = "South hub";
    south.areas = {{{3}, true}};
    plan.put(south);
    plan::Asset hall;
    hall.id = 800;
    hall.name = "Ashby Village Hall";
    hall.kind = plan::AssetKind::hall;
    hall.area = {1};
    plan.put(hall);
    auto panel = *plan.find<plan::Mechanism>(100);
    panel.venue = "Ashby village hall";
    plan.put(panel);
    plan::FootprintSet set;
    set.id = 810;
    set.name = "Police beats";
    plan.put(set);
    plan::Footprint beat;
    beat.id = 811;
    beat.name = "Valley beat";
    beat.set = {810};
    beat.areas = {{{1}, std::nullopt}, {{3}, std::nullopt}};
    plan.put(beat);
    return std::make_shared<const plan::Plan>(std::move(plan));
}

} // namespace

TEST_CASE("a profile has everything that is recorded of a cluster, and posts in place of persons") {
    const auto text = profileText(fullPlan());
    CHECK(text.starts_with("North hub\nStatus: Active; phase: Phase one; arrangement: As now\n"));
    CHECK(says(text, "at least 1,000 residents (1 area not recorded)"));
    CHECK(says(text, "2 parishes and wards (2 parished, 0 unparished)"));
    CHECK(says(text, "Lead officer | Area officer (Housing)"));
    CHECK(says(text, "Single point of contact | not recorded"));
    CHECK(says(text, "Virtual team | Police"));
    CHECK_FALSE(says(text, "A Person"));
    CHECK(says(text, "# Priorities\nBuses in the evening"));
    CHECK(says(text, "# Natural communities\nAshby looks to the north"));
    CHECK(says(text, "Join up | not recorded | not recorded"));
    CHECK(says(text, "Listen | 3 | Minutes are published (1 May 2026)"));
    CHECK(says(text, "Safer estates group (6)"));
    CHECK(says(text, "Tenant panel and Safer estates group | "));
    CHECK(says(text, "Valley beat | Police beats | 1,000 | 4,000 | South hub"));
    CHECK(says(text, "Ashby Village Hall | Hall | Ashby | Tenant panel"));
    CHECK(says(text, "# Open checks"));
    CHECK(says(text, "Footprint split | "));
}

TEST_CASE("what is not recorded is left out of a profile or said to be so, and never zero") {
    const auto text = profileText(madePlan().plan);
    CHECK(says(text, "Status: not recorded; arrangement: As now"));
    for (const auto* part : {"# Principles", "# Footprints", "# Assets", "# Priorities", "# What local"}) {
        CAPTURE(part);
        CHECK_FALSE(says(text, part));
    }
    CHECK(says(text, "not recorded deprivation score"));
    CHECK(says(text, "Lead officer | not recorded"));
}

TEST_CASE("checks that a person accepted are counted apart from open ones") {
    const auto before = profileText(fullPlan());
    REQUIRE(says(before, "Burton"));
    auto plan = *fullPlan();
    const auto judged = analysis::judgedChecks(plan, nullptr, {{2026, 11, 22}, 400});
    plan::Id id = 900;
    for (const auto& each : judged) {
        plan::Acceptance acceptance;
        acceptance.id = id++;
        acceptance.name = "Accepted";
        acceptance.rule = std::string(each.breach.rule->id);
        acceptance.subject = analysis::subjectOf(each.breach);
        acceptance.arrangement = {400};
        acceptance.reason = "Known";
        plan.put(acceptance);
    }
    REQUIRE(id > 901);
    const auto text = profileText(std::make_shared<const plan::Plan>(std::move(plan)));
    CHECK(says(text, "been accepted with a reason."));
    CHECK_FALSE(says(text, "Footprint split | "));
}

TEST_CASE("a cluster that is gone has no profile, an empty one has") {
    const auto gone = report::clusterProfile(madePlan().plan, 999, reportOptions());
    REQUIRE_FALSE(gone);
    CHECK(says(gone.error().message, "hub"));
    auto plan = *madePlan().plan;
    plan::Cluster bare;
    bare.id = 501;
    bare.name = "Bare hub";
    bare.arrangement = {400};
    plan.put(bare);
    CHECK(says(profileText(std::make_shared<const plan::Plan>(std::move(plan)), 501),
               "No engagement mechanism in force is recorded for Bare hub."));
}
