#include "core/geography/land_shares.h"

#include "core/geography/geos.h"
#include "core/geography/measures.h"

#include <algorithm>

namespace wardmote::geography {
namespace {

/// A place with what is asked of it again and again.
struct Measured {
    const Place* place;
    plan::Box box;
    double squareMetres = 0;
    Geometry shape;
};

bool meet(const plan::Box& a, const plan::Box& b) {
    return a.min.easting <= b.max.easting && b.min.easting <= a.max.easting &&
           a.min.northing <= b.max.northing && b.min.northing <= a.max.northing;
}

/// Square metres of the pieces that are no mere strips along a line.
double landOf(plan::Shape shape, double widthMetres) {
    double land = 0;
    for (auto& polygon : shape.polygons) {
        const plan::Shape piece{{std::move(polygon)}};
        const double area = areaOf(piece);
        const double perimeter = perimeterOf(piece);
        land += perimeter > 0 && 2 * area / perimeter >= widthMetres ? area : 0;
    }
    return land;
}

/// 0..1 of the place; nothing where the two can't be laid over one another.
std::optional<double> shareOf(const Geos& geos, const Measured& place, const Geometry& region,
                              const LandShareOptions& options) {
    const auto inside = geos.own(GEOSIntersection_r(geos.handle(), place.shape.get(), region.get()));
    if (!inside) {
        return std::nullopt;
    }
    const auto part = geos.shapeOf(inside.get());
    const double share = areaOf(part) / place.squareMetres;
    // A small place may be narrower than a strip, so that a strip is only what is small as well.
    constexpr double small = 0.1;
    if (share < options.least || (share < small && landOf(part, options.widthMetres) == 0)) {
        return 0;
    }
    if (share > 1 - small) {
        const auto outside = geos.own(GEOSDifference_r(geos.handle(), place.shape.get(), region.get()));
        if (share > 1 - options.least ||
            (outside && landOf(geos.shapeOf(outside.get()), options.widthMetres) == 0)) {
            return 1;
        }
    }
    return share;
}

} // namespace

Result<std::vector<std::vector<LandShare>>> landShares(std::span<const plan::ShapeRef> regions,
                                                       std::span<const Place> places,
                                                       const LandShareOptions& options,
                                                       const Progress& progress) {
    const Geos geos;
    std::vector<Measured> prepared;
    for (const auto& place : places) {
        if (place.boundary && !place.boundary->empty()) {
            prepared.push_back({&place, plan::boxOf(*place.boundary), areaOf(*place.boundary),
                                geos.multiPolygon(*place.boundary)});
        } else if (place.point) {
            prepared.push_back({&place, {*place.point, *place.point}, 0, geos.own(nullptr)});
        }
    }
    std::vector<std::vector<LandShare>> result(regions.size());
    for (std::size_t r = 0; r < regions.size(); ++r) {
        if (progress.stopped()) {
            return failure("Stopped.");
        }
        progress.at(static_cast<double>(r) / static_cast<double>(regions.size()));
        if (!regions[r] || regions[r]->empty()) {
            continue;
        }
        const auto box = plan::boxOf(*regions[r]);
        const auto region = geos.multiPolygon(*regions[r]);
        for (const auto& place : prepared) {
            if (!region || !meet(box, place.box)) {
                continue;
            }
            if (place.squareMetres == 0) {
                if (contains(*regions[r], place.box.min)) {
                    result[r].push_back({place.place->id, 1});
                }
            } else if (place.shape) {
                if (const auto share = shareOf(geos, place, region, options); share && *share > 0) {
                    result[r].push_back({place.place->id, *share});
                }
            }
        }
        std::ranges::sort(result[r], {}, &LandShare::place);
    }
    progress.at(1);
    return result;
}

} // namespace wardmote::geography
