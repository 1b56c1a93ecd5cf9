#include "core/analysis/coverage.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

const CoverageCell& cell(const CoverageTable& table, plan::Id area, plan::Id column) {
    const auto row = std::ranges::find(table.areas, area) - table.areas.begin();
    const auto at = std::ranges::find(table.columns, column) - table.columns.begin();
    return table.at(static_cast<std::size_t>(row), static_cast<std::size_t>(at));
}

} // namespace

TEST_CASE("Covered means active, met within twelve months, and the audience named") {
    Engagement engagement;
    engagement.mechanism(101, "Live", {1}, {21}, {42}).lastMet = plan::Date{2014, 6, 1};
    engagement.again();
    engagement.mechanism(102, "Silent", {1}, {21}, {42}).lastMet = plan::Date{2012, 6, 1};
    engagement.again();
    engagement.mechanism(103, "Nobody named", {1, 2}, {21, 22}).lastMet = plan::Date{2014, 6, 1};
    engagement.again();
    engagement.mechanism(104, "For everyone", {2}, {22}, {41}).lastMet = plan::Date{2014, 6, 1};
    engagement.again();
    engagement.mechanism(105, "Ended", {3}, {21}, {42}).status = plan::MechanismStatus::ended;
    engagement.again();
    engagement.mechanism(106, "Nowhere", {}, {21}, {42});
    const auto coverage = findCoverage(engagement.plan, engagementDay);
    CHECK(cell(coverage.themes, 1, 21).covered == std::vector<plan::Id>{101});
    CHECK(cell(coverage.themes, 1, 21).nominal == std::vector<plan::Id>{102, 103});
    CHECK(cell(coverage.themes, 2, 22).covered == std::vector<plan::Id>{104});
    CHECK(cell(coverage.audiences, 1, 42).covered == std::vector<plan::Id>{101});
    CHECK(cell(coverage.audiences, 2, 42).covered.empty());
    CHECK(cell(coverage.audiences, 2, 42).nominal == std::vector<plan::Id>{104});
    CHECK(cell(coverage.themes, 3, 21).none());
    CHECK(coverage.areasWithout == std::vector<plan::Id>{3, 4});
    CHECK(coverage.placeNotRecorded == std::vector<plan::Id>{106});
    CHECK(std::ranges::find(coverage.audiences.columns, 41) == coverage.audiences.columns.end());
}

TEST_CASE("Parished and unparished places are set side by side for each ten thousand residents") {
    Engagement engagement({2000, 3000, 20000});
    for (const plan::Id id : {1, 2, 3}) {
        auto area = *engagement.plan.find<plan::Area>(id);
        area.kind = id < 3 ? plan::AreaKind::parish : plan::AreaKind::unparished;
        engagement.plan.put(area);
    }
    plan::Organisation council = *engagement.plan.find<plan::Organisation>(61);
    council.kind = plan::OrganisationKind::parishCouncil;
    engagement.plan.put(council);
    engagement.mechanism(101, "Parish meeting", {1}, {21}).leadOrganisation = {61};
    engagement.again();
    engagement.mechanism(102, "Forum", {1, 2, 3}, {21});
    const auto coverage = findCoverage(engagement.plan, engagementDay);
    CHECK(coverage.parished.areas == 2);
    CHECK(coverage.parished.mechanisms == 2);
    CHECK(coverage.parished.withoutLocalCouncils == 1);
    CHECK(*coverage.parished.perTenThousand == Approx(4));
    CHECK(*coverage.parished.perTenThousandWithoutLocalCouncils == Approx(2));
    CHECK(coverage.unparished.mechanisms == 1);
    CHECK(*coverage.unparished.perTenThousand == Approx(0.5));
    const auto one = findCoverage(engagement.plan, engagementDay, {1});
    CHECK(one.themes.areas == std::vector<plan::Id>{1});
    CHECK(one.parished.residents.value == 2000);
}
