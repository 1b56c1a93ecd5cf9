#include "core/report/cluster_profile.h"

#include "core/base/contract.h"
#include "core/report/profile_sections.h"
#include "core/report/wording.h"

namespace wardmote::report {

namespace {

/// "Status: Active. Phase two. Arrangement: Area forums as now (As now)"
std::string standing(const Scope& scope) {
    std::string text = "Status: " + label(scope.cluster->status);
    text += scope.cluster->phase.empty() ? "" : "; phase: " + scope.cluster->phase;
    const auto* arrangement = scope.whole->find<plan::Arrangement>(scope.options.arrangement);
    if (arrangement) {
        text += "; arrangement: " + arrangement->name;
        text += arrangement->status ? " (" + label(arrangement->status) + ")" : "";
    }
    return text;
}

} // namespace

Document clusterProfile(const Scope& scope) {
    contract(scope.cluster != nullptr && scope.measures != nullptr, "a profile is of a cluster");
    Document document;
    document.title = scope.cluster->name;
    document.subtitle = capitalised(scope.word()) + " profile";
    document.subject = "Everything recorded of " + scope.cluster->name +
                       ": areas, people, mechanisms, local councils' responses, assets and open checks.";
    if (const auto council = scope.settings().ownCouncil) {
        document.organisation = plan::nameOf(*scope.whole, plan::RecordKind::organisation, council.id);
    }
    document.contents = false; // a few pages need no list of what is on them
    document.compact = true;
    document.date = scope.options.today;
    document.lines = {standing(scope), "Prepared " + scope.options.today.words() + " from the plan \"" +
                                           scope.settings().name + "\""};
    addProfileFigures(document, scope);
    addProfilePeople(document, scope);
    addProfilePurpose(document, scope);
    addProfilePrinciples(document, scope);
    addAreas(document, scope);
    addProfileServices(document, scope);
    addProfileDuplicates(document, scope);
    addProfileCoverage(document, scope);
    addResponsesInBrief(document, scope);
    addProfileFootprints(document, scope);
    addProfileAssets(document, scope);
    addProfileChecks(document, scope);
    return document;
}

Result<Document> clusterProfile(const plan::PlanRef& plan, plan::Id cluster, const ReportOptions& options,
                                const Progress& progress) {
    contract(cluster != 0, "a profile is of a cluster");
    const auto scope = scopeOf(plan, cluster, options, progress);
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    return clusterProfile(*scope);
}

} // namespace wardmote::report
