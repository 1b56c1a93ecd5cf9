#pragma once
#include "core/analysis/arrangement_comparison.h"
#include "core/analysis/clusters.h"
#include "core/analysis/coverage.h"
#include "core/analysis/explanation.h"
#include "core/analysis/overlap.h"
#include "core/report/blocks.h"
#include "core/report/committee_paper.h"

#include <set>

namespace wardmote::report {

struct ReportOptions {
    plan::Date today;         ///< of the report, and the day that "active" and "met within a year" refer to
    plan::Id arrangement = 0; ///< 0: the one in force
    CommitteePaper paper;     ///< what its author adds for a committee
    std::size_t pairsInFull = 6;  ///< possible duplicates that get a section of their own
    std::size_t pairsListed = 25; ///< in the table of possible duplicates
};

/// What a report is about, a cluster or the whole plan, with the answers of the analyses that it rests on.
struct Scope {
    plan::PlanRef whole; ///< without what is not for publication
    plan::PlanRef plan;  ///< the same with only the mechanisms that operate in scope
    ReportOptions options;
    const plan::Cluster* cluster = nullptr; ///< null: the whole plan
    const analysis::ClusterMeasures* measures = nullptr;
    std::shared_ptr<const analysis::Neighbours> neighbours; ///< null where they could not be found
    analysis::ArrangementMeasures arrangement;
    analysis::ArrangementComparison comparison; ///< of all arrangements, for a whole plan; else empty
    std::vector<plan::Id> areas;                ///< by name
    std::vector<plan::Id> mechanisms;           ///< in force in scope, by name
    std::set<plan::Id> wider;                   ///< of those, what also serves places outside
    std::size_t notPlaced = 0; ///< mechanisms in force whose place is not recorded, so not in scope
    std::vector<analysis::MechanismCost> costs; ///< as `mechanisms`
    analysis::CostTotals totals;
    analysis::Duplication duplication;
    analysis::Overlap overlap;
    analysis::Coverage coverage;

    const plan::Settings& settings() const { return whole->settings(); }
    std::string word() const { return settings().clusterWord; }
    std::string place() const { return cluster ? cluster->name : settings().name; }
    const analysis::MechanismCost& costOf(std::size_t mechanism) const { return costs[mechanism]; }
    std::string name(plan::Id mechanism) const;
    std::string organisation(plan::Id id) const; ///< "not recorded" for 0
};

/// Gathers what a report of this cluster (0: of the whole plan) says. Errors: no such cluster, stopped.
Result<Scope> scopeOf(const plan::PlanRef& plan, plan::Id cluster, const ReportOptions& options,
                      const Progress& progress);

void addKeyFigures(Document& document, const Scope& scope);
void addAbout(Document& document, const Scope& scope); ///< of a cluster: what is recorded of it in words
void addAreas(Document& document, const Scope& scope);
void addClusters(Document& document, const Scope& scope); ///< of a whole plan
void addMechanisms(Document& document, const Scope& scope);
void addOverlap(Document& document, const Scope& scope);
void addDuplicates(Document& document, const Scope& scope, const analysis::PairExplainer& explainer);
/// The `most` most alike of them.
Table duplicatesTable(const Scope& scope, std::size_t most);
void addCoverage(Document& document, const Scope& scope);
/// What people raised and what came of it; nothing where no local issue is recorded.
void addLocalIssues(Document& document, const Scope& scope);
/// What local councils and others said of the arrangement; nothing where no response is recorded.
void addResponses(Document& document, const Scope& scope);
/// The same without map and chart, for a page that has little room.
void addResponsesInBrief(Document& document, const Scope& scope);
void addMethod(Document& document, const Scope& scope);
void addSources(Document& document, const Scope& scope);

/// What committees expect of a report, from the plan's records and the author's words; a heading with nothing
/// to say is left out. The lines stand below the title.
std::vector<std::string> committeeLines(const Scope& scope);
void addIssue(Document& document, const Scope& scope);
void addRecommendations(Document& document, const Scope& scope);
void addImplications(Document& document, const Scope& scope);
void addOptions(Document& document, const Scope& scope);    ///< rationale, other options, consultation
void addComparison(Document& document, const Scope& scope); ///< of a whole plan with several arrangements
void addReasons(Document& document, const Scope& scope);    ///< the rationale log, where it has lines
void addPapers(Document& document, const Scope& scope);     ///< those the author lists
void addContact(Document& document, const Scope& scope);    ///< and attachments, and other formats

/// The plan's areas on a map: those of the cluster, or every cluster in its colour.
Map mapOf(const Scope& scope);

} // namespace wardmote::report
