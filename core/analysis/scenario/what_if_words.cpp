#include "core/analysis/scenario/what_if.h"

#include "core/plan/wording.h"

#include <cmath>

namespace wardmote::analysis {

std::string_view keyOf(WeighedLine line) {
    constexpr std::array<std::string_view, weighedLineCount> keys{"meetings", "spending", "staff_hours",
                                                                  "unpaid_hours", "rooms"};
    return keys[static_cast<std::size_t>(line)];
}

std::string_view labelOf(WeighedLine line) {
    constexpr std::array<std::string_view, weighedLineCount> labels{
        "Meetings a year", "Spending a year", "Staff time, paid hours a year",
        "Councillors’ and volunteers’ hours a year", "Rooms used free, notional value a year"};
    return labels[static_cast<std::size_t>(line)];
}

bool isMoney(WeighedLine line) {
    return line == WeighedLine::spending || line == WeighedLine::rooms;
}

std::string amountInWords(WeighedLine line, double amount) {
    if (isMoney(line)) {
        return plan::inPounds({std::llround(amount)});
    }
    // Hundreds of hours to a tenth would pretend to a precision that no estimate has.
    const auto number = plan::inDigits(amount, std::abs(amount) < 100 ? 1 : 0);
    return line == WeighedLine::meetings ? number : number + (number == "1" ? " hour" : " hours");
}

std::string amountInWords(WeighedLine line, const std::optional<double>& amount) {
    return amount ? amountInWords(line, *amount) : std::string("not recorded");
}

} // namespace wardmote::analysis
