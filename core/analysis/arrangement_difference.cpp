#include "core/analysis/arrangement_difference.h"

#include "core/analysis/best_matching.h"
#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;

struct Shared {
    std::int64_t residents = 0;
    std::int64_t areas = 0;
    std::int64_t blank = 0; ///< areas whose residents are not recorded
};
using SharedByPair = std::map<std::pair<Id, Id>, Shared>;

SharedByPair sharedBetween(const plan::Plan& plan, const Membership& before, const Membership& after) {
    SharedByPair shared;
    for (const auto& area : plan.all<plan::Area>()) {
        const auto from = before.mainCluster(area.id);
        const auto to = after.mainCluster(area.id);
        if (from != 0 && to != 0 && area.outside != true) {
            auto& pair = shared[{from, to}];
            pair.residents += area.residents.value_or(0);
            ++pair.areas;
            pair.blank += area.residents ? 0 : 1;
        }
    }
    return shared;
}

std::vector<std::vector<MatchWeight>> weightsOf(const Membership& before, const Membership& after,
                                                const SharedByPair& shared) {
    std::vector<std::vector<MatchWeight>> weights;
    for (const auto* from : before.clusters) {
        auto& row = weights.emplace_back();
        for (const auto* to : after.clusters) {
            const auto found = shared.find({from->id, to->id});
            const auto both = found == shared.end() ? Shared{} : found->second;
            row.push_back({{both.residents, both.areas, both.blank, from->name == to->name ? 1 : 0}});
        }
    }
    return weights;
}

std::vector<ClusterMatch> matched(const Membership& before, const Membership& after,
                                  const SharedByPair& shared) {
    const auto weights = weightsOf(before, after, shared);
    const auto partner = bestMatching(weights);
    std::vector<bool> taken(after.clusters.size());
    std::vector<ClusterMatch> matches;
    std::vector<ClusterMatch> alone;
    for (std::size_t row = 0; row < before.clusters.size(); ++row) {
        const auto id = before.clusters[row]->id;
        if (partner[row] >= after.clusters.size() || weights[row][partner[row]] == MatchWeight{}) {
            alone.push_back({id, 0, 0, 0});
            continue;
        }
        const auto twin = after.clusters[partner[row]]->id;
        taken[partner[row]] = true;
        const auto found = shared.find({id, twin});
        const auto both = found == shared.end() ? Shared{} : found->second;
        matches.push_back({id, twin, both.residents, static_cast<std::size_t>(both.areas)});
    }
    for (std::size_t column = 0; column < after.clusters.size(); ++column) {
        if (!taken[column]) {
            alone.push_back({0, after.clusters[column]->id, 0, 0});
        }
    }
    matches.insert(matches.end(), alone.begin(), alone.end());
    return matches;
}

void listMoves(const plan::Plan& plan, const Membership& before, const Membership& after,
               ArrangementDifference& result) {
    std::vector<const plan::Area*> areas;
    for (const auto& area : plan.all<plan::Area>()) {
        if (area.outside != true) {
            areas.push_back(&area);
        }
    }
    std::ranges::sort(areas, {}, [](const plan::Area* area) { return std::tie(area->name, area->id); });
    for (const auto* area : areas) {
        const auto from = before.mainCluster(area->id);
        const auto to = after.mainCluster(area->id);
        if (from == 0 ? to == 0 : to != 0 && result.matchOf(from) == to) {
            continue;
        }
        const auto* reason = reasonFor(plan, result.after, area->id, to);
        result.moves.push_back({area->id, from, to, area->residents, reason ? reason->id : 0});
        if (area->residents) {
            result.residentsMoved = result.residentsMoved.value_or(0) + *area->residents;
        } else {
            ++result.withoutResidents;
        }
    }
    if (result.moves.empty()) {
        result.residentsMoved = 0;
    }
}

} // namespace

Id ArrangementDifference::matchOf(Id clusterBefore) const {
    const auto found = std::ranges::find(matches, clusterBefore, &ClusterMatch::before);
    return clusterBefore == 0 || found == matches.end() ? 0 : found->after;
}

ArrangementDifference differenceOf(const plan::Plan& plan, Id before, Id after) {
    const auto first = membershipOf(plan, before);
    const auto second = membershipOf(plan, after);
    ArrangementDifference result;
    result.before = before;
    result.after = after;
    result.matches = matched(first, second, sharedBetween(plan, first, second));
    listMoves(plan, first, second, result);
    return result;
}

const plan::Move* reasonFor(const plan::Plan& plan, Id arrangement, Id area, Id cluster) {
    const plan::Move* last = nullptr;
    for (const auto& move : plan.all<plan::Move>()) {
        if (move.arrangement.id != arrangement || move.area.id != area || move.toCluster.id != cluster ||
            move.reason.empty()) {
            continue;
        }
        if (!last || std::tie(move.movedOn, move.id) > std::tie(last->movedOn, last->id)) {
            last = &move;
        }
    }
    return last;
}

} // namespace wardmote::analysis
