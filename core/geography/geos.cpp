#include "core/geography/geos.h"

namespace wardmote::geography {
namespace {

void keep(const char* message, void* into) {
    *static_cast<std::string*>(into) = message;
}

void ignore(const char*, void*) {}

plan::Ring ringOf(GEOSContextHandle_t handle, const GEOSGeometry* line) {
    const auto* sequence = GEOSGeom_getCoordSeq_r(handle, line);
    unsigned size = 0;
    if (!sequence || GEOSCoordSeq_getSize_r(handle, sequence, &size) == 0 || size < 4) {
        return {};
    }
    plan::Ring ring(size - 1);
    for (unsigned i = 0; i + 1 < size; ++i) {
        GEOSCoordSeq_getXY_r(handle, sequence, i, &ring[i].easting, &ring[i].northing);
    }
    return ring;
}

void collect(GEOSContextHandle_t handle, const GEOSGeometry* geometry, plan::Shape& into) {
    const int type = GEOSGeomTypeId_r(handle, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(handle, geometry) != 0) {
            return;
        }
        plan::Polygon polygon{ringOf(handle, GEOSGetExteriorRing_r(handle, geometry))};
        const int holes = GEOSGetNumInteriorRings_r(handle, geometry);
        for (int h = 0; h < holes; ++h) {
            polygon.push_back(ringOf(handle, GEOSGetInteriorRingN_r(handle, geometry, h)));
        }
        if (!polygon.front().empty()) {
            into.polygons.push_back(std::move(polygon));
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(handle, geometry);
        for (int p = 0; p < parts; ++p) {
            collect(handle, GEOSGetGeometryN_r(handle, geometry, p), into);
        }
    }
}

} // namespace

Geos::Geos() : handle_(GEOS_init_r()) {
    GEOSContext_setNoticeMessageHandler_r(handle_, ignore, nullptr);
    GEOSContext_setErrorMessageHandler_r(handle_, keep, &complaint_);
}

Geos::~Geos() {
    GEOS_finish_r(handle_);
}

Prepared Geos::prepare(const Geometry& geometry) const {
    return Prepared(GEOSPrepare_r(handle_, geometry.get()), PreparedDeleter{handle_});
}

GEOSCoordSequence* Geos::sequence(const plan::Ring& ring, bool close) const {
    static_assert(sizeof(plan::Point) == 2 * sizeof(double));
    plan::Ring points = ring;
    if (close && !points.empty()) {
        points.push_back(points.front());
    }
    const auto* first = points.empty() ? nullptr : &points.front().easting;
    return GEOSCoordSeq_copyFromBuffer_r(handle_, first, static_cast<unsigned>(points.size()), 0, 0);
}

Geometry Geos::collection(int type, std::vector<Geometry> parts) const {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (auto& part : parts) {
        if (!part) {
            return own(nullptr);
        }
        raw.push_back(part.release());
    }
    return own(GEOSGeom_createCollection_r(handle_, type, raw.data(), static_cast<unsigned>(raw.size())));
}

Geometry Geos::multiPolygon(const plan::Shape& shape) const {
    std::vector<Geometry> parts;
    for (const auto& polygon : shape.polygons) {
        std::vector<GEOSGeometry*> rings;
        for (const auto& ring : polygon) {
            auto* coordinates = sequence(ring, true);
            auto* made = coordinates ? GEOSGeom_createLinearRing_r(handle_, coordinates) : nullptr;
            if (!made) {
                for (auto* earlier : rings) {
                    GEOSGeom_destroy_r(handle_, earlier);
                }
                return own(nullptr);
            }
            rings.push_back(made);
        }
        if (!rings.empty()) {
            parts.push_back(own(GEOSGeom_createPolygon_r(handle_, rings.front(), rings.data() + 1,
                                                         static_cast<unsigned>(rings.size() - 1))));
        }
    }
    return collection(GEOS_MULTIPOLYGON, std::move(parts));
}

Geometry Geos::lines(const plan::Shape& shape) const {
    std::vector<Geometry> parts;
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            if (ring.size() >= 2) {
                auto* coordinates = sequence(ring, true);
                parts.push_back(
                    own(coordinates ? GEOSGeom_createLineString_r(handle_, coordinates) : nullptr));
            }
        }
    }
    return collection(GEOS_MULTILINESTRING, std::move(parts));
}

Geometry Geos::point(plan::Point point) const {
    return own(GEOSGeom_createPointFromXY_r(handle_, point.easting, point.northing));
}

Geometry Geos::points(const std::vector<plan::Point>& points) const {
    std::vector<Geometry> parts;
    parts.reserve(points.size());
    for (const auto each : points) {
        parts.push_back(point(each));
    }
    return collection(GEOS_MULTIPOINT, std::move(parts));
}

plan::Shape Geos::shapeOf(const GEOSGeometry* geometry) const {
    plan::Shape shape;
    if (geometry) {
        collect(handle_, geometry, shape);
    }
    return shape;
}

} // namespace wardmote::geography
