#pragma once
#include "core/report/scope.h"

namespace wardmote::report {

/// The same for everything in the plan, with its clusters side by side. Errors: stopped.
Result<Document> planReport(const plan::PlanRef& plan, const ReportOptions& options,
                            const Progress& progress = {});

} // namespace wardmote::report
