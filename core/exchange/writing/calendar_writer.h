#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <filesystem>
#include <span>
#include <unordered_map>

namespace wardmote::recurrence {
struct Rule;
}

namespace wardmote::exchange {

/// One meeting, or a series of them, as a calendar has it.
struct CalendarEntry {
    std::string uid; ///< the same each time it is written
    std::string name;
    plan::Date date;                 ///< of the only or the first meeting
    std::optional<plan::Time> start; ///< nothing: the whole day
    std::optional<double> lengthHours;
    std::string venue;
    std::string description;
    std::string link;
    bool cancelled = false;
    std::string rule;               ///< of a series, as a plan keeps it; empty: one meeting
    std::vector<plan::Date> except; ///< days of the rule on which the series does not meet
    bool operator==(const CalendarEntry&) const = default;
};

/// The UID of a record that came from no calendar: "meeting-123@wardmote", "mechanism-123@wardmote".
std::string ownUid(plan::RecordKind kind, plan::Id id);
/// The record that such a UID names; of one occurrence of a series ("mechanism-123-20260414@wardmote") its
/// mechanism.
std::optional<plan::Id> recordOfUid(plan::RecordKind kind, std::string_view uid);

/// What a meeting does not record itself of its start, length and venue, and its mechanisms do: the first by
/// id that does.
plan::Meeting withUsual(const plan::Plan& plan, plan::Meeting meeting);
/// A meeting with a date, with what is usual of its mechanisms, by the UID of the calendar it came from, else
/// by its own.
std::optional<CalendarEntry> entryOf(const plan::Plan& plan, const plan::Meeting& meeting);
/// The series of a plan's mechanisms: what a calendar is told of them, and what it says back that is nothing
/// new.
class MechanismSeries {
public:
    explicit MechanismSeries(const plan::Plan& plan); ///< which must outlive it

    /// From the first day of the mechanism's pattern on or after `from` (but not before it was set up) to the
    /// day it ended, its phase counted from patternStart, else the first recorded meeting, else lastMet. By
    /// the UID of the calendar it came from, else by its own. Nothing where the mechanism is not active (or
    /// its status not recorded), where its pattern is not recorded, or where that needs a day to count from
    /// and has none.
    std::optional<CalendarEntry> of(const plan::Mechanism& mechanism, plan::Date from) const;

    /// Whether the mechanism's pattern falls on the day, while it exists.
    bool expects(const plan::Mechanism& mechanism, plan::Date day) const;

private:
    std::optional<plan::Date> countedFrom(const plan::Mechanism& mechanism, const recurrence::Rule& rule,
                                          plan::Date day) const;

    const plan::Plan& plan_;
    std::unordered_map<plan::Id, plan::Date> firstMeetings_; ///< by mechanism
};

/// The entries as iCalendar (RFC 5545). Times are local times of Europe/London with its time zone written
/// out, so that a meeting at 19:00 is at 19:00 in winter and in summer; a meeting without a start is a whole
/// day. Equal entries give equal text: the stamp is the entry's date.
std::string calendarText(std::span<const CalendarEntry> entries);
Result<void> writeCalendar(const std::filesystem::path& file, std::span<const CalendarEntry> entries);

} // namespace wardmote::exchange
