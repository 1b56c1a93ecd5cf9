#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"
#include "core/plan/value.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wardmote::recurrence {

enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };

/// "2TU": the second Tuesday; -1 counts from the end, 0 is every one.
struct WeekdayPart {
    int ordinal = 0;
    int weekday = 1; ///< 1 Monday .. 7 Sunday
    auto operator<=>(const WeekdayPart&) const = default;
};

/// A rule of RFC 5545 that a meeting can have: DAILY to YEARLY, no parts below the day, none by week number
/// or day of the year. Lists are in order.
struct Rule {
    Frequency frequency = Frequency::monthly;
    int interval = 1; ///< 1..400
    int count = 0;    ///< 0: without end
    std::optional<plan::Date> until;
    std::vector<WeekdayPart> weekdays;
    std::vector<int> monthDays; ///< 1..31, -1..-31
    std::vector<int> months;    ///< 1..12
    std::vector<int> positions; ///< BYSETPOS
    int weekStart = 1;
    bool operator==(const Rule&) const = default;

    /// In the form in which plans keep it: "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU".
    std::string text() const;
    /// False for "monthly": no date can be named without a meeting to count from.
    bool saysTheDay() const;
};

/// Reads and checks a rule, with or without "RRULE:". An Error names the part that is not understood, lies
/// outside its bounds, or can never come true (30 February).
Result<Rule> readRule(std::string_view rule);

/// Days on which the rule falls from `from` to `to`, both included, at most 20 years apart, in order.
/// `anchor` is a day on which a meeting took place: it fixes the phase of "every six weeks" and the day of
/// "monthly"; without it the phase starts at `from`, and a rule that does not say the day is an Error.
Result<std::vector<plan::Date>> datesBetween(const Rule& rule, plan::Date from, plan::Date to,
                                             std::optional<plan::Date> anchor = {});

/// A day from which meetings can be counted, moved back by whole intervals of the rule until it lies at or
/// before `from`: expansion starts at its anchor.
plan::Date anchorBefore(const Rule& rule, plan::Date anchor, plan::Date from);

/// Meetings in a year: by expansion over four calendar years, a quarter of them; for weekly rules over 52
/// weeks times the interval, as diaries count (fortnightly is 26). A rule with an end counts as if it had
/// none.
double meetingsAYear(const Rule& rule);
Result<double> meetingsAYear(const plan::Recurrence& recurrence);

/// "2nd Tuesday of the month", "Every six weeks", "Quarterly on the first Monday"; the rule itself where it
/// can't be read.
std::string inWords(const Rule& rule);
std::string inWords(const plan::Recurrence& recurrence);

} // namespace wardmote::recurrence
