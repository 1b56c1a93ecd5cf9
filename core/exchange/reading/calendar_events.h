#pragma once
#include "core/recurrence/british_time.h"

#include <optional>
#include <string>
#include <vector>

namespace wardmote::exchange {

/// When something starts, in British local time; without a time it is a whole day.
struct CalendarMoment {
    plan::Date date;
    std::optional<plan::Time> time;
    auto operator<=>(const CalendarMoment&) const = default;
};

/// One meeting of a calendar file, of a series or alone.
struct CalendarMeeting {
    std::string uid;    ///< of the series with its original start added, or of the event itself
    std::string series; ///< UID of the series; empty: no series
    std::string name;
    CalendarMoment start;
    std::optional<double> lengthHours;
    std::string venue;
    std::string description;
    std::string link;
    bool cancelled = false;
};

/// How much of a calendar is read.
struct CalendarLimits {
    std::size_t events = 20'000;   ///< of the file; more are refused
    std::size_t meetings = 50'000; ///< after series are laid out; the rest is cut, and said
    int daysAhead = 366;           ///< a series without end is laid out so far beyond the file's newest date
    int yearsBack = 5;             ///< and so far back from there
};

struct CalendarContent {
    std::vector<CalendarMeeting> meetings; ///< by start, name
    std::vector<std::string> warnings;
    bool cut = false;
};

/// Reads iCalendar (RFC 5545). Times with a zone or in UTC become British local time, floating ones are taken
/// as they stand. Series are laid out by the plan's own rules (DAILY to YEARLY), with RDATE, EXDATE and
/// meetings moved or cancelled one by one (RECURRENCE-ID); of a rule that can't be read only the first
/// meeting is taken, with a warning. Throws Refused for what is no complete calendar or holds too much.
CalendarContent readCalendarText(const std::string& text, const CalendarLimits& limits = {});

} // namespace wardmote::exchange
