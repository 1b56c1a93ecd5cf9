#include "core/geography/measures.h"
#include "core/geography/neighbours.h"
#include "core/geography/schematic.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/support/geopackage.h"

#include <ctime>
#include <random>

using namespace wardmote;
using namespace wardmote::geography;
using tests::boxRef;

namespace {

Place placed(plan::Id id, plan::ShapeRef shape) {
    return {id, std::move(shape), std::nullopt};
}
Place atPoint(plan::Id id, double easting, double northing) {
    return {id, nullptr, plan::Point{easting, northing}};
}

std::vector<Place> realPlaces(const std::vector<tests::GeoPackageRow>& rows) {
    std::vector<Place> places;
    plan::Id id = 2;
    for (const auto& row : rows) {
        places.push_back(placed(id++, row.shape));
    }
    return places;
}

} // namespace

TEST_CASE("Places that share a line are neighbours, those that share a corner are not") {
    // 1 2
    // 3 4
    const std::vector<Place> places{
        placed(1, boxRef(0, 1000, 1000, 2000)), placed(2, boxRef(1000, 1000, 2000, 2000)),
        placed(3, boxRef(0, 0, 1000, 1000)), placed(4, boxRef(1000, 0, 2000, 1000))};
    const auto found = neighbours(places);
    REQUIRE(found);
    CHECK(found->links() ==
          std::vector<Neighbours::Link>{{1, 2, 1000}, {1, 3, 1000}, {2, 4, 1000}, {3, 4, 1000}});
    CHECK(found->areNeighbours(1, 2));
    CHECK_FALSE(found->areNeighbours(1, 4));
    CHECK(found->idsNextTo(4) == std::vector<plan::Id>{2, 3});
    CHECK(found->outsideMetres(found->indexOf(1)) == Approx(2000));
    CHECK(found->nodes()[0].squareMetres == Approx(1'000'000));
}

TEST_CASE("Gaps, overlaps and corners that don't match count within the tolerance only") {
    const std::vector<Place> places{placed(1, boxRef(0, 0, 1000, 1000)),
                                    placed(2, boxRef(1003, -10, 2000, 990)),
                                    placed(3, boxRef(-500, 200, 2, 700))};
    CHECK(neighbours(places)->areNeighbours(1, 2));
    CHECK(neighbours(places)->areNeighbours(1, 3));
    CHECK_FALSE(neighbours(places, {.toleranceMetres = 1})->areNeighbours(1, 2));
    CHECK(neighbours(places, {.toleranceMetres = 0})->linkCount() == 0);
    // The line is measured where it runs beside the other one.
    CHECK(neighbours(places)->links()[0].sharedMetres == Approx(990).margin(15));
}

TEST_CASE("Four places whose corners miss one another by a metre are still no neighbours across the corner") {
    const std::vector<Place> places{
        placed(1, boxRef(0, 1001, 999, 2000)), placed(2, boxRef(1000, 1000, 2000, 2000)),
        placed(3, boxRef(0, 0, 1000, 1000)), placed(4, boxRef(1001, 0, 2000, 999))};
    const auto found = neighbours(places);
    CHECK(found->linkCount() == 4);
    CHECK_FALSE(found->areNeighbours(1, 4));
    CHECK_FALSE(found->areNeighbours(2, 3));
}

TEST_CASE("A place that narrows to nothing between two others keeps them apart") {
    // 2 is a wedge of 0 to 8 metres between 1 and 3: closer than the tolerance for most of its length.
    const auto wedge = std::make_shared<const plan::Shape>(plan::Shape{{{{{0, 0}, {1000, 0}, {1000, 8}}}}});
    const auto north = std::make_shared<const plan::Shape>(plan::Shape{{{{{0, 0}, {1000, 8}, {500, 900}}}}});
    const auto south = std::make_shared<const plan::Shape>(plan::Shape{{{{{0, 0}, {500, -900}, {1000, 0}}}}});
    const std::vector<Place> places{placed(1, north), placed(2, wedge), placed(3, south)};
    const auto found = neighbours(places);
    CHECK(found->areNeighbours(1, 2));
    CHECK(found->areNeighbours(2, 3));
    CHECK_FALSE(found->areNeighbours(1, 3));
}

