#pragma once
#include "core/plan/shape.h"

#include <cstdint>
#include <vector>

namespace wardmote::geography {

/// The lines around a shape, in the order in which they are looked up. Rings may run either way round.
class Outline {
public:
    struct Edge {
        plan::Point from; ///< the land lies to the left on the way
        plan::Point to;
    };
    Outline() = default;
    explicit Outline(const plan::Shape& shape);

    const plan::Box& box() const { return box_; }
    const std::vector<Edge>& edges() const { return edges_; }
    /// The line between these two points, either way; null if there is none.
    const Edge* find(const Edge& edge) const;
    /// Whether the point lies inside. One on a line may count either way.
    bool holds(plan::Point point) const;

private:
    plan::Box box_;
    std::vector<Edge> edges_;
};

/// How a place lies to a region, where their lines tell it without being laid over one another.
enum class Contact : std::uint8_t {
    apart,  ///< no land in common
    within, ///< all of the place lies in the region
    unclear ///< the lines cross, or lie on one another without agreeing point by point
};

/// Boundaries of one source agree point by point along the lines that they share, and then no line of one
/// runs through the other: so it is told from the lines alone, in a fraction of the time of laying one shape
/// over the other. Never wrong but for lines nearer than a thousandth of a millimetre, and unclear rather
/// than slow where two shapes have very many lines.
///
/// Why it holds: what two shapes have in common is bounded by lines of the one inside the other and by lines
/// that both have with the land on the same side. Without any of these it is nothing. What of one lies
/// outside the other is bounded likewise.
Contact contactOf(const Outline& place, const Outline& region);

} // namespace wardmote::geography
