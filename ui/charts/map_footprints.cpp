#include "ui/charts/map_footprints.h"

#include "core/geography/measures.h"
#include "core/geography/outline.h"

namespace wardmote::charts {
namespace {

QPointF onMap(plan::Point point) {
    return {point.easting, -point.northing};
}

Result<plan::Shape> shapeOf(const plan::Footprint& footprint, const MapGeometry& geometry,
                            const Progress& progress) {
    if (footprint.boundary && !footprint.boundary->empty()) {
        return *footprint.boundary;
    }
    std::vector<plan::ShapeRef> whole;
    std::vector<plan::ShapeRef> parts;
    for (const auto& held : footprint.areas) {
        const int at = geometry.indexOf(held.area.id);
        if (at >= 0 && held.share != 0.0) {
            const bool all = held.share.value_or(1) > 0.5;
            (all ? whole : parts).push_back(geometry.areas()[static_cast<std::size_t>(at)].shape);
        }
    }
    return geography::dissolved(whole.empty() ? parts : whole, {}, progress);
}

} // namespace

Result<std::vector<MapFootprint>> footprintsOnMap(const plan::Plan& plan, plan::Id set,
                                                  const MapGeometryRef& geometry, const Progress& progress) {
    std::vector<MapFootprint> drawn;
    for (const auto& footprint : plan.all<plan::Footprint>()) {
        if (footprint.set.id != set || !geometry) {
            continue;
        }
        const auto shape = shapeOf(footprint, *geometry, progress);
        if (!shape) {
            return Failure(shape.error());
        }
        if (shape->empty()) {
            continue;
        }
        MapFootprint each;
        each.name = QString::fromStdString(footprint.name);
        for (const auto& polygon : shape->polygons) {
            for (const auto& ring : polygon) {
                QPolygonF outline;
                for (const auto point : ring) {
                    outline << onMap(point);
                }
                if (!outline.isEmpty()) {
                    outline << outline.front();
                }
                each.outlines.push_back(std::move(outline));
            }
        }
        each.inside = onMap(geography::representativePoint(*shape).value_or(plan::Point{}));
        drawn.push_back(std::move(each));
    }
    return drawn;
}

} // namespace wardmote::charts
