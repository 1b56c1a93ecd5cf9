#include "core/analysis/checks.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"

#include <set>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::SquaresPlan;

namespace {

constexpr plan::Date today{2026, 11, 22};

std::vector<Breach> check(const plan::Plan& plan) {
    const auto neighbours = neighboursOf(plan);
    const auto cover = coverOf(plan);
    return checks(plan, &*neighbours, {today, 0, &*cover});
}

std::vector<Breach> of(const std::vector<Breach>& breaches, const std::string& rule) {
    std::vector<Breach> result;
    for (const auto& breach : breaches) {
        if (breach.rule->id == rule) {
            result.push_back(breach);
        }
    }
    return result;
}

/// A sound plan: everything recorded, nothing broken.
SquaresPlan sound(int columns, int rows) {
    SquaresPlan squares(columns, rows);
    for (plan::Id id = 1001; id < 1001 + columns * rows; ++id) {
        squares.area(id, [](plan::Area& a) {
            a.kind = plan::AreaKind::parish;
            a.residents = 1000;
        });
    }
    return squares;
}

} // namespace

TEST_CASE("Rules have ids of their own, stand in order of severity and explain themselves") {
    std::set<std::string_view> ids;
    auto severity = Severity::problem;
    for (const auto& rule : allRules()) {
        CHECK(ids.insert(rule.id).second);
        CHECK(rule.severity >= severity);
        CHECK_FALSE(rule.explains.empty());
        CHECK(findRule(rule.id) == &rule);
        severity = rule.severity;
    }
    CHECK(findRule("no-such-rule") == nullptr);
    CHECK(labelOf(Severity::warning) == "Warning");
}

TEST_CASE("Rules speak the plan's own word") {
    plan::Settings settings;
    settings.clusterWord = "area forum";
    settings.clusterWordPlural = "area forums";
    CHECK(inPlansWords("Cluster in pieces", settings) == "Area forum in pieces");
    CHECK(inPlansWords("Two main clusters.", settings) == "Two main area forums.");
    CHECK(inPlansWords("cluster", settings) == "area forum");
    CHECK(inPlansWords("Review overdue", settings) == "Review overdue");
}

TEST_CASE("A sound plan breaks no rule, and an empty one neither") {
    auto squares = sound(2, 2);
    squares.cluster(501, "North", {1003, 1004});
    squares.cluster(502, "South", {1001, 1002});
    CHECK(check(squares.plan).empty());
    CHECK(check(plan::Plan{}).empty());
}

TEST_CASE("Areas in no cluster and with two main ones, in the plan's own word") {
    auto squares = sound(3, 1);
    auto settings = squares.plan.settings();
    settings.clusterWord = "area forum";
    settings.clusterWordPlural = "area forums";
    squares.plan.put(settings);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1001});
    squares.cluster(503, "C", {}, {1002});
    const auto breaches = check(squares.plan);
    const auto twice = of(breaches, "area-in-two-main-clusters");
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].message == "Area 1001 has 2 main area forums: A and B.");
    CHECK(twice[0].records.front() == RecordLink{plan::RecordKind::area, 1001});
    const auto none = of(breaches, "area-in-no-cluster");
    REQUIRE(none.size() == 2);
    CHECK(none[0].message == "Area 1002 is shared by area forums, but none is its main one.");
    CHECK(none[1].message == "Area 1003 is in no area forum.");
    CHECK(of(breaches, "cluster-empty").size() == 1);
    CHECK(breaches.front().rule->severity == Severity::problem);
    CHECK(breaches.front().rule <= breaches.back().rule);
}

TEST_CASE("Clusters in pieces and areas cut off") {
    auto squares = sound(4, 1);
    squares.cluster(501, "Ends", {1001, 1003, 1004});
    squares.cluster(502, "Middle", {1002});
    const auto breaches = check(squares.plan);
    REQUIRE(of(breaches, "cluster-in-pieces").size() == 1);
    CHECK(of(breaches, "cluster-in-pieces")[0].message ==
          "Ends is in 2 pieces: Area 1001 lies apart from the rest.");
    REQUIRE(of(breaches, "area-cut-off").size() == 1);
    CHECK(of(breaches, "area-cut-off")[0].message ==
          "Area 1001 is cut off from the rest of Ends: it is next to Middle only.");
    CHECK(of(checks(squares.plan, nullptr, {today, 0}), "cluster-in-pieces").empty());
}

