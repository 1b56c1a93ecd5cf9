#include "core/analysis/move_effect.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"
#include "tests/support/properties.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

/// Residents 100 for area 1001, 200 for 1002...
void populate(SquaresPlan& squares, plan::Id last) {
    for (plan::Id id = 1001; id <= last; ++id) {
        squares.area(id, [&](plan::Area& area) { area.residents = static_cast<int>(id - 1000) * 100; });
    }
}

MoveEffects effectsOf(const plan::Plan& plan) {
    const auto shared = std::make_shared<const plan::Plan>(plan);
    const auto neighbours = std::make_shared<const Neighbours>(*neighboursOf(plan));
    return {shared, std::make_shared<const ArrangementMeasures>(measuredClusters(plan, 11, neighbours.get())),
            neighbours};
}

/// The move made on the plan's records, by hand.
void move(plan::Plan& plan, const std::vector<plan::Id>& areas, plan::Id target) {
    std::vector<plan::Cluster> clusters;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        clusters.push_back(cluster);
    }
    for (auto& cluster : clusters) {
        for (const auto area : areas) {
            const auto held = std::ranges::find_if(
                cluster.areas, [&](const plan::ClusterArea& each) { return each.area.id == area; });
            if (cluster.id == target && held == cluster.areas.end()) {
                cluster.areas.push_back({{area}, true, false});
            } else if (cluster.id == target) {
                held->main = true;
            } else if (held != cluster.areas.end() && (held->main || target == 0)) {
                cluster.areas.erase(held);
            }
        }
        plan.put(cluster);
    }
}

void footprint(plan::Plan& plan, plan::Id id, const std::vector<plan::Id>& areas) {
    auto made = tests::madeOf<plan::Footprint>(id, "Footprint " + std::to_string(id));
    for (const auto area : areas) {
        made.areas.push_back({{area}, std::nullopt});
    }
    plan.put(made);
}

std::vector<plan::Id> drawnAreas() {
    std::vector<plan::Id> areas;
    for (plan::Id id = 1001; id <= 1016; ++id) {
        if (*rc::gen::inRange(0, 3) == 0) {
            areas.push_back(id);
        }
    }
    return areas;
}

} // namespace

TEST_CASE("What a move would do, worked by hand") {
    SquaresPlan squares(3, 2); // 1004 1005 1006 above 1001 1002 1003
    populate(squares, 1006);
    squares.cluster(501, "West", {1001, 1004});             // 500 residents
    squares.cluster(502, "East", {1002, 1003, 1005, 1006}); // 1,600
    auto settings = squares.plan.settings();
    settings.residentsMinimum = 600;
    settings.residentsMaximum = 1400;
    squares.plan.put(settings);
    footprint(squares.plan, 701, {1002, 1003}); // whole in East
    footprint(squares.plan, 702, {1001, 1002}); // split between them
    footprint(squares.plan, 703, {1004, 1006}); // split, and not concerned
    const auto effects = effectsOf(squares.plan);

    const auto effect = effects.of(std::vector<plan::Id>{1002}, 501);
    CHECK(effect.moved == std::vector<plan::Id>{1002});
    CHECK(effect.refusal.empty());
    REQUIRE(effect.clusters.size() == 2);
    const auto& west = effect.clusters[0];
    CHECK(west.before->residents == 500);
    CHECK(west.after.residents == 700);
    CHECK(west.before->withinBand == false);
    CHECK(west.after.withinBand == true);
    CHECK(*west.after.deviationPercent == Approx(-30)); // of 1,000, the middle of the band
    CHECK(west.after.contiguous == true);
    const auto& east = effect.clusters[1];
    CHECK(east.before->residents == 1600);
    CHECK(east.after.residents == 1400);
    CHECK(east.after.contiguous == true);
    CHECK(*effect.meanResidents == Approx(1050));
    REQUIRE(effect.footprints.size() == 2);
    CHECK_FALSE(effect.footprints[0].wasSplit());
    CHECK(effect.footprints[0].after == std::vector<ChangedFootprint::Part>{{501, 200.0}, {502, 300.0}});
    CHECK(effect.footprints[1].wasSplit());
    CHECK_FALSE(effect.footprints[1].isSplit());

    // 1003 lies apart from the west.
    const auto apart = effects.of(std::vector<plan::Id>{1003}, 501);
    CHECK(apart.clusters[0].after.contiguous == false);
    CHECK(apart.clusters[0].after.pieces.size() == 2);
    CHECK(apart.clusters[1].after.contiguous == true);
}

