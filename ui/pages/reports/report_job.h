#pragma once
#include "core/report/scope.h"
#include "ui/publish/pages.h"
#include "ui/publish/publish.h"

#include <memory>
#include <string>
#include <vector>

namespace wardmote::ui {

/// Which report a person has chosen.
struct ReportChoice {
    plan::Id cluster = 0;     ///< 0: the whole plan
    plan::Id arrangement = 0; ///< of the whole plan's report; 0: the one in force
    report::CommitteePaper paper;
    bool operator==(const ReportChoice&) const = default;
};

/// A report as the page holds it: its tree and its pages, made off the screen's thread.
struct PreparedReport {
    std::shared_ptr<const report::Document> document;
    std::shared_ptr<const publish::PagedReport> pages;
};

Result<PreparedReport> prepareReport(const plan::PlanRef& plan, const ReportChoice& choice, plan::Date today,
                                     const Progress& progress);

/// A file name that the systems allow: "Keynsham Area Forum report.pdf".
std::string fileNameFor(const report::Document& document, publish::Format format);

} // namespace wardmote::ui
