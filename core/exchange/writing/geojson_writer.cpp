#include "core/exchange/cell_text.h"
#include "core/exchange/writing/export_fields.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <ogr_spatialref.h>

namespace wardmote::exchange {
namespace {

using Json = nlohmann::ordered_json;

/// From the British National Grid to longitude and latitude. The plan's own coordinates, so no child.
class ToDegrees {
public:
    ToDegrees() {
        OGRSpatialReference grid;
        OGRSpatialReference degrees;
        if (grid.importFromEPSG(27700) == OGRERR_NONE && degrees.importFromEPSG(4326) == OGRERR_NONE) {
            grid.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            transform_.reset(OGRCreateCoordinateTransformation(&grid, &degrees));
        }
    }
    bool works() const { return transform_ != nullptr; }
    Json point(const plan::Point& from) const {
        double x = from.easting;
        double y = from.northing;
        transform_->Transform(1, &x, &y);
        return Json::array({rounded(x), rounded(y)});
    }
    /// Outer rings counter-clockwise, holes clockwise (RFC 7946); closed.
    Json ring(const plan::Ring& from, bool outer) const {
        double twiceArea = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            const auto& a = from[i];
            const auto& b = from[(i + 1) % from.size()];
            twiceArea += (a.easting - from[0].easting) * (b.northing - from[0].northing) -
                         (b.easting - from[0].easting) * (a.northing - from[0].northing);
        }
        auto points = from;
        if ((twiceArea > 0) != outer) {
            std::ranges::reverse(points);
        }
        Json json = Json::array();
        for (const auto& point : points) {
            json.push_back(this->point(point));
        }
        json.push_back(json.front());
        return json;
    }

private:
    /// Seven decimals are a centimetre.
    static double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }
    std::unique_ptr<OGRCoordinateTransformation> transform_;
};

Json geometry(const plan::Area& area, const ToDegrees& degrees) {
    if (area.boundary) {
        Json polygons = Json::array();
        for (const auto& polygon : area.boundary->polygons) {
            Json rings = Json::array();
            for (const auto& ring : polygon) {
                rings.push_back(degrees.ring(ring, rings.empty()));
            }
            polygons.push_back(std::move(rings));
        }
        return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
    }
    if (area.easting && area.northing) {
        return {{"type", "Point"}, {"coordinates", degrees.point({*area.easting, *area.northing})}};
    }
    return nullptr;
}

} // namespace

Result<std::string> exportGeoJson(const plan::Plan& plan, const ExportOptions& options) {
    const ToDegrees degrees;
    if (!degrees.works()) {
        return failure("The table of projections (proj.db) is missing.", "Install Wardmote again.");
    }
    const CellWriter cells(plan);
    const auto fields = exportedFields(plan::RecordKind::area, options);
    Json features = Json::array();
    for (const auto id : exportedIds(plan, plan::RecordKind::area, options)) {
        const auto* area = plan.find<plan::Area>(id);
        Json properties{{std::string(idHeading), std::to_string(id)}};
        for (const auto* field : fields) {
            const auto value = field->get(area);
            if (field->kind == plan::FieldKind::shape || !plan::isRecorded(value)) {
                continue;
            }
            const auto* whole = std::get_if<std::int64_t>(&value);
            const auto* number = std::get_if<double>(&value);
            const std::string key(field->key);
            if (number != nullptr) {
                properties[key] = *number;
            } else if (whole != nullptr && field->kind == plan::FieldKind::integer) {
                properties[key] = *whole;
            } else {
                properties[key] = cells.toCell(*field, value);
            }
        }
        features.push_back({{"type", "Feature"},
                            {"geometry", geometry(*area, degrees)},
                            {"properties", std::move(properties)}});
    }
    const Json whole{{"type", "FeatureCollection"}, {"features", std::move(features)}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace wardmote::exchange
