#include "core/analysis/coverage_grid.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;
using Ids = std::vector<plan::Id>;

namespace {

/// Areas 1 and 2 in the cluster West, 3 in East, 4 in none.
struct Clustered : Engagement {
    Clustered() : Engagement({1000, 2000, -1, 500}) {
        plan::Arrangement arrangement;
        arrangement.id = 501;
        arrangement.name = "As now";
        plan.put(arrangement);
        cluster(511, "West", {1, 2});
        cluster(512, "East", {3});
    }
    void cluster(plan::Id id, const std::string& name, Ids areas) {
        plan::Cluster cluster;
        cluster.id = id;
        cluster.name = name;
        cluster.arrangement = {501};
        for (const auto area : areas) {
            plan::ClusterArea link;
            link.area = {area};
            link.main = true;
            cluster.areas.push_back(link);
        }
        plan.put(cluster);
    }
    void live(plan::Id id, std::initializer_list<plan::Id> areas, std::initializer_list<plan::Id> themes,
              std::initializer_list<plan::Id> audiences, std::optional<plan::ParticipationLevel> level = {}) {
        auto& forum = mechanism(id, "Forum", areas, themes, audiences);
        forum.lastMet = plan::Date{2014, 6, 1};
        forum.participation = level;
        again();
    }
};

const CoverageGridCell& cell(const CoverageGrid& grid, plan::Id row, plan::Id column) {
    const auto r = std::ranges::find(grid.rows, row) - grid.rows.begin();
    const auto c = std::ranges::find(grid.columns, column) - grid.columns.begin();
    return grid.at(static_cast<std::size_t>(r), static_cast<std::size_t>(c));
}

} // namespace

TEST_CASE("A cluster is covered for a theme by what covers one of its areas, and its cell says how far") {
    Clustered engagement;
    engagement.live(101, {1}, {21}, {42});
    engagement.mechanism(102, "Silent", {1, 3}, {21});
    const auto coverage = findCoverage(engagement.plan, engagementDay);
    const auto grid = coverageGrid(engagement.plan, coverage, CoverageGridKind::clusterTheme);
    CHECK(grid.rows == Ids{512, 511, 0}); // by name, those in no cluster last
    CHECK(rowName(engagement.plan, grid, 2) == "In no cluster");
    const auto& west = cell(grid, 511, 21);
    CHECK(west.covered == Ids{101});
    CHECK(west.nominal == Ids{102});
    CHECK(west.areasCovered == Ids{1});
    CHECK(west.areasNone == Ids{2});
    CHECK(west.residentsNone.value == 2000);
    const auto& east = cell(grid, 512, 21);
    CHECK(east.areasNominal == Ids{3});
    CHECK(east.covered.empty());
    CHECK_FALSE(cell(grid, 512, 22).residentsNone.value); // not recorded is not zero
}

TEST_CASE("Audiences stand against how far they take part, with a column for what is not recorded") {
    Clustered engagement;
    engagement.live(101, {1}, {21}, {42}, plan::ParticipationLevel::involve);
    engagement.live(102, {1}, {21}, {42, 41});
    engagement.mechanism(103, "Silent", {1}, {21}, {42}).participation = plan::ParticipationLevel::involve;
    engagement.again();
    engagement.live(104, {}, {21}, {42}, plan::ParticipationLevel::inform); // no place: not counted
    const auto coverage = findCoverage(engagement.plan, engagementDay);
    const auto grid = coverageGrid(engagement.plan, coverage, CoverageGridKind::audienceParticipation);
    CHECK(grid.rows.front() == 41); // everyone first
    CHECK(grid.columns.size() == 6);
    CHECK(columnName(engagement.plan, grid, 2) == "Involve");
    CHECK(columnName(engagement.plan, grid, 5) == "Not recorded");
    CHECK(cell(grid, 42, 2).covered == Ids{101});
    CHECK(cell(grid, 42, 2).nominal == Ids{103});
    CHECK(cell(grid, 42, 5).covered == Ids{102});
    CHECK(cell(grid, 41, 5).covered == Ids{102});
    CHECK(cell(grid, 42, 0).none());
}

