#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geography/options.h"
#include "core/plan/record_kind.h"
#include "core/plan/shape.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wardmote::geography {

/// A place as geography sees it. Without boundary and without point it has no neighbours.
struct Place {
    plan::Id id = 0;
    plan::ShapeRef boundary;
    std::optional<plan::Point> point; ///< used where no boundary is recorded
};

/// Which places lie next to which, with how much boundary they share. Made once per change of boundaries,
/// then asked often: everything lies in flat arrays by position, positions are in order of id.
class Neighbours {
public:
    struct Edge {
        std::uint32_t to = 0;
        float sharedMetres = 0; ///< 0 for a link given by hand
    };
    struct Node {
        plan::Id id = 0;
        double squareMetres = 0;
        double perimeterMetres = 0;
        bool located = false;   ///< has a boundary or a point; without, nothing is known of its neighbours
        bool schematic = false; ///< its shape was made up from points
    };
    struct Link {
        plan::Id a = 0;
        plan::Id b = 0;
        double sharedMetres = 0;
        bool operator==(const Link&) const = default;
    };

    Neighbours() = default;
    /// Links between ids that are no node's, and of a node to itself, are dropped; doubled ones are one.
    Neighbours(std::vector<Node> nodes, const std::vector<Link>& links);

    std::size_t size() const { return nodes_.size(); }
    const std::vector<Node>& nodes() const { return nodes_; }
    /// Position of an id, or size().
    std::size_t indexOf(plan::Id id) const;
    std::span<const Edge> of(std::size_t index) const;
    std::vector<plan::Id> idsNextTo(plan::Id id) const;
    bool areNeighbours(plan::Id a, plan::Id b) const;
    /// Each pair once, a < b, in order.
    std::vector<Link> links() const;
    std::size_t linkCount() const { return edges_.size() / 2; }
    /// Metres of a place's boundary that no other place shares: coast, or the edge of the plan.
    double outsideMetres(std::size_t index) const;
    /// The same places with further links ("counts as next to").
    Neighbours with(const std::vector<Link>& more) const;

private:
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> first_; ///< of() begins at edges_[first_[i]]; size()+1 entries
    std::vector<Edge> edges_;
};

/// Finds neighbours by shared boundary: lines that agree point by point first, then lines that lie within the
/// tolerance. Places with only a point take part by their schematic shape. The same input gives the same
/// answer. Stops with an Error when asked to.
Result<Neighbours> neighbours(std::span<const Place> places, const Options& options = {},
                              const Progress& progress = {});

} // namespace wardmote::geography
