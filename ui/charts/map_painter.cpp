#include "ui/charts/map_painter.h"

#include "ui/charts/map_furniture.h"
#include "ui/charts/map_labels.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {
namespace {

QString tr(const char* text, int number = -1) {
    return QCoreApplication::translate("Map", text, nullptr, number);
}

/// What a painting needs at hand: positions in the geometry, what is in sight.
struct Scene {
    const MapSpec& spec;
    const MapLook& look;
    const Inks& inks;
    QRectF place;
    QTransform toDevice;
    std::shared_ptr<const MapGeometry::Level> level;
    std::vector<int> clusterOf; ///< by position in the geometry; -1: none
    std::vector<int> areaOf;    ///< position in spec.areas; -1: not shown
    std::vector<char> visible;  ///< by position in the geometry

    QPainterPath device(const QPainterPath& path) const {
        auto mapped = toDevice.map(path);
        mapped.setFillRule(Qt::OddEvenFill);
        if (look.cutAtEdge && !place.contains(mapped.boundingRect())) {
            QPainterPath edge;
            edge.addRect(place);
            mapped = mapped.intersected(edge);
        }
        return mapped;
    }
};

/// The detail that the medium can show: paper has several dots where a screen has a pixel.
std::shared_ptr<const MapGeometry::Level> levelFor(const MapSpec& spec, const MapView& view,
                                                   const MapLook& look) {
    const double perPixel = view.metresPerUnit * look.unit;
    return spec.geometry->levelFor(look.medium == Medium::print ? perPixel / 3 : perPixel);
}

Scene sceneOf(const MapSpec& spec, const QRectF& place, const MapView& view, const MapLook& look) {
    const auto& areas = spec.geometry->areas();
    Scene scene{spec, look, inksOf(look.medium), place, view.toDevice(place), levelFor(spec, view, look), {},
                {},   {}};
    scene.clusterOf.assign(areas.size(), -1);
    scene.areaOf.assign(areas.size(), -1);
    scene.visible.assign(areas.size(), 0);
    for (std::size_t i = 0; i < spec.areas.size(); ++i) {
        const int at = spec.geometry->indexOf(spec.areas[i].id);
        if (at >= 0) {
            const auto position = static_cast<std::size_t>(at);
            scene.clusterOf[position] = spec.areas[i].cluster;
            scene.areaOf[position] = static_cast<int>(i);
            scene.visible[position] =
                scene.toDevice.mapRect(areas[position].bounds).intersects(place) ? 1 : 0;
        }
    }
    return scene;
}

void fillClusters(QPainter& painter, const Scene& scene) {
    const auto count = scene.spec.clusters.size();
    std::vector<QPainterPath> paths(count + 1); // the last for areas in none
    for (std::size_t i = 0; i < scene.visible.size(); ++i) {
        if (scene.visible[i]) {
            const int cluster = scene.clusterOf[i];
            const auto at = cluster >= 0 ? static_cast<std::size_t>(cluster) : count;
            const auto path = scene.device(scene.level->areas[i]);
            const bool none = at == count;
            painter.fillPath(path, none ? scene.inks.context : categorical(scene.spec.clusters[at].colour));
            paths[at].addPath(path);
        }
    }
    // Hatches are strokes across a whole cluster; a country's worth would take longer than a blink.
    constexpr std::size_t mostPoints = 60'000;
    if (scene.look.medium != Medium::print && scene.level->points > mostPoints) {
        return;
    }
    const double spacing = 9 * scene.look.unit;
    const float strength = scene.look.medium == Medium::print ? 0.55F : 0.28F; // it may be printed grey
    for (std::size_t c = 0; c <= count; ++c) {
        const auto pattern = c < count ? patternOf(scene.spec.clusters[c].colour) : Pattern::sparse;
        if (pattern == Pattern::none || paths[c].isEmpty()) {
            continue;
        }
        painter.save();
        auto ink = c < count ? textOn(categorical(scene.spec.clusters[c].colour)) : scene.inks.text;
        ink.setAlphaF(c < count ? strength : 0.28F);
        painter.setPen(hatchPen(ink, pattern, spacing));
        paths[c].setFillRule(Qt::OddEvenFill);
        std::vector<QLineF> strokes;
        if (scene.look.cutAtEdge) {
            strokes = hatchLines(paths[c], pattern, spacing);
        } else {
            painter.setClipPath(paths[c], Qt::IntersectClip);
            QPainterPath box;
            box.addRect(paths[c].boundingRect().intersected(scene.place));
            strokes = hatchLines(box, pattern, spacing);
        }
        painter.drawLines(strokes.data(), static_cast<int>(strokes.size()));
        painter.restore();
    }
}

/// The parts of a line of points that lie within a rectangle.
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

/// Boundaries of clusters, or those within them; dashed beside what is only schematic.
void strokeLines(QPainter& painter, const Scene& scene, const QPen& pen, bool outlines) {
    auto dashed = pen;
    dashed.setStyle(Qt::DashLine);
    const auto& areas = scene.spec.geometry->areas();
    const auto isSchematic = [&](int area) {
        return area >= 0 && areas[static_cast<std::size_t>(area)].schematic;
    };
    painter.setBrush(Qt::NoBrush);
    for (const auto& line : scene.level->lines) {
        const auto clusterOf = [&](int area) {
            return area < 0 ? -2 : scene.clusterOf[static_cast<std::size_t>(area)];
        };
        const bool outline = clusterOf(line.a) != clusterOf(line.b);
        const bool shown = scene.visible[static_cast<std::size_t>(line.a)] ||
                           (line.b >= 0 && scene.visible[static_cast<std::size_t>(line.b)]);
        if (outline != outlines || !shown) {
            continue;
        }
        painter.setPen(isSchematic(line.a) || isSchematic(line.b) ? dashed : pen);
        const auto mapped = scene.toDevice.map(line.points);
        if (scene.look.cutAtEdge && !scene.place.contains(mapped.boundingRect())) {
            for (const auto& part : within(mapped, scene.place)) {
                painter.drawPolyline(part);
            }
        } else {
            painter.drawPolyline(mapped);
        }
    }
}

void paintSelection(QPainter& painter, const Scene& scene) {
    const auto& areas = scene.spec.geometry->areas();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const bool chosen = scene.look.selected.contains(areas[i].id);
        const bool current = scene.look.current == areas[i].id;
        if (!scene.visible[i] || (!chosen && !current)) {
            continue;
        }
        const auto path = scene.device(scene.level->areas[i]);
        const double unit = scene.look.unit;
        if (chosen) {
            painter.strokePath(path, QPen(scene.inks.surface, 5.5 * unit));
            painter.strokePath(path, QPen(scene.inks.text, 3 * unit));
        }
        if (current) {
            painter.strokePath(path, QPen(scene.inks.surface, 3 * unit));
            painter.strokePath(path, QPen(scene.inks.accent, 2 * unit, Qt::DashLine));
        }
    }
}

} // namespace

