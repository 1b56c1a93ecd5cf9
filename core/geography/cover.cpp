#include "core/geography/cover.h"

#include "core/geography/corner.h"
#include "core/geography/geos.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace wardmote::geography {
namespace {

using Index = std::uint32_t;

/// One step of a ring with the land of its place on the left.
struct Step {
    Corner a; ///< a < b
    Corner b;
    bool forwards; ///< runs from a to b
    auto key() const { return std::tie(a, b); }
};

double signedArea(const plan::Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& p = ring[i];
        const auto& q = ring[(i + 1) % ring.size()];
        twice += (p.easting - ring[0].easting) * (q.northing - ring[0].northing) -
                 (q.easting - ring[0].easting) * (p.northing - ring[0].northing);
    }
    return twice / 2;
}

void addSteps(const plan::Shape& shape, std::vector<Step>& steps) {
    for (const auto& polygon : shape.polygons) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            const auto& ring = polygon[r];
            const bool landLeft = (signedArea(ring) > 0) == (r == 0);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                auto a = cornerOf(ring[i]);
                auto b = cornerOf(ring[(i + 1) % ring.size()]);
                if (a != b) {
                    const bool forwards = (a < b) == landLeft;
                    steps.push_back(a < b ? Step{a, b, forwards} : Step{b, a, forwards});
                }
            }
        }
    }
}

/// The steps that do not have land once on each side.
std::vector<Step> uncancelled(std::vector<Step> steps) {
    std::ranges::sort(steps, [](const Step& x, const Step& y) { return x.key() < y.key(); });
    std::vector<Step> left;
    for (std::size_t from = 0; from < steps.size();) {
        std::size_t to = from;
        int forwards = 0;
        while (to < steps.size() && steps[to].key() == steps[from].key()) {
            forwards += steps[to++].forwards ? 1 : 0;
        }
        if (to - from != 2 || forwards != 1) {
            left.push_back(steps[from]);
        }
        from = to;
    }
    return left;
}

/// Places by where they lie, so that a face only meets those that its box meets.
class Tree {
public:
    Tree(const Geos& geos, std::span<const Geometry> shapes)
        : geos_(geos), tree_(GEOSSTRtree_create_r(geos.handle(), 10)), indices_(shapes.size()) {
        for (Index i = 0; i < shapes.size(); ++i) {
            indices_[i] = i;
            GEOSSTRtree_insert_r(geos.handle(), tree_, shapes[i].get(), &indices_[i]);
        }
    }
    ~Tree() { GEOSSTRtree_destroy_r(geos_.handle(), tree_); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    std::vector<Index> near(const GEOSGeometry* geometry) const {
        std::vector<Index> found;
        GEOSSTRtree_query_r(
            geos_.handle(), tree_, geometry,
            [](void* item, void* into) {
                static_cast<std::vector<Index>*>(into)->push_back(*static_cast<Index*>(item));
            },
            &found);
        std::ranges::sort(found);
        return found;
    }

private:
    const Geos& geos_;
    GEOSSTRtree* tree_;
    std::vector<Index> indices_;
};

/// The work on one layer.
class Layer {
public:
    Layer(std::span<const Place> places, const CoverOptions& options) : options_(options) {
        for (const auto& place : places) {
            if (place.boundary && !place.boundary->empty()) {
                if (auto shape = geos_.multiPolygon(*place.boundary)) {
                    places_.push_back(&place);
                    shapes_.push_back(std::move(shape));
                }
            }
        }
    }

    Result<Cover> look(const Progress& progress) {
        progress.at(0.1, "Looking for gaps and overlaps");
        const auto faces = facesOfLines();
        if (!faces) {
            return Failure(geos_.error("The boundaries could not be compared."));
        }
        prepare();
        const Tree tree(geos_, shapes_);
        const int count = GEOSGetNumGeometries_r(geos_.handle(), faces.get());
        for (int i = 0; i < count; ++i) {
            if (progress.stopped()) {
                return failure("Stopped.");
            }
            progress.at(0.5 + 0.5 * i / count);
            lookAt(GEOSGetGeometryN_r(geos_.handle(), faces.get(), i), tree);
        }
        std::ranges::sort(cover_.gaps, [](const Gap& x, const Gap& y) {
            return std::tie(y.squareMetres, x.around) < std::tie(x.squareMetres, y.around);
        });
        std::ranges::sort(cover_.overlaps, [](const Overlap& x, const Overlap& y) {
            return std::tie(y.squareMetres, x.a, x.b) < std::tie(x.squareMetres, y.a, y.b);
        });
        return std::move(cover_);
    }

private:
    Geometry facesOfLines() const {
        std::vector<Step> steps;
        for (const auto* place : places_) {
            addSteps(*place->boundary, steps);
        }
        std::vector<Geometry> lines;
        for (const auto& step : uncancelled(std::move(steps))) {
            const double points[] = {
                static_cast<double>(step.a.x) / 1000, static_cast<double>(step.a.y) / 1000,
                static_cast<double>(step.b.x) / 1000, static_cast<double>(step.b.y) / 1000};
            lines.push_back(geos_.own(GEOSGeom_createLineString_r(
                geos_.handle(), GEOSCoordSeq_copyFromBuffer_r(geos_.handle(), points, 2, 0, 0))));
        }
        const auto all = geos_.collection(GEOS_MULTILINESTRING, std::move(lines));
        const auto cut = all ? geos_.own(GEOSUnaryUnion_r(geos_.handle(), all.get())) : geos_.own(nullptr);
        if (!cut) {
            return geos_.own(nullptr);
        }
        const auto* one = cut.get();
        return geos_.own(GEOSPolygonize_r(geos_.handle(), &one, 1));
    }

