#include "core/analysis/arrangement_column.h"

#include "core/analysis/footprint_fit.h"
#include "core/analysis/local_responses.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;
using M = ArrangementMeasure;

RecordRef clusterRef(Id id) {
    return {RecordKind::cluster, id};
}

/// Counts records of which it is not always known whether they count.
class Tally {
public:
    void add(std::optional<bool> counts, RecordRef record) {
        known_ = known_ || counts;
        figure_.partial = figure_.partial || !counts;
        if (counts == true) {
            figure_.records.push_back(record);
        }
    }
    ComparedFigure figure() const {
        auto figure = figure_;
        if (known_ || !figure.partial) {
            figure.value = static_cast<double>(figure.records.size());
        }
        figure.partial = figure.partial && known_;
        return figure;
    }

private:
    ComparedFigure figure_;
    bool known_ = false;
};

} // namespace

ArrangementColumn::ArrangementColumn(const plan::Plan& plan, const ArrangementMeasures& measures,
                                     bool fromTarget)
    : plan_(plan), measures_(measures), fromTarget_(fromTarget) {
    countAreas();
    countAreasInNone();
    measureSizes();
    measureDeviations();
    countClusters();
    countFootprints();
    countResponses();
    measureCompactness();
}

void ArrangementColumn::countMoves(const ArrangementDifference& difference) {
    auto& areas = set(M::areasMoved, static_cast<double>(difference.moves.size()));
    for (const auto& move : difference.moves) {
        areas.records.push_back({RecordKind::area, move.area});
    }
    auto& residents = set(M::residentsMoved, difference.residentsMoved);
    residents.partial = residents.value && difference.withoutResidents > 0;
    residents.records = areas.records;
}

void ArrangementColumn::countProblems(const std::vector<JudgedBreach>& judged) {
    auto& figure = set(M::openProblems, 0.0);
    for (const auto& each : judged) {
        if (!each.accepted && each.breach.rule->severity == Severity::problem) {
            figure.value = *figure.value + 1;
            if (!each.breach.records.empty()) {
                const auto& first = each.breach.records.front();
                figure.records.push_back({first.kind, first.id});
            }
        }
    }
}

ComparedFigure ArrangementColumn::at(M measure, Id footprintSet) const {
    const auto found = figures_.find({measure, footprintSet});
    return found == figures_.end() ? ComparedFigure{} : found->second;
}

void ArrangementColumn::countAreas() {
    auto& clusters = set(M::clusters, static_cast<double>(measures_.clusters.size()));
    std::set<Id> held;
    std::optional<std::int64_t> residents;
    bool blank = false;
    for (const auto& cluster : measures_.clusters) {
        clusters.records.push_back(clusterRef(cluster.id));
        held.insert(cluster.areas.begin(), cluster.areas.end());
    }
    auto& areas = set(M::areas, static_cast<double>(held.size()));
    for (const auto id : held) {
        areas.records.push_back({RecordKind::area, id});
        if (const auto& here = plan_.find<plan::Area>(id)->residents) {
            residents = residents.value_or(0) + *here;
        } else {
            blank = true;
        }
    }
    auto& people = set(M::residents, held.empty() ? std::optional<std::int64_t>(0) : residents);
    people.partial = people.value && blank;
    people.records = areas.records;
}

void ArrangementColumn::countAreasInNone() {
    auto& none =
        set(M::areasInNone, static_cast<double>(measures_.unassigned.size() + measures_.withoutMain.size()));
    for (const auto* list : {&measures_.unassigned, &measures_.withoutMain}) {
        for (const auto id : *list) {
            none.records.push_back({RecordKind::area, id});
        }
    }
    auto& peopleInNone = set(M::residentsInNone, measures_.unassignedResidents);
    peopleInNone.records = none.records;
    peopleInNone.partial =
        peopleInNone.value && std::ranges::any_of(none.records, [&](const RecordRef& area) {
            return !plan_.find<plan::Area>(area.id)->residents;
        });
}

void ArrangementColumn::measureSizes() {
    const ClusterMeasures* most = nullptr;
    const ClusterMeasures* least = nullptr;
    bool blank = false;
    for (const auto& cluster : measures_.clusters) {
        if (cluster.areas.empty()) {
            continue;
        }
        blank = blank || !cluster.areasWithoutResidents.empty();
        if (!cluster.residents) {
            continue;
        }
        most = !most || *cluster.residents > *most->residents ? &cluster : most;
        least = !least || *cluster.residents < *least->residents ? &cluster : least;
    }
    for (const auto& [measure, cluster] : {std::pair{M::largest, most}, {M::smallest, least}}) {
        auto& figure = set(measure, cluster ? cluster->residents : std::nullopt);
        if (cluster) {
            figure.records = {clusterRef(cluster->id)};
            figure.partial = blank;
        }
    }
    auto& mean = set(M::mean, measures_.meanResidents);
    mean.partial = mean.value && blank;
}

