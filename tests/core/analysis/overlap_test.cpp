#include "core/analysis/overlap.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

/// Housing (81) with two mechanisms, police (82) with two, health (83) with one far away.
Engagement threeServices() {
    Engagement engagement({1000, 2000, 400, -1});
    engagement.organisation(81, "Housing");
    engagement.organisation(82, "Police");
    engagement.organisation(83, "Health");
    const auto add = [&](plan::Id id, plan::Id service, Engagement::Ids areas, Engagement::Ids themes,
                         double organising) {
        auto& made = engagement.mechanism(id, "Mechanism " + std::to_string(id), areas, themes,
                                          {id == 104 ? plan::Id{43} : plan::Id{42}});
        made.basis = plan::MechanismBasis::serviceBased;
        made.service = {service};
        made.meetingsAYear = 10;
        if (organising > 0) {
            made.organisingHours = organising;
            made.attendanceOfficers = 0;
            made.lengthHours = 1;
            made.travelHours = 0;
            made.readingHours = 0;
        }
        engagement.again();
    };
    add(101, 81, {1, 2}, {21}, 3); // overlaps 103
    add(102, 81, {3}, {22}, 2);    // overlaps nothing: another purpose than 104
    add(103, 82, {2}, {21}, 1);
    add(104, 82, {3}, {25}, 0); // hours not recorded
    add(105, 83, {4}, {21}, 5);
    return engagement;
}

} // namespace

TEST_CASE("Services overlap where their mechanisms do") {
    const auto engagement = threeServices();
    const auto overlap = *findOverlap(engagement.plan, engagementDay);
    REQUIRE(overlap.services.size() == 3);
    CHECK(overlap.services[0].service == 83); // by name: Health, Housing, Police
    CHECK(overlap.services[1].service == 81);
    CHECK(overlap.services[2].service == 82);
    REQUIRE(overlap.pairs.size() == 3);

    const auto& both = overlap.between(2, 1);
    CHECK(both.first == 1);
    CHECK(both.pairs == 1);
    CHECK(both.mechanisms == std::vector<plan::Id>{101, 103});
    CHECK(both.areas == std::vector<plan::Id>{2, 3});
    CHECK(both.residents.value == 2400);
    CHECK(*both.hoursFirst.value == Approx(30));
    CHECK(*both.hoursSecond.value == Approx(10));
    CHECK(overlap.between(0, 1).pairs == 0);
    CHECK(overlap.between(0, 2).areas.empty());

    const auto& housing = overlap.services[1];
    CHECK(*housing.hours.value == Approx(50));
    CHECK(*housing.hoursShared.value == Approx(30));
    CHECK(*housing.hoursNotShared.value == Approx(20));
    CHECK(housing.shared == std::vector<plan::Id>{101});
    CHECK(housing.areas == std::vector<plan::Id>{1, 2, 3});
    const auto& police = overlap.services[2];
    CHECK(police.hoursUnknown == 1);
    CHECK(police.hours.atLeast);
    CHECK_FALSE(police.hoursNotShared.value);
}

TEST_CASE("Every area is in the one combination of services that operates there") {
    const auto engagement = threeServices();
    const auto overlap = *findOverlap(engagement.plan, engagementDay);
    REQUIRE(overlap.combinations.size() == 3);
    CHECK(overlap.combinations[0].services == std::vector<std::size_t>{1, 2});
    CHECK(overlap.combinations[0].areas == std::vector<plan::Id>{2, 3});
    CHECK(overlap.combinations[0].residents.value == 2400);
    std::vector<plan::Id> areas;
    for (const auto& combination : overlap.combinations) {
        areas.insert(areas.end(), combination.areas.begin(), combination.areas.end());
    }
    std::ranges::sort(areas);
    CHECK(areas == std::vector<plan::Id>{1, 2, 3, 4});
    const auto health =
        std::ranges::find(overlap.combinations, std::vector<std::size_t>{0}, &ServiceCombination::services);
    REQUIRE(health != overlap.combinations.end());
    CHECK_FALSE(health->residents.value); // not recorded, not zero
}

TEST_CASE("Only service-based mechanisms count, and those whose basis is not recorded") {
    auto engagement = threeServices();
    auto police = *engagement.plan.find<plan::Mechanism>(103);
    police.basis = plan::MechanismBasis::placeBased;
    engagement.plan.put(police);
    CHECK(findOverlap(engagement.plan, engagementDay)->between(1, 2).pairs == 0);
    police.basis.reset();
    police.service = {};
    police.leadOrganisation = {82};
    engagement.plan.put(police);
    const auto overlap = *findOverlap(engagement.plan, engagementDay);
    CHECK(overlap.between(1, 2).pairs == 1);
    CHECK(overlap.basisNotRecorded == 1);
    police.leadOrganisation = {};
    engagement.plan.put(police);
    CHECK(findOverlap(engagement.plan, engagementDay)->serviceNotRecorded == std::vector<plan::Id>{103});
}
