#pragma once
#include "core/plan/date.h"

namespace wardmote::recurrence {

/// A moment as clocks on a wall show it.
struct LocalTime {
    plan::Date date;
    plan::Time time;
    auto operator<=>(const LocalTime&) const = default;
};

/// What clocks in Britain show at a moment of UTC, by the rule in force since 1996 (Summer Time Order 2002):
/// an hour ahead from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
LocalTime britishTime(const LocalTime& utc);

} // namespace wardmote::recurrence
