#pragma once
#include "core/analysis/meeting_load.h"
#include "core/analysis/scenario/what_if.h"

namespace wardmote::analysis {

/// What is asked of one organisation or role on one side, of its BodyLoad. Nothing at all is asked where it
/// attends nothing: then meetings and hours are zero, not "not recorded".
struct LoadSide {
    std::size_t mechanisms = 0;
    std::optional<double> meetings;  ///< a year, that it attends always or where how is not recorded
    double byTopic = 0;              ///< a year, more, at most
    std::size_t meetingsUnknown = 0; ///< mechanisms of which it is not recorded how often they meet
    Hours paid;
    Hours unpaid;
    std::size_t weeksOver = 0; ///< the plan's limit
    std::size_t monthsOver = 0;

    bool isOver() const { return weeksOver + monthsOver > 0; }
};

struct LoadChange {
    plan::RecordKind kind = plan::RecordKind::organisation; ///< or role
    plan::Id body = 0;
    LoadSide before;
    LoadSide after;
    /// After less before: negative where it is asked to less. Empty where one side is not recorded.
    std::optional<double> meetingsChange() const;
    std::optional<double> paidChange() const;
    std::optional<double> unpaidChange() const;
    bool isChanged() const; ///< in anything that LoadSide holds, by more than a rounding
};

struct LoadChanges {
    int year = 0; ///< of weeks and months
    std::optional<int> weekLimit;
    std::optional<int> monthLimit;
    /// Mechanisms in force without a date in the year, which no week or month can count.
    std::size_t undatedBefore = 0;
    std::size_t undatedAfter = 0;
    /// Who is asked to meetings before or after: those for whom something changes first, then the largest
    /// change of meetings, then of hours (the larger of paid and unpaid, which are not added), then by kind
    /// and name.
    std::vector<LoadChange> bodies;
    std::size_t changed = 0;
    std::size_t overBefore = 0; ///< bodies over a limit in some week or month
    std::size_t overAfter = 0;
};

/// Who would be asked to which meetings: findMeetingLoad() of the plan before and of the plan after, both
/// over the whole of today's year. Changes of which nothing is claimed (ChangeEffect::counted) are left out
/// of the plan after, as the totals of costs leave them; meetings that are in the diary of a mechanism that
/// goes, or that is to meet by another pattern, do not count there. `weighed` must be of this plan. Errors:
/// stopped.
Result<LoadChanges> loadChangesOf(const plan::Plan& plan, const WhatIf& weighed, plan::Date today,
                                  const Progress& progress = {});

/// "3 weeks and 1 month over the limit", "within the limit"; "no limit is set" where the plan has none.
std::string limitInWords(const LoadChanges& changes, const LoadSide& side);
/// "12", "at least 6", "not recorded": meetings a year, those by topic aside.
std::string meetingsInWords(const LoadSide& side);
/// "up to 4", "none": meetings a year that it comes to when the topic is its own.
std::string byTopicInWords(const LoadSide& side);
/// "6 fewer", "2 more", "no change"; empty where one side is not recorded.
std::string meetingsChangeInWords(const LoadChange& change);
/// On what weeks and months over a limit rest, a sentence or two; whether the plan has a limit at all.
std::string limitNote(const LoadChanges& changes);
/// "Sharing a meeting: ...": how a shared meeting is split on both sides.
std::string_view sharedMeetingNote();

} // namespace wardmote::analysis
