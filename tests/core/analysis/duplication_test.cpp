#include "core/analysis/comparison_table.h"
#include "core/analysis/duplication.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

Duplication found(const Engagement& engagement, DuplicationOptions options = {}) {
    options.today = engagementDay;
    return *findDuplication(engagement.plan, options);
}

const Pair* pairOf(const Duplication& duplication, plan::Id a, plan::Id b) {
    const auto at =
        std::ranges::find_if(duplication.pairs, [&](const Pair& pair) { return pair.a == a && pair.b == b; });
    return at == duplication.pairs.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("A sub-group of one body is no other body written another way") {
    Engagement engagement;
    const auto lead = [&](const char* name, plan::Id id) {
        engagement.mechanism(id, name, {1, 2}, {21}, {}, {61}).leadOrganisation = {61};
        engagement.again();
    };
    lead("Bath City Forum", 101);
    lead("Bath City Forum transport sub group", 102);
    lead("Bath Transport Forum", 103);
    lead("Transport forum, Bath", 104);
    const auto answer = found(engagement);
    REQUIRE(pairOf(answer, 102, 103));
    CHECK(pairOf(answer, 102, 103)->kind == PairClass::possibleDuplicate);
    REQUIRE(pairOf(answer, 103, 104));
    CHECK(pairOf(answer, 103, 104)->kind == PairClass::recordedTwice);
}

TEST_CASE("A pair's components and score are as worked out by hand") {
    Engagement engagement({6000, 3000, 1000, 500});
    // Place: shared 3000 of 6000 + 3000 + 1000; purpose: 1 of 3; attendance: 2 of 4.
    engagement.mechanism(101, "Alpha", {1, 2}, {21, 22}, {42}, {61, 62, 63});
    engagement.mechanism(102, "Beta", {2, 3}, {22, 23}, {42, 43}, {62, 63, 64});
    const auto answer = found(engagement);
    REQUIRE(answer.pairs.size() == 1);
    const auto& pair = answer.pairs[0];
    CHECK(*pair.components.place == Approx(0.3));
    CHECK(*pair.components.purpose == Approx(1.0 / 3));
    CHECK(*pair.components.audience == Approx(0.5));
    CHECK(*pair.components.attendance == Approx(0.5));
    CHECK(*pair.containment == Approx(3000.0 / 4000));
    CHECK_FALSE(pair.placeByAreas);
    CHECK(*pair.score == Approx(0.35 * 0.3 + 0.30 / 3 + 0.15 * 0.5 + 0.20 * 0.5));
    CHECK(pair.confidence == Approx(1));
    CHECK(pair.smaller == 102);
    CHECK(pair.kind == PairClass::overlapping);
    CHECK(answer.compared == 1);
}

TEST_CASE("The score is the mean over what both record, and confidence its share of the weights") {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1, 2}, {21}, {42}, {});
    engagement.mechanism(102, "Beta", {1, 2}, {21}, {}, {61});
    const auto answer = found(engagement);
    REQUIRE(answer.pairs.size() == 1);
    CHECK(answer.pairs[0].confidence == Approx(0.65));
    CHECK(*answer.pairs[0].score == Approx(1));
    CHECK(answer.pairs[0].order() == Approx(0.65));
    CHECK_FALSE(answer.pairs[0].components.audience);
    CHECK_FALSE(answer.pairs[0].components.attendance);
}

TEST_CASE("Everyone overlaps every community and counts half") {
    const auto audience = [](Engagement::Ids a, Engagement::Ids b) {
        Engagement engagement;
        engagement.mechanism(101, "Alpha", {1}, {21}, a);
        engagement.mechanism(102, "Beta", {1}, {21}, b);
        return *found(engagement).pairs.at(0).components.audience;
    };
    CHECK(audience({41}, {41}) == Approx(0.5));
    CHECK(audience({41}, {42}) == Approx(0.5));
    CHECK(audience({41}, {42, 43}) == Approx(0.5));
    CHECK(audience({41, 42}, {42}) == Approx(1));
    CHECK(audience({41, 42}, {41, 43}) == Approx(0.5));
    CHECK(audience({41, 42}, {42, 43}) == Approx(0.75)); // 42 both, 43 named by one and reached by the other
    CHECK(audience({42}, {43}) == Approx(0));
}

