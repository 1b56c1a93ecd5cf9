#pragma once
#include "core/report/scope.h"

#include <string>

namespace wardmote::tests {

struct ReportPlan {
    plan::PlanRef plan;
    plan::Id cluster = 500;
};

/// Two areas in one cluster and one outside; three mechanisms, two of them alike, and a decision on these.
ReportPlan madePlan();

/// Every word of the tree, one block a line.
std::string textOf(const report::Document& document);

report::ReportOptions reportOptions();

} // namespace wardmote::tests