QTransform MapView::toDevice(const QRectF& place) const {
    QTransform transform;
    transform.translate(place.center().x(), place.center().y());
    transform.scale(1 / metresPerUnit, 1 / metresPerUnit);
    transform.translate(-centre.x(), -centre.y());
    return transform;
}

QPointF MapView::toMetres(QPointF device, const QRectF& place) const {
    return centre + (device - place.center()) * metresPerUnit;
}

MapView fitted(const QRectF& metres, const QRectF& place) {
    constexpr double margin = 0.9;
    if (metres.isEmpty() || place.isEmpty()) {
        return {metres.center(), 1};
    }
    return {metres.center(),
            std::max(metres.width() / (place.width() * margin), metres.height() / (place.height() * margin))};
}

void paintMap(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
              const MapLook& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(look.font);
    const auto& inks = inksOf(look.medium);
    painter.fillRect(place, inks.surface);
    if (!spec.geometry || spec.geometry->areas().empty() || spec.areas.empty()) {
        painter.setPen(inks.muted);
        const double inset = 24 * look.unit;
        painter.drawText(place.adjusted(inset, inset, -inset, -inset), Qt::AlignCenter | Qt::TextWordWrap,
                         spec.empty);
        painter.restore();
        return;
    }
    if (!look.cutAtEdge) {
        painter.setClipRect(place, Qt::IntersectClip);
    }
    const auto scene = sceneOf(spec, place, view, look);
    fillClusters(painter, scene);
    const double outline = (look.medium == Medium::print ? 2.2 : 1.6) * look.unit;
    strokeLines(painter, scene, QPen(inks.surface, look.unit), false);
    strokeLines(painter, scene, QPen(inks.text, outline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), true);
    paintSelection(painter, scene);
    paintMapLabels(painter, place, spec, scene.toDevice, look);
    if (look.furniture) {
        paintMapFurniture(painter, place, spec, view, look);
    }
    painter.restore();
}

QString inWords(const MapSpec& spec) {
    if (spec.areas.empty()) {
        return spec.empty;
    }
    std::vector<int> counts(spec.clusters.size(), 0);
    int none = 0;
    for (const auto& area : spec.areas) {
        ++(area.cluster >= 0 ? counts[static_cast<std::size_t>(area.cluster)] : none);
    }
    QStringList parts;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        parts << tr("%1: %2 areas").arg(spec.clusters[c].name).arg(counts[c]);
    }
    if (none > 0) {
        parts << QStringLiteral("%1: %2").arg(spec.noCluster).arg(none);
    }
    return tr("Map of %1 areas. %2.").arg(spec.areas.size()).arg(parts.join(QStringLiteral("; ")));
}

} // namespace wardmote::charts
