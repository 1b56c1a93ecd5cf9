#include "core/exchange/reading/number_text.h"
#include "tests/support/catch.h"

using namespace wardmote::exchange;

TEST_CASE("numbers of a spreadsheet read as a person would write them") {
    CHECK(plainNumber("1.1000000000000001") == "1.1");
    CHECK(plainNumber("2E-3") == "0.002");
    CHECK(plainNumber("1E5") == "100000");
    CHECK(plainNumber("491.0") == "491");
    CHECK(plainNumber("-0.05") == "-0.05");
    CHECK(plainNumber("123456789012345") == "123456789012345");
    CHECK(plainNumber("abc") == "abc");
}

TEST_CASE("a number format tells dates and times from numbers") {
    CHECK(hintOfFormat("General") == CellHint::number);
    CHECK(hintOfFormat("0.00") == CellHint::number);
    CHECK(hintOfFormat("\"days\" 0") == CellHint::number);
    CHECK(hintOfFormat("#,##0;[Red]-#,##0") == CellHint::number);
    CHECK(hintOfFormat("dd/mm/yyyy") == CellHint::date);
    CHECK(hintOfFormat("[$-809]d mmmm yyyy") == CellHint::date);
    CHECK(hintOfFormat("mmm") == CellHint::date);
    CHECK(hintOfFormat("h:mm AM/PM") == CellHint::time);
    CHECK(hintOfFormat("[h]:mm") == CellHint::time);
    CHECK(hintOfFormat("dd/mm/yyyy hh:mm") == CellHint::dateTime);
    CHECK(hintOfBuiltInFormat(14) == CellHint::date);
    CHECK(hintOfBuiltInFormat(22) == CellHint::dateTime);
    CHECK(hintOfBuiltInFormat(9) == CellHint::number);
}

TEST_CASE("Excel's day numbers become dates") {
    CHECK(dateOfSerial("41402", CellHint::date, false) == "2013-05-08");
    CHECK(dateOfSerial("41402.79166666", CellHint::dateTime, false) == "2013-05-08 19:00");
    CHECK(dateOfSerial("41402.79166666", CellHint::time, false) == "19:00");
    CHECK(dateOfSerial("0.5", CellHint::time, false) == "12:00");
    CHECK(dateOfSerial("1.104166666", CellHint::time, false) == "26:30");
    CHECK(dateOfSerial("1", CellHint::date, false) == "1900-01-01");
    CHECK(dateOfSerial("61", CellHint::date, false) == "1900-03-01");
    CHECK(dateOfSerial("39940", CellHint::date, true) == "2013-05-08");
    CHECK_FALSE(dateOfSerial("-3", CellHint::date, false));
    CHECK_FALSE(dateOfSerial("1E300", CellHint::date, false));
}

TEST_CASE("times of OpenDocument become clock times") {
    CHECK(timeOfDuration("PT19H30M00S") == "19:30");
    CHECK(timeOfDuration("PT07H05M09S") == "07:05:09");
    CHECK_FALSE(timeOfDuration("19:30"));
    auto hint = CellHint::text;
    CHECK(dateTimeOfIso("2013-05-08T19:00:00", hint) == "2013-05-08 19:00");
    CHECK(hint == CellHint::dateTime);
    CHECK(dateTimeOfIso("2013-05-08", hint) == "2013-05-08");
    CHECK(hint == CellHint::date);
}
