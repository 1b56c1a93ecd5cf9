#include "ui/pages/reports/report_job.h"

#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "core/report/scenario_report.h"

namespace wardmote::ui {

Result<PreparedReport> prepareReport(const plan::PlanRef& plan, const ReportChoice& choice, plan::Date today,
                                     const Progress& progress) {
    if (choice.scenario != 0) {
        return prepared(report::scenarioReport(plan, choice.scenario, today, progress), progress);
    }
    report::ReportOptions options;
    options.today = today;
    options.arrangement = choice.arrangement;
    options.paper = choice.paper;
    return prepared(choice.cluster != 0 ? report::clusterReport(plan, choice.cluster, options, progress)
                                        : report::planReport(plan, options, progress),
                    progress);
}

} // namespace wardmote::ui
