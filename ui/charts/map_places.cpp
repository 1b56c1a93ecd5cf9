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

Result<MapGeometryRef> geometryIn(const plan::Plan& plan, SharedAnswers& shared, const Progress& progress) {
    auto known = shared.of<MapGeometryRef>(analysis::neighboursKey(plan), progress,
                                           [&] { return geometryIn(plan, progress); });
    return known ? Result<MapGeometryRef>(**known) : Failure(known.error());
}

Result<MapPlaces> placesIn(const plan::Plan& plan, SharedAnswers& shared, const Progress& progress) {
    MapPlaces found;
    found.key = analysis::neighboursKey(plan);
    auto geometry = geometryIn(plan, shared, progress);
    if (!geometry) {
        return Failure(geometry.error());
    }
    found.geometry = std::move(*geometry);
    auto neighbours = analysis::neighboursOf(plan, shared, progress);
    if (!neighbours) {
        return Failure(neighbours.error());
    }
    found.neighbours = std::move(*neighbours);
    return found;
}

Result<MapPlaces> placesIn(const plan::Plan& plan, const Progress& progress) {
    SharedAnswers alone;
    return placesIn(plan, alone, progress);
}

} // namespace wardmote::charts