void ArrangementColumn::measureDeviations() {
    double sum = 0;
    std::size_t counted = 0;
    std::optional<double> widest;
    Id widestCluster = 0;
    bool blank = false;
    for (const auto& cluster : measures_.clusters) {
        if (cluster.areas.empty()) {
            continue;
        }
        blank = blank || !cluster.areasWithoutResidents.empty();
        const auto& deviation = fromTarget_ ? cluster.deviationPercent : cluster.deviationFromMeanPercent;
        if (!deviation) {
            continue;
        }
        sum += std::abs(*deviation);
        ++counted;
        if (std::abs(*deviation) > widest.value_or(-1)) {
            widest = std::abs(*deviation);
            widestCluster = cluster.id;
        }
    }
    auto& largest = set(M::widest, widest);
    auto& usual =
        set(M::usual, counted > 0 ? std::optional(sum / static_cast<double>(counted)) : std::nullopt);
    largest.partial = usual.partial = widest && blank;
    if (widest) {
        largest.records = {clusterRef(widestCluster)};
    }
}

void ArrangementColumn::countClusters() {
    Tally within;
    Tally pieces;
    Tally mixed;
    for (const auto& cluster : measures_.clusters) {
        if (cluster.areas.empty()) {
            continue;
        }
        const auto record = clusterRef(cluster.id);
        within.add(cluster.withinBand, record);
        pieces.add(cluster.contiguous ? std::optional(!*cluster.contiguous) : std::nullopt, record);
        const bool both = cluster.parishedAreas > 0 && cluster.unparishedAreas > 0;
        mixed.add(both || cluster.areasOfUnknownParish == 0 ? std::optional(both) : std::nullopt, record);
    }
    if (measures_.target) {
        figures_[{M::withinBand, 0}] = within.figure();
    }
    figures_[{M::inPieces, 0}] = pieces.figure();
    figures_[{M::mixed, 0}] = mixed.figure();
}

void ArrangementColumn::countFootprints() {
    std::size_t all = 0;
    ComparedFigure whole;
    for (const auto& footprintSet : plan_.all<plan::FootprintSet>()) {
        const auto fit = footprintFit(plan_, measures_.arrangement, footprintSet.id);
        const auto known = fit.footprints.size() - fit.count(Fit::noAreas);
        if (known == 0) {
            continue;
        }
        all += known;
        ComparedFigure split;
        for (const auto& footprint : fit.footprints) {
            const RecordRef record{RecordKind::footprint, footprint.footprint};
            if (footprint.fit == Fit::whole) {
                whole.records.push_back(record);
            } else if (footprint.fit == Fit::split || footprint.fit == Fit::partInNone) {
                split.records.push_back(record);
            }
        }
        split.value = static_cast<double>(split.records.size());
        figures_[{M::splitFootprints, footprintSet.id}] = std::move(split);
    }
    if (all > 0) {
        whole.value = static_cast<double>(whole.records.size()) / static_cast<double>(all);
        figures_[{M::wholeFootprints, 0}] = std::move(whole);
    }
}

void ArrangementColumn::countResponses() {
    const auto said = localResponses(plan_, measures_.arrangement);
    for (const auto& [measure, answer] : {std::pair{M::supports, Answer::supports},
                                          {M::objects, Answer::objects},
                                          {M::noView, Answer::noView}}) {
        auto& figure = figures_[{measure, 0}];
        for (const auto index : said.of(answer).bodies) {
            figure.records.push_back({RecordKind::localResponse, said.bodies[index].response});
        }
        if (said.anyRecorded()) {
            figure.value = static_cast<double>(figure.records.size());
        }
    }
    auto& notHeard = figures_[{M::notHeard, 0}];
    if (said.localCouncils() > 0) {
        notHeard.value = static_cast<double>(said.of(Answer::noneYet).localCouncils);
    }
    for (const auto index : said.of(Answer::noneYet).bodies) {
        for (const auto area : said.bodies[index].areas) {
            notHeard.records.push_back({RecordKind::area, area});
        }
    }
}

void ArrangementColumn::measureCompactness() {
    double sum = 0;
    std::size_t counted = 0;
    bool blank = false;
    for (const auto& cluster : measures_.clusters) {
        if (!cluster.areas.empty()) {
            sum += cluster.compactness.value_or(0);
            counted += cluster.compactness ? 1 : 0;
            blank = blank || !cluster.compactness;
        }
    }
    if (counted > 0) {
        set(M::compactness, sum / static_cast<double>(counted)).partial = blank;
    }
}

} // namespace wardmote::analysis
