#include "core/report/scope.h"

#include "core/plan/publishable.h"
#include "core/report/wording.h"

#include <algorithm>

namespace wardmote::report {

namespace {

bool inForce(const plan::Mechanism& mechanism, plan::Date today) {
    if (mechanism.status && *mechanism.status != plan::MechanismStatus::active) {
        return false;
    }
    return !mechanism.ended || *mechanism.ended > today;
}

/// Keeps in `scope.plan` the mechanisms that operate in scope, ended ones too: what succeeded what is asked
/// of them.
void narrow(Scope& scope) {
    const std::set<plan::Id> here(scope.areas.begin(), scope.areas.end());
    auto plan = std::make_shared<plan::Plan>(*scope.whole);
    for (const auto& mechanism : scope.whole->all<plan::Mechanism>()) {
        const bool everywhere = mechanism.wholePlan.value_or(false);
        const bool touches = everywhere || std::ranges::any_of(mechanism.areas, [&](const auto& link) {
                                 return here.contains(link.area.id);
                             });
        const bool placed = everywhere || !mechanism.areas.empty();
        const bool active = inForce(mechanism, scope.options.today);
        scope.notPlaced += active && !placed ? 1 : 0;
        // The whole plan's report counts what has no place too.
        if (!touches && (scope.cluster || placed)) {
            plan->remove(plan::RecordKind::mechanism, mechanism.id);
            continue;
        }
        if (!active) {
            continue;
        }
        scope.mechanisms.push_back(mechanism.id);
        if (scope.cluster && (everywhere || std::ranges::any_of(mechanism.areas, [&](const auto& link) {
                                  return !here.contains(link.area.id);
                              }))) {
            scope.wider.insert(mechanism.id);
        }
    }
    std::ranges::sort(scope.mechanisms, {}, [&](plan::Id id) { return std::pair(scope.name(id), id); });
    scope.plan = std::move(plan);
}

void listAreas(Scope& scope) {
    if (scope.measures) {
        scope.areas = scope.measures->areas;
        for (const auto& shared : scope.measures->shared) {
            scope.areas.push_back(shared.area);
        }
    } else {
        scope.areas = scope.whole->ids(plan::RecordKind::area);
    }
    std::ranges::sort(scope.areas, {}, [&](plan::Id id) {
        return std::pair(plan::nameOf(*scope.whole, plan::RecordKind::area, id), id);
    });
}

} // namespace

std::string Scope::name(plan::Id mechanism) const {
    return plan::nameOf(*whole, plan::RecordKind::mechanism, mechanism);
}

std::string Scope::organisation(plan::Id id) const {
    return id == 0 ? notRecorded : plan::nameOf(*whole, plan::RecordKind::organisation, id);
}

Result<Scope> scopeOf(const plan::PlanRef& recorded, plan::Id cluster, const ReportOptions& options,
                      const Progress& progress) {
    const auto plan = plan::publishable(recorded);
    Scope scope;
    scope.whole = plan;
    scope.options = options;
    if (cluster != 0) {
        scope.cluster = plan->find<plan::Cluster>(cluster);
        if (!scope.cluster) {
            return failure("The " + plan->settings().clusterWord +
                               " of this report is not in the plan any more.",
                           "Choose another one.");
        }
        scope.options.arrangement = scope.cluster->arrangement.id;
    } else if (options.arrangement == 0) {
        scope.options.arrangement = analysis::arrangementShown(*plan);
    }
    progress.at(0.05, "Measuring");
    if (auto neighbours = analysis::neighboursOf(*plan, {}, progress)) {
        scope.neighbours = std::make_shared<const analysis::Neighbours>(std::move(*neighbours));
    }
    scope.arrangement = analysis::measuredClusters(*plan, scope.options.arrangement, scope.neighbours.get());
    for (const auto& measures : scope.arrangement.clusters) {
        if (scope.cluster && measures.id == scope.cluster->id) {
            scope.measures = &measures;
        }
    }
    if (cluster == 0) {
        scope.comparison = analysis::compareArrangements(*plan, plan->ids(plan::RecordKind::arrangement),
                                                         scope.neighbours.get(), options.today);
    }
    listAreas(scope);
    narrow(scope);

    progress.at(0.3, "Costing");
    const analysis::CostModel costs(*plan, options.today);
    for (const auto id : scope.mechanisms) {
        scope.costs.push_back(costs.of(id));
    }
    scope.totals = analysis::totalOf(scope.costs);
    progress.at(0.4, "Comparing");
    // No areas would mean all of them: a cluster without any asks for one that is not there.
    const auto here = scope.areas.empty() ? std::vector<plan::Id>{-1} : scope.areas;
    analysis::DuplicationOptions asked;
    asked.today = options.today;
    if (cluster != 0) {
        asked.areas = here;
    }
    auto duplication = analysis::findDuplication(*plan, asked, progress);
    if (!duplication) {
        return tl::unexpected(duplication.error());
    }
    scope.duplication = std::move(*duplication);
    auto overlap = analysis::findOverlap(*scope.plan, options.today, progress);
    if (!overlap) {
        return tl::unexpected(overlap.error());
    }
    scope.overlap = std::move(*overlap);
    scope.coverage =
        analysis::findCoverage(*plan, options.today, cluster != 0 ? here : std::vector<plan::Id>{});
    if (progress.stopped()) {
        return failure("Stopped.");
    }
    progress.at(1);
    return scope;
}

} // namespace wardmote::report
