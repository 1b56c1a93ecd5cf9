#include "core/geography/schematic.h"

#include "core/geography/geos.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wardmote::geography {
namespace {

struct Site {
    std::size_t place; ///< position in the answer
    plan::Point point;
    bool needsShape;
};

plan::Box boxOf(const std::vector<Site>& sites, const std::vector<PlaceShape>& shapes) {
    plan::Box box;
    for (const auto& site : sites) {
        box.add(site.point);
    }
    for (const auto& shape : shapes) {
        if (shape.shape) {
            box.add(plan::boxOf(*shape.shape));
        }
    }
    return box;
}

/// How far apart points lie if they are spread evenly, in metres.
double spacingOf(const plan::Box& box, std::size_t count) {
    const double width = box.max.easting - box.min.easting;
    const double height = box.max.northing - box.min.northing;
    const double n = std::max(1.0, static_cast<double>(count));
    const double spacing = std::max(std::sqrt(width * height / n), std::max(width, height) / n);
    return spacing > 0 ? spacing : 1000;
}

/// Moves points that coincide apart, in a spiral around the first.
void separate(std::vector<Site>& sites, double spacing) {
    constexpr double turn = 2.399963; // the golden angle: no two on one line
    std::set<std::pair<std::int64_t, std::int64_t>> taken;
    for (auto& site : sites) {
        const auto at = site.point;
        for (int k = 1; k < 100'000; ++k) {
            const auto [added, isNew] =
                taken.emplace(std::llround(site.point.easting * 10), std::llround(site.point.northing * 10));
            if (isNew) {
                break;
            }
            const double radius = 0.05 * spacing * std::sqrt(k);
            site.point = {at.easting + radius * std::cos(k * turn),
                          at.northing + radius * std::sin(k * turn)};
        }
    }
}

Geometry paddedHull(const Geos& geos, const std::vector<Site>& sites, const std::vector<PlaceShape>& shapes,
                    double padding) {
    std::vector<plan::Point> corners;
    for (const auto& site : sites) {
        corners.push_back(site.point);
    }
    for (const auto& shape : shapes) {
        if (shape.shape) {
            const auto box = plan::boxOf(*shape.shape);
            corners.insert(corners.end(), {box.min, box.max, plan::Point{box.min.easting, box.max.northing},
                                           plan::Point{box.max.easting, box.min.northing}});
        }
    }
    const auto all = geos.points(corners);
    const auto hull = all ? geos.own(GEOSConvexHull_r(geos.handle(), all.get())) : geos.own(nullptr);
    return hull ? geos.own(GEOSBuffer_r(geos.handle(), hull.get(), padding, 4)) : geos.own(nullptr);
}

/// Every recorded boundary as one geometry, to be cut out of the schematic ones; null if there is none.
Geometry recordedLand(const Geos& geos, const std::vector<PlaceShape>& shapes) {
    std::vector<Geometry> parts;
    for (const auto& shape : shapes) {
        if (shape.shape) {
            parts.push_back(geos.multiPolygon(*shape.shape));
        }
    }
    if (parts.empty()) {
        return geos.own(nullptr);
    }
    const auto all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return all ? geos.own(GEOSUnaryUnion_r(geos.handle(), all.get())) : geos.own(nullptr);
}

/// The site that a cell was made around: of those inside its box the one that it contains.
std::size_t siteIn(const plan::Shape& cell, const std::vector<Site>& byEasting) {
    const auto box = plan::boxOf(cell);
    auto at = std::ranges::lower_bound(byEasting, box.min.easting, {},
                                       [](const Site& site) { return site.point.easting; });
    for (; at != byEasting.end() && at->point.easting <= box.max.easting; ++at) {
        if (contains(cell, at->point)) {
            return static_cast<std::size_t>(at - byEasting.begin());
        }
    }
    return byEasting.size();
}

Result<void> addSchematic(std::vector<PlaceShape>& shapes, std::vector<Site> sites, const Options& options,
                          const Progress& progress) {
    const auto spacing = spacingOf(boxOf(sites, shapes), sites.size());
    separate(sites, spacing);
    std::ranges::sort(sites, [](const Site& a, const Site& b) {
        return std::tuple(a.point.easting, a.point.northing, a.place) <
               std::tuple(b.point.easting, b.point.northing, b.place);
    });
    const Geos geos;
    const auto wrong = [&] { return Failure(geos.error("Schematic shapes could not be made from points.")); };
    const auto hull = paddedHull(geos, sites, shapes, options.schematicPadding * spacing);
    if (!hull) {
        return wrong();
    }
    if (sites.size() == 1) {
        shapes[sites.front().place].shape = std::make_shared<const plan::Shape>(geos.shapeOf(hull.get()));
        return {};
    }
    std::vector<plan::Point> points;
    for (const auto& site : sites) {
        points.push_back(site.point);
    }
    const auto all = geos.points(points);
    const auto diagram = all ? geos.own(GEOSVoronoiDiagram_r(geos.handle(), all.get(), hull.get(), 0.0, 0))
                             : geos.own(nullptr);
    if (!diagram) {
        return wrong();
    }
    const auto land = recordedLand(geos, shapes);
    const int cells = GEOSGetNumGeometries_r(geos.handle(), diagram.get());
    for (int c = 0; c < cells; ++c) {
        if (progress.stopped()) {
            return failure("Stopped.");
        }
        const auto* cell = GEOSGetGeometryN_r(geos.handle(), diagram.get(), c);
        const auto site = siteIn(geos.shapeOf(cell), sites);
        if (site == sites.size() || !sites[site].needsShape) {
            continue;
        }
        auto clipped = geos.own(GEOSIntersection_r(geos.handle(), cell, hull.get()));
        if (clipped && land) {
            clipped = geos.own(GEOSDifference_r(geos.handle(), clipped.get(), land.get()));
        }
        if (!clipped) {
            return wrong();
        }
        auto shape = geos.shapeOf(clipped.get());
        if (shape.empty()) { // its point lies on another's land: show the cell all the same
            shape = geos.shapeOf(cell);
        }
        shapes[sites[site].place].shape = std::make_shared<const plan::Shape>(std::move(shape));
    }
    return {};
}

} // namespace

