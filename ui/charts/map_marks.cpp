#include "ui/charts/map_marks.h"

#include "ui/charts/map_labels.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace wardmote::charts {

void paintMapFootprints(QPainter& painter, const Scene& scene) {
    const double unit = scene.look.unit;
    QPen dashed(scene.inks.accent, 2.4 * unit, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    dashed.setDashPattern({4, 2.5});
    auto rim = scene.inks.surface;
    rim.setAlphaF(0.8F);
    painter.setBrush(Qt::NoBrush);
    for (const auto& footprint : scene.spec.footprints) {
        for (const auto& outline : footprint.outlines) {
            const auto line = scene.toDevice.map(outline);
            if (!line.boundingRect().intersects(scene.place)) {
                continue;
            }
            painter.setPen(QPen(rim, 4.4 * unit));
            drawCut(painter, scene, line);
            painter.setPen(dashed);
            drawCut(painter, scene, line);
        }
    }
}

void drawPointSign(QPainter& painter, QPointF middle, MapPoint::Sign sign, double size, const Inks& inks) {
    painter.setPen(QPen(inks.surface, 0.18 * size));
    painter.setBrush(inks.text);
    const QRectF box(middle.x() - size / 2, middle.y() - size / 2, size, size);
    if (sign == MapPoint::Sign::asset) {
        painter.drawRect(box);
        return;
    }
    painter.drawEllipse(box);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.surface);
    painter.drawEllipse(box.adjusted(0.34 * size, 0.34 * size, -0.34 * size, -0.34 * size));
}

void paintMapPoints(QPainter& painter, const Scene& scene, std::vector<QRectF> taken) {
    constexpr std::size_t mostNames = 60;
    const double unit = scene.look.unit;
    std::vector<std::pair<const MapPoint*, QPointF>> seen;
    for (const auto& point : scene.spec.points) {
        const auto at = scene.toDevice.map(point.at);
        if (scene.place.contains(at)) {
            drawPointSign(painter, at, point.sign, 10 * unit, scene.inks);
            seen.emplace_back(&point, at);
        }
    }
    if (seen.size() > mostNames) {
        return;
    }
    const auto font = sized(scene.look.font, 0.8, false);
    const QFontMetricsF metrics(font);
    for (const auto& [point, at] : seen) {
        const QRectF box(at + QPointF(8 * unit, -metrics.height() / 2),
                         QSizeF(metrics.horizontalAdvance(point->name), metrics.height()));
        if (scene.place.contains(box) &&
            std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(box); })) {
            drawHaloed(painter, box.topLeft(), point->name, font, scene.inks.text, scene.look);
            taken.push_back(box);
        }
    }
}

void drawPadlock(QPainter& painter, QPointF topLeft, double height, const QColor& ink) {
    const double width = 0.72 * height;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 0.13 * height));
    painter.drawArc(
        QRectF(topLeft + QPointF(0.16 * width, 0.06 * height), QSizeF(0.68 * width, 0.8 * height)), 0,
        180 * 16);
    painter.fillRect(QRectF(topLeft + QPointF(0, 0.45 * height), QSizeF(width, 0.5 * height)), ink);
}

} // namespace wardmote::charts
