#include "core/geography/outline.h"

#include "core/geography/geos.h"

namespace wardmote::geography {
namespace {

bool mayHaveGaps(const plan::Shape& shape) {
    return shape.polygons.size() > 1 || (!shape.empty() && shape.polygons.front().size() > 1);
}

/// Grown and shrunk again with square corners, so that only gaps change.
Geometry closedUp(const Geos& geos, const Geometry& geometry, double metres) {
    constexpr int quadrantSegments = 2;
    constexpr double mitreLimit = 3;
    const auto grown = geos.own(GEOSBufferWithStyle_r(geos.handle(), geometry.get(), metres, quadrantSegments,
                                                      GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, mitreLimit));
    if (!grown) {
        return geos.own(nullptr);
    }
    return geos.own(GEOSBufferWithStyle_r(geos.handle(), grown.get(), -metres, quadrantSegments,
                                          GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, mitreLimit));
}

} // namespace

Result<plan::Shape> dissolved(std::span<const plan::ShapeRef> shapes, const Options& options,
                              const Progress& progress) {
    const Geos geos;
    std::vector<Geometry> parts;
    for (const auto& shape : shapes) {
        if (progress.stopped()) {
            return failure("Stopped.");
        }
        if (shape && !shape->empty()) {
            auto part = geos.multiPolygon(*shape);
            if (!part) {
                return Failure(geos.error("A boundary could not be read."));
            }
            parts.push_back(std::move(part));
        }
    }
    if (parts.empty()) {
        return plan::Shape{};
    }
    const auto all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    const auto one = all ? geos.own(GEOSUnaryUnion_r(geos.handle(), all.get())) : geos.own(nullptr);
    if (!one) {
        return Failure(geos.error("The boundaries could not be joined into one outline."));
    }
    auto outline = geos.shapeOf(one.get());
    if (options.toleranceMetres > 0 && mayHaveGaps(outline)) {
        if (const auto closed = closedUp(geos, one, options.toleranceMetres / 2)) {
            auto without = geos.shapeOf(closed.get());
            if (!without.empty()) {
                return without;
            }
        }
    }
    return outline;
}

} // namespace wardmote::geography
