#include "core/analysis/clusters.h"

#include "core/analysis/clusters_membership.h"
#include "core/analysis/clusters_parts.h"
#include "core/analysis/local_responses.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;

/// A sum over what is recorded that stays nothing while nothing is.
class Sum {
public:
    void add(const std::optional<double>& value) {
        if (value) {
            total_ += *value;
            any_ = true;
        } else {
            complete_ = false;
        }
    }
    std::optional<double> known() const { return any_ ? std::optional(total_) : std::nullopt; }
    std::optional<double> whole() const { return any_ && complete_ ? std::optional(total_) : std::nullopt; }

private:
    double total_ = 0;
    bool any_ = false;
    bool complete_ = true;
};

std::optional<double> share(double part, double whole) {
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

} // namespace

void countResidents(ClusterMeasures& measures, const plan::Plan& plan, bool mixedPlan) {
    std::int64_t residents = 0;
    std::int64_t parished = 0;
    std::int64_t unparished = 0;
    bool any = measures.areas.empty(); // a cluster without areas has nobody in it, and that is known
    for (const auto id : measures.areas) {
        const auto& area = *plan.find<plan::Area>(id);
        const auto kind = parishedness(area, mixedPlan);
        measures.parishedAreas += kind == Parished::parished ? 1 : 0;
        measures.unparishedAreas += kind == Parished::unparished ? 1 : 0;
        measures.areasOfUnknownParish += kind == Parished::notRecorded ? 1 : 0;
        if (!area.residents) {
            measures.areasWithoutResidents.push_back(id);
            continue;
        }
        any = true;
        residents += *area.residents;
        parished += kind == Parished::parished ? *area.residents : 0;
        unparished += kind == Parished::unparished ? *area.residents : 0;
    }
    if (any) {
        measures.residents = residents;
    }
    const auto people = static_cast<double>(parished + unparished);
    measures.parishedShareOfResidents = share(static_cast<double>(parished), people);
    measures.unparishedShareOfResidents = share(static_cast<double>(unparished), people);
    const double areas = measures.parishedAreas + measures.unparishedAreas;
    measures.parishedShareOfAreas = share(measures.parishedAreas, areas);
    measures.unparishedShareOfAreas = share(measures.unparishedAreas, areas);
}

