#include "core/exchange/writing/calendar_writer.h"
#include "core/exchange/writing/export_records.h"
#include "tests/core/exchange/matching/tables.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

plan::Plan planWithForum() {
    auto plan = emptyPlan();
    plan::Mechanism forum;
    forum.id = 101;
    forum.name = "Keynsham Area Forum";
    forum.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    forum.startTime = plan::Time{19 * 60};
    forum.lengthHours = 2;
    plan.put(forum);
    return plan;
}

std::vector<exchange::Table> calendarOf(const Rows& rows) {
    Rows all{{"name", "date", "start_time", "status", "calendar_uid", "series"}};
    all.insert(all.end(), rows.begin(), rows.end());
    return {tableOf(all, "meetings")};
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("A series finds its mechanism by UID, and a second import changes nothing") {
    auto plan = planWithForum();
    auto forum = *plan.find<plan::Mechanism>(101);
    forum.calendarUid = "series@council";
    plan.put(forum);
    const auto tables =
        calendarOf({{"Renamed", "2026-01-13", "19:00", "", "series@council/1", "series@council"},
                    {"Renamed", "2026-02-10", "19:00", "cancelled", "series@council/2", "series@council"}});
    const auto first = proposed(tables, plan, "diary.ics", RecordKind::meeting);
    CHECK(first.counts.added == 2);
    const auto changed = after(plan, first);
    for (const auto& meeting : changed.all<plan::Meeting>()) {
        REQUIRE(meeting.mechanisms.size() == 1);
        CHECK(meeting.mechanisms[0].mechanism.id == 101);
    }
    CHECK(named<plan::Meeting>(changed, "Renamed"));
    // Under another file name too: UIDs say what a meeting is.
    const auto second = proposed(tables, changed, "diary (1).ics", RecordKind::meeting);
    CHECK(second.counts.added == 0);
    CHECK(second.counts.updated == 0);
}

TEST_CASE("A series is matched by name, and its UID is learnt") {
    const auto plan = planWithForum();
    const auto proposal =
        proposed(calendarOf({{"Keynsham Area Forum", "2026-01-13", "19:00", "", "s/1", "s"}}), plan,
                 "diary.ics", RecordKind::meeting);
    CHECK(proposal.questions.empty());
    CHECK(after(plan, proposal).find<plan::Mechanism>(101)->calendarUid == "s");
}

TEST_CASE("A name that reads alike is asked about, and without an answer nothing is claimed") {
    const auto plan = planWithForum();
    const auto tables = calendarOf({{"Keynsham Forum (area)", "2026-01-13", "19:00", "", "s/1", "s"}});
    const auto open = proposed(tables, plan, "diary.ics", RecordKind::meeting);
    REQUIRE(open.questions.size() == 1);
    CHECK(open.questions[0].candidates.front().id == 101);
    CHECK(after(plan, open).all<plan::Meeting>()[0].mechanisms.empty());
    const exchange::Answers answers{{open.questions[0].key, {exchange::AnswerKind::these, {101}, {}}}};
    const auto answered = after(plan, proposed(tables, plan, "diary.ics", RecordKind::meeting, answers));
    CHECK(answered.all<plan::Meeting>()[0].mechanisms.size() == 1);
    CHECK(answered.find<plan::Mechanism>(101)->calendarUid == "s");
}

TEST_CASE("Two meetings of one name and day with UIDs of their own are two") {
    const auto plan = planWithForum();
    const auto proposal = proposed(calendarOf({{"Full Council", "2026-04-08", "18:00", "", "a", ""},
                                               {"Full Council", "2026-04-08", "19:00", "", "b", ""}}),
                                   plan, "diary.ics", RecordKind::meeting);
    CHECK(proposal.counts.added == 2);
    // One that moved to another day is the same meeting.
    const auto changed = after(plan, proposal);
    const auto moved = proposed(calendarOf({{"Full Council", "2026-04-15", "18:00", "", "a", ""}}), changed,
                                "diary.ics", RecordKind::meeting);
    CHECK(moved.counts.updated == 1);
    CHECK(moved.counts.added == 0);
}

TEST_CASE("Meetings and series written as iCalendar come back as they were") {
    auto plan = planWithForum();
    plan::Meeting meeting;
    meeting.id = 201;
    meeting.name = "Keynsham Area Forum; July, with \"quotes\"";
    meeting.mechanisms = {{{101}}};
    meeting.date = plan::Date{2026, 7, 14};
    meeting.startTime = plan::Time{19 * 60};
    meeting.lengthHours = 1.5;
    meeting.venue = "Town Hall, Keynsham";
    meeting.topics =
        "Buses\nParks\nA line that is so long that it must be folded, which readers put together "
        "again without a space or letter lost: Société";
    meeting.status = plan::MeetingStatus::cancelled;
    plan.put(meeting);
    const TemporaryFolder folder;
    REQUIRE(exchange::exportRecords(plan, RecordKind::meeting, folder / "out.ics",
                                    exchange::ExportFormat::calendar));
    const auto text = contentOf(folder / "out.ics");
    CHECK(text.find("UID:meeting-201@wardmote") != std::string::npos);
    CHECK(text.find("DTSTART;TZID=Europe/London:20260714T190000") != std::string::npos);
    CHECK(text.find("BEGIN:VTIMEZONE") != std::string::npos);
    auto contents = exchange::FileReader({}).read(folder / "out.ics");
    REQUIRE(contents);
    const auto back = proposed(contents->tables, plan, "out.ics", RecordKind::meeting);
    CHECK(back.counts.unchanged == 1);
    CHECK(back.counts.updated == 0);

    plan.remove(RecordKind::meeting, 201);
    REQUIRE(exchange::exportRecords(plan, RecordKind::mechanism, folder / "series.ics",
                                    exchange::ExportFormat::calendar, {.today = plan::Date{2026, 3, 1}}));
    CHECK(contentOf(folder / "series.ics").find("RRULE:FREQ=MONTHLY;BYDAY=2TU") != std::string::npos);
    contents = exchange::FileReader({}).read(folder / "series.ics");
    REQUIRE(contents);
    // A plan that does not know the pattern yet learns the days.
    auto forum = *plan.find<plan::Mechanism>(101);
    forum.pattern = {};
    plan.put(forum);
    const auto changed = after(plan, proposed(contents->tables, plan, "series.ics", RecordKind::meeting));
    std::map<std::string, std::string> days;
    for (const auto& one : changed.all<plan::Meeting>()) {
        CHECK(one.mechanisms.size() == 1);
        days[one.date->iso()] = one.startTime->iso();
    }
    // In winter and in summer at seven.
    CHECK(days.begin()->first == "2026-03-10");
    CHECK(days["2026-03-10"] == "19:00");
    CHECK(days["2026-04-14"] == "19:00");
    CHECK(days["2026-11-10"] == "19:00");
    CHECK(changed.find<plan::Mechanism>(101)->calendarUid.empty()); // its own UID says nothing new
}

TEST_CASE("To bring back what was exported changes nothing; what was moved meanwhile is recorded") {
    auto plan = planWithForum();
    auto sixWeekly = *plan.find<plan::Mechanism>(101);
    sixWeekly.id = 102;
    sixWeekly.name = "Flood group";
    sixWeekly.pattern.rule = "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH";
    sixWeekly.startTime.reset();
    sixWeekly.lengthHours = 1.5;
    sixWeekly.venue = "Town Hall";
    sixWeekly.ended = plan::Date{2026, 9, 30};
    plan.put(sixWeekly);
    auto paused = sixWeekly;
    paused.id = 103;
    paused.status = plan::MechanismStatus::paused;
    plan.put(paused);
    plan::Meeting meeting; // from which the six weeks are counted
    meeting.id = 201;
    meeting.name = "Flood group";
    meeting.mechanisms = {{{102}}};
    meeting.date = plan::Date{2026, 1, 8};
    plan.put(meeting);
    const TemporaryFolder folder;
    const auto written =
        exchange::exportRecords(plan, RecordKind::mechanism, folder / "series.ics",
                                exchange::ExportFormat::calendar, {.today = plan::Date{2026, 3, 1}});
    REQUIRE(written);
    CHECK(written->records == 2); // what is paused does not meet
    const auto text = contentOf(folder / "series.ics");
    CHECK(text.find("UID:mechanism-101@wardmote") != std::string::npos);
    CHECK(text.find("DTSTART;VALUE=DATE:20260402") != std::string::npos);
    auto contents = exchange::FileReader({}).read(folder / "series.ics");
    REQUIRE(contents);
    const auto back = proposed(contents->tables, plan, "series.ics", RecordKind::meeting);
    CHECK(back.counts.added == 0);
    CHECK(back.counts.updated == 0);
    CHECK(back.counts.refused == 0);
    CHECK(back.counts.unchanged > 10);
    CHECK_FALSE(back.isWorthwhile());

    REQUIRE(exchange::exportRecords(plan, RecordKind::meeting, folder / "meetings.ics",
                                    exchange::ExportFormat::calendar));
    // Where it meets as ever the calendar says so, and the plan does not learn it from there.
    CHECK(contentOf(folder / "meetings.ics").find("LOCATION:Town Hall") != std::string::npos);
    contents = exchange::FileReader({}).read(folder / "meetings.ics");
    REQUIRE(contents);
    const auto meetings = proposed(contents->tables, plan, "meetings.ics", RecordKind::meeting);
    CHECK(meetings.counts.unchanged == 1);
    CHECK_FALSE(meetings.isWorthwhile());

    auto moved = text;
    const std::string at = "DTSTART;TZID=Europe/London:20260310T190000";
    REQUIRE(moved.find(at) != std::string::npos);
    moved.replace(moved.find(at), at.size(), "DTSTART;TZID=Europe/London:20260310T180000");
    std::ofstream(folder / "moved.ics", std::ios::binary) << moved;
    contents = exchange::FileReader({}).read(folder / "moved.ics");
    REQUIRE(contents);
    const auto changed = proposed(contents->tables, plan, "moved.ics", RecordKind::meeting);
    CHECK(changed.counts.added > 10);
    CHECK(after(plan, changed).all<plan::Meeting>()[1].mechanisms[0].mechanism.id == 101);
}

TEST_CASE("Days on which a series does not meet are left out of it") {
    auto plan = planWithForum();
    auto entry = exchange::MechanismSeries(plan).of(*plan.find<plan::Mechanism>(101), {2026, 3, 1});
    REQUIRE(entry);
    entry->except = {{2026, 3, 10}, {2026, 5, 12}};
    const TemporaryFolder folder;
    REQUIRE(exchange::writeCalendar(folder / "series.ics", std::vector{*entry}));
    const auto contents = exchange::FileReader({}).read(folder / "series.ics");
    REQUIRE(contents);
    const auto& table = contents->tables.front();
    CHECK(table.text(1, 1) == "2026-04-14");
    CHECK(table.text(2, 1) == "2026-06-09");
}

TEST_CASE("The end of a series is written in UTC, as the standard asks") {
    auto plan = planWithForum();
    auto forum = *plan.find<plan::Mechanism>(101);
    forum.pattern.rule = "FREQ=MONTHLY;UNTIL=20260609;BYDAY=2TU";
    const auto entry = exchange::MechanismSeries(plan).of(forum, {2026, 1, 1});
    REQUIRE(entry);
    const auto text = exchange::calendarText(std::vector{*entry});
    CHECK(text.find("UNTIL=20260609T225900Z") != std::string::npos);
    CHECK(text == exchange::calendarText(std::vector{*entry})); // the same each time
}

TEST_CASE("A record of another kind is no calendar") {
    const TemporaryFolder folder;
    CHECK_FALSE(exchange::exportRecords(planWithForum(), RecordKind::area, folder / "a.ics",
                                        exchange::ExportFormat::calendar));
}

TEST_CASE("A parish council's calendar is read: three meetings of one evening, and the year before") {
    for (const auto* file : {"calendars/stmewan.ics", "calendars/stmewan_commit_a8bf7b19.ics"}) {
        const auto tables = realTables(file);
        if (tables.empty()) {
            return;
        }
        const auto plan = emptyPlan();
        const auto proposal = proposed(tables, plan, "stmewan.ics", RecordKind::meeting);
        CHECK(proposal.counts.added == (std::string(file).find("commit") == std::string::npos ? 3U : 6U));
        const auto changed = after(plan, proposal);
        CHECK(proposed(tables, changed, "stmewan.ics", RecordKind::meeting).counts.unchanged ==
              proposal.counts.added);
    }
}
