#pragma once
#include "core/report/scope.h"

namespace wardmote::report {

/// Everything that is recorded of one cluster, in a few pages: headline figures, where it lies, its people,
/// what matters there, how services engage, possible duplicates, coverage, footprints, what local councils
/// said, assets, and the checks that are open. For those who work with the cluster; the report of the cluster
/// (see cluster_report.h) argues at length and gives the method. The scope is of a cluster (a contract).
Document clusterProfile(const Scope& scope);
/// The same from a plan. Errors: no such cluster; stopped.
Result<Document> clusterProfile(const plan::PlanRef& plan, plan::Id cluster, const ReportOptions& options,
                                const Progress& progress = {});

} // namespace wardmote::report