namespace {

std::optional<double> hectaresOf(const plan::Area& area) {
    if (area.landAreaHectares) {
        return area.landAreaHectares;
    }
    return area.boundary ? std::optional(geography::areaOf(*area.boundary) / 10'000) : std::nullopt;
}

void measureLand(ClusterMeasures& measures, const plan::Plan& plan) {
    Sum hectares;
    for (const auto id : measures.areas) {
        hectares.add(hectaresOf(*plan.find<plan::Area>(id)));
    }
    measures.hectares = hectares.whole();
    if (measures.residents && measures.areasWithoutResidents.empty() && measures.hectares.value_or(0) > 0) {
        measures.residentsPerHectare = static_cast<double>(*measures.residents) / *measures.hectares;
    }
}

/// Sums weighted by residents; the weight that carries each is kept beside it.
void measureDeprivation(ClusterMeasures& measures, const plan::Plan& plan) {
    double scored = 0;
    double scoreSum = 0;
    double fifthKnown = 0;
    double fifthSum = 0;
    std::set<std::string> vintages;
    for (const auto id : measures.areas) {
        const auto& area = *plan.find<plan::Area>(id);
        const double residents = area.residents.value_or(0);
        if (area.deprivationScore && area.residents) {
            scored += residents;
            scoreSum += residents * *area.deprivationScore;
            if (!area.deprivationVintage.empty()) {
                vintages.insert(area.deprivationVintage);
            }
        }
        if (area.mostDeprivedFifthShare && area.residents) {
            fifthKnown += residents;
            fifthSum += residents * *area.mostDeprivedFifthShare;
        }
    }
    measures.deprivationScore = share(scoreSum, scored);
    measures.mostDeprivedFifthShare = share(fifthSum, fifthKnown);
    measures.deprivationRestsOn = measures.deprivationScore
                                      ? share(scored, static_cast<double>(measures.residents.value_or(0)))
                                      : std::nullopt;
    measures.deprivationVintages.assign(vintages.begin(), vintages.end());
}

void listLocalCouncils(ClusterMeasures& measures, const plan::Plan& plan) {
    std::map<std::string, LocalCouncil> byName;
    for (const auto id : measures.areas) {
        const auto& area = *plan.find<plan::Area>(id);
        const auto name = localCouncilName(area);
        if (name.empty()) {
            continue;
        }
        auto& council = byName[name];
        council.name = name;
        if (!council.kind) {
            council.kind = area.localCouncilKind;
        }
        council.areas.push_back(id);
    }
    for (auto& [name, council] : byName) {
        measures.localCouncils.push_back(std::move(council));
    }
}

/// Groups of positions that hang together, each sorted, the largest first.
std::vector<std::vector<std::size_t>> pieces(const std::vector<std::size_t>& members,
                                             const Neighbours& neighbours) {
    std::set<std::size_t> open(members.begin(), members.end());
    std::vector<std::vector<std::size_t>> result;
    while (!open.empty()) {
        std::vector<std::size_t> piece{*open.begin()};
        open.erase(open.begin());
        for (std::size_t next = 0; next < piece.size(); ++next) {
            for (const auto& edge : neighbours.of(piece[next])) {
                if (open.erase(edge.to) != 0) {
                    piece.push_back(edge.to);
                }
            }
        }
        std::ranges::sort(piece);
        result.push_back(std::move(piece));
    }
    std::ranges::stable_sort(result, std::greater{}, &std::vector<std::size_t>::size);
    return result;
}

} // namespace

void measurePieces(ClusterMeasures& measures, const Neighbours& neighbours) {
    std::vector<std::size_t> members;
    std::set<std::size_t> mains;
    bool allLocated = true;
    const auto add = [&](Id id) {
        const auto index = neighbours.indexOf(id);
        if (index < neighbours.size()) {
            members.push_back(index);
        }
        return index;
    };
    for (const auto id : measures.areas) {
        const auto index = add(id);
        mains.insert(index);
        const bool located =
            index < neighbours.size() && (neighbours.nodes()[index].located || !neighbours.of(index).empty());
        allLocated = allLocated && located;
        measures.placedBySchematic =
            measures.placedBySchematic || (index < neighbours.size() && neighbours.nodes()[index].schematic);
    }
    for (const auto& shared : measures.shared) {
        add(shared.area);
    }
    for (const auto outside : measures.outside) {
        add(outside);
    }
    for (const auto& piece : pieces(members, neighbours)) {
        std::vector<Id> ids;
        for (const auto index : piece) {
            if (mains.contains(index)) {
                ids.push_back(neighbours.nodes()[index].id);
            }
        }
        if (!ids.empty()) {
            measures.pieces.push_back(std::move(ids));
        }
    }
    std::ranges::stable_sort(measures.pieces, std::greater{}, &std::vector<Id>::size);
    if (allLocated && !measures.areas.empty()) {
        measures.contiguous = measures.pieces.size() == 1;
    }
}

namespace {

/// The boundary of all areas together is theirs, less what they share with one another, which each of two
/// counts once.
void measureOutline(ClusterMeasures& measures, const Neighbours& neighbours) {
    double perimeter = 0;
    double area = 0;
    const std::set<Id> mains(measures.areas.begin(), measures.areas.end());
    for (const auto id : measures.areas) {
        const auto index = neighbours.indexOf(id);
        if (index == neighbours.size() || !neighbours.nodes()[index].located ||
            neighbours.nodes()[index].schematic) {
            return;
        }
        perimeter += neighbours.nodes()[index].perimeterMetres;
        area += neighbours.nodes()[index].squareMetres;
        for (const auto& edge : neighbours.of(index)) {
            if (mains.contains(neighbours.nodes()[edge.to].id)) {
                perimeter -= static_cast<double>(edge.sharedMetres);
            }
        }
    }
    if (!measures.areas.empty() && perimeter > 0) {
        measures.perimeterKilometres = perimeter / 1000;
        measures.compactness = geography::polsbyPopper(area, perimeter);
    }
}

} // namespace

std::optional<Target> targetOf(const plan::Settings& settings, const std::optional<double>& mean) {
    Target target;
    const double tolerance = settings.tolerancePercent.value_or(0) / 100;
    if (settings.residentsMinimum) {
        target.least = *settings.residentsMinimum * (1 - tolerance);
    }
    if (settings.residentsMaximum) {
        target.most = *settings.residentsMaximum * (1 + tolerance);
    }
    if (settings.residentsMinimum && settings.residentsMaximum) {
        target.residents = (*settings.residentsMinimum + *settings.residentsMaximum) / 2.0;
    }
    if (target.least || target.most) {
        return target;
    }
    if (!settings.tolerancePercent || !mean) {
        return std::nullopt;
    }
    return Target{mean, *mean * (1 - tolerance), *mean * (1 + tolerance), true};
}

void compareWith(ClusterMeasures& measures, const std::optional<double>& mean,
                 const std::optional<Target>& target) {
    if (!measures.residents || measures.areas.empty()) {
        return;
    }
    const auto residents = static_cast<double>(*measures.residents);
    const auto deviation = [&](double from) { return 100 * (residents - from) / from; };
    if (mean.value_or(0) > 0) {
        measures.deviationFromMeanPercent = deviation(*mean);
    }
    if (!target) {
        return;
    }
    if (target->residents.value_or(0) > 0) {
        measures.deviationPercent = deviation(*target->residents);
    }
    // Residents not recorded can only add: what is already too many stays so, what is too few may not be.
    const bool tooMany = target->most && residents > *target->most;
    const bool tooFew = target->least && residents < *target->least;
    if (tooMany || measures.areasWithoutResidents.empty()) {
        measures.withinBand = !tooMany && !tooFew;
    }
}

Id arrangementShown(const plan::Plan& plan) {
    const auto& settings = plan.settings();
    if (plan.find(settings.arrangementInForce)) {
        return settings.arrangementInForce.id;
    }
    const auto rank = [](const plan::Arrangement& arrangement) {
        return arrangement.status == plan::ArrangementStatus::agreed  ? 0
               : arrangement.status == plan::ArrangementStatus::asNow ? 1
                                                                      : 2;
    };
    const plan::Arrangement* best = nullptr;
    for (const auto& candidate : plan.all<plan::Arrangement>()) {
        if (!best || std::tuple(rank(candidate), candidate.name, candidate.id) <
                         std::tuple(rank(*best), best->name, best->id)) {
            best = &candidate;
        }
    }
    return best ? best->id : 0;
}

ArrangementMeasures measuredClusters(const plan::Plan& plan, Id arrangement, const Neighbours* neighbours) {
    ArrangementMeasures result;
    result.arrangement = arrangement != 0 ? arrangement : arrangementShown(plan);
    if (const auto* record = plan.find<plan::Arrangement>(result.arrangement)) {
        result.name = record->name;
    }
    const auto membership = membershipOf(plan, result.arrangement);
    const bool mixedPlan = holdsParishes(plan);

    double residents = 0;
    int counted = 0;
    for (const auto* cluster : membership.clusters) {
        ClusterMeasures measures;
        measures.id = cluster->id;
        measures.name = cluster->name;
        membership.list(*cluster, measures);
        countResidents(measures, plan, mixedPlan);
        measureLand(measures, plan);
        measureDeprivation(measures, plan);
        listLocalCouncils(measures, plan);
        if (neighbours) {
            measurePieces(measures, *neighbours);
            measureOutline(measures, *neighbours);
        }
        if (measures.residents && !measures.areas.empty()) {
            residents += static_cast<double>(*measures.residents);
            ++counted;
        }
        result.clusters.push_back(std::move(measures));
    }
    result.meanResidents = counted > 0 ? share(residents, counted) : std::nullopt;
    result.target = targetOf(plan.settings(), result.meanResidents);
    for (auto& measures : result.clusters) {
        compareWith(measures, result.meanResidents, result.target);
    }
    membership.listLeftOver(result);
    splitFootprints(plan, membership, result);
    return result;
}

} // namespace wardmote::analysis
