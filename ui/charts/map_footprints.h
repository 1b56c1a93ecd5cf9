#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// The footprints of a set as they are drawn over the map: their own boundaries, or else their areas made
/// one. Of the second, areas of which the footprint has only a part are left out unless it has nothing else.
/// Stops with an Error when asked to.
Result<std::vector<MapFootprint>> footprintsOnMap(const plan::Plan& plan, plan::Id set,
                                                  const MapGeometryRef& geometry,
                                                  const Progress& progress = {});

} // namespace wardmote::charts
