#include "core/analysis/cost.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

/// Six meetings a year of 2 hours with 1/2 hour of travel and 1/2 of reading; 3 paid from 61, 1 paid with
/// papers only from 62, 4 councillors from 63; 5 hours of organising by service 64; hire 300, catering 90.
plan::Mechanism worked(Engagement& engagement) {
    auto& made = engagement.mechanism(101, "Forum", {1}, {21});
    made.leadOrganisation = {65};
    made.service = {64};
    made.meetingsAYear = 6;
    made.lengthHours = 2;
    made.travelHours = 0.5;
    made.readingHours = 0.5;
    made.organisingHours = 5;
    made.attending = {{{61}, 3, true, plan::AttendsHow::always, {}, "Officer"},
                      {{62}, 1, true, plan::AttendsHow::papersOnly, {}, ""},
                      {{63}, 4, false, plan::AttendsHow::always, {}, ""}};
    made.spending = {{plan::SpendingKind::hire, plan::Money{30000}, {}},
                     {plan::SpendingKind::catering, plan::Money{9000}, {66}}};
    made.roomFree = true;
    made.roomValue = plan::Money{2500};
    engagement.again();
    return made;
}

const BearerCost* bearer(const MechanismCost& cost, plan::Id id) {
    const auto at = std::ranges::find(cost.bearers, id, &BearerCost::bearer);
    return at == cost.bearers.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("A mechanism's cost is worked out line by line") {
    Engagement engagement;
    worked(engagement);
    const auto cost = CostModel(engagement.plan, engagementDay).of(101);
    CHECK(cost.meetings.value == 6);
    CHECK(cost.meetings.from == MeetingsFrom::stated);
    CHECK(cost.spending.value == plan::Money{39000});
    // 6 x [3 x (2 + .5 + .5) + 1 x .5 + 5] = 6 x 14.5
    CHECK(*cost.staffHours.value == Approx(87));
    CHECK_FALSE(cost.staffHours.atLeast);
    CHECK_FALSE(cost.staffHours.assumed);
    CHECK(*cost.unpaidHours.value == Approx(6 * 4 * 3));
    CHECK(cost.roomValue.value == plan::Money{15000});
    CHECK_FALSE(cost.staffValue.value); // nobody set a rate
    CHECK(cost.assumptions.empty());
    CHECK(cost.missing.empty());

    REQUIRE(bearer(cost, 61));
    CHECK(*bearer(cost, 61)->staffHours == Approx(54));
    CHECK(*bearer(cost, 62)->staffHours == Approx(3));
    CHECK(*bearer(cost, 63)->unpaidHours == Approx(72));
    CHECK_FALSE(bearer(cost, 63)->staffHours);
    CHECK(*bearer(cost, 64)->staffHours == Approx(30)); // the service organises
    CHECK(bearer(cost, 65)->spending == plan::Money{30000});
    CHECK(bearer(cost, 66)->spending == plan::Money{9000});
    CHECK(bearer(cost, 0)->roomValue == plan::Money{15000});
    CHECK(cost.staffHours.records == std::vector<RecordRef>{{plan::RecordKind::organisation, 61},
                                                            {plan::RecordKind::organisation, 62},
                                                            {plan::RecordKind::organisation, 64},
                                                            {plan::RecordKind::mechanism, 101}});
}

TEST_CASE("Staff time has a value only at the plan's own rates or the fees rules'") {
    Engagement engagement;
    worked(engagement);
    plan::Settings settings;
    settings.gradeRates = {{"officer", plan::Money{3000}, true}};
    SECTION("grade rates price the hours that have a grade") {
        engagement.settings(settings);
        const auto cost = CostModel(engagement.plan, engagementDay).of(101);
        CHECK(cost.staffValue.value == plan::Money{54 * 3000});
        CHECK(cost.staffValue.atLeast);
        REQUIRE(cost.assumptions.size() == 1);
        CHECK(cost.assumptions[0].text == "officer: £30.00 an hour with on-costs, non-cashable.");
    }
    SECTION("the fees rules' rate prices the rest where the plan asks for it") {
        settings.useFeesRulesRate = true;
        engagement.settings(settings);
        const auto cost = CostModel(engagement.plan, engagementDay).of(101);
        CHECK(cost.staffValue.value == plan::Money{54 * 3000 + 33 * 2500});
        CHECK_FALSE(cost.staffValue.atLeast);
        CHECK(cost.assumptions.size() == 2);
    }
    CHECK(CostModel(engagement.plan, engagementDay).of(101).spending.value == plan::Money{39000});
}

TEST_CASE("What is not recorded is assumed only where the settings say so, and said") {
    Engagement engagement;
    auto made = worked(engagement);
    made.travelHours.reset();
    made.organisingHours.reset();
    engagement.plan.put(made);
    SECTION("without settings the sum is a least") {
        const auto cost = CostModel(engagement.plan, engagementDay).of(101);
        // 6 x [3 x 2.5 + .5]
        CHECK(*cost.staffHours.value == Approx(48));
        CHECK(cost.staffHours.atLeast);
        CHECK_FALSE(cost.staffHours.assumed);
        CHECK(cost.missing == std::vector{&plan::fieldFor<&plan::Mechanism::travelHours>(),
                                          &plan::fieldFor<&plan::Mechanism::organisingHours>()});
    }
    SECTION("with settings it is assumed, listed and still a blank") {
        plan::Settings settings;
        settings.assumedTravelHours = 1;
        settings.assumedOrganisingHours = 4;
        engagement.settings(settings);
        const auto cost = CostModel(engagement.plan, engagementDay).of(101);
        CHECK(*cost.staffHours.value == Approx(6 * (3 * 3.5 + 0.5 + 4)));
        CHECK(cost.staffHours.assumed);
        CHECK_FALSE(cost.staffHours.atLeast);
        CHECK(cost.assumptions.size() == 2);
        CHECK(cost.missing.size() == 2);
    }
}

TEST_CASE("Nothing recorded is not recorded, never zero") {
    Engagement engagement;
    engagement.mechanism(101, "Bare", {1}, {21});
    const auto bare = CostModel(engagement.plan, engagementDay).of(101);
    CHECK_FALSE(bare.meetings.value);
    CHECK_FALSE(bare.spending.value);
    CHECK_FALSE(bare.staffHours.value);
    CHECK_FALSE(bare.unpaidHours.value);
    CHECK_FALSE(bare.roomValue.value);
    CHECK(bare.bearers.empty());

    engagement.draft.meetingsAYear = 4; // still nobody knows who comes and for how long
    engagement.again();
    const auto known = CostModel(engagement.plan, engagementDay).of(101);
    CHECK_FALSE(known.staffHours.value);
    CHECK(known.staffHours.records.empty());
}

TEST_CASE("Usual numbers stand in for attendance that is not recorded by organisation") {
    Engagement engagement;
    auto& made = engagement.mechanism(101, "Forum", {1}, {21});
    made.meetingsAYear = 4;
    made.lengthHours = 2;
    made.travelHours = 0;
    made.readingHours = 0;
    made.organisingHours = 0;
    made.attendanceOfficers = 5;
    made.attendanceMembers = 3;
    engagement.again();
    const auto cost = CostModel(engagement.plan, engagementDay).of(101);
    CHECK(*cost.staffHours.value == Approx(40));
    CHECK(*cost.unpaidHours.value == Approx(24));
    CHECK(*bearer(cost, 0)->staffHours == Approx(40));
}

TEST_CASE("Meetings a year come from the rule, the number, then the meetings of twelve months") {
    Engagement engagement;
    auto& made = engagement.mechanism(101, "Forum", {1}, {21});
    plan::Id id = 201;
    for (const auto& date :
         {plan::Date{2013, 9, 1}, {2013, 9, 2}, {2014, 3, 1}, {2014, 9, 1}, {2014, 9, 2}}) {
        plan::Meeting meeting;
        meeting.id = id++;
        meeting.name = "Meeting";
        meeting.date = date;
        meeting.mechanisms = {{{101}}};
        engagement.plan.put(meeting);
    }
    const auto counted = CostModel(engagement.plan, engagementDay).meetingsAYear(101);
    CHECK(counted.value == 3);
    CHECK(counted.from == MeetingsFrom::counted);
    CHECK(counted.meetings == std::vector<plan::Id>{202, 203, 204});
    CHECK(CostModel(engagement.plan, engagementDay).lastMet(101) == engagementDay);

    made.meetingsAYear = 5;
    engagement.again();
    CHECK(CostModel(engagement.plan, engagementDay).meetingsAYear(101).value == 5);
    made.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    engagement.again();
    const auto byRule = CostModel(engagement.plan, engagementDay).meetingsAYear(101);
    CHECK(*byRule.value == Approx(12));
    CHECK(byRule.from == MeetingsFrom::pattern);
}

TEST_CASE("A shared meeting is split by the shares stated, on whichever side") {
    Engagement engagement;
    auto a = worked(engagement);
    auto b = a;
    b.id = 102;
    a.sharedMeetings = {{{102}, 0.25}};
    engagement.plan.put(a);
    engagement.plan.put(b);
    const CostModel costs(engagement.plan, engagementDay);
    CHECK(costs.of(101).share == Approx(0.75));
    CHECK(*costs.of(101).staffHours.value == Approx(87 * 0.75));
    CHECK(costs.of(101).spending.value == plan::Money{29250});
    CHECK(costs.of(102).share == Approx(0.25));
    CHECK_FALSE(costs.of(102).shareNotStated);

    a.sharedMeetings = {{{102}, {}}};
    engagement.plan.put(a);
    const CostModel unstated(engagement.plan, engagementDay);
    CHECK(unstated.of(101).share == 1);
    CHECK(unstated.of(101).shareNotStated);
    CHECK(unstated.of(102).shareNotStated);
}

TEST_CASE("Totals say how many are not recorded and keep bearers apart") {
    Engagement engagement;
    const auto a = worked(engagement);
    auto b = a;
    b.id = 102;
    b.spending.clear();
    engagement.plan.put(b);
    const CostModel costs(engagement.plan, engagementDay);
    const std::vector parts{costs.of(101), costs.of(102)};
    const auto totals = totalOf(parts);
    CHECK(totals.mechanisms == 2);
    CHECK(*totals.meetings == Approx(12));
    CHECK(totals.spending.value == plan::Money{39000});
    CHECK(totals.spending.atLeast);
    CHECK(totals.spendingUnknown == 1);
    CHECK(*totals.staffHours.value == Approx(174));
    CHECK(totals.staffHoursUnknown == 0);
    const auto at = std::ranges::find(totals.bearers, plan::Id{61}, &BearerCost::bearer);
    REQUIRE(at != totals.bearers.end());
    CHECK(*at->staffHours == Approx(108));
}

TEST_CASE("The body of a service is at the top of what it is part of") {
    Engagement engagement;
    engagement.organisation(80, "Council");
    engagement.organisation(81, "Directorate", 80);
    engagement.organisation(82, "Team", 81);
    engagement.organisation(90, "One", 91);
    engagement.organisation(91, "Other", 90);
    CHECK(bodyOf(engagement.plan, 82) == 80);
    CHECK(bodyOf(engagement.plan, 61) == 61);
    CHECK(bodyOf(engagement.plan, 90) == 90);
}
