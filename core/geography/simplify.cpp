#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wardmote::geography {
namespace {

double fromLine(plan::Point p, plan::Point a, plan::Point b) {
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
    // The two points that are certain to stay must not hang on where the ring happens to begin, so that
    // neighbours thin a common line in much the same way: the lowest point and the one farthest from it.
    const auto lower = [](plan::Point a, plan::Point b) {
        return std::pair(a.northing, a.easting) < std::pair(b.northing, b.easting);
    };
    plan::Ring points = ring;
    std::ranges::rotate(points, std::ranges::min_element(points, lower));
    points.push_back(points.front());
    const auto farthest = std::ranges::max_element(
        points, {}, [&](plan::Point p) { return distanceBetween(p, points.front()); });

    std::vector<char> kept(points.size(), 0);
    kept.front() = kept.back() = 1;
    const auto middle = static_cast<std::size_t>(farthest - points.begin());
    kept[middle] = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, middle}, {middle, points.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = metres;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double off = fromLine(points[i], points[from], points[to]);
            if (off > worst) {
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
    plan::Ring result;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (kept[i]) {
            result.push_back(points[i]);
        }
    }
    return result;
}

double extent(const plan::Ring& ring) {
    plan::Box box;
    for (const auto point : ring) {
        box.add(point);
    }
    return box.empty() ? 0 : std::max(box.max.easting - box.min.easting, box.max.northing - box.min.northing);
}

} // namespace

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
