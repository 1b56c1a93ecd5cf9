#include "core/recurrence/rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

// The text is read here and not by libical: its reader drops parts that it does not know and its iterator
// never returns from some rules, and a plan file may hold any text. tests/core/recurrence compares the two.
namespace wardmote::recurrence {
namespace {

using plan::Date;

constexpr std::array<std::string_view, 4> frequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::optional<int> integer(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

template<std::size_t N>
int indexIn(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

/// The items between commas, read one by one; false if one of them can't be.
template<class Item, class Read>
bool readItems(std::string_view text, std::vector<Item>& items, Read read) {
    while (true) {
        const auto end = std::min(text.find(','), text.size());
        const auto item = read(text.substr(0, end));
        if (!item || items.size() >= 400) {
            return false;
        }
        items.push_back(*item);
        if (end == text.size()) {
            break;
        }
        text.remove_prefix(end + 1);
    }
    std::ranges::sort(items);
    const auto same = std::ranges::unique(items);
    items.erase(same.begin(), same.end());
    return true;
}

auto between(int low, int high) {
    return [low, high](std::string_view text) -> std::optional<int> {
        const auto value = integer(text);
        return value && *value >= low && *value <= high && *value != 0 ? value : std::nullopt;
    };
}

std::optional<WeekdayPart> weekdayPart(std::string_view text) {
    if (text.size() < 2) {
        return std::nullopt;
    }
    const int day = indexIn(weekdays, text.substr(text.size() - 2));
    const auto ordinal =
        text.size() == 2 ? std::optional(0) : between(-53, 53)(text.substr(0, text.size() - 2));
    return day >= 0 && ordinal ? std::optional(WeekdayPart{*ordinal, day + 1}) : std::nullopt;
}

bool readPart(std::string_view name, std::string_view value, Rule& rule) {
    if (name == "FREQ") {
        const int frequency = indexIn(frequencies, value);
        rule.frequency = static_cast<Frequency>(std::max(frequency, 0));
        return frequency >= 0;
    }
    if (name == "INTERVAL" || name == "COUNT") {
        const auto number = between(1, name == "COUNT" ? 10'000 : 400)(value);
        (name == "COUNT" ? rule.count : rule.interval) = number.value_or(1);
        return number.has_value();
    }
    if (name == "UNTIL") {
        const auto year = integer(value.substr(0, 4));
        const auto rest = value.size() >= 8 ? integer(value.substr(4, 4)) : std::nullopt;
        rule.until = year && rest ? Date::of(*year, *rest / 100, *rest % 100) : std::nullopt;
        return rule.until && (value.size() == 8 || value[8] == 'T');
    }
    if (name == "BYDAY") {
        return readItems(value, rule.weekdays, weekdayPart);
    }
    if (name == "BYMONTHDAY") {
        return readItems(value, rule.monthDays, between(-31, 31));
    }
    if (name == "BYMONTH") {
        return readItems(value, rule.months, between(1, 12));
    }
    if (name == "BYSETPOS") {
        return readItems(value, rule.positions, between(-366, 366));
    }
    if (name == "WKST") {
        rule.weekStart = indexIn(weekdays, value) + 1;
        return rule.weekStart > 0;
    }
    return false;
}

/// Parts that contradict each other, or a day that no month has.
std::string contradiction(const Rule& rule) {
    const bool ordinals =
        std::ranges::any_of(rule.weekdays, [](const WeekdayPart& part) { return part.ordinal != 0; });
    if (ordinals && (rule.frequency == Frequency::daily || rule.frequency == Frequency::weekly)) {
        return "“2TU” has a meaning in rules by month or year only";
    }
    const bool monthly = rule.frequency == Frequency::monthly || !rule.months.empty();
    if (monthly && std::ranges::any_of(rule.weekdays, [](const WeekdayPart& part) {
            return part.ordinal > 5 || part.ordinal < -5;
        })) {
        return "a month has no sixth week";
    }
    if (rule.frequency == Frequency::weekly && !rule.monthDays.empty()) {
        return "a weekly rule can't name days of the month";
    }
    if (!rule.positions.empty() && rule.weekdays.empty() && rule.monthDays.empty()) {
        return "BYSETPOS chooses among days that the rule does not name";
    }
    if (rule.count > 0 && rule.until) {
        return "COUNT and UNTIL exclude each other";
    }
    constexpr std::array longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!rule.monthDays.empty() && !rule.months.empty() && std::ranges::none_of(rule.months, [&](int month) {
            return std::ranges::any_of(rule.monthDays, [&](int day) {
                return std::abs(day) <= longest[static_cast<std::size_t>(month - 1)];
            });
        })) {
        return "no such day is in these months";
    }
    return {};
}

template<class Item, class Write>
void writeItems(std::string& text, std::string_view name, const std::vector<Item>& items, Write write) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? fmt::format(";{}=", name) : ",";
        text += write(items[i]);
    }
}

} // namespace

std::string Rule::text() const {
    auto text = fmt::format("FREQ={}", frequencies[static_cast<std::size_t>(frequency)]);
    if (interval != 1) {
        text += fmt::format(";INTERVAL={}", interval);
    }
    if (count > 0) {
        text += fmt::format(";COUNT={}", count);
    }
    if (until) {
        text += fmt::format(";UNTIL={:04}{:02}{:02}", until->year, until->month, until->day);
    }
    const auto number = [](int value) { return std::to_string(value); };
    writeItems(text, "BYMONTH", months, number);
    writeItems(text, "BYMONTHDAY", monthDays, number);
    writeItems(text, "BYDAY", weekdays, [](const WeekdayPart& part) {
        const auto day = recurrence::weekdays[static_cast<std::size_t>(part.weekday - 1)];
        return part.ordinal == 0 ? std::string(day) : fmt::format("{}{}", part.ordinal, day);
    });
    writeItems(text, "BYSETPOS", positions, number);
    if (weekStart != 1) {
        text += fmt::format(";WKST={}", recurrence::weekdays[static_cast<std::size_t>(weekStart - 1)]);
    }
    return text;
}

bool Rule::saysTheDay() const {
    return !weekdays.empty() || !monthDays.empty() || frequency == Frequency::daily;
}

Result<Rule> readRule(std::string_view text) {
    const auto bad = [&](const std::string& why) {
        return failure(fmt::format("The meeting pattern “{}” can't be used: {}.", text.substr(0, 80), why),
                       "Say how often it meets in words, for example 2nd Tuesday of the month.");
    };
    std::string upper;
    for (const char c : text.substr(0, 2000)) {
        if (c != ' ') {
            upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    std::string_view rest = upper;
    if (rest.starts_with("RRULE:")) {
        rest.remove_prefix(6);
    }
    Rule rule;
    std::vector<std::string_view> seen;
    while (!rest.empty()) {
        const auto part = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const auto equals = part.find('=');
        const auto name = part.substr(0, equals);
        if (name == "BYHOUR" || name == "BYMINUTE" || name == "BYSECOND") {
            return bad("it has parts below the day");
        }
        if (equals == std::string_view::npos || std::ranges::find(seen, name) != seen.end() ||
            !readPart(name, part.substr(equals + 1), rule)) {
            return bad(fmt::format("“{}” is not understood", part.substr(0, 40)));
        }
        seen.push_back(name);
    }
    if (std::ranges::find(seen, std::string_view("FREQ")) == seen.end()) {
        return bad("it does not say how often");
    }
    if (const auto why = contradiction(rule); !why.empty()) {
        return bad(why);
    }
    return rule;
}

} // namespace wardmote::recurrence
