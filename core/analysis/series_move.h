#pragma once
#include "core/analysis/calendar.h"
#include "core/plan/change.h"

namespace wardmote::recurrence {
struct Rule;
}

namespace wardmote::analysis {

/// A mechanism's meetings put on other days.
struct SeriesMove {
    plan::Id mechanism = 0;
    plan::Recurrence pattern;
    std::optional<plan::Date> patternStart; ///< set where the new pattern needs a day to count from
    bool operator==(const SeriesMove&) const = default;
};

/// The move that takes the meeting expected on `from` to `to`, and all others likewise: "2nd Tuesday" to "3rd
/// Wednesday". The last such weekday of a month stays the last where `to` is in its last seven days. An Error
/// where the pattern can't be read, where several of its days could be meant, or where a pattern that names
/// its months would leave them.
Result<SeriesMove> seriesMoved(const plan::Mechanism& mechanism, plan::Date from, plan::Date to);

/// Whether a pattern needs a day to count from: it does not say its day, or skips weeks or months.
bool needsStart(const recurrence::Rule& rule);

/// The move to a pattern that a person wrote, counted from `start` where the pattern needs that: an Error
/// where the rule can't be read, or needs a day and has none.
Result<SeriesMove> seriesMovedTo(const plan::Mechanism& mechanism, const std::string& rule,
                                 std::optional<plan::Date> start);

/// What a move does to a year. Meetings that are recorded stay where they are.
struct SeriesMoveEffect {
    Calendar before; ///< occurrences only, as meetingsOf()
    Calendar after;
    std::vector<Clash> clashesBefore; ///< those of the mechanism, places in before.occurrences
    std::vector<Clash> clashesAfter;  ///< places in after.occurrences
    std::vector<OnBankHoliday> onBankHolidaysBefore;
    std::vector<OnBankHoliday> onBankHolidaysAfter;
    std::size_t expectedBefore = 0; ///< meetings of the mechanism in the year that are expected
    std::size_t expectedAfter = 0;
};
SeriesMoveEffect effectOf(const plan::Plan& plan, const SeriesMove& move, int year);

/// The move as one edit, and what to call it: "Move Keynsham Forum to the 3rd Tuesday of the month".
plan::Changes changesOf(const plan::Plan& plan, const SeriesMove& move);
std::string labelOf(const plan::Plan& plan, const SeriesMove& move);

} // namespace wardmote::analysis
