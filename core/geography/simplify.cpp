#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wardmote::geography {
namespace {

bool lower(plan::Point a, plan::Point b) {
    return std::pair(a.northing, a.easting) < std::pair(b.northing, b.easting);
}

/// To the last bit the same for a line and for its reverse.
double fromSegment(plan::Point p, plan::Point a, plan::Point b) {
    if (lower(b, a)) {
        std::swap(a, b);
    }
    const double dx = b.easting - a.easting;
    const double dy = b.northing - a.northing;
    const double length2 = dx * dx + dy * dy;
    if (length2 == 0) {
        return distanceBetween(p, a);
    }
    const double along =
        std::clamp(((p.easting - a.easting) * dx + (p.northing - a.northing) * dy) / length2, 0.0, 1.0);
    return distanceBetween(p, {a.easting + along * dx, a.northing + along * dy});
}

plan::Ring thinned(const plan::Ring& ring, double metres) {
    if (ring.size() < 4) {
        return ring;
    }
    // The point that is certain to stay must not hang on where the ring happens to begin, so that neighbours
    // thin a common line in much the same way.
    plan::Ring points = ring;
    std::ranges::rotate(points, std::ranges::min_element(points, lower));
    points.push_back(points.front());
    points = thinnedLine(points, metres);
    points.pop_back();
    return points;
}

double extent(const plan::Ring& ring) {
    plan::Box box;
    for (const auto point : ring) {
        box.add(point);
    }
    return box.empty() ? 0 : std::max(box.max.easting - box.min.easting, box.max.northing - box.min.northing);
}

} // namespace

std::vector<plan::Point> thinnedLine(std::span<const plan::Point> points, double metres) {
    if (points.size() < 3 || metres <= 0) {
        return {points.begin(), points.end()};
    }
    std::vector<char> kept(points.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = metres;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double off = fromSegment(points[i], points[from], points[to]);
            // Of two as far off the lower stays, whichever comes first on the way.
            if (off > worst || (at != 0 && off == worst && lower(points[i], points[at]))) {
                worst = off;
                at = i;
            }
        }
        if (at != 0) {
            kept[at] = 1;
            open.emplace_back(from, at);
            open.emplace_back(at, to);
        }
    }
    std::vector<plan::Point> result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (kept[i]) {
            result.push_back(points[i]);
        }
    }
    return result;
}

plan::Shape simplified(const plan::Shape& shape, double metres) {
    if (metres <= 0) {
        return shape;
    }
    double widest = 0;
    for (const auto& polygon : shape.polygons) {
        widest = std::max(widest, polygon.empty() ? 0 : extent(polygon.front()));
    }
    plan::Shape result;
    for (const auto& polygon : shape.polygons) {
        if (polygon.empty()) {
            continue;
        }
        const double size = extent(polygon.front());
        if (size < metres && size < widest) {
            continue;
        }
        plan::Polygon thin;
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            if (r > 0 && extent(polygon[r]) < metres) {
                continue;
            }
            auto ring = thinned(polygon[r], metres);
            if (ring.size() < 3) {
                if (r > 0) {
                    continue;
                }
                ring = polygon[r];
            }
            thin.push_back(std::move(ring));
        }
        result.polygons.push_back(std::move(thin));
    }
    return result;
}

} // namespace wardmote::geography
