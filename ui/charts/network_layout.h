#pragma once
#include <QPointF>
#include <QSizeF>

#include <vector>

namespace wardmote::charts {

/// A line between two nodes, by their places in the list.
struct NetworkLink {
    std::size_t a = 0;
    std::size_t b = 0;
    double strength = 0; ///< 0..1: the stronger, the closer together they are to stand
};

/// Where the nodes of a network stand within a box, for drawing it. By construction, without chance: equal
/// input gives equal places on every run. Nodes that lines join, directly or through others, form a part of
/// their own; within it distances follow the lines (stress majorization, de Leeuw 1977, Gansner, Koren and
/// North 2004, begun on a circle in the order given), and the parts stand side by side, largest first. All
/// places lie in the box, at least `margin` from its edge where that is possible.
std::vector<QPointF> networkPlaces(std::size_t nodes, const std::vector<NetworkLink>& links,
                                   const QSizeF& box, const QSizeF& margin);

} // namespace wardmote::charts
