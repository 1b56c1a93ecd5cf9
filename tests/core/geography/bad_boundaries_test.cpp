#include "core/geography/cover.h"
#include "core/geography/land_shares.h"
#include "core/geography/measures.h"
#include "core/geography/mend.h"
#include "core/geography/outline.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"

#include <cmath>
#include <ctime>
#include <numbers>

using namespace wardmote;
using namespace wardmote::geography;
using tests::boxRef;

namespace {

plan::ShapeRef made(std::vector<plan::Polygon> polygons) {
    return std::make_shared<const plan::Shape>(plan::Shape{std::move(polygons)});
}

/// A ragged circle of a kilometre with so many corners.
plan::Ring ragged(std::size_t corners, double easting) {
    plan::Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double radius = 1000 + 20 * std::sin(300 * angle);
        ring.push_back({easting + radius * std::cos(angle), radius * std::sin(angle)});
    }
    return ring;
}

/// Whatever a file or an old plan may hold: no piece of work may crash on it.
std::vector<Place> wreckage() {
    const plan::Ring bowTie{{0, 0}, {1000, 1000}, {1000, 0}, {0, 1000}};
    const plan::Ring spike{{0, 0}, {500, 0}, {500, 500}, {500, 900}, {500, 500}, {0, 500}};
    return {{1, made({{bowTie}}), {}},
            {2, made({{spike}}), {}},
            {3, made({{{}}}), {}},
            {4, made({{{{5, 5}}}}), {}},
            {5, made({{{{5, 5}, {9, 9}}}}), {}},
            {6, made({{tests::ringOfBox(0, 0, 900, 900), tests::ringOfBox(2000, 2000, 2100, 2100)}}), {}},
            {7, made({{tests::ringOfBox(0, 0, 900, 900)}, {tests::ringOfBox(100, 100, 800, 800)}}), {}},
            {8, made({}), {}},
            {9, nullptr, {}},
            {10, boxRef(3000, 0, 4000, 1000), {}}};
}

} // namespace

TEST_CASE("Boundaries that are no boundaries end no piece of work") {
    const auto places = wreckage();
    std::vector<plan::ShapeRef> shapes;
    for (const auto& place : places) {
        shapes.push_back(place.boundary);
    }
    CHECK_NOTHROW(coverOf(places));
    CHECK_NOTHROW(neighbours(places));
    CHECK_NOTHROW(dissolved(shapes));
    const auto shares = landShares(shapes, places);
    REQUIRE(shares);
    CHECK(shares->back() == std::vector<LandShare>{{10, 1}});
    CHECK((*shares)[8].empty());
}

TEST_CASE("A bow tie is mended into its two halves, a ring without land is refused with a message") {
    const auto places = wreckage();
    const auto bowTie = mended(*places[0].boundary);
    REQUIRE(bowTie);
    CHECK(areaOf(bowTie->shape) == Approx(500'000));
    CHECK_FALSE(bowTie->note.empty());
    for (const std::size_t i : {2U, 3U, 4U, 7U}) {
        const auto refused = mended(*places[i].boundary);
        CHECK_FALSE(refused);
        CHECK_FALSE((refused ? std::string() : refused.error().message).empty());
    }
}

TEST_CASE("A hundred thousand corners in one ring are mended and compared in seconds") {
    const auto began = std::clock();
    const auto first = mended(plan::Shape{{{ragged(100'000, 0)}}});
    REQUIRE(first);
    CHECK(first->shape.polygons[0][0].size() > 90'000);
    const std::vector<Place> places{{1, std::make_shared<const plan::Shape>(first->shape), {}},
                                    {2, made({{ragged(100'000, 1500)}}), {}}};
    const auto cover = coverOf(places);
    REQUIRE(cover);
    CHECK(cover->overlaps.size() == 1);
    CHECK(neighbours(places));
    const auto shares = landShares(std::vector{boxRef(-2000, -2000, 0, 2000)}, places);
    REQUIRE(shares);
    REQUIRE((*shares)[0].size() == 1);
    CHECK((*shares)[0][0].share == Approx(0.5).margin(0.001));
    CHECK(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC < 20);
}
