#include "core/recurrence/bank_holidays.h"

#include "tests/support/catch.h"

#include <map>

using namespace wardmote;
using plan::Date;
using recurrence::bankHolidays;

namespace {

std::vector<std::string> daysOf(int year) {
    std::vector<std::string> days;
    for (const auto& day : bankHolidays(year)) {
        days.push_back(day.date.iso() + (day.substitute ? " substitute" : ""));
    }
    return days;
}

} // namespace

TEST_CASE("The bank holidays of 2026 are those that gov.uk lists") {
    CHECK(daysOf(2026) == std::vector<std::string>{"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04",
                                                   "2026-05-25", "2026-08-31", "2026-12-25",
                                                   "2026-12-28 substitute"});
}

TEST_CASE("A bank holiday on a weekend is kept on a later day that is none") {
    CHECK(daysOf(2021) == std::vector<std::string>{"2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03",
                                                   "2021-05-31", "2021-08-30", "2021-12-27 substitute",
                                                   "2021-12-28 substitute"});
    // 2022: New Year on a Saturday, Christmas on a Sunday.
    CHECK(daysOf(2022) == std::vector<std::string>{"2022-01-03 substitute", "2022-04-15", "2022-04-18",
                                                   "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29",
                                                   "2022-09-19", "2022-12-26", "2022-12-27 substitute"});
    CHECK(daysOf(2023).front() == "2023-01-02 substitute");
}

TEST_CASE("Days moved or proclaimed for one year are known") {
    CHECK(recurrence::bankHolidayOn({2020, 5, 8})->name == "Early May bank holiday");
    CHECK_FALSE(recurrence::bankHolidayOn({2020, 5, 4}));
    CHECK(recurrence::bankHolidayOn({2012, 6, 5})->name == "Diamond Jubilee");
    CHECK_FALSE(recurrence::bankHolidayOn({2012, 5, 28}));
    CHECK(recurrence::bankHolidayOn({2023, 5, 8})->name == "Coronation of King Charles III");
    CHECK(bankHolidays(1977).empty());
}

TEST_CASE("Easter falls where the tables of the Book of Common Prayer put it") {
    const std::map<int, Date> known{{1818, {1818, 3, 22}}, {1943, {1943, 4, 25}}, {2000, {2000, 4, 23}},
                                    {2008, {2008, 3, 23}}, {2024, {2024, 3, 31}}, {2026, {2026, 4, 5}},
                                    {2038, {2038, 4, 25}}};
    for (const auto& [year, date] : known) {
        CHECK(recurrence::easterSunday(year) == date);
    }
}

TEST_CASE("Every bank holiday is a weekday of its year, and no two are one day") {
    for (int year = 1978; year <= 2100; ++year) {
        const auto days = bankHolidays(year);
        CHECK(days.size() >= 8);
        for (std::size_t i = 0; i < days.size(); ++i) {
            CHECK(days[i].date.year == year);
            CHECK(days[i].date.weekday() <= 5);
            CHECK((i == 0 || days[i - 1].date < days[i].date));
        }
    }
}
