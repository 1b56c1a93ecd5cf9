#include "core/analysis/proposal/whole_clusters.h"

#include <algorithm>
#include <tuple>

namespace wardmote::analysis::proposal {
namespace {

struct Piece {
    std::vector<Unit> units;
    std::size_t pinned = 0;
    double residents = 0;
};

Piece pieceAround(const UnitGraph& graph, const Aims& aims, const std::vector<Label>& labels, Unit start,
                  std::vector<bool>& seen) {
    Piece piece{{start}, 0, 0};
    seen[start] = true;
    for (std::size_t next = 0; next < piece.units.size(); ++next) {
        const auto unit = piece.units[next];
        piece.residents += graph.sizeOf(unit).residents;
        piece.pinned += !aims.pinned.empty() && aims.pinned[unit] == labels[start] ? 1 : 0;
        for (const auto& border : graph.of(unit)) {
            if (!seen[border.to] && labels[border.to] == labels[start]) {
                seen[border.to] = true;
                piece.units.push_back(border.to);
            }
        }
    }
    return piece;
}

/// Leaves of each cluster one piece; the units of the others are without a cluster.
void keepOnePiece(const UnitGraph& graph, const Aims& aims, std::vector<Label>& labels) {
    std::vector<Piece> kept(aims.clusters);
    std::vector<bool> seen(graph.size());
    const auto before = labels;
    for (Unit unit = 0; unit < graph.size(); ++unit) {
        if (seen[unit] || before[unit] == noLabel) {
            continue;
        }
        auto piece = pieceAround(graph, aims, before, unit, seen);
        auto& best = kept[before[unit]];
        if (std::tuple(piece.pinned, piece.residents) > std::tuple(best.pinned, best.residents) ||
            best.units.empty()) {
            std::swap(best, piece);
        }
        for (const auto loose : piece.units) {
            labels[loose] = noLabel;
        }
    }
}

/// Gives each unit without a cluster to a neighbouring one, the smallest first. False if some have no such
/// neighbour.
bool join(const UnitGraph& graph, const Aims& aims, std::vector<Label>& labels) {
    std::vector<double> residents(aims.clusters, 0);
    std::size_t loose = 0;
    for (Unit unit = 0; unit < graph.size(); ++unit) {
        if (labels[unit] == noLabel) {
            ++loose;
        } else {
            residents[labels[unit]] += graph.sizeOf(unit).residents;
        }
    }
    while (loose > 0) {
        Unit best = 0;
        Label to = noLabel;
        for (Unit unit = 0; unit < graph.size(); ++unit) {
            for (const auto& border : graph.of(unit)) {
                const auto label = labels[unit] == noLabel ? labels[border.to] : noLabel;
                const bool pinnedElsewhere =
                    !aims.pinned.empty() && aims.pinned[unit] != noLabel && aims.pinned[unit] != label;
                if (label != noLabel && !pinnedElsewhere &&
                    (to == noLabel || residents[label] < residents[to])) {
                    best = unit;
                    to = label;
                }
            }
        }
        if (to == noLabel) {
            return false;
        }
        labels[best] = to;
        residents[to] += graph.sizeOf(best).residents;
        --loose;
    }
    return true;
}

} // namespace

std::optional<std::vector<Label>> wholeClusters(const UnitGraph& graph, const Aims& aims) {
    auto labels = aims.present;
    for (Unit unit = 0; unit < graph.size(); ++unit) {
        if (!aims.pinned.empty() && aims.pinned[unit] != noLabel) {
            labels[unit] = aims.pinned[unit];
        }
        if (labels[unit] != noLabel && labels[unit] >= aims.clusters) {
            labels[unit] = noLabel;
        }
    }
    keepOnePiece(graph, aims, labels);
    if (!join(graph, aims, labels)) {
        return std::nullopt;
    }
    std::vector<bool> used(aims.clusters);
    for (Unit unit = 0; unit < graph.size(); ++unit) {
        used[labels[unit]] = true;
        const bool obeyed =
            aims.pinned.empty() || aims.pinned[unit] == noLabel || aims.pinned[unit] == labels[unit];
        if (!obeyed) {
            return std::nullopt;
        }
    }
    return std::ranges::count(used, false) == 0 ? std::optional(std::move(labels)) : std::nullopt;
}

} // namespace wardmote::analysis::proposal
