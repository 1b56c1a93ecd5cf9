#include "core/analysis/arrangement_comparison.h"
#include "core/analysis/best_matching.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <numbers>
#include <numeric>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Id;
using tests::SquaresPlan;
using M = ArrangementMeasure;

namespace {

constexpr plan::Date today{2026, 11, 26};

void addCluster(plan::Plan& plan, Id arrangement, Id id, const std::string& name,
                const std::vector<Id>& areas) {
    auto cluster = tests::madeOf<plan::Cluster>(id, name);
    cluster.arrangement = {arrangement};
    for (const auto area : areas) {
        cluster.areas.push_back({{area}, true, false});
    }
    plan.put(std::move(cluster));
}

void addFootprint(plan::Plan& plan, Id id, const std::vector<Id>& areas) {
    auto footprint = tests::madeOf<plan::Footprint>(id, "Beat " + std::to_string(id));
    footprint.set = {71};
    for (const auto area : areas) {
        footprint.areas.push_back({{area}, std::nullopt});
    }
    plan.put(std::move(footprint));
}

/// Eight squares with 100, 200 .. 800 residents, the south row 1001..1004, the north row 1005..1008. As now
/// (11) they are West and East, two columns each; the option (12) has three clusters: one column, two, one.
SquaresPlan twoOptions() {
    SquaresPlan squares(4, 2);
    for (Id id = 1001; id <= 1008; ++id) {
        squares.area(id, [&](plan::Area& area) { area.residents = static_cast<int>(100 * (id - 1000)); });
    }
    squares.cluster(501, "West", {1001, 1002, 1005, 1006});
    squares.cluster(502, "East", {1003, 1004, 1007, 1008});
    auto asNow = *squares.plan.find<plan::Arrangement>(11);
    asNow.status = plan::ArrangementStatus::asNow;
    squares.plan.put(asNow);
    squares.plan.put(tests::madeOf<plan::Arrangement>(12, "Option B"));
    addCluster(squares.plan, 12, 511, "Coast", {1001, 1005});
    addCluster(squares.plan, 12, 512, "Middle", {1002, 1003, 1006, 1007});
    addCluster(squares.plan, 12, 513, "East", {1004, 1008});
    squares.plan.put(tests::madeOf<plan::FootprintSet>(71, "Police beats"));
    addFootprint(squares.plan, 701, {1001, 1002});
    addFootprint(squares.plan, 702, {1003, 1004});
    addFootprint(squares.plan, 703, {1002, 1003});
    return squares;
}

std::vector<std::optional<double>> valuesOf(const ArrangementComparison& comparison, M measure, Id set = 0) {
    const auto* row = comparison.row(measure, set);
    REQUIRE(row);
    std::vector<std::optional<double>> values;
    for (const auto& figure : row->figures) {
        values.push_back(figure.value);
    }
    return values;
}

using Values = std::vector<std::optional<double>>;

} // namespace

