#pragma once
#include "ui/charts/map_scene.h"

namespace wardmote::charts {

/// Footprints, dashed so that they are no cluster's outline.
void paintMapFootprints(QPainter& painter, const Scene& scene);

/// Assets and meeting places: a square, and a disc with a ring, with names where few are in sight
/// and the room is not taken.
void paintMapPoints(QPainter& painter, const Scene& scene, std::vector<QRectF> taken);

/// One such sign, `size` from side to side.
void drawPointSign(QPainter& painter, QPointF middle, MapPoint::Sign sign, double size, const Inks& inks);

/// A padlock in a box of this height, drawn so that no font need have one.
void drawPadlock(QPainter& painter, QPointF topLeft, double height, const QColor& ink);

} // namespace wardmote::charts