TEST_CASE("A cluster around others is a doughnut, one behind another at the edge is none") {
    auto squares = sound(4, 3);
    // 1009 1010 1011 1012
    // 1005 1006 1007 1008
    // 1001 1002 1003 1004
    squares.cluster(501, "Ring", {1001, 1002, 1003, 1004, 1005, 1008, 1009, 1010, 1011, 1012});
    squares.cluster(502, "Hole west", {1006});
    squares.cluster(503, "Hole east", {1007});
    auto found = of(check(squares.plan), "cluster-doughnut");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "Ring encloses Hole east and Hole west.");

    squares.cluster(501, "Ring", {1001, 1002, 1003, 1005, 1008, 1009, 1010, 1011, 1012});
    squares.cluster(503, "Hole east", {1007, 1004});
    found = of(check(squares.plan), "cluster-doughnut");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "Ring encloses a part of Hole east and Hole west.");

    squares.cluster(501, "Ring", {1001, 1002, 1003, 1004, 1005, 1008, 1009, 1012});
    squares.cluster(502, "Hole west", {1006, 1010});
    squares.cluster(503, "Hole east", {1007, 1011});
    CHECK(of(check(squares.plan), "cluster-doughnut").empty());
}

TEST_CASE(
    "An area that touches nothing is noted, one that touches no sister but another cluster is cut off") {
    auto squares = sound(2, 1);
    squares.area(1002, [](plan::Area& a) {
        auto shape = *a.boundary;
        for (auto& point : shape.polygons[0][0]) {
            point.easting += 5000;
        }
        a.boundary = std::make_shared<const plan::Shape>(shape);
    });
    squares.cluster(501, "Both", {1001, 1002});
    const auto breaches = check(squares.plan);
    CHECK(of(breaches, "area-next-to-nothing").size() == 2);
    CHECK(of(breaches, "area-cut-off").empty());
    CHECK(of(breaches, "cluster-in-pieces").size() == 1);
}

TEST_CASE("Clusters outside the target say by which limit") {
    auto squares = sound(2, 1);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002});
    auto settings = squares.plan.settings();
    settings.residentsMinimum = 1100;
    settings.residentsMaximum = 2000;
    squares.plan.put(settings);
    const auto found = of(check(squares.plan), "cluster-outside-band");
    REQUIRE(found.size() == 2);
    CHECK(found[0].message == "A has 1,000 residents, fewer than the 1,100 that the plan's target allows.");
}

TEST_CASE("Two-fifths holds only for delegated powers, and passing by land or by residents is enough") {
    auto squares = sound(5, 1);
    squares.cluster(501, "Large", {1001, 1002, 1003});
    squares.cluster(502, "Small", {1004, 1005});
    auto committee = tests::madeOf<plan::Mechanism>(601, "Area committee");
    committee.areas = {{{1001}}, {{1002}}, {{1003}}};
    committee.powers = plan::Powers::advisory;
    squares.plan.put(committee);
    CHECK(of(check(squares.plan), "two-fifths").empty());
    committee.powers = plan::Powers::delegatedDecisions;
    squares.plan.put(committee);
    const auto found = of(check(squares.plan), "two-fifths");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message ==
          "Area committee has delegated powers for Large, which holds 60% of the council's "
          "residents and 60% of its land.");
    SECTION("few residents on much land pass") {
        squares.area(1004, [](plan::Area& a) { a.residents = 20'000; });
        CHECK(of(check(squares.plan), "two-fifths").empty());
    }
    SECTION("little land with many residents passes, as Bath does") {
        squares.area(1004, [](plan::Area& a) { a.landAreaHectares = 50'000; });
        CHECK(of(check(squares.plan), "two-fifths").empty());
    }
    SECTION("two-fifths exactly is not over") {
        committee.areas = {{{1004}}, {{1005}}};
        squares.plan.put(committee);
        CHECK(of(check(squares.plan), "two-fifths").empty());
    }
}

TEST_CASE("Local councils split between clusters, but not charter trustees") {
    auto squares = sound(2, 1);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002});
    const auto give = [&](plan::LocalCouncilKind kind) {
        for (const plan::Id id : {1001, 1002}) {
            squares.area(id, [&](plan::Area& a) {
                a.localCouncilName = "Twin Parish Council";
                a.localCouncilKind = kind;
            });
        }
    };
    give(plan::LocalCouncilKind::groupedParishCouncil);
    const auto found = of(check(squares.plan), "local-council-split");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "Twin Parish Council serves 2 areas in different clusters: A and B.");
    give(plan::LocalCouncilKind::charterTrustees);
    CHECK(of(check(squares.plan), "local-council-split").empty());
}

