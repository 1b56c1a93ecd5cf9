#pragma once
#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace wardmote::plan {

/// Metres on the British National Grid (EPSG:27700), the only system inside a plan.
struct Point {
    double easting = 0;
    double northing = 0;
    bool operator==(const Point&) const = default;
};

/// A closed ring; the first point is not repeated at the end.
using Ring = std::vector<Point>;

/// One outer ring (first) and its holes.
using Polygon = std::vector<Ring>;

/// The boundary of a place: one or more polygons. Never changed once made, so snapshots share it.
struct Shape {
    std::vector<Polygon> polygons;
    bool operator==(const Shape&) const = default;
    bool empty() const { return polygons.empty(); }
};

/// Null while no boundary is recorded. Equal if the boundaries are: snapshots of one plan share them, so that
/// the points are only compared where two plans, or a file and a plan, are.
class ShapeRef : public std::shared_ptr<const Shape> {
public:
    using std::shared_ptr<const Shape>::shared_ptr;
    ShapeRef(std::shared_ptr<const Shape> shape) : std::shared_ptr<const Shape>(std::move(shape)) {}
    friend bool operator==(const ShapeRef& a, const ShapeRef& b) {
        return a.get() == b.get() || (a && b && *a == *b);
    }
    friend bool operator==(const ShapeRef& a, std::nullptr_t) { return !a; }
};

/// Smallest upright rectangle around a shape; of an empty shape min > max.
struct Box {
    Point min{1e300, 1e300};
    Point max{-1e300, -1e300};
    void add(Point point);
    void add(const Box& other);
    bool empty() const { return min.easting > max.easting; }
};
Box boxOf(const Shape& shape);

/// Well-known binary, little-endian MultiPolygon: how a boundary lies in the plan file.
std::string toWkb(const Shape& shape);
/// Reads POLYGON or MULTIPOLYGON of two dimensions in either byte order. Counts that the bytes cannot hold,
/// other types and coordinates that are no numbers are errors.
Result<Shape> fromWkb(std::string_view bytes);

} // namespace wardmote::plan
