#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/table.h"

#include <memory>
#include <string_view>

class OGRGeometry;
class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace wardmote::exchange {

/// What coordinates of Great Britain are, told by their size: many files say nothing of it, some lie.
enum class Grid : std::uint8_t {
    degrees,        ///< longitude, latitude (WGS 84)
    degreesSwapped, ///< latitude, longitude
    nationalGrid,   ///< metres, EPSG:27700
    webMercator,    ///< metres, EPSG:3857
    elsewhere,      ///< degrees or metres that are not in or near Great Britain
};
Grid gridOf(const plan::Box& extent);
std::string_view nameOf(Grid grid);

/// Brings geometries of one coordinate system to the British National Grid. Within about 5 m from WGS 84,
/// since the Ordnance Survey's shift grid (OSTN15) is not part of every machine; exact from the grid itself.
class PlaceMaker {
public:
    static Result<PlaceMaker> from(Grid grid);
    static Result<PlaceMaker> from(const OGRSpatialReference& system);
    PlaceMaker(PlaceMaker&&) noexcept;
    PlaceMaker& operator=(PlaceMaker&&) noexcept;
    ~PlaceMaker();

    /// Polygons become a shape (curves as lines, heights left out), points a point; an Error for lines, for
    /// coordinates that are no numbers, and for places outside Great Britain. Empty geometry: neither.
    Result<Place> place(const OGRGeometry& geometry) const;

private:
    PlaceMaker();
    std::unique_ptr<OGRCoordinateTransformation> transform_; ///< none: already on the grid
    bool swapped_ = false;
};

/// True of the Error that place() gives for what lies elsewhere.
bool isOutsideBritain(const Error& error);

/// True if a cell holds well-known text of a point, polygon or multipolygon.
bool looksLikeWkt(std::string_view cell);

/// Reads well-known text of one column; the grid is told by the first boundary that is not empty.
class WktPlaces {
public:
    Result<Place> place(std::string_view wkt);
    std::optional<Grid> grid() const { return grid_; }

private:
    std::optional<Grid> grid_;
    std::optional<PlaceMaker> maker_;
};

} // namespace wardmote::exchange
