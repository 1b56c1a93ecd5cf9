#include "core/analysis/calibration.h"

#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

#include <numeric>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

JudgedPair judged(bool duplicate, double place, double purpose, std::optional<double> audience = {},
                  std::optional<double> attendance = {}) {
    return {1, 2, 3, duplicate, {place, purpose, audience, attendance}};
}

} // namespace

TEST_CASE("Weights that agree with more findings, by hand") {
    const plan::Settings settings; // .35 .30 .15 .20, threshold .60
    // Same place, other purpose: .35/.65 = .54 without audience, so the plan calls none of these duplicates.
    // People did, where the purpose was half the same: (.35 + .15) / .65 = .77 is one already; (.35 + .06) /
    // .65 = .63 is one too; at purpose .1 the score is (.35 + .03) / .65 = .585: not one.
    std::vector<JudgedPair> all{judged(true, 1, .5), judged(true, 1, .2), judged(true, 1, .1),
                                judged(false, .5, .6), judged(false, .55, .6)};
    // The last two: (.35 x .5 + .30 x .6) / .65 = .546: not one; (.1925 + .18) / .65 = .573: not one.
    const auto now = fitOf(all, {.35, .30, .15, .20}, .60, settings);
    CHECK(now.agrees == 4);
    CHECK(now.odd == std::vector<std::size_t>{2});
    const auto better = betterFit(all, settings);
    REQUIRE(better);
    CHECK(better->agrees == 5);
    CHECK(better->odd.empty());
    // Place must weigh at least 5/9 of place and purpose ((p + .1 q) / (p + q) >= .6): .40 and .30 is
    // nearest.
    CHECK(better->weights[0] / (better->weights[0] + better->weights[1]) >= 5.0 / 9 - 1e-9);
    const Weights nearest{.40, .30, .15,
                          .15}; // of four sets that are as near the one with most on place, purpose
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        CHECK(better->weights[i] == Approx(nearest[i]));
    }
    // No threshold alone parts .585 from .573 in twentieths; with another one the weights would move further.
    CHECK(better->threshold == .60);
    CHECK(better->weights == betterFit(all, settings)->weights); // repeatable
}

TEST_CASE("A threshold that agrees with more findings, by hand") {
    const plan::Settings settings; // .35 .30 .15 .20, threshold .60
    // Scores with the plan's weights, audience and attendance not recorded:
    //   (.35 x .7 + .30 x .5) / .65 = .608   found a duplicate
    //   (.35 x .6 + .30 x .5) / .65 = .554   found a duplicate: below .60, so the plan misses it
    //   (.35 x .6 + .30 x .6) / .65 = .600   found a duplicate
    //   (.35 x .5 + .30 x .5) / .65 = .500   found to be none
    //   (.35 x .9 + .30 x .0) / .65 = .485   found to be none; no purpose is shared, whatever the score
    //   (.35 x .4 + .30 x .9) / .65 = .631   found to be none; less place than the .50 needed
    Calibration answer;
    answer.judged = {judged(true, .7, .5),  judged(true, .6, .5), judged(true, .6, .6),
                     judged(false, .5, .5), judged(false, .9, 0), judged(false, .4, .9)};
    answer.now = fitOf(answer.judged, {.35, .30, .15, .20}, .60, settings);
    CHECK(answer.now.agrees == 5);
    CHECK(answer.now.odd == std::vector<std::size_t>{1});
    answer.better = betterFit(answer.judged, settings);
    REQUIRE(answer.better);
    CHECK(answer.better->agrees == 6);
    CHECK(answer.better->threshold == Approx(.55));
    CHECK(differencesInWords(answer.now.weights, answer.better->weights).empty()); // the threshold alone
    CHECK(thresholdInWords(answer, settings) ==
          std::vector<std::string>{
              "A possible duplicate begins at 0.55 in place of 0.60: of the 1 pair that "
              "scores between the two with these weights, 1 was found to be a duplicate."});
    // Where people find fewer duplicates than the plan, the threshold rises past those found to be none.
    const std::vector<JudgedPair> fewer{judged(false, .7, .5), judged(false, .6, .6), judged(true, .9, .8),
                                        judged(true, 1, .6)}; // .608 .600 .854 .815
    const auto higher = betterFit(fewer, settings);
    REQUIRE(higher);
    CHECK(higher->agrees == 4);
    CHECK(higher->threshold == Approx(.65));
    CHECK(higher->weights == Weights{.35, .30, .15, .20});
}

TEST_CASE("Nothing is suggested where the plan's own weights agree with all") {
    const std::vector<JudgedPair> all{judged(true, 1, 1), judged(false, .5, .1)};
    CHECK_FALSE(betterFit(all, {}));
}

TEST_CASE("A suggestion never agrees with fewer findings, and its weights add up to 1") {
    tests::holds("better is more, odd ones are the rest", [] {
        std::vector<JudgedPair> all;
        const auto share = [] { return *rc::gen::inRange(0, 11) / 10.0; };
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
            all.push_back(judged(*rc::gen::arbitrary<bool>(), share(), share(), share(), share()));
        }
        const plan::Settings settings;
        const auto now = fitOf(all, {.35, .30, .15, .20}, .60, settings);
        RC_ASSERT(now.agrees + now.odd.size() == all.size());
        if (const auto better = betterFit(all, settings)) {
            RC_ASSERT(better->agrees > now.agrees);
            RC_ASSERT(better->agrees + better->odd.size() == all.size());
            const auto sum = std::accumulate(better->weights.begin(), better->weights.end(), 0.0);
            RC_ASSERT(std::abs(sum - 1) < 1e-9);
            RC_ASSERT(fitOf(all, better->weights, better->threshold, settings) == *better);
        }
    });
}

TEST_CASE("Under twenty findings it is said how many are missing") {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1, 2}, {21});
    engagement.mechanism(102, "Beta", {1, 2}, {21});
    engagement.mechanism(103, "Gamma", {1}, {});
    const auto review = [&](plan::Id id, std::vector<plan::Id> mechanisms, plan::Finding finding) {
        plan::Review made;
        made.id = id;
        for (const auto mechanism : mechanisms) {
            made.mechanisms.push_back({{mechanism}});
        }
        made.finding = finding;
        engagement.plan.put(made);
    };
    review(501, {101, 102}, plan::Finding::overlapping);
    review(502, {102, 101}, plan::Finding::duplicate); // the later of two counts
    review(503, {101, 103}, plan::Finding::nested);    // no purpose recorded: nothing to weigh
    const PairExplainer explainer(std::make_shared<plan::Plan>(engagement.plan), engagementDay);
    const auto answer = calibrated(engagement.plan, explainer);
    REQUIRE(answer.judged.size() == 1);
    CHECK(answer.judged.front().review == 502);
    CHECK(answer.judged.front().duplicate);
    CHECK(answer.leftOut == 1);
    CHECK(answer.missing == 19);
    CHECK_FALSE(answer.better);
    CHECK(answer.now.agrees == 1);
}

TEST_CASE("What differs between weights is said in shares") {
    CHECK(differencesInWords({.35, .30, .15, .20}, {.45, .30, .05, .20}) ==
          std::vector<std::string>{"Place counts more: 45% in place of 35%.",
                                   "Audience counts less: 5% in place of 15%."});
}
