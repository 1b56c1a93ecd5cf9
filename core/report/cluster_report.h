#pragma once
#include "core/report/scope.h"

namespace wardmote::report {

/// What a council can publish about one cluster: headline figures, its areas, the mechanisms that operate
/// there by service with how often they meet, who comes and what they cost, how services overlap, possible
/// duplicates with their reasons and the decisions taken, coverage in brief, and the method, assumptions and
/// sources behind it all. Errors: no such cluster; stopped.
Result<Document> clusterReport(const plan::PlanRef& plan, plan::Id cluster, const ReportOptions& options,
                               const Progress& progress = {});

} // namespace wardmote::report