TEST_CASE("Place is by number of areas, and says so, where residents are missing") {
    Engagement engagement({6000, -1, 1000});
    engagement.mechanism(101, "Alpha", {1, 2}, {21});
    engagement.mechanism(102, "Beta", {2, 3}, {21});
    engagement.mechanism(103, "Gamma", {1, 3}, {21});
    engagement.mechanism(104, "Delta", {1}, {21});
    const auto answer = found(engagement);
    REQUIRE(pairOf(answer, 101, 102));
    CHECK(pairOf(answer, 101, 102)->placeByAreas);
    CHECK(*pairOf(answer, 101, 102)->components.place == Approx(1.0 / 3));
    CHECK(*pairOf(answer, 101, 102)->containment == Approx(0.5));
    CHECK_FALSE(pairOf(answer, 103, 104)->placeByAreas);
    CHECK(*pairOf(answer, 103, 104)->components.place == Approx(6.0 / 7));
}

TEST_CASE("A mechanism of the whole plan covers every area") {
    Engagement engagement({100, 300});
    engagement.mechanism(101, "Alpha", {}, {21}).wholePlan = true;
    engagement.again();
    engagement.mechanism(102, "Beta", {2}, {21});
    engagement.mechanism(103, "Gamma", {}, {21}).wholePlan = true;
    engagement.again();
    const auto answer = found(engagement);
    CHECK(*pairOf(answer, 101, 102)->components.place == Approx(0.75));
    CHECK(*pairOf(answer, 101, 102)->containment == Approx(1));
    CHECK(*pairOf(answer, 101, 103)->components.place == Approx(1));
}

TEST_CASE("No score without place and another component recorded on both") {
    Engagement engagement;
    engagement.mechanism(101, "Tenants' forum", {}, {21, 22}, {42}, {61, 62});
    engagement.mechanism(102, "Tenants' forum", {}, {21, 22}, {42}, {61, 62});
    engagement.mechanism(103, "Placed", {1}, {}, {}, {});
    engagement.mechanism(104, "Placed too", {1}, {21}, {}, {});
    engagement.mechanism(105, "Elsewhere", {2}, {}, {}, {});
    const auto answer = found(engagement);
    CHECK(answer.pairs.empty());
    // Ten pairs, of which 103-105 and 104-105 are in different places: nothing more need be known of them.
    CHECK(answer.notEnoughInAll == 8);
    REQUIRE(answer.notEnough.size() == 8);
    const auto& first = answer.notEnough.front(); // the two that are alike in all that is recorded
    CHECK(first.a == 101);
    CHECK(first.b == 102);
    CHECK(first.missing == std::vector<Blank>{{101, &plan::fieldFor<&plan::Mechanism::areas>()},
                                              {102, &plan::fieldFor<&plan::Mechanism::areas>()}});
    const auto placed = std::ranges::find_if(answer.notEnough,
                                             [](const auto& pair) { return pair.a == 103 && pair.b == 104; });
    REQUIRE(placed != answer.notEnough.end());
    CHECK(placed->confidence == Approx(0.35));
    REQUIRE(placed->missing.size() == 5); // themes of 103, attendance and audience of both
    CHECK(placed->missing[0] == Blank{103, &plan::fieldFor<&plan::Mechanism::themes>()});
    REQUIRE(answer.gaps.size() == 5);
    CHECK(answer.gaps[0].pairs == 4);
}

TEST_CASE("Confidence must reach what the settings ask for") {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1}, {}, {42}, {});
    engagement.mechanism(102, "Beta", {1}, {}, {42}, {});
    CHECK(found(engagement).pairs.size() == 1); // .35 + .15 is exactly .5
    plan::Settings settings;
    settings.confidenceNeeded = 0.55;
    engagement.settings(settings);
    CHECK(found(engagement).pairs.empty());
    CHECK(found(engagement).notEnoughInAll == 1);
}

TEST_CASE("Two places apart score nothing, whatever else they share") {
    Engagement engagement;
    engagement.mechanism(101, "Town forum", {1}, {21}, {42}, {61, 62});
    engagement.mechanism(102, "Town forum", {2}, {21}, {42}, {61, 62});
    const auto answer = found(engagement);
    CHECK(answer.pairs.empty());
    CHECK(answer.notEnough.empty());
    CHECK(answer.compared == 1);
}

