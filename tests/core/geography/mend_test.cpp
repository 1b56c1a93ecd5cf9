#include "core/geography/measures.h"
#include "core/geography/mend.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"

#include <limits>
#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::geography;
using tests::box;
using tests::ringOfBox;

TEST_CASE("A sound boundary comes back as it was, without a note") {
    const auto result = mended(box(0, 0, 100, 50));
    REQUIRE(result);
    CHECK(result->note.empty());
    CHECK(areaOf(result->shape) == Approx(5000));
}

TEST_CASE("Rings that repeat their first point and points that repeat are no fault") {
    plan::Shape shape = box(0, 0, 100, 50);
    auto& ring = shape.polygons[0][0];
    ring.insert(ring.begin() + 1, ring[0]);
    ring.push_back(ring.front());
    const auto result = mended(shape);
    REQUIRE(result);
    CHECK(result->note.empty());
    CHECK(result->shape.polygons[0][0].size() == 4);
}

TEST_CASE("A ring that crosses itself keeps both of its halves and is said to cross itself, and where") {
    const plan::Shape bowTie{{{{{0, 0}, {100, 100}, {100, 0}, {0, 100}}}}};
    const auto result = mended(bowTie);
    REQUIRE(result);
    CHECK(result->note == "crosses itself near 50, 50");
    CHECK(areaOf(result->shape) == Approx(5000));
    CHECK(result->shape.polygons.size() == 2);
}

TEST_CASE("Spikes and slivers go and are named") {
    plan::Shape spiked{{{{{0, 0}, {100, 0}, {500, 0}, {100, 0}, {100, 50}, {0, 50}}}}};
    auto result = mended(spiked);
    REQUIRE(result);
    CHECK(result->note == "had a spike");
    CHECK(perimeterOf(result->shape) == Approx(300));

    auto slivered = box(0, 0, 100, 50);
    slivered.polygons.push_back({ringOfBox(200, 0, 200.001, 50)});
    result = mended(slivered);
    REQUIRE(result);
    CHECK(result->note == "had slivers");
    CHECK(result->shape.polygons.size() == 1);
}

TEST_CASE("A hole outside its ring becomes no hole of it") {
    auto shape = box(0, 0, 100, 100);
    shape.polygons[0].push_back(ringOfBox(200, 200, 250, 250));
    const auto result = mended(shape);
    REQUIRE(result);
    CHECK(result->note.starts_with("has a hole that lies outside it"));
    CHECK(contains(result->shape, {50, 50}));
}

TEST_CASE("Parts that overlap become one") {
    auto shape = box(0, 0, 100, 100);
    shape.polygons.push_back({ringOfBox(50, 0, 150, 100)});
    const auto result = mended(shape);
    REQUIRE(result);
    CHECK_FALSE(result->note.empty());
    CHECK(areaOf(result->shape) == Approx(15000));
}

TEST_CASE("What encloses no land, or lies nowhere, is refused") {
    CHECK_FALSE(mended(plan::Shape{}));
    CHECK_FALSE(mended(plan::Shape{{{{{0, 0}, {10, 10}}}}}));
    CHECK(mended(plan::Shape{{{{{0, 0}, {10, 10}, {20, 20}}}}}).error().message ==
          "The boundary encloses no land.");
    CHECK_FALSE(mended(plan::Shape{{{{{0, 0}, {std::numeric_limits<double>::quiet_NaN(), 0}, {5, 5}}}}}));
    CHECK_FALSE(mended(plan::Shape{{{{{0, 0}, {1e300, 0}, {5, 5}}}}}));
}

TEST_CASE("A ring of more points than the limit is thinned before it is mended") {
    plan::Shape circle{{{{}}}};
    for (int i = 0; i < 20'000; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 20'000;
        circle.polygons[0][0].push_back({1000 * std::cos(angle), 1000 * std::sin(angle)});
    }
    const auto result = mended(circle, {.mostPoints = 5'000});
    REQUIRE(result);
    CHECK(result->note.starts_with("was thinned from 20000 to "));
    CHECK(result->shape.polygons[0][0].size() <= 5'000);
    CHECK(areaOf(result->shape) == Approx(areaOf(circle)).epsilon(0.01));
}

TEST_CASE("Outer rings run counter-clockwise and holes the other way") {
    auto shape = box(0, 0, 100, 100);
    std::reverse(shape.polygons[0][0].begin(), shape.polygons[0][0].end());
    shape.polygons[0].push_back(ringOfBox(20, 20, 40, 40));
    const auto result = mended(shape);
    REQUIRE(result);
    const auto turn = [](const plan::Ring& r) {
        return (r[1].easting - r[0].easting) * (r[2].northing - r[1].northing) -
               (r[2].easting - r[1].easting) * (r[1].northing - r[0].northing);
    };
    CHECK(turn(result->shape.polygons[0][0]) > 0);
    CHECK(turn(result->shape.polygons[0][1]) < 0);
}

TEST_CASE("Whatever points a ring has, mending gives a boundary that needs no mending, or an error") {
    CHECK(rc::check([] {
        const auto numbers = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(0, 60)));
        plan::Shape shape{{{{}}}};
        for (const auto& [x, y] : numbers) {
            shape.polygons[0][0].push_back({static_cast<double>(x), static_cast<double>(y)});
        }
        if (const auto first = mended(shape)) {
            const auto second = mended(first->shape);
            RC_ASSERT(second.has_value());
            RC_ASSERT(second->note.empty());
            RC_ASSERT(std::abs(areaOf(second->shape) - areaOf(first->shape)) < 1e-6);
        }
    }));
}