TEST_CASE("Two arrangements with different numbers of clusters, worked by hand") {
    const auto squares = twoOptions();
    const auto neighbours = neighboursOf(squares.plan);
    REQUIRE(neighbours);
    const auto compared = compareArrangements(squares.plan, std::vector<Id>{12}, &*neighbours, today);
    REQUIRE(compared.arrangements.size() == 2); // the status quo comes by itself, and first
    CHECK(compared.statusQuo == 11);
    CHECK(compared.arrangements[0].arrangement == 11);
    CHECK_FALSE(compared.fromTarget);

    CHECK(valuesOf(compared, M::clusters) == Values{2, 3});
    CHECK(valuesOf(compared, M::areas) == Values{8, 8});
    CHECK(valuesOf(compared, M::residents) == Values{3600, 3600});
    CHECK(valuesOf(compared, M::largest) == Values{2200, 1800}); // East; Middle
    CHECK(valuesOf(compared, M::smallest) == Values{1400, 600}); // West; Coast
    CHECK(valuesOf(compared, M::mean) == Values{1800, 1200});
    // 1,400 and 2,200 are 400 of 1,800 off; 600, 1,800 and 1,200 are 600, 600 and 0 of 1,200 off.
    CHECK(*compared.row(M::widest)->figures[0].value == Approx(100 * 400 / 1800.0));
    CHECK(*compared.row(M::widest)->figures[1].value == Approx(50));
    CHECK(*compared.row(M::usual)->figures[0].value == Approx(100 * 400 / 1800.0));
    CHECK(*compared.row(M::usual)->figures[1].value == Approx(100 / 3.0));
    CHECK(valuesOf(compared, M::withinBand) == Values{std::nullopt, std::nullopt});
    CHECK(inWords(*compared.row(M::withinBand), 0) == "no band set");
    CHECK(valuesOf(compared, M::inPieces) == Values{0, 0});
    CHECK(valuesOf(compared, M::areasInNone) == Values{0, 0});
    // Beat 703 lies across West and East; 701 and 702 lie across the three.
    CHECK(valuesOf(compared, M::splitFootprints, 71) == Values{1, 2});
    CHECK(*compared.row(M::wholeFootprints)->figures[0].value == Approx(2 / 3.0));
    CHECK(*compared.row(M::wholeFootprints)->figures[1].value == Approx(1 / 3.0));
    // Squares of two by two: 4 square kilometres, 8 km round; of one by two: 2 and 6.
    const double square = 4 * std::numbers::pi * 4 / 64;
    const double oblong = 4 * std::numbers::pi * 2 / 36;
    CHECK(*compared.row(M::compactness)->figures[0].value == Approx(square));
    CHECK(*compared.row(M::compactness)->figures[1].value == Approx((square + 2 * oblong) / 3));
    CHECK_FALSE(infoOf(M::compactness).forReports);
    CHECK(valuesOf(compared, M::areasMoved) == Values{0, 4});
    CHECK(valuesOf(compared, M::residentsMoved) == Values{0, 1600});

    CHECK(labelOf(squares.plan, compared, *compared.row(M::largest)) == "Residents of the largest cluster");
    CHECK(labelOf(squares.plan, compared, *compared.row(M::widest)) == "Largest deviation from the mean");
    CHECK(labelOf(squares.plan, compared, *compared.row(M::splitFootprints, 71)) ==
          "Police beats: footprints split");
    CHECK(inWords(*compared.row(M::largest), 0) == "2,200");
    CHECK(differenceInWords(*compared.row(M::largest), 0).empty());
    CHECK(differenceInWords(*compared.row(M::largest), 1) == "−400");
    CHECK(differenceInWords(*compared.row(M::areas), 1) == "same");
    CHECK(inWords(*compared.row(M::widest), 1) == "50%");
    CHECK(differenceInWords(*compared.row(M::widest), 1) == "+28 points");
    CHECK(inWords(*compared.row(M::compactness), 1) == "0.73");
    CHECK(differenceInWords(*compared.row(M::compactness), 1) == "−0.06"); // 0.73 and 0.79, as they are told
}

TEST_CASE("Clusters are matched so that the most residents stay, and the rest is listed area by area") {
    auto squares = twoOptions();
    auto move = tests::madeOf<plan::Move>(901, "Area 1001 from West to Coast");
    move.arrangement = {12};
    move.area = {1001};
    move.fromCluster = {501};
    move.toCluster = {511};
    move.reason = "The coast road joins it to the harbour";
    squares.plan.put(move);
    move.id = 902;
    move.area = {1003};
    move.toCluster = {511}; // it was moved on since, without a reason
    squares.plan.put(move);
    const auto difference = differenceOf(squares.plan, 11, 12);
    // West shares 600 with Coast and 800 with Middle; East shares 1,000 with Middle and 1,200 with East. West
    // with Middle and East with East keep 2,000 residents, West with Coast and East with Middle 1,600.
    CHECK(difference.matchOf(501) == 512);
    CHECK(difference.matchOf(502) == 513);
    REQUIRE(difference.matches.size() == 3);
    CHECK(difference.matches[0] == ClusterMatch{502, 513, 1200, 2});
    CHECK(difference.matches[1] == ClusterMatch{501, 512, 800, 2});
    CHECK(difference.matches[2] == ClusterMatch{0, 511, 0, 0});
    CHECK(difference.moves == std::vector<AreaMove>{{1001, 501, 511, 100, 901},
                                                    {1003, 502, 512, 300, 0},
                                                    {1005, 501, 511, 500, 0},
                                                    {1007, 502, 512, 700, 0}});
    CHECK(difference.residentsMoved == 1600);
    CHECK(renamedInWords(squares.plan, difference) == std::vector<std::string>{"West and Middle"});
    CHECK(destinationInWords(squares.plan, difference.moves[0]) == "Coast");
    addCluster(squares.plan, 12, 511, "West", {1001, 1005}); // a namesake that is not taken for the same
    CHECK(destinationInWords(squares.plan, difference.moves[0]) == "another West");
}

