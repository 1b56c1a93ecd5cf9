#include "core/geography/measures.h"

#include "core/geography/geos.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wardmote::geography {
namespace {

/// Signed: counter-clockwise is positive. Relative to the first point, so that grid coordinates of hundreds
/// of kilometres don't cost digits.
double signedArea(const plan::Ring& ring) {
    if (ring.size() < 3) {
        return 0;
    }
    const auto origin = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].easting - origin.easting;
        const double ay = ring[i].northing - origin.northing;
        const double bx = ring[i + 1].easting - origin.easting;
        const double by = ring[i + 1].northing - origin.northing;
        twice += ax * by - bx * ay;
    }
    return twice / 2;
}

double areaOf(const plan::Polygon& polygon) {
    double area = 0;
    for (std::size_t r = 0; r < polygon.size(); ++r) {
        area += (r == 0 ? 1 : -1) * std::abs(signedArea(polygon[r]));
    }
    return area;
}

/// Where a horizontal line enters and leaves a polygon, from west to east.
std::vector<double> crossings(const plan::Polygon& polygon, double northing) {
    std::vector<double> eastings;
    for (const auto& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto a = ring[i];
            const auto b = ring[(i + 1) % ring.size()];
            if ((a.northing > northing) != (b.northing > northing)) {
                const double along = (northing - a.northing) / (b.northing - a.northing);
                eastings.push_back(a.easting + along * (b.easting - a.easting));
            }
        }
    }
    std::ranges::sort(eastings);
    return eastings;
}

const plan::Polygon* largest(const plan::Shape& shape) {
    const plan::Polygon* best = nullptr;
    double bestArea = -1;
    for (const auto& polygon : shape.polygons) {
        const double area = areaOf(polygon);
        if (!polygon.empty() && !polygon.front().empty() && area > bestArea) {
            best = &polygon;
            bestArea = area;
        }
    }
    return best;
}

} // namespace

double areaOf(const plan::Shape& shape) {
    double area = 0;
    for (const auto& polygon : shape.polygons) {
        area += areaOf(polygon);
    }
    return area;
}

double perimeterOf(const plan::Shape& shape) {
    double length = 0;
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                length += distanceBetween(ring[i], ring[(i + 1) % ring.size()]);
            }
        }
    }
    return length;
}

std::optional<double> polsbyPopper(double squareMetres, double perimeterMetres) {
    if (squareMetres <= 0 || perimeterMetres <= 0) {
        return std::nullopt;
    }
    return std::min(1.0, 4 * std::numbers::pi * squareMetres / (perimeterMetres * perimeterMetres));
}

std::optional<double> polsbyPopper(const plan::Shape& shape) {
    return polsbyPopper(areaOf(shape), perimeterOf(shape));
}

std::optional<plan::Point> representativePoint(const plan::Shape& shape) {
    const auto* polygon = largest(shape);
    if (!polygon) {
        return std::nullopt;
    }
    const auto box = plan::boxOf(plan::Shape{{*polygon}});
    const double height = box.max.northing - box.min.northing;
    // Cuts in the middle first: of equal widths the one nearest the middle is kept. The odd fractions keep
    // clear of corners at round heights.
    constexpr std::array cuts{0.5003, 0.4201, 0.5807, 0.3407, 0.6603, 0.2611, 0.7409, 0.1813, 0.8217};
    auto best = polygon->front().front();
    double bestWidth = 0;
    for (const double cut : cuts) {
        const double northing = box.min.northing + cut * height;
        const auto eastings = crossings(*polygon, northing);
        for (std::size_t i = 0; i + 1 < eastings.size(); i += 2) {
            const double width = eastings[i + 1] - eastings[i];
            if (width > bestWidth * 1.05) { // a little wider is not worth leaving the middle for
                bestWidth = width;
                best = {eastings[i] + width / 2, northing};
            }
        }
    }
    return best;
}

double distanceBetween(plan::Point a, plan::Point b) {
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}

std::optional<double> distanceBetween(const plan::Shape& a, const plan::Shape& b) {
    if (a.empty() || b.empty()) {
        return std::nullopt;
    }
    const Geos geos;
    const auto first = geos.multiPolygon(a);
    const auto second = geos.multiPolygon(b);
    double metres = 0;
    if (!first || !second || GEOSDistanceIndexed_r(geos.handle(), first.get(), second.get(), &metres) == 0) {
        return std::nullopt;
    }
    return metres;
}

bool contains(const plan::Shape& shape, plan::Point point) {
    bool inside = false;
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const auto a = ring[i];
                const auto b = ring[j];
                if ((a.northing > point.northing) != (b.northing > point.northing) &&
                    point.easting <
                        (b.easting - a.easting) * (point.northing - a.northing) / (b.northing - a.northing) +
                            a.easting) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

} // namespace wardmote::geography