TEST_CASE("Codes: the same twice, and of different years") {
    auto squares = sound(3, 1);
    squares.cluster(501, "A", {1001, 1002, 1003});
    squares.area(1001, [](plan::Area& a) { a.code = "E04000988"; });
    squares.area(1002, [](plan::Area& a) { a.code = "e04 000988"; });
    squares.area(1003, [](plan::Area& a) { a.code = "E04000989"; });
    CHECK(of(check(squares.plan), "duplicate-code")[0].message ==
          "E04000988 is the code of Area 1001 and Area 1002.");
    squares.area(1001, [](plan::Area& a) { a.codeVintage = "2022"; });
    CHECK(of(check(squares.plan), "mixed-vintages").empty());
    squares.area(1003, [](plan::Area& a) { a.codeVintage = "2025"; });
    CHECK(of(check(squares.plan), "mixed-vintages").size() == 1);
}

TEST_CASE("Footprint sets whose codes are of another year than the areas'") {
    auto squares = sound(2, 1);
    squares.cluster(501, "A", {1001, 1002});
    auto set = tests::madeOf<plan::FootprintSet>(880, "Wards");
    set.codeVintage = "2011";
    squares.plan.put(set);
    CHECK(of(check(squares.plan), "mixed-vintages").empty()); // of what year the areas are is not recorded
    squares.area(1001, [](plan::Area& a) {
        a.code = "E04000988";
        a.codeVintage = "May 2025";
    });
    const auto found = of(check(squares.plan), "mixed-vintages");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "The codes of Wards are of 2011, those of the plan's areas of 2025.");
    CHECK(found[0].records == std::vector<RecordLink>{{plan::RecordKind::footprintSet, 880}});
    set.codeVintage = "December 2025";
    squares.plan.put(set);
    CHECK(of(check(squares.plan), "mixed-vintages").empty());
}

TEST_CASE("Parishes split between their wards, unless they have no council or the council says it") {
    auto squares = sound(3, 1);
    squares.cluster(501, "A", {1001, 1002});
    squares.cluster(502, "B", {1003});
    const auto part = [&](plan::Id id, const std::string& of) {
        squares.area(id, [&](plan::Area& a) {
            a.kind = plan::AreaKind::ward;
            a.partOf = of;
        });
    };
    part(1001, "Keynsham");
    part(1002, "Keynsham");
    CHECK(of(check(squares.plan), "parish-split").empty());
    part(1003, "Keynsham");
    const auto found = of(check(squares.plan), "parish-split");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "The 3 parts of Keynsham lie in different clusters: A and B.");
    CHECK(found[0].records.size() == 3);
    SECTION("of one council it is said once") {
        for (const plan::Id id : {1001, 1002, 1003}) {
            squares.area(id, [](plan::Area& a) { a.localCouncilName = "Keynsham Town Council"; });
        }
        CHECK(of(check(squares.plan), "parish-split").empty());
        CHECK(of(check(squares.plan), "local-council-split").size() == 1);
    }
    SECTION("where there is no council, nothing is split") {
        for (const plan::Id id : {1001, 1002, 1003}) {
            part(id, "E43000018");
        }
        CHECK(of(check(squares.plan), "parish-split").empty());
        part(1001, "Bath");
        part(1003, "Bath");
        squares.area(1003,
                     [](plan::Area& a) { a.localCouncilKind = plan::LocalCouncilKind::charterTrustees; });
        CHECK(of(check(squares.plan), "parish-split").empty());
    }
}

