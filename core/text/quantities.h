#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"
#include "core/plan/value.h"

#include <optional>

namespace wardmote::text {

/// Each of these gives nothing for words that mean nothing ("n/a", "tbc", "-", ""), and an Error that quotes
/// the words where they are no such thing. None of them guesses: "under 5" and "30-40" are no numbers.

struct ReadNumber {
    double value = 0;
    bool about = false; ///< "about 30", "c. 30", "30+", "up to 30"
    bool operator==(const ReadNumber&) const = default;
};
/// "1,234.5", "1 234", "about 30", "twelve", "45%" (45), "nil" and "none" (0).
Result<std::optional<ReadNumber>> readNumber(std::string_view text);

/// "£1,940.50", "1.9k", "£1.2m", "(500)", "£500 a year", "nil". Euros and dollars are Errors.
Result<std::optional<plan::Money>> readMoney(std::string_view text);

/// "Yes", "y", "TRUE", "1", a tick; "No", "n", "0"; "yes (online)", "No - officers only".
Result<std::optional<bool>> readFlag(std::string_view text);

struct ReadTime {
    plan::Time start;
    std::optional<plan::Time> end; ///< "7pm to 9pm"
    bool operator==(const ReadTime&) const = default;
};
/// "7pm", "7.30 p.m.", "19:00", "1900hrs", "noon", "7-9pm", "19:00:00". "7.30" alone is an Error: it does not
/// say whether in the morning.
Result<std::optional<ReadTime>> readTime(std::string_view text);

/// In hours: "2 hrs", "90 mins", "1h30", "1½ hours", "2", "1:30", "an hour and a half".
Result<std::optional<double>> readHours(std::string_view text);

/// "one".."twenty", "once", "twice", "a", digits; nothing otherwise. Takes folded words.
std::optional<int> countOf(std::string_view word);

} // namespace wardmote::text