TEST_CASE("A corner that one side leaves out does not hide the rest of the line") {
    const auto west = std::make_shared<const plan::Shape>(
        plan::Shape{{{{{0, 0}, {100, 0}, {100, 300}, {100, 1000}, {0, 1000}}}}});
    const auto east = std::make_shared<const plan::Shape>(
        plan::Shape{{{{{100, 0}, {200, 0}, {200, 1000}, {100, 1000}, {100, 600}, {100, 300}}}}});
    const std::vector<Place> places{placed(1, west), placed(2, east)};
    CHECK(neighbours(places)->links()[0].sharedMetres == Approx(1000).margin(15));
}

TEST_CASE("A place inside another touches it") {
    auto ring = tests::box(0, 0, 3000, 3000);
    ring.polygons[0].push_back(tests::ringOfBox(1000, 1000, 2000, 2000));
    const std::vector<Place> places{placed(5, std::make_shared<const plan::Shape>(ring)),
                                    placed(9, boxRef(1000, 1000, 2000, 2000))};
    const auto found = neighbours(places);
    CHECK(found->areNeighbours(5, 9));
    CHECK(found->outsideMetres(found->indexOf(9)) == Approx(0));
    CHECK(found->outsideMetres(found->indexOf(5)) == Approx(12'000));
}

TEST_CASE("Places with neither boundary nor point are there, located nowhere, next to nothing") {
    const std::vector<Place> places{{7, nullptr, std::nullopt}, placed(8, boxRef(0, 0, 10, 10))};
    const auto found = neighbours(places);
    REQUIRE(found);
    CHECK(found->size() == 2);
    CHECK_FALSE(found->nodes()[0].located);
    CHECK(found->nodes()[1].located);
    CHECK(neighbours({})->size() == 0);
}

TEST_CASE("Links given by hand join what boundaries don't") {
    const std::vector<Place> places{placed(1, boxRef(0, 0, 10, 10)), placed(2, boxRef(500, 0, 510, 10))};
    const auto found = neighbours(places)->with({{2, 1, 0}, {1, 2, 0}, {1, 1, 0}, {1, 99, 0}});
    CHECK(found.links() == std::vector<Neighbours::Link>{{1, 2, 0}});
    CHECK(found.outsideMetres(0) == Approx(40));
}

TEST_CASE("Points alone give neighbours through their schematic shapes") {
    std::vector<Place> places;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            places.push_back(atPoint(1 + y * 4 + x, x * 1000 + (y % 2) * 400, y * 1000));
        }
    }
    const auto found = neighbours(places);
    REQUIRE(found);
    CHECK(found->areNeighbours(1, 2));
    CHECK(found->areNeighbours(1, 5));
    CHECK_FALSE(found->areNeighbours(1, 16));
    CHECK_FALSE(found->areNeighbours(1, 3));
    CHECK(found->nodes()[0].schematic);
}

TEST_CASE("Schematic shapes cover their points, do not overlap and keep off recorded land") {
    std::vector<Place> places{atPoint(1, 0, 0),
                              atPoint(2, 1000, 0),
                              atPoint(3, 0, 1000),
                              atPoint(4, 1000, 1000),
                              placed(5, boxRef(2000, 0, 3000, 1000)),
                              atPoint(6, 1000, 1000)};
    const auto shapes = shapesOf(places);
    REQUIRE(shapes);
    REQUIRE(shapes->size() == 6);
    CHECK(contains(*(*shapes)[0].shape, {0, 0}));
    CHECK(contains(*(*shapes)[1].shape, {1000, 0}));
    CHECK_FALSE((*shapes)[4].schematic);
    double sum = 0;
    for (const auto& place : *shapes) {
        sum += areaOf(*place.shape);
    }
    std::vector<plan::ShapeRef> all;
    for (const auto& place : *shapes) {
        all.push_back(place.shape);
    }
    plan::Box box;
    for (const auto& shape : all) {
        box.add(plan::boxOf(*shape));
    }
    CHECK(sum < (box.max.easting - box.min.easting) * (box.max.northing - box.min.northing));
    for (std::size_t i = 0; i < shapes->size(); ++i) {
        const auto centre = representativePoint(*(*shapes)[i].shape);
        for (std::size_t j = 0; j < shapes->size(); ++j) {
            CHECK(contains(*(*shapes)[j].shape, *centre) == (i == j));
        }
    }
    CHECK(areaOf(*shapesOf(std::vector{atPoint(1, 5, 5)})->front().shape) > 0);
    CHECK(shapesOf(std::vector{atPoint(1, 0, 0), atPoint(2, 100, 0)})->size() == 2);
}

