#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/charts/map_painter.h"

namespace wardmote::ui {

/// The footprints of a set as they are drawn over the map: their own boundaries, or else their areas made
/// one. Of the second, areas of which the footprint has only a part are left out unless it has nothing else.
/// Stops with an Error when asked to.
Result<std::vector<charts::MapFootprint>> footprintsOnMap(const plan::Plan& plan, plan::Id set,
                                                          const charts::MapGeometryRef& geometry,
                                                          const Progress& progress = {});

/// Assets with a place. One that a mechanism names as its venue is a meeting place.
std::vector<charts::MapPoint> pointsOnMap(const plan::Plan& plan);

} // namespace wardmote::ui
