#include "core/analysis/calendar_dates.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Date;

constexpr int nearestMost = 45;
constexpr double daysAYear = 365.25;

} // namespace

Date mondayOf(Date date) {
    return Date::fromDaysSinceEpoch(date.daysSinceEpoch() - date.weekday() + 1);
}

int nearDays(const recurrence::Rule& rule) {
    const double number = recurrence::meetingsAYear(rule);
    return number <= 0 ? nearestMost : std::min(nearestMost, static_cast<int>(daysAYear / number / 2));
}

std::vector<std::optional<std::size_t>> placesTaken(std::span<const Date> expected,
                                                    std::span<const Date> recorded, int near) {
    struct Match {
        int distance;
        std::size_t recorded;
        std::size_t expected;
    };
    std::vector<Match> matches;
    for (std::size_t r = 0; r < recorded.size(); ++r) {
        for (std::size_t e = 0; e < expected.size(); ++e) {
            const int distance = std::abs(recorded[r].daysSinceEpoch() - expected[e].daysSinceEpoch());
            if (distance <= near) {
                matches.push_back({distance, r, e});
            }
        }
    }
    std::ranges::sort(matches, {}, [](const Match& match) {
        return std::tuple(match.distance, match.recorded, match.expected);
    });
    std::vector<std::optional<std::size_t>> taken(recorded.size());
    std::vector<bool> used(expected.size());
    for (const auto& match : matches) {
        if (!taken[match.recorded] && !used[match.expected]) {
            taken[match.recorded] = match.expected;
            used[match.expected] = true;
        }
    }
    return taken;
}

} // namespace wardmote::analysis
