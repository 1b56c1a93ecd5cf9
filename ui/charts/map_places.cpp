#include "ui/charts/map_places.h"

#include "core/geography/schematic.h"

namespace wardmote::charts {

Result<MapGeometryRef> geometryIn(const plan::Plan& plan, const Progress& progress) {
    auto shapes = geography::shapesOf(geography::placesOf(plan), {}, progress);
    if (!shapes) {
        return Failure(shapes.error());
    }
    return std::make_shared<const MapGeometry>(std::move(*shapes));
}

Result<MapPlaces> placesIn(const plan::Plan& plan, const Progress& progress) {
    MapPlaces found;
    found.key = analysis::neighboursKey(plan);
    auto geometry = geometryIn(plan, progress);
    if (!geometry) {
        return Failure(geometry.error());
    }
    found.geometry = std::move(*geometry);
    auto neighbours = analysis::neighboursOf(plan, {}, progress);
    if (!neighbours) {
        return Failure(neighbours.error());
    }
    found.neighbours = std::make_shared<const analysis::Neighbours>(std::move(*neighbours));
    return found;
}

} // namespace wardmote::charts
