#pragma once
#include "core/analysis/coverage.h"
#include "core/analysis/duplication.h"

#include <map>

namespace wardmote::analysis {

/// A theme or an audience that loses its engagement in some areas: findCoverage() before and after.
struct CoverageLoss {
    bool audience = false;       ///< else a theme
    bool toNominal = false;      ///< was covered, is there in name only; else: was there, is not any more
    plan::Id column = 0;         ///< the theme or audience
    std::vector<plan::Id> areas; ///< by name
    Figure<int> residents;       ///< of those areas
    std::vector<plan::Id> mechanisms; ///< that reached those areas before, ascending
};

/// Who usually comes to a mechanism that goes and may not follow.
struct AttendanceAtRisk {
    plan::Id mechanism = 0;
    std::optional<double> publicUsually; ///< people a meeting: recorded, else the mean of meetings counted
};

/// How far people of an area have to the nearest meeting place of what covers their area: in a straight line
/// from the area's point (else a point within its boundary) to an asset that bears the venue's name.
struct Journey {
    plan::Id area = 0;
    std::optional<double> kilometresBefore;
    std::optional<double> kilometresAfter; ///< nothing: no place of what remains is recorded
};

struct Losses {
    std::vector<CoverageLoss> coverage;  ///< none left before in name only; most residents first
    std::vector<plan::Id> areasWithout;  ///< areas that no mechanism covers any more
    std::vector<plan::Id> areasAffected; ///< of `coverage`, each once
    Figure<int> residentsAffected;
    std::vector<AttendanceAtRisk> attendance; ///< of those that end or are merged away; most first
    std::vector<Journey> longer; ///< areas with a longer journey or no recorded place left; longest first
    std::optional<double> furthestBefore; ///< kilometres, over the areas where it is known
    std::optional<double> furthestAfter;
    std::size_t journeysKnown = 0;              ///< areas of which the journey is known now
    std::vector<plan::Id> statutory;            ///< statutory mechanisms that end or are merged away
    std::vector<plan::Id> statutoryNotRecorded; ///< ... of which it is not recorded
    std::size_t duplicatesBefore = 0;           ///< pairs recorded twice or possibly duplicate
    std::vector<Pair> duplicatesAfter;
};

/// What would be lost. `gone`: the mechanisms that end or are merged away. Errors: stopped.
Result<Losses> findLosses(const plan::Plan& before, const plan::Plan& after,
                          const std::vector<plan::Id>& gone, plan::Date today, const Progress& progress = {});

} // namespace wardmote::analysis
