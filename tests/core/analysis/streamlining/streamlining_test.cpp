// The smallest set of mechanisms that keeps the coverage: each case a plan of a few, worked by hand.
#include "core/analysis/streamlining/streamlining.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"

#include <algorithm>

namespace {

using namespace wardmote;
using analysis::KeptMechanism;
using analysis::StreamlineBy;
using analysis::Streamlining;
using analysis::StreamliningOptions;
using tests::Engagement;
using Because = KeptMechanism::Because;

constexpr plan::Date today = tests::engagementDay;

/// So many meetings of an hour of one paid officer: hours a year and meetings a year are the same number.
void meets(Engagement& engagement, double aYear) {
    auto& mechanism = engagement.draft;
    mechanism.meetingsAYear = aYear;
    mechanism.lengthHours = 1;
    mechanism.attendanceOfficers = 1;
    mechanism.travelHours = 0;
    mechanism.readingHours = 0;
    mechanism.organisingHours = 0;
    mechanism.lastMet = today;
    engagement.again();
}

Streamlining answerTo(const Engagement& engagement, StreamliningOptions options = {}) {
    options.today = today;
    const auto answer = analysis::streamlined(engagement.plan, options);
    REQUIRE(answer);
    return *answer;
}

std::vector<plan::Id> keptBy(const Streamlining& answer) {
    std::vector<plan::Id> ids;
    for (const auto& kept : answer.keep) {
        ids.push_back(kept.mechanism);
    }
    std::ranges::sort(ids);
    return ids;
}

const KeptMechanism& kept(const Streamlining& answer, plan::Id id) {
    const auto at = std::ranges::find(answer.keep, id, &KeptMechanism::mechanism);
    REQUIRE(at != answer.keep.end());
    return *at;
}

/// 101 covers areas 1 and 2 for 12 hours, 102 area 1 for 6, 103 area 2 for 5, all of one theme and audience.
Engagement threeForums() {
    Engagement engagement;
    engagement.mechanism(101, "Wide forum", {1, 2}, {21}, {42});
    meets(engagement, 12);
    engagement.mechanism(102, "Forum of area 1", {1}, {21}, {42});
    meets(engagement, 6);
    engagement.mechanism(103, "Forum of area 2", {2}, {21}, {42});
    meets(engagement, 5);
    return engagement;
}

} // namespace

TEST_CASE("the cheapest mechanisms that cover the same are kept, and why") {
    const auto answer = answerTo(threeForums());
    CHECK(keptBy(answer) == std::vector<plan::Id>{102, 103}); // 6 + 5 hours against 12
    CHECK(answer.end == std::vector<plan::Id>{101});
    CHECK(answer.objective == 11);
    CHECK(answer.today == 23);
    CHECK(answer.bound == 11);
    CHECK(answer.optimal);
    CHECK(answer.cells == 2);
    REQUIRE(kept(answer, 102).cells.size() == 1);
    CHECK(kept(answer, 102).cells.front().area == 1);
    CHECK(kept(answer, 102).cells.front().theme == 21);
    CHECK(kept(answer, 102).cells.front().audience == 42);
    REQUIRE(answer.saving.staffHours.value);
    CHECK(*answer.saving.staffHours.value == 12);
    CHECK_FALSE(answer.saving.spending.value);
    CHECK(answer.saving.spendingUnknown == 1);
}

TEST_CASE("the runner-up is the next best set that differs") {
    const auto answer = answerTo(threeForums());
    REQUIRE(answer.runnerUp);
    CHECK(answer.runnerUp->objective == 12); // the wide forum alone
    CHECK(answer.runnerUp->keptInstead == std::vector<plan::Id>{101});
    CHECK(answer.runnerUp->endedInstead == std::vector<plan::Id>{102, 103});
    CHECK(answer.runnerUp->optimal);
}

TEST_CASE("where each is the only one, there is no runner-up") {
    Engagement engagement;
    engagement.mechanism(101, "One", {1}, {21}, {42});
    meets(engagement, 4);
    const auto answer = answerTo(engagement);
    CHECK(answer.end.empty());
    CHECK_FALSE(answer.runnerUp);
    CHECK(answer.noOther);
}