TEST_CASE("Each class is given where it fits first") {
    Engagement engagement({1000, 1000, 1000, 1000, 1000});
    const auto classOf = [&](plan::Id a, plan::Id b) {
        const auto answer = found(engagement);
        const auto* pair = pairOf(answer, a, b);
        return pair ? std::string(keyOf(pair->kind)) : std::string("none");
    };
    engagement.mechanism(101, "Keynsham safety panel", {1, 2}, {21, 22}, {42});
    SECTION("possible duplicate") {
        engagement.mechanism(102, "Police surgery", {1, 2}, {21, 22}, {42});
        CHECK(classOf(101, 102) == "possible_duplicate");
    }
    SECTION("recorded twice needs the same lead or pattern beside the name") {
        engagement.mechanism(102, "Keynsham Safety Panel", {1, 2}, {21, 22}, {42});
        CHECK(classOf(101, 102) == "possible_duplicate");
        auto b = engagement.draft;
        b.leadOrganisation = {61};
        engagement.plan.put(b);
        auto a = *engagement.plan.find<plan::Mechanism>(101);
        a.leadOrganisation = {61};
        engagement.plan.put(a);
        CHECK(classOf(101, 102) == "recorded_twice");
        a.leadOrganisation = {};
        a.pattern.rule = b.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
        engagement.plan.put(a);
        engagement.plan.put(b);
        CHECK(classOf(101, 102) == "recorded_twice");
    }
    SECTION("one that reports to the other, also through a third") {
        engagement.mechanism(102, "Middle", {3}, {23}).reportsTo = {101};
        engagement.again();
        engagement.mechanism(103, "Sub-group", {1, 2}, {21, 22}, {42}).reportsTo = {102};
        engagement.again();
        CHECK(classOf(101, 102) == "parent_and_sub_group");
        CHECK(classOf(101, 103) == "parent_and_sub_group");
    }
    SECTION("one that replaced the other, in part and through a third") {
        auto a = *engagement.plan.find<plan::Mechanism>(101);
        a.replacedBy = {{{102}, plan::Extent::inPart}};
        engagement.plan.put(a);
        engagement.mechanism(102, "Middle", {1}, {21}).replacedBy = {{{103}, plan::Extent::wholly}};
        engagement.again();
        engagement.mechanism(103, "Latest", {1, 2}, {21, 22}, {42});
        CHECK(classOf(101, 102) == "succeeded");
        CHECK(classOf(101, 103) == "succeeded");
        CHECK(pairOf(found(engagement), 101, 103)->inPart);
        CHECK_FALSE(pairOf(found(engagement), 102, 103)->inPart);
    }
    SECTION("nested: all of the smaller, little of the larger, purpose shared") {
        engagement.mechanism(102, "Wide", {1, 2, 3, 4, 5}, {21, 22}, {43});
        CHECK(classOf(101, 102) == "nested");
    }
    SECTION("overlapping") {
        engagement.mechanism(102, "Beside", {2, 3}, {21, 23}, {42});
        CHECK(classOf(101, 102) == "overlapping");
    }
    SECTION("complementary: the same place, another purpose") {
        engagement.mechanism(102, "Flood forum", {1, 2}, {25}, {43});
        CHECK(classOf(101, 102) == "complementary");
    }
    SECTION("no class fits a shared corner and nothing else") {
        engagement.mechanism(102, "Stranger", {2, 3, 4, 5}, {25}, {43});
        CHECK(classOf(101, 102) == "none");
    }
    SECTION("circles of reports and successions end") {
        auto a = *engagement.plan.find<plan::Mechanism>(101);
        a.reportsTo = {102};
        a.replacedBy = {{{102}, {}}};
        engagement.plan.put(a);
        engagement.mechanism(102, "Circle", {1}, {21}).reportsTo = {101};
        engagement.draft.replacedBy = {{{101}, {}}};
        engagement.again();
        CHECK(classOf(101, 102) == "parent_and_sub_group");
    }
}

