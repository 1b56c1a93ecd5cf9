#pragma once
#include "core/analysis/clusters.h"
#include "ui/charts/map_painter.h"

#include <functional>

namespace wardmote::charts {

/// The map of an arrangement as measured: its clusters by name with their residents, its areas with theirs,
/// the plan's attributions. `fillOf`: the fill number of a cluster.
MapSpec clusterMap(const plan::Plan& plan, const analysis::ArrangementMeasures& measures,
                   MapGeometryRef geometry, const std::function<int(const plan::Cluster&)>& fillOf);

} // namespace wardmote::charts
