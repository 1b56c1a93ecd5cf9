#include "core/geography/measures.h"
#include "core/geography/outline.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace wardmote;
using namespace wardmote::geography;
using tests::box;
using tests::boxRef;
using tests::ringOfBox;

TEST_CASE("Area and perimeter count holes") {
    auto shape = box(400'000, 100'000, 401'000, 102'000);
    CHECK(areaOf(shape) == Approx(2'000'000));
    CHECK(perimeterOf(shape) == Approx(6'000));
    shape.polygons[0].push_back(ringOfBox(400'100, 100'100, 400'200, 100'200));
    CHECK(areaOf(shape) == Approx(1'990'000));
    CHECK(perimeterOf(shape) == Approx(6'400));
    CHECK(areaOf(plan::Shape{}) == 0);
}

TEST_CASE("Polsby-Popper is 1 for a circle and pi/4 for a square") {
    CHECK(*polsbyPopper(box(0, 0, 70, 70)) == Approx(std::numbers::pi / 4));
    plan::Shape circle{{{{}}}};
    for (int i = 0; i < 720; ++i) {
        const double angle = i * std::numbers::pi / 360;
        circle.polygons[0][0].push_back({500 * std::cos(angle), 500 * std::sin(angle)});
    }
    CHECK(*polsbyPopper(circle) == Approx(1).epsilon(0.001));
    CHECK_FALSE(polsbyPopper(plan::Shape{}));
}

TEST_CASE("A representative point lies inside, in the largest part and clear of holes") {
    CHECK_FALSE(representativePoint(plan::Shape{}));
    auto ring = box(0, 0, 100, 100);
    ring.polygons[0].push_back(ringOfBox(10, 10, 90, 90));
    ring.polygons.push_back({ringOfBox(500, 0, 505, 5)});
    const auto point = representativePoint(ring);
    REQUIRE(point);
    CHECK(contains(ring, *point));
    CHECK(point->easting < 200);

    const plan::Shape crescent{
        {{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 80}, {80, 80}, {80, 20}, {0, 20}}}}};
    CHECK(contains(crescent, *representativePoint(crescent)));
}

TEST_CASE("Distance is between the nearest points") {
    CHECK(distanceBetween(plan::Point{0, 0}, plan::Point{3, 4}) == Approx(5));
    CHECK(*distanceBetween(box(0, 0, 10, 10), box(13, 14, 20, 20)) == Approx(5));
    CHECK(*distanceBetween(box(0, 0, 10, 10), box(10, 0, 20, 10)) == Approx(0));
    CHECK_FALSE(distanceBetween(box(0, 0, 10, 10), plan::Shape{}));
}

TEST_CASE("Simplifying drops what cannot be seen and never the place itself") {
    plan::Shape shape{{{{}}}};
    for (int i = 0; i < 1000; ++i) {
        shape.polygons[0][0].push_back({static_cast<double>(i), i % 2 == 0 ? 0.0 : 0.4});
    }
    shape.polygons[0][0].push_back({500, 800});
    shape.polygons.push_back({ringOfBox(2000, 0, 2002, 2)});
    const auto thin = simplified(shape, 5);
    CHECK(thin.polygons.size() == 1);
    CHECK(thin.polygons[0][0].size() == 3);
    CHECK(areaOf(thin) == Approx(areaOf(shape)).epsilon(0.01));
    CHECK(simplified(shape, 0) == shape);
    CHECK_FALSE(simplified(box(0, 0, 1, 1), 1000).empty());
}

TEST_CASE("Neighbours thin their common line to the same points") {
    plan::Ring wavy;
    for (int i = 0; i <= 200; ++i) {
        wavy.push_back({100 + 8 * std::sin(i / 7.0), static_cast<double>(i)});
    }
    plan::Shape west{{{wavy}}};
    west.polygons[0][0].push_back({0, 200});
    west.polygons[0][0].push_back({0, 0});
    const auto thin = simplified(west, 2);
    CHECK(thin.polygons[0][0].size() < 60);
    CHECK(std::abs(areaOf(thin) - areaOf(west)) < 0.02 * areaOf(west));
}

TEST_CASE("A line keeps its ends and what is farther off than asked, whichever way it runs") {
    const std::vector<plan::Point> line{{0, 0}, {10, 4}, {20, 4}, {30, 0}};
    // Both middle points are 4 off; the western stays, and then the other is 2 / sqrt(1.04) = 1.96 off.
    CHECK(thinnedLine(line, 3.9) == std::vector<plan::Point>{{0, 0}, {10, 4}, {30, 0}});
    CHECK(thinnedLine(line, 1.9) == line);
    CHECK(thinnedLine(line, 4) == std::vector<plan::Point>{{0, 0}, {30, 0}});
    // Beyond its end a line is as far off as the end, not as the line drawn on.
    CHECK(thinnedLine(std::vector<plan::Point>{{0, 0}, {40, 1}, {30, 0}}, 5).size() == 3);
    tests::holds("the same points from both ends, none dropped that was far off", [] {
        std::vector<plan::Point> points;
        int east = 0;
        for (auto count = *rc::gen::inRange(2, 30); count > 0; --count) {
            east += *rc::gen::inRange(1, 4);
            points.push_back({static_cast<double>(east), static_cast<double>(*rc::gen::inRange(0, 12))});
        }
        const double metres = *rc::gen::inRange(1, 5);
        const auto thin = thinnedLine(points, metres);
        RC_ASSERT(thin.front() == points.front() && thin.back() == points.back());
        auto reversed = points;
        std::ranges::reverse(reversed);
        auto again = thinnedLine(reversed, metres);
        std::ranges::reverse(again);
        RC_ASSERT(again == thin);
        RC_ASSERT(thinnedLine(thin, metres).size() <= thin.size());
    });
}

TEST_CASE("A dissolved outline has no inner boundaries and closes gaps under the tolerance only") {
    const std::vector<plan::ShapeRef> touching{boxRef(0, 0, 100, 100), boxRef(100, 0, 200, 100), nullptr};
    auto outline = dissolved(touching);
    REQUIRE(outline);
    CHECK(outline->polygons.size() == 1);
    CHECK(areaOf(*outline) == Approx(20'000));
    CHECK(perimeterOf(*outline) == Approx(600));

    const std::vector<plan::ShapeRef> gap{boxRef(0, 0, 100, 100), boxRef(103, 0, 200, 100)};
    CHECK(dissolved(gap)->polygons.size() == 1);
    CHECK(dissolved(gap, {.toleranceMetres = 1})->polygons.size() == 2);
    CHECK(dissolved({})->empty());

    std::stop_source stop;
    stop.request_stop();
    CHECK(dissolved(touching, {}, Progress{{}, stop.get_token()}).error().message == "Stopped.");
}
