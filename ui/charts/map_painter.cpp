#include "ui/charts/map_painter.h"

#include "ui/charts/map_furniture.h"
#include "ui/charts/map_labels.h"
#include "ui/charts/map_marks.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <map>

namespace wardmote::charts {
namespace {

QString tr(const char* text, int number = -1) {
    return QCoreApplication::translate("Map", text, nullptr, number);
}

/// Into an image: a brush does colour and hatch in one go.
void fillWithBrushes(QPainter& painter, const Scene& scene) {
    const double spacing = 9 * scene.look.unit;
    const double ratio = painter.device()->devicePixelRatioF();
    std::map<decltype(MapFill{}.key()), QBrush> brushes;
    // Hatches lie on the ground and move with it.
    painter.setBrushOrigin(scene.toDevice.map(QPointF(0, 0)).toPoint());
    for (std::size_t i = 0; i < scene.visible.size(); ++i) {
        if (!scene.visible[i]) {
            continue;
        }
        auto fill = fillOf(scene.spec, *scene.areaAt[i], scene.look.medium);
        fill.pattern = scene.crowded() ? Pattern::none : fill.pattern;
        const auto [brush, isNew] = brushes.try_emplace(fill.key());
        if (isNew) {
            brush->second = pixelBrush(fill, spacing, ratio);
        }
        painter.fillPath(scene.device(scene.level->areas[i]), brush->second);
    }
}

/// As shapes: hatches as lines, once for all areas of a fill.
void fillWithLines(QPainter& painter, const Scene& scene) {
    struct Hatched {
        MapFill fill;
        QPainterPath path;
    };
    std::map<decltype(MapFill{}.key()), Hatched> hatched;
    for (std::size_t i = 0; i < scene.visible.size(); ++i) {
        if (!scene.visible[i]) {
            continue;
        }
        const auto fill = fillOf(scene.spec, *scene.areaAt[i], scene.look.medium);
        const auto path = scene.device(scene.level->areas[i]);
        painter.fillPath(path, fill.colour);
        if (fill.pattern != Pattern::none && !scene.crowded()) {
            auto& group = hatched[fill.key()];
            group.fill = fill;
            group.path.addPath(path);
        }
    }
    const double spacing = 9 * scene.look.unit;
    for (auto& [key, group] : hatched) {
        painter.save();
        painter.setPen(hatchPen(group.fill.ink, group.fill.pattern, spacing));
        group.path.setFillRule(Qt::OddEvenFill);
        std::vector<QLineF> strokes;
        if (scene.look.cutAtEdge) {
            strokes = hatchLines(group.path, group.fill.pattern, spacing);
        } else {
            painter.setClipPath(group.path, Qt::IntersectClip);
            QPainterPath box;
            box.addRect(group.path.boundingRect().intersected(scene.place));
            strokes = hatchLines(box, group.fill.pattern, spacing);
        }
        painter.drawLines(strokes.data(), static_cast<int>(strokes.size()));
        painter.restore();
    }
}

/// Boundaries of clusters, or those within them; dashed beside what is only schematic.
void strokeLines(QPainter& painter, const Scene& scene, const QPen& pen, bool outlines) {
    auto dashed = pen;
    dashed.setStyle(Qt::DashLine);
    const auto& areas = scene.spec.geometry->areas();
    const auto isSchematic = [&](int area) {
        return area >= 0 && areas[static_cast<std::size_t>(area)].schematic;
    };
    // Lines within a cluster would leave nothing to see of areas of a few pixels.
    const double least = 5 * scene.look.unit / scene.toDevice.m11();
    const auto isVisible = [&](int area) {
        if (area < 0 || scene.visible[static_cast<std::size_t>(area)] == 0) {
            return false;
        }
        const auto& bounds = areas[static_cast<std::size_t>(area)].bounds;
        return outlines || std::max(bounds.width(), bounds.height()) > least;
    };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    bool isDashed = false;
    for (const auto& line : scene.level->lines) {
        if (!isVisible(line.a) && !isVisible(line.b)) {
            continue;
        }
        const bool outline = line.b < 0 || scene.clusterAt(line.a) != scene.clusterAt(line.b);
        if (outline != outlines) {
            continue;
        }
        if (const bool wanted = isSchematic(line.a) || isSchematic(line.b); wanted != isDashed) {
            painter.setPen(wanted ? dashed : pen);
            isDashed = wanted;
        }
        drawCut(painter, scene, scene.toDevice.map(line.points));
    }
}

void strokeBoundaries(QPainter& painter, const Scene& scene) {
    const auto& inks = scene.inks;
    const double unit = scene.look.unit;
    const bool smooth = !(scene.look.pixels && scene.crowded());
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    strokeLines(painter, scene, QPen(inks.surface, smooth ? unit : 0), false);
    const double outline = (scene.look.medium == Medium::print ? 2.2 : 1.6) * unit;
    strokeLines(painter, scene,
                smooth ? QPen(inks.text, outline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                       : QPen(inks.text, 0),
                true);
    painter.setRenderHint(QPainter::Antialiasing);
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
    const auto scene = sceneOf(spec, place, view, look, levelFor(spec, view, look));
    if (look.pixels) {
        fillWithBrushes(painter, scene);
    } else {
        fillWithLines(painter, scene);
    }
    strokeBoundaries(painter, scene);
    paintMapFootprints(painter, scene);
    if (look.outlines) {
        paintMapOutlines(painter, place, *spec.geometry, *scene.level, view, look);
    }
    paintMapPoints(painter, scene, paintMapLabels(painter, scene));
    if (look.furniture) {
        paintMapFurniture(painter, place, spec, view, look);
    }
    painter.restore();
}

void paintMapOutlines(QPainter& painter, const QRectF& place, const MapGeometry& geometry,
                      const MapGeometry::Level& level, const MapView& view, const MapLook& look) {
    const auto toDevice = view.toDevice(place);
    const auto& inks = inksOf(look.medium);
    const auto& areas = geometry.areas();
    const auto add = [&](plan::Id id, QPainterPath& to) {
        const int at = geometry.indexOf(id);
        if (at < 0 || !toDevice.mapRect(areas[static_cast<std::size_t>(at)].bounds).intersects(place)) {
            return;
        }
        auto outline = toDevice.map(level.areas[static_cast<std::size_t>(at)]);
        if (look.cutAtEdge && !place.contains(outline.boundingRect())) {
            QPainterPath edge;
            edge.addRect(place);
            outline = outline.intersected(edge);
        }
        to.addPath(outline);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath chosen;
    for (const auto id : look.selected) {
        add(id, chosen);
    }
    if (!chosen.isEmpty()) {
        painter.strokePath(chosen, QPen(inks.surface, 5.5 * look.unit));
        painter.strokePath(chosen, QPen(inks.text, 3 * look.unit));
    }
    QPainterPath current;
    add(look.current, current);
    if (!current.isEmpty()) {
        painter.strokePath(current, QPen(inks.surface, 3 * look.unit));
        painter.strokePath(current, QPen(inks.accent, 2 * look.unit, Qt::DashLine));
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
    auto words = tr("Map of %1 areas. %2.").arg(spec.areas.size()).arg(parts.join(QStringLiteral("; ")));
    if (!spec.shadedBy.isEmpty()) {
        words += u' ' + tr("Coloured by %1.").arg(spec.shadedBy.toLower());
    }
    return words;
}

} // namespace wardmote::charts
