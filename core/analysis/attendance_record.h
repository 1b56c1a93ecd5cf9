#pragma once
#include "core/analysis/figure.h"

namespace wardmote::analysis {

/// Who came, counted: means over the meetings at which that kind was counted.
struct CountedPeople {
    std::optional<double> visitors; ///< members of the public
    std::optional<double> members;  ///< councillors and members of the body
    std::optional<double> officers;
    bool any() const { return visitors || members || officers; }
    bool operator==(const CountedPeople&) const = default;
};

/// Attendance of one mechanism: what was counted at its meetings, and its usual figures apart.
struct AttendanceRecord {
    plan::Id mechanism = 0;
    std::vector<plan::Id> meetings; ///< held by today with anybody counted, by date
    CountedPeople lately;           ///< over the twelve months up to today
    CountedPeople before;           ///< over the twelve months before those
    CountedPeople ever;             ///< over all
    CountedPeople usual;            ///< as the mechanism says, not counted
    /// A year's spending, and apart from it staff hours, for each time that a member of the public came:
    /// divided by meetings a year x public at a meeting (lately; else ever; else usual, then publicIsUsual).
    /// Nothing where a part is not recorded or nobody came. The two are never added.
    Pounds spendingEach;
    Hours hoursEach;
    bool publicIsUsual = false;
    /// More officers and members than public, of what is counted (lately; else ever; else usual).
    bool moreOfficials() const;
    /// What the figures rest on: lately, else ever, else usual.
    const CountedPeople& best() const;
};

struct AttendanceAnswer {
    std::vector<AttendanceRecord> records; ///< of mechanisms with anything recorded, by name
    std::vector<plan::Id> notRecorded;     ///< active mechanisms of which nothing is, by name
};

/// Of every mechanism that has not ended. A meeting that serves several mechanisms counts for each.
/// Cancelled meetings and those after today count for none.
AttendanceAnswer findAttendance(const plan::Plan& plan, plan::Date today);

} // namespace wardmote::analysis