TEST_CASE("Gaps stand by the residents whom no mechanism reaches") {
    Clustered engagement;
    engagement.live(101, {1, 3, 4}, {21}, {42}); // 2,000 residents without
    engagement.live(102, {2, 3, 4}, {22}, {42}); // 1,000
    engagement.live(103, {1, 2, 3}, {23}, {42}); // 500
    engagement.live(104, {1, 2, 4}, {24}, {42}); // not recorded
    engagement.live(105, {1, 2, 3, 4}, {25}, {42});
    const auto gaps = coverageGaps(engagement.plan, findCoverage(engagement.plan, engagementDay));
    Ids themes;
    for (const auto& gap : gaps) {
        if (gap.kind == plan::RecordKind::theme && !gap.nowhere()) {
            themes.push_back(gap.of);
        }
    }
    CHECK(themes == Ids{21, 22, 23, 24});
    CHECK(gaps.front().nowhere());
    CHECK(gaps.front().residentsNone.value == 3500);
    CHECK(gaps.front().residentsNone.atLeast); // area 3 is not recorded
    CHECK(std::ranges::none_of(gaps, [](const auto& gap) { return gap.of == 25 || gap.of == 42; }));
}

TEST_CASE("A protected characteristic that only a mechanism for everyone reaches is not reached") {
    Clustered engagement;
    for (const plan::Id id : {43, 44}) {
        auto audience = *engagement.plan.find<plan::Audience>(id);
        audience.protectedCharacteristic = true;
        engagement.plan.put(audience);
    }
    engagement.live(101, {1, 2, 3, 4}, {21}, {41});
    engagement.live(102, {1}, {21}, {44});
    const auto found =
        protectedCharacteristics(engagement.plan, findCoverage(engagement.plan, engagementDay));
    REQUIRE(found.size() == 2);
    CHECK(found[0].of == 43);
    CHECK(found[0].mechanisms.empty());
    CHECK(found[0].areasNominal.size() == 4);
    CHECK(found[1].mechanisms == Ids{102});
    CHECK(found[1].areasCovered == Ids{1});
}

TEST_CASE("An added mechanism never lowers coverage") {
    tests::holds("coverage grows", [](const std::vector<std::array<std::uint8_t, 5>>& drawn,
                                      const std::array<std::uint8_t, 5>& added) {
        Clustered engagement;
        const auto add = [&](plan::Id id, const std::array<std::uint8_t, 5>& bits) {
            auto& draft = engagement.mechanism(id, "Drawn", {}, {});
            for (plan::Id i = 0; i < 4; ++i) {
                if (bits[0] >> i & 1) {
                    draft.areas.push_back({{1 + i}});
                }
                if (bits[1] >> i & 1) {
                    draft.themes.push_back({{21 + i}});
                }
                if (bits[2] >> i & 1) {
                    draft.audiences.push_back({{41 + i}});
                }
            }
            draft.wholePlan = bits[3] % 5 == 0;
            draft.status = static_cast<plan::MechanismStatus>(bits[3] % 4);
            if (bits[4] % 3 != 0) {
                draft.lastMet = bits[4] % 3 == 1 ? plan::Date{2014, 6, 1} : plan::Date{2012, 6, 1};
            }
            if (bits[4] % 7 != 0) {
                draft.participation = static_cast<plan::ParticipationLevel>(bits[4] % 5);
            }
            engagement.again();
        };
        plan::Id id = 101;
        for (const auto& bits : drawn) {
            add(id++, bits);
        }
        const auto before = findCoverage(engagement.plan, engagementDay);
        const auto plan = engagement.plan;
        add(id, added);
        const auto after = findCoverage(engagement.plan, engagementDay);
        for (const auto kind :
             {CoverageGridKind::clusterTheme, CoverageGridKind::clusterAudience, CoverageGridKind::areaTheme,
              CoverageGridKind::areaAudience, CoverageGridKind::audienceParticipation}) {
            const auto old = coverageGrid(plan, before, kind);
            const auto now = coverageGrid(engagement.plan, after, kind);
            RC_ASSERT(old.rows == now.rows);
            for (std::size_t i = 0; i < old.cells.size(); ++i) {
                RC_ASSERT(std::ranges::includes(now.cells[i].covered, old.cells[i].covered));
                RC_ASSERT(now.cells[i].areasCovered.size() >= old.cells[i].areasCovered.size());
                RC_ASSERT(now.cells[i].areasNone.size() <= old.cells[i].areasNone.size());
            }
        }
    });
}
