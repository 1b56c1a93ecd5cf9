#pragma once
#include "core/geography/neighbours.h"
#include "core/plan/plan.h"

#include <vector>

namespace wardmote::geography {

/// The shape by which a place is drawn.
struct PlaceShape {
    plan::Id id = 0;
    plan::ShapeRef shape;
    bool schematic = false; ///< made up from points: must be drawn as such
};

/// A shape for every place: its boundary, or else the part of the plane that is nearer to its point than to
/// any other place (Voronoi), within a padded hull of all places and outside recorded boundaries. Places with
/// neither are left out. In order of id. Points that coincide are moved apart a little first.
Result<std::vector<PlaceShape>> shapesOf(std::span<const Place> places, const Options& options = {},
                                         const Progress& progress = {});

/// A plan's areas as places, in order of id.
std::vector<Place> placesOf(const plan::Plan& plan);

} // namespace wardmote::geography
