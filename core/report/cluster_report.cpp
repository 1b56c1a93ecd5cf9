#include "core/report/cluster_report.h"

#include "core/base/contract.h"

#include "core/report/plan_report.h"
#include "core/report/wording.h"

namespace wardmote::report {

namespace {

std::string councilOf(const plan::Plan& plan) {
    const auto council = plan.settings().ownCouncil;
    return council ? plan::nameOf(plan, plan::RecordKind::organisation, council.id) : std::string{};
}

void addFront(Document& document, const Scope& scope) {
    document.organisation = councilOf(*scope.whole);
    document.date = scope.options.today;
    document.lines = committeeLines(scope);
    document.lines.push_back("Prepared " + scope.options.today.words());
    document.lines.push_back(
        "From the plan \"" + scope.settings().name + "\"" +
        (scope.arrangement.name.empty() ? std::string{} : "; arrangement: " + scope.arrangement.name));
}

void addBody(Document& document, const Scope& scope) {
    addIssue(document, scope);
    addKeyFigures(document, scope);
    addRecommendations(document, scope);
    if (scope.cluster) {
        addAbout(document, scope);
    } else {
        addClusters(document, scope);
    }
    addAreas(document, scope);
    addResponses(document, scope);
    addMechanisms(document, scope);
    addOverlap(document, scope);
    const analysis::PairExplainer explainer(scope.whole, scope.options.today);
    addDuplicates(document, scope, explainer);
    addCoverage(document, scope);
    addLocalIssues(document, scope);
    addImplications(document, scope);
    addOptions(document, scope);
    addComparison(document, scope);
    addReasons(document, scope);
    addContact(document, scope);
    addMethod(document, scope);
    addSources(document, scope);
}

} // namespace

Result<Document> clusterReport(const plan::PlanRef& plan, plan::Id cluster, const ReportOptions& options,
                               const Progress& progress) {
    contract(cluster != 0, "a cluster report is of a cluster");
    const auto scope = scopeOf(plan, cluster, options, progress);
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    Document document;
    document.title = scope->cluster->name + ": how services and communities talk";
    document.subtitle = capitalised(scope->word()) + " report";
    document.subject = "Areas, engagement mechanisms, costs, overlap and possible duplication in " +
                       scope->cluster->name + ".";
    addFront(document, *scope);
    addBody(document, *scope);
    return document;
}

Result<Document> planReport(const plan::PlanRef& plan, const ReportOptions& options,
                            const Progress& progress) {
    const auto scope = scopeOf(plan, 0, options, progress);
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    Document document;
    const auto& name = scope->settings().name;
    document.title = (name.empty() ? std::string("The plan") : name) + ": how services and communities talk";
    document.subtitle = "Whole-plan report";
    document.subject =
        "Areas, engagement mechanisms, costs, overlap and possible duplication in the whole plan.";
    addFront(document, *scope);
    addBody(document, *scope);
    return document;
}

} // namespace wardmote::report
