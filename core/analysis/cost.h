#pragma once
#include "core/analysis/figure.h"

#include <map>
#include <span>
#include <string>

namespace wardmote::analysis {

/// The estimating rate of the Freedom of Information and Data Protection (Appropriate Limit and Fees)
/// Regulations 2004, regulation 4(4): £25 an hour. An estimating rate, not a cost; used only where the plan
/// asks for it.
inline constexpr plan::Money feesRulesHourlyRate{2500};

enum class MeetingsFrom : std::uint8_t { pattern, stated, counted, notRecorded };

/// How many meetings a mechanism holds in a year: from its recurrence rule; else the number stated; else the
/// number of meetings recorded in the twelve months up to the day asked about (none recorded: not recorded).
struct MeetingsAYear {
    std::optional<double> value;
    MeetingsFrom from = MeetingsFrom::notRecorded;
    std::vector<plan::Id> meetings; ///< those counted
    bool operator==(const MeetingsAYear&) const = default;
};

/// Something a figure takes for granted, to be printed with it.
struct Assumption {
    enum class Kind : std::uint8_t {
        travel,
        reading,
        organising,
        gradeRate,
        feesRulesRate,
        byTopicAtEveryMeeting
    };
    Kind kind = Kind::travel;
    std::string text; ///< one sentence
    auto operator<=>(const Assumption&) const = default;
};

/// What one organisation bears of a mechanism, or of several. Lines are never added to one another.
struct BearerCost {
    plan::Id bearer = 0; ///< an organisation; 0: who bears it is not recorded
    std::optional<plan::Money> spending;
    std::optional<double> staffHours;
    std::optional<plan::Money> staffValue;
    std::optional<double> unpaidHours;
    std::optional<plan::Money> roomValue;
    bool operator==(const BearerCost&) const = default;
};

/// The cost of a mechanism in a year, in lines that are shown apart and never added up:
///
///   spending    sum of its spending lines: cash that would stop with it
///   staffHours  meetings x [sum over paid attendees of (length + travel + reading) + organising hours]
///   staffValue  staff hours at the plan's grade rates, else at £25 where the plan asks for it: non-cashable
///   unpaidHours meetings x sum over unpaid attendees (councillors, volunteers) of (length + travel +
///               reading): never priced
///   roomValue   meetings x what a room used free would cost to hire
///
/// Source of the formula: the plan's design, after the cost lines that UK finance officers accept. An
/// organisation that has papers only costs its reading time; one that comes by topic is counted at every
/// meeting, and that assumption is listed. Where no attendee's people and pay are recorded, the usual number
/// of officers stands for the paid and of members for the unpaid, borne by nobody recorded. Travel, reading
/// and organising hours that are not recorded come from the settings where set (then `assumed`), else are
/// left out (then `atLeast`). A sum of which nothing but a part worth zero is recorded is not recorded.
/// Every line of a mechanism that shares its meetings is multiplied by `share`.
struct MechanismCost {
    plan::Id mechanism = 0;
    MeetingsAYear meetings;
    double share = 1;            ///< of shared meetings: 1 less what the others bear
    bool shareNotStated = false; ///< it shares its meetings but nobody recorded in what shares: not split
    Pounds spending;
    Hours staffHours;
    Pounds staffValue;
    Hours unpaidHours;
    Pounds roomValue;
    std::vector<BearerCost> bearers; ///< in order of id
    std::vector<Assumption> assumptions;
    std::vector<const plan::FieldInfo*> missing; ///< blanks that leave a line open, in order of the form
};

/// Costs of the mechanisms of one plan on one day; made once, asked often.
class CostModel {
public:
    CostModel(const plan::Plan& plan, plan::Date today); ///< keeps a reference to the plan

    /// The mechanism must be one of the plan's.
    MechanismCost of(plan::Id mechanism) const;
    MeetingsAYear meetingsAYear(plan::Id mechanism) const;
    /// The last meeting known by the day asked about: recorded as such or as a Meeting.
    std::optional<plan::Date> lastMet(plan::Id mechanism) const;
    std::vector<const plan::Meeting*> meetingsOf(plan::Id mechanism) const; ///< in order of date

private:
    struct Share {
        double own = 1;
        bool notStated = false;
    };
    Share shareOf(const plan::Mechanism& mechanism) const;

    const plan::Plan& plan_;
    plan::Date today_;
    std::map<plan::Id, std::vector<const plan::Meeting*>> meetings_;
    std::map<std::string, std::optional<double>> meetingsByRule_;
    std::map<plan::Id, std::vector<const plan::Mechanism*>> sharers_; ///< who names it as sharing a meeting
};

/// Several mechanisms' costs line by line. A line's figure is the sum of what is recorded; `unknown` says of
/// how many mechanisms nothing is.
struct CostTotals {
    std::size_t mechanisms = 0;
    std::optional<double> meetings; ///< a year; a meeting shared by several counts by shares
    std::size_t meetingsUnknown = 0;
    Pounds spending;
    Hours staffHours;
    Pounds staffValue;
    Hours unpaidHours;
    Pounds roomValue;
    std::size_t spendingUnknown = 0;
    std::size_t staffHoursUnknown = 0;
    std::size_t staffValueUnknown = 0;
    std::size_t unpaidHoursUnknown = 0;
    std::size_t roomValueUnknown = 0;
    std::vector<BearerCost> bearers;
    std::vector<Assumption> assumptions; ///< each once
};
CostTotals totalOf(std::span<const MechanismCost> costs);

/// The organisation at the top of those that this one is part of; itself if it is part of none.
plan::Id bodyOf(const plan::Plan& plan, plan::Id organisation);

} // namespace wardmote::analysis
