#include "core/geography/contact.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace wardmote::geography {
namespace {

using plan::Box;
using plan::Point;
using Edge = Outline::Edge;

constexpr double touching = 1e-6; ///< metres
/// More comparisons than these take longer than laying the shapes over one another.
constexpr std::size_t mostComparisons = 2'000'000;

bool before(Point a, Point b) {
    return std::tie(a.easting, a.northing) < std::tie(b.easting, b.northing);
}

/// The edge with the lesser point first.
Edge plain(const Edge& edge) {
    return before(edge.to, edge.from) ? Edge{edge.to, edge.from} : edge;
}

bool earlier(const Edge& a, const Edge& b) {
    const auto x = plain(a);
    const auto y = plain(b);
    return before(x.from, y.from) || (x.from == y.from && before(x.to, y.to));
}

bool meet(const Box& a, const Box& b) {
    return a.min.easting <= b.max.easting && b.min.easting <= a.max.easting &&
           a.min.northing <= b.max.northing && b.min.northing <= a.max.northing;
}

Box boxOf(const Edge& edge) {
    return {{std::min(edge.from.easting, edge.to.easting), std::min(edge.from.northing, edge.to.northing)},
            {std::max(edge.from.easting, edge.to.easting), std::max(edge.from.northing, edge.to.northing)}};
}

double length(const Edge& edge) {
    return std::hypot(edge.to.easting - edge.from.easting, edge.to.northing - edge.from.northing);
}

/// On which side of the edge's line a point lies: 1 left, -1 right, 0 on it.
int side(const Edge& edge, Point point) {
    const double cross = (edge.to.easting - edge.from.easting) * (point.northing - edge.from.northing) -
                         (edge.to.northing - edge.from.northing) * (point.easting - edge.from.easting);
    return std::abs(cross) <= touching * length(edge) ? 0 : cross > 0 ? 1 : -1;
}

/// Whether the edges have more in common than one end.
bool cross(const Edge& a, const Edge& b) {
    if (!meet(boxOf(a), boxOf(b))) {
        return false;
    }
    for (const auto& [end, other] : {std::pair(a.from, a.to), std::pair(a.to, a.from)}) {
        if (end == b.from || end == b.to) {
            const auto far = end == b.from ? b.to : b.from;
            const bool oneWay = (other.easting - end.easting) * (far.easting - end.easting) +
                                    (other.northing - end.northing) * (far.northing - end.northing) >
                                0;
            return oneWay && (side({end, other}, far) == 0 || side({end, far}, other) == 0);
        }
    }
    return side(b, a.from) * side(b, a.to) <= 0 && side(a, b.from) * side(a, b.to) <= 0;
}

/// What the lines of one shape say of the other.
struct Lines {
    std::vector<Edge> own; ///< near the other, and none of its lines
    std::size_t sameSide = 0;
    std::size_t otherSide = 0;
    bool inside = false;
    bool outside = false;
};

Lines linesOf(const Outline& shape, const Outline& other) {
    Lines lines;
    for (const auto& edge : shape.edges()) {
        if (!meet(boxOf(edge), other.box())) {
            lines.outside = true;
        } else if (const auto* shared = other.find(edge)) {
            ++(shared->from == edge.from ? lines.sameSide : lines.otherSide);
        } else {
            lines.own.push_back(edge);
        }
    }
    return lines;
}

void findSides(Lines& lines, const Outline& other) {
    for (const auto& edge : lines.own) {
        const Point middle{(edge.from.easting + edge.to.easting) / 2,
                           (edge.from.northing + edge.to.northing) / 2};
        (other.holds(middle) ? lines.inside : lines.outside) = true;
    }
}

} // namespace

Outline::Outline(const plan::Shape& shape) : box_(plan::boxOf(shape)) {
    for (const auto& polygon : shape.polygons) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            const auto& ring = polygon[r];
            double twice = 0;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto& a = ring[i];
                const auto& b = ring[(i + 1) % ring.size()];
                twice += (a.easting - ring[0].easting) * (b.northing - ring[0].northing) -
                         (b.easting - ring[0].easting) * (a.northing - ring[0].northing);
            }
            const bool forward = (twice > 0) == (r == 0);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto& a = ring[i];
                const auto& b = ring[(i + 1) % ring.size()];
                if (a != b) {
                    edges_.push_back(forward ? Edge{a, b} : Edge{b, a});
                }
            }
        }
    }
    std::ranges::sort(edges_, earlier);
}

const Edge* Outline::find(const Edge& edge) const {
    const auto at = std::ranges::lower_bound(edges_, edge, earlier);
    return at != edges_.end() && !earlier(edge, *at) ? &*at : nullptr;
}

bool Outline::holds(Point point) const {
    bool inside = false;
    for (const auto& edge : edges_) {
        if ((edge.from.northing > point.northing) != (edge.to.northing > point.northing)) {
            const double at = edge.from.easting + (point.northing - edge.from.northing) /
                                                      (edge.to.northing - edge.from.northing) *
                                                      (edge.to.easting - edge.from.easting);
            inside = inside != (point.easting < at);
        }
    }
    return inside;
}

Contact contactOf(const Outline& place, const Outline& region) {
    if (!meet(place.box(), region.box())) {
        return Contact::apart;
    }
    auto ours = linesOf(place, region);
    auto theirs = linesOf(region, place);
    if (ours.own.size() * (theirs.own.size() + region.edges().size()) +
            theirs.own.size() * place.edges().size() >
        mostComparisons) {
        return Contact::unclear;
    }
    for (const auto& edge : ours.own) {
        if (std::ranges::any_of(theirs.own, [&](const Edge& other) { return cross(edge, other); })) {
            return Contact::unclear;
        }
    }
    findSides(ours, region);
    findSides(theirs, place);
    if (!ours.inside && !theirs.inside && ours.sameSide == 0) {
        return Contact::apart;
    }
    if (!ours.outside && !theirs.inside && ours.otherSide == 0) {
        return Contact::within;
    }
    return Contact::unclear;
}

} // namespace wardmote::geography
