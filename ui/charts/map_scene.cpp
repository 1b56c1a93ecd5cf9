#include "ui/charts/map_scene.h"

#include <QPainter>

#include <algorithm>

namespace wardmote::charts {

QPainterPath Scene::device(const QPainterPath& path) const {
    auto mapped = toDevice.map(path);
    mapped.setFillRule(Qt::OddEvenFill);
    if (look.cutAtEdge && !place.contains(mapped.boundingRect())) {
        QPainterPath edge;
        edge.addRect(place);
        mapped = mapped.intersected(edge);
    }
    return mapped;
}

std::shared_ptr<const MapGeometry::Level> levelFor(const MapSpec& spec, const MapView& view,
                                                   const MapLook& look) {
    const double perPixel = view.metresPerUnit * look.unit;
    return spec.geometry->levelFor(look.medium == Medium::print ? perPixel / 3 : perPixel);
}

Scene sceneOf(const MapSpec& spec, const QRectF& place, const MapView& view, const MapLook& look,
              std::shared_ptr<const MapGeometry::Level> level) {
    const auto& areas = spec.geometry->areas();
    Scene scene{spec, look, inksOf(look.medium), place, view.toDevice(place), std::move(level), {}, {}, 0};
    scene.areaAt.assign(areas.size(), nullptr);
    scene.visible.assign(areas.size(), 0);
    for (const auto& area : spec.areas) {
        const int at = spec.geometry->indexOf(area.id);
        if (at >= 0) {
            const auto position = static_cast<std::size_t>(at);
            scene.areaAt[position] = &area;
            if (scene.toDevice.mapRect(areas[position].bounds).intersects(place)) {
                scene.visible[position] = 1;
                scene.points += static_cast<std::size_t>(scene.level->areas[position].elementCount());
            }
        }
    }
    return scene;
}

std::vector<QPolygonF> within(const QPolygonF& line, const QRectF& place) {
    std::vector<QPolygonF> parts;
    for (int i = 0; i + 1 < line.size(); ++i) {
        const QPointF a = line[i];
        const QPointF d = line[i + 1] - a;
        double from = 0;
        double to = 1;
        const auto clip = [&](double p, double q) { // Liang and Barsky: p along, q to the edge
            if (p == 0) {
                return q >= 0;
            }
            (p < 0 ? from : to) = p < 0 ? std::max(from, q / p) : std::min(to, q / p);
            return from <= to;
        };
        if (clip(-d.x(), a.x() - place.left()) && clip(d.x(), place.right() - a.x()) &&
            clip(-d.y(), a.y() - place.top()) && clip(d.y(), place.bottom() - a.y())) {
            if (parts.empty() || from > 0 || parts.back().back() != a) {
                parts.push_back({a + from * d});
            }
            parts.back().push_back(a + to * d);
        }
    }
    return parts;
}

void drawCut(QPainter& painter, const Scene& scene, const QPolygonF& deviceLine) {
    if (!scene.look.cutAtEdge || scene.place.contains(deviceLine.boundingRect())) {
        painter.drawPolyline(deviceLine);
        return;
    }
    for (const auto& part : within(deviceLine, scene.place)) {
        painter.drawPolyline(part);
    }
}

} // namespace wardmote::charts
