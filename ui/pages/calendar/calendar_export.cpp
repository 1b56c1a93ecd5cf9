#include "ui/pages/calendar/calendar_export.h"

#include "core/plan/publishable.h"
#include "core/recurrence/rule.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace wardmote::ui {
namespace {

using analysis::Occurrence;
using exchange::CalendarEntry;
using plan::Date;
using plan::Id;

CalendarEntry entryOfDay(const Occurrence& one) {
    return {.uid = fmt::format("mechanism-{}-{:04}{:02}{:02}@wardmote", one.mechanisms.front(), one.date.year,
                               one.date.month, one.date.day),
            .name = one.name,
            .date = one.date,
            .start = one.start,
            .lengthHours = one.lengthHours,
            .venue = one.venue,
            .description = {},
            .link = {},
            .rule = {},
            .except = {}};
}

std::vector<Date> daysOf(const CalendarEntry& series, int year) {
    const auto rule = recurrence::readRule(series.rule);
    return rule ? recurrence::datesBetween(*rule, series.date, {year, 12, 31}, series.date)
                      .value_or(std::vector<Date>{})
                : std::vector<Date>{};
}

/// The expected meetings of one mechanism, by date.
void addSeries(const exchange::MechanismSeries& series, const plan::Plan& plan, int year,
               const std::vector<const Occurrence*>& meetings, std::vector<CalendarEntry>& entries) {
    const auto& first = *meetings.front();
    auto entry = series.of(*plan.find<plan::Mechanism>(first.mechanisms.front()), {year, 1, 1});
    std::vector<Date> wanted;
    std::ranges::transform(meetings, std::back_inserter(wanted), &Occurrence::date);
    const auto days = entry ? daysOf(*entry, year) : std::vector<Date>{};
    if (!entry || !std::ranges::includes(days, wanted)) {
        std::ranges::transform(meetings, std::back_inserter(entries),
                               [](const Occurrence* one) { return entryOfDay(*one); });
        return;
    }
    const bool oneName =
        std::ranges::all_of(meetings, [&](const Occurrence* one) { return one->name == first.name; });
    entry->name = oneName ? first.name : entry->name;
    std::ranges::set_difference(days, wanted, std::back_inserter(entry->except));
    entries.push_back(std::move(*entry));
}

} // namespace

std::vector<CalendarEntry> calendarEntries(const CalendarAnswer& answer,
                                           const std::vector<std::size_t>& seen) {
    std::vector<CalendarEntry> entries;
    std::map<Id, std::vector<const Occurrence*>> expected;
    for (const auto place : seen) {
        const auto& one = answer.calendar.occurrences[place];
        if (one.from == analysis::OccurrenceFrom::expected) {
            expected[one.mechanisms.front()].push_back(&one);
            continue;
        }
        if (auto entry = exchange::entryOf(*answer.plan, *answer.plan->find<plan::Meeting>(one.meeting))) {
            entries.push_back(std::move(*entry));
        }
    }
    const auto plan = plan::publishable(answer.plan);
    const exchange::MechanismSeries series(*plan);
    for (const auto& [mechanism, meetings] : expected) {
        addSeries(series, *plan, answer.calendar.year, meetings, entries);
    }
    return entries;
}

} // namespace wardmote::ui
