#pragma once
#include "core/geography/mesh.h"

#include <QPainterPath>
#include <QPolygonF>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace wardmote::charts {

/// The shapes of a map, made ready for drawing at any zoom. Made once per change of boundaries (a second for
/// a country's wards, so off the screen's thread), then shared; safe to use from several threads.
///
/// Paths are in metres with north up turned to y down: x = easting, y = -northing.
class MapGeometry {
public:
    struct Area {
        plan::Id id = 0;
        bool schematic = false;
        QRectF bounds;  ///< metres, y down
        QPointF inside; ///< for a label
        plan::ShapeRef shape;
    };
    /// A stretch of boundary between two areas; b is -1 at the edge of the map.
    struct Line {
        int a = -1;
        int b = -1;
        QPolygonF points;
        QRectF bounds;
    };
    /// Everything at one degree of detail.
    struct Level {
        std::vector<QPainterPath> areas; ///< by position
        std::vector<Line> lines;         ///< each once
        std::size_t points = 0;
    };

    explicit MapGeometry(std::vector<geography::PlaceShape> shapes);

    const std::vector<Area>& areas() const { return areas_; }
    int indexOf(plan::Id id) const; ///< -1 if it is not on the map
    QRectF bounds() const { return bounds_; }
    bool hasSchematic() const { return hasSchematic_; }
    /// The detail that a scale can show. Made when it is first asked for, which takes up to a second for a
    /// country's wards.
    std::shared_ptr<const Level> levelFor(double metresPerUnit) const;
    /// Of the levels made so far the one nearest to that: never waits. Null while there is none.
    std::shared_ptr<const Level> levelAtHand(double metresPerUnit) const;
    /// The area at a place in metres (y down); -1 if there is none.
    int areaAt(QPointF metres) const;

private:
    std::vector<Area> areas_;
    std::vector<geography::ArcRing> rings_;
    QRectF bounds_;
    bool hasSchematic_ = false;
    std::shared_ptr<const Level> madeLevel(double metres) const;
    mutable std::mutex making_; ///< one level is made at a time
    mutable std::mutex mutex_;  ///< held for a look at the levels alone
    mutable std::map<int, std::shared_ptr<const Level>> levels_;
};

using MapGeometryRef = std::shared_ptr<const MapGeometry>;

} // namespace wardmote::charts
