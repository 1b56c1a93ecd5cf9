#include "core/analysis/local_responses.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using analysis::Answer;
using analysis::Counts;
using plan::LocalCouncilKind;
using plan::LocalView;

namespace {

void addArea(plan::Plan& plan, plan::Id id, const char* name, std::optional<int> residents,
             std::optional<LocalCouncilKind> kind, const char* council = "") {
    plan::Area area;
    area.id = id;
    area.name = name;
    area.kind = kind ? plan::AreaKind::parish : plan::AreaKind::ward;
    area.residents = residents;
    area.localCouncilKind = kind;
    area.localCouncilName = council;
    plan.put(area);
}

plan::LocalResponse response(plan::Id id, const char* who, plan::Id area, std::optional<LocalView> view) {
    plan::LocalResponse made;
    made.id = id;
    made.name = who;
    made.arrangement = {50};
    made.area = {area};
    made.view = view;
    return made;
}

/// Ashby (1,000) and Burton (residents not recorded) have councils of their own, Carlton (300) and Dunton
/// (200) one together, East ward (5,000) none. North holds Ashby and Carlton, South holds Dunton.
plan::Plan fourParishes() {
    plan::Plan plan;
    plan.put(plan::Settings{});
    addArea(plan, 1, "Ashby", 1000, LocalCouncilKind::parishCouncil, "Ashby Parish Council");
    addArea(plan, 2, "Burton", std::nullopt, LocalCouncilKind::parishMeeting);
    addArea(plan, 3, "Carlton", 300, LocalCouncilKind::groupedParishCouncil,
            "Carlton and Dunton Parish Council");
    addArea(plan, 4, "Dunton", 200, LocalCouncilKind::groupedParishCouncil,
            "Carlton and Dunton Parish Council");
    addArea(plan, 5, "East ward", 5000, std::nullopt);
    for (const plan::Id id : {50, 51}) {
        plan::Arrangement arrangement;
        arrangement.id = id;
        arrangement.name = id == 50 ? "Option A" : "Option B";
        plan.put(arrangement);
    }
    plan::Cluster north;
    north.id = 60;
    north.name = "North";
    north.arrangement = {50};
    north.areas = {{{1}, true}, {{3}, true}};
    plan.put(north);
    plan::Cluster south = north;
    south.id = 61;
    south.name = "South";
    south.areas = {{{4}, true}};
    plan.put(south);
    return plan;
}

std::vector<std::string> namesOf(const analysis::LocalResponses& answer) {
    std::vector<std::string> names;
    for (const auto& body : answer.bodies) {
        names.push_back(body.name);
    }
    return names;
}

} // namespace

TEST_CASE("every local council is asked, and silence is none yet") {
    const auto answer = analysis::localResponses(fourParishes(), 50);
    CHECK(namesOf(answer) == std::vector<std::string>{"Ashby Parish Council", "Burton parish meeting",
                                                      "Carlton and Dunton Parish Council"});
    CHECK(answer.localCouncils() == 3);
    CHECK_FALSE(answer.anyRecorded());
    const auto& none = answer.of(Answer::noneYet);
    CHECK(none.localCouncils == 3);
    CHECK(none.residents.value == 1500);
    CHECK(none.residents.atLeast); // Burton's are not recorded
    CHECK(answer.withoutLocalCouncil == std::vector<plan::Id>{5});
    CHECK(answer.residentsWithoutCouncil.value == 5000);
    CHECK_FALSE(answer.residentsWithoutCouncil.atLeast);
}

TEST_CASE("a parish of which no council is recorded is asked all the same, unless it is known to have none") {
    auto plan = fourParishes();
    auto area = *plan.find<plan::Area>(1);
    area.localCouncilName.clear();
    area.localCouncilKind.reset();
    plan.put(area);
    CHECK(analysis::localResponses(plan, 50).bodies.front().name == "Ashby local council");
    area.localCouncilKind = LocalCouncilKind::none;
    plan.put(area);
    const auto answer = analysis::localResponses(plan, 50);
    CHECK(answer.bodies.front().name == "Burton parish meeting");
    CHECK(answer.withoutLocalCouncil == std::vector<plan::Id>{1, 5});
}