TEST_CASE("Gaps between areas and areas on top of one another") {
    auto squares = sound(3, 3);
    squares.cluster(501, "A", {1001, 1002, 1003, 1004, 1006, 1007, 1008, 1009});
    auto middle = *squares.plan.find<plan::Area>(1005);
    squares.plan.remove(plan::RecordKind::area, 1005);
    const auto gap = of(check(squares.plan), "gap-between-areas");
    REQUIRE(gap.size() == 1);
    CHECK(gap[0].message == "100 ha between Area 1001, Area 1002, Area 1003, Area 1004, Area 1006 and 3 more "
                            "belong to no area.");
    CHECK(gap[0].records.size() == 8);

    SECTION("covered twice") {
        squares.plan.put(middle);
        middle.id = 1010;
        middle.name = "Doubled";
        squares.plan.put(middle);
        const auto found = check(squares.plan);
        CHECK(of(found, "gap-between-areas").empty());
        const auto twice = of(found, "areas-overlap");
        REQUIRE(twice.size() == 1);
        CHECK(twice[0].message == "Area 1005 and Doubled both cover the same 100 ha.");
    }
    SECTION("a town on its wards is one breach") {
        squares.plan.put(middle);
        const plan::Ring ring{{0, 0}, {2000, 0}, {2000, 1000}, {0, 1000}};
        auto town = tests::madeOf<plan::Area>(1011, "Town");
        town.boundary = std::make_shared<const plan::Shape>(plan::Shape{{{ring}}});
        squares.plan.put(town);
        const auto twice = of(check(squares.plan), "areas-overlap");
        REQUIRE(twice.size() == 1);
        CHECK(twice[0].message == "Town lies on 2 other areas, by 200 ha in all: Area 1001 and Area 1002.");
        CHECK(twice[0].records.front() == RecordLink{plan::RecordKind::area, 1011});
    }
}

TEST_CASE("Mechanisms: the law, reviews overdue and facts missing") {
    plan::Plan plan;
    auto panel = tests::madeOf<plan::Mechanism>(601, "Tenant panel");
    panel.statutory = true;
    panel.law = "Housing Act 1985";
    panel.nextReview = plan::Date{2026, 11, 21};
    plan.put(panel);
    auto review = tests::madeOf<plan::Review>(801, "Panels");
    review.mechanisms = {{{601}}};
    review.decision = plan::WhatToDo::end;
    plan.put(review);
    auto breaches = check(plan);
    CHECK(of(breaches, "statutory-to-end")[0].message ==
          "Tenant panel is required by law (Housing Act 1985), but the review \"Panels\" would end it.");
    CHECK(of(breaches, "review-overdue")[0].message ==
          "Tenant panel was to be reviewed by 21 November 2026.");
    CHECK(
        of(breaches, "mechanism-facts-missing")[0].message ==
        "Tenant panel: areas covered, themes, organisations attending and how often it meets not recorded.");

    SECTION("one record of two goes without any mechanism being ended") {
        review.finding = plan::Finding::recordedTwice;
        plan.put(review);
        CHECK(of(check(plan), "statutory-to-end").empty());
    }
    SECTION("a review that was rejected, and one that merges into it, are no threat") {
        review.decision = plan::WhatToDo::mergeInto;
        review.mergeInto = {601};
        plan.put(review);
        CHECK(of(check(plan), "statutory-to-end").empty());
        review.decision = plan::WhatToDo::end;
        review.status = plan::ReviewStatus::rejected;
        plan.put(review);
        CHECK(of(check(plan), "statutory-to-end").empty());
    }
    SECTION("today is not overdue, and what has ended needs nothing") {
        panel.nextReview = today;
        plan.put(panel);
        CHECK(of(check(plan), "review-overdue").empty());
        panel.status = plan::MechanismStatus::ended;
        plan.put(panel);
        CHECK(of(check(plan), "mechanism-facts-missing").empty());
    }
}

