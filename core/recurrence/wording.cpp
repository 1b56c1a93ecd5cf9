#include "core/recurrence/rule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::recurrence {
namespace {

constexpr std::array<std::string_view, 13> counts{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                  "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::array<std::string_view, 7> dayNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> monthNames{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string count(int number) {
    return number < 13 ? std::string(counts[static_cast<std::size_t>(number)]) : std::to_string(number);
}

std::string ordinal(int number) {
    if (number < 0) {
        return number == -1 ? "last" : ordinal(-number) + " from last";
    }
    const int tens = number % 100;
    const int ones = number % 10;
    const auto* ending = tens >= 11 && tens <= 13 ? "th"
                         : ones == 1              ? "st"
                         : ones == 2              ? "nd"
                         : ones == 3              ? "rd"
                                                  : "th";
    return std::to_string(number) + ending;
}

template<class Items, class Word>
std::string listed(const Items& items, Word word) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? "" : i + 1 == items.size() ? " and " : ", ";
        text += word(items[i]);
    }
    return text;
}

std::string monthName(int month) {
    return std::string(monthNames[static_cast<std::size_t>(month - 1)]);
}

/// "in January and July", or "except August" where that is shorter.
std::string months(const Rule& rule) {
    if (rule.months.empty() || rule.months.size() == 12) {
        return {};
    }
    if (rule.months.size() < 8) {
        return " in " + listed(rule.months, monthName);
    }
    std::vector<int> others;
    for (int month = 1; month <= 12; ++month) {
        if (!std::ranges::binary_search(rule.months, month)) {
            others.push_back(month);
        }
    }
    return " except in " + listed(others, monthName);
}

/// "2nd Tuesday", "1st and 3rd Wednesday", "Monday and Thursday", "15th".
std::string days(const Rule& rule) {
    if (!rule.weekdays.empty()) {
        const bool oneDay = std::ranges::all_of(rule.weekdays, [&](const WeekdayPart& part) {
            return part.weekday == rule.weekdays.front().weekday;
        });
        const auto& parts = rule.weekdays;
        if (!rule.positions.empty()) {
            return listed(rule.positions, ordinal) + " of " + listed(parts, [](const WeekdayPart& part) {
                       return std::string(dayNames[static_cast<std::size_t>(part.weekday - 1)]);
                   });
        }
        if (oneDay && parts.size() > 1) {
            auto sorted = parts;
            std::ranges::sort(sorted, [](const WeekdayPart& a, const WeekdayPart& b) {
                return (a.ordinal < 0) != (b.ordinal < 0) ? a.ordinal > 0 : a.ordinal < b.ordinal;
            });
            return listed(sorted, [](const WeekdayPart& part) { return ordinal(part.ordinal); }) + " " +
                   std::string(dayNames[static_cast<std::size_t>(parts.front().weekday - 1)]);
        }
        return listed(parts, [](const WeekdayPart& part) {
            const std::string day(dayNames[static_cast<std::size_t>(part.weekday - 1)]);
            return part.ordinal == 0 ? day : ordinal(part.ordinal) + " " + day;
        });
    }
    return listed(rule.monthDays, ordinal);
}

std::string every(const Rule& rule) {
    switch (rule.frequency) {
    case Frequency::daily:
        return rule.interval == 1 ? "daily" : fmt::format("every {} days", count(rule.interval));
    case Frequency::weekly:
        return rule.interval == 1   ? "weekly"
               : rule.interval == 2 ? "fortnightly"
                                    : fmt::format("every {} weeks", count(rule.interval));
    case Frequency::monthly:
        return rule.interval == 1    ? "monthly"
               : rule.interval == 3  ? "quarterly"
               : rule.interval == 6  ? "twice a year"
               : rule.interval == 12 ? "yearly"
                                     : fmt::format("every {} months", count(rule.interval));
    case Frequency::yearly:
        break;
    }
    return rule.interval == 1 ? "yearly" : fmt::format("every {} years", count(rule.interval));
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

} // namespace

std::string inWords(const Rule& rule) {
    const auto named = days(rule);
    std::string text;
    if (named.empty()) {
        text = every(rule) + months(rule);
    } else if (rule.frequency == Frequency::monthly && rule.interval == 1) {
        text = named + " of the month" + months(rule);
    } else if (rule.frequency == Frequency::yearly && rule.interval == 1 && !rule.months.empty()) {
        text = named + " of " + listed(rule.months, monthName);
    } else if (rule.frequency == Frequency::weekly && rule.interval == 1) {
        text = "every " + named + months(rule);
    } else {
        const bool ofMonth = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
        text = every(rule) + " on " + (ofMonth ? "the " : "") + named + months(rule);
    }
    if (rule.count > 0) {
        text += fmt::format(", {} times", rule.count);
    }
    if (rule.until) {
        text += ", until " + rule.until->words();
    }
    return capital(text);
}

std::string inWords(const plan::Recurrence& recurrence) {
    const auto rule = readRule(recurrence.rule);
    return rule ? inWords(*rule) : recurrence.rule;
}

} // namespace wardmote::recurrence