    void prepare() {
        for (const auto& shape : shapes_) {
            prepared_.push_back(geos_.prepare(shape));
        }
    }

    /// Square metres of the pieces that are large and wide enough to be land.
    double landOf(const GEOSGeometry* geometry) const {
        double land = 0;
        for (auto& polygon : geos_.shapeOf(geometry).polygons) {
            const plan::Shape piece{{std::move(polygon)}};
            const double area = areaOf(piece);
            const double perimeter = perimeterOf(piece);
            const bool wide = perimeter > 0 && 2 * area / perimeter >= options_.widthMetres;
            land += area >= options_.squareMetres && wide ? area : 0;
        }
        return land;
    }

    void lookAt(const GEOSGeometry* face, const Tree& tree) {
        if (landOf(face) == 0) {
            return;
        }
        const auto inside = geos_.own(GEOSPointOnSurface_r(geos_.handle(), face));
        if (!inside) {
            return;
        }
        std::vector<Index> covering;
        for (const auto index : tree.near(inside.get())) {
            if (GEOSPreparedIntersects_r(geos_.handle(), prepared_[index].get(), inside.get()) == 1) {
                covering.push_back(index);
            }
        }
        if (covering.empty()) {
            addGap(face, tree);
        } else if (covering.size() > 1) {
            addOverlaps(face, tree);
        }
    }

    void addGap(const GEOSGeometry* face, const Tree& tree) {
        Gap gap;
        gap.squareMetres = landOf(face);
        gap.box = plan::boxOf(geos_.shapeOf(face));
        for (const auto index : tree.near(face)) {
            if (GEOSPreparedIntersects_r(geos_.handle(), prepared_[index].get(), face) == 1) {
                gap.around.push_back(places_[index]->id);
            }
        }
        std::ranges::sort(gap.around);
        cover_.gaps.push_back(std::move(gap));
    }

    /// Of the places in a face that is covered more than once, those that overlap one another: lines inside
    /// it may have cancelled out, so there may be more than cover its point.
    void addOverlaps(const GEOSGeometry* face, const Tree& tree) {
        const auto here = tree.near(face);
        for (const auto a : here) {
            if (GEOSPreparedIntersects_r(geos_.handle(), prepared_[a].get(), face) != 1) {
                continue;
            }
            for (const auto b : tree.near(shapes_[a].get())) {
                if (b <= a || !std::ranges::binary_search(here, b) || !compared_.insert({a, b}).second ||
                    GEOSPreparedIntersects_r(geos_.handle(), prepared_[a].get(), shapes_[b].get()) != 1) {
                    continue;
                }
                if (compared_.size() > 20 * options_.mostOverlaps ||
                    cover_.overlaps.size() >= options_.mostOverlaps) {
                    cover_.complete = false;
                    return;
                }
                addOverlap(a, b);
            }
        }
    }

    void addOverlap(Index a, Index b) {
        const auto common = geos_.own(GEOSIntersection_r(geos_.handle(), shapes_[a].get(), shapes_[b].get()));
        const double land = common ? landOf(common.get()) : 0;
        if (land > 0) {
            const auto low = std::min(places_[a]->id, places_[b]->id);
            cover_.overlaps.push_back({low, std::max(places_[a]->id, places_[b]->id), land});
        }
    }

    CoverOptions options_;
    Geos geos_;
    std::vector<const Place*> places_;
    std::vector<Geometry> shapes_;
    std::vector<Prepared> prepared_;
    std::set<std::pair<Index, Index>> compared_;
    Cover cover_;
};

} // namespace

Result<Cover> coverOf(std::span<const Place> places, const CoverOptions& options, const Progress& progress) {
    return Layer(places, options).look(progress);
}

} // namespace wardmote::geography
