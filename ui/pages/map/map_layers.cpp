#include "ui/pages/map/map_layers.h"

#include <QSet>

namespace wardmote::ui {
namespace {

QPointF onMap(plan::Point point) {
    return {point.easting, -point.northing};
}

} // namespace

std::vector<charts::MapPoint> pointsOnMap(const plan::Plan& plan) {
    QSet<QString> venues;
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        venues << QString::fromStdString(mechanism.venue).simplified().toCaseFolded();
    }
    std::vector<charts::MapPoint> points;
    for (const auto& asset : plan.all<plan::Asset>()) {
        if (asset.easting && asset.northing) {
            const auto name = QString::fromStdString(asset.name);
            const bool meets = venues.contains(name.simplified().toCaseFolded());
            points.push_back({asset.id, name, onMap({*asset.easting, *asset.northing}),
                              meets ? charts::MapPoint::Sign::meetingPlace : charts::MapPoint::Sign::asset});
        }
    }
    return points;
}

} // namespace wardmote::ui
