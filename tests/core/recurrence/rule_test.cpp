#include "core/recurrence/rule.h"

#include "tests/support/catch.h"

#include <libical/ical.h>
#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::recurrence;
using plan::Date;

namespace {

double aYear(std::string_view rule) {
    const auto read = readRule(rule);
    REQUIRE(read);
    return meetingsAYear(*read);
}

std::vector<std::string> dates(std::string_view rule, Date from, Date to, std::optional<Date> anchor = {}) {
    const auto read = readRule(rule);
    REQUIRE(read);
    const auto found = datesBetween(*read, from, to, anchor);
    REQUIRE(found);
    std::vector<std::string> iso;
    for (const auto& date : *found) {
        iso.push_back(date.iso());
    }
    return iso;
}

/// What libical makes of a rule from its anchor on, for rules from which it is known to return.
std::vector<std::string> byLibical(const std::string& rule, Date anchor, Date to) {
    auto parsed = icalrecurrencetype_from_string(rule.c_str());
    auto day = anchor.iso();
    std::erase(day, '-');
    const auto start = icaltime_from_string((day + "T120000").c_str());
    auto* iterator = icalrecur_iterator_new(parsed, start);
    std::vector<std::string> found;
    for (auto next = icalrecur_iterator_next(iterator); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(iterator)) {
        const Date date{next.year, next.month, next.day};
        if (to < date) {
            break;
        }
        found.push_back(date.iso());
    }
    icalrecur_iterator_free(iterator);
    return found;
}

} // namespace

TEST_CASE("rules are read and written") {
    const std::string rule = GENERATE(as<std::string>(), "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;INTERVAL=6",
                                      "FREQ=YEARLY;BYMONTH=1,4,7,10", "FREQ=MONTHLY;BYDAY=-1FR",
                                      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=15", "FREQ=DAILY;UNTIL=20300101",
                                      "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1");
    REQUIRE(readRule(rule));
    CHECK(readRule(rule)->text() == rule);
}

TEST_CASE("rules that no meeting has are refused") {
    const std::string rule =
        GENERATE(as<std::string>(), "", "monthly", "FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=MONTHLY;BYHOUR=7",
                 "FREQ=MONTHLY;BYMINUTE=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYYEARDAY=1",
                 "FREQ=YEARLY;BYWEEKNO=3", "FREQ=MONTHLY;INTERVAL=0", "FREQ=MONTHLY;INTERVAL=-1",
                 "FREQ=MONTHLY;INTERVAL=100000", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=XX",
                 "FREQ=WEEKLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTH=13", "FREQ=MONTHLY;FREQ=WEEKLY",
                 "FREQ=MONTHLY;COUNT=3;UNTIL=20300101", "FREQ=MONTHLY;X=1", "BYDAY=MO",
                 "FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;UNTIL=2030");
    CAPTURE(rule);
    CHECK_FALSE(readRule(rule));
}

TEST_CASE("any text is read without harm") {
    rc::check("readRule returns", [](const std::string& text) {
        if (const auto rule = readRule(text)) {
            meetingsAYear(*rule);
        }
    });
}

TEST_CASE("meetings in a year") {
    CHECK(aYear("FREQ=MONTHLY") == 12);
    CHECK(aYear("FREQ=MONTHLY;BYDAY=2TU") == 12);
    CHECK(aYear("FREQ=MONTHLY;BYDAY=1WE,3WE") == 24);
    CHECK(aYear("FREQ=MONTHLY;INTERVAL=2") == 6);
    CHECK(aYear("FREQ=MONTHLY;INTERVAL=3") == 4);
    CHECK(aYear("FREQ=MONTHLY;INTERVAL=5") == Approx(2.4));
    CHECK(aYear("FREQ=WEEKLY") == 52);
    CHECK(aYear("FREQ=WEEKLY;INTERVAL=2") == 26);
    CHECK(aYear("FREQ=WEEKLY;INTERVAL=6") == Approx(52.0 / 6));
    CHECK(aYear("FREQ=WEEKLY;BYDAY=TU,TH") == 104);
    CHECK(aYear("FREQ=YEARLY") == 1);
    CHECK(aYear("FREQ=YEARLY;INTERVAL=2") == 0.5);
    CHECK(aYear("FREQ=YEARLY;BYMONTH=1,4,7,10") == 4);
    CHECK(aYear("FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1MO") == 11);
    CHECK(aYear("FREQ=MONTHLY;COUNT=3") == 12);
    CHECK(aYear("FREQ=DAILY") == Approx(365.25));
}

TEST_CASE("dates in a window") {
    CHECK(dates("FREQ=MONTHLY;BYDAY=2TU", {2013, 4, 1}, {2013, 6, 30}) ==
          std::vector<std::string>{"2013-04-09", "2013-05-14", "2013-06-11"});
    CHECK(dates("FREQ=WEEKLY;INTERVAL=6", {2013, 1, 1}, {2013, 4, 30}, Date{2012, 12, 3}) ==
          std::vector<std::string>{"2013-01-14", "2013-02-25", "2013-04-08"});
    CHECK(dates("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", {2013, 1, 1}, {2013, 12, 31}).size() == 2);
    CHECK(dates("FREQ=DAILY;UNTIL=20130103", {2013, 1, 1}, {2013, 12, 31}).size() == 3);
    CHECK_FALSE(datesBetween(*readRule("FREQ=MONTHLY"), {2013, 1, 1}, {2013, 12, 31}));
    CHECK(datesBetween(*readRule("FREQ=MONTHLY"), {2013, 1, 1}, {2013, 12, 31}, Date{2013, 1, 31})->size() ==
          7);
    CHECK_FALSE(datesBetween(*readRule("FREQ=DAILY"), {2013, 1, 1}, {2113, 12, 31}));
}

TEST_CASE("dates agree with libical's") {
    const std::string rule = GENERATE(
        as<std::string>(), "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
        "FREQ=WEEKLY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=15,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=DAILY;INTERVAL=10", "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=MONTHLY;BYMONTH=3,9;BYDAY=TU", "FREQ=YEARLY", "FREQ=MONTHLY");
    CAPTURE(rule);
    const Date anchor{2024, 1, 15};
    const Date to{2028, 12, 31};
    CHECK(dates(rule, anchor, to, anchor) == byLibical(rule, anchor, to));
}

TEST_CASE("rules in words") {
    const auto [rule, words] = GENERATE(table<std::string, std::string>({
        {"FREQ=MONTHLY;BYDAY=2TU", "2nd Tuesday of the month"},
        {"FREQ=MONTHLY;INTERVAL=3", "Quarterly"},
        {"FREQ=WEEKLY;INTERVAL=6", "Every six weeks"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "Fortnightly on Monday"},
        {"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "Every two months on the 1st Monday"},
        {"FREQ=MONTHLY;BYDAY=1WE,3WE", "1st and 3rd Wednesday of the month"},
        {"FREQ=MONTHLY;BYDAY=-1FR", "Last Friday of the month"},
        {"FREQ=MONTHLY;BYMONTHDAY=15", "15th of the month"},
        {"FREQ=YEARLY;BYMONTH=1,4,7,10", "Yearly in January, April, July and October"},
        {"FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1MO",
         "1st Monday of the month except in August"},
        {"FREQ=WEEKLY;BYDAY=TU,TH", "Every Tuesday and Thursday"},
        {"FREQ=YEARLY", "Yearly"},
        {"nonsense", "nonsense"},
    }));
    CHECK(inWords(plan::Recurrence{rule}) == words);
}
