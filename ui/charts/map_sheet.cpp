#include "ui/charts/map_sheet.h"

#include "ui/charts/map_furniture.h"
#include "ui/charts/map_legend.h"
#include "ui/charts/unbroken.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace wardmote::charts {
namespace {

/// Where everything on the sheet stands. An em is the size of the sheet's type.
struct Sheet {
    struct Entry {
        LegendEntry what;
        QPointF at; ///< from the sheet's corner
    };
    std::vector<Entry> legend;
    double mapTop = 0;
    double mapHeight = 0;
    QRectF ground; ///< metres, y down
    QStringList notes;
    double notesTop = 0;
    double height = 0;
};

/// The shapes of the areas in clusters with a margin, but no more than there is.
QRectF groundOf(const MapSpec& spec) {
    const QRectF all = spec.geometry->bounds();
    QRectF meant;
    for (const auto& area : spec.areas) {
        const int at = spec.geometry->indexOf(area.id);
        if (at >= 0 && area.cluster >= 0) {
            meant = meant.united(spec.geometry->areas()[static_cast<std::size_t>(at)].bounds);
        }
    }
    if (meant.isEmpty()) {
        return all;
    }
    const double margin = 0.15 * std::max(meant.width(), meant.height());
    return meant.adjusted(-margin, -margin, margin, margin).intersected(all);
}

void layLegend(Sheet& sheet, const MapSpec& spec, Medium medium, const QFontMetricsF& metrics, double em,
               double width) {
    for (auto& entry : legendOf(spec, medium)) {
        sheet.legend.push_back({std::move(entry), {}});
    }
    double x = 0;
    double y = 0;
    for (auto& entry : sheet.legend) {
        const double wide = 1.9 * em + metrics.horizontalAdvance(entry.what.name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 1.6 * em;
        }
        entry.at = {x, y};
        x += wide + 1.4 * em;
    }
    sheet.mapTop = sheet.legend.empty() ? 0 : y + 2.0 * em;
}

Sheet sheetOf(const MapSpec& spec, const Look& look, double width, double most) {
    Sheet sheet;
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    if (!spec.geometry || spec.geometry->areas().empty()) {
        sheet.mapHeight = 3 * em;
        sheet.height = sheet.mapHeight;
        return sheet;
    }
    layLegend(sheet, spec, look.medium, metrics, em, width);
    for (const auto& note : notesOf(spec)) {
        sheet.notes << unbroken(note);
    }
    double below = 1.9 * em; // the scale
    for (const auto& note : sheet.notes) {
        below += metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, note).height();
    }
    sheet.ground = groundOf(spec);
    const double room = std::max(em, most - sheet.mapTop - below);
    const double wanted =
        sheet.ground.width() > 0 ? width * sheet.ground.height() / sheet.ground.width() : width;
    sheet.mapHeight = std::min(wanted, room);
    sheet.notesTop = sheet.mapTop + sheet.mapHeight + 1.9 * em;
    sheet.height = sheet.mapTop + sheet.mapHeight + below;
    return sheet;
}

void paintLegend(QPainter& painter, const QRectF& place, const Sheet& sheet, const Look& look) {
    const auto& inks = inksOf(look.medium);
    const double em = look.font.pixelSize();
    for (const auto& entry : sheet.legend) {
        const QPointF at = place.topLeft() + entry.at;
        paintLegendSign(painter, QRectF(at, QSizeF(1.4 * em, 1.1 * em)), entry.what, look.medium);
        painter.setPen(inks.text);
        painter.drawText(at + QPointF(1.9 * em, 0.95 * em), entry.what.name);
    }
}

} // namespace

double mapSheetHeight(const MapSpec& spec, const Look& look, double width, double most) {
    return sheetOf(spec, look, width, most).height;
}

void paintMapSheet(QPainter& painter, const QRectF& place, const MapSpec& spec, const Look& look,
                   bool allNames) {
    const auto sheet = sheetOf(spec, look, place.width(), place.height());
    const double em = look.font.pixelSize();
    MapLook map;
    map.medium = look.medium;
    map.font = look.font;
    map.unit = em / 16; // a pixel is 3/4 of a point, and the sheet's type is 12 points high
    map.clusterLabels = spec.clusters.size() > 1;
    map.areaLabels = allNames || !map.clusterLabels; // else there is room for one or the other
    map.furniture = false;
    map.cutAtEdge = true;

    painter.save();
    painter.setFont(look.font);
    paintLegend(painter, place, sheet, look);
    QRectF inside(place.left(), place.top() + sheet.mapTop, place.width(), sheet.mapHeight);
    MapView view{sheet.ground.center(), 1};
    if (!sheet.ground.isEmpty()) {
        view.metresPerUnit =
            std::max(sheet.ground.width() / inside.width(), sheet.ground.height() / inside.height());
        // No wider than the ground, so that the map is cut where its margin ends.
        const double wide = sheet.ground.width() / view.metresPerUnit;
        const double high = sheet.ground.height() / view.metresPerUnit;
        inside = QRectF(place.left(), inside.top() + (inside.height() - high) / 2, wide, high);
    }
    paintMap(painter, inside, spec, view, map);
    if (!sheet.ground.isEmpty()) {
        painter.setFont(look.font);
        paintScaleBar(painter, {place.left(), place.top() + sheet.mapTop + sheet.mapHeight + 1.5 * em}, view,
                      map);
        painter.setPen(inksOf(look.medium).muted);
        QRectF notes(place.left(), place.top() + sheet.notesTop, place.width(), place.height());
        for (const auto& note : sheet.notes) {
            QRectF used;
            painter.drawText(notes, Qt::TextWordWrap, note, &used);
            notes.setTop(used.bottom());
        }
    }
    painter.restore();
}

} // namespace wardmote::charts
