#pragma once
#include "core/base/result.h"
#include "core/plan/shape.h"

#include <geos_c.h>
#include <memory>
#include <string>
#include <vector>

namespace wardmote::geography {

struct GeometryDeleter {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
struct PreparedDeleter {
    GEOSContextHandle_t handle = nullptr;
    void operator()(const GEOSPreparedGeometry* prepared) const {
        GEOSPreparedGeom_destroy_r(handle, prepared);
    }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeometryDeleter>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, PreparedDeleter>;

/// GEOS for one piece of work on one thread: its handle and the last thing it complained of. Everything that
/// it makes must go before it. Functions give null where GEOS failed; error() then says why.
class Geos {
public:
    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    GEOSContextHandle_t handle() const { return handle_; }
    Geometry own(GEOSGeometry* geometry) const { return Geometry(geometry, GeometryDeleter{handle_}); }
    Prepared prepare(const Geometry& geometry) const;

    Geometry multiPolygon(const plan::Shape& shape) const;
    Geometry lines(const plan::Shape& shape) const; ///< every ring as a closed line
    Geometry point(plan::Point point) const;
    Geometry points(const std::vector<plan::Point>& points) const;
    Geometry collection(int type, std::vector<Geometry> parts) const;

    /// The polygons in a geometry of any type; lines and points in it are left out.
    plan::Shape shapeOf(const GEOSGeometry* geometry) const;

    Error error(std::string message) const { return Error{std::move(message), {}, complaint_}; }

private:
    GEOSCoordSequence* sequence(const plan::Ring& ring, bool close) const;
    GEOSContextHandle_t handle_;
    mutable std::string complaint_;
};

} // namespace wardmote::geography
