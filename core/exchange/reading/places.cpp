#include "core/exchange/reading/places.h"

#include <algorithm>
#include <cmath>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace wardmote::exchange {
namespace {

constexpr int nationalGridCode = 27700;
constexpr const char* outsideBritain = "it lies outside Great Britain";

/// Great Britain and Northern Ireland on the grid, with a margin for the sea.
constexpr plan::Box britain{{-150'000, -50'000}, {750'000, 1'350'000}};

bool within(const plan::Box& box, double minX, double minY, double maxX, double maxY) {
    return box.min.easting >= minX && box.min.northing >= minY && box.max.easting <= maxX &&
           box.max.northing <= maxY;
}

Result<plan::Ring> ringOf(const OGRLineString& line) {
    plan::Ring ring;
    ring.reserve(static_cast<std::size_t>(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i) {
        const plan::Point point{line.getX(i), line.getY(i)};
        if (!std::isfinite(point.easting) || !std::isfinite(point.northing)) {
            return failure("a coordinate is no number");
        }
        ring.push_back(point);
    }
    if (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

Result<void> addPolygon(const OGRPolygon& from, plan::Shape& shape) {
    if (from.IsEmpty() || from.getExteriorRing() == nullptr) {
        return {};
    }
    plan::Polygon polygon;
    for (const auto* line : from) {
        auto ring = ringOf(*line);
        if (!ring) {
            return Failure(ring.error());
        }
        if (ring->size() >= 3) {
            polygon.push_back(std::move(*ring));
        } else if (polygon.empty()) {
            return {}; // an outer ring without an area takes its holes along
        }
    }
    if (!polygon.empty()) {
        shape.polygons.push_back(std::move(polygon));
    }
    return {};
}

Result<void> addPolygons(const OGRGeometry& from, plan::Shape& shape) {
    const auto type = wkbFlatten(from.getGeometryType());
    if (type == wkbPolygon) {
        return addPolygon(*from.toPolygon(), shape);
    }
    if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
        for (const auto* part : *from.toGeometryCollection()) {
            if (auto added = addPolygons(*part, shape); !added) {
                return added;
            }
        }
    }
    return {};
}

void useXyOrder(OGRSpatialReference& system) {
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
}

} // namespace

Grid gridOf(const plan::Box& extent) {
    if (within(extent, -9.5, 49, 3, 61.5)) {
        return Grid::degrees;
    }
    if (within(extent, 49, -9.5, 61.5, 3)) {
        return Grid::degreesSwapped;
    }
    // Degrees of other countries would otherwise be metres off Cornwall.
    if (within(extent, -180, -90, 180, 90)) {
        return Grid::elsewhere;
    }
    if (within(extent, britain.min.easting, britain.min.northing, britain.max.easting,
               britain.max.northing)) {
        return Grid::nationalGrid;
    }
    return within(extent, -1.1e6, 6.2e6, 3.5e5, 8.8e6) ? Grid::webMercator : Grid::elsewhere;
}

std::string_view nameOf(Grid grid) {
    switch (grid) {
    case Grid::degrees:
        return "longitude and latitude (WGS 84)";
    case Grid::degreesSwapped:
        return "latitude and longitude (WGS 84)";
    case Grid::nationalGrid:
        return "British National Grid";
    case Grid::webMercator:
        return "Web Mercator";
    case Grid::elsewhere:
        return "coordinates outside Great Britain";
    }
    return {};
}

PlaceMaker::PlaceMaker() = default;
PlaceMaker::PlaceMaker(PlaceMaker&&) noexcept = default;
PlaceMaker& PlaceMaker::operator=(PlaceMaker&&) noexcept = default;
PlaceMaker::~PlaceMaker() = default;

Result<PlaceMaker> PlaceMaker::from(Grid grid) {
    if (grid == Grid::nationalGrid) {
        return PlaceMaker();
    }
    OGRSpatialReference system;
    const bool known = system.importFromEPSG(grid == Grid::webMercator ? 3857 : 4326) == OGRERR_NONE;
    if (!known || grid == Grid::elsewhere) {
        return failure("The coordinates are not in Great Britain.");
    }
    auto made = from(system);
    if (made) {
        made->swapped_ = grid == Grid::degreesSwapped;
    }
    return made;
}

Result<PlaceMaker> PlaceMaker::from(const OGRSpatialReference& system) {
    OGRSpatialReference grid;
    if (grid.importFromEPSG(nationalGridCode) != OGRERR_NONE) {
        return failure("The table of projections (proj.db) is missing.", "Install Wardmote again.");
    }
    useXyOrder(grid);
    OGRSpatialReference own(system);
    useXyOrder(own);
    PlaceMaker made;
    if (own.IsSame(&grid) != 0) {
        return made;
    }
    made.transform_.reset(OGRCreateCoordinateTransformation(&own, &grid));
    if (!made.transform_) {
        const char* name = own.GetName();
        return failure("The projection " + std::string(name != nullptr ? name : "of the file") +
                           " cannot be brought to the British National Grid.",
                       "Ask for the boundaries in British National Grid (EPSG:27700) or WGS 84.");
    }
    return made;
}

Result<Place> PlaceMaker::place(const OGRGeometry& geometry) const {
    if (geometry.IsEmpty() != 0) {
        return Place{};
    }
    std::unique_ptr<OGRGeometry> own(geometry.hasCurveGeometry() != 0 ? geometry.getLinearGeometry()
                                                                      : geometry.clone());
    own->flattenTo2D();
    if (swapped_) {
        own->swapXY();
    }
    if (transform_ && own->transform(transform_.get()) != OGRERR_NONE) {
        return failure("its coordinates cannot be brought to the British National Grid");
    }
    OGREnvelope envelope;
    own->getEnvelope(&envelope);
    const plan::Box box{{envelope.MinX, envelope.MinY}, {envelope.MaxX, envelope.MaxY}};
    if (!within(box, britain.min.easting, britain.min.northing, britain.max.easting, britain.max.northing)) {
        return failure(outsideBritain);
    }
    const auto type = wkbFlatten(own->getGeometryType());
    if (type == wkbPoint || (type == wkbMultiPoint && own->toMultiPoint()->getNumGeometries() == 1)) {
        const auto* point = type == wkbPoint ? own->toPoint() : own->toMultiPoint()->getGeometryRef(0);
        return Place{nullptr, plan::Point{point->getX(), point->getY()}};
    }
    plan::Shape shape;
    if (auto added = addPolygons(*own, shape); !added) {
        return Failure(added.error());
    }
    if (shape.empty()) {
        return failure("it is neither an area nor a point");
    }
    return Place{std::make_shared<const plan::Shape>(std::move(shape)), std::nullopt};
}

bool isOutsideBritain(const Error& error) {
    return error.message == outsideBritain;
}

bool looksLikeWkt(std::string_view cell) {
    const auto start = cell.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || cell.size() - start < 8) {
        return false;
    }
    std::string word;
    for (const char c : cell.substr(start, 14)) {
        word.push_back(static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c));
    }
    const auto isType = [&](std::string_view type) {
        return word.starts_with(type) && word.size() > type.size() &&
               (word[type.size()] == ' ' || word[type.size()] == '(');
    };
    return (isType("MULTIPOLYGON") || isType("POLYGON") || isType("POINT")) &&
           cell.find('(') != std::string_view::npos;
}

Result<Place> WktPlaces::place(std::string_view wkt) {
    OGRGeometry* read = nullptr;
    const std::string text(wkt);
    if (OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &read) != OGRERR_NONE || read == nullptr) {
        return failure("its boundary (WKT) is cut off or cannot be read");
    }
    const std::unique_ptr<OGRGeometry> geometry(read);
    if (geometry->IsEmpty() != 0) {
        return Place{};
    }
    if (!maker_) {
        OGREnvelope envelope;
        geometry->getEnvelope(&envelope);
        const auto grid = gridOf({{envelope.MinX, envelope.MinY}, {envelope.MaxX, envelope.MaxY}});
        auto maker = PlaceMaker::from(grid);
        if (!maker) {
            return failure(outsideBritain);
        }
        maker_ = std::move(*maker);
        grid_ = grid;
    }
    return maker_->place(*geometry);
}

} // namespace wardmote::exchange
