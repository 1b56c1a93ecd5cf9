#pragma once
#include "core/analysis/coverage_grid.h"
#include "ui/charts/map_painter.h"

namespace wardmote::ui {

/// The map of an arrangement with its areas filled by how far a theme or an audience reaches them: covered,
/// in name only, none. `base` is the map without shades.
charts::MapSpec coverageMap(const plan::Plan& plan, charts::MapSpec base,
                            const analysis::CoverageReach& reach);

} // namespace wardmote::ui
