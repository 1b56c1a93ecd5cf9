#include "tests/core/exchange/matching/tables.h"

#include <cmath>

using namespace wardmote;
using namespace wardmote::tests;
using exchange::ImportForm;
using plan::RecordKind;

namespace {

constexpr auto asFootprints = RecordKind::footprint;

plan::Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

plan::ShapeRef shape(const plan::Ring& ring) {
    return std::make_shared<const plan::Shape>(plan::Shape{{{ring}}});
}

/// Three square kilometres in a row.
plan::Plan threeAreas() {
    auto plan = emptyPlan();
    for (int i = 0; i < 3; ++i) {
        plan::Area area;
        area.id = 1001 + i;
        area.name = i == 0 ? "Ash" : i == 1 ? "Birch" : "Cedar";
        area.code = "E0400000" + std::to_string(i + 1);
        area.boundary = shape(box(400'000 + 1000 * i, 160'000, 401'000 + 1000 * i, 161'000));
        plan.put(area);
    }
    return plan;
}

exchange::Table layer(const Rows& rows, const std::vector<plan::ShapeRef>& shapes,
                      std::string name = "beats") {
    exchange::Table table;
    table.name = std::move(name);
    table.headingsInFirstRow = true;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        table.startRow();
        for (const auto& cell : rows[r]) {
            table.addCell(cell);
        }
        if (r > 0 && shapes[r - 1]) {
            table.setPlace({shapes[r - 1], {}});
        }
    }
    return table;
}

