#include "core/analysis/proposal/proposal.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <map>
#include <numbers>
#include <set>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

SquaresPlan settled(int columns, int rows, std::int64_t residents = 1000) {
    SquaresPlan squares(columns, rows);
    for (int i = 0; i < columns * rows; ++i) {
        squares.area(1001 + i, [&](plan::Area& area) { area.residents = residents; });
    }
    return squares;
}

Proposals askedOf(const plan::Plan& plan, const ProposalOptions& options) {
    const auto neighbours = neighboursOf(plan);
    REQUIRE(neighbours);
    const auto answer = proposed(plan, *neighbours, options);
    REQUIRE(answer);
    return *answer;
}

std::map<plan::Id, std::size_t> clusterOf(const ProposedArrangement& arrangement) {
    std::map<plan::Id, std::size_t> at;
    for (std::size_t i = 0; i < arrangement.clusters.size(); ++i) {
        for (const auto area : arrangement.clusters[i].areas) {
            CHECK(at.emplace(area, i).second);
        }
    }
    return at;
}

bool says(const Proposals& proposals, Obstacle::Kind kind, const std::string& part) {
    return std::ranges::any_of(proposals.obstacles, [&](const Obstacle& obstacle) {
        return obstacle.kind == kind && obstacle.message.find(part) != std::string::npos;
    });
}

ProposalOptions anew(int clusters) {
    ProposalOptions options;
    options.improve = false;
    options.clusters = clusters;
    options.threads = 2;
    return options;
}

} // namespace

TEST_CASE("A row of squares is cut into squares") {
    const auto squares = settled(4, 2);
    auto options = anew(2);
    options.tolerancePercent = 1;
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    const auto& best = answer.arrangements.front();
    CHECK(best.withinBand);
    CHECK(best.measures.maxDeviationPercent == Approx(0));
    // Two squares of two kilometres: 4 pi 4 / 8^2; two of ten borders are cut.
    CHECK(*best.measures.meanCompactness == Approx(std::numbers::pi / 4));
    CHECK(best.measures.cutShare == Approx(0.2));
    const auto at = clusterOf(best);
    CHECK(at.size() == 8);
    CHECK(at.at(1001) == at.at(1006));
    CHECK(at.at(1003) == at.at(1008));
    CHECK(at.at(1001) != at.at(1003));
    CHECK(answer.obstacles.empty());
}

TEST_CASE("Whatever is asked, every area is in one cluster, every cluster in one piece") {
    tests::holds("grids with random residents", [] {
        const int columns = *rc::gen::inRange(2, 7);
        const int rows = *rc::gen::inRange(2, 7);
        SquaresPlan squares(columns, rows);
        for (int i = 0; i < columns * rows; ++i) {
            const auto residents = *rc::gen::inRange<std::int64_t>(0, 3000);
            squares.area(1001 + i, [&](plan::Area& area) { area.residents = residents; });
        }
        auto options = anew(*rc::gen::inRange(1, columns * rows + 1));
        options.seed = *rc::gen::arbitrary<std::uint32_t>();
        options.tolerancePercent = *rc::gen::inRange(1, 60);
        options.seconds = 0.01;
        const auto neighbours = neighboursOf(squares.plan);
        const auto answer = proposed(squares.plan, *neighbours, options);
        RC_ASSERT(answer.has_value());
        RC_ASSERT(!answer->arrangements.empty());
        for (const auto& arrangement : answer->arrangements) {
            std::set<plan::Id> seen;
            for (const auto& cluster : arrangement.clusters) {
                RC_ASSERT(cluster.contiguous);
                RC_ASSERT(!cluster.areas.empty());
                seen.insert(cluster.areas.begin(), cluster.areas.end());
            }
            RC_ASSERT(seen.size() == static_cast<std::size_t>(columns * rows));
            RC_ASSERT(arrangement.clusters.size() == static_cast<std::size_t>(*options.clusters));
        }
    });
}

TEST_CASE("The same question has the same answer, whatever the number of threads") {
    const auto squares = settled(7, 6);
    auto options = anew(5);
    options.tolerancePercent = 10;
    options.seed = 7;
    options.threads = 1;
    const auto one = askedOf(squares.plan, options);
    options.threads = 3;
    const auto again = askedOf(squares.plan, options);
    REQUIRE(one.arrangements.size() == again.arrangements.size());
    for (std::size_t i = 0; i < one.arrangements.size(); ++i) {
        CHECK(clusterOf(one.arrangements[i]) == clusterOf(again.arrangements[i]));
        CHECK(one.arrangements[i].recipe == again.arrangements[i].recipe);
    }
}

