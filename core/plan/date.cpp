#include "core/plan/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace wardmote::plan {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text.front() == '-') {
        return std::nullopt;
    }
    return value;
}

std::chrono::year_month_day calendarDay(const Date& date) {
    return std::chrono::year{date.year} / date.month / date.day;
}

} // namespace

std::string Date::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string Date::words() const {
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", day, months[static_cast<std::size_t>(month - 1)], year);
}

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1583 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Date date{year, month, day};
    return calendarDay(date).ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> Date::fromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    return year && month && day ? of(*year, *month, *day) : std::nullopt;
}

int Date::daysSinceEpoch() const {
    return static_cast<int>(std::chrono::sys_days(calendarDay(*this)).time_since_epoch().count());
}

Date Date::fromDaysSinceEpoch(int days) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

int Date::weekday() const {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(calendarDay(*this))).iso_encoding());
}

std::string Time::iso() const {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<Time> Time::fromIso(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > 2 || text.size() != colon + 3) {
        return std::nullopt;
    }
    const auto hour = digits(text.substr(0, colon));
    const auto minute = digits(text.substr(colon + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    return Time{*hour * 60 + *minute};
}

} // namespace wardmote::plan
