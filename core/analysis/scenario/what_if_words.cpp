#include "core/analysis/scenario/what_if.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace wardmote::analysis {

std::vector<WeighedLine> linesShown(const plan::Settings& settings) {
    const bool valued =
        settings.useFeesRulesRate == true ||
        std::ranges::any_of(settings.gradeRates, [](const auto& rate) { return rate.perHour.has_value(); });
    std::vector<WeighedLine> lines;
    std::ranges::copy_if(weighedLines, std::back_inserter(lines),
                         [&](auto line) { return valued || line != WeighedLine::staffValue; });
    return lines;
}

std::string_view keyOf(WeighedLine line) {
    constexpr std::array<std::string_view, weighedLineCount> keys{
        "meetings", "spending", "staff_hours", "staff_value", "unpaid_hours", "rooms"};
    return keys[static_cast<std::size_t>(line)];
}

std::string_view labelOf(WeighedLine line) {
    constexpr std::array<std::string_view, weighedLineCount> labels{
        "Meetings a year",
        "Spending a year",
        "Staff time, paid hours a year",
        "Value of staff time a year, notional and not cashable",
        "Councillors’ and volunteers’ hours a year",
        "Rooms used free, notional value a year"};
    return labels[static_cast<std::size_t>(line)];
}

bool isMoney(WeighedLine line) {
    return line == WeighedLine::spending || line == WeighedLine::staffValue || line == WeighedLine::rooms;
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