TEST_CASE("An arrangement is improved by few moves, within the plan's band") {
    auto squares = settled(4, 2);
    squares.cluster(501, "West", {1001, 1002, 1003, 1005, 1006, 1007}); // 6,000 against 2,000
    squares.cluster(502, "East", {1004, 1008});
    ProposalOptions options;
    options.tolerancePercent = 1;
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    const auto& best = answer.arrangements.front();
    CHECK(best.moved == std::vector<plan::Id>{1003, 1007});
    CHECK(best.measures.residentsMoved == 2000);
    CHECK(best.clusters.front().cluster == 501);
}

TEST_CASE("Pins, areas together and areas apart are obeyed") {
    auto squares = settled(4, 4);
    squares.cluster(501, "North", {1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016});
    squares.cluster(502, "South", {1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008});
    ProposalOptions options;
    options.tolerancePercent = 20;
    options.pins = {{1001, 501}, {1016, 502}};
    options.together = {{1002, 1003}};
    options.apart = {{1006, 1007}};
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    for (const auto& arrangement : answer.arrangements) {
        const auto at = clusterOf(arrangement);
        CHECK(arrangement.clusters[at.at(1001)].cluster == 501);
        CHECK(arrangement.clusters[at.at(1016)].cluster == 502);
        CHECK(at.at(1002) == at.at(1003));
        CHECK(at.at(1006) != at.at(1007));
        for (const auto& cluster : arrangement.clusters) {
            CHECK(cluster.contiguous);
        }
    }
}

TEST_CASE("Footprints stay whole where that is asked") {
    auto squares = settled(4, 2);
    squares.plan.put(tests::madeOf<plan::FootprintSet>(700, "Beats"));
    auto beat = tests::madeOf<plan::Footprint>(701, "Middle beat");
    beat.set = {700};
    beat.areas = {{{1002}, {}}, {{1003}, {}}, {{1006}, {}}, {{1007}, {}}};
    squares.plan.put(beat);
    auto options = anew(3);
    options.keepWhole = {700};
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    const auto at = clusterOf(answer.arrangements.front());
    CHECK(at.at(1002) == at.at(1007));
    CHECK(answer.arrangements.front().measures.wholeFootprints == 1);
}

TEST_CASE("Parished and unparished areas keep apart where they may not mix") {
    auto squares = settled(4, 1);
    for (int i = 0; i < 4; ++i) {
        squares.area(1001 + i, [&](plan::Area& area) {
            area.kind = i < 3 ? plan::AreaKind::parish : plan::AreaKind::unparished;
        });
    }
    auto options = anew(2);
    options.mayMix = false;
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    const auto at = clusterOf(answer.arrangements.front());
    CHECK(at.at(1001) == at.at(1003));
    CHECK(at.at(1003) != at.at(1004));
}

