#include "core/recurrence/rule.h"

#include <algorithm>
#include <fmt/format.h>

// Walks periods of a bounded window, so that every rule comes to an end.
namespace wardmote::recurrence {
namespace {

using plan::Date;

constexpr int yearsAtMost = 20;

int daysIn(int year, int month) {
    return Date{month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1}.daysSinceEpoch() -
           Date{year, month, 1}.daysSinceEpoch();
}

bool hasMonth(const Rule& rule, int month) {
    return rule.months.empty() || std::ranges::binary_search(rule.months, month);
}

bool hasMonthDay(const Rule& rule, const Date& date) {
    const int back = date.day - daysIn(date.year, date.month) - 1;
    return rule.monthDays.empty() || std::ranges::binary_search(rule.monthDays, date.day) ||
           std::ranges::binary_search(rule.monthDays, back);
}

bool hasWeekday(const Rule& rule, int weekday) {
    return std::ranges::any_of(rule.weekdays,
                               [&](const WeekdayPart& part) { return part.weekday == weekday; });
}

/// Days of the span first..last (days since the epoch) that BYDAY names, ordinals counted within the span.
bool namedIn(const Rule& rule, int day, int first, int last) {
    const int weekday = Date::fromDaysSinceEpoch(day).weekday();
    return std::ranges::any_of(rule.weekdays, [&](const WeekdayPart& part) {
        if (part.weekday != weekday) {
            return false;
        }
        const int ordinal = (day - first) / 7 + 1;
        const int back = -((last - day) / 7 + 1);
        return part.ordinal == 0 || part.ordinal == ordinal || part.ordinal == back;
    });
}

/// The days of one month on which the rule falls; by `fallbackDay` where it does not say.
void addMonth(const Rule& rule, int year, int month, int fallbackDay, std::vector<int>& days) {
    if (!hasMonth(rule, month)) {
        return;
    }
    const int first = Date{year, month, 1}.daysSinceEpoch();
    const int last = first + daysIn(year, month) - 1;
    for (int day = first; day <= last; ++day) {
        const auto date = Date::fromDaysSinceEpoch(day);
        const bool named = rule.weekdays.empty() || namedIn(rule, day, first, last);
        const bool fallback = rule.saysTheDay() || date.day == fallbackDay;
        if (named && fallback && hasMonthDay(rule, date)) {
            days.push_back(day);
        }
    }
}

std::vector<int> daysOfYear(const Rule& rule, int year, const Date& anchor) {
    std::vector<int> days;
    if (rule.months.empty() && !rule.weekdays.empty() && rule.monthDays.empty()) {
        const int first = Date{year, 1, 1}.daysSinceEpoch();
        const int last = Date{year, 12, 31}.daysSinceEpoch();
        for (int day = first; day <= last; ++day) {
            if (namedIn(rule, day, first, last)) {
                days.push_back(day);
            }
        }
        return days;
    }
    for (int month = 1; month <= 12; ++month) {
        if (rule.months.empty() && !rule.saysTheDay() && month != anchor.month) {
            continue;
        }
        addMonth(rule, year, month, anchor.day, days);
    }
    return days;
}

std::vector<int> chosen(const Rule& rule, std::vector<int> days) {
    if (rule.positions.empty()) {
        return days;
    }
    std::vector<int> some;
    const int count = static_cast<int>(days.size());
    for (int i = 0; i < count; ++i) {
        if (std::ranges::binary_search(rule.positions, i + 1) ||
            std::ranges::binary_search(rule.positions, i - count)) {
            some.push_back(days[static_cast<std::size_t>(i)]);
        }
    }
    return some;
}

int monthIndex(const Date& date) {
    return date.year * 12 + date.month - 1;
}

/// Calls use(day) for each day of the rule from the anchor's period on, in order, until it returns false or
/// the day is past `last`.
template<class Use>
void walk(const Rule& rule, const Date& anchor, int last, Use use) {
    const int start = anchor.daysSinceEpoch();
    const auto each = [&](const std::vector<int>& days) {
        return std::ranges::all_of(days, [&](int day) { return day < start || use(day); });
    };
    switch (rule.frequency) {
    case Frequency::daily:
        for (int day = start; day <= last; day += rule.interval) {
            const auto date = Date::fromDaysSinceEpoch(day);
            if (hasMonth(rule, date.month) && hasMonthDay(rule, date) &&
                (rule.weekdays.empty() || hasWeekday(rule, date.weekday())) && !use(day)) {
                return;
            }
        }
        return;
    case Frequency::weekly: {
        const int firstOfWeek = start - (anchor.weekday() - rule.weekStart + 7) % 7;
        for (int week = firstOfWeek; week <= last; week += 7 * rule.interval) {
            std::vector<int> days;
            for (int day = week; day < week + 7; ++day) {
                const auto date = Date::fromDaysSinceEpoch(day);
                const bool named = rule.weekdays.empty() ? date.weekday() == anchor.weekday()
                                                         : hasWeekday(rule, date.weekday());
                if (named && hasMonth(rule, date.month)) {
                    days.push_back(day);
                }
            }
            if (!each(chosen(rule, std::move(days)))) {
                return;
            }
        }
        return;
    }
    case Frequency::monthly:
        for (int month = monthIndex(anchor); Date{month / 12, month % 12 + 1, 1}.daysSinceEpoch() <= last;
             month += rule.interval) {
            std::vector<int> days;
            addMonth(rule, month / 12, month % 12 + 1, anchor.day, days);
            if (!each(chosen(rule, std::move(days)))) {
                return;
            }
        }
        return;
    case Frequency::yearly:
        for (int year = anchor.year; Date{year, 1, 1}.daysSinceEpoch() <= last; year += rule.interval) {
            if (!each(chosen(rule, daysOfYear(rule, year, anchor)))) {
                return;
            }
        }
        return;
    }
}

Date monthsBefore(Date date, int months) {
    const int index = date.year * 12 + date.month - 1 - months;
    return {index / 12, index % 12 + 1, date.day};
}

} // namespace

Date anchorBefore(const Rule& rule, Date anchor, Date from) {
    if (anchor <= from) {
        return anchor;
    }
    const int late = anchor.daysSinceEpoch() - from.daysSinceEpoch();
    if (rule.frequency == Frequency::daily || rule.frequency == Frequency::weekly) {
        const int step = rule.interval * (rule.frequency == Frequency::weekly ? 7 : 1);
        return Date::fromDaysSinceEpoch(anchor.daysSinceEpoch() - (late + step - 1) / step * step);
    }
    const int step = rule.interval * (rule.frequency == Frequency::yearly ? 12 : 1);
    // A rule that names its days takes only the month from its anchor; 31 February would be no day at all.
    const auto start = rule.saysTheDay() ? Date{anchor.year, anchor.month, 1} : anchor;
    int months = 0;
    auto back = start;
    while (from < back || !Date::of(back.year, back.month, back.day)) {
        months += step;
        back = monthsBefore(start, months);
    }
    return back;
}

Result<std::vector<Date>> datesBetween(const Rule& rule, Date from, Date to, std::optional<Date> anchor) {
    if (!anchor && !rule.saysTheDay()) {
        return failure(fmt::format("The pattern “{}” does not say on which day.", inWords(rule)),
                       "Record a meeting with its date, or a pattern with a day.");
    }
    std::vector<Date> dates;
    if (to < from) {
        return dates;
    }
    // A rule far in the past is walked from there, so the way is bounded too.
    const auto start = anchor.value_or(from);
    const int reach = std::max(to.year - std::min(start.year, from.year), 0);
    if (to.year - from.year > yearsAtMost || reach > 200) {
        return failure(fmt::format("Dates are given for at most {} years at a time.", yearsAtMost),
                       "Choose a shorter time.");
    }
    const int first = from.daysSinceEpoch();
    const int last = std::min(to, rule.until.value_or(to)).daysSinceEpoch();
    int counted = 0;
    walk(rule, start, last, [&](int day) {
        if (day > last || (rule.count > 0 && ++counted > rule.count)) {
            return false;
        }
        if (day >= first) {
            dates.push_back(Date::fromDaysSinceEpoch(day));
        }
        return true;
    });
    return dates;
}

double meetingsAYear(const Rule& rule) {
    auto endless = rule;
    endless.count = 0;
    endless.until.reset();
    if (rule.frequency == Frequency::weekly && rule.months.empty()) {
        // Diaries have 52 weeks; 1 January 2024 is a Monday, so the window holds whole weeks.
        const Date start{2024, 1, 1};
        const int weeks = 52 * rule.interval;
        int count = 0;
        const int last = start.daysSinceEpoch() + 7 * weeks - 1;
        endless.weekStart = 1;
        walk(endless, start, last, [&](int day) {
            count += day <= last ? 1 : 0;
            return day <= last;
        });
        return static_cast<double>(count) / rule.interval;
    }
    // Four years times the interval hold every phase of leap years and of the interval.
    const int years = 4 * std::clamp(rule.interval, 1, 50);
    const Date start{2024, 1, 1};
    const int last = Date{2024 + years - 1, 12, 31}.daysSinceEpoch();
    int count = 0;
    walk(endless, start, last, [&](int day) {
        count += day <= last ? 1 : 0;
        return day <= last;
    });
    return static_cast<double>(count) / years;
}

Result<double> meetingsAYear(const plan::Recurrence& recurrence) {
    const auto rule = readRule(recurrence.rule);
    return rule ? Result<double>(meetingsAYear(*rule)) : Result<double>(Failure(rule.error()));
}

} // namespace wardmote::recurrence
