#include "ui/charts/map_furniture.h"

#include "ui/charts/map_labels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

/// A round distance that takes up to a hundred units: 1, 2 or 5 times a power of ten.
double roundDistance(double metres) {
    const double power = std::pow(10.0, std::floor(std::log10(metres)));
    const double first = metres / power;
    return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
}

/// The lines broken between words where they are too long for the room.
QStringList broken(const QStringList& lines, double room, const QFontMetricsF& metrics) {
    QStringList all;
    for (const auto& line : lines) {
        QString now;
        for (const auto& word : line.split(u' ')) {
            const auto longer = now.isEmpty() ? word : now + u' ' + word;
            if (!now.isEmpty() && metrics.horizontalAdvance(longer) > room) {
                all << now;
                now = word;
            } else {
                now = longer;
            }
        }
        all << now;
    }
    return all;
}

constexpr double longestBar = 110; ///< in units

double scaleBarMetres(const MapView& view, const MapLook& look) {
    return roundDistance(longestBar * look.unit * view.metresPerUnit);
}

} // namespace

void paintScaleBar(QPainter& painter, QPointF left, const MapView& view, const MapLook& look) {
    const auto& inks = inksOf(look.medium);
    const double metres = scaleBarMetres(view, look);
    const double length = metres / view.metresPerUnit;
    const double unit = look.unit;
    const QString text = metres >= 1000 ? tr("%1 km").arg(metres / 1000) : tr("%1 m").arg(metres);
    const QPolygonF bar{left + QPointF(0, -5 * unit), left, left + QPointF(length, 0),
                        left + QPointF(length, -5 * unit)};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.surface, 4 * unit));
    painter.drawPolyline(bar);
    painter.setPen(QPen(inks.text, 1.5 * unit));
    painter.drawPolyline(bar);
    const QFont font = painter.font();
    drawHaloed(painter, left + QPointF(6 * unit, -7 * unit - QFontMetricsF(font).height()), text, font,
               inks.text, look);
}

QStringList notesOf(const MapSpec& spec) {
    auto lines = spec.attribution;
    if (spec.geometry && spec.geometry->hasSchematic()) {
        lines.prepend(tr("Dashed shapes are schematic: drawn from points, not from boundaries."));
    }
    return lines;
}

double furnitureHeight(const MapSpec& spec, double width, const MapLook& look) {
    const QFontMetricsF metrics(sized(look.font, 0.85, false));
    const double unit = look.unit;
    const double beside = width - (longestBar + 40) * unit;
    const bool narrow = beside < 220 * unit;
    const auto lines = broken(notesOf(spec), narrow ? width - 24 * unit : beside, metrics);
    const double scale = metrics.height() + 19 * unit;
    const double notes = static_cast<double>(lines.size()) * (metrics.height() + unit) + 8 * unit;
    return narrow ? scale + notes : std::max(scale, notes);
}

void paintMapFurniture(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
                       const MapLook& look) {
    const QFont font = sized(look.font, 0.85, false);
    const QFontMetricsF metrics(font);
    const double unit = look.unit;
    painter.setFont(font);
    paintScaleBar(painter, place.bottomLeft() + QPointF(12 * unit, -12 * unit), view, look);

    // Beside the scale bar, or above it on a narrow map; long lines broken between words.
    const double bar = scaleBarMetres(view, look) / view.metresPerUnit;
    const double beside = place.width() - bar - 40 * unit;
    const bool narrow = beside < 220 * unit;
    const auto lines = broken(notesOf(spec), narrow ? place.width() - 24 * unit : beside, metrics);
    double bottom = place.bottom() - 8 * unit - (narrow ? metrics.height() + 14 * unit : 0);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const double length = metrics.horizontalAdvance(*line);
        const double left = place.right() - 12 * unit - length;
        // Where a part of the map is looked at there is land beneath, and names.
        auto ground = inksOf(look.medium).surface;
        ground.setAlphaF(0.85F);
        painter.fillRect(
            QRectF(left - 3 * unit, bottom - metrics.height(), length + 6 * unit, metrics.height() + unit),
            ground);
        drawHaloed(painter, {left, bottom - metrics.height()}, *line, font, inksOf(look.medium).text, look);
        bottom -= metrics.height() + unit;
    }
}

} // namespace wardmote::charts