Result<std::vector<PlaceShape>> shapesOf(std::span<const Place> places, const Options& options,
                                         const Progress& progress) {
    std::vector<const Place*> order;
    for (const auto& place : places) {
        if ((place.boundary && !place.boundary->empty()) || place.point) {
            order.push_back(&place);
        }
    }
    std::ranges::stable_sort(order, {}, &Place::id);

    std::vector<PlaceShape> shapes;
    std::vector<Site> sites;
    bool anySchematic = false;
    for (const auto* place : order) {
        const bool drawn = place->boundary && !place->boundary->empty();
        shapes.push_back({place->id, drawn ? place->boundary : nullptr, !drawn});
        anySchematic = anySchematic || !drawn;
    }
    if (!anySchematic) {
        return shapes;
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto point = shapes[i].schematic ? order[i]->point : representativePoint(*order[i]->boundary);
        if (point && std::isfinite(point->easting) && std::isfinite(point->northing)) {
            sites.push_back({i, *point, shapes[i].schematic});
        }
    }
    if (!sites.empty()) {
        if (const auto made = addSchematic(shapes, std::move(sites), options, progress); !made) {
            return Failure(made.error());
        }
    }
    std::erase_if(shapes, [](const PlaceShape& shape) { return !shape.shape; });
    return shapes;
}

std::vector<Place> placesOf(const plan::Plan& plan) {
    std::vector<Place> places;
    places.reserve(plan.all<plan::Area>().size());
    for (const auto& area : plan.all<plan::Area>()) {
        Place place{area.id, area.boundary, std::nullopt};
        if (area.easting && area.northing) {
            place.point = plan::Point{*area.easting, *area.northing};
        }
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace wardmote::geography
