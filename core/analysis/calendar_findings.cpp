#include "core/analysis/calendar.h"
#include "core/analysis/calendar_dates.h"
#include "core/analysis/duplication.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;

using Weeks = std::map<plan::Date, std::size_t>; ///< Monday -> the first occurrence of the week

std::map<Id, Weeks> weeksOf(const Calendar& calendar) {
    std::map<Id, Weeks> weeks;
    for (std::size_t i = 0; i < calendar.occurrences.size(); ++i) {
        const auto& occurrence = calendar.occurrences[i];
        for (const auto id : occurrence.mechanisms) {
            if (!occurrence.cancelled) {
                weeks[id].emplace(mondayOf(occurrence.date), i);
            }
        }
    }
    return weeks;
}

std::vector<SameWeek> sameWeeksOf(const Calendar& calendar, const Duplication& duplication) {
    const auto weeks = weeksOf(calendar);
    std::vector<SameWeek> found;
    for (const auto& pair : duplication.pairs) {
        const auto a = weeks.find(pair.a);
        const auto b = weeks.find(pair.b);
        if (!pair.overlaps() || a == weeks.end() || b == weeks.end()) {
            continue;
        }
        for (const auto& [week, first] : a->second) {
            const auto second = b->second.find(week);
            // One meeting that serves both is no duplication of meetings.
            if (second != b->second.end() && second->second != first) {
                const bool inOrder = first < second->second;
                found.push_back({std::min(first, second->second), std::max(first, second->second),
                                 inOrder ? pair.a : pair.b, inOrder ? pair.b : pair.a,
                                 pair.score.value_or(0)});
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const SameWeek& week) { return std::tuple(week.a, week.b); });
    return found;
}

std::vector<OnBankHoliday> onBankHolidaysOf(const Calendar& calendar) {
    std::vector<OnBankHoliday> found;
    for (std::size_t i = 0; i < calendar.occurrences.size(); ++i) {
        for (const auto& holiday : calendar.bankHolidays) {
            if (holiday.date == calendar.occurrences[i].date && !calendar.occurrences[i].cancelled) {
                found.push_back({i, holiday});
            }
        }
    }
    return found;
}

std::vector<EmptyMonths> emptyMonthsOf(const Calendar& calendar) {
    std::map<Id, std::array<int, 13>> counts;
    for (const auto& occurrence : calendar.occurrences) {
        for (const auto id : occurrence.clusters) {
            if (!occurrence.cancelled) {
                ++counts[id][static_cast<std::size_t>(occurrence.date.month)];
            }
        }
    }
    std::vector<EmptyMonths> found;
    for (const auto id : calendar.clusters) {
        EmptyMonths empty{id, {}};
        for (int month = 1; month <= 12; ++month) {
            if (counts[id][static_cast<std::size_t>(month)] == 0) {
                empty.months.push_back(month);
            }
        }
        if (!empty.months.empty()) {
            found.push_back(std::move(empty));
        }
    }
    return found;
}

} // namespace

Result<Calendar> findCalendar(const plan::Plan& plan, int year, plan::Date today, const Progress& progress) {
    auto calendar = meetingsOf(plan, year);
    progress.at(0.4, "Looking for clashes");
    if (progress.stopped()) {
        return failure("Stopped");
    }
    calendar.clashes = clashesOf(calendar, progress);
    calendar.onBankHolidays = onBankHolidaysOf(calendar);
    calendar.emptyMonths = emptyMonthsOf(calendar);
    progress.at(0.6, "Comparing mechanisms");
    const auto duplication =
        findDuplication(plan, {.today = today, .keepUnscored = 0}, {.report = {}, .stop = progress.stop});
    if (!duplication) {
        return Failure(duplication.error());
    }
    calendar.sameWeek = sameWeeksOf(calendar, *duplication);
    return calendar;
}

} // namespace wardmote::analysis
