#pragma once
#include "core/analysis/move_effect.h"
#include "ui/charts/map_painter.h"
#include "ui/charts/map_places.h"

#include <QString>

namespace wardmote::ui {

/// What areas on the map are coloured by.
enum class ColourBy { cluster, residents, density, deprivation, kind, mechanisms, gaps, phase };
inline constexpr int colourByCount = 8;
QString colourByName(ColourBy by, const QString& clusterWord);

/// The arrangement as the page shows it: made off the window's thread.
struct MapFigures {
    plan::PlanRef plan;
    std::shared_ptr<const analysis::ArrangementMeasures> measures;
    std::shared_ptr<const analysis::MoveEffects> effects;
    charts::MapSpec spec;            ///< without footprints and points
    std::vector<QString> valueTexts; ///< what each of spec.areas is coloured by, in words
};

/// `places` may be of older boundaries or empty: then the map is drawn as far as it is known, and nothing is
/// said of pieces where `neighbours` is null.
MapFigures mapFigures(const plan::PlanRef& plan, plan::Id arrangement, const charts::MapGeometryRef& geometry,
                      const std::shared_ptr<const analysis::Neighbours>& neighbours, ColourBy by);

} // namespace wardmote::ui
