#include "core/analysis/clusters.h"
#include "core/plan/change.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/support/geopackage.h"

#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <rapidcheck.h>
#include <sstream>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

const ClusterMeasures& named(const ArrangementMeasures& measures, const std::string& name) {
    const auto found = std::ranges::find(measures.clusters, name, &ClusterMeasures::name);
    REQUIRE(found != measures.clusters.end());
    return *found;
}

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells;
    std::string cell;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.push_back(std::move(cell));
            cell.clear();
        } else if (c != '\r') {
            cell.push_back(c);
        }
    }
    cells.push_back(cell);
    return cells;
}

} // namespace

TEST_CASE("A cluster's figures, worked by hand") {
    SquaresPlan squares(3, 2); // ids 1001..1006, one kilometre each
    squares.cluster(501, "West", {1001, 1004});
    squares.cluster(502, "East", {1002, 1003, 1005, 1006});
    squares.area(1001, [](plan::Area& a) {
        a.kind = plan::AreaKind::parish;
        a.residents = 300;
        a.deprivationScore = 10;
        a.localCouncilKind = plan::LocalCouncilKind::parishCouncil;
    });
    squares.area(1004, [](plan::Area& a) {
        a.kind = plan::AreaKind::unparished;
        a.residents = 100;
        a.deprivationScore = 30;
    });
    for (const plan::Id id : {1002, 1003, 1005, 1006}) {
        squares.area(id, [](plan::Area& a) {
            a.kind = plan::AreaKind::ward;
            a.residents = 300;
        });
    }
    const auto neighbours = neighboursOf(squares.plan);
    REQUIRE(neighbours);
    const auto measures = measuredClusters(squares.plan, 0, &*neighbours);
    const auto& west = named(measures, "West");
    CHECK(west.residents == 400);
    CHECK(*measures.meanResidents == Approx(800));
    CHECK(*west.deviationFromMeanPercent == Approx(-50));
    CHECK_FALSE(west.deviationPercent);
    CHECK_FALSE(west.withinBand);
    CHECK(*west.parishedShareOfResidents == Approx(0.75));
    CHECK(*west.unparishedShareOfResidents == Approx(0.25));
    CHECK(*west.parishedShareOfAreas == Approx(0.5));
    CHECK(west.contiguous == true);
    CHECK(*west.hectares == Approx(200));
    CHECK(*west.residentsPerHectare == Approx(2));
    // 1 km by 2 km: 2 square kilometres, 6 km round.
    CHECK(*west.perimeterKilometres == Approx(6));
    CHECK(*west.compactness == Approx(4 * std::numbers::pi * 2 / 36));
    CHECK(*west.deprivationScore == Approx((300 * 10 + 100 * 30) / 400.0));
    CHECK(*west.deprivationRestsOn == Approx(1));
    REQUIRE(west.localCouncils.size() == 1);
    CHECK(west.localCouncils[0].name == "Area 1001 parish council");

    const auto& east = named(measures, "East");
    CHECK(east.unparishedAreas == 4);
    CHECK_FALSE(east.deprivationScore);
    CHECK(measures.unassigned.empty());
    CHECK(measures.unassignedResidents == 0);
}

TEST_CASE("Residents not recorded are counted as missing, never as nobody") {
    SquaresPlan squares(2, 1);
    squares.cluster(501, "Both", {1001, 1002});
    squares.cluster(502, "Empty", {});
    auto measures = measuredClusters(squares.plan, 0, nullptr);
    CHECK_FALSE(named(measures, "Both").residents);
    CHECK(named(measures, "Both").areasWithoutResidents.size() == 2);
    CHECK(named(measures, "Empty").residents == 0);
    CHECK_FALSE(measures.meanResidents);

    squares.area(1001, [](plan::Area& a) { a.residents = 70; });
    measures = measuredClusters(squares.plan, 0, nullptr);
    CHECK(named(measures, "Both").residents == 70);
    CHECK(named(measures, "Both").areasWithoutResidents == std::vector<plan::Id>{1002});
    CHECK_FALSE(named(measures, "Both").residentsPerHectare);
    CHECK_FALSE(named(measures, "Both").contiguous);
    CHECK(*measures.meanResidents == Approx(70)); // the empty cluster does not pull it down
}

