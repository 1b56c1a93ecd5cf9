#include "core/recurrence/bank_holidays.h"

#include <algorithm>
#include <array>

namespace wardmote::recurrence {
namespace {

using plan::Date;

constexpr int firstYear = 1978;
constexpr int monday = 1;
constexpr int saturday = 6;
constexpr int sunday = 7;

Date plusDays(Date date, int days) {
    return Date::fromDaysSinceEpoch(date.daysSinceEpoch() + days);
}

Date firstMonday(int year, int month) {
    const Date first{year, month, 1};
    return plusDays(first, (monday - first.weekday() + 7) % 7);
}

Date lastMonday(Date lastOfMonth) {
    return plusDays(lastOfMonth, monday - lastOfMonth.weekday());
}

/// Proclaimed for one year alone.
constexpr std::array proclaimed{
    BankHoliday{{1981, 7, 29}, "Wedding of the Prince of Wales", false},
    BankHoliday{{1999, 12, 31}, "Millennium", false},
    BankHoliday{{2002, 6, 3}, "Golden Jubilee", false},
    BankHoliday{{2011, 4, 29}, "Wedding of Prince William", false},
    BankHoliday{{2012, 6, 5}, "Diamond Jubilee", false},
    BankHoliday{{2022, 6, 3}, "Platinum Jubilee", false},
    BankHoliday{{2022, 9, 19}, "State funeral of Queen Elizabeth II", false},
    BankHoliday{{2023, 5, 8}, "Coronation of King Charles III", false},
};

Date earlyMay(int year) {
    // Moved for the anniversaries of the end of the war in Europe.
    return year == 1995 || year == 2020 ? Date{year, 5, 8} : firstMonday(year, 5);
}

Date spring(int year) {
    // Moved to make long weekends of the jubilees.
    return year == 2002 || year == 2012 ? Date{year, 6, 4}
           : year == 2022               ? Date{year, 6, 2}
                                        : lastMonday({year, 5, 31});
}

void addNewYear(int year, std::vector<BankHoliday>& days) {
    const Date first{year, 1, 1};
    const int late = first.weekday() == saturday ? 2 : first.weekday() == sunday ? 1 : 0;
    days.push_back({plusDays(first, late), "New Year's Day", late > 0});
}

void addChristmas(int year, std::vector<BankHoliday>& days) {
    const Date christmas{year, 12, 25};
    const Date boxing{year, 12, 26};
    // A substitute never falls on the other of the two: Christmas on Sunday is kept on Tuesday.
    const int late = christmas.weekday() == saturday || christmas.weekday() == sunday ? 2 : 0;
    days.push_back({plusDays(christmas, late), "Christmas Day", late > 0});
    const int lateBoxing = boxing.weekday() == saturday || boxing.weekday() == sunday ? 2 : 0;
    days.push_back({plusDays(boxing, lateBoxing), "Boxing Day", lateBoxing > 0});
}

} // namespace

Date easterSunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return {year, sum / 31, sum % 31 + 1};
}

std::vector<BankHoliday> bankHolidays(int year) {
    std::vector<BankHoliday> days;
    if (year < firstYear) {
        return days;
    }
    addNewYear(year, days);
    const auto easter = easterSunday(year);
    days.push_back({plusDays(easter, -2), "Good Friday", false});
    days.push_back({plusDays(easter, 1), "Easter Monday", false});
    days.push_back({earlyMay(year), "Early May bank holiday", false});
    days.push_back({spring(year), "Spring bank holiday", false});
    days.push_back({lastMonday({year, 8, 31}), "Summer bank holiday", false});
    addChristmas(year, days);
    std::ranges::copy_if(proclaimed, std::back_inserter(days),
                         [&](const BankHoliday& day) { return day.date.year == year; });
    std::ranges::sort(days, {}, &BankHoliday::date);
    return days;
}

std::optional<BankHoliday> bankHolidayOn(Date date) {
    for (const auto& day : bankHolidays(date.year)) {
        if (day.date == date) {
            return day;
        }
    }
    return std::nullopt;
}

} // namespace wardmote::recurrence
