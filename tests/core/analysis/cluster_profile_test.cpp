#include "core/analysis/cluster_profile.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

plan::Mechanism mechanism(plan::Id id, const char* name, plan::Id service, std::optional<double> meetings) {
    plan::Mechanism made;
    made.id = id;
    made.name = name;
    made.service = {service};
    made.meetingsAYear = meetings;
    made.lengthHours = 2;
    made.attending = {{.organisation = {10}, .people = 3, .paid = true}};
    made.travelHours = 0;
    made.readingHours = 0;
    made.organisingHours = 0;
    return made;
}

} // namespace

TEST_CASE("meetings and hours are summed by service, and what is not recorded is counted apart") {
    plan::Plan plan;
    plan.put(plan::Settings{});
    for (const auto& [id, name] : {std::pair{10, "Youth"}, {11, "Housing"}}) {
        plan::Organisation organisation;
        organisation.id = id;
        organisation.name = name;
        plan.put(organisation);
    }
    plan.put(mechanism(100, "Youth forum", 10, 4)); // 4 meetings of 2 hours for 3 people: 24 hours
    plan.put(mechanism(101, "Youth panel", 10, 6)); // 36 hours
    plan.put(mechanism(102, "Tenant panel", 11, std::nullopt));
    plan.put(mechanism(103, "Friends of the park", 0, 1));
    const analysis::CostModel model(plan, {2026, 11, 22});
    const std::vector<plan::Id> ids{100, 101, 102, 103};
    std::vector<analysis::MechanismCost> costs;
    for (const auto id : ids) {
        costs.push_back(model.of(id));
    }
    const auto lines = analysis::byService(plan, ids, costs);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].service == 11);
    CHECK_FALSE(lines[0].meetings);
    CHECK(lines[0].meetingsUnknown == 1);
    CHECK_FALSE(lines[0].hours.value);
    CHECK(lines[1].service == 10);
    CHECK(lines[1].mechanisms == std::vector<plan::Id>{100, 101});
    CHECK(lines[1].meetings == 10.0);
    CHECK(lines[1].hours.value == 60.0);
    CHECK(lines[1].hoursUnknown == 0);
    CHECK(lines[1].hours.records.size() == 2);
    CHECK(lines[2].service == 0); // service not recorded: last
}

TEST_CASE("a mechanism meets at the asset that bears its venue's name") {
    auto plan = examplePlan();
    for (const auto& [id, name] : {std::pair{901, "Fry Club"}, {902, "Old School Room"}, {903, "Park"}}) {
        plan::Asset asset;
        asset.id = id;
        asset.name = name;
        plan.put(asset);
    }
    auto first = *plan.find<plan::Mechanism>(602);
    first.venue = "The Fry Club";
    plan.put(first);
    auto second = *plan.find<plan::Mechanism>(603);
    second.venue = "old school room";
    second.status = plan::MechanismStatus::ended;
    plan.put(second);
    const auto meetings = analysis::mechanismsAtAssets(plan);
    REQUIRE(meetings.contains(901));
    CHECK(meetings.at(901) == std::vector<plan::Id>{602});
    CHECK_FALSE(meetings.contains(902)); // what has ended meets nowhere
    CHECK_FALSE(meetings.contains(903));
}

TEST_CASE("assets of a place stand in one of its areas or serve one") {
    auto plan = examplePlan();
    plan::Asset hall;
    hall.id = 901;
    hall.name = "Village hall";
    hall.area = {102};
    plan.put(hall);
    plan::Asset library;
    library.id = 902;
    library.name = "Library";
    library.area = {101};
    library.areasServed = {{{101}}, {{103}}};
    plan.put(library);
    const std::vector<plan::Id> saltford{102};
    const std::vector<plan::Id> both{102, 103};
    CHECK(analysis::assetsIn(plan, saltford) == std::vector<plan::Id>{901});
    CHECK(analysis::assetsIn(plan, both) == std::vector<plan::Id>{902, 901});
}

TEST_CASE("checks of a cluster are those about it, its areas or its mechanisms, accepted ones apart") {
    const auto rules = analysis::allRules();
    const auto breach = [&](plan::RecordKind kind, plan::Id id) {
        return analysis::JudgedBreach{{&rules[0], "message", {{kind, id}}}, nullptr};
    };
    std::vector<analysis::JudgedBreach> judged{
        breach(plan::RecordKind::cluster, 501), breach(plan::RecordKind::cluster, 502),
        breach(plan::RecordKind::area, 102), breach(plan::RecordKind::mechanism, 601),
        breach(plan::RecordKind::footprint, 102)};
    const plan::Acceptance acceptance;
    judged[2].accepted = &acceptance;
    const std::vector<plan::Id> areas{101, 102};
    const std::vector<plan::Id> mechanisms{601};
    const auto concerned = analysis::checksOf(judged, 501, areas, mechanisms);
    CHECK(concerned.open.size() == 2);
    CHECK(concerned.accepted.size() == 1);
}