TEST_CASE("answers are counted by councils and by the residents they serve, groups apart") {
    auto plan = fourParishes();
    plan.put(response(70, "Ashby PC", 1, LocalView::supports));
    plan.put(response(71, "Carlton and Dunton Parish Council", 4, LocalView::objects));
    plan.put(response(72, "Ashby Residents' Association", 1, LocalView::objects));
    auto silent = response(73, "Burton parish meeting", 2, std::nullopt);
    silent.words = "We would like to hear more.";
    plan.put(silent);
    const auto answer = analysis::localResponses(plan, 50);
    CHECK(answer.of(Answer::supports).localCouncils == 1);
    CHECK(answer.of(Answer::supports).residents.value == 1000);
    // The grouped council answers once, for both of its parishes.
    CHECK(answer.of(Answer::objects).localCouncils == 1);
    CHECK(answer.of(Answer::objects).otherBodies == 1);
    CHECK(answer.of(Answer::objects).residents.value == 500);
    CHECK(answer.of(Answer::objects).residents.records.size() == 2);
    // Words without a view are an answer, and not recorded is not zero.
    CHECK(answer.of(Answer::viewNotRecorded).localCouncils == 1);
    CHECK_FALSE(answer.of(Answer::viewNotRecorded).residents.value);
    CHECK(answer.of(Answer::noneYet).localCouncils == 0);
    CHECK(answer.localCouncils() == 3);

    REQUIRE(answer.clusters.size() == 3);
    const auto in = [&](std::size_t cluster, Answer what) -> const analysis::AnswerTotal& {
        return answer.clusters[cluster].totals[static_cast<std::size_t>(what)];
    };
    CHECK(in(0, Answer::objects).residents.value == 300); // Carlton, in North
    CHECK(in(1, Answer::objects).residents.value == 200); // Dunton, in South
    CHECK(in(0, Answer::supports).residents.value == 1000);
    CHECK(answer.clusters[2].cluster == 0); // Burton is in no cluster
    CHECK(in(2, Answer::viewNotRecorded).localCouncils == 1);
}

TEST_CASE("of two responses of one council the later counts, and both stay in sight") {
    auto plan = fourParishes();
    auto first = response(70, "Ashby Parish Council", 1, LocalView::objects);
    first.respondedOn = plan::Date{2026, 3, 1};
    plan.put(first);
    auto second = response(71, "Ashby Parish Council", 1, LocalView::supports);
    second.respondedOn = plan::Date{2026, 5, 1};
    plan.put(second);
    const auto answer = analysis::localResponses(plan, 50);
    REQUIRE(answer.bodies.size() == 4);
    CHECK(answer.bodies[0].response == 71);
    CHECK(answer.bodies[0].counts == Counts::yes);
    CHECK(answer.bodies[1].response == 70);
    CHECK(answer.bodies[1].counts == Counts::replaced);
    CHECK(answer.of(Answer::objects).localCouncils == 0);
    CHECK(answer.of(Answer::supports).localCouncils == 1);
}

TEST_CASE("responses to another arrangement, to none and from outside are kept apart") {
    auto plan = fourParishes();
    auto other = response(70, "Ashby Parish Council", 1, LocalView::objects);
    other.arrangement = {51};
    plan.put(other);
    auto lost = response(71, "Burton parish meeting", 2, LocalView::supports);
    lost.arrangement = {};
    plan.put(lost);
    addArea(plan, 6, "Elm", 700, LocalCouncilKind::parishCouncil, "Elm Parish Council");
    auto elm = *plan.find<plan::Area>(6);
    elm.outside = true;
    plan.put(elm);
    plan.put(response(72, "Elm Parish Council", 6, LocalView::objects));
    const auto answer = analysis::localResponses(plan, 50);
    CHECK(answer.withoutArrangement == std::vector<plan::Id>{71});
    CHECK(answer.of(Answer::objects).localCouncils == 0);
    CHECK(answer.of(Answer::objects).otherBodies == 0);
    CHECK(answer.of(Answer::noneYet).localCouncils == 3);
    const auto outside = std::ranges::find(answer.bodies, 72, &analysis::AskedBody::response);
    REQUIRE(outside != answer.bodies.end());
    CHECK(outside->counts == Counts::outside);
    CHECK(analysis::localResponses(plan, 51).of(Answer::objects).residents.value == 1000);
}

TEST_CASE("a list that names councils alone is matched to their areas") {
    auto plan = fourParishes();
    plan.put(response(70, "The Ashby Parish Council", 0, LocalView::supports));
    plan.put(response(71, "Civic society", 0, LocalView::noView));
    const auto answer = analysis::localResponses(plan, 50);
    CHECK(answer.bodies.front().response == 70);
    CHECK(answer.of(Answer::supports).residents.value == 1000);
    CHECK(answer.bodies.back().name == "Civic society");
    CHECK(answer.bodies.back().areas.empty());
    CHECK(answer.of(Answer::noView).otherBodies == 1);
}
