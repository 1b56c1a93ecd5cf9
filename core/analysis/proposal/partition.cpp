#include "core/analysis/proposal/partition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wardmote::analysis::proposal {
namespace {

/// Ever steeper, so that the worst cluster is not let go for the good of the others: with the first alone it
/// was, on a coast, half as compact as other programs' worst.
constexpr double strayingWeight8 = 0.3;
constexpr double strayingWeight16 = 2;
constexpr double strayingWeight24 = 16;
/// Two units in one cluster that must be apart: dear enough to be parted whatever else that costs.
constexpr double notApart = 10;

/// 1 - Polsby-Popper; nothing is said of shapes that are not known.
double straying(double squareMetres, double perimeterMetres) {
    if (perimeterMetres <= 0) {
        return 0;
    }
    const double s = 1 - 4 * std::numbers::pi * squareMetres / (perimeterMetres * perimeterMetres);
    const double s2 = s * s;
    const double s4 = s2 * s2;
    const double s8 = s4 * s4;
    const double s16 = s8 * s8;
    return s + strayingWeight8 * s8 + strayingWeight16 * s16 + strayingWeight24 * s16 * s8;
}

} // namespace

Partition::Partition(const UnitGraph& graph, const Aims& aims)
    : graph_(graph), aims_(aims), mean_(graph.residents() > 0 ? graph.residents() / aims.clusters : 1),
      labels_(graph.size(), 0), clusters_(aims.clusters), marks_(graph.size(), 0), queue_(graph.size()) {
    if (!aims.preferred.empty()) {
        footprintsOf_.resize(graph.size());
        for (std::size_t footprint = 0; footprint < aims.preferred.size(); ++footprint) {
            for (const auto unit : aims.preferred[footprint]) {
                footprintsOf_[unit].push_back(static_cast<std::uint32_t>(footprint));
            }
        }
    }
}

void Partition::assign(std::vector<Label> labels) {
    labels_ = std::move(labels);
    recount();
    countFootprints();
}

double Partition::outside(double residents) const {
    return std::max({0.0, aims_.least - residents, residents - aims_.most}) / mean_;
}

double Partition::quality(double residents, double squareMetres, double perimeterMetres) const {
    const double d = (residents - mean_) / mean_;
    return aims_.balance * d * d + aims_.compactness * straying(squareMetres, perimeterMetres);
}

double Partition::term(double residents, double squareMetres, double perimeterMetres) const {
    // In proportion, so that being just outside is felt, and squared, so that being far outside is not worth
    // it.
    const double out = outside(residents);
    return quality(residents, squareMetres, perimeterMetres) + penalty_ * out * (1 + 20 * out);
}

void Partition::recount() {
    clusters_.assign(aims_.clusters, {});
    for (Unit unit = 0; unit < graph_.size(); ++unit) {
        const auto label = labels_[unit];
        auto& cluster = clusters_[label];
        const auto& size = graph_.sizeOf(unit);
        ++cluster.units;
        cluster.residents += size.residents;
        cluster.squareMetres += size.squareMetres;
        cluster.perimeterMetres += size.perimeterMetres;
        for (const auto& border : graph_.of(unit)) {
            cluster.perimeterMetres -= labels_[border.to] == label ? border.metres : 0;
        }
    }
    for (auto& cluster : clusters_) {
        cluster.term = term(cluster.residents, cluster.squareMetres, cluster.perimeterMetres);
    }
}

void Partition::countFootprints() {
    inFootprint_.assign(aims_.preferred.size() * aims_.clusters, 0);
    for (std::size_t footprint = 0; footprint < aims_.preferred.size(); ++footprint) {
        for (const auto unit : aims_.preferred[footprint]) {
            ++unitsIn(footprint, labels_[unit]);
        }
    }
}

void Partition::setPenalty(double penalty) {
    penalty_ = penalty;
    for (auto& cluster : clusters_) {
        cluster.term = term(cluster.residents, cluster.squareMetres, cluster.perimeterMetres);
    }
}