TEST_CASE("A target is the middle of the band, the band widened by the tolerance") {
    SquaresPlan squares(2, 1);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002});
    squares.area(1001, [](plan::Area& a) { a.residents = 1200; });
    squares.area(1002, [](plan::Area& a) { a.residents = 1900; });
    auto settings = squares.plan.settings();
    settings.residentsMinimum = 1000;
    settings.residentsMaximum = 1600;
    settings.tolerancePercent = 10;
    squares.plan.put(settings);
    auto measures = measuredClusters(squares.plan, 0, nullptr);
    REQUIRE(measures.target);
    CHECK(*measures.target->residents == Approx(1300));
    CHECK(*measures.target->least == Approx(900));
    CHECK(*measures.target->most == Approx(1760));
    CHECK(named(measures, "A").withinBand == true);
    CHECK(*named(measures, "A").deviationPercent == Approx(-100.0 / 13));
    CHECK(named(measures, "B").withinBand == false);

    settings.residentsMinimum.reset();
    settings.residentsMaximum.reset();
    squares.plan.put(settings);
    measures = measuredClusters(squares.plan, 0, nullptr);
    CHECK(measures.target->fromMean);
    CHECK(*measures.target->residents == Approx(1550));
    CHECK(named(measures, "A").withinBand == false);
    CHECK(*named(measures, "A").deviationPercent == Approx(*named(measures, "A").deviationFromMeanPercent));

    SECTION("too few may not be too few while residents are missing") {
        squares.area(1002, [](plan::Area& a) { a.residents.reset(); });
        settings.residentsMinimum = 5000;
        squares.plan.put(settings);
        measures = measuredClusters(squares.plan, 0, nullptr);
        CHECK(named(measures, "A").withinBand == false);
        CHECK_FALSE(named(measures, "B").withinBand);
    }
}

TEST_CASE("An area shared by clusters counts in its main one and bridges the other") {
    SquaresPlan squares(3, 1);
    squares.cluster(501, "Ends", {1001, 1003}, {1002});
    squares.cluster(502, "Middle", {1002});
    for (const plan::Id id : {1001, 1002, 1003}) {
        squares.area(id, [](plan::Area& a) { a.residents = 10; });
    }
    const auto neighbours = neighboursOf(squares.plan);
    const auto measures = measuredClusters(squares.plan, 0, &*neighbours);
    const auto& ends = named(measures, "Ends");
    CHECK(ends.residents == 20);
    CHECK(ends.shared == std::vector<SharedArea>{{1002, 502}});
    CHECK(ends.contiguous == true);
    CHECK(ends.pieces == std::vector<std::vector<plan::Id>>{{1001, 1003}});
}

TEST_CASE("Contiguity: pieces, links given by hand, and places not known") {
    SquaresPlan squares(4, 1);
    squares.cluster(501, "Apart", {1001, 1003, 1004});
    auto neighbours = neighboursOf(squares.plan);
    auto measures = measuredClusters(squares.plan, 0, &*neighbours);
    CHECK(named(measures, "Apart").contiguous == false);
    CHECK(named(measures, "Apart").pieces == std::vector<std::vector<plan::Id>>{{1003, 1004}, {1001}});
    CHECK(measures.unassigned == std::vector<plan::Id>{1002});

    squares.area(1001, [](plan::Area& a) { a.neighbours = {{{1004}, "A bridge"}}; });
    neighbours = neighboursOf(squares.plan);
    CHECK(measuredClusters(squares.plan, 0, &*neighbours).clusters[0].contiguous == true);

    squares.area(1001, [](plan::Area& a) {
        a.neighbours.clear();
        a.boundary.reset();
    });
    neighbours = neighboursOf(squares.plan);
    measures = measuredClusters(squares.plan, 0, &*neighbours);
    CHECK_FALSE(measures.clusters[0].contiguous);
    CHECK_FALSE(measures.clusters[0].compactness);
}

TEST_CASE("The key of neighbours changes with what they hang on and with nothing else") {
    SquaresPlan squares(2, 1);
    const auto before = neighboursKey(squares.plan);
    squares.cluster(501, "A", {1001});
    squares.area(1001, [](plan::Area& a) { a.residents = 5; });
    CHECK(neighboursKey(squares.plan) == before);
    squares.area(1001, [](plan::Area& a) { a.neighbours = {{{1002}, ""}}; });
    const auto linked = neighboursKey(squares.plan);
    CHECK(linked != before);
    squares.area(1001, [](plan::Area& a) { a.boundary.reset(); });
    CHECK(neighboursKey(squares.plan) != linked);
}

