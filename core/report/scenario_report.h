#pragma once
#include "core/analysis/scenario/what_if.h"
#include "core/report/blocks.h"

namespace wardmote::report {

/// One scenario for people who decide: what it would change, each line of cost before and after and by who
/// bears it, what would be lost, the equality screening and consultation of each change, and how it was
/// worked out. Mechanisms that are not for publication count, and are not named. Errors: no such scenario;
/// stopped.
Result<Document> scenarioReport(const plan::PlanRef& plan, plan::Id scenario, plan::Date today,
                                const Progress& progress = {});

} // namespace wardmote::report