TEST_CASE("What is not recorded is never told as nothing") {
    auto squares = twoOptions();
    squares.area(1001, [](plan::Area& area) { area.residents.reset(); });
    squares.area(1005, [](plan::Area& area) { area.residents.reset(); });
    auto compared = compareArrangements(squares.plan, std::vector<Id>{12}, nullptr, today);
    CHECK(valuesOf(compared, M::residentsMoved) == Values{0, 1000}); // 300 and 700; two more are not recorded
    CHECK(inWords(*compared.row(M::residentsMoved), 1) == "at least 1,000");
    CHECK(inWords(*compared.row(M::smallest), 1) == "1,200 of what is recorded");
    CHECK(valuesOf(compared, M::inPieces) == Values{std::nullopt, std::nullopt});
    CHECK(valuesOf(compared, M::compactness) == Values{std::nullopt, std::nullopt});
    CHECK(inWords(*compared.row(M::inPieces), 1) == "not recorded");
    CHECK(valuesOf(compared, M::supports) == Values{std::nullopt, std::nullopt});
    CHECK(valuesOf(compared, M::notHeard) == Values{std::nullopt, std::nullopt});
    CHECK(differenceInWords(*compared.row(M::inPieces), 1).empty());

    squares.area(1001, [](plan::Area& area) { area.localCouncilName = "Shore Parish Council"; });
    squares.area(1002,
                 [](plan::Area& area) { area.localCouncilKind = plan::LocalCouncilKind::parishMeeting; });
    auto response = tests::madeOf<plan::LocalResponse>(801, "Shore Parish Council");
    response.arrangement = {12};
    response.area = {1001};
    response.view = plan::LocalView::objects;
    squares.plan.put(response);
    compared = compareArrangements(squares.plan, std::vector<Id>{12}, nullptr, today);
    CHECK(valuesOf(compared, M::objects) == Values{std::nullopt, 1});
    CHECK(valuesOf(compared, M::supports) == Values{std::nullopt, 0});
    CHECK(valuesOf(compared, M::notHeard) == Values{2, 1});
}

TEST_CASE("Bands, parishes and areas left over are counted for each arrangement") {
    auto squares = twoOptions();
    auto settings = squares.plan.settings();
    settings.residentsMinimum = 1000;
    settings.residentsMaximum = 2000;
    squares.plan.put(settings);
    for (Id id = 1001; id <= 1008; ++id) {
        squares.area(id, [&](plan::Area& area) {
            area.kind = id <= 1003 ? plan::AreaKind::unparished : plan::AreaKind::parish;
        });
    }
    addCluster(squares.plan, 12, 511, "Coast", {1001}); // 1005 is in none now
    const auto neighbours = neighboursOf(squares.plan);
    const auto compared = compareArrangements(squares.plan, std::vector<Id>{12}, &*neighbours, today);
    CHECK(compared.fromTarget);                               // 1,500
    CHECK(valuesOf(compared, M::withinBand) == Values{1, 2}); // West 1,400; Middle 1,800 and East 1,200
    CHECK(*compared.row(M::widest)->figures[0].value == Approx(100 * 700 / 1500.0));
    CHECK(*compared.row(M::widest)->figures[1].value == Approx(100 * 1400 / 1500.0)); // Coast: 100
    CHECK(valuesOf(compared, M::mixed) == Values{2, 1});
    CHECK(valuesOf(compared, M::areasInNone) == Values{0, 1});
    CHECK(valuesOf(compared, M::residentsInNone) == Values{0, 500});
    CHECK(valuesOf(compared, M::openProblems) == Values{0, 1});
    CHECK(compared.row(M::openProblems)->figures[1].records ==
          std::vector<RecordRef>{{plan::RecordKind::area, 1005}});
    CHECK(labelOf(squares.plan, compared, *compared.row(M::widest)) == "Largest deviation from the target");
    const auto& moves = compared.differences[1].moves;
    CHECK(std::ranges::find(moves, AreaMove{1005, 501, 0, 500, 0}) != moves.end());
    CHECK(clusterInWords(squares.plan, 0) == "no cluster");
}

TEST_CASE("The status quo is what is marked as now, else what is in force, else nothing") {
    auto squares = twoOptions();
    CHECK(statusQuoOf(squares.plan) == 11);
    auto settings = squares.plan.settings();
    settings.arrangementInForce = {12};
    squares.plan.put(settings);
    CHECK(statusQuoOf(squares.plan) == 11);
    auto asNow = *squares.plan.find<plan::Arrangement>(11);
    asNow.status = plan::ArrangementStatus::draft;
    squares.plan.put(asNow);
    CHECK(statusQuoOf(squares.plan) == 12);
    settings.arrangementInForce = {};
    squares.plan.put(settings);
    CHECK(statusQuoOf(squares.plan) == 0);
    const auto compared = compareArrangements(squares.plan, std::vector<Id>{12, 11, 12, 99}, nullptr, today);
    REQUIRE(compared.arrangements.size() == 2); // as asked for: once each, and only what there is
    CHECK(compared.arrangements[0].arrangement == 12);
    CHECK(compareArrangements(squares.plan, {}, nullptr, today).rows.empty());
}