TEST_CASE("Out of every cluster, and nowhere else than where it is") {
    SquaresPlan squares(3, 1);
    populate(squares, 1003);
    squares.cluster(501, "West", {1001}, {1002});
    squares.cluster(502, "East", {1002, 1003});
    const auto effects = effectsOf(squares.plan);
    const auto out = effects.of(std::vector<plan::Id>{1002}, 0);
    REQUIRE(out.clusters.size() == 2); // the West loses what it shares
    CHECK(out.clusters[0].after.id == 502);
    CHECK(out.clusters[0].after.residents == 300);
    CHECK(out.clusters[1].after.shared.empty());
    CHECK(effects.of(std::vector<plan::Id>{1001}, 501).moved.empty());
    CHECK(effects.of(std::vector<plan::Id>{1001}, 999).moved.empty()); // no such cluster
    CHECK(effects.of(std::vector<plan::Id>{77}, 501).moved.empty());   // no such area
    const auto all = effects.of(std::vector<plan::Id>{1002, 1003, 1003}, 501);
    CHECK(all.moved == std::vector<plan::Id>{1002, 1003});
    CHECK(all.clusters[1].after.areas.empty());
    CHECK(*all.meanResidents == Approx(600)); // a cluster without areas has no part in the mean
}

TEST_CASE("Residents that are not recorded make no zero of a move") {
    SquaresPlan squares(2, 1);
    squares.area(1001, [](plan::Area& area) { area.residents = 50; });
    squares.cluster(501, "West", {1001});
    squares.cluster(502, "East", {1002});
    const auto effect = effectsOf(squares.plan).of(std::vector<plan::Id>{1001}, 502);
    CHECK(effect.clusters[0].before->residents == std::nullopt);
    CHECK(effect.clusters[0].after.residents == 50);
    CHECK(effect.clusters[0].after.areasWithoutResidents == std::vector<plan::Id>{1002});
}

TEST_CASE("A lock says why a move is not made") {
    SquaresPlan squares(2, 1);
    squares.cluster(501, "West", {1001});
    squares.cluster(502, "East", {1002});
    auto east = *squares.plan.find<plan::Cluster>(502);
    east.locked = true;
    squares.plan.put(east);
    const auto effect = effectsOf(squares.plan).of(std::vector<plan::Id>{1001}, 502);
    CHECK(effect.refusal.find("East is locked") != std::string::npos);
    CHECK(effect.clusters.size() == 2); // what it would do is told all the same
}

TEST_CASE("The effect of a move is what is measured after it") {
    tests::holds("as measuredClusters", [] {
        SquaresPlan squares(4, 4);
        for (plan::Id id = 1001; id <= 1016; ++id) {
            const int residents = *rc::gen::inRange(-20, 300);
            squares.area(id, [&](plan::Area& area) {
                area.residents = residents < 0 ? std::nullopt : std::optional(residents);
                area.outside = residents == 7 ? std::optional(true) : std::nullopt;
            });
        }
        std::map<plan::Id, std::pair<std::vector<plan::Id>, std::vector<plan::Id>>> held;
        for (plan::Id id = 1001; id <= 1016; ++id) {
            const auto main = *rc::gen::inRange<plan::Id>(500, 504);
            held[main].first.push_back(id);
            if (const auto other = *rc::gen::inRange<plan::Id>(500, 512); other < 504 && other != main) {
                held[other].second.push_back(id);
            }
        }
        for (plan::Id id = 501; id <= 503; ++id) {
            squares.cluster(id, "Cluster " + std::to_string(id), held[id].first, held[id].second);
        }
        for (plan::Id id = 701; id <= 703; ++id) {
            footprint(squares.plan, id, drawnAreas());
        }
        auto settings = squares.plan.settings();
        settings.tolerancePercent = 10;
        squares.plan.put(settings);
        const auto effects = effectsOf(squares.plan);
        const auto areas = drawnAreas();
        const auto drawn = *rc::gen::inRange<plan::Id>(500, 504);
        const auto target = drawn == 500 ? 0 : drawn;
        const auto effect = effects.of(areas, target);

        move(squares.plan, areas, target);
        const auto after = effectsOf(squares.plan);
        for (const auto& cluster : after.measures().clusters) {
            const auto found = std::ranges::find(effect.clusters, cluster.id,
                                                 [](const ChangedCluster& each) { return each.after.id; });
            const auto& said =
                found != effect.clusters.end()
                    ? found->after
                    : *std::ranges::find(effects.measures().clusters, cluster.id, &ClusterMeasures::id);
            RC_ASSERT(said.areas == cluster.areas);
            RC_ASSERT(said.residents == cluster.residents);
            RC_ASSERT(said.pieces == cluster.pieces);
            RC_ASSERT(said.contiguous == cluster.contiguous);
            if (found != effect.clusters.end()) {
                RC_ASSERT(said.shared == cluster.shared);
                RC_ASSERT(said.withinBand == cluster.withinBand);
                RC_ASSERT(said.deviationPercent == cluster.deviationPercent);
                RC_ASSERT(effect.meanResidents == after.measures().meanResidents);
            }
        }
        for (const auto& change : effect.footprints) {
            const auto& splits = after.measures().splitFootprints;
            const bool split =
                std::ranges::find(splits, change.footprint, &SplitFootprint::footprint) != splits.end();
            RC_ASSERT(split == change.isSplit());
        }
    });
}
