#include "core/analysis/calendar.h"
#include "core/analysis/calendar_dates.h"
#include "tests/core/analysis/engagement.h"

#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Date;
using tests::Engagement;

namespace {

/// Areas 1 and 2 in the cluster 81, 3 and 4 in 82, of the arrangement in force.
void addClusters(Engagement& made) {
    plan::Arrangement arrangement;
    arrangement.id = 80;
    arrangement.name = "As now";
    made.plan.put(arrangement);
    for (const plan::Id id : {81, 82}) {
        plan::Cluster cluster;
        cluster.id = id;
        cluster.name = "Cluster " + std::to_string(id);
        cluster.arrangement = {80};
        for (const plan::Id area : {id == 81 ? 1 : 3, id == 81 ? 2 : 4}) {
            cluster.areas.push_back({{area}});
        }
        made.plan.put(cluster);
    }
    plan::Settings settings;
    settings.arrangementInForce = {80};
    made.settings(settings);
}

void meeting(Engagement& made, plan::Id id, std::initializer_list<plan::Id> mechanisms, Date date,
             std::optional<plan::MeetingStatus> status = {}) {
    plan::Meeting record;
    record.id = id;
    record.name = "Meeting " + std::to_string(id);
    record.date = date;
    record.status = status;
    for (const auto mechanism : mechanisms) {
        record.mechanisms.push_back({{mechanism}});
    }
    made.plan.put(record);
}

/// A mechanism that meets on the second Tuesday of each month at seven for two hours.
plan::Mechanism& secondTuesdays(Engagement& made, plan::Id id, Engagement::Ids areas,
                                Engagement::Ids attending = {}) {
    auto& mechanism = made.mechanism(id, "Mechanism " + std::to_string(id), areas, {21, 22}, {42}, attending);
    mechanism.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    mechanism.startTime = plan::Time{19 * 60};
    mechanism.lengthHours = 2;
    made.again();
    return mechanism;
}

std::vector<std::string> daysOf(const Calendar& calendar) {
    std::vector<std::string> days;
    for (const auto& occurrence : calendar.occurrences) {
        days.push_back(occurrence.date.iso());
    }
    return days;
}

} // namespace

TEST_CASE("A mechanism is expected on the days of its pattern, in the clusters of its areas") {
    Engagement made;
    addClusters(made);
    secondTuesdays(made, 101, {1, 3}, {61});
    const auto calendar = meetingsOf(made.plan, 2026);
    REQUIRE(calendar.occurrences.size() == 12);
    const auto& first = calendar.occurrences.front();
    CHECK(first.date == Date{2026, 1, 13});
    CHECK(first.from == OccurrenceFrom::expected);
    CHECK(first.clusters == std::vector<plan::Id>{81, 82});
    CHECK(first.organisations == std::vector<plan::Id>{61});
    CHECK(first.start == plan::Time{19 * 60});
    CHECK(calendar.occurrences.back().date == Date{2026, 12, 8});
}

TEST_CASE("A recorded meeting takes the place of the expected one near it, cancelled or not") {
    Engagement made;
    secondTuesdays(made, 101, {1});
    meeting(made, 201, {101}, {2026, 3, 12});
    meeting(made, 202, {101}, {2026, 4, 14}, plan::MeetingStatus::cancelled);
    const auto calendar = meetingsOf(made.plan, 2026);
    CHECK(calendar.occurrences.size() == 12);
    const auto& march = calendar.occurrences[2];
    CHECK(march.date == Date{2026, 3, 12});
    CHECK(march.meeting == 201);
    CHECK(march.start == plan::Time{19 * 60}); // the mechanism's, where the meeting says none
    CHECK(calendar.occurrences[3].cancelled);
}

TEST_CASE("A meeting of January can stand for one expected in December") {
    Engagement made;
    auto& mechanism = secondTuesdays(made, 101, {1});
    mechanism.pattern.rule = "FREQ=MONTHLY;BYMONTHDAY=30";
    made.again();
    meeting(made, 201, {101}, {2027, 1, 3});
    CHECK(daysOf(meetingsOf(made.plan, 2026)).back() == "2026-11-30");
}

TEST_CASE("One meeting that serves several mechanisms is one occurrence") {
    Engagement made;
    secondTuesdays(made, 101, {1});
    auto& other = secondTuesdays(made, 102, {2});
    other.sharedMeetings = {{{101}, 0.5}};
    made.again();
    meeting(made, 201, {101, 102}, {2026, 5, 12});
    const auto calendar = meetingsOf(made.plan, 2026);
    CHECK(calendar.occurrences.size() == 12);
    for (const auto& occurrence : calendar.occurrences) {
        CHECK(occurrence.mechanisms == std::vector<plan::Id>{101, 102});
    }
}

