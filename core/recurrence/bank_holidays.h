#pragma once
#include "core/plan/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wardmote::recurrence {

/// A bank holiday of England and Wales.
struct BankHoliday {
    plan::Date date;
    std::string_view name;   ///< "Early May bank holiday"
    bool substitute = false; ///< kept on a later day because the day itself falls on a weekend
    bool operator==(const BankHoliday&) const = default;
};

/// Easter Sunday of the Gregorian calendar, by the algorithm that Nature printed anonymously in 1876 (Meeus,
/// Astronomical Algorithms, chapter 8).
plan::Date easterSunday(int year);

/// The bank holidays of a year, in order of date. By the rules of the Banking and Financial Dealings Act
/// 1971, schedule 1, with Good Friday, Christmas Day, New Year's Day and the early May day; days moved or
/// proclaimed for one year are listed as gov.uk/bank-holidays and the London Gazette give them, up to 2023.
/// Days that will be proclaimed for later years are unknown here. None for years before 1978, when the rules
/// were others.
std::vector<BankHoliday> bankHolidays(int year);

/// The bank holiday on this day, if it is one.
std::optional<BankHoliday> bankHolidayOn(plan::Date date);

} // namespace wardmote::recurrence
