#include "core/analysis/footprint_fit.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

constexpr plan::Id wards = 880;

plan::Footprint footprint(plan::Id id, const std::string& name, std::vector<plan::FootprintArea> areas) {
    auto made = tests::madeOf<plan::Footprint>(id, name);
    made.set = {wards};
    made.areas = std::move(areas);
    return made;
}

/// Six areas in a row with 100 to 600 residents; West holds the first two, East the next three, the last is
/// in none.
SquaresPlan sixInARow() {
    SquaresPlan squares(6, 1);
    for (plan::Id id = 1001; id <= 1006; ++id) {
        squares.area(id, [&](plan::Area& a) { a.residents = static_cast<int>(100 * (id - 1000)); });
    }
    squares.cluster(501, "West", {1001, 1002});
    squares.cluster(502, "East", {1003, 1004, 1005}, {1002});
    auto set = tests::madeOf<plan::FootprintSet>(wards, "Wards 2025");
    set.kind = plan::FootprintKind::wards;
    squares.plan.put(set);
    return squares;
}

} // namespace

TEST_CASE("Footprints whole, split and left over, worked by hand") {
    auto squares = sixInARow();
    // Ash: 100 + half of 200 in West. Birch: the other 100 in West, 300 in East. Cedar: 900 in East.
    // Deal: 600 in none, and nothing of the fifth area.
    squares.plan.put(footprint(901, "Ash", {{{1001}, {}}, {{1002}, 0.5}}));
    squares.plan.put(footprint(902, "Birch", {{{1002}, 0.5}, {{1003}, {}}}));
    squares.plan.put(footprint(903, "Cedar", {{{1004}, {}}, {{1005}, {}}}));
    squares.plan.put(footprint(904, "Deal", {{{1005}, 0.0}, {{1006}, {}}}));
    squares.plan.put(footprint(905, "Elm", {}));
    const auto fit = footprintFit(squares.plan, 0, wards);
    CHECK(fit.arrangement == 11);
    CHECK(fit.ofCouncillors);
    CHECK(fit.clusters == std::vector<plan::Id>{502, 501}); // East, West
    REQUIRE(fit.footprints.size() == 5);
    CHECK(fit.footprints[0].fit == Fit::whole);
    CHECK(fit.footprints[0].residents == 200);
    CHECK(fit.footprints[1].fit == Fit::split);
    REQUIRE(fit.footprints[1].parts.size() == 2);
    CHECK(fit.footprints[1].part(501)->residents == 100);
    CHECK(fit.footprints[1].part(502)->residents == 300);
    CHECK(fit.footprints[1].part(502)->areas == std::vector<plan::Id>{1003});
    CHECK(fit.footprints[1].part(0) == nullptr);
    CHECK(fit.footprints[2].residents == 900);
    CHECK(fit.footprints[3].fit == Fit::inNone);
    CHECK(fit.footprints[3].parts.size() == 1);
    CHECK(fit.footprints[4].fit == Fit::noAreas);
    CHECK(fit.count(Fit::whole) == 2);
    // 200 + 900 of 200 + 400 + 900 + 600.
    CHECK(fit.byResidents);
    CHECK(*fit.coterminosity == Approx(1100.0 / 2100));
    CHECK(fit.uncovered.empty());
    CHECK(fit.coveredTwice.empty());

    CHECK(inWords(squares.plan, fit.footprints[0]) == "Ash is whole: 200 residents (2 areas) in West.");
    CHECK(inWords(squares.plan, fit.footprints[1]) ==
          "Birch is split: 300 residents (1 area) in East; 100 residents (1 area) in West.");
    CHECK(inWords(squares.plan, fit.footprints[3]) ==
          "Deal is in no cluster: 600 residents (1 area) in no cluster.");
    CHECK(inWords(squares.plan, fit.footprints[4]) == "Elm: the areas that it takes in are not recorded.");
    CHECK(coterminosityInWords(squares.plan, fit) ==
          "52% of residents live in wards that are whole in one cluster.");
}