TEST_CASE("Whether an area has a parish: by kind, by code, by local council, never by guess") {
    const auto of = [](std::optional<plan::AreaKind> kind, std::string code,
                       std::optional<plan::LocalCouncilKind> council, bool mixed) {
        plan::Area area;
        area.kind = kind;
        area.code = std::move(code);
        area.localCouncilKind = council;
        return parishedness(area, mixed);
    };
    CHECK(of(plan::AreaKind::parish, "", {}, true) == Parished::parished);
    CHECK(of({}, "E04000988", {}, true) == Parished::parished);
    CHECK(of({}, "E43000018", {}, true) == Parished::unparished);
    CHECK(of(plan::AreaKind::ward, "E05002041", {}, true) == Parished::unparished);
    CHECK(of(plan::AreaKind::ward, "E05002041", {}, false) == Parished::notRecorded);
    CHECK(of(plan::AreaKind::ward, "", plan::LocalCouncilKind::townCouncil, true) == Parished::parished);
    CHECK(of(plan::AreaKind::ward, "", plan::LocalCouncilKind::charterTrustees, false) ==
          Parished::unparished);
    CHECK(of({}, "", {}, true) == Parished::notRecorded);
}

TEST_CASE("Footprints split between clusters, with the residents on each side") {
    SquaresPlan squares(3, 1);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002, 1003});
    for (const plan::Id id : {1001, 1002, 1003}) {
        squares.area(id, [](plan::Area& a) { a.residents = 100; });
    }
    plan::Footprint beat;
    beat.id = 900;
    beat.name = "Beat 1";
    beat.areas = {{{1001}, 0.5}, {{1002}, std::nullopt}};
    squares.plan.put(beat);
    beat.id = 901;
    beat.name = "Beat 2";
    beat.areas = {{{1002}, std::nullopt}, {{1003}, std::nullopt}};
    squares.plan.put(beat);
    const auto measures = measuredClusters(squares.plan, 0, nullptr);
    REQUIRE(measures.splitFootprints.size() == 1);
    CHECK(measures.splitFootprints[0].footprint == 900);
    REQUIRE(named(measures, "A").splitFootprints.size() == 1);
    CHECK(*named(measures, "A").splitFootprints[0].residentsHere == Approx(50));
    CHECK(*named(measures, "A").splitFootprints[0].residentsInAll == Approx(150));
}

TEST_CASE("The arrangement shown is the one in force, else agreed, else as now") {
    plan::Plan plan;
    CHECK(arrangementShown(plan) == 0);
    auto arrangement = tests::madeOf<plan::Arrangement>(11, "A draft");
    plan.put(arrangement);
    arrangement = tests::madeOf<plan::Arrangement>(12, "Z as now");
    arrangement.status = plan::ArrangementStatus::asNow;
    plan.put(arrangement);
    CHECK(arrangementShown(plan) == 12);
    arrangement = tests::madeOf<plan::Arrangement>(13, "Agreed");
    arrangement.status = plan::ArrangementStatus::agreed;
    plan.put(arrangement);
    CHECK(arrangementShown(plan) == 13);
    auto settings = plan.settings();
    settings.arrangementInForce = {11};
    plan.put(settings);
    CHECK(arrangementShown(plan) == 11);
}

TEST_CASE("However areas are assigned, every resident is counted once") {
    SquaresPlan squares(5, 4);
    int total = 0;
    for (plan::Id id = 1001; id <= 1020; ++id) {
        squares.area(id, [&](plan::Area& a) { a.residents = static_cast<int>(id % 7) * 10; });
        total += static_cast<int>(id % 7) * 10;
    }
    const auto neighbours = neighboursOf(squares.plan);
    CHECK(rc::check([&] {
        auto copy = squares;
        std::map<plan::Id, std::vector<plan::Id>> clusters;
        for (plan::Id id = 1001; id <= 1020; ++id) {
            if (const auto cluster = *rc::gen::inRange<plan::Id>(500, 505); cluster != 500) {
                clusters[cluster].push_back(id);
            }
        }
        for (const auto& [id, areas] : clusters) {
            copy.cluster(id, "Cluster " + std::to_string(id), areas);
        }
        const auto measures = measuredClusters(copy.plan, 0, &*neighbours);
        std::int64_t sum = measures.unassignedResidents.value_or(0);
        for (const auto& cluster : measures.clusters) {
            sum += cluster.residents.value_or(0);
            std::size_t inPieces = 0;
            for (const auto& piece : cluster.pieces) {
                inPieces += piece.size();
            }
            RC_ASSERT(inPieces == cluster.areas.size());
        }
        RC_ASSERT(sum == total);
    }));
}

