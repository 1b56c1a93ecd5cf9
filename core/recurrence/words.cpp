#include "core/recurrence/words.h"

#include "core/recurrence/pattern_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::recurrence {
namespace {

/// The pattern that the parts make together; nothing where they make none.
std::optional<ReadPattern> combined(const PatternParts& parts) {
    ReadPattern pattern;
    pattern.startTime = parts.start;
    pattern.lengthHours = parts.length;
    pattern.about = parts.about;
    const bool ordinals =
        std::ranges::any_of(parts.weekdays, [](const WeekdayPart& part) { return part.ordinal != 0; });
    const bool plainDays =
        std::ranges::any_of(parts.weekdays, [](const WeekdayPart& part) { return part.ordinal == 0; });
    if ((ordinals && plainDays) || (!parts.days.empty() && !parts.weekdays.empty()) ||
        (parts.everyNth && !parts.monthSaid && !parts.every && parts.weekdays.size() < 2)) {
        return std::nullopt;
    }
    Rule rule;
    rule.months = parts.months;
    std::ranges::sort(rule.months);
    const auto same = std::ranges::unique(rule.months);
    rule.months.erase(same.begin(), same.end());
    if (parts.every) {
        rule.frequency = parts.every->frequency;
        rule.interval = parts.every->interval;
    } else if (ordinals || !parts.days.empty()) {
        if (!parts.days.empty() && !parts.monthSaid) {
            return std::nullopt;
        }
        rule.frequency = Frequency::monthly;
    } else if (plainDays && parts.everyDay) {
        rule.frequency = Frequency::weekly;
    } else if (!rule.months.empty() && !plainDays && !parts.count) {
        rule.frequency = Frequency::yearly;
    } else if (parts.count) {
        pattern.meetingsAYear = parts.count;
        return pattern;
    } else {
        return std::nullopt;
    }
    rule.weekdays = parts.weekdays;
    rule.monthDays = parts.days;
    std::ranges::sort(rule.weekdays);
    std::ranges::sort(rule.monthDays);
    const bool byWeek = rule.frequency == Frequency::weekly || rule.frequency == Frequency::daily;
    if ((ordinals || !parts.days.empty()) && byWeek) {
        return std::nullopt;
    }
    if (plainDays && !byWeek) { // "monthly on a Tuesday": which one is not said
        rule.weekdays.clear();
        pattern.about = true;
    }
    if (rule.frequency == Frequency::yearly && ordinals && rule.months.empty()) {
        return std::nullopt;
    }
    if (rule.frequency == Frequency::monthly && rule.interval > 1 && !rule.months.empty()) {
        // "quarterly (Jan, Apr, Jul, Oct)": the months are the pattern, if they are as many.
        if (static_cast<int>(rule.months.size()) * rule.interval != 12) {
            return std::nullopt;
        }
        rule.frequency = ordinals || !parts.days.empty() ? Frequency::monthly : Frequency::yearly;
        rule.interval = 1;
    }
    if (!parts.except.empty()) {
        if (!rule.months.empty() || rule.interval > 1 || rule.frequency == Frequency::yearly) {
            return std::nullopt;
        }
        for (int month = 1; month <= 12; ++month) {
            if (std::ranges::find(parts.except, month) == parts.except.end()) {
                rule.months.push_back(month);
            }
        }
    }
    if (rule.interval > 400 || rule.months.size() > 12) {
        return std::nullopt;
    }
    if (parts.count &&
        *parts.count != meetingsAYear(rule)) { // "monthly, 10 a year": the number is the exact one
        pattern.meetingsAYear = parts.count;
        return pattern;
    }
    const auto checked = readRule(rule.text());
    if (!checked) {
        return std::nullopt;
    }
    pattern.rule = checked->text();
    return pattern;
}

} // namespace

Result<ReadPattern> readPattern(std::string_view words) {
    if (words.size() > 5 && words.find('=') != std::string_view::npos) {
        const auto rule = readRule(words);
        if (!rule) {
            return Failure(rule.error());
        }
        ReadPattern pattern;
        pattern.rule = rule->text();
        return pattern;
    }
    std::string why = "does not say how often";
    const auto parts = words.size() <= 400 ? readParts(words, why) : std::nullopt;
    if (auto pattern = parts ? combined(*parts) : std::nullopt) {
        return *pattern;
    }
    return failure(fmt::format("“{}” {}.", words.substr(0, 80), why),
                   "Write it as monthly, 2nd Tuesday of the month, every six weeks or 4 a year.");
}

Result<std::string> ruleFromWords(std::string_view words) {
    const auto pattern = readPattern(words);
    if (!pattern) {
        return Failure(pattern.error());
    }
    if (pattern->rule.empty()) {
        return failure(fmt::format("“{}” says how many meetings there are, not when.", words.substr(0, 80)),
                       "Put the number under Meetings a year.");
    }
    return pattern->rule;
}

} // namespace wardmote::recurrence