Standing Partition::standing() const {
    Standing standing;
    for (const auto& cluster : clusters_) {
        standing.outside += outside(cluster.residents);
        standing.cost += quality(cluster.residents, cluster.squareMetres, cluster.perimeterMetres);
    }
    for (Unit unit = 0; unit < aims_.apart.size(); ++unit) {
        standing.outside += static_cast<double>(std::ranges::count_if(
            aims_.apart[unit], [&](Unit other) { return unit < other && labels_[other] == labels_[unit]; }));
    }
    for (std::size_t footprint = 0; footprint < aims_.preferred.size(); ++footprint) {
        const auto row = inFootprint_.begin() + static_cast<std::ptrdiff_t>(footprint * aims_.clusters);
        const auto touched = aims_.clusters - std::count(row, row + aims_.clusters, 0U);
        standing.cost += aims_.footprints * static_cast<double>(std::max<std::ptrdiff_t>(touched - 1, 0));
    }
    if (!aims_.present.empty()) {
        double moved = 0;
        for (Unit unit = 0; unit < graph_.size(); ++unit) {
            moved += aims_.present[unit] != labels_[unit] && aims_.present[unit] != noLabel
                         ? graph_.sizeOf(unit).residents
                         : 0;
        }
        standing.cost += aims_.staying * moved / std::max(graph_.residents(), 1.0);
    }
    return standing;
}

double Partition::footprintChange(Unit unit, Label from, Label to) const {
    double change = 0;
    for (const auto footprint : footprintsOf_[unit]) {
        change -= unitsIn(footprint, from) == 1 ? aims_.footprints : 0;
        change += unitsIn(footprint, to) == 0 ? aims_.footprints : 0;
    }
    return change;
}

double Partition::stayingChange(Unit unit, Label from, Label to) const {
    const auto home = aims_.present[unit];
    const double weight = aims_.staying * graph_.sizeOf(unit).residents / std::max(graph_.residents(), 1.0);
    return home == from ? weight : home == to ? -weight : 0;
}

Partition::Move Partition::weighed(Unit unit, Label to) const {
    const auto from = labels_[unit];
    double inFrom = 0;
    double inTo = 0;
    for (const auto& border : graph_.of(unit)) {
        const auto label = labels_[border.to];
        inFrom += label == from ? border.metres : 0;
        inTo += label == to ? border.metres : 0;
    }
    const auto& size = graph_.sizeOf(unit);
    const auto& left = clusters_[from];
    const auto& joined = clusters_[to];
    Move move{unit,
              from,
              to,
              0,
              left.perimeterMetres - size.perimeterMetres + 2 * inFrom,
              joined.perimeterMetres + size.perimeterMetres - 2 * inTo};
    move.change =
        term(left.residents - size.residents, left.squareMetres - size.squareMetres, move.fromPerimeter) +
        term(joined.residents + size.residents, joined.squareMetres + size.squareMetres, move.toPerimeter) -
        left.term - joined.term;
    if (!footprintsOf_.empty()) {
        move.change += footprintChange(unit, from, to);
    }
    if (!aims_.present.empty()) {
        move.change += stayingChange(unit, from, to);
    }
    if (!aims_.apart.empty()) { // only a beginning can hold such a pair: no move makes one
        move.change -= notApart * static_cast<double>(std::ranges::count_if(
                                      aims_.apart[unit], [&](Unit other) { return labels_[other] == from; }));
    }
    return move;
}

bool Partition::allowed(Unit unit, Label to) const {
    if (clusters_[labels_[unit]].units == 1 || (!aims_.pinned.empty() && aims_.pinned[unit] != noLabel)) {
        return false;
    }
    return aims_.apart.empty() ||
           std::ranges::none_of(aims_.apart[unit], [&](Unit other) { return labels_[other] == to; });
}

std::uint32_t Partition::freshMark() const {
    if (++mark_ == 0) { // once in four thousand million
        std::ranges::fill(marks_, 0U);
        mark_ = 1;
    }
    return mark_;
}

bool Partition::staysWhole(Unit unit) const {
    // Floods the cluster from one of the unit's neighbours in it until all of them are met: usually a few
    // steps.
    const auto label = labels_[unit];
    const auto wanted = freshMark();
    std::size_t toMeet = 0;
    Unit start = unit;
    for (const auto& border : graph_.of(unit)) {
        if (labels_[border.to] == label) {
            marks_[border.to] = wanted;
            start = border.to;
            ++toMeet;
        }
    }
    if (toMeet <= 1) {
        return toMeet == 1;
    }
    const auto seen = freshMark();
    marks_[unit] = seen;
    marks_[start] = seen;
    queue_[0] = start;
    std::size_t met = 1;
    for (std::size_t next = 0, end = 1; next < end; ++next) {
        for (const auto& border : graph_.of(queue_[next])) {
            if (labels_[border.to] != label || marks_[border.to] == seen) {
                continue;
            }
            if (marks_[border.to] == wanted && ++met == toMeet) {
                return true;
            }
            marks_[border.to] = seen;
            queue_[end++] = border.to;
        }
    }
    return false;
}