TEST_CASE("another objective gives another answer") {
    auto engagement = threeForums();
    for (const auto& [id, pence] : {std::pair<plan::Id, int>{101, 10'000}, {102, 20'000}, {103, 20'000}}) {
        auto mechanism = *engagement.plan.find<plan::Mechanism>(id);
        mechanism.spending = {{plan::SpendingKind::hire, plan::Money{pence}, {}}};
        engagement.plan.put(mechanism);
    }
    const auto answer = answerTo(engagement, {.objective = StreamlineBy::spending});
    CHECK(keptBy(answer) == std::vector<plan::Id>{101});
    CHECK(answer.objective == 100);
    CHECK(answerTo(engagement, {.objective = StreamlineBy::meetings}).objective == 11);
}

TEST_CASE("statutory and pinned ones stay, closed ones go") {
    auto engagement = threeForums();
    CHECK(keptBy(answerTo(engagement, {.keep = {101}})) == std::vector<plan::Id>{101});
    CHECK(kept(answerTo(engagement, {.keep = {101}}), 101).because == Because::pinned);
    CHECK(keptBy(answerTo(engagement, {.close = {103}})) == std::vector<plan::Id>{101});

    auto wide = *engagement.plan.find<plan::Mechanism>(101);
    wide.statutory = true;
    engagement.plan.put(wide);
    const auto answer = answerTo(engagement);
    CHECK(keptBy(answer) == std::vector<plan::Id>{101});
    CHECK(kept(answer, 101).because == Because::statutory);
    CHECK(keptBy(answerTo(engagement, {.keepStatutory = false})) == std::vector<plan::Id>{102, 103});
}

TEST_CASE("what only a closed one covers is said to be lost") {
    const auto answer = answerTo(threeForums(), {.close = {101, 103}});
    CHECK(keptBy(answer) == std::vector<plan::Id>{102});
    REQUIRE(answer.lost.size() == 1);
    CHECK(answer.lost.front().area == 2);
}

TEST_CASE("a scenario pins what it keeps and closes what it ends") {
    auto engagement = threeForums();
    engagement.plan.put(plan::Scenario{.id = 901, .name = "Fewer"});
    plan::ProposedChange change{.id = 902, .name = "Keep", .scenario = {901}, .mechanism = {101}};
    change.action = plan::WhatToDo::keep;
    engagement.plan.put(change);
    CHECK(keptBy(answerTo(engagement, {.scenario = 901})) == std::vector<plan::Id>{101});
    CHECK(keptBy(answerTo(engagement)) == std::vector<plan::Id>{102, 103});
    change.action = plan::WhatToDo::end;
    change.mechanism = {102};
    engagement.plan.put(change);
    CHECK(keptBy(answerTo(engagement, {.scenario = 901})) == std::vector<plan::Id>{101});
}

TEST_CASE("what is not recorded is set aside and stays") {
    auto engagement = threeForums();
    engagement.mechanism(104, "No cost known", {1}, {21}, {42});
    engagement.draft.lastMet = today;
    engagement.again();
    engagement.mechanism(105, "No place known", {}, {21}, {42});
    meets(engagement, 3);
    engagement.mechanism(106, "No theme known", {3}, {}, {42});
    meets(engagement, 3);
    const auto answer = answerTo(engagement);
    CHECK(kept(answer, 104).because == Because::costNotRecorded);
    CHECK(kept(answer, 105).because == Because::coverageNotRecorded);
    CHECK(kept(answer, 106).because == Because::coverageNotRecorded);
    // 104 stays and covers area 1 anyway, so only area 2 needs one more: the cheaper of 101 and 103.
    CHECK(keptBy(answer) == std::vector<plan::Id>{103, 104, 105, 106});
    CHECK(answer.objective == 5 + 3 + 3);
}

TEST_CASE("what has not met for a year keeps its cover in name only, if that is asked for") {
    auto engagement = threeForums();
    engagement.mechanism(104, "Long silent", {3}, {21}, {42});
    meets(engagement, 2);
    engagement.draft.lastMet = plan::Date{2012, 1, 1};
    engagement.again();
    CHECK(answerTo(engagement).end == std::vector<plan::Id>{104, 101});
    const auto answer = answerTo(engagement, {.nominalToo = true});
    REQUIRE(kept(answer, 104).cells.size() == 1);
    CHECK(kept(answer, 104).cells.front().nominal);
}

TEST_CASE("tier and level of participation make what is kept finer") {
    Engagement engagement;
    engagement.mechanism(101, "Consults", {1}, {21}, {42}).participation = plan::ParticipationLevel::consult;
    meets(engagement, 2);
    engagement.mechanism(102, "Informs", {1}, {21}, {42}).participation = plan::ParticipationLevel::inform;
    meets(engagement, 1);
    CHECK(keptBy(answerTo(engagement)) == std::vector<plan::Id>{102});
    CHECK(keptBy(answerTo(engagement, {.byParticipation = true})) == std::vector<plan::Id>{101, 102});
    CHECK(keptBy(answerTo(engagement, {.byTier = true})) == std::vector<plan::Id>{102});
}

TEST_CASE("only mechanisms of the areas asked about may end, and what others cover is covered") {
    const auto engagement = threeForums();
    const auto answer = answerTo(engagement, {.areas = {1}});
    // 103 is not asked about and stays; 101 covers a part of area 1 and may end.
    CHECK(keptBy(answer) == std::vector<plan::Id>{102});
    CHECK(answer.end == std::vector<plan::Id>{101});
    CHECK(answer.objective == 6);
}

TEST_CASE("no organisation is asked to more meetings a month than the limit") {
    Engagement engagement;
    // Cheapest is 101 with 102, but both ask body 61: (24 + 24) / 12 = 4 a month.
    engagement.mechanism(101, "One", {1}, {21}, {42}, {61});
    meets(engagement, 24);
    engagement.mechanism(102, "Two", {2}, {21}, {42}, {61});
    meets(engagement, 24);
    engagement.mechanism(103, "Other two", {2}, {21}, {42}, {62});
    meets(engagement, 30);
    CHECK(keptBy(answerTo(engagement)) == std::vector<plan::Id>{101, 102});
    const auto limited = answerTo(engagement, {.meetingsAMonth = 3});
    CHECK(keptBy(limited) == std::vector<plan::Id>{101, 103});
    CHECK_FALSE(limited.limitNotKept);
    const auto impossible = answerTo(engagement, {.meetingsAMonth = 1.5});
    CHECK(impossible.limitNotKept);
    CHECK(keptBy(impossible) == std::vector<plan::Id>{101, 102});
    REQUIRE(impossible.over.size() == 1);
    CHECK(impossible.over.front().organisation == 61);
    CHECK(impossible.over.front().meetingsAMonth == Approx(4));
    CHECK_FALSE(impossible.over.front().byFixed);
    const auto fixed = answerTo(engagement, {.keep = {101, 102}, .meetingsAMonth = 3});
    REQUIRE(fixed.over.size() == 1);
    CHECK(fixed.over.front().byFixed);
    CHECK_FALSE(fixed.limitNotKept);
}

TEST_CASE("a scenario is made of the answer, each change with its reason") {
    const auto engagement = threeForums();
    plan::IdSource ids(7);
    const auto changes =
        analysis::scenarioOf(engagement.plan, answerTo(engagement), "Fewer forums", "By hours", ids);
    const auto after = plan::applied(engagement.plan, changes);
    REQUIRE(after);
    REQUIRE(after->all<plan::Scenario>().size() == 1);
    CHECK(after->all<plan::Scenario>()[0].status == plan::ScenarioStatus::draft);
    REQUIRE(after->all<plan::ProposedChange>().size() == 3);
    for (const auto& change : after->all<plan::ProposedChange>()) {
        const bool ends = change.mechanism.id == 101;
        CHECK(change.action == (ends ? plan::WhatToDo::end : plan::WhatToDo::keep));
        CHECK(change.name ==
              (ends ? "End " : "Keep ") +
                  plan::nameOf(engagement.plan, plan::RecordKind::mechanism, change.mechanism.id));
        CHECK_FALSE(change.reason.empty());
    }
}

TEST_CASE("the example plan loses no cell, and each kept one is needed") {
    const auto plan = tests::examplePlan();
    for (const auto objective : {StreamlineBy::staffHours, StreamlineBy::spending, StreamlineBy::meetings}) {
        for (const bool nominal : {false, true}) {
            const auto answer =
                analysis::streamlined(plan, {.today = today, .objective = objective, .nominalToo = nominal});
            REQUIRE(answer);
            CHECK(answer->optimal);
            CHECK(answer->lost.empty());
            CHECK(answer->objective <= answer->today);
            for (const auto& one : answer->keep) {
                CHECK((one.because != Because::onlyCover || !one.cells.empty()));
            }
        }
    }
}
