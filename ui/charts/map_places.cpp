#include "ui/charts/map_places.h"

#include "core/geography/schematic.h"

namespace wardmote::charts {

Result<MapPlaces> placesIn(const plan::Plan& plan, const Progress& progress) {
    MapPlaces found;
    found.key = analysis::neighboursKey(plan);
    auto shapes = geography::shapesOf(geography::placesOf(plan), {}, progress);
    if (!shapes) {
        return Failure(shapes.error());
    }
    found.geometry = std::make_shared<const MapGeometry>(std::move(*shapes));
    auto neighbours = analysis::neighboursOf(plan, {}, progress);
    if (!neighbours) {
        return Failure(neighbours.error());
    }
    found.neighbours = std::make_shared<const analysis::Neighbours>(std::move(*neighbours));
    return found;
}

} // namespace wardmote::charts