TEST_CASE("Neighbours of the tessellation of Bath and North East Somerset") {
    const auto path = tests::realData("bathnes/banes_boundaries_27700.gpkg");
    if (!path) {
        WARN("The real data is not here.");
        return;
    }
    const auto rows = tests::readGeoPackage(*path, "tessellation");
    REQUIRE(rows.size() == 66);
    auto places = realPlaces(rows);
    const auto found = neighbours(places);
    REQUIRE(found);
    for (std::size_t i = 0; i < found->size(); ++i) {
        CHECK_FALSE(found->of(i).empty());
    }
    const auto idOf = [&](const std::string& name) {
        const auto at = std::ranges::find(rows, name, &tests::GeoPackageRow::name);
        REQUIRE(at != rows.end());
        return static_cast<plan::Id>(at - rows.begin()) + 2;
    };
    CHECK(found->areNeighbours(idOf("Saltford"), idOf("Keynsham")));
    CHECK(found->areNeighbours(idOf("Saltford"), idOf("Kelston")));
    CHECK_FALSE(found->areNeighbours(idOf("Saltford"), idOf("Radstock")));

    SECTION("do not hang on the order of the places") {
        std::shuffle(places.begin(), places.end(), std::mt19937(7));
        CHECK(neighbours(places)->links() == found->links());
    }
    SECTION("survive boundaries that were moved by two metres") {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> off(-1.4, 1.4);
        for (auto& place : places) {
            auto moved = *place.boundary;
            for (auto& polygon : moved.polygons) {
                for (auto& ring : polygon) {
                    for (auto& point : ring) {
                        point = {point.easting + off(random), point.northing + off(random)};
                    }
                }
            }
            place.boundary = std::make_shared<const plan::Shape>(std::move(moved));
        }
        const auto again = neighbours(places);
        const auto pairs = [](const Neighbours& of) {
            std::vector<std::pair<plan::Id, plan::Id>> result;
            for (const auto& link : of.links()) {
                if (link.sharedMetres > 50) {
                    result.emplace_back(link.a, link.b);
                }
            }
            return result;
        };
        for (const auto& [a, b] : pairs(*found)) {
            CHECK(again->areNeighbours(a, b));
        }
    }
}

TEST_CASE("Neighbours of England's wards") {
    const auto path = tests::realData("england/england_wards_may2025_bgc_27700.gpkg");
    if (!path) {
        WARN("The real data is not here.");
        return;
    }
    const auto places = realPlaces(tests::readGeoPackage(*path, "england_wards"));
    REQUIRE(places.size() == 6826);
    const auto began = std::clock(); // of the processor, so that a busy machine does not fail the test
    const auto found = neighbours(places);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    REQUIRE(found);
    CHECK(found->linkCount() == 19'137);
    std::size_t alone = 0;
    for (std::size_t i = 0; i < found->size(); ++i) {
        alone += found->of(i).empty() ? 1 : 0;
    }
    CHECK(alone == 5);
    CHECK(seconds < 30); // about 3 without optimisation

    std::stop_source stop;
    stop.request_stop();
    CHECK(neighbours(places, {}, Progress{{}, stop.get_token()}).error().message == "Stopped.");
}
