#pragma once
#include "core/report/scope.h"
#include "ui/preview/prepared_report.h"

namespace wardmote::ui {

/// Which report a person has chosen.
struct ReportChoice {
    plan::Id cluster = 0;     ///< 0: the whole plan
    plan::Id arrangement = 0; ///< of the whole plan's report; 0: the one in force
    report::CommitteePaper paper;
    plan::Id scenario = 0; ///< its report; 0: that of the cluster or plan
    bool operator==(const ReportChoice&) const = default;
};

Result<PreparedReport> prepareReport(const plan::PlanRef& plan, const ReportChoice& choice, plan::Date today,
                                     const Progress& progress);

} // namespace wardmote::ui