TEST_CASE("What can't be done is said, with the nearest that can") {
    SECTION("an area larger than the band") {
        auto squares = settled(3, 1);
        squares.area(1002, [](plan::Area& area) { area.residents = 9000; });
        auto options = anew(2);
        options.most = 5000;
        const auto answer = askedOf(squares.plan, options);
        CHECK(says(answer, Obstacle::Kind::tooLarge, "Area 1002 alone has 9,000 residents"));
        CHECK(says(answer, Obstacle::Kind::bandNotMet, "over what it may have"));
        CHECK_FALSE(answer.arrangements.empty());
        CHECK_FALSE(answer.arrangements.front().withinBand);
    }
    SECTION("a band that the numbers rule out") {
        const auto squares = settled(4, 1);
        auto options = anew(4);
        options.least = 1500;
        const auto answer = askedOf(squares.plan, options);
        CHECK(says(answer, Obstacle::Kind::bandImpossible, "1,000 each on average"));
    }
    SECTION("an island") {
        auto squares = settled(4, 1);
        squares.area(1004, [](plan::Area& area) {
            area.boundary.reset();
            area.easting = 90'000;
            area.northing = 500;
            area.residents = 400; // too few for a cluster of its own
        });
        // A point alone gets a schematic shape; one far away touches nobody.
        const auto neighbours = Neighbours({{1001, 1e6, 4000, true, false},
                                            {1002, 1e6, 4000, true, false},
                                            {1003, 1e6, 4000, true, false},
                                            {1004, 1e6, 4000, true, false}},
                                           {{1001, 1002, 1000}, {1002, 1003, 1000}});
        const auto answer = proposed(squares.plan, neighbours, anew(2));
        REQUIRE(answer);
        CHECK(says(*answer, Obstacle::Kind::island,
                   "Area 1004 lies next to no other area. Area 1003 was taken"));
        CHECK_FALSE(answer->arrangements.empty());
    }
    SECTION("pins that contradict what stays together") {
        auto squares = settled(4, 1);
        squares.cluster(501, "West", {1001, 1002});
        squares.cluster(502, "East", {1003, 1004});
        ProposalOptions options;
        options.together = {{1001, 1002}};
        options.pins = {{1001, 501}, {1002, 502}};
        const auto answer = askedOf(squares.plan, options);
        CHECK(says(answer, Obstacle::Kind::pinsContradict, "Area 1002 can’t be in East"));
    }
    SECTION("more clusters than areas") {
        const auto answer = askedOf(settled(2, 1).plan, anew(5));
        CHECK(says(answer, Obstacle::Kind::tooManyClusters, "5 clusters can’t be made of 2 areas"));
        CHECK(answer.arrangements.front().clusters.size() == 2);
    }
    SECTION("apart, but kept together") {
        auto options = anew(2);
        options.together = {{1001, 1002}};
        options.apart = {{1001, 1002}};
        CHECK(says(askedOf(settled(4, 1).plan, options), Obstacle::Kind::apartContradicts, "can’t be apart"));
    }
    SECTION("nothing to improve and no number") {
        const auto answer = askedOf(settled(4, 1).plan, {});
        CHECK(says(answer, Obstacle::Kind::noArrangement, "say how many clusters"));
        CHECK(answer.arrangements.empty());
    }
    SECTION("residents that are not recorded are not taken for none") {
        auto squares = settled(4, 1);
        squares.area(1001, [](plan::Area& area) { area.residents.reset(); });
        const auto answer = askedOf(squares.plan, anew(2));
        CHECK(says(answer, Obstacle::Kind::residentsMissing, "counted like the mean of the others (1,000)"));
    }
}

TEST_CASE("A proposal accepted is a draft that keeps names, colours and shared areas") {
    auto squares = settled(4, 2);
    squares.cluster(501, "West", {1001, 1002, 1003, 1005, 1006, 1007}, {1004});
    squares.cluster(502, "East", {1004, 1008});
    ProposalOptions options;
    options.tolerancePercent = 1;
    const auto answer = askedOf(squares.plan, options);
    plan::IdSource ids(1);
    const auto after = plan::applied(
        squares.plan, accepted(squares.plan, answer.arrangements.front(), options, "Option B", ids));
    REQUIRE(after);
    CHECK(after->all<plan::Arrangement>().size() == 2);
    std::vector<const plan::Cluster*> fresh;
    for (const auto& cluster : after->all<plan::Cluster>()) {
        if (cluster.arrangement.id != 11) {
            fresh.push_back(&cluster);
        }
    }
    REQUIRE(fresh.size() == 2);
    for (const auto* cluster : fresh) {
        const bool west = cluster->name == "West";
        CHECK((west || cluster->name == "East"));
        CHECK(cluster->areas.size() == (west ? 5 : 4)); // West still shares 1004
    }
}

TEST_CASE("Asked to stop, a proposal answers with what it has") {
    const auto squares = settled(30, 30);
    const auto neighbours = neighboursOf(squares.plan);
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    int heard = 0;
    const auto answer =
        proposed(squares.plan, *neighbours, anew(20), progress, [&](const ProposedArrangement&) {
            ++heard;
            stop.request_stop();
        });
    REQUIRE(answer);
    CHECK(heard >= 1);
    CHECK(answer->arrangements.size() >= 1);
}

