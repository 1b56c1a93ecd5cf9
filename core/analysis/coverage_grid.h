#pragma once
#include "core/analysis/coverage.h"

#include <string>

namespace wardmote::analysis {

/// Two sides of coverage against one another.
enum class CoverageGridKind : std::uint8_t {
    clusterTheme,
    clusterAudience,
    areaTheme,
    areaAudience,
    audienceParticipation ///< whom mechanisms engage, by how far: no place has a part in it
};

/// What a cell of a cluster, or of one area, says of its places. Of audienceParticipation it has no areas.
struct CoverageGridCell : CoverageCell {
    std::vector<plan::Id> areasCovered;
    std::vector<plan::Id> areasNominal; ///< in name only
    std::vector<plan::Id> areasNone;
    Figure<int> residentsNone; ///< of the areas with none
};

/// Rows and columns by name. Clusters are those of one arrangement with their main areas, and after them 0:
/// the areas in no cluster, if there are any. Columns of audienceParticipation are the levels' numbers,
/// inform 0 to empower 4, and 5: not recorded.
struct CoverageGrid {
    CoverageGridKind kind = CoverageGridKind::clusterTheme;
    std::vector<plan::Id> rows;
    std::vector<plan::Id> columns;
    std::vector<CoverageGridCell> cells; ///< row by row
    const CoverageGridCell& at(std::size_t row, std::size_t column) const {
        return cells[row * columns.size() + column];
    }
};

/// A mechanism covers a cluster for a theme if it covers one of its areas; how much of the cluster stands in
/// the cell's areas. arrangement 0: the one shown. `coverage` must be of this plan.
CoverageGrid coverageGrid(const plan::Plan& plan, const Coverage& coverage, CoverageGridKind kind,
                          plan::Id arrangement = 0);
std::string rowName(const plan::Plan& plan, const CoverageGrid& grid, std::size_t row);
std::string columnName(const plan::Plan& plan, const CoverageGrid& grid, std::size_t column);

/// How far one theme or audience reaches over all the areas asked about.
struct CoverageReach {
    plan::RecordKind kind = plan::RecordKind::theme; ///< theme or audience
    plan::Id of = 0;
    std::vector<plan::Id> areasCovered;
    std::vector<plan::Id> areasNominal;
    std::vector<plan::Id> areasNone;
    Figure<int> residentsNone;
    Figure<int> residentsNominal;
    std::vector<plan::Id> mechanisms; ///< that cover it, or would but for what makes them nominal

    bool everywhere() const { return areasNominal.empty() && areasNone.empty(); }
    bool nowhere() const { return areasCovered.empty() && areasNominal.empty(); }
};

/// Themes and audiences that some area lacks: most residents without any mechanism first, then most residents
/// reached in name only, then most areas, then by name. Not recorded residents count as none, and the figures
/// say "at least".
std::vector<CoverageReach> coverageGaps(const plan::Plan& plan, const Coverage& coverage);

/// The audiences that are protected characteristics of the Equality Act 2010, by name. One is not reached if
/// no mechanism in force names it: engaging everyone reaches it in name only.
std::vector<CoverageReach> protectedCharacteristics(const plan::Plan& plan, const Coverage& coverage);

/// Residents of areas; at least, where some are not recorded; nothing where none is.
Figure<int> residentsOf(const plan::Plan& plan, const std::vector<plan::Id>& areas);

} // namespace wardmote::analysis
