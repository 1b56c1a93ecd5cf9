#pragma once
#include "core/geography/options.h"
#include "core/plan/shape.h"

#include <optional>
#include <span>

namespace wardmote::geography {

/// Square metres, holes taken out; 0 of an empty shape. By the shoelace formula.
double areaOf(const plan::Shape& shape);
/// Metres, holes included.
double perimeterOf(const plan::Shape& shape);
/// Polsby-Popper, 4 pi area / perimeter^2: 1 for a circle, towards 0 for a straggling shape. Nothing without
/// area. (Polsby and Popper, Yale Law & Policy Review 9, 1991.)
std::optional<double> polsbyPopper(double squareMetres, double perimeterMetres);
std::optional<double> polsbyPopper(const plan::Shape& shape);

/// A point well inside the shape, for a label: in its largest polygon, on the widest of several cuts across
/// it. Nothing of an empty shape.
std::optional<plan::Point> representativePoint(const plan::Shape& shape);

double distanceBetween(plan::Point a, plan::Point b);
/// Metres between the nearest points of two shapes; 0 where they meet. Nothing if one is empty.
std::optional<double> distanceBetween(const plan::Shape& a, const plan::Shape& b);

/// Whether the point lies inside (not in a hole). A point on the line may count either way.
bool contains(const plan::Shape& shape, plan::Point point);

/// A line with fewer points for drawing: those that move it by less than this many metres go, its ends stay.
/// The same points whichever way it runs, so that neighbours keep a common line. (Douglas and Peucker,
/// Cartographica 10, 1973, by distance to the segment.) One that ends where it begins may end as two points
/// in one place.
std::vector<plan::Point> thinnedLine(std::span<const plan::Point> points, double metres);
/// The same for each ring. Rings too small to see go too, but never the largest of the shape. Not for
/// measuring.
plan::Shape simplified(const plan::Shape& shape, double metres);

} // namespace wardmote::geography
