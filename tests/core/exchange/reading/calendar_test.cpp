#include "core/exchange/reading/calendar_events.h"
#include "core/exchange/reading/sink.h"
#include "tests/core/exchange/reading/made_files.h"

#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::tests;
using exchange::readCalendarText;

namespace {

std::string calendar(const std::string& events) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    for (const char c : events) {
        text += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return text + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) {
    return "BEGIN:VEVENT\n" + lines + "END:VEVENT\n";
}

std::vector<std::string> startsOf(const exchange::CalendarContent& content) {
    std::vector<std::string> starts;
    for (const auto& meeting : content.meetings) {
        starts.push_back(meeting.start.date.iso() +
                         (meeting.start.time ? " " + meeting.start.time->iso() : std::string()));
    }
    return starts;
}

std::vector<std::string> starts(const std::string& lines) {
    return startsOf(readCalendarText(calendar(event(lines))));
}

using Starts = std::vector<std::string>;

} // namespace

TEST_CASE("UTC, zones, floating times and whole days become British local time") {
    CHECK(starts("UID:a\nDTSTART:20260714T180000Z\n") == Starts{"2026-07-14 19:00"});
    CHECK(starts("UID:a\nDTSTART:20260114T180000Z\n") == Starts{"2026-01-14 18:00"});
    CHECK(starts("UID:a\nDTSTART;TZID=Europe/London:20260714T190000\n") == Starts{"2026-07-14 19:00"});
    CHECK(starts("UID:a\nDTSTART;TZID=GMT Standard Time:20260714T190000\n") == Starts{"2026-07-14 19:00"});
    CHECK(starts("UID:a\nDTSTART:20260714T190000\n") == Starts{"2026-07-14 19:00"});
    CHECK(starts("UID:a\nDTSTART;VALUE=DATE:20260714\n") == Starts{"2026-07-14"});
    CHECK(starts("UID:a\nDTSTART;TZID=Europe/Paris:20260714T190000\n") == Starts{"2026-07-14 18:00"});
}

TEST_CASE("A zone that nobody knows is said") {
    const auto content = readCalendarText(calendar(event("UID:a\nDTSTART;TZID=Mars/Hill:20260714T190000\n")));
    CHECK(startsOf(content) == Starts{"2026-07-14 19:00"});
    REQUIRE(content.warnings.size() == 1);
    CHECK(content.warnings[0].find("Mars/Hill") != std::string::npos);
}

TEST_CASE("A series in local time stays at its hour over the clock change; one in UTC moves") {
    CHECK(starts("UID:a\nDTSTART;TZID=Europe/London:20260324T190000\nRRULE:FREQ=WEEKLY;COUNT=2\n") ==
          Starts{"2026-03-24 19:00", "2026-03-31 19:00"});
    CHECK(starts("UID:a\nDTSTART:20260324T190000Z\nRRULE:FREQ=WEEKLY;COUNT=2\n") ==
          Starts{"2026-03-24 19:00", "2026-03-31 20:00"});
}

TEST_CASE("Days left out, added, moved and cancelled one by one") {
    const auto content = readCalendarText(calendar(
        event("UID:a\nSUMMARY:Forum\nDTSTART;TZID=Europe/London:20260113T190000\n"
              "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=5\nEXDATE;TZID=Europe/London:20260210T190000\n"
              "RDATE;TZID=Europe/London:20260220T190000\n") +
        event("UID:a\nSUMMARY:Forum, moved\nRECURRENCE-ID;TZID=Europe/London:20260310T190000\n"
              "DTSTART;TZID=Europe/London:20260312T183000\n") +
        event("UID:a\nSUMMARY:Forum\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/London:20260414T190000\n"
              "DTSTART;TZID=Europe/London:20260414T190000\n")));
    CHECK(startsOf(content) == Starts{"2026-01-13 19:00", "2026-02-20 19:00", "2026-03-12 18:30",
                                      "2026-04-14 19:00", "2026-05-12 19:00"});
    CHECK(content.meetings[2].uid == "a/20260310T1900"); // by the day it was moved from
    CHECK(content.meetings[2].name == "Forum, moved");
    CHECK(content.meetings[3].cancelled);
    CHECK(content.meetings[0].series == "a");
}

