#pragma once
#include "core/analysis/acceptances.h"
#include "core/analysis/cost.h"

#include <map>
#include <span>

namespace wardmote::analysis {

/// A service, or an organisation where no service is recorded, with the mechanisms that it runs in a place.
/// Sums are of what is recorded; how many mechanisms they leave out stands beside them.
struct ServiceLine {
    plan::Id service = 0; ///< an organisation; 0: not recorded
    std::vector<plan::Id> mechanisms;
    std::optional<double> meetings; ///< a year
    std::size_t meetingsUnknown = 0;
    Hours hours; ///< paid staff time a year
    std::size_t hoursUnknown = 0;
};
/// Mechanisms by the service that runs them, by its name; those of no service recorded come last. Mechanisms
/// stand in the order in which they are given, their costs in the same.
std::vector<ServiceLine> byService(const plan::Plan& plan, std::span<const plan::Id> mechanisms,
                                   std::span<const MechanismCost> costs);

/// Which mechanisms that have not ended meet at which asset: those whose venue is the asset's name, written
/// one way or another. By asset; mechanisms by name. Assets where none meets are left out.
std::map<plan::Id, std::vector<plan::Id>> mechanismsAtAssets(const plan::Plan& plan);

/// Assets that stand in one of these areas or serve one, by name.
std::vector<plan::Id> assetsIn(const plan::Plan& plan, std::span<const plan::Id> areas);

/// The breaches that concern a cluster: it or one of these areas is among their records, or one of these
/// mechanisms.
struct ConcernedChecks {
    std::vector<JudgedBreach> open;
    std::vector<JudgedBreach> accepted;
};
ConcernedChecks checksOf(const std::vector<JudgedBreach>& judged, plan::Id cluster,
                         std::span<const plan::Id> areas, std::span<const plan::Id> mechanisms);

} // namespace wardmote::analysis
