#include "core/analysis/attendance_record.h"
#include "tests/core/analysis/engagement.h"

#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Date;
using tests::Engagement;

namespace {

constexpr Date day{2026, 6, 1};

void held(Engagement& made, plan::Id id, Date date, std::optional<int> visitors, std::optional<int> officers,
          std::optional<plan::MeetingStatus> status = {}) {
    plan::Meeting meeting;
    meeting.id = id;
    meeting.name = "Meeting";
    meeting.mechanisms = {{{101}}};
    meeting.date = date;
    meeting.attendancePublic = visitors;
    meeting.attendanceOfficers = officers;
    meeting.status = status;
    made.plan.put(meeting);
}

AttendanceRecord only(const Engagement& made) {
    const auto answer = findAttendance(made.plan, day);
    REQUIRE(answer.records.size() == 1);
    return answer.records.front();
}

} // namespace

TEST_CASE("Means are of what was counted, this year and the year before") {
    Engagement made;
    made.mechanism(101, "Forum", {1}, {21});
    held(made, 201, {2024, 9, 1}, 30, 4);
    held(made, 202, {2025, 9, 1}, 10, {});
    held(made, 203, {2026, 3, 1}, 0, 35);
    held(made, 204, {2026, 4, 1}, 99, 99, plan::MeetingStatus::cancelled);
    held(made, 205, {2026, 7, 1}, 99, 99); // not yet
    const auto record = only(made);
    CHECK(record.meetings == std::vector<plan::Id>{201, 202, 203});
    CHECK(record.lately.visitors == 5.0); // nobody is a number, blank is none
    CHECK(record.lately.officers == 35.0);
    CHECK_FALSE(record.lately.members);
    CHECK(record.before.visitors == 30.0);
    CHECK(record.moreOfficials());
}

TEST_CASE("A visit's spending and hours are two figures") {
    Engagement made;
    auto& mechanism = made.mechanism(101, "Forum", {1}, {21});
    mechanism.meetingsAYear = 4;
    mechanism.spending = {{plan::SpendingKind::hire, plan::Money{40'000}, {}}};
    mechanism.organisingHours = 10;
    mechanism.attendanceOfficers = 2;
    mechanism.lengthHours = 2;
    mechanism.travelHours = 0.5;
    mechanism.readingHours = 0.5;
    made.again();
    held(made, 201, {2026, 3, 1}, 10, 2);
    const auto record = only(made);
    CHECK(record.spendingEach.value == plan::Money{1000}); // £400 / (4 x 10)
    CHECK(record.hoursEach.value == Approx((10 * 4 + 2 * 3 * 4) / 40.0));
    CHECK_FALSE(record.publicIsUsual);
}

TEST_CASE("Usual figures stand only where nothing was counted, and say so") {
    Engagement made;
    auto& mechanism = made.mechanism(101, "Forum", {1}, {21});
    mechanism.attendancePublic = 20;
    mechanism.meetingsAYear = 2;
    mechanism.spending = {{plan::SpendingKind::hire, plan::Money{4'000}, {}}};
    made.again();
    const auto record = only(made);
    CHECK(record.best() == record.usual);
    CHECK(record.publicIsUsual);
    CHECK(record.spendingEach.value == plan::Money{100});
    CHECK_FALSE(record.moreOfficials());
}

TEST_CASE("Nobody came: there is no cost of a visit; nothing recorded: no record") {
    Engagement made;
    auto& mechanism = made.mechanism(101, "Forum", {1}, {21});
    mechanism.meetingsAYear = 4;
    mechanism.spending = {{plan::SpendingKind::hire, plan::Money{40'000}, {}}};
    made.again();
    CHECK(findAttendance(made.plan, day).notRecorded == std::vector<plan::Id>{101});
    held(made, 201, {2026, 3, 1}, 0, 2);
    CHECK_FALSE(only(made).spendingEach.value);
}
