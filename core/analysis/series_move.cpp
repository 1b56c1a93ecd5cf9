#include "core/analysis/series_move.h"

#include "core/base/contract.h"
#include "core/recurrence/rule.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

using plan::Date;
using recurrence::Frequency;
using recurrence::Rule;
using recurrence::WeekdayPart;

int daysInMonth(const Date& date) {
    for (int day = 31; day > 28; --day) {
        if (Date::of(date.year, date.month, day)) {
            return day;
        }
    }
    return 28;
}

bool isIn(const WeekdayPart& part, const Date& date) {
    const int back = -((daysInMonth(date) - date.day) / 7 + 1);
    const int ordinal = (date.day - 1) / 7 + 1;
    return part.weekday == date.weekday() &&
           (part.ordinal == 0 || part.ordinal == ordinal || part.ordinal == back);
}

/// "3rd Wednesday" of a day; counted from the end where the old part was, or where not every month has it.
WeekdayPart partOf(const Date& date, const WeekdayPart& old) {
    const int ordinal = (date.day - 1) / 7 + 1;
    const bool lastWeek = date.day > daysInMonth(date) - 7;
    if (old.ordinal == 0) {
        return {0, date.weekday()};
    }
    return {lastWeek && (old.ordinal < 0 || ordinal == 5) ? -1 : ordinal, date.weekday()};
}

Failure severalDays() {
    return failure("The pattern names several days that could be meant.",
                   "Write the new pattern in words instead.");
}

Result<void> moveWeekday(Rule& rule, const Date& from, const Date& to) {
    const auto fits = [&](const WeekdayPart& part) { return isIn(part, from); };
    if (std::ranges::count_if(rule.weekdays, fits) != 1 || !rule.positions.empty()) {
        return severalDays();
    }
    auto& part = *std::ranges::find_if(rule.weekdays, fits);
    part = partOf(to, part);
    std::ranges::sort(rule.weekdays);
    const auto repeats = std::ranges::unique(rule.weekdays);
    rule.weekdays.erase(repeats.begin(), repeats.end());
    return {};
}

Result<void> moveMonthDay(Rule& rule, const Date& from, const Date& to) {
    const int back = from.day - daysInMonth(from) - 1;
    const auto fits = [&](int day) { return day == from.day || day == back; };
    if (std::ranges::count_if(rule.monthDays, fits) != 1 || !rule.weekdays.empty()) {
        return severalDays();
    }
    auto& day = *std::ranges::find_if(rule.monthDays, fits);
    day = day < 0 && to.day == daysInMonth(to) ? -1 : to.day;
    std::ranges::sort(rule.monthDays);
    return {};
}

Result<Rule> movedRule(Rule rule, const Date& from, const Date& to) {
    const bool monthly = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
    if (monthly && !rule.months.empty() && from.month != to.month) {
        return failure("The pattern names its months, and the new day lies in another.",
                       "Move it within its month, or write the new pattern in words.");
    }
    Result<void> moved;
    if (!rule.weekdays.empty()) {
        moved = moveWeekday(rule, from, to);
    } else if (!rule.monthDays.empty()) {
        moved = moveMonthDay(rule, from, to);
    }
    return moved ? Result<Rule>(std::move(rule)) : Result<Rule>(Failure(moved.error()));
}

std::vector<OnBankHoliday> holidaysOf(const Calendar& calendar, plan::Id mechanism) {
    std::vector<OnBankHoliday> found;
    for (std::size_t i = 0; i < calendar.occurrences.size(); ++i) {
        const auto& occurrence = calendar.occurrences[i];
        const auto holiday =
            std::ranges::find(calendar.bankHolidays, occurrence.date, &recurrence::BankHoliday::date);
        if (holiday != calendar.bankHolidays.end() && !occurrence.cancelled &&
            std::ranges::binary_search(occurrence.mechanisms, mechanism)) {
            found.push_back({i, *holiday});
        }
    }
    return found;
}

std::size_t expectedOf(const Calendar& calendar, plan::Id mechanism) {
    return static_cast<std::size_t>(
        std::ranges::count_if(calendar.occurrences, [&](const Occurrence& occurrence) {
            return occurrence.from == OccurrenceFrom::expected &&
                   std::ranges::binary_search(occurrence.mechanisms, mechanism);
        }));
}

plan::Mechanism movedMechanism(const plan::Plan& plan, const SeriesMove& move) {
    const auto* mechanism = plan.find<plan::Mechanism>(move.mechanism);
    contract(mechanism != nullptr, "a series that is moved belongs to a mechanism of the plan");
    auto moved = *mechanism;
    moved.pattern = move.pattern;
    moved.patternStart = move.patternStart ? move.patternStart : moved.patternStart;
    return moved;
}

} // namespace

bool needsStart(const Rule& rule) {
    return rule.interval > 1 || !rule.saysTheDay();
}

Result<SeriesMove> seriesMoved(const plan::Mechanism& mechanism, Date from, Date to) {
    const auto rule = recurrence::readRule(mechanism.pattern.rule);
    if (!rule) {
        return Failure(rule.error());
    }
    const auto moved = movedRule(*rule, from, to);
    if (!moved) {
        return Failure(moved.error());
    }
    SeriesMove move{mechanism.id, {moved->text()}, {}};
    if (needsStart(*moved)) {
        move.patternStart = to;
    }
    return move;
}

Result<SeriesMove> seriesMovedTo(const plan::Mechanism& mechanism, const std::string& text,
                                 std::optional<Date> start) {
    const auto rule = recurrence::readRule(text);
    if (!rule) {
        return Failure(rule.error());
    }
    if (needsStart(*rule) && !start) {
        return failure(fmt::format("The pattern “{}” needs a day to count from.", recurrence::inWords(*rule)),
                       "Give a day on which it meets.");
    }
    return SeriesMove{mechanism.id, {rule->text()}, needsStart(*rule) ? start : std::nullopt};
}

SeriesMoveEffect effectOf(const plan::Plan& plan, const SeriesMove& move, int year) {
    SeriesMoveEffect effect;
    effect.before = meetingsOf(plan, year);
    auto moved = plan; // records are shared: a copy costs pointers
    moved.put(movedMechanism(plan, move));
    effect.after = meetingsOf(moved, year);
    effect.clashesBefore = clashesOf(effect.before, move.mechanism);
    effect.clashesAfter = clashesOf(effect.after, move.mechanism);
    effect.onBankHolidaysBefore = holidaysOf(effect.before, move.mechanism);
    effect.onBankHolidaysAfter = holidaysOf(effect.after, move.mechanism);
    effect.expectedBefore = expectedOf(effect.before, move.mechanism);
    effect.expectedAfter = expectedOf(effect.after, move.mechanism);
    return effect;
}

plan::Changes changesOf(const plan::Plan& plan, const SeriesMove& move) {
    plan::Changes changes;
    if (const auto* mechanism = plan.find<plan::Mechanism>(move.mechanism)) {
        changes.update(*mechanism, movedMechanism(plan, move));
    }
    return changes;
}

std::string labelOf(const plan::Plan& plan, const SeriesMove& move) {
    auto words = recurrence::inWords(move.pattern);
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') {
        words[0] = static_cast<char>(words[0] + 32);
    }
    return fmt::format("Move {} to {}", plan::nameOf(plan, plan::RecordKind::mechanism, move.mechanism),
                       words);
}

} // namespace wardmote::analysis
