#include "app/commands.h"
#include "app/find_record.h"

#include "core/report/cluster_profile.h"
#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "core/report/scenario_report.h"
#include "ui/publish/publish.h"

#include <QGuiApplication>

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <memory>

namespace wardmote::app {
namespace {

struct ReportRequest {
    std::string plan;
    std::string target;
    std::string cluster;
    std::string arrangement;
    std::string committee;
    std::string scenario;
    bool profile = false;
};

/// What the author adds for a committee, from a file of JSON.
Result<report::CommitteePaper> paperFrom(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
        return failure(fmt::format("“{}” can't be read.", path.string()), "Check the name.");
    }
    return report::readPaper(text);
}

Result<report::Document> documentFor(const plan::PlanRef& plan, const ReportRequest& request,
                                     plan::Date today) {
    report::ReportOptions options;
    options.today = today;
    if (!request.arrangement.empty()) {
        const auto arrangement = arrangementNamed(*plan, request.arrangement);
        if (!arrangement) {
            return Failure(arrangement.error());
        }
        options.arrangement = *arrangement;
    }
    if (!request.committee.empty()) {
        const auto paper = paperFrom(request.committee);
        if (!paper) {
            return Failure(paper.error());
        }
        options.paper = *paper;
    }
    if (!request.scenario.empty()) {
        const auto scenario = scenarioNamed(*plan, request.scenario);
        return scenario ? report::scenarioReport(plan, *scenario, today)
                        : Result<report::Document>(Failure(scenario.error()));
    }
    if (request.cluster.empty() && request.profile) {
        return failure("A profile is of one " + plan->settings().clusterWord + ".", "Name it by --cluster.");
    }
    if (request.cluster.empty()) {
        return report::planReport(plan, options);
    }
    const auto cluster = clusterNamed(*plan, request.cluster, options.arrangement);
    if (!cluster) {
        return Failure(cluster.error());
    }
    return request.profile ? report::clusterProfile(plan, *cluster, options)
                           : report::clusterReport(plan, *cluster, options);
}

void writeReport(const ReportRequest& request, Context& context) {
    if (!publish::formatOf(request.target)) {
        return context.fail({fmt::format("“{}” is no kind of report.", request.target),
                             "Give a name that ends in .pdf, .html or .odt.",
                             {}});
    }
    const auto file = openPlan(request.plan, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto document = documentFor(file->snapshot(), request, context.day());
    if (!document) {
        return context.fail(document.error());
    }
    // Fonts need a platform; this one needs no screen. It must be chosen before the application object is
    // made.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    std::string name = "wardmote";
    char* argv[] = {name.data(), nullptr};
    const QGuiApplication application(argc, argv);
    if (const auto written = publish::writeReport(*document, request.target); !written) {
        return context.fail(written.error());
    }
    if (context.json) {
        context.print(Json{{"report", request.target}, {"title", document->title}});
    }
}

} // namespace

void addReportCommand(CLI::App& cli, Context& context) {
    const auto request = std::make_shared<ReportRequest>();
    auto* command = cli.add_subcommand("report", "The report on a cluster or the whole plan");
    command->add_option("plan", request->plan, "The plan file")->required();
    command->add_option("-o,--output", request->target, "FILE.pdf, .html or .odt")->required();
    command->add_option("--cluster", request->cluster, "On this cluster only");
    command->add_option("--arrangement", request->arrangement, "By name; else the one in force");
    command->add_option("--committee", request->committee,
                        "JSON file of what a committee expects: {\"meeting\": ..., \"legal\": ...}");
    command->add_option("--scenario", request->scenario,
                        "On what this scenario of mechanisms would save, cost and lose");
    command->add_flag("--profile", request->profile,
                      "The profile of the cluster in place of its report: a few pages of facts");
    command->callback([=, &context] { writeReport(*request, context); });
}

} // namespace wardmote::app
