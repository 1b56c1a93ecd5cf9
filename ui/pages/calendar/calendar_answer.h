#pragma once
#include "core/analysis/calendar.h"

#include <QString>

#include <memory>

/// A year of meetings as the page shows it: what the filters let through, and every finding in words.
namespace wardmote::ui {

/// A record that can be looked for.
struct CalendarChoice {
    QString name;
    plan::Id id = 0;
};

struct CalendarAnswer {
    plan::PlanRef plan;
    analysis::Calendar calendar;
    std::vector<CalendarChoice> clusters; ///< of the arrangement shown, by name
    std::vector<CalendarChoice> services; ///< that occur in the year, by name, and so on
    std::vector<CalendarChoice> organisations;
    std::vector<CalendarChoice> themes;
};
/// Off the window's thread. The only error is "Stopped".
Result<CalendarAnswer> calendarAnswerOf(const plan::PlanRef& plan, int year, plan::Date today,
                                        const Progress& progress);
using CalendarAnswerRef = std::shared_ptr<const CalendarAnswer>;

/// What is looked at; 0 and empty: all.
struct CalendarFilter {
    QString words; ///< all of them in name, venue, clusters, organisations or services
    plan::Id cluster = 0;
    plan::Id service = 0;
    plan::Id organisation = 0;
    plan::Id theme = 0;
    bool operator==(const CalendarFilter&) const = default;
};

/// Places of the occurrences that the filter lets through, ascending.
std::vector<std::size_t> occurrencesSeen(const CalendarAnswer& answer, const CalendarFilter& filter);

/// One thing to look at. A large plan has hundreds of thousands, so its words are made when it is seen.
struct CalendarFinding {
    enum class Kind : std::uint8_t { clash, onBankHoliday, sameWeek, emptyMonths };
    Kind kind = Kind::clash;
    std::uint32_t place = 0; ///< in the calendar's list of that kind
    bool operator==(const CalendarFinding&) const = default;
};
/// Those that concern an occurrence seen, or a cluster looked at: clashes, bank holidays, same weeks, empty
/// months.
std::vector<CalendarFinding> findingsSeen(const CalendarAnswer& answer, const CalendarFilter& filter,
                                          const std::vector<std::size_t>& seen);
QString kindText(const CalendarFinding& finding); ///< "Clash"
/// "Keynsham Forum and Police panel: Avon Police asked to both; times overlap"
QString detailText(const CalendarAnswer& answer, const CalendarFinding& finding);
plan::Date dayOf(const CalendarAnswer& answer, const CalendarFinding& finding); ///< to jump to
/// The first of the occurrences that it concerns; nothing for an empty month.
std::optional<std::size_t> occurrenceOf(const CalendarAnswer& answer, const CalendarFinding& finding);

QString dayText(plan::Date date);                           ///< "Tue 14 April 2026"
QString dayInYearText(plan::Date date);                     ///< "Tue 14 Apr", where the year is said
QString timeText(const analysis::Occurrence& occurrence);   ///< "19:00 to 21:00", or a dash
QString sourceText(const analysis::Occurrence& occurrence); ///< "Recorded", "Expected", "Cancelled"
/// "2nd Tuesday clash of A and B": what one clash says.
QString clashText(const plan::Plan& plan, const analysis::Calendar& calendar, const analysis::Clash& clash);
QString namesText(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids);
/// The clusters that an occurrence serves, "whole area" or a dash.
QString clustersText(const plan::Plan& plan, const analysis::Occurrence& occurrence);

} // namespace wardmote::ui
