#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// Names of clusters and areas, on up to three lines, placed so that none covers another.
void paintMapLabels(QPainter& painter, const QRectF& place, const MapSpec& spec, const QTransform& toDevice,
                    const MapLook& look);

/// Text that is read on any fill: a rim in the surface's colour, then the text itself, as text.
void drawHaloed(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& ink,
                const MapLook& look);

QFont sized(const QFont& font, double factor, bool bold);

} // namespace wardmote::charts