TEST_CASE("What a scenario would do to a statutory mechanism, and what is agreed unscreened, is said") {
    auto plan = sound(1, 1).plan;
    plan::Mechanism panel;
    panel.id = 601;
    panel.name = "Tenant panel";
    panel.statutory = true;
    plan.put(panel);
    plan::Scenario scenario;
    scenario.id = 950;
    scenario.name = "Fewer meetings";
    plan.put(scenario);
    plan::ProposedChange change;
    change.id = 951;
    change.name = "End the tenant panel";
    change.scenario = {950};
    change.mechanism = {601};
    change.action = plan::WhatToDo::end;
    plan.put(change);
    CHECK(of(check(plan), "statutory-to-end")[0].message ==
          "Tenant panel is required by law, but the scenario \"Fewer meetings\" would end it.");
    CHECK(of(check(plan), "agreed-without-screening").empty());

    change.status = plan::ReviewStatus::agreed;
    change.equalityScreening = "No group loses its only way in.";
    change.consulted = "Tenants";
    plan.put(change);
    CHECK(of(check(plan), "agreed-without-screening").size() == 1);
    change.consultationOutcome = "Eleven of fourteen agree.";
    plan.put(change);
    CHECK(of(check(plan), "agreed-without-screening").empty());
}

TEST_CASE("Maps of boundaries without an attribution line are warned of") {
    auto plan = sound(1, 1).plan;
    CHECK(of(check(plan), "map-without-attribution").empty());
    auto settings = plan.settings();
    settings.attributions.clear();
    plan.put(settings);
    CHECK(of(check(plan), "map-without-attribution").size() == 1);
}

TEST_CASE("Footprints split and areas with facts missing are notes") {
    auto squares = sound(2, 1);
    squares.cluster(501, "A", {1001});
    squares.cluster(502, "B", {1002});
    plan::FootprintSet set;
    set.id = 880;
    set.name = "Police beats";
    squares.plan.put(set);
    plan::Footprint beat;
    beat.id = 900;
    beat.name = "Beat 1";
    beat.set = {880};
    beat.areas = {{{1001}, std::nullopt}, {{1002}, std::nullopt}};
    squares.plan.put(beat);
    CHECK(of(check(squares.plan), "footprint-split")[0].message ==
          "Beat 1 (Police beats) is split between A and B.");
    squares.area(1001, [](plan::Area& a) { a.residents.reset(); });
    CHECK(of(check(squares.plan), "area-facts-missing")[0].message ==
          "Area 1001: residents are not recorded.");
}

TEST_CASE("Without any boundary a table of neighbours suffices") {
    plan::Plan plan;
    plan.put(tests::madeOf<plan::Arrangement>(11, "As now"));
    for (plan::Id id = 1001; id <= 1004; ++id) {
        auto area = tests::madeOf<plan::Area>(id, "Area " + std::to_string(id));
        area.residents = 100;
        if (id < 1003) { // 1001 - 1002 - 1003, and 1004 next to none
            area.neighbours.push_back({{id + 1}, "by the county's table"});
        }
        plan.put(area);
    }
    auto cluster = tests::madeOf<plan::Cluster>(501, "Together");
    cluster.arrangement = {11};
    cluster.areas = {{{1001}, true}, {{1002}, true}, {{1003}, true}};
    plan.put(cluster);
    auto other = tests::madeOf<plan::Cluster>(502, "Alone");
    other.arrangement = {11};
    other.areas = {{{1004}, true}};
    plan.put(other);
    auto breaches = check(plan);
    CHECK(of(breaches, "cluster-in-pieces").empty());
    CHECK(of(breaches, "gap-between-areas").empty());
    cluster.areas.erase(cluster.areas.begin() + 1);
    plan.put(cluster);
    other.areas.push_back({{1002}, true});
    plan.put(other);
    breaches = check(plan);
    REQUIRE_FALSE(of(breaches, "cluster-in-pieces").empty());
    CHECK(of(breaches, "cluster-in-pieces").back().message ==
          "Together is in 2 pieces: Area 1003 lies apart from the rest.");
}