TEST_CASE("An area of a neighbouring council moves without being counted") {
    auto squares = twoOptions();
    squares.area(1005, [](plan::Area& area) { area.outside = true; });
    const auto difference = differenceOf(squares.plan, 11, 12);
    CHECK(difference.moves.size() == 3);
    CHECK(difference.residentsMoved == 1100);
}

namespace {

/// A plan of twelve areas, some without residents, in two arrangements drawn at random.
plan::Plan randomPlan(const std::vector<int>& first, const std::vector<int>& second,
                      const std::vector<int>& residents) {
    plan::Plan plan;
    plan.put(tests::madeOf<plan::Arrangement>(11, "A"));
    plan.put(tests::madeOf<plan::Arrangement>(12, "B"));
    std::vector<std::vector<Id>> inFirst(5);
    std::vector<std::vector<Id>> inSecond(5);
    for (std::size_t i = 0; i < first.size(); ++i) {
        auto area = tests::madeOf<plan::Area>(1001 + static_cast<Id>(i), "Area " + std::to_string(i));
        if (residents[i] > 0) {
            area.residents = residents[i];
        }
        plan.put(area);
        inFirst[static_cast<std::size_t>(first[i])].push_back(area.id);
        inSecond[static_cast<std::size_t>(second[i])].push_back(area.id);
    }
    for (Id cluster = 0; cluster < 4; ++cluster) { // the fifth stands for "in none"
        addCluster(plan, 11, 501 + cluster, "North " + std::to_string(cluster),
                   inFirst[static_cast<std::size_t>(cluster)]);
        addCluster(plan, 12, 511 + cluster, "South " + std::to_string(cluster),
                   inSecond[static_cast<std::size_t>(cluster)]);
    }
    return plan;
}

} // namespace

TEST_CASE("A difference is the same seen from either side, and a copy differs in nothing") {
    tests::holds("symmetry", [] {
        const auto places = rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 5));
        const auto first = *places;
        const auto second = *places;
        const auto residents = *rc::gen::container<std::vector<int>>(
            12, rc::gen::map(rc::gen::inRange(-2, 9), [](int n) { return n * 100; }));
        const auto plan = randomPlan(first, second, residents);
        const auto there = differenceOf(plan, 11, 12);
        const auto back = differenceOf(plan, 12, 11);
        RC_ASSERT(there.moves.size() == back.moves.size());
        RC_ASSERT(there.residentsMoved == back.residentsMoved);
        RC_ASSERT(there.withoutResidents == back.withoutResidents);
        const auto copy = randomPlan(first, first, residents);
        RC_ASSERT(differenceOf(copy, 11, 12).moves.empty());
        RC_ASSERT(differenceOf(copy, 11, 12).residentsMoved == 0);
        RC_ASSERT(differenceOf(plan, 11, 11).moves.empty());
    });
}

TEST_CASE("The best matching is as good as the best of all that there are") {
    CHECK(bestMatching({}).empty());
    CHECK(bestMatching({{}, {}}) == std::vector<std::size_t>{0, 0});
    tests::holds("matching", [] {
        const auto rows = *rc::gen::inRange<std::size_t>(1, 6);
        const auto columns = *rc::gen::inRange<std::size_t>(1, 6);
        std::vector<std::vector<MatchWeight>> weights(rows, std::vector<MatchWeight>(columns));
        for (auto& row : weights) {
            for (auto& weight : row) {
                weight = {{*rc::gen::inRange(0, 4), *rc::gen::inRange(0, 9), 0, 0}};
            }
        }
        const auto found = bestMatching(weights);
        MatchWeight sum;
        std::vector<std::size_t> used;
        for (std::size_t row = 0; row < rows; ++row) {
            if (found[row] < columns) {
                sum += weights[row][found[row]];
                used.push_back(found[row]);
            }
        }
        RC_ASSERT(used.size() == std::min(rows, columns));
        std::ranges::sort(used);
        RC_ASSERT(std::ranges::adjacent_find(used) == used.end());
        // Every order of the longer side, matched with the shorter one as it stands.
        std::vector<std::size_t> order(std::max(rows, columns));
        std::iota(order.begin(), order.end(), 0);
        MatchWeight best;
        do {
            MatchWeight here;
            for (std::size_t i = 0; i < std::min(rows, columns); ++i) {
                here += rows <= columns ? weights[i][order[i]] : weights[order[i]][i];
            }
            best = std::max(best, here);
        } while (std::ranges::next_permutation(order).found);
        RC_ASSERT(sum == best);
    });
}
