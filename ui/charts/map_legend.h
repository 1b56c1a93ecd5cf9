#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// One line of a map's legend: a fill, or else a sign, or else the dashes of footprints.
struct LegendEntry {
    QString name;
    std::optional<MapFill> fill;
    std::optional<MapPoint::Sign> sign;
};

/// What is on the map: clusters (where the map is filled by them and they are wanted) or shades, areas in
/// none or without a value, outside areas, footprints, points.
std::vector<LegendEntry> legendOf(const MapSpec& spec, Medium medium, bool withClusters = true);

/// The entry's sign in a box; lines in proportion to its height. As shapes, so that it may be written as SVG.
void paintLegendSign(QPainter& painter, const QRectF& box, const LegendEntry& entry, Medium medium);

} // namespace wardmote::charts
