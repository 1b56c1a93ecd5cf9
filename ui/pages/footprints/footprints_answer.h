#pragma once
#include "core/analysis/footprint_fit.h"
#include "ui/charts/map_footprints.h"
#include "ui/charts/map_places.h"

namespace wardmote::ui {

/// Everything that the page shows of one snapshot and one set.
struct FootprintsAnswer {
    plan::PlanRef plan;
    analysis::FootprintFit fit;
    analysis::ArrangementMeasures measures;
    charts::MapPlaces places;                     ///< kept while boundaries stay as they are
    std::vector<charts::MapFootprint> footprints; ///< of the set, as the map draws them
};

/// The set asked for, or the first by name where there is none such. `known` may be empty.
Result<FootprintsAnswer> footprintsAnswerOf(const plan::PlanRef& plan, plan::Id set,
                                            const charts::MapPlaces& known, const Progress& progress);

/// Sets by name.
std::vector<const plan::FootprintSet*> footprintSets(const plan::Plan& plan);

/// Share of a footprint that lies in a cluster (0: in none), in per cent: of its residents, or of its areas
/// by number where residents are not recorded for all; nothing if no part of it lies there.
std::optional<double> percentIn(const analysis::FittedFootprint& footprint, plan::Id cluster);

} // namespace wardmote::ui