TEST_CASE("The forums of Bath and North East Somerset") {
    const auto boundaries = tests::realData("bathnes/banes_boundaries_27700.gpkg");
    const auto forums = tests::realData("bathnes/banes_tessellation_clusters.csv");
    if (!boundaries || !forums) {
        WARN("The real data is not here.");
        return;
    }
    plan::Plan plan;
    plan.put(tests::madeOf<plan::Arrangement>(11, "Forums"));
    std::map<std::string, plan::Id> idOf;
    plan::Id next = 1001;
    for (const auto& row : tests::readGeoPackage(*boundaries, "tessellation")) {
        idOf[row.code] = next;
        auto area = tests::madeOf<plan::Area>(next++, row.name);
        area.code = row.code;
        area.boundary = row.shape;
        plan.put(std::move(area));
    }
    std::map<std::string, plan::Cluster> clusters;
    std::ifstream file(*forums);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto cells = cellsOf(line);
        auto area = *plan.find<plan::Area>(idOf.at(cells[0]));
        area.residents = std::stoi(cells[3]);
        area.kind = cells[2] == "parish" ? plan::AreaKind::parish : plan::AreaKind::ward;
        plan.put(area);
        clusters[cells[5]].areas.push_back({{area.id}, true});
    }
    next = 501;
    for (auto& [name, cluster] : clusters) {
        cluster.id = next++;
        cluster.name = name;
        cluster.arrangement = {11};
        plan.put(cluster);
    }
    const auto neighbours = neighboursOf(plan);
    REQUIRE(neighbours);
    const auto measures = measuredClusters(plan, 0, &*neighbours);
    REQUIRE(measures.clusters.size() == 6);
    CHECK(named(measures, "Bath City Forum").residents == 95'048);
    CHECK(named(measures, "Somer Valley Area Forum").residents == 43'777);
    CHECK(named(measures, "Keynsham Area Forum").residents == 28'664);
    CHECK(named(measures, "Chew Valley Area Forum").residents == 12'020);
    CHECK(named(measures, "Bathavon North Forum").residents == 7'514);
    CHECK(named(measures, "Cam Valley Forum").residents == 6'377);
    CHECK(*named(measures, "Bath City Forum").unparishedShareOfResidents == Approx(1));
    CHECK(*named(measures, "Keynsham Area Forum").parishedShareOfAreas == Approx(1));
    for (const auto& cluster : measures.clusters) {
        INFO(cluster.name);
        CHECK(cluster.contiguous == (cluster.name != "Somer Valley Area Forum"));
        CHECK(*cluster.compactness > 0.05);
        CHECK(*cluster.compactness < 0.8);
    }
    CHECK(measures.unassigned.empty());
    // Peasedown St. John belongs to the Somer Valley, but only parishes of the Cam Valley touch it.
    const auto& somer = named(measures, "Somer Valley Area Forum");
    REQUIRE(somer.pieces.size() == 2);
    REQUIRE(somer.pieces[1].size() == 1);
    CHECK(plan.find<plan::Area>(somer.pieces[1][0])->name.starts_with("Peasedown"));
    // The forums stand at -80 to +195 per cent of their mean.
    CHECK(std::lround(*named(measures, "Bath City Forum").deviationFromMeanPercent) == 195);
    CHECK(std::lround(*named(measures, "Cam Valley Forum").deviationFromMeanPercent) == -80);
}

TEST_CASE("An area of a neighbouring council holds a cluster together and counts nowhere") {
    SquaresPlan squares(3, 1); // a row of three; the middle one is the neighbour's
    for (plan::Id id = 1001; id <= 1003; ++id) {
        squares.area(id, [](plan::Area& area) { area.residents = 100; });
    }
    squares.area(1002, [](plan::Area& area) { area.outside = true; });
    squares.cluster(501, "West", {1001, 1002, 1003});
    const auto neighbours = neighboursOf(squares.plan);
    const auto with = measuredClusters(squares.plan, 11, &*neighbours);
    const auto& west = named(with, "West");
    CHECK(west.areas == std::vector<plan::Id>{1001, 1003});
    CHECK(west.outside == std::vector<plan::Id>{1002});
    CHECK(west.residents == 200);
    CHECK(west.hectares == Approx(200));
    CHECK(west.contiguous == true);

    squares.cluster(501, "West", {1001, 1003});
    const auto without = measuredClusters(squares.plan, 11, &*neighbours);
    CHECK(named(without, "West").contiguous == false);
    CHECK(without.unassigned.empty()); // nobody has to find a cluster for it
}
