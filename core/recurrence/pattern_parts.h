#pragma once
#include "core/recurrence/rule.h"

#include <optional>
#include <string>

namespace wardmote::recurrence {

/// What the words of a meeting pattern say one by one, before it is seen whether they make a pattern.
struct PatternParts {
    struct Unit {
        Frequency frequency = Frequency::monthly;
        int interval = 1;
    };
    bool about = false;
    bool everyDay = false;  ///< "every Tuesday", "Tuesdays": weekly even without the word
    bool everyNth = false;  ///< "every second Tuesday": needs the month to be clear
    bool monthSaid = false; ///< "of the month"
    std::optional<Unit> every;
    std::optional<double> count; ///< meetings a year
    std::vector<WeekdayPart> weekdays;
    std::vector<int> days; ///< of the month
    std::vector<int> months;
    std::vector<int> except; ///< months
    std::optional<plan::Time> start;
    std::optional<double> length;
    std::string why = "does not say how often"; ///< where the words can't be read
};

/// Nothing, and why, where a word is not understood or two contradict each other.
std::optional<PatternParts> readParts(std::string_view words, std::string& why);

} // namespace wardmote::recurrence