TEST_CASE("Locked clusters take no part, locked areas stay, and an accepted proposal keeps both") {
    auto squares = settled(6, 2); // 1001..1006 in the south, 1007..1012 in the north
    squares.cluster(501, "West", {1001, 1007});
    squares.cluster(502, "Middle", {1002, 1008, 1003, 1009, 1004, 1010, 1005, 1011});
    squares.cluster(503, "East", {1006, 1012});
    auto west = *squares.plan.find<plan::Cluster>(501);
    west.locked = true;
    squares.plan.put(west);
    auto middle = *squares.plan.find<plan::Cluster>(502);
    for (auto& held : middle.areas) {
        held.locked = held.area.id == 1005;
    }
    squares.plan.put(middle);
    ProposalOptions options;
    options.arrangement = 11;
    options.threads = 1;
    options.staying = 0.1;
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    CHECK(says(answer, Obstacle::Kind::locked, "West"));
    for (const auto& arrangement : answer.arrangements) {
        for (const auto& cluster : arrangement.clusters) {
            CHECK(cluster.cluster != 501);
            for (const auto area : cluster.areas) {
                CHECK(area != 1001);
                CHECK(area != 1007);
                CHECK((area != 1005 || cluster.cluster == 502));
            }
        }
    }
    plan::IdSource ids(5);
    const auto after = plan::applied(
        squares.plan, accepted(squares.plan, answer.arrangements.front(), options, "Proposal", ids));
    REQUIRE(after);
    int kept = 0;
    for (const auto& cluster : after->all<plan::Cluster>()) {
        if (cluster.arrangement.id == 11) {
            continue;
        }
        kept += cluster.name == "West" && cluster.areas == west.areas && cluster.locked == true ? 1 : 0;
        for (const auto& held : cluster.areas) {
            CHECK((held.area.id != 1005 || (held.locked && cluster.name == "Middle")));
        }
    }
    CHECK(kept == 1);
}

TEST_CASE("What exists is measured as the proposals are") {
    auto squares = settled(3, 2);
    squares.cluster(501, "Two", {1001, 1004});
    squares.cluster(502, "Four", {1002, 1003, 1005, 1006});
    ProposalOptions options;
    options.arrangement = 11;
    options.threads = 1;
    auto answer = askedOf(squares.plan, options);
    REQUIRE(answer.present);
    // Residents 2,000 and 4,000, mean 3,000; compactness 4 pi 2/36 and 4 pi 4/64; 7 borders, 2 of them cut.
    CHECK(answer.present->measures.maxDeviationPercent == Approx(100.0 / 3));
    CHECK(*answer.present->measures.meanCompactness ==
          Approx(std::numbers::pi * (4.0 * 2 / 36 + 4.0 * 4 / 64) / 2));
    CHECK(answer.present->measures.cutShare == Approx(2.0 / 7));
    CHECK(answer.present->moved.empty());
    squares.cluster(502, "Four", {1002, 1003, 1005}); // one is left over: not the same areas, no comparison
    answer = askedOf(squares.plan, options);
    CHECK_FALSE(answer.present);
}

TEST_CASE("Of fewer clusters than there are, those with fewest residents go") {
    auto squares = settled(6, 1);
    squares.cluster(501, "Small", {1001});
    squares.cluster(502, "Large", {1002, 1003, 1004});
    squares.cluster(503, "Middling", {1005, 1006});
    ProposalOptions options;
    options.arrangement = 11;
    options.clusters = 2;
    options.threads = 1;
    const auto answer = askedOf(squares.plan, options);
    REQUIRE_FALSE(answer.arrangements.empty());
    std::set<plan::Id> left;
    for (const auto& cluster : answer.arrangements.front().clusters) {
        left.insert(cluster.cluster);
    }
    CHECK(left == std::set<plan::Id>{502, 503});
}

TEST_CASE("Begun anew, a cluster carries on the one whose residents it has most of") {
    auto squares = settled(4, 2); // west 1001, 1002, 1005, 1006; east the rest
    squares.cluster(501, "East", {1003, 1004, 1007, 1008});
    squares.cluster(502, "West", {1001, 1002, 1005, 1006});
    const auto answer = askedOf(squares.plan, anew(2));
    REQUIRE_FALSE(answer.arrangements.empty());
    for (const auto& cluster : answer.arrangements.front().clusters) {
        const bool holdsWest = std::ranges::find(cluster.areas, 1001) != cluster.areas.end();
        CHECK(cluster.cluster == (holdsWest ? 502 : 501));
    }
    const auto three = askedOf(squares.plan, anew(3));
    REQUIRE_FALSE(three.arrangements.empty());
    std::multiset<plan::Id> carriedOn;
    for (const auto& cluster : three.arrangements.front().clusters) {
        carriedOn.insert(cluster.cluster);
    }
    CHECK(carriedOn == std::multiset<plan::Id>{0, 501, 502}); // one is new
}