std::optional<double> shareOf(const plan::Plan& plan, std::string_view footprint, plan::Id area) {
    const auto* found = named<plan::Footprint>(plan, footprint);
    REQUIRE(found);
    for (const auto& held : found->areas) {
        if (held.area.id == area) {
            return held.share.value_or(1);
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("A code table says which footprint takes in which area, and how much of it") {
    const auto plan = threeAreas();
    const auto table = tableOf({{"Area code", "Ward code", "Ward name", "Share of residents"},
                                {"E04000001", "E05000001", "Hill", ""},
                                {"E04000002", "E05000001", "Hill", "25%"},
                                {"E04000002", "E05000002", "Vale", "0.75"},
                                {"E04000003", "E05000002", "Vale", "1"},
                                {"E04000003", "E05000001", "Hill", "0"},
                                {"E04000009", "E05000002", "Vale", "1"},
                                {"E04000001", "", "", "1"},
                                {"E04000001", "E05000002", "Vale", "some"}});
    const auto setup = exchange::proposeSetup(std::vector{table}, "wards.csv", plan, asFootprints);
    REQUIRE(setup.sheets[0].form == ImportForm::footprints);
    CHECK(setup.sheets[0].columns[0].use == exchange::column_uses::areaCode);
    CHECK(setup.sheets[0].columns[1].use == exchange::column_uses::footprintCode);
    CHECK(setup.sheets[0].columns[3].use == exchange::column_uses::share);
    const auto proposal = proposed({table}, plan, "wards.csv", asFootprints);
    CHECK(proposal.counts == exchange::ImportCounts{2, 0, 5, 1});
    CHECK(proposal.label == "Import 2 footprints from wards.csv");
    REQUIRE(proposal.alsoCreated.size() == 1);
    CHECK(proposal.alsoCreated[0].name == "wards");
    const auto filled = after(plan, proposal);
    CHECK(filled.all<plan::FootprintSet>()[0].kind == plan::FootprintKind::wards);
    CHECK(named<plan::Footprint>(filled, "Hill")->code == "E05000001");
    CHECK(shareOf(filled, "Hill", 1001) == 1.0);
    CHECK(shareOf(filled, "Hill", 1002) == 0.25);
    CHECK_FALSE(shareOf(filled, "Hill", 1003));
    CHECK(shareOf(filled, "Vale", 1002) == 0.75);
    CHECK(shareOf(filled, "Vale", 1003) == 1.0);
    CHECK_FALSE(shareOf(filled, "Vale", 1001));
    std::size_t lost = 0;
    for (const auto& row : proposal.rows) {
        for (const auto& notice : row.notices) {
            lost += notice.lost ? 1 : 0;
        }
    }
    CHECK(lost == 2); // an area that is not there, a share that is none
    CHECK(proposed({table}, filled, "wards.csv", asFootprints).changes.empty());
}

TEST_CASE("Boundaries give footprints their areas by the land they have in common") {
    const auto plan = threeAreas();
    const auto table =
        layer({{"beat_name", "beat_code"}, {"West", "B1"}, {"East", "B2"}, {"Far", "B3"}, {"None", "B4"}},
              {shape(box(399'990, 159'990, 401'300, 161'010)), shape(box(401'300, 159'990, 405'000, 161'010)),
               shape(box(420'000, 160'000, 421'000, 161'000)), nullptr});
    const auto proposal = proposed({table}, plan, "police.gpkg", asFootprints);
    CHECK(proposal.counts == exchange::ImportCounts{3, 0, 0, 1});
    const auto filled = after(plan, proposal);
    CHECK(filled.all<plan::FootprintSet>()[0].kind == plan::FootprintKind::policeBeats);
    CHECK(shareOf(filled, "West", 1001) == 1.0);
    CHECK(*shareOf(filled, "West", 1002) == Approx(0.3).margin(1e-4));
    CHECK(*shareOf(filled, "East", 1002) == Approx(0.7).margin(1e-4));
    CHECK(shareOf(filled, "East", 1003) == 1.0);
    CHECK(named<plan::Footprint>(filled, "Far")->areas.empty());
    CHECK(named<plan::Footprint>(filled, "West")->boundary);
    REQUIRE(proposal.rows[0].notices.size() == 1);
    CHECK(proposal.rows[0].notices[0].message == "Takes in parts of areas, by their land: Birch (30%).");
    REQUIRE(proposal.rows[1].notices.size() == 2);
    CHECK(proposal.rows[1].notices[1].message == "55% of its land lies in no area of the plan.");
    CHECK(proposal.rows[2].notices[0].message == "No area of the plan lies in it.");
    CHECK(proposed({table}, filled, "police.gpkg", asFootprints).changes.empty());
}

TEST_CASE("Parts of one footprint in several rows are one footprint") {
    const auto plan = threeAreas();
    const auto table =
        layer({{"name"}, {"Both"}, {"Both"}}, {shape(box(400'000, 160'000, 401'000, 161'000)),
                                               shape(box(401'000, 160'000, 402'000, 161'000))});
    const auto filled = after(plan, proposed({table}, plan, "parts.gpkg", asFootprints));
    REQUIRE(filled.count(RecordKind::footprint) == 1);
    const auto& both = filled.all<plan::Footprint>()[0];
    CHECK(both.areas.size() == 2);
    CHECK(both.boundary->polygons.size() == 1);
    CHECK(proposed({table}, filled, "parts.gpkg", asFootprints).changes.empty());
}

TEST_CASE("Footprints of one name are told apart by their codes") {
    const auto plan = threeAreas();
    const auto table = tableOf({{"Area code", "Ward code", "Ward name"},
                                {"E04000001", "E05000001", "Abbey"},
                                {"E04000002", "E05000002", "Abbey"},
                                {"E04000003", "", "Abbey"}});
    const auto proposal = proposed({table}, plan, "wards.csv", asFootprints);
    CHECK(proposal.counts == exchange::ImportCounts{2, 0, 0, 1});
    CHECK(proposal.rows[2].reason == "Several footprints are called “Abbey”: give the code as well.");
    const auto filled = after(plan, proposal);
    CHECK(filled.count(RecordKind::footprint) == 2);
    std::size_t areas = 0;
    for (const auto& footprint : filled.all<plan::Footprint>()) {
        areas += footprint.areas.size();
    }
    CHECK(areas == 2);
    CHECK(proposed({table}, filled, "wards.csv", asFootprints).changes.empty());
}

TEST_CASE("A list that says nothing of areas is refused row by row, with the reason") {
    const auto plan = threeAreas();
    const auto table = tableOf({{"Footprint name", "Remarks"}, {"Hill", "steep"}});
    const auto proposal = proposed({table}, plan, "names.csv", asFootprints);
    CHECK(proposal.counts.refused == 1);
    CHECK(proposal.rows[0].reason == "No column says which area the footprint takes in.");
}

TEST_CASE("Where areas are wards, divisions are what takes them in") {
    const auto table =
        tableOf({{"WD25CD", "WD25NM", "CED25CD", "CED25NM"}, {"E05000001", "A", "E58000001", "D"}});
    const auto setup = exchange::proposeSetup(std::vector{table}, "lookup.csv", threeAreas(), asFootprints);
    const auto& columns = setup.sheets[0].columns;
    CHECK(columns[0].use == exchange::column_uses::areaCode);
    CHECK(columns[1].use == exchange::column_uses::areaName);
    CHECK(columns[2].use == exchange::column_uses::footprintCode);
    CHECK(columns[3].use == exchange::column_uses::footprintName);
    const auto& constants = setup.sheets[0].constants;
    CHECK(std::ranges::find(constants, exchange::ImportConstant{"@code_vintage", "2025"}) != constants.end());
    CHECK(std::ranges::find(constants,
                            exchange::ImportConstant{"@footprint_kind", "County electoral divisions"}) !=
          constants.end());
}

TEST_CASE("The real wards of Bath and North East Somerset are found by boundary") {
    auto tables = realTables("bathnes/banes_boundaries_27700.gpkg");
    if (tables.empty()) {
        return;
    }
    const auto areas = realTables("bathnes/banes_tessellation_areas.csv");
    auto plan = after(emptyPlan(), proposed(areas, emptyPlan(), "areas.csv"));
    plan = after(plan, proposed(tables, plan, "boundaries.gpkg"));
    std::erase_if(tables, [](const exchange::Table& table) { return table.name != "wards_may2025"; });
    REQUIRE(tables.size() == 1);
    const auto proposal = proposed(tables, plan, "wards_may2025.gpkg", asFootprints);
    CHECK(proposal.counts.added == 33);
    const auto filled = after(plan, proposal);
    // Each area's shares come to the whole of it, give or take what lines drawn differently leave.
    std::map<plan::Id, double> taken;
    for (const auto& footprint : filled.all<plan::Footprint>()) {
        CHECK_FALSE(footprint.areas.empty());
        for (const auto& held : footprint.areas) {
            taken[held.area.id] += held.share.value_or(1);
        }
    }
    CHECK(taken.size() == 66);
    for (const auto& [area, sum] : taken) {
        INFO(plan::nameOf(filled, RecordKind::area, area));
        CHECK(std::abs(sum - 1) < 0.03);
    }
    // Bath's wards are the parts that the plan has of them.
    const auto* kingsmead = named<plan::Footprint>(filled, "Kingsmead");
    REQUIRE(kingsmead);
    REQUIRE(kingsmead->areas.size() == 1);
    CHECK(plan::nameOf(filled, RecordKind::area, kingsmead->areas[0].area.id) == "Bath: Kingsmead");
    CHECK(proposed(tables, filled, "wards_may2025.gpkg", asFootprints).changes.empty());
}

TEST_CASE("The real look-up of parishes and wards imports as a code table") {
    const auto tables = realTables("bathnes/banes_parish_ward_lookup_may2025.csv");
    const auto areas = realTables("bathnes/banes_tessellation_areas.csv");
    if (tables.empty() || areas.empty()) {
        return;
    }
    const auto plan = after(emptyPlan(), proposed(areas, emptyPlan(), "areas.csv"));
    const auto proposal = proposed(tables, plan, "lookup.csv", asFootprints);
    const auto filled = after(plan, proposal);
    CHECK(filled.count(RecordKind::footprintSet) == 1);
    CHECK(filled.all<plan::FootprintSet>()[0].kind == plan::FootprintKind::wards);
    const auto* saltford = named<plan::Footprint>(filled, "Saltford");
    REQUIRE(saltford);
    CHECK_FALSE(saltford->areas.empty());
    CHECK(proposed(tables, filled, "lookup.csv", asFootprints).changes.empty());
}

TEST_CASE("Footprints with bad boundaries are mended or said to be unusable, and areas with points serve") {
    auto plan = threeAreas();
    auto area = *plan.find<plan::Area>(1003);
    area.boundary = {};
    area.easting = 402'500;
    area.northing = 160'500;
    plan.put(area);
    const plan::Ring bowTie{{400'000, 160'000}, {401'000, 161'000}, {401'000, 160'000}, {400'000, 161'000}};
    const auto table = layer({{"name"}, {"Bow"}, {"Dot"}, {"East"}},
                             {shape(bowTie), shape({{400'000, 160'000}, {400'001, 160'000}}),
                              shape(box(402'000, 160'000, 403'000, 161'000))});
    const auto proposal = proposed({table}, plan, "bad.gpkg", asFootprints);
    const auto filled = after(plan, proposal);
    CHECK(*shareOf(filled, "Bow", 1001) == Approx(0.5).margin(0.001));
    CHECK(shareOf(filled, "East", 1003) == 1.0);
    CHECK_FALSE(named<plan::Footprint>(filled, "Dot"));
    const auto said = [&](std::size_t row, std::string_view words) {
        return std::ranges::any_of(proposal.rows[row].notices, [&](const exchange::Notice& notice) {
            return notice.message.find(words) != std::string::npos;
        });
    };
    CHECK(said(0, "was mended"));
    CHECK(proposal.rows[1].outcome == exchange::RowOutcome::refused);
    CHECK(proposal.rows[1].reason.starts_with("The boundary can't be used"));
}
