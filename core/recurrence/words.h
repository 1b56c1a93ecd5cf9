#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"

#include <optional>

namespace wardmote::recurrence {

/// What the words of a list say of how often and when something meets.
struct ReadPattern {
    std::string rule; ///< a rule in the form of RFC 5545; empty where the words give a number only
    std::optional<double> meetingsAYear; ///< "6 a year" without dates; nothing where there is a rule
    std::optional<plan::Time> startTime; ///< "7pm"
    std::optional<double> lengthHours;   ///< "7 to 9pm"
    bool about = false; ///< "about quarterly", "up to 3 a year", "6 a year, proposal to cut to 4"
    bool operator==(const ReadPattern&) const = default;
};

/// Reads "2nd Tues monthly, 7pm", "quarterly", "every six weeks", "fortnightly", "bi-monthly" (every two
/// months), "3 times a year", "first Monday of each month except August", "Jan, Apr, Jul and Oct", rules
/// themselves. An Error for what does not say how often ("regular", "several a year", "monthly to quarterly",
/// "bi-weekly", which has two meanings); blank words are an Error too.
Result<ReadPattern> readPattern(std::string_view words);

/// The rule alone, for a field that holds one; an Error where the words give only a number.
Result<std::string> ruleFromWords(std::string_view words);

} // namespace wardmote::recurrence
