#include "core/geography/contact.h"
#include "tests/core/geography/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/properties.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::geography;
using tests::box;

namespace {

/// A box with a point at every whole number along its lines, as boundaries of one source have them.
plan::Ring stepped(int west, int south, int east, int north) {
    plan::Ring ring;
    for (int x = west; x < east; ++x) {
        ring.push_back({double(x), double(south)});
    }
    for (int y = south; y < north; ++y) {
        ring.push_back({double(east), double(y)});
    }
    for (int x = east; x > west; --x) {
        ring.push_back({double(x), double(north)});
    }
    for (int y = north; y > south; --y) {
        ring.push_back({double(west), double(y)});
    }
    return ring;
}

Contact between(const plan::Shape& place, const plan::Shape& region) {
    return contactOf(Outline(place), Outline(region));
}

} // namespace

TEST_CASE("Neighbours that share a line have no land in common, one inside another lies within it") {
    const plan::Shape place{{{stepped(0, 0, 4, 4)}}};
    CHECK(between(place, {{{stepped(4, 0, 8, 4)}}}) == Contact::apart);
    CHECK(between(place, {{{stepped(4, 4, 8, 8)}}}) == Contact::apart); // at a corner
    CHECK(between(place, {{{stepped(20, 0, 24, 4)}}}) == Contact::apart);
    CHECK(between(place, place) == Contact::within);
    CHECK(between(place, {{{stepped(0, 0, 8, 8)}}}) == Contact::within);
    CHECK(between({{{stepped(1, 1, 3, 3)}}}, place) == Contact::within);
    CHECK(between({{{stepped(0, 0, 8, 8)}}}, place) == Contact::unclear); // a share of it
    CHECK(between({{{stepped(2, -2, 3, 6)}}}, place) == Contact::unclear);
    // A place in two parts, of which the region has one.
    CHECK(between({{{stepped(0, 0, 2, 2)}, {stepped(6, 0, 8, 2)}}}, place) == Contact::unclear);
}

TEST_CASE("What fills a hole is apart from what is around it, whichever way the rings run") {
    const auto hole = stepped(2, 2, 4, 4);
    plan::Shape ring{{{stepped(0, 0, 6, 6), hole}}};
    CHECK(between({{{hole}}}, ring) == Contact::apart);
    CHECK(between({{{stepped(0, 0, 6, 6)}}}, ring) == Contact::unclear);
    CHECK(between(ring, {{{stepped(0, 0, 6, 6)}}}) == Contact::within);
    for (auto& part : ring.polygons.front()) {
        std::ranges::reverse(part);
    }
    CHECK(between({{{hole}}}, ring) == Contact::apart);
    CHECK(between(ring, {{{stepped(0, 0, 6, 6)}}}) == Contact::within);
}

TEST_CASE("Lines that touch without agreeing point by point tell nothing") {
    // The region's corner stands in the middle of the place's line.
    CHECK(between(box(0, 0, 10, 10), box(10, 5, 20, 15)) == Contact::unclear);
    CHECK(between(box(0, 0, 10, 10), box(0.5, 0.5, 9.5, 9.5)) == Contact::unclear); // a share
    CHECK(between(box(0.5, 0.5, 9.5, 9.5), box(0, 0, 10, 10)) == Contact::within);
    CHECK(between({}, box(0, 0, 1, 1)) == Contact::apart);
}

TEST_CASE("What the lines tell is what the land says") {
    tests::holds("apart where nothing is common, within where all is, else unclear", [] {
        const auto side = [] { return *rc::gen::inRange(0, 7); };
        const auto extent = [] { return *rc::gen::inRange(1, 5); };
        const int aw = side(), as = side(), ae = aw + extent(), an = as + extent();
        const int bw = side(), bs = side(), be = bw + extent(), bn = bs + extent();
        const int common = std::max(0, std::min(ae, be) - std::max(aw, bw)) *
                           std::max(0, std::min(an, bn) - std::max(as, bs));
        const auto expected = common == 0                       ? Contact::apart
                              : common == (ae - aw) * (an - as) ? Contact::within
                                                                : Contact::unclear;
        RC_ASSERT(between({{{stepped(aw, as, ae, an)}}}, {{{stepped(bw, bs, be, bn)}}}) == expected);
    });
}
