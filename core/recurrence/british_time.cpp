#include "core/recurrence/british_time.h"

namespace wardmote::recurrence {
namespace {

constexpr int minutesADay = 24 * 60;

/// 01:00 UTC on the last Sunday of a month of 31 days.
LocalTime clockChange(int year, int month) {
    const plan::Date last{year, month, 31};
    return {plan::Date::fromDaysSinceEpoch(last.daysSinceEpoch() - last.weekday() % 7), plan::Time{60}};
}

} // namespace

LocalTime britishTime(const LocalTime& utc) {
    const int year = utc.date.year;
    if (utc < clockChange(year, 3) || utc >= clockChange(year, 10)) {
        return utc;
    }
    const int minutes = utc.time.minutes + 60;
    return {plan::Date::fromDaysSinceEpoch(utc.date.daysSinceEpoch() + minutes / minutesADay),
            plan::Time{minutes % minutesADay}};
}

} // namespace wardmote::recurrence
