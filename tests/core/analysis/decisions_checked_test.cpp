#include "core/analysis/decisions_checked.h"

#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

PairExplainer explainerOf(const plan::Plan& plan) {
    return {std::make_shared<plan::Plan>(plan), engagementDay};
}

/// Two mechanisms in areas 1 and 2 with one theme, and a review that says to merge them.
Engagement decided(plan::WhatToDo decision) {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1, 2}, {21}, {}, {61});
    engagement.mechanism(102, "Beta", {1, 2}, {21}, {}, {61});
    plan::Review review;
    review.id = 501;
    review.name = "Alpha and Beta";
    review.mechanisms = {{{101}}, {{102}}};
    review.decision = decision;
    review.status = plan::ReviewStatus::agreed;
    review.factsWhenDecided = factsOfReview(explainerOf(engagement.plan), engagement.plan, review);
    engagement.plan.put(review);
    return engagement;
}

std::vector<std::string> because(const Engagement& engagement) {
    return outdatedBecause(engagement.plan, explainerOf(engagement.plan), engagementDay,
                           *engagement.plan.find<plan::Review>(501));
}

} // namespace

TEST_CASE("A decision fits as long as its facts stand") {
    const auto engagement = decided(plan::WhatToDo::mergeInto);
    CHECK(because(engagement).empty());
    CHECK(outdatedDecisions(engagement.plan, explainerOf(engagement.plan), engagementDay).empty());
}

TEST_CASE("It is said in words why a decision no longer fits") {
    auto engagement = decided(plan::WhatToDo::mergeInto);
    engagement.mechanism(102, "Beta", {3, 4}, {21}, {}, {61});
    const auto words = because(engagement);
    REQUIRE(words.size() == 3);
    CHECK(words[0] == "When decided both covered Area 1 and Area 2; now they share no area.");
    CHECK(words[1] == "When decided the comparison said possible duplicate; now it says overlapping.");
    CHECK(words[2] == "Their score was 1.00 when decided; now it is 0.00.");
    const auto all = outdatedDecisions(engagement.plan, explainerOf(engagement.plan), engagementDay);
    REQUIRE(all.size() == 1);
    CHECK(all.front().review == 501);
}

TEST_CASE("Hours that changed by a quarter are said, smaller changes are not") {
    DecisionFacts then{.a = 101, .b = 102, .hoursA = 40, .hoursB = 10};
    auto now = then;
    const Engagement engagement;
    now.hoursA = 48;
    now.hoursB = std::nullopt; // not recorded is no change of the hours
    CHECK(changedSince(engagement.plan, then, now).empty());
    now.hoursA = 50;
    REQUIRE(changedSince(engagement.plan, then, now).size() == 1);
    CHECK(changedSince(engagement.plan, then, now).front().find("took 40 paid hours a year; now 50") !=
          std::string::npos);
}

TEST_CASE("What was to be kept and has ended is flagged, what was to end is done") {
    for (const auto decision : {plan::WhatToDo::keep, plan::WhatToDo::end}) {
        auto engagement = decided(decision);
        auto beta = *engagement.plan.find<plan::Mechanism>(102);
        beta.status = plan::MechanismStatus::ended;
        engagement.plan.put(beta);
        const auto words = because(engagement);
        CHECK(words.empty() == (decision == plan::WhatToDo::end));
        if (!words.empty()) {
            CHECK(words.front() == "Beta has ended since.");
        }
    }
}

TEST_CASE("An open or rejected review is no decision") {
    auto engagement = decided(plan::WhatToDo::keep);
    auto review = *engagement.plan.find<plan::Review>(501);
    engagement.mechanism(102, "Beta", {3}, {21});
    CHECK_FALSE(because(engagement).empty());
    for (const auto status : {plan::ReviewStatus::open, plan::ReviewStatus::rejected}) {
        review.status = status;
        engagement.plan.put(review);
        CHECK(because(engagement).empty());
    }
}

TEST_CASE("Facts written are read back") {
    tests::holds("to four digits of a score and two of hours", [] {
        DecisionFacts facts;
        facts.a = *rc::gen::inRange<plan::Id>(1, plan::idLimit);
        facts.b = *rc::gen::inRange<plan::Id>(1, plan::idLimit);
        facts.kind = static_cast<PairClass>(*rc::gen::inRange(0, static_cast<int>(pairClassCount)));
        const auto share = [] {
            return *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(0, 10'001) / 10'000.0)
                                               : std::nullopt;
        };
        facts.components = {share(), share(), share(), share()};
        facts.score = share();
        facts.hoursA =
            *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(0, 90'000) / 100.0) : std::nullopt;
        facts.areas = *rc::gen::container<std::vector<plan::Id>>(rc::gen::inRange<plan::Id>(1, 999));
        const auto read = readFacts(writtenFacts({facts, facts}));
        RC_ASSERT(read.size() == 2);
        RC_ASSERT(read.front() == facts);
    });
    CHECK(readFacts("").empty());
    CHECK(readFacts("pair=1 class=nested\nclass=overlapping\npair=1,2 class=unheard\nwords").empty());
    CHECK(readFacts("pair=1,2 later=thing class=nested score=nonsense").size() == 1);
}
