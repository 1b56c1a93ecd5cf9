#pragma once
#include "ui/charts/map_painter.h"
#include "ui/pages/compare/comparison_answer.h"

namespace wardmote::ui {

enum class DifferenceView { moves, before, after };

/// The difference of two arrangements as a map. `moves`: the areas that move, each pair of clusters in a
/// colour and pattern of its own, named "Keynsham → Chew Valley"; the rest drawn for orientation. `before`
/// and `after`: the clusters of one or the other.
charts::MapSpec differenceMap(const ComparisonAnswer& answer,
                              const analysis::ArrangementDifference& difference, DifferenceView view);

/// "Keynsham → Chew Valley".
QString moveInWords(const plan::Plan& plan, const analysis::AreaMove& move);

} // namespace wardmote::ui
