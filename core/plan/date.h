#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace wardmote::plan {

/// A day of the Gregorian calendar, 1583 to 9999. Kept and exchanged as ISO 8601, shown as local words.
struct Date {
    int year = 1970;
    int month = 1; ///< 1..12
    int day = 1;   ///< 1..31
    auto operator<=>(const Date&) const = default;

    std::string iso() const;                                     ///< "2013-05-08"
    std::string words() const;                                   ///< "8 May 2013"
    static std::optional<Date> fromIso(std::string_view);        ///< nothing unless a real day in ISO form
    static std::optional<Date> of(int year, int month, int day); ///< nothing unless a real day
    int daysSinceEpoch() const;                                  ///< days since 1970-01-01
    static Date fromDaysSinceEpoch(int days);
    int weekday() const; ///< 1 Monday .. 7 Sunday
};

/// A time of day in minutes after midnight, 0..1439, local (no zone: a village hall has none).
struct Time {
    int minutes = 0;
    auto operator<=>(const Time&) const = default;

    std::string iso() const;                              ///< "19:00"
    static std::optional<Time> fromIso(std::string_view); ///< "19:00" or "7:05"
};

} // namespace wardmote::plan