TEST_CASE("Where residents are not recorded, coterminosity counts footprints and says so") {
    auto squares = sixInARow();
    squares.area(1003, [](plan::Area& a) { a.residents.reset(); });
    squares.plan.put(footprint(901, "Ash", {{{1001}, {}}, {{1002}, {}}}));
    squares.plan.put(footprint(902, "Birch", {{{1003}, {}}, {{1004}, {}}, {{1006}, {}}}));
    squares.plan.put(footprint(903, "Cedar", {}));
    const auto fit = footprintFit(squares.plan, 11, wards);
    CHECK_FALSE(fit.byResidents);
    CHECK(*fit.coterminosity == Approx(0.5));
    CHECK(fit.footprints[1].fit == Fit::partInNone);
    CHECK_FALSE(fit.footprints[1].residents);
    CHECK(fit.footprints[1].part(502)->residents == 400);
    CHECK(fit.footprints[1].part(502)->areasWithoutResidents == std::vector<plan::Id>{1003});
    CHECK(inWords(squares.plan, fit.footprints[1]) ==
          "Birch is partly in no cluster: 400 or more residents (2 areas, 1 without a figure) in East; 600 "
          "residents (1 area) in no cluster.");
    CHECK(coterminosityInWords(squares.plan, fit) ==
          "50% of the wards are whole in one cluster (by number, since residents are not recorded for every "
          "area).");
    CHECK(fit.uncovered == std::vector<plan::Id>{1005});
}

TEST_CASE("Areas of neighbouring councils are counted nowhere, areas in two footprints are named") {
    auto squares = sixInARow();
    squares.area(1003, [](plan::Area& a) { a.outside = true; });
    squares.plan.put(footprint(901, "Ash", {{{1002}, {}}, {{1003}, {}}, {{7777}, {}}}));
    squares.plan.put(footprint(902, "Birch", {{{1002}, 0.3}}));
    const auto fit = footprintFit(squares.plan, 11, wards);
    CHECK(fit.footprints[0].fit == Fit::whole);
    CHECK(fit.footprints[0].outside == std::vector<plan::Id>{1003});
    CHECK(fit.footprints[0].residents == 200);
    CHECK(fit.coveredTwice == std::vector<plan::Id>{1002});
    CHECK(fit.uncovered == std::vector<plan::Id>{1001, 1004, 1005, 1006});
}

TEST_CASE("Without footprints, set or arrangement there is no figure") {
    auto squares = sixInARow();
    auto fit = footprintFit(squares.plan, 11, wards);
    CHECK_FALSE(fit.coterminosity);
    CHECK(fit.footprints.empty());
    CHECK(coterminosityInWords(squares.plan, fit) == "No areas are recorded for these wards.");
    CHECK(footprintFit(squares.plan, 11, 0).footprints.empty());
    const auto none = footprintFit(plan::Plan{}, 0, wards);
    CHECK(none.arrangement == 0);
    CHECK_FALSE(none.coterminosity);
}

TEST_CASE("Parts of footprints add up, and the share lies between none and all") {
    rc::check([] {
        auto squares = sixInARow();
        const auto count = *rc::gen::inRange(1, 8);
        for (int f = 0; f < count; ++f) {
            std::vector<plan::FootprintArea> areas;
            for (plan::Id id = 1001; id <= 1006; ++id) {
                const auto tenths = *rc::gen::inRange(0, 11);
                if (tenths > 0) {
                    areas.push_back({{id}, tenths == 10 ? std::nullopt : std::optional(tenths / 10.0)});
                }
            }
            squares.plan.put(footprint(901 + f, "F" + std::to_string(f), areas));
        }
        const auto fit = footprintFit(squares.plan, 11, wards);
        std::size_t classes = 0;
        for (const auto each : {Fit::whole, Fit::split, Fit::partInNone, Fit::inNone, Fit::noAreas}) {
            classes += fit.count(each);
        }
        RC_ASSERT(classes == static_cast<std::size_t>(count));
        for (const auto& each : fit.footprints) {
            const auto& record = *squares.plan.find<plan::Footprint>(each.footprint);
            double residents = 0;
            std::size_t areas = 0;
            for (const auto& part : each.parts) {
                residents += *part.residents;
                areas += part.areas.size();
            }
            double expected = 0;
            for (const auto& held : record.areas) {
                expected += *squares.plan.find(held.area)->residents * held.share.value_or(1);
            }
            RC_ASSERT(areas == record.areas.size());
            RC_ASSERT(std::abs(residents - expected) < 1e-6);
            RC_ASSERT((each.fit == Fit::whole) == (each.parts.size() == 1 && each.parts[0].cluster != 0));
        }
        RC_ASSERT(!fit.coterminosity || (*fit.coterminosity >= 0 && *fit.coterminosity <= 1));
        const bool allWhole = fit.count(Fit::whole) + fit.count(Fit::noAreas) == fit.footprints.size();
        RC_ASSERT(!fit.coterminosity || (*fit.coterminosity == 1) == allWhole);
    });
}
