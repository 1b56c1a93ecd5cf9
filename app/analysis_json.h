#pragma once
#include "app/context.h"
#include "core/analysis/acceptances.h"
#include "core/analysis/arrangement_comparison.h"
#include "core/analysis/coverage_grid.h"
#include "core/analysis/duplication.h"
#include "core/analysis/overlap.h"

#include <vector>

/// The answers of analyses as the documents that scripts read. Unknown values are null, ids strings.
namespace wardmote::app {

Json checksJson(const plan::Plan& plan, const std::vector<analysis::JudgedBreach>& judged);
Json duplicationJson(const plan::PlanRef& plan, const analysis::Duplication& duplication, plan::Date today);
Json overlapJson(const plan::Plan& plan, const analysis::Overlap& overlap);
Json coverageJson(const plan::Plan& plan, const analysis::Coverage& coverage);
Json clustersJson(const plan::Plan& plan, const analysis::ArrangementMeasures& measures);
Json comparisonJson(const plan::Plan& plan, const analysis::ArrangementComparison& comparison,
                    const std::vector<analysis::ArrangementDifference>& differences);

} // namespace wardmote::app
