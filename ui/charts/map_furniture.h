#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// Scale bar and attribution over a map on the screen, apart from one another however narrow it is.
void paintMapFurniture(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
                       const MapLook& look);

/// A bar of a round length with what it stands for, its foot at `left`.
void paintScaleBar(QPainter& painter, QPointF left, const MapView& view, const MapLook& look);

/// What must be said below a map: that shapes are schematic, and the attribution.
QStringList notesOf(const MapSpec& spec);

} // namespace wardmote::charts
