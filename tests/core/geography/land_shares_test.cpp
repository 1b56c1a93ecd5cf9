#include "core/geography/land_shares.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::geography;
using tests::boxRef;

namespace {

std::vector<Place> threeInARow() {
    return {{1, boxRef(0, 0, 1000, 1000), std::nullopt},
            {2, boxRef(1000, 0, 2000, 1000), std::nullopt},
            {3, boxRef(2000, 0, 3000, 1000), std::nullopt}};
}

} // namespace

TEST_CASE("A region holds places wholly or by the share of their land") {
    const auto places = threeInARow();
    const std::vector<plan::ShapeRef> regions{boxRef(-10, -10, 1250, 1010), boxRef(1250, -10, 3500, 1500),
                                              nullptr, boxRef(9000, 9000, 9100, 9100)};
    const auto found = landShares(regions, places);
    REQUIRE(found);
    REQUIRE(found->size() == 4);
    REQUIRE((*found)[0].size() == 2);
    CHECK((*found)[0][0] == LandShare{1, 1});
    CHECK((*found)[0][1].place == 2);
    CHECK((*found)[0][1].share == Approx(0.25));
    REQUIRE((*found)[1].size() == 2);
    CHECK((*found)[1][0].share == Approx(0.75));
    CHECK((*found)[1][1] == LandShare{3, 1});
    CHECK((*found)[2].empty());
    CHECK((*found)[3].empty());
}

TEST_CASE("Lines drawn a little differently make no part of a place") {
    const auto places = threeInARow();
    // 25 m over the line on one side, 25 m short of it on the other.
    const auto found = landShares(std::vector{boxRef(0, 0, 1025, 1000), boxRef(1025, 0, 3000, 1000)}, places);
    CHECK((*found)[0] == std::vector<LandShare>{{1, 1}});
    CHECK((*found)[1] == std::vector<LandShare>{{2, 1}, {3, 1}});
    const auto strict =
        landShares(std::vector{boxRef(0, 0, 1025, 1000)}, places, {.least = 0, .widthMetres = 0});
    CHECK((*strict)[0].size() == 2);
}

TEST_CASE("Places of which only a point is known lie in a region or not") {
    const std::vector<Place> places{{1, nullptr, plan::Point{500, 500}},
                                    {2, nullptr, plan::Point{5000, 500}},
                                    {3, nullptr, std::nullopt}};
    const auto found = landShares(std::vector{boxRef(0, 0, 1000, 1000)}, places);
    CHECK((*found)[0] == std::vector<LandShare>{{1, 1}});
}

TEST_CASE("Laying places over regions stops when asked") {
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(
        landShares(std::vector{boxRef(0, 0, 1, 1)}, threeInARow(), {}, {nullptr, source.get_token()}));
}

TEST_CASE("Many regions share the work, and every place is found where it lies") {
    std::vector<plan::ShapeRef> regions;
    std::vector<Place> places;
    for (int i = 0; i < 200; ++i) {
        const double west = 1000.0 * (i % 20);
        const double south = 1000.0 * (i / 20);
        regions.push_back(boxRef(west, south, west + 1000, south + 1000));
        places.push_back({i + 1, boxRef(west, south, west + 1000, south + 1000), std::nullopt});
    }
    places.push_back({300, boxRef(-100, 500, 20100, 600), std::nullopt}); // across a row of twenty
    const auto found = landShares(regions, places);
    REQUIRE(found);
    for (int i = 0; i < 200; ++i) {
        const auto& shares = (*found)[static_cast<std::size_t>(i)];
        REQUIRE(shares.size() == (i < 20 ? 2 : 1));
        CHECK(shares.front() == LandShare{i + 1, 1});
        CHECK((i >= 20 || shares.back().share == Approx(1000.0 / 20200)));
    }
}
