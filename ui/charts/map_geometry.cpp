#include "ui/charts/map_geometry.h"

#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>

namespace wardmote::charts {
namespace {

QPointF onMap(plan::Point point) {
    return {point.easting, -point.northing};
}

QRectF boxOnMap(const plan::Box& box) {
    return QRectF(onMap(plan::Point{box.min.easting, box.max.northing}),
                  onMap(plan::Point{box.max.easting, box.min.northing}));
}

/// A ring with one neighbour all round begins and ends at the same point, where a line can't be thinned: it
/// is thinned in two halves.
std::vector<plan::Point> thinnedArc(const geography::Arc& arc, double metres) {
    const auto& points = arc.points;
    if (points.size() < 5 || !(points.front() == points.back())) {
        return geography::thinnedLine(points, metres);
    }
    const auto farthest = std::ranges::max_element(
        points, {}, [&](plan::Point p) { return geography::distanceBetween(p, points.front()); });
    const auto middle = static_cast<std::size_t>(farthest - points.begin());
    auto result = geography::thinnedLine(std::span(points).first(middle + 1), metres);
    const auto rest = geography::thinnedLine(std::span(points).subspan(middle), metres);
    result.insert(result.end(), rest.begin() + 1, rest.end());
    return result;
}

} // namespace

MapGeometry::MapGeometry(std::vector<geography::PlaceShape> shapes) {
    std::erase_if(shapes,
                  [](const geography::PlaceShape& shape) { return !shape.shape || shape.shape->empty(); });
    std::ranges::sort(shapes, {}, &geography::PlaceShape::id);
    for (const auto& shape : shapes) {
        Area area{shape.id, shape.schematic, boxOnMap(plan::boxOf(*shape.shape)), {}, shape.shape};
        area.inside = onMap(geography::representativePoint(*shape.shape).value_or(plan::Point{}));
        bounds_ = bounds_.united(area.bounds);
        hasSchematic_ = hasSchematic_ || shape.schematic;
        areas_.push_back(std::move(area));
    }
    rings_ = geography::arcsOf(shapes);
}

int MapGeometry::indexOf(plan::Id id) const {
    const auto found = std::ranges::lower_bound(areas_, id, {}, &Area::id);
    return found != areas_.end() && found->id == id ? static_cast<int>(found - areas_.begin()) : -1;
}

namespace {

constexpr double finest = 0.5; ///< metres per unit, below which everything is drawn

/// A third of a pixel can't be seen; powers of two keep the number of levels small while zooming.
int stepOf(double metresPerUnit) {
    return metresPerUnit <= finest ? -1 : static_cast<int>(std::floor(std::log2(metresPerUnit / finest)));
}

} // namespace

std::shared_ptr<const MapGeometry::Level> MapGeometry::levelFor(double metresPerUnit) const {
    const int step = stepOf(metresPerUnit);
    const auto known = [&]() -> std::shared_ptr<const Level> {
        const std::lock_guard lock(mutex_);
        const auto found = levels_.find(step);
        return found == levels_.end() ? nullptr : found->second;
    };
    if (auto level = known()) {
        return level;
    }
    const std::lock_guard lock(making_);
    if (auto level = known()) {
        return level;
    }
    auto made = madeLevel(step < 0 ? 0 : 0.35 * finest * std::exp2(step));
    const std::lock_guard look(mutex_);
    levels_[step] = made;
    return made;
}

std::shared_ptr<const MapGeometry::Level> MapGeometry::levelAtHand(double metresPerUnit) const {
    const int step = stepOf(metresPerUnit);
    const std::lock_guard lock(mutex_);
    const auto nearest =
        std::ranges::min_element(levels_, {}, [&](const auto& each) { return std::abs(each.first - step); });
    return nearest == levels_.end() ? nullptr : nearest->second;
}

std::shared_ptr<const MapGeometry::Level> MapGeometry::madeLevel(double metres) const {
    auto made = std::make_shared<Level>();
    made->areas.resize(areas_.size());
    for (auto& path : made->areas) {
        path.setFillRule(Qt::OddEvenFill);
    }
    for (const auto& ring : rings_) {
        QPolygonF outline;
        for (const auto& arc : ring.arcs) {
            QPolygonF line;
            for (const auto point : thinnedArc(arc, metres)) {
                line.push_back(onMap(point));
            }
            outline += line;
            if (arc.other < 0 || arc.other > static_cast<std::int64_t>(arc.place)) {
                const auto bounds = line.boundingRect();
                made->lines.push_back(
                    {static_cast<int>(arc.place), static_cast<int>(arc.other), std::move(line), bounds});
            }
        }
        made->points += static_cast<std::size_t>(outline.size());
        made->areas[ring.place].addPolygon(outline);
        made->areas[ring.place].closeSubpath();
    }
    return made;
}

int MapGeometry::areaAt(QPointF metres) const {
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        if (areas_[i].bounds.contains(metres) &&
            geography::contains(*areas_[i].shape, {metres.x(), -metres.y()})) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace wardmote::charts
