#include "ui/publish/figure_map.h"

#include "core/geography/schematic.h"

#include <QCoreApplication>

namespace wardmote::publish {

charts::MapSpec specOf(const report::Map& map) {
    charts::MapSpec spec;
    std::vector<geography::Place> places;
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        const auto& area = map.areas[i];
        const auto id = static_cast<plan::Id>(i) + 1;
        geography::Place place;
        place.id = id;
        place.boundary = area.boundary;
        place.point = area.point;
        places.push_back(std::move(place));
        spec.areas.push_back(
            {id, QString::fromStdString(area.name), area.group ? static_cast<int>(*area.group) : -1, {}});
    }
    for (std::size_t i = 0; i < map.groups.size(); ++i) {
        const auto& group = map.groups[i];
        // The plan counts its colours from 1, the palette from 0.
        spec.clusters.push_back({static_cast<plan::Id>(i) + 1,
                                 QString::fromStdString(group.name),
                                 group.colour.value_or(static_cast<int>(i) + 1) - 1,
                                 {}});
    }
    if (auto shapes = geography::shapesOf(places)) {
        spec.geometry = std::make_shared<const charts::MapGeometry>(std::move(*shapes));
    }
    for (const auto& line : map.attribution) {
        spec.attribution << QString::fromStdString(line);
    }
    spec.noCluster = QString::fromStdString(map.others);
    spec.empty = QCoreApplication::translate("wardmote::publish", "No boundaries or points are recorded.");
    return spec;
}

} // namespace wardmote::publish
