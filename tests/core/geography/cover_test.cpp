#include "core/geography/cover.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/support/geopackage.h"

#include <ctime>

using namespace wardmote;
using namespace wardmote::geography;
using tests::boxRef;

namespace {

Place placed(plan::Id id, plan::ShapeRef shape) {
    return {id, std::move(shape), std::nullopt};
}

/// Four places around a square of 400 m, each corner of which is written down by both neighbours.
std::vector<Place> around() {
    return {placed(1, boxRef(0, 0, 1400, 500)), placed(2, boxRef(0, 500, 500, 900)),
            placed(3, boxRef(900, 500, 1400, 900)), placed(4, boxRef(0, 900, 1400, 1400))};
}

} // namespace

TEST_CASE("Places side by side have neither gap nor overlap") {
    const std::vector<Place> places{placed(1, boxRef(0, 0, 1000, 1000)),
                                    placed(2, boxRef(1000, 0, 2000, 1000)),
                                    placed(3, boxRef(5000, 0, 6000, 1000)), // an island
                                    placed(4, nullptr),                     // with neither
                                    {5, nullptr, plan::Point{500, 500}}};
    const auto cover = coverOf(places);
    REQUIRE(cover);
    CHECK(cover->gaps.empty());
    CHECK(cover->overlaps.empty());
    CHECK(cover->complete);
    CHECK(coverOf({})->gaps.empty());
}

TEST_CASE("Land closed in by places that none of them covers is a gap, a bay and a strip are none") {
    auto places = around();
    auto cover = coverOf(places);
    REQUIRE(cover->gaps.size() == 1);
    CHECK(cover->gaps[0].squareMetres == Approx(160'000));
    CHECK(cover->gaps[0].around == std::vector<plan::Id>{1, 2, 3, 4});
    CHECK(cover->gaps[0].box.min == plan::Point{500, 500});
    CHECK(cover->overlaps.empty());

    SECTION("filled, there is none") {
        places.push_back(placed(5, boxRef(500, 500, 900, 900)));
        CHECK(coverOf(places)->gaps.empty());
    }
    SECTION("filled but for a strip of ten metres, there is none either") {
        places.push_back(placed(5, boxRef(500, 500, 890, 900)));
        CHECK(coverOf(places)->gaps.empty());
        CHECK(coverOf(places, {.widthMetres = 5})->gaps.size() == 1);
    }
    SECTION("open to the outside, it is a bay") {
        places.erase(places.begin() + 1);
        CHECK(coverOf(places)->gaps.empty());
    }
    SECTION("the hole of one place alone is a gap too") {
        auto shape = tests::box(0, 0, 1000, 1000);
        shape.polygons[0].push_back({{400, 400}, {400, 600}, {600, 600}, {600, 400}});
        const auto hole = coverOf(std::vector{placed(9, std::make_shared<const plan::Shape>(shape))});
        REQUIRE(hole->gaps.size() == 1);
        CHECK(hole->gaps[0].around == std::vector<plan::Id>{9});
    }
}

TEST_CASE("Places on top of one another overlap, however their lines agree") {
    SECTION("in part") {
        const auto cover =
            coverOf(std::vector{placed(1, boxRef(0, 0, 1000, 1000)), placed(2, boxRef(900, 0, 2000, 1000))});
        CHECK(cover->overlaps == std::vector<Overlap>{{1, 2, 100'000}});
        CHECK(cover->gaps.empty());
    }
    SECTION("the same place twice within a layer") {
        auto places = around();
        places.push_back(placed(5, boxRef(500, 500, 900, 900)));
        places.push_back(placed(6, boxRef(500, 500, 900, 900)));
        CHECK(coverOf(places)->overlaps == std::vector<Overlap>{{5, 6, 160'000}});
    }
    SECTION("a town and each of the wards it is made of, also one that no line of the town touches") {
        std::vector<Place> places{placed(1, boxRef(0, 0, 3000, 3000))};
        for (plan::Id id = 2; id < 11; ++id) {
            const double x = 1000.0 * static_cast<double>((id - 2) % 3);
            const double y = 1000.0 * static_cast<double>((id - 2) / 3);
            places.push_back(placed(id, boxRef(x, y, x + 1000, y + 1000)));
        }
        const auto cover = coverOf(places);
        CHECK(cover->overlaps.size() == 9);
        CHECK(cover->overlaps.front() == Overlap{1, 2, 1'000'000});
        CHECK(coverOf(places, {.mostOverlaps = 4})->overlaps.size() == 4);
        CHECK_FALSE(coverOf(places, {.mostOverlaps = 4})->complete);
    }
    SECTION("crossing like a plus") {
        const auto cover =
            coverOf(std::vector{placed(1, boxRef(0, 400, 1000, 600)), placed(2, boxRef(400, 0, 600, 1000))});
        CHECK(cover->overlaps == std::vector<Overlap>{{1, 2, 40'000}});
    }
    SECTION("by less than a line's width, they do not") {
        CHECK(coverOf(std::vector{placed(1, boxRef(0, 0, 1000, 1000)), placed(2, boxRef(995, 0, 2000, 1000))})
                  ->overlaps.empty());
    }
}

TEST_CASE("Looking at the cover stops when asked") {
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(coverOf(around(), {}, {nullptr, source.get_token()}));
}

TEST_CASE("The tessellation of Bath and North East Somerset covers it once") {
    const auto path = tests::realData("bathnes/banes_boundaries_27700.gpkg");
    if (!path) {
        WARN("The real data is not here.");
        return;
    }
    std::vector<Place> places;
    for (const auto& row : tests::readGeoPackage(*path, "tessellation")) {
        places.push_back(placed(static_cast<plan::Id>(places.size()) + 1, row.shape));
    }
    const auto cover = coverOf(places);
    REQUIRE(cover);
    CHECK(cover->gaps.empty());
    CHECK(cover->overlaps.empty());
    places.erase(places.begin() + 30);
    CHECK(coverOf(places)->overlaps.empty());
}

TEST_CASE("England's wards are covered once, found in seconds") {
    const auto path = tests::realData("england/england_wards_may2025_bgc_27700.gpkg");
    if (!path) {
        WARN("The real data is not here.");
        return;
    }
    std::vector<Place> places;
    for (const auto& row : tests::readGeoPackage(*path, "england_wards")) {
        places.push_back(placed(static_cast<plan::Id>(places.size()) + 1, row.shape));
    }
    const auto began = std::clock();
    const auto cover = coverOf(places);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    REQUIRE(cover);
    INFO(seconds << " s, " << cover->gaps.size() << " gaps, " << cover->overlaps.size() << " overlaps");
    CHECK(cover->overlaps.empty());
    CHECK(seconds < 30);
}