TEST_CASE("Only what is active and exists at the same time can duplicate") {
    Engagement engagement;
    engagement.mechanism(101, "Old panel", {1, 2}, {21}, {42});
    const auto old = engagement.draft;
    engagement.mechanism(102, "New panel", {1, 2}, {21}, {42});
    const auto now = engagement.draft;
    const auto classOf = [&](const plan::Mechanism& a, const plan::Mechanism& b) {
        engagement.plan.put(a);
        engagement.plan.put(b);
        const auto answer = found(engagement);
        const auto* pair = pairOf(answer, 101, 102);
        return pair ? std::string(keyOf(pair->kind)) : std::string("none");
    };
    CHECK(classOf(old, now) == "possible_duplicate");
    auto a = old;
    auto b = now;
    SECTION("proposed and paused ones are not compared") {
        a.status = plan::MechanismStatus::proposed;
        CHECK(classOf(a, b) == "none");
        a.status = plan::MechanismStatus::paused;
        CHECK(classOf(a, b) == "none");
    }
    SECTION("status not recorded counts as active") {
        a.status.reset();
        CHECK(classOf(a, b) == "possible_duplicate");
    }
    SECTION("one that ended before the other was set up was succeeded if their names are alike") {
        a.status = plan::MechanismStatus::ended;
        a.ended = plan::Date{2011, 3, 31};
        b.setUp = plan::Date{2012, 1, 1};
        CHECK(classOf(a, b) == "none"); // neither replaced the other, as far as anybody knows
        a.name = "Keynsham Town Forum";
        b.name = "Keynsham Area Forum"; // (16 + 2.5) of (16 + 4.5) letters that weigh: .90
        CHECK(classOf(a, b) == "succeeded");
        CHECK(found(engagement).pairs[0].byName);
        b.setUp = plan::Date{2010, 1, 1}; // they ran side by side; one is over: nothing to decide
        CHECK(classOf(a, b) == "none");
        b.setUp = plan::Date{2012, 1, 1};
        auto elsewhere = b.areas;
        b.areas = {{{3}}, {{4}}, {{1}}}; // one of four areas shared: alike names of two places
        CHECK(classOf(a, b) == "none");
        b.areas = elsewhere;
        a.replacedBy = {{{102}, plan::Extent::wholly}};
        CHECK(classOf(a, b) == "succeeded");
        CHECK_FALSE(found(engagement).pairs[0].byName);
    }
    SECTION("an end to come is no end yet") {
        a.ended = plan::Date{2030, 1, 1};
        CHECK(classOf(a, b) == "possible_duplicate");
    }
    SECTION("a long silence between all that is known of each parts them") {
        a.status.reset();
        b.status.reset();
        a.lastMet = plan::Date{2010, 10, 5};
        b.lastMet = plan::Date{2013, 10, 5};
        CHECK(classOf(a, b) == "none");
        CHECK(found(engagement).compared == 0);
        b.lastMet = plan::Date{2011, 10, 5};
        CHECK(classOf(a, b) == "possible_duplicate");
        a.status = plan::MechanismStatus::active; // somebody says it is alive
        b.lastMet = plan::Date{2013, 10, 5};
        CHECK(classOf(a, b) == "possible_duplicate");
    }
    SECTION("a name that differs by a year alone is a later self") {
        a.name = "Bathavon Area Forum";
        b.name = "Bathavon Area Forum (2022)";
        CHECK(classOf(a, b) == "succeeded");
    }
    SECTION("a name made of the other's and words for a sub-group is one, though nobody recorded it") {
        a.name = "Bath City Forum";
        for (const auto* name :
             {"Bath City Forum Transport Sub Group", "Bath City Forum: funding working group"}) {
            b.name = name;
            CHECK(classOf(a, b) == "parent_and_sub_group");
            CHECK(found(engagement).pairs[0].byName);
        }
        b.name = "Bath City Forum Group";
        CHECK(classOf(a, b) == "possible_duplicate");
        b.name = "Bath Transport Sub Group";
        CHECK(classOf(a, b) == "possible_duplicate");
    }
    SECTION("one led by a body that has the other's name is a part of it") {
        engagement.organisation(90, "Bath City Forum");
        a.name = "Bath City Forum";
        b.name = "Bath City Conference";
        b.leadOrganisation = {90};
        CHECK(classOf(a, b) == "parent_and_sub_group");
        b.name = "Bath city forum"; // one thing twice, not a part of itself
        a.leadOrganisation = {90};
        CHECK(classOf(a, b) == "recorded_twice");
    }
    SECTION("the same people in the same place about other things are no duplicate") {
        a.themes = {{{21}}};
        b.themes = {{{22}}};
        for (auto* one : {&a, &b}) {
            one->attending = {{{61}, {}, {}, {}, {}, {}}, {{62}, {}, {}, {}, {}, {}}};
        }
        CHECK(classOf(a, b) == "complementary"); // .35 + .15 + .20 = .70 of 1
        CHECK(*found(engagement).pairs[0].score == Approx(0.70));
        b.themes = {{{21}}, {{22}}};
        CHECK(classOf(a, b) == "possible_duplicate");
    }
}