void Partition::take(const Move& move) {
    const auto& size = graph_.sizeOf(move.unit);
    const auto change = [&](Cluster& cluster, double sign, double perimeter) {
        cluster.residents += sign * size.residents;
        cluster.squareMetres += sign * size.squareMetres;
        cluster.perimeterMetres = perimeter;
        cluster.term = term(cluster.residents, cluster.squareMetres, perimeter);
    };
    --clusters_[move.from].units;
    ++clusters_[move.to].units;
    change(clusters_[move.from], -1, move.fromPerimeter);
    change(clusters_[move.to], 1, move.toPerimeter);
    labels_[move.unit] = move.to;
    if (!footprintsOf_.empty()) {
        for (const auto footprint : footprintsOf_[move.unit]) {
            --unitsIn(footprint, move.from);
            ++unitsIn(footprint, move.to);
        }
    }
}

std::vector<Unit> Partition::unitsOf(Unit start, Label one, Label other) const {
    const auto seen = freshMark();
    std::vector<Unit> ids{start};
    marks_[start] = seen;
    for (std::size_t next = 0; next < ids.size(); ++next) {
        for (const auto& border : graph_.of(ids[next])) {
            const auto label = labels_[border.to];
            if ((label == one || label == other) && marks_[border.to] != seen) {
                marks_[border.to] = seen;
                ids.push_back(border.to);
            }
        }
    }
    return ids;
}

bool Partition::redeal(const std::vector<Unit>& ids, std::size_t cut, Label one, Label other) {
    std::vector<Label> before;
    before.reserve(ids.size());
    double costBefore = clusters_[one].term + clusters_[other].term;
    const Cluster oneBefore = clusters_[one];
    const Cluster otherBefore = clusters_[other];
    for (const auto unit : ids) {
        before.push_back(labels_[unit]);
    }
    double change = 0; // of what is no cluster's own: footprints, staying
    const auto relabel = [&](Unit unit, Label to) {
        const auto from = labels_[unit];
        if (from == to) {
            return;
        }
        if (!footprintsOf_.empty()) {
            change += footprintChange(unit, from, to);
            for (const auto footprint : footprintsOf_[unit]) {
                --unitsIn(footprint, from);
                ++unitsIn(footprint, to);
            }
        }
        if (!aims_.present.empty()) {
            change += stayingChange(unit, from, to);
        }
        labels_[unit] = to;
    };
    for (std::size_t i = 0; i < ids.size(); ++i) {
        relabel(ids[i], i < cut ? one : other);
    }
    const auto counted = [&](std::size_t from, std::size_t to, Label label) {
        Cluster cluster;
        for (auto i = from; i < to; ++i) {
            const auto& size = graph_.sizeOf(ids[i]);
            ++cluster.units;
            cluster.residents += size.residents;
            cluster.squareMetres += size.squareMetres;
            cluster.perimeterMetres += size.perimeterMetres;
            for (const auto& border : graph_.of(ids[i])) {
                cluster.perimeterMetres -= labels_[border.to] == label ? border.metres : 0;
            }
        }
        cluster.term = term(cluster.residents, cluster.squareMetres, cluster.perimeterMetres);
        return cluster;
    };
    clusters_[one] = counted(0, cut, one);
    clusters_[other] = counted(cut, ids.size(), other);
    const bool rulesKept = std::ranges::all_of(ids, [&](Unit unit) {
        return (aims_.pinned.empty() || aims_.pinned[unit] == noLabel ||
                aims_.pinned[unit] == labels_[unit]) &&
               (aims_.apart.empty() || std::ranges::none_of(aims_.apart[unit], [&](Unit unlike) {
                    return labels_[unlike] == labels_[unit];
                }));
    });
    if (rulesKept && clusters_[one].term + clusters_[other].term + change < costBefore - 1e-12) {
        return true;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        relabel(ids[i], before[i]);
    }
    clusters_[one] = oneBefore;
    clusters_[other] = otherBefore;
    return false;
}

} // namespace wardmote::analysis::proposal
