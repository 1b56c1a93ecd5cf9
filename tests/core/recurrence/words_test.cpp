#include "core/recurrence/rule.h"
#include "core/recurrence/words.h"

#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <fstream>
#include <set>

using namespace wardmote;
using namespace wardmote::recurrence;

namespace {

/// "rule" or "n a year" or "-" where the words can't be read, then the time.
std::string read(std::string_view words) {
    const auto pattern = readPattern(words);
    if (!pattern) {
        return "-";
    }
    auto text = pattern->rule.empty()
                    ? std::to_string(static_cast<int>(pattern->meetingsAYear.value_or(-1))) + " a year"
                    : pattern->rule;
    if (pattern->startTime) {
        text += " @" + pattern->startTime->iso();
    }
    return text;
}

} // namespace

TEST_CASE("words become rules") {
    const auto [words, rule] = GENERATE(table<std::string, std::string>({
        {"2nd Tues monthly, 7pm", "FREQ=MONTHLY;BYDAY=2TU @19:00"},
        {"quarterly", "FREQ=MONTHLY;INTERVAL=3"},
        {"about quarterly", "FREQ=MONTHLY;INTERVAL=3"},
        {"every six weeks", "FREQ=WEEKLY;INTERVAL=6"},
        {"6-weekly", "FREQ=WEEKLY;INTERVAL=6"},
        {"six weekly", "FREQ=WEEKLY;INTERVAL=6"},
        {"6 week cycle", "FREQ=WEEKLY;INTERVAL=6"},
        {"fortnightly", "FREQ=WEEKLY;INTERVAL=2"},
        {"Fortnightly on Mondays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"},
        {"bi-monthly", "FREQ=MONTHLY;INTERVAL=2"},
        {"bimonthly", "FREQ=MONTHLY;INTERVAL=2"},
        {"about every two months", "FREQ=MONTHLY;INTERVAL=2"},
        {"every other month", "FREQ=MONTHLY;INTERVAL=2"},
        {"First Monday bi-monthly", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"},
        {"first Monday of each month except August",
         "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1MO"},
        {"Third Thursday of the month (exc. Aug & Dec)",
         "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11;BYDAY=3TH"},
        {"monthly (no meeting in August)", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12"},
        {"last Friday of every month at 10:30am", "FREQ=MONTHLY;BYDAY=-1FR @10:30"},
        {"1st and 3rd Wednesdays", "FREQ=MONTHLY;BYDAY=1WE,3WE"},
        {"every Tuesday 7-9pm", "FREQ=WEEKLY;BYDAY=TU @19:00"},
        {"Tuesdays and Thursdays", "FREQ=WEEKLY;BYDAY=TU,TH"},
        {"alternate Tuesdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"},
        {"every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"},
        {"every second Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"},
        {"Jan, Apr, Jul and Oct", "FREQ=YEARLY;BYMONTH=1,4,7,10"},
        {"quarterly (Jan, Apr, Jul, Oct)", "FREQ=YEARLY;BYMONTH=1,4,7,10"},
        {"2nd Tuesday in January, April, July and October", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=2TU"},
        {"quarterly on the first Thursday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH"},
        {"15th of each month", "FREQ=MONTHLY;BYMONTHDAY=15"},
        {"annual", "FREQ=YEARLY"},
        {"annual general meeting", "FREQ=YEARLY"},
        {"annually in May", "FREQ=YEARLY;BYMONTH=5"},
        {"half-yearly", "FREQ=MONTHLY;INTERVAL=6"},
        {"once a month", "FREQ=MONTHLY"},
        {"once a quarter", "FREQ=MONTHLY;INTERVAL=3"},
        {"once every two months", "FREQ=MONTHLY;INTERVAL=2"},
        {"monthly on a Tuesday", "FREQ=MONTHLY"},
        {"quarterly (4 per year)", "FREQ=MONTHLY;INTERVAL=3"},
        {"FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=2TU"},
        {"Monthly – 1st Thursday, 19:30", "FREQ=MONTHLY;BYDAY=1TH @19:30"},
        {"Weekly (Thursdays, 12 noon)", "FREQ=WEEKLY;BYDAY=TH @12:00"},
    }));
    CAPTURE(words);
    CHECK(read(words) == rule);
}

TEST_CASE("words without days become a number of meetings") {
    const auto [words, number] = GENERATE(table<std::string, std::string>({
        {"3 times a year", "3 a year"},
        {"6 a year", "6 a year"},
        {"6 a year, proposal to cut to 4", "6 a year"},
        {"3 a year proposed", "3 a year"},
        {"up to 3 public meetings a year", "3 a year"},
        {"4 core meetings a year", "4 a year"},
        {"five meetings per year", "5 a year"},
        {"twice a year", "2 a year"},
        {"twice yearly", "2 a year"},
        {"4 x per annum", "4 a year"},
        {"4 pa", "4 a year"},
        {"6/year", "6 a year"},
        {"2 per month", "24 a year"},
        {"termly", "3 a year"},
        {"biannual", "2 a year"},
        {"monthly, 10 a year", "10 a year"},
    }));
    CAPTURE(words);
    CHECK(read(words) == number);
}

TEST_CASE("vague words are not read") {
    const std::string words =
        GENERATE(as<std::string>(), "", "regular", "routine", "several a year", "series", "pilot", "once",
                 "ad hoc", "as required", "monthly to quarterly", "quarterly to monthly", "every 4-6 weeks",
                 "4-6 a year", "bi-weekly", "every second Tuesday", "two in 2018", "11 events in two weeks",
                 "more often than the public meetings", "regular surveys",
                 "annual general meeting and open days", "Tuesday", "monthly during term time", "1st",
                 "30th of February", "FREQ=HOURLY", "FREQ=MONTHLY;BYHOUR=7");
    CAPTURE(words);
    CHECK(read(words) == "-");
}

TEST_CASE("lengths come with times") {
    const auto pattern = readPattern("every Tuesday 7-9pm");
    REQUIRE(pattern);
    CHECK(pattern->lengthHours == 2.0);
    CHECK(readPattern("monthly, 10am to 12 noon")->lengthHours == 2.0);
    CHECK(readPattern("about quarterly")->about);
    CHECK_FALSE(readPattern("quarterly")->about);
}

TEST_CASE("the frequencies of the real list") {
    const auto file = tests::realData("engagement/engagement_mechanisms.csv");
    if (!file) {
        WARN("the real data is not there");
        return;
    }
    // Each distinct frequency of the list, with what a person reads in it.
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"3 a year proposed", "3 a year"},
        {"annual", "FREQ=YEARLY"},
        {"regular", "-"},
        {"regular surveys", "-"},
        {"routine", "-"},
        {"6 a year, proposal to cut to 4", "6 a year"},
        {"about every two months", "FREQ=MONTHLY;INTERVAL=2"},
        {"up to 3 public meetings a year", "3 a year"},
        {"more often than the public meetings", "-"},
        {"monthly", "FREQ=MONTHLY"},
        {"once", "-"},
        {"two in 2018", "-"},
        {"11 events in two weeks", "-"},
        {"annual general meeting", "FREQ=YEARLY"},
        {"series", "-"},
        {"about quarterly", "FREQ=MONTHLY;INTERVAL=3"},
        {"annual general meeting and open meetings", "-"},
        {"several a year", "-"},
        {"2 a year", "2 a year"},
        {"pilot", "-"},
        {"5 public meetings a year", "5 a year"},
        {"quarterly", "FREQ=MONTHLY;INTERVAL=3"},
        {"4 core meetings a year", "4 a year"},
        {"quarterly to monthly", "-"},
        {"monthly to quarterly", "-"},
    }));
    CAPTURE(words);
    CHECK(read(words) == expected);
    std::ifstream in(*file);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    CHECK(text.find(words) != std::string::npos);
}
