#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// What one painting of a map needs at hand: positions in the geometry, what is in sight.
struct Scene {
    const MapSpec& spec;
    const MapLook& look;
    const Inks& inks;
    QRectF place;
    QTransform toDevice;
    std::shared_ptr<const MapGeometry::Level> level;
    std::vector<const MapArea*> areaAt; ///< by position in the geometry; null: not shown
    std::vector<char> visible;          ///< by position in the geometry
    std::size_t points = 0;             ///< of the outlines in sight

    /// A path in the units of the device, cut where the look asks for it.
    QPainterPath device(const QPainterPath& path) const;
    int clusterAt(int position) const {
        const auto* area = position < 0 ? nullptr : areaAt[static_cast<std::size_t>(position)];
        return area ? area->cluster : -1;
    }
    /// Too much in one picture for hatches to be seen or lines to be smoothed in time.
    bool crowded() const { return look.medium != Medium::print && points > 60'000; }
};

Scene sceneOf(const MapSpec& spec, const QRectF& place, const MapView& view, const MapLook& look,
              std::shared_ptr<const MapGeometry::Level> level);

/// The detail that the medium can show: paper has several dots where a screen has a pixel.
std::shared_ptr<const MapGeometry::Level> levelFor(const MapSpec& spec, const MapView& view,
                                                   const MapLook& look);

/// The parts of a line of points that lie within a rectangle.
std::vector<QPolygonF> within(const QPolygonF& line, const QRectF& place);

/// Draws a line, cut at the edge of the place where the look asks for it.
void drawCut(QPainter& painter, const Scene& scene, const QPolygonF& deviceLine);

} // namespace wardmote::charts
