#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <filesystem>
#include <span>

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
    std::string rule; ///< of a series, as a plan keeps it; empty: one meeting
    bool operator==(const CalendarEntry&) const = default;
};

/// The UID of a record that came from no calendar: "meeting-123@wardmote", "mechanism-123@wardmote".
std::string ownUid(plan::RecordKind kind, plan::Id id);
/// The record that such a UID names; of one occurrence of a series ("mechanism-123-20260414@wardmote") its
/// mechanism.
std::optional<plan::Id> recordOfUid(plan::RecordKind kind, std::string_view uid);

/// A meeting with a date, by the UID of the calendar it came from, else by its own.
std::optional<CalendarEntry> entryOf(const plan::Meeting& meeting);
/// The series of a mechanism, from the first day of its pattern on or after `from` (but not before it was set
/// up), its phase counted from patternStart or lastMet. Nothing where its pattern is not recorded or needs a
/// day to count from and has none.
std::optional<CalendarEntry> seriesOf(const plan::Mechanism& mechanism, plan::Date from);

/// The entries as iCalendar (RFC 5545). Times are local times of Europe/London with its time zone written
/// out, so that a meeting at 19:00 is at 19:00 in winter and in summer; a meeting without a start is a whole
/// day. Equal entries give equal text: the stamp is the entry's date.
std::string calendarText(std::span<const CalendarEntry> entries);
Result<void> writeCalendar(const std::filesystem::path& file, std::span<const CalendarEntry> entries);

} // namespace wardmote::exchange
