#pragma once
#include "core/analysis/clusters.h"

namespace wardmote::analysis {

// The steps of measuredClusters that another question about clusters takes too. Each fills in its own
// figures.

/// Residents and parished and unparished areas, of the areas listed.
void countResidents(ClusterMeasures& measures, const plan::Plan& plan, bool planHoldsParishes);
/// Pieces and contiguity, of the areas, shared areas and outside areas listed.
void measurePieces(ClusterMeasures& measures, const Neighbours& neighbours);
/// What the plan wants, with the mean of the clusters where it gives a tolerance alone.
std::optional<Target> targetOf(const plan::Settings& settings, const std::optional<double>& mean);
/// Deviations and whether it lies within the band, against the mean and the target.
void compareWith(ClusterMeasures& measures, const std::optional<double>& mean,
                 const std::optional<Target>& target);

} // namespace wardmote::analysis
