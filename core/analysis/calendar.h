#pragma once
#include "core/analysis/figure.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/recurrence/bank_holidays.h"

#include <string>
#include <unordered_map>

namespace wardmote::analysis {

/// How sure a date is.
enum class OccurrenceFrom : std::uint8_t {
    recorded, ///< a Meeting of the plan
    expected  ///< a day on which the pattern of a mechanism falls
};

/// One meeting on one day. A meeting that serves several mechanisms is one occurrence. Lists of ids are
/// ascending, each once.
struct Occurrence {
    plan::Date date;
    std::optional<plan::Time> start;
    std::optional<double> lengthHours;
    std::string venue;
    std::string name; ///< the meeting's title, or the mechanisms' names
    OccurrenceFrom from = OccurrenceFrom::recorded;
    plan::Id meeting = 0; ///< of a recorded one
    bool cancelled = false;
    bool wholePlan = false; ///< of a mechanism that covers the whole plan: of no cluster more than another
    std::vector<plan::Id> mechanisms;
    std::vector<plan::Id> clusters;      ///< of the arrangement shown, that it serves
    std::vector<plan::Id> organisations; ///< that come every time: neither by topic nor for papers only
    std::vector<plan::Id> roles;
    std::vector<plan::Id> services; ///< that run it; the lead organisation where no service is recorded
    std::vector<plan::Id> themes;

    bool isEvening() const { return start && start->minutes >= 17 * 60; }
    bool operator==(const Occurrence&) const = default;
};

/// How the times of two occurrences of one day stand to each other.
enum class TimesMeet : std::uint8_t {
    overlap, ///< both starts and lengths are recorded, and they overlap
    unknown, ///< some start or length is not recorded: the same day is all that can be said
    apart
};

/// Two occurrences of one day that ask the same of somebody. A year of a large plan has hundreds of
/// thousands, so who it is that they ask is told by askedOfBoth() when one is looked at.
struct Clash {
    std::uint32_t a = 0; ///< places in Calendar::occurrences, a before b
    std::uint32_t b = 0;
    TimesMeet times = TimesMeet::unknown;
    bool roles = false;         ///< somebody is asked to be in two places at once
    bool organisations = false; ///< the same of a body
    bool venue = false;         ///< in one place at once
    bool clusters = false;      ///< a cluster is asked to two meetings in one evening
    bool operator==(const Clash&) const = default;
};

/// Whom two occurrences ask for, ids ascending; a list is empty where the clash is none of its kind.
struct AskedOfBoth {
    std::vector<plan::Id> roles;
    std::vector<plan::Id> organisations;
    std::vector<plan::Id> clusters;
    bool operator==(const AskedOfBoth&) const = default;
};

/// Two mechanisms that overlap and meet in one week (Monday to Sunday).
struct SameWeek {
    std::size_t a = 0; ///< places in Calendar::occurrences, a before b
    std::size_t b = 0;
    plan::Id mechanismA = 0;
    plan::Id mechanismB = 0;
    double score = 0; ///< of the pair, as findDuplication() gives it
    bool operator==(const SameWeek&) const = default;
};

struct OnBankHoliday {
    std::size_t occurrence = 0;
    recurrence::BankHoliday holiday;
    bool operator==(const OnBankHoliday&) const = default;
};

/// Months without a meeting of a cluster's own.
struct EmptyMonths {
    plan::Id cluster = 0;
    std::vector<int> months; ///< 1..12
    bool operator==(const EmptyMonths&) const = default;
};

/// An active mechanism that has no date in the year, and why.
struct Undated {
    enum class Why : std::uint8_t {
        patternNotRecorded,
        dayNotSaid,         ///< "monthly", and no meeting to count from
        firstDayNotRecorded ///< "every six weeks", and no meeting to count from
    };
    plan::Id mechanism = 0;
    Why why = Why::patternNotRecorded;
    bool operator==(const Undated&) const = default;
};

struct Calendar {
    int year = 0;
    std::vector<Occurrence> occurrences; ///< by date, start (unknown last), name, ids
    std::vector<Undated> undated;        ///< by name
    std::vector<plan::Id> clusters;      ///< of the arrangement shown, by name
    std::vector<recurrence::BankHoliday> bankHolidays;
    std::vector<Clash> clashes; ///< people first, then venues, organisations, evenings; by date within
    std::vector<SameWeek> sameWeek;
    std::vector<OnBankHoliday> onBankHolidays;
    std::vector<EmptyMonths> emptyMonths; ///< by cluster; none where a cluster has no empty month
};

/// The meetings of one calendar year.
///
/// Recorded: every Meeting with a date in the year. Expected: the days on which the pattern of each active
/// mechanism falls while it exists (from set up until ended), its phase counted from patternStart, else from
/// its first recorded meeting, else lastMet. Each recorded meeting takes the place of the nearest expected
/// day of its mechanism, if it is near: no further than half the pattern's usual gap, and 45 days at most. A
/// cancelled one does so too, and stands as cancelled. Mechanisms that share a meeting (sharedMeetings) and
/// are expected on one day are one occurrence.
///
/// Active: status active or not recorded, and not ended.
///
/// Clusters are those of the arrangement shown that hold an area of the mechanism, with those that the
/// meeting itself names.
Calendar meetingsOf(const plan::Plan& plan, int year);

/// The same with findings:
///
///   clashes    on one day and not at times apart: the same role; the same organisation, unless it comes by
///              topic or for papers only (where how it attends is not recorded it counts; general names do
///              not, and the plan's own council counts by service); the same venue. In one evening (from
///              17:00, or a start not recorded) and one cluster, at whatever hour, those of the whole plan
///              aside. Cancelled meetings clash with nothing.
///   sameWeek   pairs that overlap by findDuplication() on `today`, once for each week in which both meet
///   emptyMonths of a cluster: months without a meeting of its own that was not cancelled
///
/// The only error is "Stopped".
Result<Calendar> findCalendar(const plan::Plan& plan, int year, plan::Date today,
                              const Progress& progress = {});

/// Clashes alone, as findCalendar() orders them. Asked to stop, those found so far.
std::vector<Clash> clashesOf(const Calendar& calendar, const Progress& progress = {});
/// The same of one mechanism, looked for on its days alone.
std::vector<Clash> clashesOf(const Calendar& calendar, plan::Id mechanism);
AskedOfBoth askedOfBoth(const Calendar& calendar, const Clash& clash);

/// In how many clashes each body and role is asked to two places; who is in none is not listed.
struct ClashCounts {
    std::unordered_map<plan::Id, std::size_t> organisations;
    std::unordered_map<plan::Id, std::size_t> roles;
};
ClashCounts countClashes(const Calendar& calendar, const Progress& progress = {});

} // namespace wardmote::analysis