TEST_CASE("Lengths come from the end or the duration") {
    const auto length = [](const std::string& lines) {
        return readCalendarText(calendar(event(lines))).meetings.front().lengthHours;
    };
    CHECK(length("UID:a\nDTSTART:20260714T180000Z\nDTEND:20260714T193000Z\n") == 1.5);
    CHECK(length("UID:a\nDTSTART:20260714T180000Z\nDURATION:PT2H\n") == 2);
    CHECK_FALSE(length("UID:a\nDTSTART;VALUE=DATE:20260714\nDTEND;VALUE=DATE:20260715\n"));
}

TEST_CASE("A series without end is bounded by the file's newest date") {
    const auto content =
        readCalendarText(calendar(event("UID:a\nDTSTAMP:20260101T000000Z\nDTSTART:20150105T190000\n"
                                        "RRULE:FREQ=DAILY\n")));
    // Its own start, then five years back from a year after the newest.
    CHECK(content.meetings.size() <= 1 + 5 * 366 + 1);
    CHECK(content.meetings.front().start.date == plan::Date{2015, 1, 5});
    CHECK(content.meetings.back().start.date == plan::Date{2027, 1, 2});
}

TEST_CASE(
    "Rules that the plan does not know, or that never come true, give their first meeting and a warning") {
    for (const std::string rule : {"FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY"}) {
        const auto content =
            readCalendarText(calendar(event("UID:a\nDTSTART:20260105T190000\nRRULE:" + rule + "\n")));
        CHECK(content.meetings.size() == 1);
    }
}

TEST_CASE("Too many events, files that break off and endless nesting are refused") {
    const auto refused = [](const std::string& text) {
        try {
            readCalendarText(text);
        } catch (const exchange::Refused& why) {
            return why.message;
        }
        return std::string("read");
    };
    std::string many;
    for (int i = 0; i < 100'000; ++i) {
        many += "BEGIN:VEVENT\r\nDTSTART:20260105T190000\r\nEND:VEVENT\r\n";
    }
    CHECK(refused("BEGIN:VCALENDAR\r\n" + many + "END:VCALENDAR\r\n").find("20000") != std::string::npos);
    CHECK(refused("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260105T190000\r\n").find("breaks off") !=
          std::string::npos);
    std::string deep;
    for (int i = 0; i < 10'000; ++i) {
        deep += "BEGIN:VCALENDAR\r\n";
    }
    CHECK(refused(deep).find("deep") != std::string::npos);
}

TEST_CASE("Many endless series are cut and said to be") {
    std::string events;
    for (int i = 0; i < 60; ++i) {
        events += event("UID:" + std::to_string(i) + "\nDTSTART:20260105T190000\nRRULE:FREQ=DAILY\n");
    }
    exchange::CalendarLimits limits;
    limits.meetings = 1000;
    const auto content = readCalendarText(calendar(events), limits);
    CHECK(content.cut);
    CHECK(content.meetings.size() == 1000);
}

TEST_CASE("A calendar is read as a table of meetings, folded lines and all") {
    const TemporaryFolder folder;
    const auto contents =
        readHere(made(folder, "diary.ics",
                      calendar(event("UID:a\nSUMMARY:Forum\\, Keyns\n ham\nLOCATION:Town Hall\n"
                                     "DTSTART;TZID=Europe/London:20260113T190000\n"))));
    REQUIRE(contents);
    CHECK(contents->kind == exchange::FileKind::calendar);
    REQUIRE(contents->tables.size() == 1);
    const auto row = rowOf(contents->tables[0], 1);
    CHECK(row[0] == "Forum, Keynsham");
    CHECK(row[1] == "2026-01-13");
    CHECK(row[2] == "19:00");
    CHECK(row[4] == "Town Hall");
}
