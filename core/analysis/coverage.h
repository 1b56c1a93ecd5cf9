#pragma once
#include "core/analysis/figure.h"

namespace wardmote::analysis {

/// How many mechanisms reach a place for a theme or an audience.
///
/// Covered: active, met within the twelve months up to today, and with an audience named (for a column of
/// audiences: this one named, not everyone). Nominal: anything less that still counts as engagement there:
/// status active or not recorded.
struct CoverageCell {
    std::vector<plan::Id> covered;
    std::vector<plan::Id> nominal;
    bool none() const { return covered.empty() && nominal.empty(); }
};

struct CoverageTable {
    std::vector<plan::Id> areas;     ///< rows, by name
    std::vector<plan::Id> columns;   ///< themes or audiences, by name
    std::vector<CoverageCell> cells; ///< row by row
    const CoverageCell& at(std::size_t row, std::size_t column) const {
        return cells[row * columns.size() + column];
    }
};

/// Parished against unparished places (wards stand for parts of unparished areas).
struct CoverageRate {
    std::size_t areas = 0;
    Figure<int> residents;
    std::size_t mechanisms = 0;           ///< that cover one of them
    std::size_t withoutLocalCouncils = 0; ///< of those, not led by a parish or town council
    std::optional<double> perTenThousand; ///< residents; empty where residents are not all recorded
    std::optional<double> perTenThousandWithoutLocalCouncils;
};

struct Coverage {
    CoverageTable themes;
    CoverageTable audiences; ///< without the audience that means everyone
    CoverageRate parished;
    CoverageRate unparished;
    std::vector<plan::Id> areasWithout;     ///< no mechanism at all
    std::vector<plan::Id> placeNotRecorded; ///< mechanisms that could not be placed
    /// Mechanisms that reach one of the areas, by id: those active that met within twelve months, and the
    /// rest.
    std::vector<plan::Id> live;
    std::vector<plan::Id> inNameOnly;
};

/// Of the whole plan, or of the areas given.
Coverage findCoverage(const plan::Plan& plan, plan::Date today, const std::vector<plan::Id>& areas = {});

} // namespace wardmote::analysis
