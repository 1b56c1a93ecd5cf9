#pragma once
#include "ui/charts/map_scene.h"

namespace wardmote::charts {

/// Names of clusters, footprints and areas, on up to three lines, placed so that none covers another. A
/// padlock stands before the name of what is locked. Gives back where they stand.
std::vector<QRectF> paintMapLabels(QPainter& painter, const Scene& scene);

/// Text that is read on any fill: a rim in the surface's colour, then the text itself, as text.
void drawHaloed(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& ink,
                const MapLook& look);

QFont sized(const QFont& font, double factor, bool bold);

} // namespace wardmote::charts
