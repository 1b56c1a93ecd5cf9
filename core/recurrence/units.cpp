#include "core/recurrence/units.h"

#include <algorithm>

namespace wardmote::recurrence {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

std::optional<Unit> unitOf(std::string_view word) {
    if (isOneOf(word, {"day", "days"})) {
        return Unit{Frequency::daily, 1};
    }
    if (isOneOf(word, {"week", "weeks", "wk", "wks", "weekly"})) {
        return Unit{Frequency::weekly, 1};
    }
    if (isOneOf(word, {"fortnight", "fortnights"})) {
        return Unit{Frequency::weekly, 2};
    }
    if (isOneOf(word, {"month", "months", "mth", "mths", "mnth", "monthly"})) {
        return Unit{Frequency::monthly, 1};
    }
    if (isOneOf(word, {"quarter", "quarters", "qtr"})) {
        return Unit{Frequency::monthly, 3};
    }
    if (isOneOf(word, {"year", "years", "yr", "yrs", "yearly", "annum"})) {
        return Unit{Frequency::yearly, 1};
    }
    return std::nullopt;
}

/// Words that say how often all by themselves.
std::optional<Unit> adverbOf(std::string_view word) {
    if (word == "daily") {
        return Unit{Frequency::daily, 1};
    }
    if (word == "fortnightly") {
        return Unit{Frequency::weekly, 2};
    }
    if (word == "quarterly") {
        return Unit{Frequency::monthly, 3};
    }
    if (word == "bimonthly") {
        return Unit{Frequency::monthly, 2};
    }
    if (isOneOf(word, {"annual", "annually", "agm"})) {
        return Unit{Frequency::yearly, 1};
    }
    if (isOneOf(word, {"biennial", "biennially"})) {
        return Unit{Frequency::yearly, 2};
    }
    return isOneOf(word, {"weekly", "monthly", "yearly"}) ? unitOf(word) : std::nullopt;
}

} // namespace wardmote::recurrence
