#pragma once
#include "core/analysis/figure.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <array>

namespace wardmote::analysis {

/// What is asked of one organisation or role in a year. A meeting shared by several mechanisms counts by
/// their shares, so that one meeting is one.
struct BodyLoad {
    plan::RecordKind kind = plan::RecordKind::organisation; ///< or role
    plan::Id body = 0;
    std::vector<plan::Id> mechanisms; ///< active ones that it attends, ascending
    std::vector<plan::Id> services;   ///< that run them (the lead where no service is recorded), itself aside
    std::optional<double> meetings;   ///< a year, of those it attends always or where how is not recorded
    double byTopic = 0;               ///< a year, more, at most: those it attends by topic
    std::size_t meetingsUnknown = 0;  ///< mechanisms of which it is not recorded how often they meet
    Hours paid;                       ///< a year: attending, travelling, reading
    Hours unpaid;                     ///< the same, of councillors and volunteers; never priced
    std::array<int, 12> months{};     ///< meetings with a date in the year, January first
    int dated = 0;                    ///< their sum
    std::size_t clashes = 0;          ///< in which it is asked to two places
    std::vector<plan::Date> weeksOver; ///< Mondays of weeks over the plan's limit
    std::vector<int> monthsOver;       ///< 1..12
    std::size_t always = 0;            ///< mechanisms by how it attends
    std::size_t byTopicMechanisms = 0;
    std::size_t papersOnly = 0;
    std::size_t howNotRecorded = 0;
};

/// What one service asks of another organisation.
struct Ask {
    plan::Id service = 0; ///< the lead where no service is recorded
    plan::Id organisation = 0;
    std::vector<plan::Id> mechanisms;
    std::optional<double> meetings; ///< a year, as far as recorded; by topic and papers aside
    Hours hours;                    ///< paid and unpaid, a year
};

struct MeetingLoad {
    int year = 0;                 ///< of months, weeks and clashes
    std::optional<int> weekLimit; ///< of the plan's settings; nothing is assumed
    std::optional<int> monthLimit;
    std::vector<BodyLoad> organisations; ///< most meetings first, then by name
    std::vector<BodyLoad> roles;         ///< the same
    std::vector<Ask> asks;               ///< most meetings first
    std::size_t undated = 0;             ///< active mechanisms without a date in the year
    Hours voluntaryPaid;                 ///< of voluntary, faith and infrastructure bodies together
    Hours voluntaryUnpaid;
    std::vector<plan::Id> invitedNowhere; ///< organisations that are not closed, run nothing and attend
                                          ///< nothing, by name
    /// Share of the voluntary sector's recorded hours that nobody pays; nothing without any.
    std::optional<double> unpaidShare() const;
};

/// Who is asked to how much, by the mechanisms that are active (status active or not recorded, not ended).
///
/// Hours of an organisation: people x (length + travel + reading) x meetings a year, as MechanismCost says;
/// what it organises is no attendance and not in it. Of a role: one person's. Organisations with general
/// names
/// ("residents") are nobody; the plan's own council counts by service.
///
/// A plan after a scenario is asked as any other. The only error is "Stopped".
Result<MeetingLoad> findMeetingLoad(const plan::Plan& plan, int year, plan::Date today,
                                    const Progress& progress = {});

} // namespace wardmote::analysis