TEST_CASE(
    "The phase of a pattern is counted from its start, else from a recorded meeting, else from the last") {
    Engagement made;
    auto& mechanism = made.mechanism(101, "Six weekly", {1}, {21});
    mechanism.pattern.rule = "FREQ=WEEKLY;INTERVAL=6";
    made.again();
    CHECK(meetingsOf(made.plan, 2026).undated == std::vector<Undated>{{101, Undated::Why::dayNotSaid}});
    mechanism.lastMet = Date{2026, 9, 24};
    made.again();
    // Thursdays six weeks apart: 24 September less 36 weeks is 15 January.
    CHECK(daysOf(meetingsOf(made.plan, 2026)) ==
          std::vector<std::string>{"2026-01-15", "2026-02-26", "2026-04-09", "2026-05-21", "2026-07-02",
                                   "2026-08-13", "2026-09-24", "2026-11-05", "2026-12-17"});
    mechanism.patternStart = Date{2026, 1, 8};
    made.again();
    CHECK(daysOf(meetingsOf(made.plan, 2026)).front() == "2026-01-08");
}

TEST_CASE("A mechanism has dates only while it exists and is active") {
    Engagement made;
    auto& mechanism = secondTuesdays(made, 101, {1});
    mechanism.setUp = Date{2026, 3, 1};
    mechanism.ended = Date{2026, 5, 31};
    made.again();
    CHECK(daysOf(meetingsOf(made.plan, 2026)) ==
          std::vector<std::string>{"2026-03-10", "2026-04-14", "2026-05-12"});
    mechanism.status = plan::MechanismStatus::paused;
    made.again();
    CHECK(meetingsOf(made.plan, 2026).occurrences.empty());
}

TEST_CASE("A pattern that does not say which second month, and has no meeting to count from, is undated") {
    Engagement made;
    auto& mechanism = secondTuesdays(made, 101, {1});
    mechanism.pattern.rule = "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU";
    made.again();
    made.mechanism(102, "No pattern", {1}, {21});
    const auto calendar = meetingsOf(made.plan, 2026);
    CHECK(calendar.occurrences.empty());
    CHECK(calendar.undated == std::vector<Undated>{{101, Undated::Why::firstDayNotRecorded},
                                                   {102, Undated::Why::patternNotRecorded}});
}

TEST_CASE("Clashes name who is asked twice at one time") {
    Engagement made;
    addClusters(made);
    secondTuesdays(made, 101, {1}, {61, 62});
    auto& other = secondTuesdays(made, 102, {3}, {61, 63});
    const auto clashes = [&] { return clashesOf(meetingsOf(made.plan, 2026)); };
    const auto asked = [&] { return askedOfBoth(meetingsOf(made.plan, 2026), clashes().front()); };
    REQUIRE(clashes().size() == 12);
    CHECK(asked().organisations == std::vector<plan::Id>{61});
    CHECK(clashes().front().times == TimesMeet::overlap);
    CHECK_FALSE(clashes().front().clusters);
    CHECK(asked().clusters.empty());

    SECTION("times apart do not clash") {
        other.startTime = plan::Time{15 * 60};
        made.again();
        CHECK(clashes().empty());
    }
    SECTION("the same day is said where a time is not recorded") {
        other.startTime.reset();
        made.again();
        CHECK(clashes().front().times == TimesMeet::unknown);
    }
    SECTION("who comes by topic or gets papers can be elsewhere") {
        other.attending.front().how = plan::AttendsHow::byTopic;
        made.again();
        CHECK(clashes().empty());
    }
    SECTION("a role weighs more than a body, and comes first") {
        other.rolesAttending = {{{301}}};
        made.again();
        secondTuesdays(made, 103, {4}).rolesAttending = {{{301}}};
        made.again();
        CHECK(asked().roles == std::vector<plan::Id>{301});
    }
    SECTION("one venue") {
        other.attending.clear();
        other.venue = "Guildhall ";
        made.again();
        secondTuesdays(made, 103, {4}).venue = "guildhall";
        made.again();
        CHECK(std::ranges::count_if(clashes(), &Clash::venue) == 12);
    }
}

TEST_CASE(
    "Two meetings in one evening of one cluster clash at whatever hour, unless one is the whole plan's") {
    Engagement made;
    addClusters(made);
    auto& first = secondTuesdays(made, 101, {1});
    first.lengthHours = 1;
    first.startTime = plan::Time{17 * 60 + 30};
    made.again();
    auto& second = secondTuesdays(made, 102, {2});
    const auto calendar = meetingsOf(made.plan, 2026);
    const auto clashes = clashesOf(calendar);
    REQUIRE(clashes.size() == 12);
    CHECK(askedOfBoth(calendar, clashes.front()).clusters == std::vector<plan::Id>{81});
    CHECK(clashes.front().times == TimesMeet::apart);
    second.wholePlan = true;
    made.again();
    CHECK(clashesOf(meetingsOf(made.plan, 2026)).empty());
}