TEST_CASE("Organisations with general names, those everywhere, and the council itself do not match") {
    Engagement engagement;
    engagement.organisation(80, "Residents");
    engagement.organisation(81, "The Council");
    engagement.organisation(82, "Transport", 81);
    engagement.organisation(83, "Housing", 81);
    plan::Settings settings;
    settings.ownCouncil = {81};
    engagement.settings(settings);
    engagement.mechanism(101, "Alpha", {1}, {21}, {}, {80, 81, 61, 62}).service = {82};
    engagement.again();
    engagement.mechanism(102, "Beta", {1}, {21}, {}, {80, 81, 61, 63}).service = {83};
    engagement.again();
    engagement.mechanism(103, "Gamma", {1}, {21}, {}, {81, 61, 62, 82});
    const auto answer = found(engagement);
    // With three mechanisms none is "over half of all"; the council counts as 82 in 101 and as 83 in 102.
    CHECK(*pairOf(answer, 101, 102)->components.attendance == Approx(1.0 / 5));
    CHECK(*pairOf(answer, 101, 103)->components.attendance == Approx(1)); // 61, 62, 82 on both

    engagement.mechanism(104, "Delta", {2}, {22}, {}, {64});
    const auto four = found(engagement); // 61 now sits on three of four
    CHECK(four.attendOverHalf == std::vector<plan::Id>{61});
    CHECK(*pairOf(four, 101, 102)->components.attendance == Approx(0));
    CHECK(*pairOf(four, 101, 103)->components.attendance == Approx(1));
}

TEST_CASE("A family is a group in which every pair overlaps, not a chain") {
    Engagement engagement({1000, 1000, 1000, 1000, 1000, 1000, 1000});
    // Three that are alike, and a chain of which the ends share no place.
    engagement.mechanism(101, "A", {1}, {21}, {42});
    engagement.mechanism(102, "B", {1}, {21}, {42});
    engagement.mechanism(103, "C", {1}, {21}, {42});
    engagement.mechanism(104, "D", {2, 3}, {21}, {42});
    engagement.mechanism(105, "E", {2, 3, 4, 5}, {21}, {42});
    engagement.mechanism(106, "F", {4, 5}, {21}, {42});
    const auto answer = found(engagement);
    REQUIRE(answer.families.size() == 1);
    CHECK(answer.families[0].mechanisms == std::vector<plan::Id>{101, 102, 103});
    CHECK(answer.families[0].weakest == Approx(0.8));
    CHECK(pairOf(answer, 104, 105)->kind == PairClass::possibleDuplicate);
    CHECK(pairOf(answer, 105, 106)->kind == PairClass::possibleDuplicate);
}

TEST_CASE("Only the mechanisms of some areas are compared where asked, with another threshold") {
    Engagement engagement;
    engagement.mechanism(101, "A", {1, 2}, {21, 22});
    engagement.mechanism(102, "B", {1, 2}, {21, 23});
    engagement.mechanism(103, "C", {3}, {21});
    engagement.mechanism(104, "D", {3}, {21});
    DuplicationOptions options;
    options.areas = {2};
    const auto some = found(engagement, options);
    REQUIRE(some.pairs.size() == 1);
    CHECK(some.pairs[0].kind == PairClass::possibleDuplicate);
    options.threshold = 0.9;
    CHECK(found(engagement, options).pairs[0].kind == PairClass::overlapping);
}

TEST_CASE("What is listed may be limited, what is counted is not; threads change nothing") {
    Engagement engagement;
    for (plan::Id id = 101; id < 801; ++id) {
        const auto step = id % 7;
        engagement.mechanism(id, "Panel " + std::to_string(id), {1 + step % 4}, {21 + id % 3},
                             {42 + step % 2}, {61 + id % 5, 62 + id % 5});
        if (id % 11 == 0) {
            engagement.draft.areas.clear();
            engagement.again();
        }
    }
    DuplicationOptions one;
    one.threads = 1;
    DuplicationOptions three;
    three.threads = 3;
    const auto whole = found(engagement, one);
    const auto threaded = found(engagement, three);
    CHECK(whole.pairs == threaded.pairs);
    CHECK(whole.counts == threaded.counts);
    CHECK(whole.compared == 700u * 699 / 2);
    CHECK(whole.compared == threaded.compared);
    CHECK(whole.notEnoughInAll == threaded.notEnoughInAll);
    three.keepPairs = 50;
    three.keepUnscored = 5;
    const auto few = found(engagement, three);
    CHECK(few.counts == whole.counts);
    REQUIRE(few.pairs.size() == 50);
    CHECK(std::equal(few.pairs.begin(), few.pairs.end(), whole.pairs.begin()));
    CHECK(few.notEnough.size() == 5);
    CHECK(few.notEnoughInAll == whole.notEnoughInAll);
    CHECK(std::ranges::is_sorted(whole.pairs, std::greater{}, &Pair::order));
}

TEST_CASE("A comparison that is told to stop says so") {
    Engagement engagement;
    engagement.mechanism(101, "A", {1}, {21});
    std::stop_source stop;
    stop.request_stop();
    DuplicationOptions options;
    options.today = engagementDay;
    const auto answer = findDuplication(engagement.plan, options, Progress{{}, stop.get_token()});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().message == "Stopped");
}
