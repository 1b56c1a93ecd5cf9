#include "core/geography/mesh.h"

#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wardmote::geography {
namespace {

struct Corner {
    std::int64_t x;
    std::int64_t y;
    auto operator<=>(const Corner&) const = default;
};

Corner cornerOf(plan::Point p) {
    return {std::llround(p.easting * 1000), std::llround(p.northing * 1000)};
}

/// One step of a ring as both sides know it.
struct Step {
    Corner a;
    Corner b;
    std::uint32_t place;
    std::uint32_t at; ///< position in the list of all steps in ring order

    auto key() const { return std::pair(a, b); }
};

std::vector<Step> stepsOf(std::span<const PlaceShape> places) {
    std::vector<Step> steps;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
        for (const auto& polygon : places[place].shape->polygons) {
            for (const auto& ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    auto a = cornerOf(ring[i]);
                    auto b = cornerOf(ring[(i + 1) % ring.size()]);
                    if (b < a) {
                        std::swap(a, b);
                    }
                    steps.push_back({a, b, place, static_cast<std::uint32_t>(steps.size())});
                }
            }
        }
    }
    return steps;
}

/// For each step in ring order the place on its other side.
std::vector<std::int64_t> otherSides(std::span<const PlaceShape> places) {
    auto steps = stepsOf(places);
    std::vector<std::int64_t> others(steps.size(), -1);
    std::ranges::sort(steps, [](const Step& x, const Step& y) {
        return std::pair(x.key(), x.at) < std::pair(y.key(), y.at);
    });
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        if (steps[i].key() == steps[i + 1].key() && steps[i].place != steps[i + 1].place) {
            others[steps[i].at] = steps[i + 1].place;
            others[steps[i + 1].at] = steps[i].place;
        }
    }
    return others;
}

void addRing(const plan::Ring& ring, std::uint32_t place, bool outer, std::span<const std::int64_t> others,
             std::vector<ArcRing>& into) {
    const auto size = ring.size();
    ArcRing result{place, outer, {}};
    // Begins where the other side changes, so that no arc is cut by the ring's chance beginning.
    std::size_t begin = 0;
    while (begin < size && others[begin] == others[(begin + size - 1) % size]) {
        ++begin;
    }
    begin = begin == size ? 0 : begin;
    for (std::size_t i = 0; i < size; ++i) {
        const auto at = (begin + i) % size;
        if (i == 0 || others[at] != result.arcs.back().other) {
            result.arcs.push_back({place, others[at], {ring[at]}});
        }
        result.arcs.back().points.push_back(ring[(at + 1) % size]);
    }
    into.push_back(std::move(result));
}

double fromLine(plan::Point p, plan::Point a, plan::Point b) {
    const double dx = b.easting - a.easting;
    const double dy = b.northing - a.northing;
    const double length = std::hypot(dx, dy);
    return length == 0 ? distanceBetween(p, a)
                       : std::abs(dx * (p.northing - a.northing) - dy * (p.easting - a.easting)) / length;
}

} // namespace

std::vector<ArcRing> arcsOf(std::span<const PlaceShape> places) {
    const auto others = otherSides(places);
    std::vector<ArcRing> rings;
    std::size_t at = 0;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
        for (const auto& polygon : places[place].shape->polygons) {
            for (std::size_t r = 0; r < polygon.size(); ++r) {
                const auto size = polygon[r].size();
                addRing(polygon[r], place, r == 0, std::span(others).subspan(at, size), rings);
                at += size;
            }
        }
    }
    return rings;
}

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
    std::vector<plan::Point> result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (kept[i]) {
            result.push_back(points[i]);
        }
    }
    return result;
}

} // namespace wardmote::geography
