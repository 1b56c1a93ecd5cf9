#include "ui/pages/reports/report_job.h"

#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "ui/publish/paginate.h"

namespace wardmote::ui {

Result<PreparedReport> prepareReport(const plan::PlanRef& plan, const ReportChoice& choice, plan::Date today,
                                     const Progress& progress) {
    report::ReportOptions options;
    options.today = today;
    options.arrangement = choice.arrangement;
    options.paper = choice.paper;
    auto document = choice.cluster != 0 ? report::clusterReport(plan, choice.cluster, options, progress)
                                        : report::planReport(plan, options, progress);
    if (!document) {
        return tl::unexpected(document.error());
    }
    PreparedReport prepared;
    prepared.document = std::make_shared<const report::Document>(std::move(*document));
    auto pages = publish::paginate(prepared.document, progress);
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    prepared.pages = std::make_shared<const publish::PagedReport>(std::move(*pages));
    return prepared;
}

std::string fileNameFor(const report::Document& document, publish::Format format) {
    std::string name = document.title.substr(0, document.title.find(':')) + " report";
    for (char& letter : name) {
        const bool forbidden = static_cast<unsigned char>(letter) < 0x20 ||
                               std::string_view("<>:\"/\\|?*").find(letter) != std::string_view::npos;
        letter = forbidden ? ' ' : letter;
    }
    switch (format) {
    case publish::Format::html:
        return name + ".html";
    case publish::Format::odt:
        return name + ".odt";
    case publish::Format::pdf:
        break;
    }
    return name + ".pdf";
}

} // namespace wardmote::ui