TEST_CASE("A cancelled meeting clashes with nothing and fills no month") {
    Engagement made;
    addClusters(made);
    secondTuesdays(made, 101, {1}, {61});
    secondTuesdays(made, 102, {3}, {61});
    meeting(made, 201, {101}, {2026, 8, 11}, plan::MeetingStatus::cancelled);
    const auto calendar = findCalendar(made.plan, 2026, {2026, 6, 1});
    REQUIRE(calendar);
    CHECK(calendar->clashes.size() == 11);
    CHECK(calendar->emptyMonths == std::vector<EmptyMonths>{{81, {8}}});
}

TEST_CASE("Mechanisms that overlap and meet in one week are found week by week") {
    Engagement made;
    secondTuesdays(made, 101, {1, 2});
    auto& other = secondTuesdays(made, 102, {1, 2});
    other.pattern.rule = "FREQ=MONTHLY;BYDAY=2TH"; // in the same week unless the month starts on Wednesday or
    made.again();                                  // Thursday
    const auto calendar = findCalendar(made.plan, 2026, {2026, 6, 1});
    REQUIRE(calendar);
    // 2026: January and October start on a Thursday, April and July on a Wednesday.
    CHECK(calendar->sameWeek.size() == 8);
    CHECK(calendar->sameWeek.front().mechanismA == 101);
    CHECK(calendar->occurrences[calendar->sameWeek.front().b].date == Date{2026, 2, 12});
}

TEST_CASE("A meeting on a bank holiday is found") {
    Engagement made;
    secondTuesdays(made, 101, {1}).pattern.rule = "FREQ=MONTHLY;BYDAY=1MO";
    made.again();
    const auto calendar = findCalendar(made.plan, 2026, {2026, 6, 1});
    REQUIRE(calendar);
    REQUIRE(calendar->onBankHolidays.size() == 2); // Easter Monday and the early May day
    CHECK(calendar->onBankHolidays[0].holiday.name == "Easter Monday");
    CHECK(calendar->onBankHolidays[1].holiday.date == Date{2026, 5, 4});
}

TEST_CASE("Each recorded day takes the nearest expected one, once") {
    const std::vector<Date> expected{{2026, 1, 10}, {2026, 1, 20}};
    const std::vector<Date> recorded{{2026, 1, 12}, {2026, 1, 13}, {2026, 3, 1}};
    const auto taken = placesTaken(expected, recorded, 8);
    CHECK(taken[0] == 0);
    CHECK(taken[1] == 1);
    CHECK_FALSE(taken[2]);
}

TEST_CASE("No recorded meeting is lost, each occurrence lies in its year, and days keep their pattern") {
    rc::check([] {
        Engagement made;
        const std::vector<std::string> rules{"FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;INTERVAL=6",
                                             "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "FREQ=YEARLY",
                                             "FREQ=MONTHLY;BYMONTHDAY=31"};
        for (plan::Id id = 101; id <= 104; ++id) {
            auto& mechanism = secondTuesdays(made, id, {1});
            mechanism.pattern.rule = *rc::gen::elementOf(rules);
            mechanism.patternStart = Date::fromDaysSinceEpoch(
                *rc::gen::inRange(Date{2020, 1, 1}.daysSinceEpoch(), Date{2030, 1, 1}.daysSinceEpoch()));
            made.again();
        }
        const int number = *rc::gen::inRange(0, 12);
        std::size_t inYear = 0;
        for (int i = 0; i < number; ++i) {
            const auto date = Date::fromDaysSinceEpoch(
                *rc::gen::inRange(Date{2025, 11, 1}.daysSinceEpoch(), Date{2027, 2, 1}.daysSinceEpoch()));
            inYear += date.year == 2026 ? 1 : 0;
            meeting(made, 201 + i, {*rc::gen::inRange<plan::Id>(101, 105)}, date);
        }
        const auto calendar = meetingsOf(made.plan, 2026);
        std::size_t recorded = 0;
        for (const auto& occurrence : calendar.occurrences) {
            RC_ASSERT(occurrence.date.year == 2026);
            RC_ASSERT(!occurrence.mechanisms.empty());
            recorded += occurrence.from == OccurrenceFrom::recorded ? 1 : 0;
        }
        RC_ASSERT(recorded == inYear);
        RC_ASSERT(std::ranges::is_sorted(calendar.occurrences, {}, &Occurrence::date));
        const auto moved = recurrence::anchorBefore(*recurrence::readRule("FREQ=WEEKLY;INTERVAL=6"),
                                                    {2026, 9, 24}, {2020, 1, 1});
        RC_ASSERT((Date{2026, 9, 24}.daysSinceEpoch() - moved.daysSinceEpoch()) % 42 == 0);
    });
}
