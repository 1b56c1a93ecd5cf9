#pragma once
#include "core/analysis/clusters.h"
#include "ui/charts/map_geometry.h"

namespace wardmote::charts {

/// Where a plan's areas lie: what a page with a map needs, found once for each change of boundaries.
struct MapPlaces {
    std::shared_ptr<const analysis::Neighbours> neighbours;
    MapGeometryRef geometry;
    std::uint64_t key = 0; ///< analysis::neighboursKey of the plan
};

/// The shapes alone, so that a map can be drawn before its neighbours are found: half a second for England.
Result<MapGeometryRef> geometryIn(const plan::Plan& plan, const Progress& progress = {});
/// The same, found once for all who ask of the same boundaries.
Result<MapGeometryRef> geometryIn(const plan::Plan& plan, SharedAnswers& shared,
                                  const Progress& progress = {});

/// Takes up to seconds for a country's wards, so off the screen's thread. Stops with an Error when asked to.
Result<MapPlaces> placesIn(const plan::Plan& plan, const Progress& progress = {});
Result<MapPlaces> placesIn(const plan::Plan& plan, SharedAnswers& shared, const Progress& progress = {});

} // namespace wardmote::charts
