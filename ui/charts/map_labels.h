#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// Names of clusters and areas, placed so that none covers another.
void paintMapLabels(QPainter& painter, const QRectF& place, const MapSpec& spec, const QTransform& toDevice,
                    const MapLook& look);
/// Scale bar, attribution, legend and what is said of schematic shapes.
void paintMapFurniture(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
                       const MapLook& look);

} // namespace wardmote::charts
