#pragma once
#include "core/analysis/calendar.h"

#include <QString>

#include <memory>

/// A year of meetings as the page shows it: what the filters let through, and every finding in words.
namespace wardmote::ui {

struct CalendarAnswer {
    plan::PlanRef plan;
    analysis::Calendar calendar;
};
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

/// One thing to look at, in words, with the occurrences that it concerns.
struct CalendarFinding {
    QString kind;   ///< "Clash"
    QString detail; ///< "Keynsham Forum and Police panel: Avon Police asked to both; times overlap"
    plan::Date day; ///< to jump to
    std::vector<std::size_t> occurrences; ///< none: an empty month
};
/// Those that concern an occurrence seen, or a cluster looked at: clashes, same week, bank holidays, empty
/// months.
std::vector<CalendarFinding> findingsSeen(const CalendarAnswer& answer, const CalendarFilter& filter,
                                          const std::vector<std::size_t>& seen);

QString dayText(plan::Date date);                           ///< "Tue 14 April 2026"
QString timeText(const analysis::Occurrence& occurrence);   ///< "19:00 to 21:00", or a dash
QString sourceText(const analysis::Occurrence& occurrence); ///< "Recorded", "Expected", "Cancelled"
/// "2nd Tuesday clash of A and B": what one clash says.
QString clashText(const plan::Plan& plan, const analysis::Calendar& calendar, const analysis::Clash& clash);
QString namesText(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids);
/// The clusters that an occurrence serves, "whole area" or a dash.
QString clustersText(const plan::Plan& plan, const analysis::Occurrence& occurrence);

} // namespace wardmote::ui
