#include "core/geography/land_shares.h"

#include "core/geography/contact.h"
#include "core/geography/geos.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace wardmote::geography {
namespace {

/// A place with what is asked of it again and again.
struct Measured {
    const Place* place = nullptr;
    plan::Box box;
    double squareMetres = 0; ///< 0: of a point
    Outline outline;
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

/// A region, made for GEOS only where the lines alone do not tell how a place lies to it.
class Region {
public:
    Region(const Geos& geos, const plan::Shape& shape) : geos_(geos), shape_(shape), outline_(shape) {}
    const Outline& outline() const { return outline_; }
    const plan::Shape& shape() const { return shape_; }
    const GEOSGeometry* geometry() {
        if (!geometry_) {
            geometry_ = geos_.multiPolygon(shape_);
        }
        return geometry_.get();
    }

private:
    const Geos& geos_;
    const plan::Shape& shape_;
    Outline outline_;
    Geometry geometry_;
};

/// 0..1 of the place; nothing where the two can't be laid over one another.
std::optional<double> laidOver(const Geos& geos, const Measured& place, Region& region,
                               const LandShareOptions& options) {
    const auto shape = geos.multiPolygon(*place.place->boundary);
    if (!shape || region.geometry() == nullptr) {
        return std::nullopt;
    }
    const auto inside = geos.own(GEOSIntersection_r(geos.handle(), shape.get(), region.geometry()));
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
        const auto outside = geos.own(GEOSDifference_r(geos.handle(), shape.get(), region.geometry()));
        if (share > 1 - options.least ||
            (outside && landOf(geos.shapeOf(outside.get()), options.widthMetres) == 0)) {
            return 1;
        }
    }
    return share;
}

double shareOf(const Geos& geos, const Measured& place, Region& region, const LandShareOptions& options) {
    if (place.squareMetres == 0) {
        return contains(region.shape(), place.box.min) ? 1 : 0;
    }
    switch (contactOf(place.outline, region.outline())) {
    case Contact::apart:
        return 0;
    case Contact::within:
        return 1;
    case Contact::unclear:
        break;
    }
    return laidOver(geos, place, region, options).value_or(0);
}

/// Places by their western end, with those that a region may meet.
class Places {
public:
    explicit Places(std::span<const Place> places) {
        for (const auto& place : places) {
            if (place.boundary && !place.boundary->empty()) {
                Outline outline(*place.boundary);
                const auto box = outline.box();
                places_.push_back({&place, box, areaOf(*place.boundary), std::move(outline)});
                widest_ = std::max(widest_, box.max.easting - box.min.easting);
            } else if (place.point) {
                places_.push_back({&place, {*place.point, *place.point}, 0, {}});
            }
        }
        std::ranges::sort(places_, {}, west);
    }

    template<class Take>
    void near(const plan::Box& box, const Take& take) const {
        auto at = std::ranges::lower_bound(places_, box.min.easting - widest_, {}, west);
        for (; at != places_.end() && at->box.min.easting <= box.max.easting; ++at) {
            if (meet(at->box, box)) {
                take(*at);
            }
        }
    }

private:
    static double west(const Measured& place) { return place.box.min.easting; }
    std::vector<Measured> places_;
    double widest_ = 0;
};

} // namespace

Result<std::vector<std::vector<LandShare>>> landShares(std::span<const plan::ShapeRef> regions,
                                                       std::span<const Place> places,
                                                       const LandShareOptions& options,
                                                       const Progress& progress) {
    const Places prepared(places);
    std::vector<std::vector<LandShare>> result(regions.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](bool reports) {
        const Geos geos; // one to each thread
        for (auto r = next++; r < regions.size() && !progress.stopped(); r = next++) {
            if (reports) {
                progress.at(static_cast<double>(r) / static_cast<double>(regions.size()));
            }
            if (!regions[r] || regions[r]->empty()) {
                continue;
            }
            Region region(geos, *regions[r]);
            prepared.near(region.outline().box(), [&](const Measured& place) {
                if (const double share = shareOf(geos, place, region, options); share > 0) {
                    result[r].push_back({place.place->id, share});
                }
            });
            std::ranges::sort(result[r], {}, &LandShare::place);
        }
    };
    {
        constexpr std::size_t enough = 16; // regions for which another thread is worth its start
        const auto threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()),
                                                   1 + regions.size() / enough);
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads; ++t) {
            others.emplace_back(work, false);
        }
        work(true);
    }
    if (progress.stopped()) {
        return failure("Stopped.");
    }
    progress.at(1);
    return result;
}

} // namespace wardmote::geography
