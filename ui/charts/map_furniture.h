#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// Scale bar and attribution over a map on the screen, apart from one another however narrow it is.
void paintMapFurniture(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
                       const MapLook& look);

/// How much of a map's foot they take: what is fitted above that is not written over.
double furnitureHeight(const MapSpec& spec, double width, const MapLook& look);

/// A bar of a round length with what it stands for, its foot at `left`.
void paintScaleBar(QPainter& painter, QPointF left, const MapView& view, const MapLook& look);

/// What must be said below a map: that shapes are schematic, and the attribution.
/// How much of the place's foot scale bar and notes take: what is fitted above it is not written over.
double furnitureHeight(const MapSpec& spec, const QRectF& place, const MapView& view, const MapLook& look);

QStringList notesOf(const MapSpec& spec);

} // namespace wardmote::charts
