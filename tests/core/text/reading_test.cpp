#include "core/text/dates.h"
#include "core/text/lists.h"
#include "core/text/quantities.h"

#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::text;
using plan::Date;

TEST_CASE("lists are split") {
    using List = std::vector<std::string>;
    CHECK(splitList("A; B ;C") == List{"A", "B", "C"});
    CHECK(splitList("A, B and C") == List{"A", "B", "C"});
    CHECK(splitList("Bath and North East Somerset") == List{"Bath and North East Somerset"});
    CHECK(splitList("\xE2\x80\xA2 A\n\xE2\x80\xA2 B\n") == List{"A", "B"});
    CHECK(splitList("1. A\n2. B") == List{"A", "B"});
    CHECK(splitList("A (one, two); B") == List{"A (one, two)", "B"});
    CHECK(splitList("A (one, two, B") == List{"A (one", "two", "B"});
    CHECK(splitList("a, A, b") == List{"a", "b"});
    CHECK(splitList("\"A, B\", C") == List{"A, B", "C"});
    CHECK(splitList("highways and planning/transport", ListStyle::words) ==
          List{"highways", "planning", "transport"});
    CHECK(splitList("A, B; C") == List{"A, B", "C"});
    CHECK(splitList("n/a").empty());
    const auto isOne = [](std::string_view part) { return part == "Bath and Wells"; };
    CHECK(splitList("A, Bath and Wells", ListStyle::names, isOne) == List{"A", "Bath and Wells"});
    CHECK(splitList(std::string(100'000, '(')).size() == 1);
}

TEST_CASE("days are read, British first") {
    const std::string words =
        GENERATE(as<std::string>(), "8 May 2013", "8th May 2013", "Wed 8 May 13", "May 8, 2013", "08/05/13",
                 "8.5.2013", "2013-05-08", "2013-05-08T19:00", "08-May-13", "20130508", "41402",
                 "Wednesday, 8th of May 2013", "08/05/2013 00:00:00", "8May2013");
    CAPTURE(words);
    const auto read = readDate(words);
    REQUIRE(read);
    REQUIRE(*read);
    CHECK((*read)->date == Date{2013, 5, 8});
    CHECK_FALSE((*read)->otherOrder);
}

TEST_CASE("American dates are flagged, what is no day is an error") {
    CHECK((*readDate("05/25/2013"))->date == Date{2013, 5, 25});
    CHECK((*readDate("05/25/2013"))->otherOrder);
    CHECK((*readDate("05/08/2013", DateOrder::monthFirst))->date == Date{2013, 5, 8});
    CHECK_FALSE(*readDate("n/a"));
    for (const auto* words : {"30 February 2013", "2013", "May 2013", "soon", "99/99/99", "1/2/3/4"}) {
        CAPTURE(words);
        CHECK_FALSE(readDate(words));
    }
}

TEST_CASE("any text is read as a date or refused") {
    rc::check("returns", [](const std::string& text) {
        (void)readDate(text);
        (void)readPeriod(text);
        (void)readTime(text);
        (void)readHours(text);
        (void)readMoney(text);
        (void)splitList(text);
    });
}

TEST_CASE("periods say what is sure") {
    CHECK(readPeriod("2008 to about 2011") ==
          ReadPeriod{Date{2008, 1, 1}, Date{2011, 12, 31}, {}, {}, false});
    CHECK(readPeriod("from 2014").setUp == Date{2014, 1, 1});
    CHECK(readPeriod("since 1999").setUp == Date{1999, 1, 1});
    CHECK(readPeriod("to 5 June 2017").ended == Date{2017, 6, 5});
    CHECK(readPeriod("met 5 Oct 2016; later split in two").lastMet == Date{2016, 10, 5});
    CHECK(readPeriod("24 July and 16 Oct 2014").lastMet == Date{2014, 10, 16});
    CHECK(readPeriod("2013").lastMet == Date{2013, 12, 31});
    CHECK_FALSE(readPeriod("2013").setUp);
    CHECK(readPeriod("2014-2017").lastMet == Date{2017, 12, 31});
    CHECK_FALSE(readPeriod("2014-2017").ended);
    CHECK(readPeriod("2011-2016 and later replaced").ended == Date{2016, 12, 31});
    CHECK(readPeriod("agreed 16 July 2015; first met 13 Oct 2015").setUp == Date{2015, 10, 13});
    CHECK(readPeriod("proposed about 2017-18").proposed);
    CHECK(readPeriod("before 2016") == ReadPeriod{});
    CHECK(readPeriod("regular") == ReadPeriod{});
}

TEST_CASE("money") {
    const auto pence = [](std::string_view words) { return (*readMoney(words)).value().pence; };
    CHECK(pence("\xC2\xA3"
                "1,940.50") == 194050);
    CHECK(pence("1.9k") == 190000);
    CHECK(pence("\xC2\xA3"
                "1.2m") == 120000000);
    CHECK(pence("(500)") == -50000);
    CHECK(pence("\xC2\xA3"
                "500 a year") == 50000);
    CHECK(pence("50p") == 50);
    CHECK(pence("nil") == 0);
    CHECK_FALSE(*readMoney("n/a"));
    CHECK_FALSE(readMoney("$500"));
    CHECK_FALSE(readMoney("\xC2\xA3"
                          "2k-3k"));
    CHECK_FALSE(readMoney("1,94"));
}

TEST_CASE("numbers") {
    CHECK((*readNumber("1,234.5"))->value == 1234.5);
    CHECK((*readNumber("about 30"))->value == 30);
    CHECK((*readNumber("about 30"))->about);
    CHECK((*readNumber("twelve"))->value == 12);
    CHECK((*readNumber("45%"))->value == 45);
    CHECK_FALSE(*readNumber("n/a"));
    CHECK_FALSE(readNumber("under 5"));
    CHECK_FALSE(readNumber("<5"));
    CHECK_FALSE(readNumber("30-40"));
}

TEST_CASE("yes and no") {
    CHECK(*readFlag("Y") == true);
    CHECK(*readFlag("yes (online)") == true);
    CHECK(*readFlag("No - officers only") == false);
    CHECK_FALSE(*readFlag(""));
    CHECK_FALSE(readFlag("maybe"));
}

TEST_CASE("times and lengths") {
    const auto [words, time] = GENERATE(table<std::string, std::string>({
        {"7pm", "19:00"},
        {"7.30 p.m.", "19:30"},
        {"19:00", "19:00"},
        {"1900hrs", "19:00"},
        {"noon", "12:00"},
        {"7-9pm", "19:00"},
        {"10am to 12 noon", "10:00"},
        {"19:00:00", "19:00"},
        {"12 midnight", ""},
        {"7.30", ""},
        {"25:00", ""},
    }));
    CAPTURE(words);
    const auto read = readTime(words);
    CHECK((read && *read ? (*read)->start.iso() : std::string{}) == time);
    CHECK((*readTime("7-9pm"))->end == plan::Time{21 * 60});
    CHECK(*readHours("2 hrs") == 2.0);
    CHECK(*readHours("90 mins") == 1.5);
    CHECK(*readHours("1h30") == 1.5);
    CHECK(*readHours("1\xC2\xBD hours") == 1.5);
    CHECK(*readHours("2 hours 15 minutes") == 2.25);
    CHECK(*readHours("1:30") == 1.5);
    CHECK(*readHours("half an hour") == 0.5);
    CHECK_FALSE(readHours("long"));
}
