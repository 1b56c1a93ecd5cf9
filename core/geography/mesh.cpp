#include "core/geography/mesh.h"

#include "core/geography/corner.h"

#include <algorithm>
#include <utility>

namespace wardmote::geography {
namespace {

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

} // namespace wardmote::geography
