#include "core/recurrence/british_time.h"

#include "tests/support/catch.h"

using namespace wardmote;
using recurrence::britishTime;
using recurrence::LocalTime;

TEST_CASE(
    "Clocks in Britain go forward and back on the last Sundays of March and October at one o'clock UTC") {
    const auto shown = [](plan::Date date, int hour, int minute) {
        const auto local = britishTime({date, plan::Time{hour * 60 + minute}});
        return local.date.iso() + " " + local.time.iso();
    };
    CHECK(shown({2026, 3, 29}, 0, 59) == "2026-03-29 00:59");
    CHECK(shown({2026, 3, 29}, 1, 0) == "2026-03-29 02:00");
    CHECK(shown({2026, 10, 25}, 0, 59) == "2026-10-25 01:59");
    CHECK(shown({2026, 10, 25}, 1, 0) == "2026-10-25 01:00");
    CHECK(shown({2026, 7, 31}, 23, 30) == "2026-08-01 00:30");
    CHECK(shown({2024, 3, 31}, 1, 0) == "2024-03-31 02:00"); // the 31st is the Sunday itself
    CHECK(shown({2026, 1, 15}, 19, 0) == "2026-01-15 19:00");
}
