#pragma once
#include "core/analysis/clusters.h"
#include "ui/widgets/page.h"

namespace wardmote::ui {

/// What pages that show one arrangement say above it: residents in its clusters, how many these are, areas in
/// none or without a main one, and, where the plan sets a target, how many are outside it. Nothing without an
/// arrangement.
std::vector<HeadlineFigure> arrangementHeadline(const plan::Settings& settings,
                                                const analysis::ArrangementMeasures& measures);

} // namespace wardmote::ui
